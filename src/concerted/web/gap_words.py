"""What is missing of the money that is asked for, said in a line."""

from __future__ import annotations

from django.utils.translation import gettext as _

from concerted.register.rows.funding_gaps import FundingGapRow
from concerted.web.isolation import isolated
from concerted.web.words import money


def gap_said(gap: FundingGapRow) -> str:
    """Say a gap in the reader's language, each amount with its currency."""
    amounts = {
        name: isolated(money(amount, gap.currency))
        for name, amount in (
            ("missing", gap.missing),
            ("asked", gap.asked),
            ("pledged", gap.pledged),
            ("delivered", gap.delivered),
        )
    }
    if gap.missing:
        return _("%(missing)s missing of %(asked)s asked (pledged %(pledged)s, delivered %(delivered)s)") % amounts
    return _("Nothing missing of %(asked)s asked (pledged %(pledged)s, delivered %(delivered)s)") % amounts
