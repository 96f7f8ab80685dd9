"""Reminders of a reporting window: by mail, to each focal point whose party has still to report, each once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from concerted.actions import ledger
from concerted.actions.correspondents import addresses
from concerted.register.access import Permission, Role
from concerted.register.binding import owed
from concerted.register.models import Coalition, Membership, Reminder, Stage, User, Window
from concerted.register.queries import references
from concerted.register.rows.references import CoalitionRef, PartyRef
from concerted.register.session import speaking
from concerted.terms.errors import NotFound


@dataclass(frozen=True, slots=True)
class Due:
    """A reminder that is due: to whom, of which window, and on how many commitments they have not reported.

    ``stage`` is how many days before the window closes it belongs to, -1 for after that. ``language`` is the one that
    they want mails in, "" for the site's.
    """

    coalition: CoalitionRef
    window: int
    title: str
    closes: date
    username: str
    address: str
    language: str
    party: PartyRef
    stage: int
    owed: int


def due(*, coalition: str, by: User, today: date) -> list[Due]:
    """List the reminders that are due and were not sent, nothing in them that their receiver may not see.

    Of several days that have passed the last one counts. Raises NotFound, or NotAllowed for who plans no windows.
    """
    home = Coalition.objects.visible_to(by).filter(slug=coalition).first()
    if home is None:
        raise NotFound("no such coalition", where="coalition", expected="one of your coalitions")
    ledger.may(by, home, Permission.WINDOW_KEEP)
    found = []
    for window in Window.objects.visible_to(by).filter(coalition=home, opens__lte=today).prefetch_related("lines"):
        stage = _stage((window.closes - today).days)
        if stage is not None:
            found += list(_of(home, window, stage))
    return found


@ledger.action("reminder.send")
def send(*, reminder: Due, mail: Callable[[Due], None], by: User, at: datetime) -> bool:
    """Send a reminder and keep that it was sent; False where it was before. If ``mail`` raises, it was not."""
    window = Window.objects.visible_to(by).select_related("coalition").filter(pk=reminder.window).first()
    if window is None:
        raise NotFound("no such reporting window", where=f"window {reminder.window}", expected="one that you may see")
    ledger.require(by, window.coalition, Permission.WINDOW_KEEP)
    user = User.objects.get(username=reminder.username)
    party = window.coalition.parties.get(code=reminder.party.code)
    _row, new = Reminder.objects.get_or_create(
        window=window,
        user=user,
        stage=reminder.stage,
        defaults={"coalition": window.coalition, "party": party, "owed": reminder.owed, "at": at},
    )
    if new:
        mail(reminder)
    return new


def _stage(days: int) -> Stage | None:
    """Give the stage that was reached with so many days left; None before the first one."""
    if days < 0:
        return Stage.AFTER
    return min((stage for stage in Stage if stage >= max(days, 1)), default=None)


def _of(home: Coalition, window: Window, stage: Stage) -> Iterator[Due]:
    told = Reminder.objects.filter(window=window, stage=stage).values("user")
    held = Membership.objects.filter(coalition=home, role=Role.FOCAL_POINT, user__is_active=True).exclude(user__in=told)
    every = list(held.select_related("user", "party").order_by("user__username"))
    known = addresses(one.user_id for one in every)
    for one in every:
        if one.party is None or one.user_id not in known:
            continue
        with transaction.atomic(), speaking(one.user):
            seen = Window.objects.visible_to(one.user).filter(pk=window.pk).exists()
            count = owed(one.user, window, one.party.pk).count() if seen else 0
        if count:
            yield Due(
                coalition=CoalitionRef(home.slug, home.name, ()),
                window=window.pk,
                title=window.title,
                closes=window.closes,
                username=one.user.username,
                address=known[one.user_id],
                language=one.user.language,
                party=references.party(one.party),
                stage=stage.value,
                owed=count,
            )
