"""How often a series of meetings must come together: rules with their source, from a day to a day."""

from __future__ import annotations

from datetime import date, datetime

from concerted.actions import ledger, validity
from concerted.actions.accessions import home_of
from concerted.register.access import Permission
from concerted.register.models import Cadence, User
from concerted.terms.errors import Conflict

LONGEST_SERIES, LONGEST_QUOTE = 200, 1000
# Ten years: what comes more rarely is no series.
MOST_DAYS = 3653


@ledger.action("cadence.set")
def set_rule(
    *,
    coalition: str,
    series: str,
    days: int,
    said_by: str,
    by: User,
    at: datetime,
    quote: str = "",
    since: date | None = None,
    until: date | None = None,
) -> int:
    """Record that a series must meet at least every so many days, from a day (None: not known) on; gives its number.

    ``said_by`` names what says so, ``quote`` is the passage. A rule that held before ends the day before.
    Raises NotFound, NotAllowed, or Conflict, whose ``where`` is the field.
    """
    home = home_of(coalition, by, Permission.MEETING_KEEP)
    name, passage = (" ".join(words.split()) for words in (series, quote))
    if not 0 < len(name) <= LONGEST_SERIES:
        raise Conflict(f"it has {len(name)} characters", where="series", expected=f"between 1 and {LONGEST_SERIES}")
    if not 0 < days <= MOST_DAYS:
        raise Conflict(f"{days} days", where="days", expected=f"1 to {MOST_DAYS} days")
    if len(passage) > LONGEST_QUOTE:
        raise Conflict(f"it has {len(passage)} characters", where="quote", expected=f"at most {LONGEST_QUOTE}")
    words = validity.source(said_by, "said_by")
    own = {"coalition": home, "series": name}
    if since is not None:
        validity.follow(Cadence, own, since, words)
    validity.free(Cadence, own, since, until)
    made = Cadence.objects.create(**own, days=days, quote=passage, since=since, until=until, said_by=words)
    return made.pk
