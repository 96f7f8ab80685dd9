"""What people write when they ask a partner, and what it answers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from concerted.register.rows.clarifications import ClarificationChoice


class QuestionForm(forms.Form):
    """A question, and the line that it is about where it is about no contribution."""

    line = forms.TypedChoiceField(label=_("Line of effort"), required=False, coerce=int, empty_value=None)
    text = forms.CharField(
        label=_("Your question"), max_length=5000, widget=forms.Textarea(attrs={"rows": 4, "dir": "auto"})
    )

    def __init__(self, choice: ClarificationChoice, data: Mapping[str, Any] | None = None) -> None:
        """Offer the lines about which the person may ask."""
        super().__init__(data)
        if choice.contribution is not None:
            del self.fields["line"]
            return
        offered: list[tuple[object, object]] = [(one.number, f"{one.number}. {one.title}") for one in choice.lines]
        field: Any = self.fields["line"]
        field.required = not choice.in_general
        field.choices = [("", "—"), *offered]


class AnswerForm(forms.Form):
    """An answer."""

    text = forms.CharField(
        label=_("Your answer"), max_length=5000, widget=forms.Textarea(attrs={"rows": 4, "dir": "auto"})
    )
