"""The draft of a meeting's statement: what the record holds, in words, each with its record, and for no other eyes."""

from __future__ import annotations

import io
from datetime import date, timedelta
from decimal import Decimal

import docx
import pytest

from concerted.actions import accessions, commitments, meetings, releases, requirements, reservations, review
from concerted.convening.draft_statement import MOST, Clause, Section
from concerted.exports.documents import FORMS, written
from concerted.exports.draft_statement import document, said
from concerted.reading.facts import Kind
from concerted.reading.read import read
from concerted.register import queries
from concerted.register.models import Commitment, Contribution, Instrument, Meeting, User
from concerted.register.nouns.reservation import Content as Reserved
from concerted.register.rows.draft_statement import DraftStatement
from concerted.terms.document import Document
from concerted.terms.errors import NotFound
from tests.actions.progress import measure, promise, watch
from tests.funds import ask, give
from tests.meetings import plan, write_down
from tests.needs import BOATS_NEEDED
from tests.standing import AT, SLUG, TODAY, Register, first_reading

JUNE = date(2021, 6, 1)


@pytest.fixture
def accepted(register: Register) -> Register:
    """The first statement taken in and accepted, its meeting held on 2 March 2021."""
    taken = register.take_in(first_reading())
    review.accept_statement(statement=taken.statement, by=register.people.secretariat, at=AT)
    return register


def draft(by: User, meeting: int, today: date = TODAY) -> DraftStatement:
    return queries.draft_statement(by, SLUG, meeting, today=today)


def text(by: User, meeting: int, today: date = TODAY) -> str:
    """Give the draft's words with the numbers of its paragraphs, without the table at the end."""
    lines = []
    for section in said(draft(by, meeting, today)):
        lines += [section.title] if section.title else []
        lines += [f"{one.number}. {one.text}" for one in section.paragraphs]
    return "\n".join(lines)


def test_what_the_record_holds_is_said_line_by_line(accepted: Register) -> None:
    by, norway = accepted.people.secretariat, accepted.people.norway
    meeting = plan(by, "Ministerial meeting in summer", JUNE)
    ask(by, 1000)
    give(norway, 300, "delivered", stage_on=date(2021, 3, 8))
    requirements.add(coalition=SLUG, content=BOATS_NEEDED, reach="coalition", by=by, at=AT)
    measure(by, watch(by), value=15)
    accessions.record(
        coalition=SLUG, party="CHL", standing="acceded", since=date(2021, 3, 5), said_by="a letter", by=by, at=AT
    )
    told = text(by, meeting, date(2021, 4, 20))
    assert told.splitlines() == [
        "1. We, the partners of the Harbour Pact, met in [place] on 1 June 2021.",
        "2. We recall what we stated before: Statement of the Harbour Pact (2 March 2021).",
        "3. We recall Resolution 4040.",
        "4. We welcome as new partners: Chile.",
        "1. Patrols at sea",
        "5. We welcome the contribution of Norway: Fuel, delivered (300 USD; delivered; 8 March 2021).",
        "6. We note with concern that we are behind with Divers at work: 15 divers, of 70 divers"
        " (28 February 2021; due by 31 December 2021).",
        "7. We will fulfil without delay our commitment to share the positions of ships in distress within 30 days,"
        " which was due by 1 April 2021.",
        "8. We welcome the commitment of Norway to train sixty rescue divers.",
        "9. We note that 700 USD of 1,000 USD asked for is missing (pledged: 0 USD, delivered: 300 USD).",
        "10. We invite partners to meet what is needed, as their national decisions and means allow:"
        " Six boats that keep the sea in winter (6 boats; due by 1 October 2021).",
        "11. We call again on Peru to join the patrols.",
        "Next steps",
        "12. We will meet again within 100 days, no later than 9 September 2021.",
    ]


def test_a_promise_goes_from_reaffirmed_to_overdue_to_fulfilled(accepted: Register) -> None:
    by = accepted.people.secretariat
    meeting, share = plan(by, "Ministerial meeting in summer", JUNE), promise("decided to share")

    def clauses(today: date) -> set[Clause]:
        return {
            one.clause
            for one in draft(by, meeting, today).paragraphs
            for point in one.points
            if (point.noun, point.id) == ("commitment", share)
        }

    assert clauses(date(2021, 4, 1)) == {Clause.REAFFIRMED}
    assert clauses(date(2021, 4, 2)) == {Clause.OVERDUE}
    commitments.change_status(commitment=share, status="fulfilled", evidence="They are shared.", by=by, at=AT)
    assert clauses(date(2021, 4, 2)) == {Clause.FULFILLED}
    # By the next meeting of the series that is no news.
    meetings.hold(meeting=meeting, by=by, at=AT + timedelta(days=100))
    Meeting.objects.filter(pk=meeting).update(series="ministerial meeting")
    later = plan(by, "Ministerial meeting in autumn", date(2021, 9, 1))
    Meeting.objects.filter(pk=later).update(series="ministerial meeting")
    assert draft(by, later, date(2021, 8, 1)).since == JUNE
    assert Clause.FULFILLED not in {one.clause for one in draft(by, later, date(2021, 8, 1)).paragraphs}


def test_what_was_decided_and_reserved_is_in_it(accepted: Register) -> None:
    by = accepted.people.secretariat
    held = write_down(accepted, day=JUNE)
    statement = Commitment.objects.get(pk=promise()).finding.statement_id
    apart = Reserved(text="Not in our ports.", since=AT.date(), statement=statement, paragraph="2")
    reservations.add(coalition=SLUG, reach="coalition", content=apart, by=accepted.people.norway, at=AT)
    told = text(by, held.meeting)
    assert "We decided: The buoys are counted twice a year." in told
    assert "We agreed that Norway acts by 1 August 2021: Count the buoys." in told
    assert "Reservation of Norway to decision 1: Norway does not associate itself." in told
    assert "Reservation of Norway to paragraph 2 of Statement of the Harbour Pact: Not in our ports." in told
    assert "We will meet again" not in told, "a meeting of no series"


def test_of_many_the_first_are_named_and_all_are_counted(accepted: Register) -> None:
    by = accepted.people.secretariat
    for number in range(MOST + 3):
        give(accepted.people.norway, number + 1, "delivered", stage_on=TODAY)
    given = [one for one in draft(by, plan(by, day=JUNE)).paragraphs if one.clause == Clause.GIVEN]
    assert len(given) == MOST and [one.more for one in given] == [0] * (MOST - 1) + [3]
    largest = given[0].points[0].much
    assert largest is not None and largest.amount == MOST + 3
    assert "[3 more of the kind are on record.]" in text(by, plan(by, "Other days", JUNE))


def test_a_meeting_of_a_line_speaks_of_that_line(accepted: Register) -> None:
    by = accepted.people.secretariat
    give(accepted.people.norway, 5, "delivered", stage_on=TODAY)
    ask(by, 9)
    workshop = Meeting.objects.get(name="Workshop on care", coalition__slug=SLUG)
    found = draft(by, workshop.pk)
    assert {one.line.number for one in found.paragraphs if one.line is not None} == {2}
    assert Section.GENERAL not in {one.section for one in found.paragraphs}
    assert "to share the positions" in text(by, workshop.pk) and "divers" not in text(by, workshop.pk)


def test_nobody_reads_in_it_what_is_not_for_them(accepted: Register) -> None:
    people = accepted.people
    meeting = plan(people.secretariat, day=JUNE)
    give(people.norway, 40, "delivered", reach="owner only", stage_on=TODAY)
    ask(people.secretariat, 100)
    give(people.norway, 60, "pledged", reach="owner only")
    assert "Fuel, delivered" in text(people.norway, meeting) and "40 USD" in text(people.norway, meeting)
    assert "Fuel, delivered" not in text(people.chile, meeting)
    assert "100 USD of 100 USD asked for" in text(people.chile, meeting)
    with pytest.raises(NotFound):
        draft(people.stranger, meeting)


def test_what_is_not_public_is_told(accepted: Register) -> None:
    by = accepted.people.secretariat
    meeting, statement = plan(by, day=JUNE), Commitment.objects.get(pk=promise()).finding.statement_id
    releases.release(noun="statement", record=statement, reach="public", with_records=True, by=by, at=AT)
    cited = Instrument.objects.get(key="HC 4040", coalition__slug=SLUG)
    releases.release(noun="instrument", record=cited.pk, reach="public", by=by, at=AT)
    give(accepted.people.norway, 5, "delivered", reach="public", stage_on=TODAY)
    assert draft(by, meeting).guarded == ()
    ask(by, 100, reach="public")
    found = draft(by, meeting)
    funds = next(one for one in found.paragraphs if one.clause == Clause.FUNDING)
    assert found.guarded == (funds.number,), "a sum may rest on what is not public"


def test_each_point_names_a_record_that_is_there(accepted: Register) -> None:
    by = accepted.people.secretariat
    held = write_down(accepted, day=JUNE)
    ask(by, 1000)
    give(accepted.people.norway, 300, "delivered", stage_on=TODAY)
    found = draft(by, held.meeting)
    data = written(FORMS["markdown"], document(found), title="t", at=AT).decode()
    promised = Commitment.objects.get(pk=promise())
    given = Contribution.objects.get(summary="Fuel, delivered")
    for line in (
        f"commitment | coalition | /{SLUG}/commitments/{promised.pk}/ |",
        f"contribution | coalition | /{SLUG}/contributions/{given.pk}/ |",
        f"conclusion | coalition | /{SLUG}/conclusions/{held.conclusion}/ |",
        f"statement | coalition | /{SLUG}/statements/{promised.finding.statement_id}/#p",
    ):
        assert line in data, line
    points = [point for one in found.paragraphs for point in one.points]
    assert data.count("\n| ") >= len(points)


def test_word_reads_it_and_it_is_edited_there(accepted: Register) -> None:
    by = accepted.people.secretariat
    found = draft(by, plan(by, day=JUNE))
    file = docx.Document(io.BytesIO(written(FORMS["docx"], document(found), title="Draft", at=AT)))
    paragraphs = [one.text for one in file.paragraphs]
    assert "1. We, the partners of the Harbour Pact, met in [place] on 1 June 2021." in paragraphs
    assert any(one.endswith("We welcome the commitment of Norway to train sixty rescue divers.") for one in paragraphs)


def test_once_agreed_it_is_read_as_a_statement(accepted: Register) -> None:
    by = accepted.people.secretariat
    meeting = meetings.schedule(
        coalition=SLUG,
        content=meetings.Content(
            "Ministerial meeting in summer", JUNE, place="Lima", series="ministerial meeting", hosts=("CHL",)
        ),
        by=by,
        at=AT,
    )
    found = read(Document(text(by, meeting), source="agreed.txt"))
    assert 100 in [one.days for one in found.deadlines]
    assert found.statement.place == "Lima" and JUNE in [one.start for one in found.meetings]
    told = {(one.kind, one.passage.quote[:30]) for one in found.acts}
    assert {(Kind.COMMITMENT, "reaffirm our commitment to sha"), (Kind.CALL, "call again on Peru to join the")} <= told


def test_numbers_are_written_as_people_write_them(accepted: Register) -> None:
    by = accepted.people.secretariat
    ask(by, "1234567.50", currency="NOK")
    assert "1,234,567.50 NOK of 1,234,567.50 NOK" in text(by, plan(by, day=JUNE))
    measure(by, watch(by, target=Decimal("1200.5")))
    assert "20 divers, of 1,200.5 divers" in text(by, plan(by, "Other days", JUNE))
