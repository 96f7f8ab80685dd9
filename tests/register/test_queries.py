from __future__ import annotations

from datetime import date

import pytest

from concerted.actions import commitments, meetings, review
from concerted.reading import facts
from concerted.register import queries
from concerted.register.models import Commitment, Instrument, Meeting, Participation, Reach, Release, Statement
from concerted.terms.errors import NotFound
from tests.standing import (
    AT,
    FIRST,
    SECOND,
    SLUG,
    TODAY,
    Register,
    first_reading,
    passage,
    reading,
    second_reading,
)


@pytest.fixture
def full(register: Register) -> Register:
    for each in (first_reading(), second_reading()):
        taken = register.take_in(each)
        review.accept_statement(statement=taken.statement, by=register.people.secretariat, at=AT)
    return register


@pytest.fixture
def loaded(register: Register) -> Register:
    register.take_in(first_reading())
    return register


def test_the_board_says_when_they_meet_next_and_why(full: Register) -> None:
    board = queries.board(full.people.reader, SLUG, today=TODAY)
    clock = board.clock
    assert clock is not None
    assert (clock.series, clock.state, clock.due_on, clock.days) == (
        "ministerial meeting",
        "due",
        date(2021, 6, 10),
        93,
    )
    assert clock.source is not None
    assert (clock.source.quote, clock.source.by) == ("no later than within 100 days", "secretary")
    assert FIRST[clock.source.start : clock.source.end] == clock.source.quote
    assert board.waiting == 0


def test_the_clock_follows_the_meetings(full: Register) -> None:
    number = meetings.schedule(
        coalition=SLUG,
        content=meetings.Content("Second ministerial meeting", date(2021, 3, 8), series="ministerial meeting"),
        by=full.people.secretariat,
        at=AT,
    )
    board = queries.board(full.people.reader, SLUG, today=date(2021, 3, 8))
    assert board.clock is not None
    assert board.clock.planned is not None
    assert board.clock.planned.id == number
    meetings.hold(meeting=number, by=full.people.secretariat, at=AT)
    met, running = queries.board(full.people.reader, SLUG, today=TODAY).clocks
    assert (met.state, met.met_by and met.met_by.id, met.late) == ("met", number, 0)
    assert (running.state, running.counted_from, running.due_on) == ("due", date(2021, 3, 8), date(2021, 6, 16))
    page = queries.meeting(full.people.reader, SLUG, number, today=TODAY)
    assert page.satisfies == (met,)
    late = queries.board(full.people.reader, SLUG, today=date(2021, 6, 20)).clock
    assert late is not None
    assert (late.state, late.days) == ("overdue", -4)


@pytest.mark.parametrize("said", ["", "ministerial-level meeting of the Pact"])
def test_a_later_meeting_that_is_accepted_meets_the_clock(loaded: Register, said: str) -> None:
    secretariat, today = loaded.people.secretariat, date(2021, 5, 25)
    review.accept_statement(statement=loaded.finding("decided").statement_id, by=secretariat, at=AT)
    (before,) = queries.board(secretariat, SLUG, today=today).clocks
    assert (before.state, before.counted_from) == ("due", date(2021, 3, 2))
    gathering = passage(SECOND, "meeting in Lima on 20 May 2021")
    held = facts.Meeting(
        gathering, "second ministerial meeting", facts.MeetingStatus.HELD, date(2021, 5, 20), series=said or None
    )
    later = reading(SECOND, "Second statement", dated={"issued_on": date(2021, 5, 20)}, meetings=(held,))
    review.accept_statement(statement=loaded.take_in(later).statement, by=secretariat, at=AT)
    met, running = queries.board(secretariat, SLUG, today=today).clocks
    assert (met.state, met.met_by and met.met_by.start, met.late) == ("met", date(2021, 5, 20), 0)
    assert (running.state, running.counted_from) == ("due", date(2021, 5, 20))


def test_before_review_the_coalitions_own_cadence_counts(loaded: Register) -> None:
    clock = queries.head(loaded.people.reader, SLUG, today=TODAY).clock
    assert clock is not None
    assert (clock.source, clock.due_on, clock.counted_from) == (None, date(2021, 6, 10), date(2021, 3, 2))
    assert clock.said_by


def test_a_card_counts_what_a_line_holds(full: Register) -> None:
    patrols, care = queries.board(full.people.reader, SLUG, today=TODAY).lines
    assert (patrols.open_commitments, patrols.calls, patrols.contributions) == (3, 1, 1)
    assert (care.open_commitments, care.calls, care.contributions) == (1, 0, 1)
    assert [party.code for party in care.leads] == ["CHL"]
    assert care.next_meeting is not None
    assert care.next_meeting.start == date(2021, 5, 5)
    assert queries.lines(full.people.reader, SLUG, today=date(2021, 5, 6))[1].next_meeting is None


def test_the_matrix_marks_who_gives_what(full: Register) -> None:
    matrix = queries.board(full.people.reader, SLUG, today=TODAY).matrix
    marks = {row.party.code: [[(mark.kind, mark.count) for mark in cell] for cell in row.cells] for row in matrix.rows}
    assert [line.number for line in matrix.lines] == [1, 2]
    assert marks["NOR"] == [[("commitment", 1), ("training", 1)], []]
    assert marks["CHL"] == [[], [("hosting", 1), ("leadership", 1)]]
    # Peru is only called on.
    assert "PER" not in marks


def test_the_timeline_is_in_order(full: Register) -> None:
    timeline = queries.board(full.people.reader, SLUG, today=TODAY).timeline
    days = [item.first for item in timeline.items]
    assert days == sorted(days)
    assert {item.kind for item in timeline.items} == {"statement", "meeting", "deadline"}
    assert (date(2021, 4, 1), "within 30 days") in [(item.first, item.title) for item in timeline.items]
    assert [(span.first, span.last) for span in timeline.spans] == [(date(2021, 3, 2), date(2021, 6, 10))]


def test_a_statement_page_holds_text_blocks_and_findings(loaded: Register) -> None:
    first = loaded.finding("decided to share")
    review.accept(finding=first.pk, by=loaded.people.secretariat, at=AT, comment="yes")
    page = queries.statement(loaded.people.reader, SLUG, first.statement_id)
    assert page.text == FIRST
    assert [block.start for block in page.blocks] == sorted(block.start for block in page.blocks)
    assert (page.reviewed.decided, page.reviewed.total, page.reviewed.percent) == (1, 12, 8)
    assert page.by_kind == {"commitment": 3, "call": 1}
    assert {line.number: count for line, count in page.by_line} == {1: 3, 2: 1}
    row = next(row for row in page.findings if row.id == first.pk)
    assert (row.state, row.kind, row.by_issuers, [line.number for line in row.lines]) == (
        "accepted",
        "commitment",
        True,
        [1, 2],
    )
    assert row.decision is not None
    assert (row.decision.by, row.decision.comment) == ("secretary", "yes")
    assert row.record is not None
    assert row.record.noun == "commitment"
    assert queries.commitment(loaded.people.reader, SLUG, int(row.record.key), today=TODAY).commitment.id
    assert queries.finding(loaded.people.reader, SLUG, first.pk) == row
    passed = next(row for row in page.findings if row.fact == "passed_over")
    assert (passed.reviewable, passed.state) == (False, "proposed")


def test_a_correction_shows_beside_its_proposal(loaded: Register) -> None:
    first = loaded.finding("called on Peru")
    review.correct(finding=first.pk, changes={"lines": [2]}, by=loaded.people.secretariat, at=AT)
    row = queries.finding(loaded.people.reader, SLUG, first.pk)
    assert (row.state, row.data["lines"], row.proposal["lines"]) == ("corrected", [2], [1])
    review.undo(finding=first.pk, by=loaded.people.secretariat, at=AT)
    row = queries.finding(loaded.people.reader, SLUG, first.pk)
    assert (row.state, row.data["lines"], row.record) == ("proposed", [1], None)
    assert [decision.verdict for decision in row.history] == ["corrected", "undone"]


def test_the_original_comes_back_byte_for_byte(loaded: Register) -> None:
    statement = loaded.finding("decided to share").statement_id
    original = queries.original(loaded.people.reader, SLUG, statement)
    assert (original.data, original.media_type, original.name) == (FIRST.encode(), "text/plain", "harbour.txt")


def test_the_least_certain_comes_first_to_review(loaded: Register) -> None:
    queue = queries.review(loaded.people.secretariat, SLUG, limit=3)
    assert (queue.waiting, len(queue.items)) == (12, 3)
    assert queue.items[0].finding.quote.startswith("called on Peru")
    assert queue.items[0].before.endswith("and ")
    review.reject(finding=queue.items[0].finding.id, by=loaded.people.secretariat, at=AT)
    assert queries.review(loaded.people.secretariat, SLUG).waiting == 11


def test_a_list_of_statements_counts(full: Register) -> None:
    second, first = queries.statements(full.people.reader, SLUG)
    assert (first.statement.title, first.parties, first.by_kind) == (
        "Statement of the Harbour Pact",
        2,
        {"commitment": 3, "call": 1},
    )
    assert (second.reviewed.percent, second.statement.issued_on) == (100, date(2021, 5, 20))


def test_commitments_are_narrowed(full: Register) -> None:
    def texts(**narrowed: object) -> list[str]:
        rows = queries.commitments(full.people.reader, SLUG, today=TODAY, **narrowed).rows  # type: ignore[arg-type]
        return [row.verb for row in rows]

    assert texts() == ["decided to share", "undertook", "will take place", "reaffirmed"]
    assert texts(line=2) == ["decided to share"]
    assert texts(party="NOR") == ["undertook"]
    assert texts(status="lapsed") == []


def test_a_due_day_counts_until_it_is_settled(full: Register) -> None:
    promise = Commitment.objects.get(verb="decided to share").pk
    row = queries.commitment(full.people.reader, SLUG, promise, today=date(2021, 4, 4)).commitment
    assert (row.due_words, row.due_on, row.days) == ("within 30 days", date(2021, 4, 1), -3)
    commitments.change_status(
        commitment=promise, status="fulfilled", evidence="done", by=full.people.secretariat, at=AT
    )
    page = queries.commitment(full.people.reader, SLUG, promise, today=date(2021, 4, 4))
    assert (page.commitment.status, page.commitment.days) == ("fulfilled", None)
    assert [(change.status, change.evidence) for change in page.history] == [("fulfilled", "done")]


def test_a_promise_shows_what_renews_it(full: Register) -> None:
    earlier = Commitment.objects.get(verb="decided to share").pk
    later = Commitment.objects.get(verb="reaffirmed").pk
    assert [row.id for row in queries.commitment(full.people.reader, SLUG, earlier, today=TODAY).later] == [later]
    assert [row.id for row in queries.commitment(full.people.reader, SLUG, later, today=TODAY).earlier] == [earlier]


def test_a_partner_has_what_it_promised_gave_and_is_asked(full: Register) -> None:
    norway = queries.partner(full.people.reader, SLUG, "NOR", today=TODAY)
    assert [row.verb for row in norway.commitments] == ["undertook"]
    assert [row.verb for row in norway.joint] == ["decided to share", "will take place"]
    assert [(row.role, row.source.quote) for row in norway.participations] == [("issuer", "Norway and Chile met")]
    chile = queries.partner(full.people.reader, SLUG, "CHL", today=TODAY)
    assert ([row.kind for row in chile.contributions], [row.line.number for row in chile.leads]) == (["hosting"], [2])
    assert [row.meeting.name for row in chile.meetings] == ["Workshop on care"]
    peru = queries.partner(full.people.reader, SLUG, "PER", today=TODAY)
    assert ([row.verb for row in peru.calls], peru.joint) == (["called on"], ())
    page = queries.partners(full.people.reader, SLUG, on=TODAY)
    counts = [
        {row.party.code: (row.participations, row.commitments, row.calls) for row in rows}
        for rows in (page.partners, page.others)
    ]
    assert counts == [{"NOR": (1, 1, 0), "CHL": (1, 0, 0)}, {"PER": (0, 0, 1)}]


def test_a_line_has_all_that_belongs_to_it(full: Register) -> None:
    page = queries.line(full.people.reader, SLUG, 2, today=TODAY)
    assert [source.quote for source in page.sources] == ["and care for crews."]
    assert [row.meeting.name for row in page.meetings] == ["Workshop on care"]
    assert [row.said_by for row in page.leads] == ["the founding letter"]


def test_an_instrument_says_who_cites_it(full: Register) -> None:
    rows = {row.key: row.cited_by for row in queries.instruments(full.people.reader, SLUG)}
    assert rows == {"HC 4040": 1, "Harbour Code": 0}
    page = queries.instrument(full.people.reader, SLUG, Instrument.objects.get(key="HC 4040").pk, today=TODAY)
    assert [citation.source.quote for citation in page.citations] == ["resolution 4040"]
    finding = full.finding("resolution 4040", "instrument")
    review.undo(finding=finding.pk, by=full.people.secretariat, at=AT)
    assert [row.key for row in queries.instruments(full.people.reader, SLUG)] == ["Harbour Code"]


def test_counts_are_of_what_the_reader_sees_alone(full: Register) -> None:
    text = "The ministers of Norway recalled resolution 4040."
    cited = facts.Instrument((passage(text, "resolution 4040"),), "HC 4040", "Resolution 4040", body="Harbour Council")
    again = full.take_in(reading(text, "Another statement", instruments=(cited,)))
    review.accept_statement(statement=again.statement, by=full.people.secretariat, at=AT)
    withheld = Release.objects.get(coalition=full.coalition, kind=Reach.OWNER)
    Statement.objects.filter(pk=again.statement).update(release=withheld)
    one = Participation.objects.filter(party__code="NOR").earliest("pk")
    Participation.objects.filter(pk=one.pk).update(release=withheld)
    for person, cited, parties, becomes in ((full.people.secretariat, 2, 2, True), (full.people.reader, 1, 1, False)):
        rows = {row.key: row.cited_by for row in queries.instruments(person, SLUG)}
        assert rows["HC 4040"] == cited
        listed = {row.statement.id: row.parties for row in queries.statements(person, SLUG)}
        assert listed[one.finding.statement_id] == parties
        page = queries.statement(person, SLUG, one.finding.statement_id)
        (found,) = [each for each in page.findings if each.id == one.finding_id]
        assert (found.record is not None) is becomes


def test_meetings_stand_the_latest_first(full: Register) -> None:
    rows = queries.meetings(full.people.reader, SLUG)
    assert [row.meeting.name for row in rows] == ["Workshop on care", "Ministerial meeting"]
    assert (rows[0].source is None, rows[1].source, rows[1].said_by) == (False, None, "the coalition's own file")
    workshop = Meeting.objects.get(coalition=full.coalition, name="Workshop on care").pk
    page = queries.meeting(full.people.reader, SLUG, workshop, today=TODAY)
    assert [row.verb for row in page.open_commitments] == ["decided to share"]
    assert (page.may_hold, queries.meeting(full.people.secretariat, SLUG, workshop, today=TODAY).may_hold) == (
        False,
        True,
    )


@pytest.mark.parametrize(
    "ask",
    [
        lambda user: queries.statement(user, SLUG, 0),
        lambda user: queries.original(user, SLUG, 0),
        lambda user: queries.finding(user, SLUG, 0),
        lambda user: queries.commitment(user, SLUG, 0, today=TODAY),
        lambda user: queries.partner(user, SLUG, "XXX", today=TODAY),
        lambda user: queries.line(user, SLUG, 0, today=TODAY),
        lambda user: queries.instrument(user, SLUG, 0, today=TODAY),
        lambda user: queries.meeting(user, SLUG, 0, today=TODAY),
        lambda user: queries.coalition(user, "nowhere"),
    ],
)
def test_what_is_not_there_is_not_found(full: Register, ask) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(NotFound):
        ask(full.people.secretariat)
