"""Words in columns at a terminal's width.

A library that does this takes a tenth of a second to start and to print one reading; that is
a fifth of what reading may take.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence

_STYLING = re.compile(r"\x1b\[[0-9;]*m")
_GAP = 2
# A column before the last may take this share of the line before its words are wrapped.
_WIDEST_SHARE = 0.45


def width_of(words: str) -> int:
    """Tell how many cells of a terminal words take: none for styling and accents, two for East Asian signs."""
    plain = _STYLING.sub("", words)
    if plain.isascii():
        return len(plain)
    return sum(
        0 if unicodedata.combining(sign) else 2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in plain
    )


def wrapped(words: str, width: int) -> list[str]:
    """Break words into lines of at most ``width`` cells; line breaks stay, a word that is longer is cut."""
    lines = []
    for part in words.split("\n"):
        line = ""
        for word in part.split(" "):
            if line and width_of(line) + 1 + width_of(word) > width:
                lines.append(line)
                line = ""
            else:
                word = f"{line} {word}" if line else word
            while width_of(word) > width and not _STYLING.search(word):
                lines.append(word[:width])
                word = word[width:]
            line = word
        lines.append(line)
    return lines


def columns(rows: Iterable[Sequence[str]], width: int, indent: int = 0) -> list[str]:
    """Lay rows out in columns of at most ``width`` cells in all; every row has as many cells as the first.

    The last column takes what the others leave. Cells may hold ANSI styling; a style that is
    still on where a line ends goes on in the next.
    """
    listed = [list(row) for row in rows]
    natural = [max(map(width_of, "\n".join(cells).split("\n"))) for cells in zip(*listed, strict=True)]
    room = width - indent - _GAP * (len(natural) - 1)
    widths = list(natural)
    if sum(natural) > room:
        most = max(8, int(room * _WIDEST_SHARE / max(1, len(natural) - 2)))
        widths[:-1] = [min(each, most) for each in natural[:-1]]
        widths[-1] = max(8, room - sum(widths[:-1]))
    lines = []
    for row in listed:
        cells = [wrapped(cell, each) for cell, each in zip(row, widths, strict=True)]
        for number in range(max(map(len, cells))):
            parts = [cell[number] if number < len(cell) else "" for cell in cells]
            padded = [part + " " * (each - width_of(part)) for part, each in zip(parts, widths, strict=True)]
            lines.append((" " * indent + (" " * _GAP).join(padded)).rstrip())
    return lines
