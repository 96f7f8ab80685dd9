"""Digests by mail: to each member who wants one and has something to read in it, once a week."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from concerted.actions import ledger
from concerted.actions.correspondents import addresses
from concerted.actions.users import OPERATOR
from concerted.register.access import Permission
from concerted.register.models import Coalition, DigestSent, Membership, User
from concerted.register.queries.accounts import lacks_second_factor
from concerted.register.queries.digests import digest
from concerted.register.rows.digest import Digest
from concerted.register.session import speaking
from concerted.terms.errors import NotFound

_WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Letter:
    """A digest for somebody, without parts where there is nothing to say.

    ``person`` is their number, ``language`` the one that they want mails in, "" for the site's; ``week`` is a Monday.
    """

    person: int
    username: str
    address: str
    language: str
    week: date
    digest: Digest


def due(*, coalition: str, by: User, now: datetime, needing: Collection[str] = ()) -> Iterator[Letter]:
    """Give the digests of this week that were not sent, each worked out when its turn comes, as its reader then sees.

    Who wants none, has no confirmed address, or lacks the second step that a role of theirs needs (``needing``) has
    none. Raises NotFound, or NotAllowed for who does not remind people.
    """
    home = _home(coalition, by)
    ledger.may(by, home, Permission.WINDOW_KEEP)
    today = timezone.localtime(now).date()
    week = today - timedelta(days=today.weekday())
    told = DigestSent.objects.filter(coalition=home, week=week).values("user")
    people = _wanting(home).exclude(pk__in=told)
    known = addresses(one.pk for one in people)
    for one in people:
        if one.pk not in known or lacks_second_factor(one, needing):
            continue
        last = DigestSent.objects.filter(coalition=home, user=one).order_by("-week").first()
        with transaction.atomic(), speaking(one):
            found = digest(one, home.slug, today=today, since=last.at if last else now - _WEEK)
        yield Letter(one.pk, one.username, known[one.pk], one.language, week, found)


def unreachable(*, coalition: str, by: User) -> tuple[str, ...]:
    """Name those who want digests and have no confirmed address. Raises as ``due``."""
    home = _home(coalition, by)
    ledger.may(by, home, Permission.WINDOW_KEEP)
    people = tuple(_wanting(home))
    known = addresses(one.pk for one in people)
    return tuple(one.username for one in people if one.pk not in known)


@ledger.action("digest.send")
def send(*, letter: Letter, mail: Callable[[Letter], None], by: User, at: datetime) -> bool:
    """Send a digest and keep that it was sent; False where one was this week. If ``mail`` raises, it was not."""
    home = _home(letter.digest.coalition.slug, by)
    ledger.require(by, home, Permission.WINDOW_KEEP)
    _row, new = DigestSent.objects.get_or_create(
        coalition=home, user_id=letter.person, week=letter.week, defaults={"at": at}
    )
    if new:
        mail(letter)
    return new


def _wanting(home: Coalition) -> QuerySet[User]:
    held = Membership.objects.filter(coalition=home, user__is_active=True, user__digests=True)
    # The command line's own account is nobody's.
    people: QuerySet[User] = User.objects.filter(pk__in=held.values("user")).exclude(username=OPERATOR)
    return people.order_by("username")


def _home(coalition: str, by: User) -> Coalition:
    home = Coalition.objects.visible_to(by).filter(slug=coalition).first()
    if home is None:
        raise NotFound("no such coalition", where="coalition", expected="one of your coalitions")
    return home
