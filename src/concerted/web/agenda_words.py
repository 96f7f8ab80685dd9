"""The words of agendas and delegations: what an item is, where it stands, why it was drafted; roles of delegates."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

AGENDA: dict[str, Promise] = {
    "item": _("agenda item"),
    "on the agenda": _("on the agenda"),
    "left out": pgettext_lazy("of an agenda item", "left out"),
    "unreported": _("nobody reported"),
    "unanswered": _("not answered"),
    "uncovered": _("not covered"),
    "undelivered": _("not delivered"),
    "off course": _("behind its way"),
    "texts": _("cited since the last meeting"),
    "orphaned": _("without a place in the corrected text"),
    "delegate": _("delegate"),
    "head of delegation": _("head of delegation"),
    "adviser": _("adviser"),
    "interpreter": _("interpreter"),
    "registered": pgettext_lazy("of a delegate", "registered"),
}
