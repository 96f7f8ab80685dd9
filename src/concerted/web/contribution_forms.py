"""What a partner writes when it enters or changes a contribution."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from babel.numbers import get_currency_name
from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from concerted.register.rows.references import LineRef, PartyRef
from concerted.terms import currencies
from concerted.web.figures import FigureField, UnitField
from concerted.web.names import party_name
from concerted.web.words import locale, word

STAGES = ("offered", "pledged", "committed", "under way", "delivered", "withdrawn")
KINDS = ("funds", "personnel", "training", "equipment", "basing", "hosting", "expertise", "other")
REACHES: dict[str, Promise] = {
    "owner only": _("Only your own people"),
    "working group": _("The working group of its line of effort"),
    "coalition": _("The coalition"),
    "public": _("Everybody, the public included"),
}


def _words(rows: int = 0) -> forms.Widget:
    return forms.Textarea(attrs={"rows": rows, "dir": "auto"}) if rows else forms.TextInput(attrs={"dir": "auto"})


def _day() -> forms.Widget:
    return forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class ContributionForm(forms.Form):
    """What is given, how much of it, from when to when, on what condition; ``seen`` is the edition that was shown."""

    summary = forms.CharField(label=_("What you give"), max_length=2000, widget=_words(3))
    kind = forms.ChoiceField(label=pgettext_lazy("of a contribution", "Kind"))
    stage = forms.ChoiceField(label=pgettext_lazy("of a contribution", "Stage"), required=False)
    stage_on = forms.DateField(
        label=_("Day of this stage"),
        required=False,
        help_text=_("Since when it is offered, pledged, committed, under way, delivered or withdrawn."),
        widget=_day(),
    )
    line = forms.TypedChoiceField(label=_("Line of effort"), required=False, coerce=int, empty_value=None)
    amount = FigureField(
        label=_("Amount"), required=False, places=2, help_text=_("In figures: 2 500 000 or 2,500,000.50.")
    )
    currency = forms.ChoiceField(label=_("Currency"), required=False)
    quantity = FigureField(label=_("Quantity"), required=False, places=3, help_text=_("In figures, with its unit."))
    unit = UnitField(
        label=_("Unit"),
        required=False,
        max_length=60,
        help_text=_("Such as people, hours or vehicles."),
        widget=_words(),
    )
    first = forms.DateField(label=_("First day"), required=False, widget=_day())
    last = forms.DateField(label=_("Last day"), required=False, widget=_day())
    caveat = forms.CharField(
        label=_("National caveat"),
        required=False,
        max_length=5000,
        help_text=_("What it may not be used for, or on what condition it is given."),
        widget=_words(3),
    )
    source = forms.CharField(
        label=_("Source"),
        max_length=1000,
        help_text=_("What it rests on: a decision, a letter, an address."),
        widget=_words(),
    )
    seen = forms.CharField(required=False, max_length=10, widget=forms.HiddenInput)

    def __init__(
        self,
        lines: Iterable[LineRef],
        data: Mapping[str, Any] | None = None,
        initial: Mapping[str, Any] | None = None,
        *,
        parties: Iterable[PartyRef] = (),
        new: bool = False,
    ) -> None:
        """Offer the coalition's own lines, and the ``parties`` that may give; a ``new`` one asks who shall see it."""
        super().__init__(data, initial=dict(initial or {}))
        givers = [(one.code, party_name(one)) for one in parties]
        if givers:
            self.fields["party"] = forms.ChoiceField(label=_("Partner"), choices=[("", "—"), *givers])
            self.order_fields(["party"])
        if new:
            self.fields["reach"] = forms.ChoiceField(
                label=_("Who sees it"),
                help_text=_("It can be widened later, by your own people alone."),
                choices=list(REACHES.items()),
                initial="owner only",
                widget=forms.RadioSelect,
            )
        tongue = locale()
        named = [(code, f"{code} – {get_currency_name(code, locale=tongue)}") for code in sorted(currencies.codes())]
        choices: dict[str, list[tuple[object, object]]] = {
            "kind": [("", "—"), *((kind, word(kind)) for kind in KINDS)],
            "stage": [("", "—"), *((stage, word(stage)) for stage in STAGES)],
            "line": [("", "—"), *((one.number, f"{one.number}. {one.title}") for one in lines)],
            "currency": [("", "—"), *named],
        }
        for name, offered in choices.items():
            self.fields[name].choices = offered  # type: ignore[attr-defined]  # they are all choices

    def clean(self) -> dict[str, Any]:
        """Keep together what belongs together."""
        given: dict[str, Any] = super().clean() or self.cleaned_data
        for figure, unit in (("amount", "currency"), ("quantity", "unit")):
            if self.errors.keys() & {figure, unit}:
                continue
            if given.get(figure) is not None and not given.get(unit):
                self.add_error(unit, _("Say in what it is counted."))
            elif given.get(unit) and given.get(figure) is None:
                self.add_error(figure, _("Say how much it is, or leave what it is counted in empty."))
        if given.get("first") and given.get("last") and given["last"] < given["first"]:
            self.add_error("last", _("The last day is before the first one."))
        if given.get("stage_on") and not given.get("stage") and "stage" not in self.errors:
            self.add_error("stage", _("Choose the stage that it came to on this day."))
        if given.get("reach") == "working group" and given.get("line") is None and "line" not in self.errors:
            self.add_error("line", _("Choose the line of effort whose working group shall see it."))
        return given
