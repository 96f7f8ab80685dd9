"""Accepted meetings and deadlines."""

from __future__ import annotations

from functools import lru_cache

from django.db.models import QuerySet

from concerted.actions import searching
from concerted.actions.records import naming
from concerted.convening import series
from concerted.reading import facts
from concerted.reading.blocks import lay_out
from concerted.reading.layout import Layout
from concerted.register.models import Cadence, Coalition, Contribution, ContributionKind, Finding, Meeting, Obligation
from concerted.register.places import place


def enter_meeting(finding: Finding, fact: facts.Meeting) -> None:
    """Enter a meeting. One that is known otherwise gets this source, and only what was not known of it."""
    coalition = finding.statement.coalition
    meeting = Meeting.objects.filter(finding=finding).first() or _known(coalition, fact)
    if meeting is None:
        release = finding.statement.release
        meeting = Meeting(coalition=coalition, release=release, name=fact.name[:500], status=fact.status.value)
    elif not meeting.said_by:
        meeting.name, meeting.status = fact.name[:500], fact.status.value
    meeting.finding, meeting.in_force = finding, True
    fill(meeting, fact)
    if not meeting.hosts.exists():
        meeting.hosts.set(naming.named(coalition, fact.host))
    _enter_hosting(finding, meeting)
    searching.index(meeting)


def fill(meeting: Meeting, fact: facts.Meeting) -> None:
    """Fill in what is not yet known of a meeting, and store it."""
    if meeting.start is None:
        meeting.start, meeting.end = fact.start, fact.end
        if meeting.start and meeting.note.startswith(series.MONTH_ONLY):
            meeting.note = ""
    meeting.place = meeting.place or (fact.place or "")[:300]
    meeting.series = meeting.series or (fact.series or "")[:200]
    meeting.attendance = meeting.attendance or (fact.attendance or "")
    meeting.note = meeting.note or (fact.note or "")
    if meeting.line is None and fact.line is not None:
        meeting.line = naming.line(meeting.coalition, fact.line)
    meeting.save()


def _known(coalition: Coalition, fact: facts.Meeting) -> Meeting | None:
    """Find the one meeting without a finding that is surely the same; None unless there is exactly one."""
    wanted = series.Known(
        fact.name, fact.start, frozenset(fact.host), fact.line, fact.place or "", fact.series or "", fact.note or ""
    )
    candidates = [
        meeting
        for meeting in Meeting.objects.filter(coalition=coalition, finding=None).prefetch_related("hosts", "line")
        if series.same_gathering(
            wanted,
            series.Known(
                meeting.name,
                meeting.start,
                frozenset(host.code for host in meeting.hosts.all()),
                meeting.line.number if meeting.line else None,
                meeting.place,
                meeting.series,
                meeting.note,
            ),
        )
    ]
    return candidates[0] if len(candidates) == 1 else None


def _enter_hosting(finding: Finding, meeting: Meeting) -> None:
    """A party that hosts a meeting of a line of effort gives to that line."""
    finding.contributions.all().delete()
    if meeting.line is None:
        return
    for host in meeting.hosts.all():
        Contribution.objects.create(
            coalition=meeting.coalition,
            finding=finding,
            release=finding.statement.release,
            party=host,
            line=meeting.line,
            kind=ContributionKind.HOSTING,
            summary=meeting.name,
        )


def withdraw_meeting(finding: Finding) -> None:
    """Take a meeting out of force; one that is known otherwise only loses this source."""
    finding.contributions.update(in_force=False)
    for meeting in Meeting.objects.filter(finding=finding):
        if meeting.said_by:
            meeting.finding = None
        else:
            meeting.in_force = False
            searching.forget(meeting)
        meeting.save()


def _cadences(coalition: Coalition) -> QuerySet[Cadence]:
    return Cadence.objects.filter(coalition=coalition, in_force=True, until=None).order_by("pk")


def enter_deadline(finding: Finding, fact: facts.Deadline) -> None:
    """Enter a time by which something is due, and the series of meetings that it binds, if any."""
    coalition = finding.statement.coalition
    cadences = [series.Cadence(one.series, one.days) for one in _cadences(coalition)]
    bound = series.series_of(around(finding), fact.days, cadences)
    name, recurring = bound or ("", False)
    fixed = fact.date if fact.days is None and fact.months is None else None
    fields = {
        "coalition": coalition,
        "in_force": True,
        "series": name,
        "recurring": recurring,
        "date": fixed or (None if fact.days or fact.months else fact.date_if_given),
        "days": fact.days,
        "months": fact.months,
    }
    Obligation.objects.update_or_create(
        finding=finding, defaults=fields, create_defaults=fields | {"release": finding.statement.release}
    )


def around(finding: Finding) -> str:
    """Give the sentence that a finding stands in; its own words where the layout has none there."""
    statement = finding.statement
    at = place(finding, None) or finding
    for block in _layout(statement.text, statement.language).blocks:
        for sentence in block.sentences:
            if sentence.start <= at.start < sentence.end:
                return statement.text[sentence.start : max(sentence.end, at.end)]
    return finding.quote


@lru_cache(maxsize=2)
def _layout(text: str, language: str) -> Layout:
    """Lay a text out once for all of its deadlines."""
    return lay_out(text, language)


def withdraw_deadline(finding: Finding) -> None:
    """Take the obligation out of force."""
    Obligation.objects.filter(finding=finding).update(in_force=False)
