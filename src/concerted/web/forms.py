"""What people write: a status with its evidence, a meeting's days, a correction."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from concerted.web.words import word

STATUSES = ("open", "in progress", "fulfilled", "lapsed", "superseded")


class StatusForm(forms.Form):
    """A commitment's new status and what it rests on."""

    status = forms.ChoiceField(label=_("New status"))
    evidence = forms.CharField(
        label=_("Evidence"),
        help_text=_("What shows it: a report, a decision, an address. It stays in the record with your name."),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
    )

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # handed on as they come
        self.fields["status"].choices = [(status, word(status)) for status in STATUSES]  # type: ignore[attr-defined]


class HeldForm(forms.Form):
    """The first day on which a meeting took place; ``seen`` is the edition that was shown."""

    start = forms.DateField(
        label=_("First day on which it took place"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    seen = forms.IntegerField(required=False, widget=forms.HiddenInput)
