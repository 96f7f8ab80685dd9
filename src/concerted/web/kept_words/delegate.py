"""The words of delegates."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from concerted.web.kept_words.words import KeptWords

DELEGATE = KeptWords(
    noun="delegate",
    title=_("Delegates"),
    question=_("Who comes to which meeting, for whom and in which role?"),
    add=_("Register a delegate"),
    change=_("Change a registration"),
    withdraw=_("Delete an entry made in error"),
    none=_("Nobody is registered yet."),
    entered=_("The delegate is registered."),
    changed=_("The registration is changed."),
    withdrawn=_("The entry is deleted."),
    labels={
        "meeting": _("Meeting"),
        "party": _("Partner"),
        "organisation": _("Organisation"),
        "person": pgettext_lazy("who comes to a meeting", "Name"),
        "role": pgettext_lazy("in a delegation", "Role"),
        "status": pgettext_lazy("of a registration", "Registration"),
        "note": _("Remark"),
    },
    hints={
        "organisation": _("Only for one that is no partner."),
        "status": _("Whoever withdraws stays on record and loses the seat."),
    },
    listed=("party", "organisation", "role", "status", "meeting"),
    heading="person",
)
