"""What the owner of a record writes to release it to others."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from concerted.register.audience import Wanted
from concerted.register.rows.releases import ReleasePage
from concerted.web.names import party_name
from concerted.web.protocol import in_order
from concerted.web.words import RELEASES


class ReleaseForm(forms.Form):
    """To whom a record is released."""

    reach = forms.ChoiceField(label=_("Released to"), widget=forms.RadioSelect)
    parties = forms.MultipleChoiceField(
        label=_("Which partners, where they are named"), required=False, widget=forms.CheckboxSelectMultiple
    )
    line = forms.TypedChoiceField(
        label=_("Which line’s working group"),
        required=False,
        coerce=int,
        empty_value=None,
        help_text=_("The partners with a seat in it, and whoever leads the line."),
    )
    with_records = forms.BooleanField(
        label=_("Widen what comes from the statement too, where it was released as the statement was"), required=False
    )
    seen = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, page: ReleasePage, data: Mapping[str, Any] | None = None) -> None:
        """Start from the release as it is."""
        now = page.released
        initial = {
            "reach": now.reach,
            "parties": [party.code for party in now.parties],
            "line": now.line.number if now.line else None,
            "seen": page.edition,
        }
        super().__init__(data, initial=initial)
        parties = [(party.code, party_name(party)) for party in in_order(page.parties, lambda one: one)]
        choices: dict[str, list[tuple[object, object]]] = {
            "reach": list(RELEASES.items()),
            "parties": list(parties),
            "line": [("", "—"), *((one.number, f"{one.number}. {one.title}") for one in page.lines)],
        }
        for name, offered in choices.items():
            self.fields[name].choices = offered  # type: ignore[attr-defined]  # they are all choices
        if not page.is_statement:
            del self.fields["with_records"]

    def clean(self) -> dict[str, Any]:
        """Ask for the partners of a release to named ones, and for the line of one to a working group."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if cleaned.get("reach") == "named partners" and not cleaned.get("parties"):
            self.add_error("parties", _("Choose at least one partner."))
        if cleaned.get("reach") == "working group" and cleaned.get("line") is None:
            self.add_error("line", _("Choose a line of effort."))
        return cleaned

    @property
    def wanted(self) -> Wanted:
        """Give the release that a valid form asks for."""
        given = self.cleaned_data
        named = given["parties"] if given["reach"] == "named partners" else ()
        return Wanted(given["reach"], frozenset(named), given["line"] if given["reach"] == "working group" else None)
