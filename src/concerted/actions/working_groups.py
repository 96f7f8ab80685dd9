"""Who leads a line of effort and who sits in its working group: what is released to the group reaches them."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from concerted.actions import ledger, validity
from concerted.actions.accessions import home_of, party_of
from concerted.actions.records import naming
from concerted.register.access import Permission
from concerted.register.models import LineLead, User, WorkingGroupSeat


@ledger.action("working_group.seat")
def seat(
    *,
    coalition: str,
    line: int,
    party: str,
    said_by: str,
    by: User,
    at: datetime,
    since: date | None = None,
    until: date | None = None,
) -> int:
    """Give a partner a seat from a day (None: not known) to a day (None: open); gives its number.

    Raises NotFound for no such line or partner, NotAllowed, or Conflict if it has one on one of the days.
    """
    return _give(WorkingGroupSeat, coalition, line, party, since, until, said_by, by)


@ledger.action("line.give_lead")
def lead(
    *,
    coalition: str,
    line: int,
    party: str,
    said_by: str,
    by: User,
    at: datetime,
    since: date | None = None,
    until: date | None = None,
) -> int:
    """Record that a partner leads a line of effort from a day to a day. Gives and raises as ``seat``."""
    return _give(LineLead, coalition, line, party, since, until, said_by, by)


def _give(
    model: type[Any], slug: str, line: int, code: str, since: date | None, until: date | None, said_by: str, by: User
) -> int:
    home = home_of(slug, by, Permission.WORKING_GROUP_KEEP)
    own = {"line": naming.line(home, line), "party": party_of(home, code)}
    words = validity.source(said_by, "said_by")
    validity.free(model, own, since, until)
    made = model.objects.create(coalition=home, since=since, until=until, said_by=words, **own)
    return int(made.pk)
