"""The client: every operation of the interface. Written by `make api`."""

from __future__ import annotations

from typing import Self

from concerted.client.calls.account import AccountCalls
from concerted.client.calls.action_points import ActionPointsCalls
from concerted.client.calls.actions import ActionsCalls
from concerted.client.calls.agendas import AgendasCalls
from concerted.client.calls.announcements import AnnouncementsCalls
from concerted.client.calls.benchmarks import BenchmarksCalls
from concerted.client.calls.boards import BoardsCalls
from concerted.client.calls.calendars import CalendarsCalls
from concerted.client.calls.clarifications import ClarificationsCalls
from concerted.client.calls.commitments import CommitmentsCalls
from concerted.client.calls.conclusions import ConclusionsCalls
from concerted.client.calls.contributions import ContributionsCalls
from concerted.client.calls.delegates import DelegatesCalls
from concerted.client.calls.findings import FindingsCalls
from concerted.client.calls.imports import ImportsCalls
from concerted.client.calls.instruments import InstrumentsCalls
from concerted.client.calls.items import ItemsCalls
from concerted.client.calls.ledgers import LedgersCalls
from concerted.client.calls.lines import LinesCalls
from concerted.client.calls.measurements import MeasurementsCalls
from concerted.client.calls.meetings import MeetingsCalls
from concerted.client.calls.mergers import MergersCalls
from concerted.client.calls.minutes import MinutesCalls
from concerted.client.calls.packs import PacksCalls
from concerted.client.calls.papers import PapersCalls
from concerted.client.calls.partners import PartnersCalls
from concerted.client.calls.people import PeopleCalls
from concerted.client.calls.progress import ProgressCalls
from concerted.client.calls.releases import ReleasesCalls
from concerted.client.calls.reports import ReportsCalls
from concerted.client.calls.requests import RequestsCalls
from concerted.client.calls.requirements import RequirementsCalls
from concerted.client.calls.reservations import ReservationsCalls
from concerted.client.calls.searches import SearchesCalls
from concerted.client.calls.statements import StatementsCalls
from concerted.client.calls.texts import TextsCalls
from concerted.client.calls.totals import TotalsCalls


class Client(
    AccountCalls,
    ActionPointsCalls,
    ActionsCalls,
    AgendasCalls,
    AnnouncementsCalls,
    BenchmarksCalls,
    BoardsCalls,
    CalendarsCalls,
    ClarificationsCalls,
    CommitmentsCalls,
    ConclusionsCalls,
    ContributionsCalls,
    DelegatesCalls,
    FindingsCalls,
    ImportsCalls,
    InstrumentsCalls,
    ItemsCalls,
    LedgersCalls,
    LinesCalls,
    MeasurementsCalls,
    MeetingsCalls,
    MergersCalls,
    MinutesCalls,
    PacksCalls,
    PapersCalls,
    PartnersCalls,
    PeopleCalls,
    ProgressCalls,
    ReleasesCalls,
    ReportsCalls,
    RequestsCalls,
    RequirementsCalls,
    ReservationsCalls,
    SearchesCalls,
    StatementsCalls,
    TextsCalls,
    TotalsCalls,
):
    """Every operation of the programming interface, for one token."""

    def __enter__(self) -> Self:
        """Begin."""
        return self

    def __exit__(self, *error: object) -> None:
        """End the connection."""
        self.close()
