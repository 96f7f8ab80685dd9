"""Tell office, party and name apart: "Prime Minister of <party> <name>", "<name>, Minister for Trade of <party>".

Parties and the vocabulary's words of office are written over first, one letter for one, so
that short patterns do and places stay those of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from concerted.reading.parties import PartyMention, find_parties
from concerted.reading.word_index import GuardedPattern
from concerted.terms.offices import offices
from concerted.terms.parties import Form

_PARTY, _ADJECTIVE, HEAD, _HONORIFIC, _PORTFOLIO = "\ue000", "\ue001", "\ue002", "\ue003", "\ue004"


def mask(text: str, start: int, end: int, language: str) -> tuple[str, tuple[PartyMention, ...]]:
    """Write parties and words of office over in a part of a text; also give the parties that it names."""
    mentions = find_parties(text, start, end, language)
    letters = list(text[start:end])
    for mention in mentions:
        letter = _ADJECTIVE if mention.form is Form.ADJECTIVE else _PARTY
        first, last = mention.start - start, mention.end - start
        letters[first:last] = letter * (last - first)
    masked = "".join(letters)
    for letter, words in ((_HONORIFIC, _honorifics()), (HEAD, office_words()), (_PORTFOLIO, _portfolios())):
        masked = words.sub(lambda match, letter=letter: letter * len(match[0]), masked)  # type: ignore[misc]
    return masked, mentions


@cache
def office_words() -> re.Pattern[str]:
    """Compile the words that carry an office ("Prime Minister")."""
    return re.compile(rf"(?<![\w-])(?:{_any_of(offices().heads)})(?![\w’'-])")


@cache
def _honorifics() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_any_of(offices().honorifics)})(?!\w)")


@cache
def words_before_names() -> GuardedPattern:
    """Compile the words without which nobody is named with an office or an honorific."""
    return GuardedPattern(rf"{office_words().pattern}|{_honorifics().pattern}")


@cache
def _portfolios() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{offices().portfolios})(?!\w)")


def _any_of(words: Iterable[str]) -> str:
    return "|".join(re.escape(word).replace("'", "['’]") for word in sorted(words, key=len, reverse=True))


# --- The patterns, over masked text.

# Ranges, with the small letters that lie between, compile quickly; few words begin with those.
_UPPER = "A-ZÀ-ÖØ-ÞĀ-őŔ-ž"
_OF = rf"(?:the\s+)?(?:Government\s+of\s+(?:the\s+)?)?{_PARTY}+"
_MR = rf"(?:{_HONORIFIC}+,?\s+)*"
_OWNER = rf"(?:[{_PARTY}{_ADJECTIVE}]+(?:['’]s?)?\s+)?"
_WORD = rf"(?:[{_UPPER}][\w’']*(?:-\w+)*|{_PORTFOLIO}+)"
_MODIFIERS = rf"(?:{_WORD}\s+(?:(?:{_WORD}|and|&)\s+){{0,5}}?)?"
_SUBJECTS = rf"(?:the\s+)?{_PORTFOLIO}+(?:(?:\s+and|,\s+and|,)\s+(?:the\s+)?{_PORTFOLIO}+)*"
_OFFICE = (
    rf"{_OWNER}{_MODIFIERS}{HEAD}+(?:\s+and\s+{_MODIFIERS}{HEAD}+)?(?:\s+(?:of|to)\s+the\s+(?:(?:{_PARTY}+|{_WORD})\s+)?{HEAD}+)?"
    rf"(?:\s+(?:of|for|on)\s+{_SUBJECTS}){{0,2}}(?:,?\s+(?:of|to|for|at)\s+{_OF})?(?:\s+for\s+(?:the\s+)?{_PARTY}+)?"
)
# A given or family name: no words that open the names of posts and prizes, no possessive s.
_GIVEN = (
    rf"(?!(?:Executive|Nobel|Global|[JS]r)\b)(?:[{_UPPER}]\.(?:[{_UPPER}]\.)*|(?:al|el|Al|El)-[{_UPPER}][\w’'ʻ‘]*"
    rf"|[‘ʻ]?[{_UPPER}](?:\w|[’'ʻ‘](?!s\b))*(?:-\w(?:\w|[’'](?!s\b))*)*)"
)
_PARTICLES = r"(?:(?:bin|bint|ibn|al|el|de|del|da|dos|du|von|van|der|den|la|di|y)\s+){0,3}"
_SUFFIX = r"(?:,?\s+(?:Jr|Sr)\.?|\s+(?:II|III|IV)\b)?"
_NAME = rf"{_GIVEN}(?:\s+{_PARTICLES}{_GIVEN}){{0,5}}{_SUFFIX}"
_LONG_NAME = rf"{_GIVEN}(?:\s+{_PARTICLES}{_GIVEN}){{1,5}}{_SUFFIX}"
_TAIL = rf"(?:\s+(?:(?:of|for|to|on|and|in|the|{_WORD}|{HEAD}+|[{_PARTY}{_ADJECTIVE}]+)(?![\w’'])|\(\w+\)))*"
_FORMER = r"(?:(?:former|then|acting|interim|outgoing|incoming|current)\s+)?"
_SECOND = rf"(?:(?:the|an?)\s+)?{_FORMER}{_OWNER}{_MODIFIERS}{HEAD}+(?=\s+(?:of|for|to|on|at|and)\b|[,;.)]|\s*$){_TAIL}"

OFFICE_FIRST = re.compile(
    rf"(?:(?:the|The)\s+)?{_MR}(?P<office>{_OFFICE})(?:\s+\([A-Z][\w&-]*\))?,?\s+{_MR}(?P<name>{_NAME})(?P<of>,?\s+of\s+{_OF})?"
)
NAME_FIRST = re.compile(
    rf"{_MR}(?P<name>{_LONG_NAME})(?:\s+[A-Z]{{2}}|(?:,\s+[A-Z]\.[A-Z.]+)+)?,\s+(?P<office>{_SECOND})"
)
# Somebody addressed with honour: "Dr. Ana Paz of the Harbour Trust".
HONOURED = re.compile(rf"{_HONORIFIC}+,?\s+{_MR}(?P<name>{_LONG_NAME})(?P<office>)")


def heads_of(masked: str) -> list[tuple[int, int]]:
    """Give where the words that carry offices stand in a masked text."""
    return [match.span() for match in re.finditer(rf"{HEAD}+", masked)]


# --- What few texts need is compiled where it is needed.


@cache
def office_alone() -> re.Pattern[str]:
    """Compile an office that fills a line."""
    return re.compile(rf"(?:the\s+)?{_SECOND}")


@cache
def name_alone() -> re.Pattern[str]:
    """Compile a name that fills a line."""
    return re.compile(rf"{_MR}{_LONG_NAME}")


@cache
def long_office() -> re.Pattern[str]:
    """Compile an item of a list of people: the office begins it, and the last two words are the name."""
    return re.compile(
        rf"(?:^|[;,:]\s+(?:and\s+)?|\b(?:by|included?|and|with)\s+){_MR}(?P<office>{_OWNER}{_MODIFIERS}{HEAD}+"
        rf"(?:\s+(?:of|for|at|to|on|in|the|and|against|{_WORD}|{HEAD}+|[{_PARTY}{_ADJECTIVE}]+)){{2,16}}),?\s+{_MR}"
        rf"(?P<name>(?!.\.){_GIVEN}\s+(?:[{_UPPER}]\.\s+)?{_GIVEN})(?=\s*[;,.]|\s*$|\s+and\s)"
    )


@cache
def listed() -> re.Pattern[str]:
    """Compile an item of a list of people whose office, of any words, a comma parts from the name."""
    return re.compile(
        rf"(?:^|[;:,.]\s+(?:and\s+)?|\b(?:by|included?|including|and|with|were|was|are|from)\s+){_MR}(?:[Tt]he\s+)?{_MR}"
        rf"(?P<office>(?:(?:{_WORD}|[{_PARTY}{_ADJECTIVE}]+(?:['’]s?)?|of|and|fiscal)\s+){{0,7}}?{HEAD}+"
        rf"(?:\s+(?:of|for|at|to|on|in|the|and|against|responsible|charge|{_WORD}|[A-Z]\.(?:[A-Z]\.)+|{HEAD}+"
        rf"|[{_PARTY}{_ADJECTIVE}]+(?:['’]s?)?)){{0,18}}),\s+{_MR}"
        rf"(?P<name>{_LONG_NAME})(?=\s*[;,.(]|\s*$|\s+and\s)"
    )


@cache
def delegation() -> re.Pattern[str]:
    """Compile the words that say whose delegation is listed."""
    return re.compile(
        rf"(?P<party>[{_PARTY}{_ADJECTIVE}]+)(?:['’]s?)?\s+(?:[\w-]+\s+){{0,2}}?delegation\b"
        rf"|\b(?:delegation\s+(?:of|from)|[Rr]epresenting)\s+(?:the\s+)?(?P<of>{_PARTY}+)"
    )
