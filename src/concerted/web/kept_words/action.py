"""The words of action points."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from concerted.web.kept_words.words import KeptWords

ACTION = KeptWords(
    noun="action",
    title=_("Action points"),
    question=_("Who does what by when, and who verifies that it is done?"),
    add=_("Enter an action point"),
    change=_("Change an action point"),
    withdraw=_("Withdraw an action point"),
    none=_("No action point that you may see."),
    entered=_("The action point is entered."),
    changed=_("The action point is changed."),
    withdrawn=_("The action point is withdrawn."),
    labels={
        "meeting": _("Meeting"),
        "item": _("Agenda item"),
        "line": _("Line of effort"),
        "text": pgettext_lazy("of an action point", "What is to be done"),
        "responsible": pgettext_lazy("of an action point", "Owner"),
        "verifier": pgettext_lazy("of an action point", "Verified by"),
        "due": pgettext_lazy("of an action point", "To be done by"),
        "status": _("Status"),
    },
    hints={
        "responsible": _("Empty: the secretariat. The owner alone says that it is done."),
        "verifier": _("Empty: the secretariat. It is another than the owner."),
    },
    listed=("status", "due", "responsible", "verifier", "line", "meeting"),
    heading="text",
    order=("due", "-pk"),
)
