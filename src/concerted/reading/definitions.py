"""Find the names that a text fixes for later use: "Long Name (LN)", "(“the Committee”)", "hereafter ..."."""

from __future__ import annotations

import re
from collections.abc import Iterator

from concerted.reading.facts import Definition
from concerted.reading.glosses import find_glosses
from concerted.reading.layout import BlockKind, Layout
from concerted.reading.word_index import GuardedPattern
from concerted.terms.passage import Passage

_READ = frozenset({BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.FOREIGN, BlockKind.PARTY_LIST})
_BRACKET = re.compile(
    r"\(\s*(?:(?:collectively|together|jointly|also\s+known\s+as|known\s+as|referred\s+to\s+as),?\s+)?(?P<the>(?:or\s+)?(?:the\s+)?)(?P<open>[“\"‘'«]?)\s*(?P<term>[^()“”\"«»;:]{2,60}?)\s*(?P<close>[”\"’'»]?)\s*\)"
)
# A document's number, a year, a cross-reference or an aside is no name.
_NO_TERM = re.compile(
    r".*\d{3}|[A-Z]+/\S*\d|[IVX]+$|\d|.*\bet al\b|(?:a\.k\.a|e\.g|i\.e|inter alia|including)\b|"
    r"(?:see|para|paragraph|annex|line of effort|article|chapter|section|online|virtual)\b|"
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)\b",
    re.I,
)
_NUMBER_FOLLOWS = re.compile(r"\s+(?:No\.?\s*\d|\d+/\d)")  # "Regulation (EU) 2016/679"
_NUMBERED = re.compile(r"[A-Z]+[ -]?\d{1,2}")  # "Group of Seven (G7)"
_ALSO = re.compile(r",?\s+(?:also\s+)?known\s+as\s+|,\s+or\s+")
# An abbreviation with the number of an edition: "(NGX 28)", "(NGF14)", "(NGX NGF14)", "(NGX IV)".
_EDITION = re.compile(r"(?P<name>[A-Z][A-Za-z&/]*[A-Z])(?:[\s-](?:[A-Z]{2,6}\s?)?(?:\d{1,3}|[IVX]+)|\d{1,3})\+?")
_ABBREVIATION = re.compile(r"[A-Z]{3,6}")
_HEREAFTER = GuardedPattern(r"\b(?:hereafter|hereinafter|henceforth)\b(?P<rest>[^.;)]*)", re.I)
_QUOTED = re.compile(r"[“\"‘«](?P<term>[^“”\"‘’«»]+)[”\"’»]")
_BEFORE_TERM = re.compile(r"\s*(?:\bas\b|\bby\b|\bcalled\b|,|:)\s*(?:the\s+)?")
_REFERS = re.compile(r"[\s,(]*(?:(?:which\s+)?(?:is|are|will\s+be|shall\s+be))?\s*$")


def find_definitions(layout: Layout) -> tuple[Definition, ...]:
    """List the definitions of the body, each term once, where it is fixed first."""
    if layout.language == "fr":
        from concerted.reading.french import definitions as french

        return french.find_definitions(layout)
    blocks = [block for block in layout.blocks if block.kind in _READ]
    told = list(find_glosses(layout, blocks))
    for block in blocks:
        span = (layout.text, block.start, block.end)
        told += (*_in_brackets(*span), *_hereafter(*span))
    found: dict[str, Definition] = {}
    for definition in sorted(told, key=lambda one: one.passage.start):
        found.setdefault(definition.term, definition)
    return tuple(found.values())


def _in_brackets(text: str, start: int, end: int) -> Iterator[Definition]:
    for bracket in _BRACKET.finditer(text, start, end):
        term, quoted = _ALSO.split(re.sub("['’]s$", "", bracket["term"]))[0], bool(bracket["open"] and bracket["close"])
        if _NO_TERM.match(term) or _NUMBER_FOLLOWS.match(text, bracket.end()):
            continue
        before = _same_sentence(text, start, bracket.start())
        head = text[before : bracket.start()].rstrip()
        capitals = sum(letter.isupper() for letter in term)
        if not quoted and (capitals == 0 or len(term.split()) > 5):
            full = None
        elif _NUMBERED.fullmatch(term):
            full = _capitals_before(head)
            counted = re.search(rf"\b{term[0]}\w+\s+of\s+[A-Z]\w+$", head)
            full = counted.start() if counted else full
        elif quoted or (capitals >= 2 and " " not in term) or _EDITION.fullmatch(term):
            short = term if quoted else _EDITION.sub(r"\g<name>", term)
            full = _long_form(short, head)
            full = _words_of_term(short, head) if full is None else full
            full = _capitals_before(head) if full is None and (quoted or not any(map(str.islower, short))) else full
            full = _last_words(head) if full is None and (quoted or _ABBREVIATION.fullmatch(short)) else full
        else:
            full = _long_form(term, head)
            full = _words_of_term(term, head) if full is None else full
            if full is not None and (" " not in head[full:] or re.search("[,)]", head[full:])):
                full = full if head[full:].startswith(f"{term} o") else None
        if full is None:
            reverse = _abbreviated_before(term, head)
            if reverse is not None:
                place = before + len(head) - len(reverse)
                yield Definition(Passage.of(text, place, bracket.end()), reverse, " ".join(term.split()))
            continue
        place = before + full
        stands_for = _cleaned(text[place : before + len(head)])
        if stands_for and stands_for != term:
            yield Definition(Passage.of(text, place, bracket.end()), _named(bracket, term), stands_for)


def _named(bracket: re.Match[str], term: str) -> str:
    article = bracket["the"].removeprefix("or ").strip() if bracket["open"] else ""
    return " ".join(f"{article} {term}".split())


def _same_sentence(text: str, start: int, at: int) -> int:
    """Give where the words that a bracket can stand for begin."""
    limit = max(start, at - 220)
    cuts = [match.end() for match in re.finditer(r"(?<=[a-z)”])[.;!?]\s+(?=[A-Z“])|:\s|\n\n", text[limit:at])]
    return limit + (cuts[-1] if cuts else 0)


def _long_form(term: str, head: str) -> int | None:
    """Find the shortest run of words whose letters hold the term's, the first at the start of a word.

    The rule is that of Schwartz and Hearst, "A simple algorithm for identifying abbreviation
    definitions in biomedical text" (2003), with the first letters of words preferred.
    """
    letters = [letter for letter in term.casefold() if letter.isalnum()]
    if len(letters) < 2:
        return None
    words = [match.start() for match in _INITIALS.finditer(head)]
    starts = [
        first for first in reversed(words) if head[first].casefold() == letters[0] and not _SMALL.match(head, first)
    ]
    for fits in (_by_initials, _by_letters):
        for first in starts:
            if fits(letters, head[first:].casefold()):
                return first
    return None


_INITIALS = re.compile(r"(?<![\w’'])\w|(?<=[-/–])\w")
_SMALL = re.compile(r"(?:of|and|the|for|in|on|to|at|by|with)\b")


def _by_initials(letters: list[str], words: str) -> bool:
    initials = _INITIALS.findall(words)
    rest = iter(initials)
    return len(initials) <= 2 * len(letters) + 4 and all(letter in rest for letter in letters)


def _by_letters(letters: list[str], words: str) -> bool:
    rest = iter(words)
    return len(_INITIALS.findall(words)) <= len(letters) and all(letter in rest for letter in letters)


def _words_of_term(term: str, head: str) -> int | None:
    """Find where the words begin that a term picks one from: "the Committee pursuant to ... (“the Committee”)"."""
    heavy = [word for word in re.findall(r"\w{4,}", term) if word.casefold() not in ("the", "this", "that")]
    hits = [match.start() for word in heavy[-1:] for match in re.finditer(rf"\b{re.escape(word)}", head, re.I)]
    if not hits:
        return None
    # Earlier words of the same name are capitalised: "United Nations Framework Convention" for "the Convention".
    run = re.search(r"(?:\b[A-Z][\w’'-]*\s+(?:(?:of|on|for|and|the)\s+)*)*$", head[: hits[-1]])
    return run.start() if run else hits[-1]


_CAPITALS = re.compile(r"\b[A-Z][\w’'-]*(?:\s+(?:(?:of|on|for|and|the|in|to)\s+){0,2}[A-Z][\w’'-]*)*['’]?s?$")


def _capitals_before(head: str) -> int | None:
    run = _CAPITALS.search(head)
    return run.start() if run and " " in run.group() else None


def _last_words(head: str) -> int | None:
    """Give where the last few words begin, after the last comma."""
    cut = max(head.rfind(","), head.rfind(";")) + 1
    words = [match.start() for match in re.compile(r"[^\s,;]+").finditer(head, cut)]
    return words[-10:][0] if words else None


def _abbreviated_before(term: str, head: str) -> str | None:
    """Give the abbreviation that stands before its own long form: "LN (Long Name)"."""
    short = re.search(r"\b[A-Z][A-Za-z&/]*[A-Z]\b$", head)
    if short is None or " " not in term or _long_form(short.group(), term) != 0:
        return None
    return short.group()


def _cleaned(words: str) -> str:
    plain = re.sub(r"^(?:the|a|an|its|their|our)\s+", "", " ".join(words.split()), flags=re.I)
    return re.sub(r"['’]s?$", "", plain.strip(' ,“”"‘«»'))


def _hereafter(text: str, start: int, end: int) -> Iterator[Definition]:
    for match in _HEREAFTER.finditer(text, start, end):
        before = _same_sentence(text, start, match.start())
        opened = text.rfind("(", before, match.start())
        verb = _REFERS.search(text, before, match.start())
        stop = verb.start() if verb else match.start()
        inside = opened >= 0 and text[opened + 1 : stop].strip()
        place = opened + 1 if inside else before
        subject = text[place:stop].strip(" ,(")
        quoted = _QUOTED.search(match["rest"])
        named = [part for part in _BEFORE_TERM.split(match["rest"]) if part[:1].isupper()]
        term = quoted["term"] if quoted else (named or [""])[-1]
        term = " ".join(term.split()).strip("“”\"' ,")
        if not subject or not term or len(term.split()) > 8:
            continue
        full = place if inside else before + (_capitals_before(text[before:stop].rstrip()) or 0)
        yield Definition(Passage.of(text, full, match.end()), term, _cleaned(text[full:stop]))
