"""Marks and scores as people read them: +1 full compliance, 0 partial, −1 none; a mean with its sign."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from babel.numbers import format_decimal
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from concerted.web.words import locale

COMPLIANCE: dict[int, Promise] = {
    1: _("full compliance"),
    0: _("partial compliance"),
    -1: _("no compliance"),
}
_LOOKS = {1: "full", 0: "partial", -1: "none"}
# A mean further from nothing than this is rather full, or rather none, than partial.
_MIDDLE = Decimal("0.33")
WIDTH = 120
# Half the dot that ends a bar.
_ROOM = 6


def marked(mark: int) -> str:
    """Write a mark with its sign."""
    return f"+{mark}" if mark > 0 else f"\u2212{-mark}" if mark < 0 else "0"


def looks(mark: int) -> str:
    """Name the look of a mark, the end of a class name."""
    return _LOOKS[mark]


def mean(value: Decimal) -> str:
    """Write a mean with its sign and two decimal places, as the reader's language does."""
    return format_decimal(
        value, "+#,##0.00;\u2212#,##0.00" if value else "0.00", locale=locale(), numbering_system="latn"
    )


@dataclass(frozen=True, slots=True)
class Bar:
    """A mean as a bar from the middle of a scale, which runs from -1 to +1 over ``WIDTH`` units; ``at`` is its end."""

    x: float
    width: float
    at: float


def bar(value: Decimal) -> Bar:
    """Place a mean on the scale."""
    middle = WIDTH / 2
    at = round(middle + float(value) * (middle - _ROOM), 1)
    return Bar(min(middle, at), abs(at - middle), at)


def leaning(value: Decimal) -> str:
    """Name the look of a mean: that of the mark that it is nearest to."""
    return _LOOKS[1 if value > _MIDDLE else -1 if value < -_MIDDLE else 0]
