"""The words of agendas and delegations: what an item is, where it stands, why it was drafted; roles of delegates."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

AGENDA: dict[str, Promise] = {
    "item": _("agenda item"),
    "minute": pgettext_lazy("a noun of the register", "entry of the minutes"),
    "conclusion": pgettext_lazy("of a meeting", "decision"),
    "action": _("action point"),
    "reservation": _("reservation"),
    "done": pgettext_lazy("of an action point", "done"),
    "verified": pgettext_lazy("of an action point", "verified"),
    "adequate": pgettext_lazy("of an action point", "adequate"),
    "not adequate": pgettext_lazy("of an action point", "not adequate"),
    "undone": _("not done"),
    "on the agenda": _("on the agenda"),
    "left out": pgettext_lazy("of an agenda item", "left out"),
    "unreported": _("nobody reported"),
    "unanswered": _("not answered"),
    "uncovered": _("not covered"),
    "funding": _("money is missing"),
    "undelivered": _("not delivered"),
    "off course": _("behind its way"),
    "texts": _("cited since the last meeting"),
    "orphaned": _("without a place in the corrected text"),
    "paper": _("meeting paper"),
    "current": pgettext_lazy("of a paper", "in force"),
    "delegate": _("delegate"),
    "head of delegation": _("head of delegation"),
    "adviser": _("adviser"),
    "interpreter": _("interpreter"),
    "invited": pgettext_lazy("of a delegate", "invited"),
    "registered": pgettext_lazy("of a delegate", "registered"),
}
