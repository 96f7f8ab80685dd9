"""Rows of progress. Written by `make api`."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from decimal import Decimal

from concerted.client.rows.account import CoalitionRef
from concerted.client.rows.action_points import PartyRef
from concerted.client.rows.agendas import LineRef
from concerted.client.rows.boards import CommitmentRow


@dataclass(frozen=True, slots=True)
class WindowRow:
    """A reporting window; ``state`` is coming, open or closed, ``days`` those until it closes (negative:
    since)."""

    id: int
    title: str
    first: datetime.date
    last: datetime.date
    opens: datetime.date
    closes: datetime.date
    lines: tuple[LineRef, ...]
    state: str
    days: int
    edition: int


@dataclass(frozen=True, slots=True)
class Windows:
    """A coalition's reporting windows, the latest first."""

    coalition: CoalitionRef
    rows: tuple[WindowRow, ...]
    may_keep: bool


@dataclass(frozen=True, slots=True)
class ReportRow:
    """A partner's report on a commitment in a window; ``late`` tells that it was written after the window
    closed."""

    id: int
    window: int
    window_title: str
    commitment: CommitmentRow
    party: PartyRef
    stand: str
    text: str
    evidence: str
    by: str | None
    at: datetime.datetime
    late: bool
    edition: int
    mark: int | None
    assessment: int | None


@dataclass(frozen=True, slots=True)
class WindowPage:
    """A reporting window, what is reported in it, and what the person's party has not reported on yet."""

    coalition: CoalitionRef
    window: WindowRow
    reports: tuple[ReportRow, ...]
    owed: tuple[CommitmentRow, ...]
    may_report: bool
    may_keep: bool


@dataclass(frozen=True, slots=True)
class OwedRow:
    """So many commitments on which the person's party has not reported in a window."""

    window: WindowRow
    count: int


@dataclass(frozen=True, slots=True)
class GuidelineRow:
    """What +1, 0 and -1 mean for a commitment; ``by`` is None where the reader may not know the name."""

    id: int
    commitment: int
    full: str
    partial: str
    none: str
    by: str | None
    at: datetime.datetime


@dataclass(frozen=True, slots=True)
class AssessmentRow:
    """A mark for a party and a commitment, and what it rests on.

    ``report`` is the number of the report, read in the edition ``report_edition``; ``changed`` tells that
    its words are others since. ``by`` is None where the reader may not know the name."""

    id: int
    commitment: CommitmentRow
    party: PartyRef
    mark: int
    reasons: str
    evidence: str
    report: int | None
    report_edition: int | None
    changed: bool
    guideline: GuidelineRow
    by: str | None
    at: datetime.datetime
    may_assess: bool


@dataclass(frozen=True, slots=True)
class ReportPage:
    """A report, its commitment's guideline and its assessment in force."""

    coalition: CoalitionRef
    report: ReportRow
    guideline: GuidelineRow | None
    assessment: AssessmentRow | None
    may_assess: bool


@dataclass(frozen=True, slots=True)
class CommitmentProgress:
    """What is reported and assessed of a commitment; ``parties`` are those that it binds."""

    coalition: CoalitionRef
    commitment: CommitmentRow
    guideline: GuidelineRow | None
    reports: tuple[ReportRow, ...]
    assessments: tuple[AssessmentRow, ...]
    parties: tuple[PartyRef, ...]
    may_assess: bool


@dataclass(frozen=True, slots=True)
class GuidelinePage:
    """A guideline with the assessments in force that were made by it; ``newest`` is the number of the one in
    force."""

    coalition: CoalitionRef
    guideline: GuidelineRow
    commitment: CommitmentRow
    assessments: tuple[AssessmentRow, ...]
    in_force: bool
    newest: int | None
    may_write: bool


@dataclass(frozen=True, slots=True)
class ScoreRow:
    """The mean of ``count`` marks, from -1 to +1, and the same in percent."""

    mean: Decimal
    percent: int
    count: int


@dataclass(frozen=True, slots=True)
class Assessments:
    """Assessments in force, all or those of one party or line, with their score (None: there are none)."""

    coalition: CoalitionRef
    rows: tuple[AssessmentRow, ...]
    party: PartyRef | None
    line: LineRef | None
    score: ScoreRow | None


@dataclass(frozen=True, slots=True)
class AssessmentPage:
    """An assessment with the report that it rests on, as far as that is still there."""

    coalition: CoalitionRef
    assessment: AssessmentRow
    report: ReportRow | None


@dataclass(frozen=True, slots=True)
class PartyScores:
    """A partner's scores by line, in the page's order (None: no marks), and over all its commitments."""

    party: PartyRef
    cells: tuple[ScoreRow | None, ...]
    total: ScoreRow


@dataclass(frozen=True, slots=True)
class ScoresPage:
    """Scores of partners by lines; the line None is that of commitments on no line."""

    coalition: CoalitionRef
    lines: tuple[LineRef | None, ...]
    rows: tuple[PartyScores, ...]
    totals: tuple[ScoreRow | None, ...]
    all: ScoreRow | None


@dataclass(frozen=True, slots=True)
class MeasurementRow:
    """What was measured over a period, who says so (``owner`` None: the coalition).

    Where there is a straight way, ``expected`` is its value on the last day, ``part`` how much of the way
    is done (1: all) and ``on_track`` whether that is enough."""

    id: int
    first: datetime.date
    last: datetime.date
    value: Decimal
    source: str
    owner: PartyRef | None
    expected: Decimal | None
    on_track: bool | None
    part: Decimal | None
    may_change: bool


@dataclass(frozen=True, slots=True)
class BenchmarkWay:
    """A benchmark and its measurements, the oldest first; ``expected`` is the straight way's value today."""

    coalition: CoalitionRef
    id: int
    title: str
    unit: str
    baseline: Decimal | None
    baseline_on: datetime.date | None
    target: Decimal | None
    target_on: datetime.date | None
    expected: Decimal | None
    rows: tuple[MeasurementRow, ...]
    may_measure: bool
