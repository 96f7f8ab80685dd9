"""What a participant reserves: the footnote at its name, or a sentence by which it stands aside."""

from __future__ import annotations

import re
from functools import lru_cache

from concerted.reading.layout import BlockKind, Layout
from concerted.reading.parties import find_parties
from concerted.terms.passage import Passage

_MARK = re.compile(r"\s?\\?(\*{1,3}|[†‡¹²³⁴⁵⁶⁷⁸⁹])|(\d{1,2})(?=[\s,.;)])")
_STANDS_ASIDE = re.compile(
    r"(?:,[^,]{1,80},)?\s+(?:(?:does|did|do)\s+not\s+(?:associate|align|join|endorse|support|agree|subscribe)"
    r"|(?:dis|un)associate[sd]?|dissociate[sd]?|reserve[sd]?\s+(?:its|their)"
    r"|(?:express(?:es|ed)?|enter(?:s|ed)?|maintain(?:s|ed)?|has|made)\s+(?:an?|its|their)\s+(?:\w+\s+)?reservations?)\b"
)
_FIRST = re.compile(r"\W*(?:[Tt]he\s+)?(?:\w+\s+of\s+(?:the\s+)?)?")


def reservation(layout: Layout, party: str, name_end: int) -> Passage | None:
    """Give what a participant's note says: the footnote at its name, else where the text says that it stands aside."""
    return _footnote(layout, name_end) or _asides(layout).get(party)


def _footnote(layout: Layout, at: int) -> Passage | None:
    mark = _MARK.match(layout.text, at)
    if mark is None:
        return None
    for block in layout.blocks:
        if block.kind is BlockKind.FOOTNOTE and block.mark == (mark[1] or mark[2]) and block.start > at:
            return Passage.of(layout.text, block.start, block.end)
    return None


@lru_cache(maxsize=2)
def _asides(layout: Layout) -> dict[str, Passage]:
    """Find the sentences that open with a party which does not go along, by party."""
    found: dict[str, Passage] = {}
    for block in layout.blocks:
        if block.kind not in (BlockKind.FOOTNOTE, BlockKind.PARAGRAPH, BlockKind.ITEM):
            continue
        for one in block.sentences:
            if not _STANDS_ASIDE.search(layout.text, one.start, one.end):
                continue
            for named in find_parties(layout.text, one.start, one.end, layout.language):
                opens = _FIRST.fullmatch(layout.text, one.start, named.start)
                if opens and _STANDS_ASIDE.match(layout.text, named.end):
                    found.setdefault(named.party, Passage.of(layout.text, one.start, one.end))
    return found
