"""The words of requirements."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from concerted.web.kept_words.words import KeptWords

REQUIREMENT = KeptWords(
    noun="requirement",
    title=_("Requirements"),
    question=_("What is needed, how much of it, where, by when, and how urgently?"),
    add=_("Enter a requirement"),
    change=_("Change a requirement"),
    withdraw=_("Withdraw a requirement"),
    none=_("No requirement is recorded."),
    entered=_("The requirement is entered."),
    changed=_("The requirement is changed."),
    withdrawn=_("The requirement is withdrawn."),
    labels={
        "party": pgettext_lazy("of a requirement", "Who needs it"),
        "part_of": _("Request for assistance"),
        "line": _("Line of effort"),
        "kind": pgettext_lazy("of a requirement", "Kind"),
        "summary": pgettext_lazy("of a requirement", "What is needed"),
        "quantity": _("Quantity"),
        "unit": _("Unit"),
        "amount": _("Amount"),
        "currency": _("Currency"),
        "place": pgettext_lazy("of a requirement", "Where"),
        "needed_from": _("Needed from"),
        "needed_by": _("Needed by"),
        "priority": _("Priority"),
        "status": pgettext_lazy("of a requirement", "How much is covered"),
        "source": _("Source"),
    },
    hints={
        "quantity": _("In figures, with its unit."),
        "unit": _("Such as people, hours or vehicles."),
        "amount": _("In figures: 2 500 000 or 2,500,000.50."),
        "source": _("What it rests on: a decision, a letter, an address."),
    },
    listed=("party", "kind", "quantity", "amount", "place", "needed_from", "needed_by", "priority", "status", "line"),
    heading="summary",
    forward=(("needed_from", "needed_by"),),
)
