"""Progress: windows for reports, how far promises are kept, and the way of benchmarks."""

from __future__ import annotations

from typing import Literal

from concerted.actions import assessments as assessing
from concerted.actions import guidelines
from concerted.actions import windows as planning
from concerted.api.asking import Asking
from concerted.api.fields import Count, Day, Number, Place, Seen, Sent, Slug, Text, Word
from concerted.api.meetings import edition
from concerted.api.operation import Operations
from concerted.register import queries
from concerted.register.rows.benchmarks import BenchmarkWay
from concerted.register.rows.progress import (
    AssessmentPage,
    Assessments,
    CommitmentProgress,
    GuidelinePage,
    OwedRow,
    ReportPage,
    ScoresPage,
    WindowPage,
    Windows,
)

operations = Operations()
_HOME = "/coalitions/{slug:slug}"
_WINDOW = f"{_HOME}/windows/{{int:number}}"


class WindowSent(Sent):
    """A window: the period that is reported on, when reports are taken, and of which lines (none: of all)."""

    title: Word
    first: Day
    last: Day
    opens: Day
    closes: Day
    lines: tuple[Count, ...] = ()

    @property
    def content(self) -> planning.Content:
        """Give what the window says."""
        return planning.Content(**self.model_dump())


class GuidelineSent(Sent):
    """What full, partial and no compliance with a commitment mean; ``seen`` is the number of the guideline before."""

    full: Text
    partial: Text
    none: Text
    seen: Count | None = None


class AssessmentSent(Sent):
    """A mark for a partner's commitment: 1 full, 0 partial, -1 none; ``seen`` is the edition of the report read."""

    party: Word
    mark: Literal[1, 0, -1]
    reasons: Text
    evidence: Text
    report: Count | None = None
    seen: Count | None = None


@operations.read(f"{_HOME}/windows")
def windows(request: Asking, slug: Slug) -> Windows:
    """List the windows for reports."""
    return queries.windows(request.asker, slug, today=request.day)


@operations.read(_WINDOW, edition=lambda page: page.window.edition)
def window(request: Asking, slug: Slug, number: Number) -> WindowPage:
    """Give a window with its reports and what is still owed."""
    return queries.window(request.asker, slug, number, today=request.day)


@operations.make(f"{_HOME}/windows")
def add_window(request: Asking, slug: Slug, body: WindowSent) -> int:
    """Plan a window for reports."""
    return planning.add(coalition=slug, content=body.content, by=request.asker, at=request.at)


@operations.change(_WINDOW)
def change_window(request: Asking, slug: Slug, number: Number, body: WindowSent, seen: Seen) -> None:
    """Change a window for reports."""
    queries.window(request.asker, slug, number, today=request.day)
    planning.change(window=number, content=body.content, seen=edition(seen), by=request.asker, at=request.at)


@operations.change(_WINDOW, method="DELETE")
def withdraw_window(request: Asking, slug: Slug, number: Number, seen: Seen) -> None:
    """Take a window for reports back."""
    queries.window(request.asker, slug, number, today=request.day)
    planning.withdraw(window=number, seen=edition(seen), by=request.asker, at=request.at)


@operations.read(f"{_HOME}/owed")
def owed(request: Asking, slug: Slug) -> tuple[OwedRow, ...]:
    """List what one's own party has still to report on."""
    return queries.owed(request.asker, slug, today=request.day)


@operations.read(f"{_HOME}/reports/{{int:number}}/page")
def report_page(request: Asking, slug: Slug, number: Number) -> ReportPage:
    """Give a report with its commitment and its assessments."""
    request.shown.append(("report", number))
    return queries.report(request.asker, slug, number, today=request.day)


@operations.read(f"{_HOME}/commitments/{{int:number}}/progress")
def commitment_progress(request: Asking, slug: Slug, number: Number) -> CommitmentProgress:
    """Give a commitment's guideline, reports and assessments."""
    return queries.commitment_progress(request.asker, slug, number, today=request.day)


@operations.change(f"{_HOME}/commitments/{{int:number}}/guideline")
def write_guideline(request: Asking, slug: Slug, number: Number, body: GuidelineSent) -> None:
    """Write what full, partial and no compliance with a commitment mean."""
    queries.commitment_progress(request.asker, slug, number, today=request.day)
    guidelines.write(commitment=number, by=request.asker, at=request.at, **body.model_dump())


@operations.read(f"{_HOME}/guidelines/{{int:number}}")
def guideline(request: Asking, slug: Slug, number: Number) -> GuidelinePage:
    """Give a guideline with the assessments made by it."""
    request.shown.append(("guideline", number))
    return queries.guideline(request.asker, slug, number, today=request.day)


@operations.make(f"{_HOME}/commitments/{{int:number}}/assessments")
def assess(request: Asking, slug: Slug, number: Number, body: AssessmentSent) -> int:
    """Mark how far a partner keeps a commitment, by its report where one is named."""
    queries.commitment_progress(request.asker, slug, number, today=request.day)
    return assessing.assess(commitment=number, by=request.asker, at=request.at, **body.model_dump())


@operations.read(f"{_HOME}/assessments")
def assessments(request: Asking, slug: Slug, party: Word | None = None, line: Place | None = None) -> Assessments:
    """Give the assessments in force behind a score: of a party, a line, or all."""
    return queries.assessments(request.asker, slug, today=request.day, party=party, line=line)


@operations.read(f"{_HOME}/assessments/{{int:number}}")
def assessment(request: Asking, slug: Slug, number: Number) -> AssessmentPage:
    """Give an assessment with its guideline and its report."""
    request.shown.append(("assessment", number))
    return queries.assessment(request.asker, slug, number, today=request.day)


@operations.change(f"{_HOME}/assessments/{{int:number}}", method="DELETE")
def withdraw_assessment(request: Asking, slug: Slug, number: Number) -> None:
    """Take an assessment back."""
    queries.assessment(request.asker, slug, number, today=request.day)
    assessing.withdraw(assessment=number, by=request.asker, at=request.at)


@operations.read(f"{_HOME}/scores")
def scores(request: Asking, slug: Slug) -> ScoresPage:
    """Give the mean mark of each partner and line, and how many assessments stand behind it."""
    return queries.scores(request.asker, slug)


@operations.read(f"{_HOME}/benchmarks/{{int:number}}/way")
def benchmark_way(request: Asking, slug: Slug, number: Number) -> BenchmarkWay:
    """Give a benchmark with what was measured, and how far it is on its way."""
    request.shown.append(("benchmark", number))
    return queries.benchmark_way(request.asker, slug, number, today=request.day)
