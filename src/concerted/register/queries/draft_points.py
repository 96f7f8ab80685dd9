"""What a draft of a statement names, each record with its words; more of one kind on one line than are read are cut."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Exists, F, OuterRef, Q, Subquery, Value, Window
from django.db.models.functions import RowNumber

from concerted.convening.draft_statement import MOST, Clause
from concerted.register.models import (
    Action,
    Aim,
    Benchmark,
    Citation,
    Commitment,
    Conclusion,
    ContributionStage,
    Coverage,
    Instrument,
    Meeting,
    Obligation,
    PartyStanding,
    Renewal,
    Requirement,
    Status,
    StatusChange,
)
from concerted.register.outstanding import on_their_way, unanswered
from concerted.register.queries import records, references
from concerted.register.queries.clocks import issued
from concerted.register.queries.funding_gaps import funding_gaps
from concerted.register.queries.reservations import reservations
from concerted.register.queries.scope import Scope
from concerted.register.queries.statements import in_time
from concerted.register.rows.draft_statement import DraftPoint, MeasuredRow
from concerted.register.rows.references import ReleaseRow, StatementRef

_GIVEN = (ContributionStage.UNDER_WAY, ContributionStage.DELIVERED)


@dataclass(frozen=True, slots=True)
class Drawn:
    """For whom and for which meeting a draft is drawn; what was done counts ``since`` a day (None: ever)."""

    scope: Scope
    meeting: Meeting
    since: date | None
    today: date

    @property
    def line(self) -> int | None:
        """Give the number of the line that the meeting is of; None for one of the whole coalition."""
        return self.meeting.line.number if self.meeting.line else None

    @property
    def day(self) -> date:
        """Give the day on which the statement would be made."""
        return self.meeting.start or self.today

    def of(self, model: Any) -> Any:
        """Give the records of a noun that the person sees, on whatever line, with their releases."""
        rows = model.objects.visible_to(self.scope.user).filter(coalition=self.scope.coalition)
        return _with_release(rows)


def _with_release(rows: Any) -> Any:
    return rows.select_related("release__line").prefetch_related("release__parties")


def opening(drawn: Drawn) -> Iterator[DraftPoint]:
    """Give what is recalled and who has come in."""
    scope, since = drawn.scope, drawn.since
    before = _with_release(references.light(in_time(scope))).filter(Q(issued_on=None) | Q(issued_on__lt=drawn.day))
    latest = list(before.exclude(earliest__gt=drawn.day)[:MOST])
    recalled = [one for one in latest if since and (issued(one).latest or since) >= since] or latest[:1]
    for one in recalled:
        ref = references.statement(one)
        yield DraftPoint(
            Clause.RECALLED, None, "statement", one.pk, one.title, day=ref.issued_on, statement=ref,
            release=references.release(one.release),
        )  # fmt: skip
    numbers = [one.pk for one in recalled]
    cited = Citation.objects.visible_to(scope.user).filter(instrument=OuterRef("pk"), finding__statement__in=numbers)
    texts = drawn.of(Instrument).filter(Exists(cited)).order_by("key")
    for text in texts:
        yield DraftPoint(
            Clause.TEXTS, None, "instrument", text.pk, text.title, release=references.release(text.release)
        )
    if since is not None:
        joined = PartyStanding.objects.visible_to(scope.user).filter(
            coalition=scope.coalition, standing="acceded", since__gt=since, since__lte=drawn.day
        )
        for one in joined.select_related("party").order_by("since", "party__name"):
            party = references.party(one.party)
            yield DraftPoint(Clause.JOINED, None, "party", one.party_id, "", (party,), one.since)


def promises(drawn: Drawn) -> Iterator[DraftPoint]:
    """Give what was fulfilled, is late or goes on of what was promised, and calls that nobody answered."""
    user = drawn.scope.user
    every = _with_release(records.commitments(drawn.scope))
    done = StatusChange.objects.visible_to(user).filter(commitment=OuterRef("pk"), status=Status.FULFILLED)
    if drawn.since is not None:
        done = done.filter(at__date__gt=drawn.since)
    running = every.filter(~Exists(_to_meet(drawn)), status__in=records.RUNNING)
    late = Q(due_on__lt=drawn.today)
    # Who renews a promise says all that there is to say of the earlier one.
    open_ones = Commitment.objects.visible_to(user).filter(status__in=records.RUNNING)
    later = Renewal.objects.visible_to(user).filter(earlier=OuterRef("pk"), later__in=open_ones.values("pk"))
    last = F("due_on").asc(nulls_last=True)
    groups = (
        (Clause.FULFILLED, every.filter(Exists(done), status=Status.FULFILLED), (last, F("pk"))),
        (Clause.OVERDUE, running.filter(late), (F("due_on").asc(), F("pk"))),
        (
            Clause.REAFFIRMED,
            running.exclude(late).filter(~Exists(later)).annotate(aims=Q(aim=Aim.GENERAL)),
            (F("aims").asc(), last, F("pk")),
        ),
        (Clause.CALLED, _with_release(unanswered(user, records.calls(drawn.scope), drawn.scope.coalition)), (F("pk"),)),
    )
    for clause, rows, order in groups:
        for one in _first_of_acts(drawn, rows, order):
            yield _act(clause, one)


def _to_meet(drawn: Drawn) -> Any:
    """Find the obligation to meet again that stands in a commitment's words: the draft has a paragraph of its own."""
    obligations = Obligation.objects.visible_to(drawn.scope.user).exclude(series="")
    return obligations.filter(
        finding__statement=OuterRef("finding__statement"),
        finding__start__gte=OuterRef("finding__start"),
        finding__end__lte=OuterRef("finding__end"),
    )


def _first_of_acts(drawn: Drawn, rows: Any, order: tuple[Any, ...]) -> Iterator[Any]:
    """Keep of acts the first on each line: the meeting's own, or the first that they name."""
    if drawn.line is not None:
        return _first(rows.filter(lines=drawn.meeting.line).annotate(number=Value(drawn.line)), order)
    on = rows.model.lines.through._default_manager.filter(**{rows.model._meta.model_name: OuterRef("pk")})
    number = Subquery(on.order_by("lineofeffort__number").values("lineofeffort__number")[:1])
    return _first(rows.annotate(number=number), order)


def _first(rows: Any, order: tuple[Any, ...]) -> Iterator[Any]:
    """Give the first rows on each line by its ``number``, with it and with how ``many`` there are.

    They are counted and put in order by their keys alone: whole rows of a large register would be sorted on disk.
    """
    keys = rows.order_by().select_related(None).prefetch_related(None)
    counted = keys.annotate(
        rank=Window(RowNumber(), partition_by=F("number"), order_by=order),
        many=Window(Count("pk"), partition_by=F("number")),
    )
    first = counted.filter(rank__lte=MOST).order_by("number", "rank").values_list("pk", "number", "many")
    found = list(first)
    loaded = {one.pk: one for one in rows.order_by().filter(pk__in=[pk for pk, _number, _many in found])}
    for pk, number, many in found:
        one = loaded[pk]
        one.number, one.many = number, many
        yield one


def _act(clause: Clause, one: Any) -> DraftPoint:
    source = references.source(one.finding)
    named = one.addressees if clause is Clause.CALLED else one.actors
    return DraftPoint(
        clause=clause,
        line=one.number,
        noun=one._meta.model_name,
        id=one.pk,
        text=one.text,
        parties=tuple(references.party(party) for party in named.all()),
        day=source.statement.issued_on,
        due=one.due_on,
        status=getattr(one, "status", ""),
        verb=one.verb,
        start=one.targets[0][0] if clause is not Clause.CALLED and one.targets else None,
        language=one.finding.statement.language,
        statement=source.statement,
        finding=source.finding,
        release=references.release(one.release),
        count=one.many,
    )


def resources(drawn: Drawn) -> Iterator[DraftPoint]:
    """Give what was given, how far benchmarks are, which funds are missing and what else is needed."""
    scope = drawn.scope
    given = records.contributions(scope).filter(stage__in=_GIVEN)
    if drawn.since is not None:
        given = given.filter(Q(stage_on__gt=drawn.since) | Q(stage_on=None, first__gt=drawn.since))
    by_size = (F("amount").desc(nulls_last=True), F("pk"))
    for one in _first_on_lines(drawn, given, by_size):
        yield _much(Clause.GIVEN, one, one.stage_on or one.first, None, one.stage)
    benchmarks = drawn.of(Benchmark).order_by("pk")
    if drawn.line is not None:
        benchmarks = benchmarks.filter(line=drawn.meeting.line)
    for one, value, on_track in on_their_way(scope.user, benchmarks):
        yield DraftPoint(
            clause=Clause.ON_COURSE if on_track else Clause.BEHIND,
            line=one.line.number if one.line else None,
            noun="benchmark",
            id=one.pk,
            text=one.title,
            day=value.last,
            due=one.target_on,
            much=MeasuredRow(quantity=value.value, unit=one.unit, target=one.target),
            release=references.release(one.release),
        )
    gaps = [one for one in funding_gaps(scope, None if drawn.line is None else (drawn.line,)) if one.missing]
    asking = [number for gap in gaps for number in gap.requirements]
    for gap in gaps:
        # What goes into a sum is not all public: totals for the public are published, with their own protection.
        line, own = gap.line.number if gap.line else None, ReleaseRow("coalition")
        yield DraftPoint(Clause.FUNDING, line, "requirement", gap.requirements[0], gap=gap, release=own)
    open_ones = drawn.of(Requirement).filter(status__in=(Coverage.OPEN, Coverage.PARTLY)).exclude(pk__in=asking)
    by_urgency = (F("needed_by").asc(nulls_last=True), F("pk"))
    for one in _first_on_lines(drawn, open_ones.select_related("party"), by_urgency):
        yield _much(Clause.REQUIRED, one, None, one.needed_by, one.status)


def _first_on_lines(drawn: Drawn, rows: Any, order: tuple[Any, ...]) -> Iterator[Any]:
    if drawn.line is not None:
        rows = rows.filter(line=drawn.meeting.line)
    return _first(rows.annotate(number=F("line__number")), order)


def _much(clause: Clause, one: Any, day: date | None, due: date | None, status: str) -> DraftPoint:
    return DraftPoint(
        clause=clause,
        line=one.number,
        noun=one._meta.model_name,
        id=one.pk,
        text=one.summary,
        parties=(references.party(one.party),) if one.party else (),
        day=day,
        due=due,
        status=status,
        much=MeasuredRow(one.amount, one.currency, one.quantity, one.unit),
        release=references.release(one.release),
        count=one.many,
    )


def settled(drawn: Drawn) -> Iterator[DraftPoint]:
    """Give what the meeting decided, who does what, and who reserved what."""
    decided = list(drawn.of(Conclusion).filter(meeting=drawn.meeting).select_related("item__line"))
    for one in sorted(decided, key=lambda one: (one.ordinal is None, one.ordinal, one.pk)):
        line = one.item.line if one.item else None
        yield DraftPoint(
            clause=Clause.DECIDED,
            line=line.number if line else drawn.line,
            noun="conclusion",
            id=one.pk,
            text=one.text,
            paragraph="" if one.ordinal is None else str(one.ordinal),
            release=references.release(one.release),
        )
    asked = drawn.of(Action).filter(meeting=drawn.meeting).select_related("line", "responsible")
    for one in asked.order_by(F("due").asc(nulls_last=True), "pk"):
        yield DraftPoint(
            clause=Clause.AGREED,
            line=one.line.number if one.line else drawn.line,
            noun="action",
            id=one.pk,
            text=one.text,
            parties=(references.party(one.responsible),) if one.responsible else (),
            due=one.due,
            status=one.status,
            release=references.release(one.release),
        )
    yield from _reserved(drawn, {one.pk for one in decided})


def _reserved(drawn: Drawn, decided: set[int]) -> Iterator[DraftPoint]:
    """Give the reservations that hold on the day of the meeting: to its decisions, and to statements."""
    for one in reversed(reservations(drawn.scope.user, drawn.scope.coalition.slug)):
        if one.since > drawn.day or (one.until is not None and one.until < drawn.day):
            continue
        if one.conclusion is not None and one.conclusion not in decided:
            continue
        about = None if one.statement is None else StatementRef(one.statement, one.about, None, None, None)
        yield DraftPoint(
            clause=Clause.RESERVED,
            line=None,
            noun="reservation",
            id=one.id,
            text=one.text,
            parties=(one.party,),
            day=one.since,
            paragraph=one.paragraph or ("" if one.ordinal is None else str(one.ordinal)),
            statement=about,
            release=one.release,
        )
