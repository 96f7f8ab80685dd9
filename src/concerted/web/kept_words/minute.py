"""The words of minutes."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from concerted.web.kept_words.words import KeptWords

MINUTE = KeptWords(
    noun="minute",
    title=pgettext_lazy("of meetings", "Minutes"),
    question=_("What was said at the meeting?"),
    add=_("Enter something in the minutes"),
    change=_("Change an entry of the minutes"),
    withdraw=_("Withdraw an entry of the minutes"),
    none=_("No minutes that you may see."),
    entered=_("It is entered in the minutes."),
    changed=_("The entry is changed."),
    withdrawn=_("The entry is withdrawn."),
    labels={
        "meeting": _("Meeting"),
        "item": _("Agenda item"),
        "text": pgettext_lazy("of minutes", "What was said"),
    },
    listed=("meeting", "item"),
    heading="text",
)
