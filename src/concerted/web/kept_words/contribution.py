"""The words of contributions."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from concerted.web.kept_words.words import KeptWords

CONTRIBUTION = KeptWords(
    noun="contribution",
    title=_("Contributions"),
    question=_("Who gives it, how much, from when to when, and who may know?"),
    add=_("Enter a contribution"),
    change=_("Change a contribution"),
    withdraw=_("Withdraw a contribution"),
    none=_("No contribution is recorded."),
    entered=_("The contribution is entered."),
    changed=_("The contribution is changed."),
    withdrawn=_("The contribution is withdrawn."),
    labels={
        "party": _("Partner"),
        "line": _("Line of effort"),
        "kind": pgettext_lazy("of a contribution", "Kind"),
        "stage": pgettext_lazy("of a contribution", "Stage"),
        "stage_on": _("Day of this stage"),
        "summary": _("What you give"),
        "amount": _("Amount"),
        "currency": _("Currency"),
        "quantity": _("Quantity"),
        "unit": _("Unit"),
        "first": _("First day"),
        "last": _("Last day"),
        "caveat": _("National caveat"),
        "source": _("Source"),
    },
    hints={
        "stage_on": _("Since when it is offered, pledged, committed, under way, delivered or withdrawn."),
        "amount": _("In figures: 2 500 000 or 2,500,000.50."),
        "quantity": _("In figures, with its unit."),
        "unit": _("Such as people, hours or vehicles."),
        "caveat": _("What it may not be used for, or on what condition it is given."),
        "source": _("What it rests on: a decision, a letter, an address."),
    },
    listed=("party", "kind", "stage", "amount", "quantity", "line"),
    heading="summary",
    forward=(("first", "last"),),
    demanded=("party",),
)
