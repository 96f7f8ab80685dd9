"""Find the lines of effort that a text sets out, and those that an act is about."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from concerted.reading.facts import Line
from concerted.reading.layout import BlockKind, Layout
from concerted.reading.word_index import GuardedPattern
from concerted.terms.coalition import Coalition, LineOfEffort
from concerted.terms.passage import Passage

_NAMES = (
    r"(?:lines?\s+of\s+(?:effort|action)|pillars|work\s?streams|strands\s+of\s+work|lines\s+of\s+work"
    r"|axes?\s+(?:de\s+travail|d[’']effort|d[’']action|stratégiques)|lignes?\s+d[’'](?:effort|action)|piliers|volets|chantiers)"
)
_LEADS_IN = GuardedPattern(rf"\b{_NAMES}\b[^.;:]*:\s*$", re.I)
_IN_SENTENCE = GuardedPattern(rf"\b{_NAMES}\b[^.;:]*:\s*(?=\(?[1a]\)|\(?i\))", re.I)
_LABEL = re.compile(r"(?:^|[\s;,])\(?(?:\d{1,2}|[a-h]|i{1,3}|iv|vi{0,3})\)\s+")
# "Cleaner Ports – the partners will ...": a title, then what is done about it.
_TITLE_ENDS = re.compile(r"\s[–—]\s|\s-\s|:\s")
_TITLE_ALONE, _LONGEST_TITLE = 100, 200  # characters
_CLOSING = re.compile(r"[\s;,.]*(?:;?\s*\b(?:and|or))?[\s;,.]*$")


def find_lines(layout: Layout) -> tuple[Line, ...]:
    """List the lines of effort under a lead-in such as "the following lines of effort:", numbered from 1."""
    for number, block in enumerate(layout.blocks):
        if block.kind not in (BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.HEADING):
            continue
        lead = _LEADS_IN.search(layout.text, block.start, block.end)
        items = [one for one in layout.blocks[number + 1 :] if one.lead_in == number] if lead else []
        if len(items) > 1:
            found = tuple(_line(layout.text, place, one.start, one.end) for place, one in enumerate(items, 1))
            return found if all(len(line.title) <= _LONGEST_TITLE for line in found) else ()
        run_on = _IN_SENTENCE.search(layout.text, block.start, block.end)
        if run_on:
            lines = _in_sentence(layout, run_on.end(), block.end)
            if len(lines) > 1:
                return lines
    return ()


def _in_sentence(layout: Layout, start: int, end: int) -> tuple[Line, ...]:
    labels = list(_LABEL.finditer(layout.text, start - 1, end))
    stops = (
        [label.start() for label in labels[1:]] + [_sentence_end(layout.text, labels[-1].end(), end)] if labels else []
    )
    return tuple(
        _line(layout.text, number, label.end(), stop)
        for number, (label, stop) in enumerate(zip(labels, stops, strict=True), 1)
    )


def _sentence_end(text: str, start: int, end: int) -> int:
    stop = re.compile(r"\.(?=\s|$)").search(text, start, end)
    return stop.start() if stop else end


def _line(text: str, number: int, start: int, end: int) -> Line:
    titled = _TITLE_ENDS.search(text, start + 1, end) if end - start > _TITLE_ALONE else None
    end = titled.start() if titled else end
    closing = _CLOSING.search(text, start, end)
    end = max(closing.start() if closing else end, start + 1)
    return Line(Passage.of(text, start, end), number, " ".join(text[start:end].split()))


# --- What an act is about.

# "These contributions" are those that the act before spoke of; "this effort" is the whole undertaking.
_THESE = re.compile(
    r"\b[Tt]hese\s+(?:actions|activities|areas|contributions|efforts|endeavou?rs|goals|lines|measures|objectives|"
    r"priorities|steps|tasks|workstreams)\b"
)
# "Coinciding with our campaign, ...": what the sentence is about comes after.
_FRONTED = re.compile(r"(?:[A-Z]\w+ing|Along|Alongside|Besides|Beyond|Despite|Together)\b[^,;]*,\s")


def lines_of_acts(
    texts: Iterable[str], coalition: Coalition | None, lines: tuple[Line, ...] = ()
) -> Iterator[tuple[int, ...]]:
    """Tell of each act, in the order of the text, which lines of effort it is about."""
    before: tuple[int, ...] = ()
    for text in texts:
        fronted = _FRONTED.match(text)
        numbers = lines_named(text[fronted.end() :], coalition, lines) if fronted else ()
        numbers = numbers or lines_named(text, coalition, lines)
        before = numbers or (before if before and _THESE.search(text) else ())
        yield before


_NUMBERED = re.compile(r"\blines?\s+of\s+effort\s+(?:no\.?\s*)?(\d+(?:\s*(?:,|and|&|to|-)\s*\d+)*)", re.I)
_ALL = re.compile(r"\blines\s+of\s+effort\b(?!\s+\d)", re.I)


def lines_named(text: str, coalition: Coalition | None, lines: tuple[Line, ...] = ()) -> tuple[int, ...]:
    """Tell which lines of effort of a coalition the words of an act are about, by number.

    "Lines of effort" as such are all of them; a number wins over titles and subject words,
    which are the stems of the coalition's own data. Without a coalition there are none.
    """
    if coalition is None or not coalition.lines:
        return ()
    known = {line.number for line in coalition.lines}
    if _ALL.search(text):
        return tuple(sorted(known))
    numbers = {int(one) for match in _NUMBERED.finditer(text) for one in re.findall(r"\d+", match[1])} & known
    if numbers:
        return tuple(sorted(numbers))
    plain = _plain(text)
    titles = [(line.number, line.title) for line in lines] + [(line.number, line.title) for line in coalition.lines]
    titled = {number for number, title in titles if _plain(title) in plain} & known
    return tuple(sorted(titled | {number for number, stems in _stems(coalition.lines) if stems.search(plain)}))


@cache
def _stems(lines: tuple[LineOfEffort, ...]) -> tuple[tuple[int, re.Pattern[str]], ...]:
    return tuple(
        (line.number, re.compile(r"(?<![\w-])(?:" + "|".join(re.escape(_plain(word)) for word in line.words) + ")"))
        for line in lines
        if line.words
    )


@lru_cache(maxsize=32)
def _plain(text: str) -> str:
    straight = text.translate({0x2019: "'", 0x2018: "'", 0x2010: "-", 0x2011: "-"})
    return re.sub(r"\s+", " ", straight).casefold()
