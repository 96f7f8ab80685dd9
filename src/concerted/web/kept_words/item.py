"""The words of agenda items."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from concerted.web.kept_words.words import KeptWords

ITEM = KeptWords(
    noun="item",
    title=_("Agenda items"),
    question=_("What will the meeting talk about, and for how long?"),
    add=_("Add an agenda item"),
    change=_("Change an agenda item"),
    withdraw=_("Withdraw an agenda item"),
    none=_("Nothing is on an agenda yet."),
    entered=_("The item is added."),
    changed=_("The item is changed."),
    withdrawn=_("The item is withdrawn."),
    labels={
        "meeting": _("Meeting"),
        "line": _("Line of effort"),
        "title": pgettext_lazy("of an agenda item", "Title"),
        "minutes": _("Minutes"),
        "speaker": _("Speaker"),
        "room": pgettext_lazy("where a meeting sits", "Room"),
        "note": _("Remark"),
        "status": _("Status"),
        "why": _("Why it is left out"),
    },
    hints={
        "minutes": _("In whole minutes; empty where no time is set aside."),
        "why": _("Only for what is left out; the next draft goes by it."),
    },
    listed=("meeting", "line", "minutes", "status"),
)
