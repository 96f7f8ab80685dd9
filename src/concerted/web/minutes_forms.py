"""What is written down while a meeting sits: an entry of the minutes, a decision, an action point."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from concerted.register.nouns import action, conclusion, minute
from concerted.register.rows.minutes import Minutes
from concerted.web.names import party_name
from concerted.web.protocol import in_order

KINDS = ("minute", "conclusion", "action")
_LABELS = {
    "minute": pgettext_lazy("of minutes", "What was said"),
    "conclusion": pgettext_lazy("of a decision", "What was decided"),
    "action": pgettext_lazy("of an action point", "What is to be done"),
}


class WrittenForm(forms.Form):
    """Something to be written down at an item of the agenda (None: at none)."""

    def __init__(self, page: Minutes, kind: str, item: int | None, data: Mapping[str, Any] | None = None) -> None:
        """Ask for what belongs to the kind; the fields of each form on the page have names of their own."""
        super().__init__(data, auto_id=f"{kind}-{item or 0}-%s")
        self.kind, self.item, self._meeting = kind, item, page.agenda.meeting.id
        widget = forms.Textarea(attrs={"rows": 3 if kind == "minute" else 2, "dir": "auto"})
        self.fields["text"] = forms.CharField(label=_LABELS[kind], max_length=20_000, widget=widget)
        if kind == "action":
            every = [(one.code, party_name(one)) for one in in_order(page.parties, lambda one: one)]
            who: list[tuple[str, Any]] = [("", _("the secretariat")), *every]
            self.fields["responsible"] = forms.ChoiceField(
                label=pgettext_lazy("of an action point", "Owner"), choices=who, required=False
            )
            self.fields["verifier"] = forms.ChoiceField(
                label=pgettext_lazy("of an action point", "Verified by"), choices=who, required=False
            )
            self.fields["due"] = forms.DateField(
                label=pgettext_lazy("of an action point", "To be done by"),
                required=False,
                widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
            )

    def content(self, line: int | None) -> Any:
        """Give what a valid form says as the content of its noun, an action point's of the item's line."""
        given: dict[str, Any] = {**self.cleaned_data, "meeting": self._meeting, "item": self.item}
        if self.kind == "action":
            return action.Content(line=line, **given)
        return minute.Content(**given) if self.kind == "minute" else conclusion.Content(**given)
