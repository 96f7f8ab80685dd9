"""Warnings of the clock: by mail, to who keeps meetings and to who leads a line whose group must meet, each once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from concerted.actions import ledger
from concerted.actions.correspondents import addresses
from concerted.convening.warnings import stage
from concerted.register.access import Permission, Role
from concerted.register.models import ClockNotice, Coalition, Membership, User
from concerted.register.queries.clock_pages import clock
from concerted.register.rows.board import ClockRow
from concerted.register.rows.references import CoalitionRef
from concerted.register.session import speaking
from concerted.terms.errors import NotFound


@dataclass(frozen=True, slots=True)
class Warned:
    """A warning that is due: to whom, of which series, by when and at which stage (-1: it is late).

    ``row`` is how the series stands, as its receiver may see it. ``language`` is the one that they want mails in, ""
    for the site's.
    """

    coalition: CoalitionRef
    username: str
    address: str
    language: str
    row: ClockRow
    due: date
    stage: int


def due(*, coalition: str, by: User, today: date) -> list[Warned]:
    """List the warnings that are due and were not sent, nothing in them that their receiver may not see.

    Of several stages that have passed the last one counts. Raises NotFound, or NotAllowed for who keeps no meetings.
    """
    home = _home(coalition, by)
    ledger.may(by, home, Permission.MEETING_KEEP)
    held = Membership.objects.filter(
        coalition=home, role__in=(Role.SECRETARIAT, Role.LINE_LEAD), user__is_active=True
    ).select_related("user", "line")
    lines: dict[User, set[int] | None] = {}
    for one in sorted(held, key=lambda each: each.user.username):
        every = one.line is None or lines.get(one.user, set()) is None
        lines[one.user] = None if every else {*(lines.get(one.user) or ()), one.line.number if one.line else 0}
    known = addresses(one.pk for one in lines)
    return [
        found for user in lines if user.pk in known for found in _of(home, user, known[user.pk], lines[user], today)
    ]


@ledger.action("clock_notice.send")
def send(*, notice: Warned, mail: Callable[[Warned], None], by: User, at: datetime) -> bool:
    """Send a warning and keep that it was sent; False where it was before. If ``mail`` raises, it was not."""
    home = _home(notice.coalition.slug, by)
    ledger.require(by, home, Permission.MEETING_KEEP)
    _row, new = ClockNotice.objects.get_or_create(
        coalition=home,
        user=User.objects.get(username=notice.username),
        series=notice.row.series,
        due=notice.due,
        stage=notice.stage,
        defaults={"at": at},
    )
    if new:
        mail(notice)
    return new


def _home(coalition: str, by: User) -> Coalition:
    home = Coalition.objects.visible_to(by).filter(slug=coalition).first()
    if home is None:
        raise NotFound("no such coalition", where="coalition", expected="one of your coalitions")
    return home


def _of(home: Coalition, user: User, address: str, lines: set[int] | None, today: date) -> Iterator[Warned]:
    """Give what is due to a person; ``lines`` are those that they lead, None for who keeps every meeting."""
    told = set(ClockNotice.objects.filter(coalition=home, user=user).values_list("series", "due", "stage"))
    with transaction.atomic(), speaking(user):
        page = clock(user, home.slug, today=today)
    for one in page.series:
        row = one.running
        if row is None or row.due_on is None or (lines is not None and one.line not in lines):
            continue
        reached = stage(row.due_on, today)
        if reached is not None and (one.series, row.due_on, reached) not in told:
            yield Warned(
                coalition=CoalitionRef(home.slug, home.name, ()),
                username=user.username,
                address=address,
                language=user.language,
                row=row,
                due=row.due_on,
                stage=reached,
            )
