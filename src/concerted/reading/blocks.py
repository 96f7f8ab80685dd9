"""The document grammar at work: a text becomes blocks, and items find what introduces them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from concerted.reading.block_kinds import introduces_parties, is_party_entry, is_party_list, look
from concerted.reading.layout import Block, BlockKind, Layout, Sentence
from concerted.reading.paragraphs import LabelKind, Paragraph, cut_paragraphs, header_end, strip
from concerted.reading.parties import find_parties
from concerted.reading.sentences import split_sentences

_MARKED_NAME = re.compile(
    r"(?:(?<=[\w)’'.,;])(?:\*{1,3}|[⁰¹²³⁴⁵⁶⁷⁸⁹]+|[†‡])|(?<=[a-z]{3})\d{1,2}|(?<=[\w.,;\s])\[\d{1,2}\])(?=[\s,.;)]|$)"
)
_OWN_MARK = re.compile(r"(\*{1,3}|[⁰¹²³⁴⁵⁶⁷⁸⁹]+|[†‡]|\[\d{1,2}\]|\d{1,2}(?=\s+[A-Z]))(?=\s?[\w“])")
_ANY_MARK = re.compile(r"[*⁰¹²³⁴⁵⁶⁷⁸⁹†‡\d\[]")
_RUN_TOGETHER = re.compile(r";\s+(?:and\s+|or\s+)?(?=[A-Z“])|;\s+(?:and|or)\s+(?=\w)")
_BODY = (BlockKind.PARAGRAPH, BlockKind.ITEM)


@dataclass(slots=True)
class _Draft:
    paragraph: Paragraph
    kind: BlockKind
    mark: str | None = None
    lead_in: int | None = None
    depth: int = 0


def lay_out(text: str, language: str = "en") -> Layout:
    """See a text as blocks, blocks as sentences.

    Every character that is not white space or a label lies in one block; blocks stand in the
    order of the text and do not overlap. Places count code points. Linear in the text's length.
    """
    begin = header_end(text)
    blocks = []
    if begin:
        first, last = strip(text, 0, begin)
        blocks.append(Block(BlockKind.PREAMBLE, first, last, (Sentence(first, last),)))
    drafts = [draft for paragraph in cut_paragraphs(text, begin) for draft in _drafts(text, paragraph, language)]
    drafts = _cut_run_together(text, drafts)
    _find_footnotes(text, drafts)
    _find_party_lists(text, drafts, language)
    _find_signatures(text, drafts)
    _find_lead_ins(text, drafts, len(blocks))
    for draft in drafts:
        place = draft.paragraph
        blocks.append(
            Block(
                draft.kind,
                place.start,
                place.end,
                split_sentences(text, place.start, place.end),
                place.label,
                draft.lead_in,
                draft.mark,
                draft.depth,
            )
        )
    return Layout(text, tuple(blocks), language)


def _drafts(text: str, paragraph: Paragraph, language: str) -> list[_Draft]:
    if paragraph.start >= paragraph.end:
        return []
    return [_Draft(paragraph, look(text, paragraph, language))]


def _words(text: str, draft: _Draft) -> str:
    return text[draft.paragraph.start : draft.paragraph.end]


def _cut_run_together(text: str, drafts: list[_Draft]) -> list[_Draft]:
    """Cut 'A; B; and C' under a colon into items, where a blank line stands between colon and list."""
    out: list[_Draft] = []
    for draft in drafts:
        words = _words(text, draft)
        introduced = bool(out) and _words(text, out[-1]).endswith(":")
        plain = draft.kind is BlockKind.PARAGRAPH and draft.paragraph.label is None
        cuts = list(_RUN_TOGETHER.finditer(words)) if introduced and plain else []
        if len(cuts) < 2:
            out.append(draft)
            continue
        base = draft.paragraph.start
        starts = [0, *(cut.end() for cut in cuts)]
        ends = [*(cut.start() + 1 for cut in cuts), len(words)]
        for first, last in zip(starts, ends, strict=True):
            place = strip(text, base + first, base + last)
            out.append(_Draft(Paragraph(*place, run_on=True), BlockKind.ITEM))
    return out


def _find_footnotes(text: str, drafts: list[_Draft]) -> None:
    """A block that opens with a mark which an earlier name carries explains that name."""
    marks: set[str] = set()
    for draft in drafts:
        words = _words(text, draft)
        label = draft.paragraph.label
        if label and label in marks and draft.paragraph.label_kind is LabelKind.BULLET:
            draft.kind, draft.mark = BlockKind.FOOTNOTE, label
        elif (own := _OWN_MARK.match(words)) and own[1] in marks:
            draft.kind, draft.mark = BlockKind.FOOTNOTE, own[1]
        marks.update(_marks_of_names(words))


def _marks_of_names(words: str) -> Iterator[str]:
    upto = 0
    for sign in _ANY_MARK.finditer(words):
        if sign.start() >= upto and (match := _MARKED_NAME.match(words, sign.start())):
            yield match.group()
            upto = match.end()


def _find_party_lists(text: str, drafts: list[_Draft], language: str) -> None:
    introduced = False
    for number, draft in enumerate(drafts):
        words = _words(text, draft)
        if draft.kind in (BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.HEADING):
            before = drafts[number - 1].kind if number else None
            short = len(words) < 160 and words[-1] not in ".;:"
            named = is_party_list(words) and (len(words) > 200 or (introduced and before is not BlockKind.PARTY_LIST))
            listed = draft.kind is BlockKind.ITEM and short and (introduced or _is_a_party(text, draft, language))
            entry = is_party_entry(words, language) and (
                draft.kind is BlockKind.ITEM
                or introduced
                or before is BlockKind.PARTY_LIST
                or _entry_next(text, drafts, number, language)
            )
            if named or listed or entry:
                _name_introduction(text, drafts, number)
                draft.kind = BlockKind.PARTY_LIST
                introduced = True
                continue
        if draft.kind is not BlockKind.SEPARATOR:
            introduced = introduces_parties(words, language)


def _is_a_party(text: str, draft: _Draft, language: str) -> bool:
    """Tell whether an item is the name of one party and nothing else."""
    place = draft.paragraph
    found = find_parties(text, place.start, place.end, language) if place.end - place.start < 80 else ()
    return len(found) == 1 and found[0].end - found[0].start >= place.end - place.start - 4


def _name_introduction(text: str, drafts: list[_Draft], number: int) -> None:
    """A short line that only announces the list ("Participants:") is its heading."""
    if number and drafts[number - 1].kind is BlockKind.PARAGRAPH and len(_words(text, drafts[number - 1]).split()) <= 6:
        drafts[number - 1].kind = BlockKind.HEADING


def _entry_next(text: str, drafts: list[_Draft], number: int, language: str) -> bool:
    following = drafts[number + 1 : number + 2]
    return bool(following) and is_party_entry(_words(text, following[0]), language)


def _find_signatures(text: str, drafts: list[_Draft]) -> None:
    """Headings that nothing follows are names under the text; so is all that follows a line of signature."""
    tail = len(drafts)
    while tail and drafts[tail - 1].kind not in _BODY:
        tail -= 1
    signed = False
    for draft in drafts[tail:]:
        signed = signed or draft.kind is BlockKind.SIGNATURE
        if draft.kind is BlockKind.HEADING and (signed or not _words(text, draft).endswith(":")):
            draft.kind = BlockKind.SIGNATURE


def _find_lead_ins(text: str, drafts: list[_Draft], offset: int) -> None:
    """Give every item the block that introduces it, and its depth.

    A block that ends with a colon opens a list. Headings do not close it; a paragraph that is no
    item does. An item with the label of an outer list goes back to that list. Without a label, a
    paragraph under a colon is an item while it or the one before ends with a semicolon.
    """
    lists: list[tuple[int, LabelKind | None]] = []
    pending: int | None = None
    open_item = False
    for number, draft in enumerate(drafts):
        if draft.kind not in _BODY:
            if draft.kind is BlockKind.HEADING and _words(text, draft).endswith(":"):
                pending = number
            continue
        words = _words(text, draft)
        sort = _sort(draft, lists, pending is not None)
        unlabelled = sort is LabelKind.NONE
        numbered = sort is LabelKind.NUMBER
        is_item = draft.kind is BlockKind.ITEM
        if unlabelled and not is_item:
            is_item = ((pending is not None or open_item) and words[-1] == ";") or open_item
        elif numbered:
            is_item = (pending is not None and draft.paragraph.label in ("1.", "1")) or any(k is sort for _, k in lists)
        if is_item:
            draft.kind = BlockKind.ITEM
            if pending is not None and all(k is not sort for _, k in lists):
                lists.append((pending, sort))
            else:
                while lists and lists[-1][1] is not sort and any(k is sort for _, k in lists):
                    lists.pop()
            if lists:
                draft.lead_in, draft.depth = lists[-1][0] + offset, len(lists)
            else:
                draft.depth = 1
            open_item = unlabelled and re.search(r"(?:;|,)(?:\s+(?:and|or))?$", words) is not None
        else:
            lists, open_item = [], False
        pending = number if words.endswith(":") else None


def _sort(draft: _Draft, lists: list[tuple[int, LabelKind | None]], opens: bool) -> LabelKind:
    """Tell which list a label belongs to: (i), (v) and (x) are letters after (h), (u) and (w)."""
    sort = draft.paragraph.label_kind
    label = (draft.paragraph.label or "").strip("()")
    if (
        sort is LabelKind.ROMAN
        and label in ("i", "v", "x")
        and not opens
        and lists
        and lists[-1][1] is LabelKind.LETTER
    ):
        return LabelKind.LETTER
    return sort
