"""The form of any noun that people keep, made from its columns and its words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields
from itertools import pairwise
from typing import Any

from babel.numbers import get_currency_name
from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from concerted.register.nouns import Column, Form
from concerted.register.rows.kept_pages import KeptChoice
from concerted.terms import currencies
from concerted.web.figures import FigureField, UnitField, UnitInput
from concerted.web.kept_words import KeptWords
from concerted.web.names import party_name
from concerted.web.protocol import in_order
from concerted.web.words import locale, word

REACHES: dict[str, Promise] = {
    "owner only": _("Only your own people"),
    "working group": _("The working group of its line of effort"),
    "coalition": _("The coalition"),
    "public": _("Everybody, the public included"),
}
_UNITS = (Form.CURRENCY, Form.UNIT)


class ProposingInput(forms.TextInput):
    """A field that proposes names, and takes any other."""

    template_name = "web/parts/unit_input.html"

    def __init__(self, names: tuple[str, ...], attrs: dict[str, Any]) -> None:
        """Take the names."""
        super().__init__(attrs)
        self._names = names

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """Add the names."""
        context: dict[str, Any] = super().get_context(name, value, attrs)
        proposed = f"{context['widget']['attrs'].get('id', name)}_names"
        context["widget"]["attrs"]["list"] = proposed
        return context | {"proposed": proposed, "units": self._names}


class KeptForm(forms.Form):
    """What a record of a noun says; ``seen`` is the edition that was shown.

    Who speaks for a partner is not asked for the column ``party``: it is their own. A figure right before its unit or
    currency goes with it.
    """

    seen = forms.CharField(required=False, max_length=10, widget=forms.HiddenInput)

    def __init__(
        self,
        words: KeptWords,
        choice: KeptChoice,
        data: Mapping[str, Any] | None = None,
        initial: Mapping[str, Any] | None = None,
        *,
        new: bool = False,
    ) -> None:
        """Offer what the record may say; a ``new`` one asks who shall see it."""
        super().__init__(data, initial=dict(initial or {}))
        self._words, self._noun = words, choice.noun
        for column in choice.noun.columns:
            if not column.told and (column.name != "party" or choice.party is None):
                self.fields[column.name] = _field(column, words, choice)
        if new:
            for one in fields(choice.noun.content):  # type: ignore[arg-type]  # a dataclass, as the noun says
                if one.name in self.fields and isinstance(one.default, str):
                    self.fields[one.name].initial = one.default
            reaches = {key: name for key, name in REACHES.items() if key != "working group" or "line" in self.fields}
            self.fields["reach"] = forms.ChoiceField(
                label=_("Who sees it"),
                help_text=_("It can be widened later, by your own people alone."),
                choices=list(reaches.items()),
                initial=choice.noun.reach,
                widget=forms.RadioSelect,
            )

    def clean(self) -> dict[str, Any]:
        """Keep together what belongs together."""
        given: dict[str, Any] = super().clean() or self.cleaned_data
        for figure, unit in measures(self._noun.columns):
            if self.errors.keys() & {figure, unit}:
                continue
            if given.get(figure) is not None and not given.get(unit):
                self.add_error(unit, _("Say in what it is counted."))
            elif given.get(unit) and given.get(figure) is None:
                self.add_error(figure, _("Say how much it is, or leave what it is counted in empty."))
        for first, last in self._words.forward:
            if given.get(first) and given.get(last) and given[last] < given[first]:
                self.add_error(last, _("The last day is before the first one."))
        if given.get("reach") == "working group" and given.get("line") is None and "line" not in self.errors:
            self.add_error("line", _("Choose the line of effort whose working group shall see it."))
        return given

    @property
    def content(self) -> Any:
        """Give what a valid form says as the noun's content; a column that was not asked stays at its default."""
        asked = [one.name for one in self._noun.columns if one.name in self.fields]
        return self._noun.content(**{name: self.cleaned_data[name] for name in asked})


def measures(columns: tuple[Column, ...]) -> Iterator[tuple[str, str]]:
    """Give the names of each figure and of the unit or currency right after it."""
    for one, other in pairwise(columns):
        if one.form is Form.NUMBER and other.form in _UNITS:
            yield one.name, other.name


def _field(column: Column, words: KeptWords, choice: KeptChoice) -> forms.Field:
    """Make the field of a column."""
    own: dict[str, Any] = {
        "label": words.labels[column.name],
        "help_text": words.hints.get(column.name, ""),
        "required": column.required or column.name in words.demanded,
    }
    longest = column.longest or None
    if column.form is Form.TEXT:
        return forms.CharField(max_length=longest, widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}), **own)
    if column.form is Form.UNIT:
        return UnitField(max_length=longest, widget=UnitInput(attrs={"dir": "auto"}), **own)
    if column.proposes and choice.proposed.get(column.name):
        proposing = ProposingInput(choice.proposed[column.name], attrs={"dir": "auto"})
        return forms.CharField(max_length=longest, widget=proposing, **own)
    if column.form is Form.WORDS:
        return forms.CharField(max_length=longest, widget=forms.TextInput(attrs={"dir": "auto"}), **own)
    if column.form is Form.NUMBER:
        return FigureField(places=column.places, signed=column.signed, **own)
    if column.form is Form.DAY:
        return forms.DateField(widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"), **own)
    offered = [("", "—"), *options(column, choice)]
    if column.form in (Form.LINE, Form.RECORD):
        return forms.TypedChoiceField(choices=offered, coerce=int, empty_value=None, **own)
    return forms.ChoiceField(choices=offered, **own)


def options(column: Column, choice: KeptChoice) -> list[tuple[str, str]]:
    """List what a column may be, each with what people call it; nothing where it is written and not chosen."""
    if column.form is Form.CHOICE:
        return [(one, word(one)) for one in column.choices]
    if column.form is Form.PARTY:
        return [(one.code, party_name(one)) for one in in_order(choice.parties, lambda one: one)]
    if column.form is Form.LINE:
        return [(str(one.number), f"{one.number}. {one.title}") for one in choice.lines]
    if column.form is Form.RECORD:
        return [(str(one.id), one.title) for one in choice.records[column.name]]
    if column.form is Form.CURRENCY:
        tongue = locale()
        return [(code, f"{code} – {get_currency_name(code, locale=tongue)}") for code in sorted(currencies.codes())]
    return []
