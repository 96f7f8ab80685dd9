"""What a person is told once a week: what is due, asked, missing, to review, to come and changed, for their roles."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from django.db.models import Count, F, Q
from django.utils import timezone

from concerted.convening.warnings import stage
from concerted.register.access import Permission, Role
from concerted.register.binding import binds, owed
from concerted.register.models import Action, ActionStatus, Assessment, Entry, Membership, Report, User, Window
from concerted.register.queries import records
from concerted.register.queries.clarifications import clarifications
from concerted.register.queries.clock_pages import clock
from concerted.register.queries.histories import RECORDS
from concerted.register.queries.orphans import orphaned_findings
from concerted.register.queries.scope import Scope, enter
from concerted.register.queries.tallies import tallies, total
from concerted.register.rows.digest import Digest, DigestItem, DigestPart

# How far ahead a week's digest looks: at what is due, and at meetings.
DUE, MEETINGS = timedelta(days=14), timedelta(days=60)
# So many of each are named.
NAMED = 10
_LATE = timedelta(days=30)


def digest(user: User, slug: str, *, today: date, since: datetime) -> Digest:
    """Give what a person is told of what they see at this moment; ``since`` is when they were told last."""
    scope = enter(user, slug)
    parts = (
        _part("due", _due(scope, today)),
        _part("actions", _actions(scope)),
        _part("asked", _asked(user, slug)),
        _part("reports", _reports(scope, today)),
        _part("review", _review(scope)),
        _part("meetings", _meetings(scope, today)),
        _part("clock", _clock(user, slug, today)),
        _part("changed", _changed(scope, user, since)),
    )
    return Digest(scope.ref, timezone.localtime(since).date(), tuple(one for one in parts if one.items))


def _part(name: str, items: Iterable[DigestItem]) -> DigestPart:
    every = tuple(items)
    return DigestPart(name, every[:NAMED], max(len(every) - NAMED, 0))


def _due(scope: Scope, today: date) -> list[DigestItem]:
    """List promises that run and are due soon or late: a party's own, a line's, or all for who has neither."""
    found = records.commitments(scope).filter(status__in=records.RUNNING, due_on__lte=today + DUE)
    if Role.SECRETARIAT not in scope.part.roles:
        mine = Q(pk__in=[])
        if scope.part.party is not None:
            mine |= binds(scope.user, scope.part.party)
        if scope.part.lines:
            mine |= Q(lines__in=scope.part.lines)
        if scope.part.party is not None or scope.part.lines:
            found = found.filter(mine).distinct()
    return [DigestItem("commitment", one.pk, one.text, one.due_on) for one in found.order_by("due_on", "pk")]


def _actions(scope: Scope) -> list[DigestItem]:
    """List open action points: a party's own, a line's, the secretariat's, or all for others."""
    found = Action.objects.visible_to(scope.user).filter(coalition=scope.coalition, status=ActionStatus.OPEN)
    mine = Q(pk__in=[])
    if scope.part.party is not None:
        mine |= Q(responsible=scope.part.party)
    if scope.part.lines:
        mine |= Q(line__in=scope.part.lines)
    if Role.SECRETARIAT in scope.part.roles:
        mine |= Q(responsible=None)
    if mine != Q(pk__in=[]):
        found = found.filter(mine)
    return [
        DigestItem("action", one.pk, one.text, one.due) for one in found.order_by(F("due").asc(nulls_last=True), "pk")
    ]


def _asked(user: User, slug: str) -> list[DigestItem]:
    """List the questions that the person may answer and nobody has."""
    return [
        DigestItem("clarification", one.id, one.text, timezone.localtime(one.at).date())
        for one in clarifications(user, slug)
        if one.may_answer and not one.answer
    ]


def _reports(scope: Scope, today: date) -> list[DigestItem]:
    """List windows in which the person's party has still to report; for the secretariat, how many parties have."""
    user, found = scope.user, []
    asked = Window.objects.visible_to(user).filter(
        coalition=scope.coalition, opens__lte=today, closes__gte=today - _LATE
    )
    seats = Membership.objects.visible_to(user).filter(coalition=scope.coalition, role=Role.FOCAL_POINT)
    mine = scope.part.party if Role.FOCAL_POINT in scope.part.roles else None
    keeps = scope.part.may(Permission.WINDOW_KEEP)
    parties = set(seats.values_list("party", flat=True)) if keeps else set()
    for one in asked.prefetch_related("lines").order_by("closes", "pk"):
        own = owed(user, one, mine).count() if mine else 0
        if own:
            found.append(DigestItem("window", one.pk, one.title, one.closes, own))
        if late := sum(owed(user, one, party).exists() for party in parties if party is not None):
            found.append(DigestItem("parties", one.pk, one.title, one.closes, late))
    return found


def _review(scope: Scope) -> list[DigestItem]:
    """Count what waits for the person's eye: findings, those without a place, and reports that nobody has marked."""
    found = []
    if scope.part.may(Permission.FINDING_DECIDE):
        found.append(DigestItem("finding", count=total(tallies(scope, "waiting"))))
        found.append(DigestItem("orphan", count=orphaned_findings(scope).count()))
    if scope.part.may(Permission.COMMITMENT_ASSESS):
        marked = Assessment.objects.visible_to(scope.user).filter(coalition=scope.coalition, report__isnull=False)
        open_still = Report.objects.visible_to(scope.user).filter(coalition=scope.coalition, window__in_force=True)
        open_still = open_still.exclude(pk__in=marked.values("report")).exclude(party=scope.part.party)
        if Role.SECRETARIAT not in scope.part.roles:
            open_still = open_still.filter(commitment__lines__in=scope.part.lines).distinct()
        found.append(DigestItem("report", count=open_still.count()))
    return [*(one for one in found if one.count), *_to_verify(scope)]


def _to_verify(scope: Scope) -> list[DigestItem]:
    """List action points that their owners say are done and the person's party, or the secretariat, verifies."""
    mine = Q(pk__in=[])
    if Role.FOCAL_POINT in scope.part.acting and scope.part.party is not None:
        mine |= Q(verifier=scope.part.party)
    if Role.SECRETARIAT in scope.part.acting:
        mine |= Q(verifier=None)
    done = Action.objects.visible_to(scope.user).filter(mine, coalition=scope.coalition, status=ActionStatus.DONE)
    return [DigestItem("verify", one.pk, one.text, one.due) for one in done.order_by("pk")]


def _meetings(scope: Scope, today: date) -> list[DigestItem]:
    found = records.meetings(scope).filter(status="planned", start__gte=today, start__lte=today + MEETINGS)
    return [DigestItem("meeting", one.pk, one.name, one.start) for one in found.order_by("start", "pk")]


def _clock(user: User, slug: str, today: date) -> list[DigestItem]:
    """List the series of which a warning's day has come."""
    running = [one.running for one in clock(user, slug, today=today).series]
    return [
        DigestItem("series", None, one.series, one.due_on)
        for one in running
        if one is not None and one.due_on is not None and stage(one.due_on, today) is not None
    ]


def _changed(scope: Scope, user: User, since: datetime) -> list[DigestItem]:
    """Count the records of each noun that others have changed, as far as the person may read what was done."""
    nouns: dict[str, str] = {str(model._meta.model_name): noun for noun, (model, _key) in RECORDS.items()}
    entries = Entry.objects.visible_to(user).filter(coalition=scope.coalition, at__gt=since, root_noun__in=nouns)
    counted = entries.exclude(by=user).values("root_noun").annotate(records=Count("root", distinct=True))
    return [DigestItem(nouns[one["root_noun"]], count=one["records"]) for one in counted.order_by("root_noun")]
