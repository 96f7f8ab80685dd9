"""A laid-out text cut into parts that fit Akoma Ntoso: a number, the words, and white space between."""

from __future__ import annotations

import re
from dataclasses import dataclass

from concerted.formats.akoma_ntoso.characters import WHITE
from concerted.reading.layout import Block, BlockKind, Layout

_BODY = (BlockKind.PARAGRAPH, BlockKind.ITEM)
_ENDING = (
    *(BlockKind.DATE_LINE, BlockKind.SIGNATURE, BlockKind.SEPARATOR),
    *(BlockKind.BOILERPLATE, BlockKind.ADOPTION, BlockKind.SALUTATION),
)
_NUMBERED = re.compile(r"(?:OP ?)?\d+\.?\Z")
_RESOLUTION = "resolution"


@dataclass(slots=True)
class Part:
    """A block with all the signs around it: text[num_start:num_end] its number, text[start:end] the rest."""

    block: Block
    num_start: int
    num_end: int
    start: int
    end: int


def parts(layout: Layout) -> list[Part]:
    """Cut a text into parts; between them, and before the first, is nothing but XML's white space.

    A sign that belongs to no block (a mark of emphasis) goes to the block that it touches.
    """
    text, found, done = layout.text, list[Part](), 0
    for block in layout.blocks:
        gap = text[done : block.start]
        if found:
            attached = len(gap) - len(gap.lstrip(WHITE)) == 0 and len(gap) > 0
            tail = len(re.split(f"[{WHITE}]", gap, maxsplit=1)[0]) if attached else 0
            found[-1].end += tail
            gap = gap[tail:]
        sign = gap.strip(WHITE)
        first = block.start - len(gap) + (len(gap) - len(gap.lstrip(WHITE)))
        if sign and sign == block.label:
            found.append(Part(block, first, first + len(sign), block.start, block.end))
        else:
            found.append(Part(block, first, first, first if sign else block.start, block.end))
        done = block.end
    if found:
        found[-1].end = max(found[-1].end, len(text.rstrip(WHITE)))
    return found


@dataclass(frozen=True, slots=True)
class Division:
    """Which parts, by their numbers, make up preface, preamble, main body and conclusions."""

    preface: range
    preamble: range
    body: range
    conclusions: range


def divide(found: list[Part], kind: str) -> Division:
    """Part a statement: what stands before its first paragraph, a resolution's recitals, its body, its end.

    A heading right before the first paragraph is the body's own, unless it is the only one.
    """
    kinds = [part.block.kind for part in found]
    inside = [place for place, one in enumerate(kinds) if one in _BODY]
    if not inside:
        return Division(range(0), range(0), range(len(found)), range(0))
    first, last = inside[0], inside[-1]
    recitals = _recitals(found, kind, first)
    preface = recitals.start
    if not recitals:
        while preface > 1 and kinds[preface - 1] is BlockKind.HEADING and BlockKind.HEADING in kinds[: preface - 1]:
            preface -= 1
    end = len(found)
    while end > last + 1 and kinds[end - 1] in _ENDING:
        end -= 1
    return Division(
        range(preface), recitals, range(recitals.stop if recitals else preface, end), range(end, len(found))
    )


def _recitals(found: list[Part], kind: str, first: int) -> range:
    """Find what stands in a resolution before its first numbered paragraph, from the body that speaks on."""
    none = range(first, first)
    if kind != _RESOLUTION:
        return none
    subjects = [place for place in range(first) if found[place].block.kind is BlockKind.SUBJECT]
    start = subjects[0] if subjects else first
    for place in range(first, len(found)):
        if _NUMBERED.match(found[place].block.label or ""):
            return range(start, place) if place > first else none
    return none
