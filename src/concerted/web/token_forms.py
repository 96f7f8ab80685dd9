"""What a person says of a token that they make."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from concerted.register.rows.references import CoalitionRef
from concerted.register.scopes import READ, scopes
from concerted.web.scope_words import scope_name
from concerted.web.words import coalition_name

_DAYS = (30, 90, 365)


class TokenForm(forms.Form):
    """What the token is for, what it may do, where, and for how long."""

    name = forms.CharField(
        label=_("What it is for"),
        max_length=100,
        help_text=_("You know it again by this name: the program, or the machine."),
        widget=forms.TextInput(attrs={"dir": "auto"}),
    )
    scopes = forms.MultipleChoiceField(
        label=_("What it may do"),
        help_text=_("Of what you may do yourself. Reading is enough for most programs."),
        widget=forms.CheckboxSelectMultiple,
        initial=[READ],
    )
    coalition = forms.ChoiceField(label=_("In which coalition"), required=False)
    days = forms.TypedChoiceField(label=_("For how long"), coerce=int, initial=90)

    def __init__(self, coalitions: Iterable[CoalitionRef], data: Mapping[str, Any] | None = None) -> None:
        """Offer every scope, and the person's own coalitions."""
        super().__init__(data)
        choices: dict[str, list[tuple[object, object]]] = {
            "scopes": [(one, scope_name(one)) for one in scopes()],
            "coalition": [("", _("in all of yours")), *((one.slug, coalition_name(one)) for one in coalitions)],
            "days": [(one, ngettext("%(days)s day", "%(days)s days", one) % {"days": one}) for one in _DAYS],
        }
        for name, offered in choices.items():
            self.fields[name].choices = offered  # type: ignore[attr-defined]  # they are all choices
