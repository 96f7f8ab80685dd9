"""The words of decisions of meetings."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from concerted.web.kept_words.words import KeptWords

CONCLUSION = KeptWords(
    noun="conclusion",
    title=_("Decisions of meetings"),
    question=_("What did the meeting decide?"),
    add=_("Enter a decision"),
    change=_("Change a decision"),
    withdraw=_("Withdraw a decision"),
    none=_("No decision that you may see."),
    entered=_("The decision is entered."),
    changed=_("The decision is changed."),
    withdrawn=_("The decision is withdrawn."),
    labels={
        "meeting": _("Meeting"),
        "item": _("Agenda item"),
        "ordinal": pgettext_lazy("of a decision in its meeting", "Number"),
        "text": pgettext_lazy("of a decision", "What was decided"),
    },
    hints={"ordinal": _("Empty: the next number of the meeting.")},
    listed=("ordinal", "meeting", "item"),
    heading="text",
)
