"""No question asks the database more often because there is more to answer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any

from django.db import connection
from django.test.utils import CaptureQueriesContext

from concerted.actions import (
    accessions,
    calendar_addresses,
    clarifications,
    contributions,
    requests,
    requirements,
    review,
    totals,
)
from concerted.register import queries
from concerted.register.asker import remembering
from concerted.register.audience import Wanted
from concerted.register.models import (
    Action,
    Assessment,
    Benchmark,
    CalendarAddress,
    Clarification,
    Commitment,
    Contribution,
    Finding,
    Guideline,
    Import,
    Instrument,
    Meeting,
    Pack,
    Paper,
    PartyStanding,
    Publication,
    Report,
    Requirement,
)
from concerted.register.nouns.contribution import Content
from tests.actions.progress import assess, guide, measure, open_window, report, watch
from tests.meetings import write_down
from tests.needs import BOATS_ASKED, BOATS_NEEDED
from tests.packs import Other, take
from tests.register.test_rights import QUESTIONS
from tests.sheets import written
from tests.standing import AT, SLUG, TODAY, Register, first_reading

MOST = 45


def fill(register: Register, other: Other, numbers: range) -> None:
    """Take in and accept statements that differ in their last words alone."""
    for number in numbers:
        reading = first_reading()
        taken = register.take_in(replace(reading, text=f"{reading.text}\nCopy {number}.\n"))
        by, by_norway = register.people.secretariat, register.people.norway
        review.accept_statement(statement=taken.statement, by=by, at=AT)
        clarifications.ask(coalition=SLUG, party="NOR", text=f"Which {number} ports?", by=by, at=AT)
        content = Content("funds", f"Fuel {number}", "a letter", line=1, amount=Decimal(number + 1), currency="NOK")
        contributions.add(coalition=SLUG, content=content, reach="public", by=register.people.norway, at=AT)
        totals.publish(coalition=SLUG, currency="NOK", by=by, at=AT)
        asked = requests.add(coalition=SLUG, content=BOATS_ASKED, reach="public", by=by_norway, at=AT)
        needed = replace(BOATS_NEEDED, part_of=asked)
        requirements.add(coalition=SLUG, content=needed, reach="public", by=by_norway, at=AT)
        write_down(register)
        written(by, {"kind": "funds", "summary": f"Ropes {number}", "source": "a letter", "party": "CHL"})
        take(register, other.pack(other.record(number + 1, line=9)))


def assess_all(register: Register, numbers: range) -> None:
    """Report on each new promise of Norway's, assess it, and measure the one benchmark in another month."""
    by, window = register.people.secretariat, open_window(register.people.secretariat)
    watched = Benchmark.objects.order_by("pk").values_list("pk", flat=True).first() or watch(by)
    fresh = Commitment.objects.filter(text__startswith="undertook", reports=None).values_list("pk", flat=True)
    for number, promise in zip(numbers, list(fresh), strict=True):
        guide(by, promise)
        assess(by, promise, report=report(register.people.norway, window, promise))
        measure(by, watched, month=number + 1)


def questions(register: Register) -> dict[str, Callable[[Any], Any]]:
    """Every question, those about one thing with the number of one that is there."""
    act = Finding.objects.filter(fact="act").order_by("pk")[0]
    promise = Commitment.objects.order_by("pk")[0]
    text = Instrument.objects.get(coalition=register.coalition, key="HC 4040")
    meeting = Meeting.objects.get(coalition=register.coalition, name="Workshop on care")
    given = Contribution.objects.filter(coalition=register.coalition).order_by("pk")[0]
    asked = Clarification.objects.order_by("pk")[0]
    needed = Requirement.objects.order_by("pk")[0]
    sheet = Import.objects.earliest("pk").pk
    watched, made = Benchmark.objects.order_by("pk")[0], Assessment.objects.order_by("pk")[0]
    told, guided = Report.objects.order_by("pk")[0], Guideline.objects.order_by("pk")[0]
    stood = PartyStanding.objects.order_by("pk")[0]
    return QUESTIONS | {
        "calendar_address": lambda user: queries.calendar_address(
            user, SLUG, CalendarAddress.objects.earliest("pk").pk
        ),
        "agenda": lambda user: queries.agenda(user, SLUG, meeting.pk),
        "reservations_to": lambda user: queries.reservations_to(user, SLUG, statement=act.statement_id, start=9),
        "minutes": lambda user: queries.minutes(user, SLUG, meeting.pk),
        "draft_statement": lambda user: queries.draft_statement(user, SLUG, meeting.pk, today=TODAY),
        "seating": lambda user: queries.seating(user, SLUG, meeting.pk, today=TODAY),
        "paper_files": lambda user: queries.paper_files(user, SLUG, Paper.objects.earliest("pk").pk),
        "paper_file": lambda user: queries.paper_file(user, SLUG, Paper.objects.earliest("pk").pk, 1),
        "action_follow_up": lambda user: queries.action_follow_up(
            user, SLUG, Action.objects.earliest("pk").pk, today=TODAY
        ),
        "pack": lambda user: queries.pack(user, SLUG, Pack.objects.earliest("pk").pk),
        "import_page": lambda user: queries.import_page(user, SLUG, sheet),
        "import_findings": lambda user: list(queries.import_findings(user, SLUG, sheet)),
        "benchmark_way": lambda user: queries.benchmark_way(user, SLUG, watched.pk, today=TODAY),
        "window": lambda user: queries.window(user, SLUG, told.window_id, today=TODAY),
        "report": lambda user: queries.report(user, SLUG, told.pk, today=TODAY),
        "commitment_progress": lambda user: queries.commitment_progress(user, SLUG, told.commitment_id, today=TODAY),
        "guideline": lambda user: queries.guideline(user, SLUG, guided.pk, today=TODAY),
        "assessment": lambda user: queries.assessment(user, SLUG, made.pk, today=TODAY),
        "dated": lambda user: queries.dated(user, SLUG, "standing", stood.pk),
        "clarification": lambda user: queries.clarification(user, SLUG, asked.pk),
        "contribution": lambda user: queries.contribution(user, SLUG, given.pk),
        "kept_page": lambda user: queries.kept_page(user, SLUG, "requirement", needed.pk),
        "publication": lambda user: queries.publication(user, SLUG, Publication.objects.latest("pk").pk),
        "contribution_choice": lambda user: queries.contribution_choice(register.people.norway, SLUG),
        "statement": lambda user: queries.statement(user, SLUG, act.statement_id),
        "original": lambda user: queries.original(user, SLUG, act.statement_id),
        "export": lambda user: queries.export(user, SLUG, act.statement_id),
        "comparison": lambda user: queries.comparison(user, SLUG, act.statement_id, act.statement_id + 1),
        "comparison_choice": lambda user: queries.comparison_choice(user, SLUG, act.statement_id),
        "released": lambda user: queries.released(user, SLUG, "statement", act.statement_id),
        "release": lambda user: queries.release(user, SLUG, "statement", act.statement_id),
        "difference": lambda user: queries.difference(user, SLUG, "statement", act.statement_id, Wanted("public")),
        "finding": lambda user: queries.finding(user, SLUG, act.pk),
        "commitment": lambda user: queries.commitment(user, SLUG, promise.pk, today=TODAY),
        "instrument": lambda user: queries.instrument(user, SLUG, text.pk, today=TODAY),
        "meeting": lambda user: queries.meeting(user, SLUG, meeting.pk, today=TODAY),
        "merger": lambda user: queries.merger(user, SLUG, "instrument", text.pk),
    }


def count(register: Register) -> dict[str, int]:
    """Ask every question and count what it asks of the database."""
    counts = {}
    for name, ask in questions(register).items():
        with CaptureQueriesContext(connection) as asked, remembering():
            ask(register.people.secretariat)
        counts[name] = len(asked)
    return counts


def test_ten_statements_cost_as_many_questions_as_two(register: Register) -> None:
    by, words = register.people.secretariat, "a letter"
    accessions.record(coalition=SLUG, party="NOR", standing="acceded", since=AT.date(), said_by=words, by=by, at=AT)
    other = Other().trusted(register)
    calendar_addresses.make(coalition=SLUG, by=by, at=AT)
    fill(register, other, range(2))
    assess_all(register, range(2))
    few = count(register)
    fill(register, other, range(2, 10))
    assess_all(register, range(2, 10))
    assert count(register) == few
    assert max(few.values()) <= MOST, few
