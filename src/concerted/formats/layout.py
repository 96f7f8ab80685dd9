"""The plain layout that every format is brought to.

Paragraphs stand apart by a blank line, items start with ``- `` or their own number, headings
with ``#`` marks, rows of a table with ``- `` and a bar between cells.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

RULE = "* * *"
# Soft hyphens and zero-width spaces show nothing and part words that are one.
HIDDEN = re.compile("[\u00ad\u200b\u2060\ufeff]")
_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_ROMAN = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_MOST_ROMAN = 399


def row(cells: Iterable[str]) -> str:
    """Write one row of a table; an empty string for a row without words."""
    words = [" ".join(HIDDEN.sub("", cell).split()) for cell in cells]
    filled = [cell for cell in words if cell]
    return "- " + " | ".join(filled) if filled else ""


def superscript(mark: str) -> str:
    """Write the number of a footnote so that it does not run into the word before it."""
    return mark.strip().translate(_SUPERSCRIPTS) if mark.strip().isdecimal() else mark


def item_number(number: int, style: str) -> str:
    """Write an item's number in the style of HTML's ``type``: ``1``, ``a``, ``A``, ``i`` or ``I``."""
    label = str(number)
    if style in ("a", "A") and number >= 1:
        label = ""
        while number > 0:
            number, letter = divmod(number - 1, 26)
            label = chr(ord("a") + letter) + label
    elif style in ("i", "I") and 1 <= number <= _MOST_ROMAN:
        label = ""
        for value, digits in _ROMAN:
            label += digits * (number // value)
            number %= value
    return (label.upper() if style in ("A", "I") else label) + "."
