"""Action points: how one is followed up, those that are late, and those of a line, a partner or a meeting."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from django.db.models import F, Q

from concerted.register.access import Permission, Role
from concerted.register.models import Action, ActionStatus, Reach, Verification
from concerted.register.models.scope import Person
from concerted.register.nouns import NOUNS
from concerted.register.queries import references
from concerted.register.queries.kept import missing
from concerted.register.queries.kept_pages import kept_list, kept_records
from concerted.register.queries.scope import Scope, enter
from concerted.register.rows.action_points import ActionFollowUp, FollowUpRow, OpenActions
from concerted.register.rows.kept_pages import KeptList

# On the page of something else.
_SHOWN = 10


def action_points(
    user: Person,
    slug: str,
    *,
    asked: Mapping[str, str] | None = None,
    late_on: date | None = None,
    order: Sequence[str] = ("-pk",),
    page: int = 1,
) -> KeptList:
    """List action points as ``kept_list`` does, or of them those that are late on a day."""
    late = _late(late_on) if late_on is not None else None
    return kept_list(user, slug, "action", asked=asked, narrowed=late, order=order, page=page)


def late_actions(user: Person, slug: str, *, today: date) -> tuple[int, ...]:
    """List the numbers of the action points that are open after their day, the longest overdue first."""
    scope = enter(user, slug)
    found = Action.objects.visible_to(user).filter(_late(today), coalition=scope.coalition)
    return tuple(found.order_by("due", "pk").values_list("pk", flat=True))


def open_actions(
    user: Person, slug: str, *, line: int | None = None, party: str | None = None, meeting: int | None = None
) -> OpenActions:
    """Give the open action points of a line or a partner, a meeting's as they all stand, or all that are open."""
    scope = enter(user, slug)
    found = Action.objects.visible_to(user).filter(coalition=scope.coalition)
    found = found.filter(meeting=meeting) if meeting is not None else found.filter(status=ActionStatus.OPEN)
    if line is not None:
        found = found.filter(line__number=line)
    if party is not None:
        found = found.filter(responsible__code=party)
    of = NOUNS["action"]
    loaded = found.select_related(*of.related, "owner", "release__line").prefetch_related("release__parties")
    rows = list(loaded.order_by(F("due").asc(nulls_last=True), "pk")[: _SHOWN + 1])
    every = len(rows) if len(rows) <= _SHOWN else found.count()
    return OpenActions(kept_records(scope, of, rows[:_SHOWN]), every)


def action_follow_up(user: Person, slug: str, number: int, *, today: date) -> ActionFollowUp:
    """Give how an action point stands and what was said of it; raises NotFound."""
    scope = enter(user, slug)
    rows = Action.objects.visible_to(user).filter(coalition=scope.coalition, pk=number)
    one = rows.select_related("release", "responsible", "verifier").first()
    if one is None:
        raise missing("action", number, user)
    told = list(scope.told(one.follow_ups.all()).select_related("by", "party").order_by("pk"))
    said_done = next((each.by_id for each in reversed(told) if each.said == Verification.DONE), None)
    works = scope.part.may(Permission.RECORD_KEEP)
    verifies = one.status == ActionStatus.DONE and _is_of(scope, one.verifier_id) and said_done != user.pk
    return ActionFollowUp(
        coalition=scope.ref,
        id=one.pk,
        edition=one.edition,
        status=one.status,
        due=one.due,
        is_late=one.status == ActionStatus.OPEN and one.due is not None and one.due < today,
        follow_ups=tuple(
            FollowUpRow(
                said=each.said,
                text=each.text,
                link=each.link,
                by=references.name(each.by),
                party=references.party(each.party) if each.party else None,
                at=each.at,
            )
            for each in told
        ),
        may_say_done=works and one.status == ActionStatus.OPEN and _is_of(scope, one.responsible_id),
        may_verify=works and verifies,
        unseen=one.release.kind == Reach.OWNER and scope.part.may_change(one),
    )


def _late(today: date) -> Q:
    return Q(status=ActionStatus.OPEN, due__lt=today)


def _is_of(scope: Scope, party: int | None) -> bool:
    """Tell whether the person acts for a party, or for the secretariat (None)."""
    if party is None:
        return Role.SECRETARIAT in scope.part.acting
    return Role.FOCAL_POINT in scope.part.acting and scope.part.party == party
