"""Whether a reading is one of a statement at all."""

from __future__ import annotations

import re
from functools import cache

from concerted.reading.facts import Act, Kind, Reading
from concerted.reading.languages import language_of, require_read
from concerted.reading.layout import BlockKind
from concerted.reading.verbs import LANGUAGES
from concerted.terms.errors import NoStatement
from concerted.terms.shelf import load, vocabulary

# A title stands at the top, under the carrier's header and a line or two of a page.
_TOP = 600
_HEADER = re.compile(r"\A(?:#.*\n|\s)*")
# This share of the acts must do more than tell; where nobody but "we" speaks, that one.
_LEAST_SHARE, _SPEAKING_SHARE = 0.05, 0.5


def require_statement(reading: Reading, *, where: str = "") -> None:
    """Make sure that parties speak in a text: that somebody in it promises, decides, asks, supports or condemns.

    Every sentence of any prose reads as a finding at least, and cookery books say "should". So
    a statement must besides name its issuers, or call itself a statement, or let participants,
    ministers or a council do it, or be mostly "we" doing it. A text in Arabic, whose acts are not
    read, may be one. Raises NoStatement, or UnreadLanguage for a text in a language that is not read.
    """
    require_read(_language(reading), where=where)
    if not _speaks(reading) and reading.statement.language in LANGUAGES:
        raise NoStatement(
            "the text is no statement: no party in it promises, decides, asks, supports or condemns anything",
            where=where,
            expected="a joint statement, a communiqué, a declaration or a resolution",
        )


def _speaks(reading: Reading) -> bool:
    statement = reading.statement
    header = _HEADER.match(reading.text)
    top = f"{statement.title}\n{reading.text[header.end() if header else 0 :][:_TOP]}"
    names, issuers = _words()
    if len(reading.participants) > 1 and reading.acts and names.search(top):
        return True  # "Joint statement": A and B "attach importance to", and no more
    doing = [act for act in reading.acts if act.kind is not Kind.FINDING]
    if not doing or len(doing) < _LEAST_SHARE * len(reading.acts):
        return False
    if reading.participants or statement.title_participants or names.search(top):
        return True
    subjects = [_before(reading.text, act) for act in doing]
    if any(issuers.search(subject) for subject in subjects):
        return True
    ours = sum(re.search(r"\bwe\b", subject, re.IGNORECASE) is not None for subject in subjects)
    return ours > 0 and len(doing) >= _SPEAKING_SHARE * len(reading.acts)


def _language(reading: Reading) -> str:
    """Give the language of a text, or of the part in another language where that is most of it."""
    foreign = [each.passage.quote for each in reading.passed_over if each.reason == BlockKind.FOREIGN]
    if sum(map(len, foreign)) > len(reading.text) / 2:
        return language_of("\n".join(foreign)) or reading.statement.language
    return reading.statement.language


@cache
def _words() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Give the patterns of a statement's name and of the nouns that stand for issuers."""
    names = "|".join(load(vocabulary("statements"))["names"])
    issuers = "|".join(load(vocabulary("clauses"))["issuers"].split())
    return re.compile(rf"\b(?:{names})", re.IGNORECASE), re.compile(rf"\b(?:{issuers})\b", re.IGNORECASE)


def _before(text: str, act: Act) -> str:
    """Give the words of an act's sentence before it, where its subject stands."""
    start = act.passage.start
    return re.split(r"[.;:!?]\s|\n\s*\n", text[max(0, start - 200) : start])[-1]
