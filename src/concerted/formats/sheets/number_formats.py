"""Which styles of a workbook show a number as a day (ECMA-376 part 1, 18.8.30)."""

from __future__ import annotations

import re
from typing import Any

# Formats that every spreadsheet knows: days, and days with hours; East Asian ones among them.
_BUILT_IN = frozenset((*range(14, 18), 22, *range(27, 37), *range(50, 59)))
# Words in quotation marks, signs after a backslash, fillers, and what stands in brackets as colours do.
_ASIDE = re.compile(r'"[^"]*"|\\.|[_*].|\[[^\]]*\]')


def day_styles(styles: Any) -> frozenset[int]:
    """Give the numbers of the cell styles that show days; none without styles."""
    if styles is None:
        return frozenset()
    formats = {one.get("numFmtId"): one.get("formatCode", "") for one in styles.iter("{*}numFmt")}
    used = styles.find("{*}cellXfs")
    if used is None:
        return frozenset()
    return frozenset(
        place for place, one in enumerate(used.iter("{*}xf")) if _shows_day(one.get("numFmtId", "0"), formats)
    )


def _shows_day(number: str, formats: dict[str, str]) -> bool:
    if number not in formats:
        return number.isdecimal() and int(number) in _BUILT_IN
    code = _ASIDE.sub("", formats[number]).lower().partition(";")[0]
    # An m alone is a month, beside h or s it is minutes.
    return "y" in code or "d" in code or ("m" in code and not any(sign in code for sign in "hs0#"))
