"""What of the register a meeting might talk about, as far as a person sees it: the candidates of an agenda's draft.

A candidate's ``audience`` is the key of the release that an item about it has: that of the record itself, at most to
the coalition. What a partner releases to the coalition is for its partners and not for observers, and so is the item.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from itertools import chain
from typing import Any

from django.db.models import Exists, OuterRef, Q

from concerted.convening.agenda import Candidate, Source
from concerted.register.models import (
    Action,
    ActionStatus,
    Benchmark,
    Call,
    Citation,
    Commitment,
    Contribution,
    ContributionStage,
    Coverage,
    Finding,
    Instrument,
    Meeting,
    Report,
    Requirement,
    Statement,
    Status,
    User,
    Verdict,
    Window,
)
from concerted.register.models.commitment import Aim
from concerted.register.outstanding import last_met, on_their_way, unanswered
from concerted.register.places import orphaned
from concerted.register.queries.funding_gaps import funding_gaps
from concerted.register.queries.scope import enter

_RUNNING = (Status.OPEN, Status.IN_PROGRESS)
_NOT_GIVEN = (ContributionStage.OFFERED, ContributionStage.PLEDGED, ContributionStage.COMMITTED)


def proposed(by: User, meeting: Meeting, today: date, audience: Callable[[Any], str]) -> tuple[Candidate, ...]:
    """List what a meeting might talk about; that of a line of effort only what is of its line.

    ``audience`` names who may know of a record, whose owner and release are loaded.
    """
    since = last_met(by, meeting)
    found = chain(
        _undone(by, meeting),
        _promises(by, meeting, today),
        _unreported(by, meeting, today),
        _unanswered(by, meeting),
        _needed(by, meeting),
        _undelivered(by, meeting, today),
        _off_course(by, meeting),
        _texts(by, meeting, since),
        _orphaned(by, meeting),
    )
    every = (
        Candidate(source, one._meta.model_name, one.pk, _edition(one), line, audience(one))
        for source, one, line in found
    )
    own = meeting.line.number if meeting.line else None
    return tuple(one for one in every if own is None or one.line == own)


def _edition(one: Any) -> int:
    edition: int = one.version if isinstance(one, Statement) else one.edition
    return edition


def _of(model: Any, by: User, meeting: Meeting) -> Any:
    found = model.objects.visible_to(by).filter(coalition=meeting.coalition_id)
    return found.select_related("release", "owner").order_by("pk")


def _lines(rows: Any, meeting: Meeting) -> Iterator[tuple[Any, int | None]]:
    """Give acts with their line: the meeting's own where they are of it, else the first that they name."""
    own = meeting.line.number if meeting.line else None
    for one in rows.prefetch_related("lines"):
        numbers = sorted(line.number for line in one.lines.all())
        yield one, own if own in numbers else next(iter(numbers), None)


def _line(one: Any) -> int | None:
    return one.line.number if one.line else None


def _undone(by: User, meeting: Meeting) -> Iterator[tuple[Source, Any, int | None]]:
    """Give the action points of other meetings that are not done."""
    rows = _of(Action, by, meeting).filter(status=ActionStatus.OPEN).exclude(meeting=meeting.pk)
    return ((Source.UNDONE, one, _line(one)) for one in rows.select_related("line"))


def _promises(by: User, meeting: Meeting, today: date) -> Iterator[tuple[Source, Any, int | None]]:
    until = max(today, meeting.start or today)
    running = _of(Commitment, by, meeting).filter(status__in=_RUNNING, due_on__lte=until).order_by("due_on", "pk")
    for one, line in _lines(running, meeting):
        yield (Source.OVERDUE if one.due_on < today else Source.DUE), one, line


def _unreported(by: User, meeting: Meeting, today: date) -> Iterator[tuple[Source, Any, int | None]]:
    """Give the promises on which nobody reported in the last window that closed."""
    windows = Window.objects.visible_to(by).filter(coalition=meeting.coalition_id, closes__lt=today)
    window = windows.order_by("-closes", "-pk").first()
    if window is None:
        return
    told = Report.objects.visible_to(by).filter(window=window)
    silent = _of(Commitment, by, meeting).filter(status__in=_RUNNING).exclude(aim=Aim.GENERAL)
    lines = [line.pk for line in window.lines.all()]
    if lines:
        on_lines = Commitment.lines.through._default_manager.filter(lineofeffort__in=lines)
        silent = silent.filter(pk__in=on_lines.values("commitment"))
    for one, line in _lines(silent.exclude(pk__in=told.values("commitment")), meeting):
        yield Source.UNREPORTED, one, line


def _unanswered(by: User, meeting: Meeting) -> Iterator[tuple[Source, Any, int | None]]:
    for one, line in _lines(unanswered(by, _of(Call, by, meeting), meeting.coalition), meeting):
        yield Source.UNANSWERED, one, line


def _needed(by: User, meeting: Meeting) -> Iterator[tuple[Source, Any, int | None]]:
    """Give what is not covered: by itself, or for the gap in money that its line and currency have."""
    gaps = funding_gaps(enter(by, meeting.coalition.slug), [meeting.line.number] if meeting.line else None)
    short = {number for one in gaps if one.missing for number in one.requirements}
    rows = _of(Requirement, by, meeting).filter(status__in=(Coverage.OPEN, Coverage.PARTLY)).select_related("line")
    for one in rows:
        yield (Source.FUNDING if one.pk in short else Source.UNCOVERED), one, _line(one)


def _undelivered(by: User, meeting: Meeting, today: date) -> Iterator[tuple[Source, Any, int | None]]:
    """Give what was announced and should have been there: its last day, or else its first, is past."""
    past = Q(last__lt=today) | Q(last=None, first__lt=today)
    rows = _of(Contribution, by, meeting).filter(past, stage__in=_NOT_GIVEN).select_related("line")
    return ((Source.UNDELIVERED, one, _line(one)) for one in rows)


def _off_course(by: User, meeting: Meeting) -> Iterator[tuple[Source, Any, int | None]]:
    """Give the benchmarks whose last value is behind the straight way to the target."""
    for one, _value, on_track in on_their_way(by, _of(Benchmark, by, meeting)):
        if not on_track:
            yield Source.OFF_COURSE, one, _line(one)


def _texts(by: User, meeting: Meeting, since: date | None) -> Iterator[tuple[Source, Any, int | None]]:
    """Give the instruments made, or cited in a statement, since the last meeting."""
    if since is None:
        return
    cited = Citation.objects.visible_to(by).filter(instrument=OuterRef("pk"), finding__statement__issued_on__gt=since)
    for one in _of(Instrument, by, meeting).filter(Exists(cited)):
        yield Source.TEXTS, one, None


def _orphaned(by: User, meeting: Meeting) -> Iterator[tuple[Source, Any, int | None]]:
    """Give the statements with findings that lost their place in a corrected text."""
    every = Finding.objects.visible_to(by).filter(statement__coalition=meeting.coalition_id)
    accepted = Q(decisions__next=None, decisions__verdict__in=(Verdict.ACCEPTED, Verdict.CORRECTED))
    lost = orphaned(every).filter(accepted)
    rows: Iterable[Any] = _of(Statement, by, meeting).filter(pk__in=lost.values("statement")).defer("text", "record")
    return ((Source.ORPHANED, one, None) for one in rows)
