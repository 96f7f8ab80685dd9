"""What people write when they follow an action point up."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from concerted.actions.follow_up import LONGEST


class DoneForm(forms.Form):
    """The evidence that an action point is done: words, an address, or both."""

    seen = forms.CharField(required=False, max_length=10, widget=forms.HiddenInput)
    text = forms.CharField(
        label=pgettext_lazy("of an action point", "What was done, and what shows it"),
        required=False,
        max_length=LONGEST["text"],
        widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
    )
    link = forms.CharField(
        label=_("Address of the evidence"),
        help_text=_("Such as a document on the web, by its address."),
        required=False,
        max_length=LONGEST["link"],
        widget=forms.TextInput(attrs={"dir": "ltr", "inputmode": "url"}),
    )


class VerdictForm(forms.Form):
    """Whether what was done is adequate, and why."""

    seen = forms.CharField(required=False, max_length=10, widget=forms.HiddenInput)
    verdict = forms.ChoiceField(
        label=_("Is what was done adequate?"),
        choices=[("adequate", _("Adequate")), ("not adequate", _("Not adequate: it is open again"))],
        widget=forms.RadioSelect,
    )
    text = forms.CharField(
        label=_("Why"), max_length=LONGEST["text"], widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"})
    )
