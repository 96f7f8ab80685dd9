"""What the secretariat writes when it invites somebody, and the invited person when they come."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.contrib.auth.password_validation import password_validators_help_text_html
from django.utils.translation import gettext_lazy as _

from concerted.register.access import MEMBERS
from concerted.register.rows.people import PeoplePage, Welcome
from concerted.web.names import party_name
from concerted.web.protocol import in_order
from concerted.web.words import word


class InvitationForm(forms.Form):
    """Whom to invite, and to which role."""

    email = forms.EmailField(label=_("E-mail address"), max_length=254, widget=forms.EmailInput(attrs={"dir": "auto"}))
    name = forms.CharField(label=_("Name"), max_length=200, widget=forms.TextInput(attrs={"dir": "auto"}))
    role = forms.ChoiceField(label=_("Role"))
    party = forms.ChoiceField(
        label=_("Partner"),
        required=False,
        help_text=_("Whom a focal point or a partner reader belongs to; others may have none."),
    )
    organisation = forms.CharField(
        label=_("Organisation"),
        required=False,
        max_length=200,
        help_text=_("Where an observer or auditor comes from who belongs to no partner."),
        widget=forms.TextInput(attrs={"dir": "auto"}),
    )
    line = forms.TypedChoiceField(
        label=_("Line of effort"),
        required=False,
        coerce=int,
        empty_value=None,
        help_text=_("Which one a line lead leads."),
    )

    def __init__(self, page: PeoplePage, data: Mapping[str, Any] | None = None) -> None:
        """Offer the coalition's own partners and lines."""
        super().__init__(data)
        choices: dict[str, list[tuple[object, object]]] = {
            "role": [("", "—"), *((str(role), word(role)) for role in MEMBERS)],
            "party": [("", "—"), *((one.code, party_name(one)) for one in in_order(page.parties, lambda one: one))],
            "line": [("", "—"), *((one.number, f"{one.number}. {one.title}") for one in page.lines)],
        }
        for name, offered in choices.items():
            self.fields[name].choices = offered  # type: ignore[attr-defined]  # they are all choices


class AcceptanceForm(forms.Form):
    """The name to sign in with, the name that the record shows, and a password."""

    username = forms.CharField(
        label=_("User name"),
        max_length=150,
        help_text=_("You sign in with it: letters, digits, . - _ or @."),
        widget=forms.TextInput(attrs={"autocomplete": "username", "autocapitalize": "none"}),
    )
    name = forms.CharField(
        label=_("Name, as the record shows it"),
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "name", "dir": "auto"}),
    )
    password = forms.CharField(
        label=_("Password"),
        strip=False,
        max_length=1000,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def __init__(self, welcome: Welcome, data: Mapping[str, Any] | None = None) -> None:
        """Start from what the invitation says."""
        super().__init__(data, initial={"name": welcome.name})
        self.fields["password"].help_text = password_validators_help_text_html()
