"""The words of meeting papers."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from concerted.web.kept_words.words import KeptWords

PAPER = KeptWords(
    noun="paper",
    title=_("Papers"),
    question=_("What is there to read for which meeting?"),
    add=_("Announce a paper"),
    change=_("Change a paper"),
    withdraw=_("Delete a paper entered in error"),
    none=_("There are no papers yet."),
    entered=_("The paper is announced; its file can be handed in now."),
    changed=_("The paper is changed."),
    withdrawn=_("The paper is deleted."),
    labels={
        "meeting": _("Meeting"),
        "item": _("Agenda item"),
        "title": pgettext_lazy("of a paper", "Title"),
        "note": _("Remark"),
        "status": _("Status"),
        "why": _("Why it is withdrawn"),
    },
    hints={"why": _("Only for a paper that stands no more; it stays on record.")},
    listed=("meeting", "item", "status"),
)
