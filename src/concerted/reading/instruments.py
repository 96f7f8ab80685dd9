"""Texts that a statement cites: mentions of the same text put together, with what the statement does with it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cache

from concerted.reading.citations import Citation, as_far_as_known, words
from concerted.reading.dated_texts import find_dated_texts
from concerted.reading.dates import find_dates
from concerted.reading.described_texts import find_described_texts
from concerted.reading.facts import Instrument
from concerted.reading.issued_texts import find_issued_texts
from concerted.reading.known_texts import abbreviations, anaphors, known_texts, protocols
from concerted.reading.layout import Block, BlockKind, Layout
from concerted.reading.relations import incorporated_sentences, relation_of
from concerted.reading.resolutions import find_resolutions
from concerted.reading.titles import find_titles
from concerted.terms.passage import Passage

_READ = frozenset({BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.FOOTNOTE})
_NEAR = 200  # letters between a text and the name that is fixed for it


def find_instruments(layout: Layout, title: str = "") -> tuple[Instrument, ...]:
    """Find the texts that a statement cites, in the order of their first mention.

    The statement itself (``title``, or a number in its heading) and whole classes of texts are none.
    Ids follow the record format: "UNSCR 2178", "UNGA 60/288", "UN PRST 2014-09-19", else the name in
    short with the date as far as the text has it.
    """
    itself = _Itself(layout, title)
    citations = [
        citation
        for block in layout.blocks
        if block.kind in _READ
        for citation in _citations(layout.text, block, layout.language)
        if not itself.is_cited_by(citation)
        and not _THIS.search(layout.text, max(0, citation.start - 6), citation.start)
    ]
    citations = _under_full_names(layout.text, citations)
    groups = _group(citations)
    group_of = {id_: group for group in reversed(groups) for id_ in group.ids}
    starts = [seen.start for seen in citations]
    for citation in (*abbreviations(layout, citations), *anaphors(layout, citations)):
        group = group_of.get(citation.id)
        before = bisect_left(starts, citation.end)
        if group and not (before and citations[before - 1].end > citation.start):
            group.citations.append(citation)
    incorporated = incorporated_sentences(layout)
    found = [group.instrument(layout, incorporated) for group in groups]
    return tuple(sorted(found, key=lambda instrument: instrument.passages[0]))


_THIS = re.compile(r"\b[Tt]his\s+$")
_FIXES = re.compile(r"\([“\"](?:the\s+)?$")


def _under_full_names(text: str, citations: list[Citation]) -> list[Citation]:
    """Let a name that the text fixes for one just cited stand for it: "the Accord on Nets ... (“the Nets Accord”)"."""
    full: dict[str, Citation] = {}
    for place, citation in enumerate(citations):
        if _FIXES.search(text, max(0, citation.start - 8), citation.start):
            before = [
                one for one in citations[:place] if one.head == citation.head and citation.start - one.end < _NEAR
            ]
            if before:
                full[citation.id] = before[-1]
    return [
        replace(one, id=full[one.id].id, title=full[one.id].title, dated=full[one.id].dated) if one.id in full else one
        for one in citations
    ]


def _citations(text: str, block: Block, language: str) -> list[Citation]:
    """Find the citations of a block, none overlapping: numbers first, then names, then kinds with dates."""
    kept: list[Citation] = []
    for citation in _CITING.get(language, _in_english)(text, block):
        if all(citation.start >= seen.end or citation.end <= seen.start for seen in kept):
            kept.append(citation)
    kept.sort(key=lambda citation: citation.start)
    annexed = list(protocols(text, block.start, block.end, kept))
    kept = [one for one in kept if all(one.start >= other.end or one.end <= other.start for other in annexed)]
    kept = sorted([*kept, *annexed], key=lambda citation: citation.start)
    return _with_symbols(text, [_with_date_before(text, block.start, citation) for citation in kept])


def _in_english(text: str, block: Block) -> Iterator[Citation]:
    yield from find_resolutions(text, block.start, block.end)
    yield from known_texts(text, block.start, block.end, find_titles(text, block.start, block.end))
    yield from find_dated_texts(text, block.start, block.end)
    yield from find_described_texts(text, block.start, block.end)
    yield from find_issued_texts(text, block.start, block.end)


def _in_french(text: str, block: Block) -> Iterator[Citation]:
    from concerted.reading.french.citations import find_french_texts

    yield from find_french_texts(text, block.start, block.end)
    yield from find_resolutions(text, block.start, block.end)
    yield from find_dated_texts(text, block.start, block.end)


def _in_arabic(text: str, block: Block) -> Iterator[Citation]:
    from concerted.reading.arabic.citations import find_arabic_texts

    yield from find_arabic_texts(text, block.start, block.end)
    yield from find_resolutions(text, block.start, block.end)
    yield from find_dated_texts(text, block.start, block.end)


_CITING = {"fr": _in_french, "ar": _in_arabic}


def _with_symbols(text: str, citations: list[Citation]) -> list[Citation]:
    """Let a document's number in brackets tell the text before it apart: "the report of ... (S/2014/31)"."""
    found: list[Citation] = []
    for citation in citations:
        before = found[-1] if found else None
        if (
            before
            and citation.head == "Document"
            and before.head != "Resolution"
            and text[before.end : citation.start].strip() == "("
        ):
            found[-1] = replace(before, end=citation.end, id=citation.id, dated=None)
        else:
            found.append(citation)
    return found


_PASSED = re.compile(
    r"(?:passed|adopted|approved|endorsed|issued|signed|released|expressed)\b(?P<after>[^.;]{0,120}?)\s*(?:\bin|through|by)?\s*"
    r"(?:(?:the|its|a|our)\s+)?(?:new\s+)?\Z"
)


def _with_date_before(text: str, floor: int, citation: Citation) -> Citation:
    """Give a text the date on which the sentence says that it was passed ("On January 10 the Council passed ...")."""
    if citation.dated or citation.head not in ("Resolution", "Guiding Principles"):
        return citation
    begin = max(floor, text.rfind(". ", floor, citation.start) + 1, citation.start - 200)
    passed = _PASSED.search(text, begin, citation.start)
    if not passed or ("," in passed["after"] and citation.head == "Resolution"):
        return citation
    for mention in find_dates(text, begin, citation.start):
        known = as_far_as_known(mention)
        close = mention.passage.start > passed.start() or re.match(
            r"\s*(?:On|In)\s", text[begin : mention.passage.start]
        )
        if known and close:
            return replace(citation, dated=known)
    return citation


@dataclass(slots=True)
class _Group:
    """The citations of one text."""

    citations: list[Citation]
    ids: set[str] = field(default_factory=set)

    def instrument(self, layout: Layout, incorporated: tuple[tuple[int, int], ...]) -> Instrument:
        self.citations.sort(key=lambda citation: citation.start)
        first = self.citations[0]
        fullest = max(self.citations, key=lambda citation: (len(citation.dated or ""), len(citation.id)))
        days = [citation.day for citation in self.citations if citation.day]
        relation = relation_of(layout, first)
        if relation != "implements" and any(
            start <= citation.start < end for citation in self.citations for start, end in incorporated
        ):
            relation = "incorporates"
        return Instrument(
            tuple(Passage.of(layout.text, citation.start, citation.end) for citation in self.citations),
            _id(fullest),
            fullest.title,
            days[0] if days else None,
            next((citation.body for citation in self.citations if citation.body), None),
            relation,
        )


def _id(citation: Citation) -> str:
    """Add the date to an id that has no number and no date yet."""
    numbered = citation.head == "Resolution" or "/" in citation.id or citation.id.startswith("UN PRST")
    return citation.id if numbered or not citation.dated else f"{citation.id} {citation.dated}"


_YEAR = re.compile(r"\s((?:19|20)\d\d)$")
_FOLD = str.maketrans({"’": "'", "‑": "-", "–": "-"})


def _key(citation: Citation) -> str:
    return citation.id.translate(_FOLD).casefold().replace("-", " ").replace("communique", "communiqué")


def _group(citations: list[Citation]) -> list[_Group]:
    """Put together the citations with one id, and those that can only be the same text, told less fully."""
    groups: dict[tuple[str, str | None], _Group] = {}
    symbols = {one.dated: one.id for one in citations if one.dated and one.id.startswith("S/PRST")}
    for citation in citations:
        if citation.id in ("Presidential Statement", "Presidential Statements") and citation.day:
            citation = replace(citation, id=f"UN PRST {citation.dated}", body="UN Security Council")
        if (citation.id == "Statement" or citation.id.startswith("UN PRST")) and citation.dated in symbols:
            citation = replace(citation, id=symbols[citation.dated])
        year = _YEAR.search(citation.id)
        if year and citation.dated is None and citation.head not in ("Vision", "Agenda", "Resolution"):
            citation = replace(citation, id=citation.id[: year.start()], dated=year[1])
        numbered = citation.head == "Resolution" or "/" in citation.id
        key = (_key(citation), None if numbered else citation.dated)
        group = groups.setdefault(key, _Group([]))
        group.citations.append(citation)
        group.ids.add(citation.id)
    alike: dict[str, dict[tuple[str, str | None], None]] = {}
    for key in groups:
        for word in _outer_words(key[0]):
            alike.setdefault(word, {})[key] = None
    for key in list(groups):
        others = {other: None for word in (*_outer_words(key[0]), "un") for other in alike.get(word, ())}
        fuller = [other for other in others if other in groups and other != key and _can_be(key, other)]
        if len(fuller) == 1:
            groups[fuller[0]].citations.extend(groups[key].citations)
            groups[fuller[0]].ids.update(groups[key].ids)
            del groups[key]
    return list(groups.values())


def _outer_words(name: str) -> tuple[str, str]:
    """Give the first and the last word of a name; a name and a fuller one share one of them at least."""
    words_ = name.split()
    return words_[0], words_[-1]


_KINDS = frozenset(
    {"statement", "joint statement", "communiqué", "joint communiqué", "declaration", "joint declaration", "agreement"}
)


def _can_be(key: tuple[str, str | None], other: tuple[str, str | None]) -> bool:
    """Tell whether a name may stand for a fuller one: no date or the same, and the same beginning or only a kind."""
    (name, dated), (longer, date) = key, other
    if dated is not None and dated != date:
        return dated in (date or "") and name == longer
    if name == longer:
        return dated is None and date is not None
    if name in _KINDS and dated is not None:
        return (dated == date and longer.split()[-1] == name.split()[-1]) or longer == f"un prst {dated}"
    if longer.endswith(f" {name}") and len(name.split()) > 1 and name not in _KINDS:
        return len(longer.split()) - len(name.split()) < 3
    return (
        longer.startswith(f"{name} ")
        and len(name.split()) > 1
        and re.match(r"(?:of|on|for)\b", longer[len(name) + 1 :]) is not None
    )


class _Itself:
    """What the statement is called, so that it is not taken for a text that it cites."""

    def __init__(self, layout: Layout, title: str) -> None:
        heads = [block for block in layout.blocks[:12] if block.kind not in _READ]
        self._numbers = {
            citation.id for block in heads for citation in find_resolutions(layout.text, block.start, block.end)
        }
        # The carrier's title comes without a place in the text.
        self._numbers |= {citation.id for citation in find_resolutions(title, 0, len(title))}
        names = [title, *(layout.text[block.start : block.end] for block in heads if block.kind is BlockKind.HEADING)]
        self._titles = [(_content(name), _plain(name), _head(name)) for name in names if len(_content(name)) > 2]

    def is_cited_by(self, citation: Citation) -> bool:
        if citation.id in self._numbers:
            return True
        if citation.head == "Resolution":
            return False  # the number alone tells resolutions apart
        cited = _content(citation.title)
        return any(
            len(cited & own) >= max(3, 0.7 * len(own), 0.7 * len(cited))
            or (citation.head == head and _ends_with(name, _plain(citation.title)))
            for own, name, head in self._titles
        )


def _ends_with(name: str, cited: str) -> bool:
    """Tell whether a title is a name with words before it, and not about the text of that name."""
    before, found, after = f" {name} ".partition(f" {cited} ")
    return bool(found) and not after and before.split()[-1:] not in (["on"], ["of"], ["for"], ["about"], ["to"])


def _head(title: str) -> str | None:
    return next((word for word in re.findall(r"\w+", title) if word in words()["heads"]["strong"]), None)


def _plain(title: str) -> str:
    """Fold a title for comparison: lower case, no articles, words alone."""
    return " ".join(word for word in re.findall(r"\w+", title.casefold()) if word not in ("the", "a", "an", "s"))


@cache
def _content(title: str) -> frozenset[str]:
    return frozenset(word for word in re.findall(r"\w+", title.casefold()) if len(word) > 3)
