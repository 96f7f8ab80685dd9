"""The register's nouns, one a file. Only actions and queries touch them."""

from concerted.register.models.action import Action, ActionStatus, FollowUp, Verification
from concerted.register.models.assessment import Assessment
from concerted.register.models.benchmark import Benchmark, Measurement
from concerted.register.models.breach import Breach
from concerted.register.models.calendar_address import CalendarAddress
from concerted.register.models.clarification import Clarification
from concerted.register.models.clock_notice import ClockNotice
from concerted.register.models.coalition import Cadence, Coalition, LineOfEffort, Party
from concerted.register.models.commitment import Aim, Call, Commitment, Renewal, Status, StatusChange
from concerted.register.models.contribution import Contribution, ContributionKind, ContributionStage
from concerted.register.models.dated import Dated
from concerted.register.models.delegate import Capacity, Coming, Delegate
from concerted.register.models.digest import DigestSent
from concerted.register.models.finding import PROPOSED, Decision, Fact, Finding, Verdict
from concerted.register.models.guideline import Guideline
from concerted.register.models.imports import (
    Choice,
    Import,
    ImportDecision,
    ImportedRow,
    ImportFinding,
    ImportPart,
    ImportState,
    Tier,
)
from concerted.register.models.instrument import Citation, Instrument
from concerted.register.models.invitation import Invitation
from concerted.register.models.item import Item, ItemRecord, Place
from concerted.register.models.ledger import Checkpoint, Context, Entry, Leaf, Rerelease, Tile
from concerted.register.models.meeting import CalendarEntry, Meeting, Obligation
from concerted.register.models.minute import Conclusion, Minute
from concerted.register.models.pack import Carried, Held, Pack, PackFile, PackKey
from concerted.register.models.paper import Paper, PaperFile, PaperStatus
from concerted.register.models.participation import LineMention, Participation
from concerted.register.models.party import PartyName, PartyStanding
from concerted.register.models.person import Membership, User
from concerted.register.models.publication import Publication, PublicationBasis
from concerted.register.models.release import Owned, Reach, Release, Released
from concerted.register.models.reminder import Reminder, Stage
from concerted.register.models.report import Report
from concerted.register.models.request import Request
from concerted.register.models.requirement import Coverage, Priority, Requirement
from concerted.register.models.reservation import Reservation
from concerted.register.models.searching import SearchEntry
from concerted.register.models.sighting import Sighting
from concerted.register.models.statement import Original, Statement
from concerted.register.models.tally import Tally
from concerted.register.models.token import Reply, Token, TokenUse
from concerted.register.models.version import Anchor, Standing, Version
from concerted.register.models.window import Window
from concerted.register.models.working_group import LineLead, WorkingGroupSeat

__all__ = [
    "PROPOSED",
    "Action",
    "ActionStatus",
    "Aim",
    "Anchor",
    "Assessment",
    "Benchmark",
    "Breach",
    "Cadence",
    "CalendarAddress",
    "CalendarEntry",
    "Call",
    "Capacity",
    "Carried",
    "Checkpoint",
    "Choice",
    "Citation",
    "Clarification",
    "ClockNotice",
    "Coalition",
    "Coming",
    "Commitment",
    "Conclusion",
    "Context",
    "Contribution",
    "ContributionKind",
    "ContributionStage",
    "Coverage",
    "Dated",
    "Decision",
    "Delegate",
    "DigestSent",
    "Entry",
    "Fact",
    "Finding",
    "FollowUp",
    "Guideline",
    "Held",
    "Import",
    "ImportDecision",
    "ImportFinding",
    "ImportPart",
    "ImportState",
    "ImportedRow",
    "Instrument",
    "Invitation",
    "Item",
    "ItemRecord",
    "Leaf",
    "LineLead",
    "LineMention",
    "LineOfEffort",
    "Measurement",
    "Meeting",
    "Membership",
    "Minute",
    "Obligation",
    "Original",
    "Owned",
    "Pack",
    "PackFile",
    "PackKey",
    "Paper",
    "PaperFile",
    "PaperStatus",
    "Participation",
    "Party",
    "PartyName",
    "PartyStanding",
    "Place",
    "Priority",
    "Publication",
    "PublicationBasis",
    "Reach",
    "Release",
    "Released",
    "Reminder",
    "Renewal",
    "Reply",
    "Report",
    "Request",
    "Requirement",
    "Rerelease",
    "Reservation",
    "SearchEntry",
    "Sighting",
    "Stage",
    "Standing",
    "Statement",
    "Status",
    "StatusChange",
    "Tally",
    "Tier",
    "Tile",
    "Token",
    "TokenUse",
    "User",
    "Verdict",
    "Verification",
    "Version",
    "Window",
    "WorkingGroupSeat",
]
