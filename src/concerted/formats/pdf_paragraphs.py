"""The paragraphs of a PDF, from the lines of its pages."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from statistics import median

from concerted.formats.pdf_lines import HYPHEN, Line

Page = list[Line]

_NUMBER = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(r"[-–—|\s]*(?:page\s*)?\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?[-–—|\s]*", re.IGNORECASE)
_BULLET = re.compile(r"[•·▪◦●○■‣⁃\uf0b7\uf0a7–—-][ \t]+(?=\S)")
_LABEL = re.compile(r"(?:- |(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,5})[.)]\s|\((?:\d{1,3}|[a-z]{1,2}|[ivx]{1,5})\)\s|\*)")
_FOOTNOTE = re.compile(r"[⁰¹²³⁴⁵⁶⁷⁸⁹]+\s?\S|\*{1,3}\s?\S|\d{1,2}\s+\S")
_CLOSED = re.compile(r"[.;:!?…][\"'”’)\]⁰¹²³⁴⁵⁶⁷⁸⁹]*$")
_LAST_PART = re.compile(r"[^\W\d_]+$")
_FIRST_PART = re.compile(r"[^\W\d_]+")
# First parts of words that English writes with a hyphen.
_HYPHENATED = re.compile(
    r"all|anti|co|counter|cross|ex|high|inter|long|low|multi|non|off|post|pre|re|self|short|sub|trans|vice|well"
)
_EDGE_LINES = 3
# A line that reaches this share of the text's width ran on; a shorter one was ended.
_FULL = 0.8
_LARGER, _SMALLER, _GAP = 1.12, 0.88, 1.35
_LONGEST_HEADING = 200


def paragraphs_of(pages: list[Page]) -> list[str]:
    """Gather the lines of all pages into the blocks of the plain layout; footnotes come last."""
    pages = without_edges(pages)
    lines = [line for page in pages for line in page]
    if not lines:
        return []
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[line.size] += len(line.text)
    body = sizes.most_common(1)[0][0]
    words = set(re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", " ".join(line.text.lower() for line in lines)))
    running: list[Page] = []
    notes: list[Page] = []
    for page in pages:
        foot = _foot(page, body)
        _gather(page[:foot], running)
        _gather(page[foot:], notes, every_label=True)
    return [_block(block, body, words) for block in running + notes]


def without_edges(pages: list[Page]) -> list[Page]:
    """Leave out what stands at the upper or lower edge of page after page, and page numbers."""
    seen = Counter(shape for page in pages for shape in {_shape(line) for line in _edges(page)})
    often = max(2.0, 0.4 * len(pages))
    return [
        [
            line
            for line in page
            if line not in _edges(page)
            or (seen[_shape(line)] < often and not (_PAGE_NUMBER.fullmatch(line.text) and _outermost(line, page)))
        ]
        for page in pages
    ]


def _edges(page: Page) -> list[Line]:
    by_height = sorted(page, key=lambda line: line.base)
    return by_height[:_EDGE_LINES] + by_height[-_EDGE_LINES:]


def _outermost(line: Line, page: Page) -> bool:
    return line.base in (min(other.base for other in page), max(other.base for other in page))


def _shape(line: Line) -> tuple[str, int]:
    """Tell what stands where, whatever its numbers; a sentence that recurs does so in other places."""
    return _NUMBER.sub("0", line.text.lower()), round(line.base / 3)


def _foot(page: Page, body: float) -> int:
    """Find where the footnotes of a page begin: small print at its end that starts with a mark."""
    start = len(page)
    while start > 0 and page[start - 1].size < _SMALLER * body:
        start -= 1
    while start < len(page) and not _FOOTNOTE.match(page[start].text):
        start += 1
    return start


def _gather(page: Page, blocks: list[Page], *, every_label: bool = False) -> None:
    """Add the lines of a page to the blocks; the first line may go on with the block of the page before."""
    gaps = [above.base - line.base for above, line in pairwise(page) if above.base > line.base]
    leading = median(gaps) if gaps else 0.0
    left, right = min((line.left for line in page), default=0.0), max((line.right for line in page), default=0.0)
    for place, line in enumerate(page):
        above = blocks[-1][-1] if blocks else None
        if above is not None and not (
            (every_label and _FOOTNOTE.match(line.text))
            or _begins(line, above, leading=leading if place else None, left=left, right=right)
        ):
            blocks[-1].append(line)
        else:
            blocks.append([line])


def _begins(line: Line, above: Line, *, leading: float | None, left: float, right: float) -> bool:
    """Tell whether a line begins a paragraph. ``leading`` is None on top of a page, where no gap can be seen."""
    if abs(line.size - above.size) > 0.1 * above.size or line.bold != above.bold:
        return True
    if _BULLET.match(line.text) or (_LABEL.match(line.text) and _CLOSED.search(above.text)):
        return True
    ended, short = bool(_CLOSED.search(above.text)), above.right < left + _FULL * (right - left)
    if leading is None:
        return ended or (short and line.text[:1].isupper())
    if above.base - line.base > _GAP * leading:
        return True
    return ended and (short or line.left > above.left + line.size)


def _block(lines: Page, body: float, words: set[str]) -> str:
    text = lines[0].text
    width = max(line.right for line in lines) - min(line.left for line in lines)
    for above, line in pairwise(lines):
        if text.endswith((HYPHEN, "-", "‐")) and text[-2:-1].isalpha() and line.text[:1].islower():
            text = _mended(text.rstrip(HYPHEN + "-‐"), line.text, words)
        else:
            ran_on = above.right > min(each.left for each in lines) + _FULL * width
            text = text.replace(HYPHEN, "-") + (" " if ran_on else "\n") + line.text
    text = text.replace(HYPHEN, "-")
    if len(text) <= _LONGEST_HEADING and not _CLOSED.search(text) and not _LABEL.match(text):
        if lines[0].size > _LARGER * body:
            return "# " + " ".join(text.split())
        if lines[0].bold:
            return "## " + " ".join(text.split())
    return _BULLET.sub("- ", text, count=1) if _BULLET.match(text) else text


def _mended(above: str, line: str, words: set[str]) -> str:
    """Put a word together that the end of a line broke; its hyphen stays only where the word has one."""
    last, first = _LAST_PART.search(above), _FIRST_PART.match(line)
    if last is None or first is None:
        return f"{above}-{line}"
    whole, parted = (last[0] + first[0]).lower(), f"{last[0]}-{first[0]}".lower()
    if whole not in words and (parted in words or _HYPHENATED.fullmatch(last[0].lower())):
        return f"{above}-{line}"
    return above + line
