"""Figures in forms: read as people write them, written so that they are read back."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from concerted.terms import units
from concerted.terms.figures import MOST_DIGITS, Fault, UnreadableFigure, read_figure
from concerted.web.words import unit_name

_FAULTS: dict[Fault, Promise] = {
    Fault.WORDS: _("Write it in figures alone: 2 500 000, not 2.5 million."),
    Fault.FORM: _("This is no figure. Write it as 2 500 000 or 2,500,000.50."),
    Fault.AMBIGUOUS: _("This may be %(first)s or %(second)s. Write the one that you mean, thousands with a space."),
    Fault.PLACES: _("Give at most %(places)s decimal places."),
    Fault.SIZE: _("Give at most %(digits)s digits before the point."),
    Fault.NOTHING: _("Give more than nothing, or leave it empty."),
}


class FigureField(forms.CharField):
    """A figure with at most so many decimal places, above nothing unless it is ``signed``; None where it is empty."""

    def __init__(self, *, places: int, signed: bool = False, **more: Any) -> None:
        self._places, self._signed = places, signed
        super().__init__(
            max_length=60,
            widget=forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off", "dir": "auto"}),
            **more,
        )

    def clean(self, value: Any) -> Any:
        """Give the figure; a ValidationError says in the reader's language what is expected."""
        words = super().clean(value)
        if not words:
            return None
        try:
            return read_figure(words, places=self._places, signed=self._signed)
        except UnreadableFigure as error:
            first, second = error.readings or ("", "")
            said = {"first": first, "second": second, "places": self._places, "digits": MOST_DIGITS - self._places}
            raise ValidationError(_FAULTS[error.fault] % said, code=error.fault) from error

    def prepare_value(self, value: Any) -> Any:
        """Write a figure with its thousands apart; what a person wrote stays."""
        return written(value) if isinstance(value, Decimal) else value


class UnitInput(forms.TextInput):
    """A field that proposes the usual units in the reader's language, and takes any other."""

    template_name = "web/parts/unit_input.html"

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """Add the names of the usual units, in their order."""
        context: dict[str, Any] = super().get_context(name, value, attrs)
        proposed = f"{context['widget']['attrs'].get('id', name)}_units"
        context["widget"]["attrs"]["list"] = proposed
        return context | {"proposed": proposed, "units": sorted(unit_name(one) for one in units.units())}


class UnitField(forms.CharField):
    """What a quantity is counted in: shown in the reader's language, read by any of its names."""

    widget = UnitInput

    def clean(self, value: Any) -> Any:
        """Give the unit as the register keeps it."""
        return units.known(super().clean(value))

    def prepare_value(self, value: Any) -> Any:
        """Name the unit in the reader's language."""
        return unit_name(value) if isinstance(value, str) else value


def written(figure: Decimal) -> str:
    """Write a figure so that it can only be read in one way."""
    whole, _point, fraction = f"{figure:,f}".replace(",", " ").partition(".")
    fraction = fraction.rstrip("0")
    # Three digits after a point may be thousands; four are not.
    return f"{whole}.{fraction}{'0' if len(fraction) == 3 else ''}" if fraction else whole
