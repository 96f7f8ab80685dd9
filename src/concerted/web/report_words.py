"""The words of a meeting's report in the reader's language."""

from __future__ import annotations

from django.conf import settings
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from concerted.exports.plenary import Wording
from concerted.web.gap_words import gap_said
from concerted.web.names import party_name
from concerted.web.words import full_day, word

_LABELS: dict[str, Promise] = {
    "Meeting": _("Meeting"),
    "Participants": _("Participants"),
    "Delegation": pgettext_lazy("to a meeting", "Delegation"),
    "Delegates": pgettext_lazy("to a meeting", "Delegates"),
    "Agenda": _("Agenda"),
    "Minutes": pgettext_lazy("of meetings", "Minutes"),
    "At no item of the agenda": _("At no item of the agenda"),
    "Action point": _("Action point"),
    "Action points": _("Action points"),
    "Nothing is written down.": _("Nothing is written down."),
    "Decision": pgettext_lazy("of a meeting", "Decision"),
    "Decisions": pgettext_lazy("of a meeting", "Decisions"),
    "Owner": pgettext_lazy("of an action point", "Owner"),
    "Verified by": pgettext_lazy("of an action point", "Verified by"),
    "To be done by": pgettext_lazy("of an action point", "To be done by"),
    "Status": _("Status"),
    "Reference": pgettext_lazy("the address of a record", "Reference"),
    "Reservations": _("Reservations"),
    "Days": pgettext_lazy("on which a meeting takes place", "Days"),
    "Times": pgettext_lazy("at which a meeting opens and closes", "Times"),
    "Place": _("Place"),
    "Room": pgettext_lazy("where a meeting sits", "Room"),
    "Host": _("Host"),
    "Line of effort": _("Line of effort"),
    "Series": _("Series"),
    "Attendance": _("Attendance"),
    "Time": pgettext_lazy("that an agenda takes", "Time"),
    "Item": _("Agenda item"),
    "Speaker": _("Speaker"),
    "Funding gaps": _("Funding gaps"),
    "Papers": _("Papers"),
    "Version": _("Version"),
    "not handed in yet": _("not handed in yet"),
    "the secretariat": _("the secretariat"),
}


def wording() -> Wording:
    """Give the words of a report in the language that is being spoken."""

    def say(words: str) -> str:
        return str(_LABELS[words]) if words in _LABELS else str(word(words))

    return Wording(say=say, day=full_day, party=party_name, gap=gap_said, origin=settings.ORIGIN)
