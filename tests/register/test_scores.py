"""Scores are over what the reader may see, and every figure leads to the marks that it is the mean of."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from concerted.actions import mergers, reports, review
from concerted.register import queries
from concerted.register.models import Commitment, Reach, Release, Report
from concerted.register.nouns.report import written
from tests.actions.conftest import accepted
from tests.actions.progress import assess, guide, measure, open_window, promise, report, reported, watch
from tests.standing import AT, SLUG, TODAY, Register, first_reading

__all__ = ["accepted"]


def assessed(register: Register) -> None:
    """Norway: full on line 1, none on lines 1 and 2; Chile: partial on lines 1 and 2."""
    by = register.people.secretariat
    train, share = promise(), promise("decided to share")
    guide(by, train)
    guide(by, share)
    assess(by, train, 1)
    assess(by, share, -1)
    assess(by, share, 0, party="CHL")


def test_scores_by_line_and_partner(accepted: Register) -> None:
    assessed(accepted)
    page = queries.scores(accepted.people.reader, SLUG)
    assert [line.number for line in page.lines if line] == [1, 2]
    said = {
        row.party.code: ([(one.mean, one.count) if one else None for one in row.cells], row.total.mean)
        for row in page.rows
    }
    assert said["NOR"] == ([(Decimal("0.00"), 2), (Decimal("-1.00"), 1)], Decimal("0.00"))
    assert said["CHL"] == ([(Decimal("0.00"), 1), (Decimal("0.00"), 1)], Decimal("0.00"))
    assert [(one.mean, one.count) for one in page.totals if one] == [(Decimal("0.00"), 3), (Decimal("-0.50"), 2)]
    assert page.all and page.all.count == 3


def test_every_figure_opens_its_marks(accepted: Register) -> None:
    assessed(accepted)
    user = accepted.people.chile
    page = queries.scores(user, SLUG)
    for row in page.rows:
        for line, score in zip(page.lines, row.cells, strict=True):
            number = line.number if line else 0
            opened = queries.assessments(user, SLUG, today=TODAY, party=row.party.code, line=number)
            assert opened.score == score
            for one in opened.rows:
                found = queries.assessment(user, SLUG, one.id, today=TODAY).assessment
                assert found.guideline.full and found.commitment.source.quote


def test_a_score_counts_what_the_reader_sees(accepted: Register) -> None:
    commitment, _guideline, number = reported(accepted)
    assess(accepted.people.secretariat, commitment, 1, report=number)
    assert queries.scores(accepted.people.chile, SLUG).all
    own = Release.objects.get(coalition=accepted.coalition, kind=Reach.OWNER)
    Report.objects.filter(pk=number).update(release=own)
    for who in ("chile", "secretariat", "observer"):
        page = queries.scores(getattr(accepted.people, who), SLUG)
        assert (page.rows, page.all) == ((), None)
    assert queries.scores(accepted.people.norway, SLUG).all


def test_an_assessment_says_that_its_report_was_changed(accepted: Register) -> None:
    commitment, _guideline, number = reported(accepted)
    made = assess(accepted.people.secretariat, commitment, report=number)
    assert not queries.assessment(accepted.people.norway, SLUG, made, today=TODAY).assessment.changed
    content = replace(written(Report.objects.get(pk=number)), text="All sixty are trained.")
    reports.change(number=number, content=content, seen=1, by=accepted.people.norway, at=AT)
    assert queries.assessment(accepted.people.norway, SLUG, made, today=TODAY).assessment.changed


def test_a_merged_promise_is_marked_once(accepted: Register) -> None:
    by, first = accepted.people.secretariat, promise()
    taken = accepted.take_in(replace(first_reading(), text=first_reading().text + "\nAgain.\n"))
    review.accept_statement(statement=taken.statement, by=by, at=AT)
    second = Commitment.objects.filter(text__startswith="undertook").exclude(pk=first).get().pk
    for number, mark in ((first, 1), (second, -1)):
        guide(by, number)
        assess(by, number, mark)
    mergers.merge(noun="commitment", duplicate=second, into=first, by=by, at=AT)
    page = queries.assessments(by, SLUG, today=TODAY)
    assert [(one.commitment.id, one.mark) for one in page.rows] == [(first, -1)]


def test_what_is_owed_until_it_is_reported(accepted: Register) -> None:
    window = open_window(accepted.people.secretariat)
    norway = accepted.people.norway

    def owed() -> list[int]:
        return [row.count for row in queries.owed(norway, SLUG, today=TODAY)]

    assert owed() == [3]
    assert queries.owed(accepted.people.reader, SLUG, today=TODAY) == ()
    report(norway, window, promise())
    assert owed() == [2]
    page = queries.window(norway, SLUG, window, today=TODAY)
    assert promise() not in {row.id for row in page.owed}
    assert [row.mark for row in page.reports] == [None]
    assert queries.owed(norway, SLUG, today=date(2021, 3, 21)) == ()


def test_a_benchmark_is_on_track_or_behind(accepted: Register) -> None:
    by = accepted.people.secretariat
    number = watch(by)
    measure(by, number, month=2, value=20)
    measure(by, number, month=3, value=15)
    way = queries.benchmark_way(accepted.people.norway, SLUG, number, today=TODAY)
    assert [(row.value, row.on_track) for row in way.rows] == [(20, True), (15, False)]
    assert way.expected and 20 < way.expected < 22
