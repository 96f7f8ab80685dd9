"""The register's nouns, one a file. Only actions and queries touch them."""

from concerted.register.models.coalition import Cadence, Coalition, LineOfEffort, Party
from concerted.register.models.commitment import Aim, Call, Commitment, Renewal, Status, StatusChange
from concerted.register.models.contribution import Contribution, ContributionKind, LineLead
from concerted.register.models.event import Event
from concerted.register.models.finding import PROPOSED, Decision, Fact, Finding, Verdict
from concerted.register.models.instrument import Citation, Instrument
from concerted.register.models.meeting import Meeting, Obligation
from concerted.register.models.participation import LineMention, Participation
from concerted.register.models.person import Membership, User
from concerted.register.models.searching import SearchEntry
from concerted.register.models.statement import Original, Statement
from concerted.register.models.version import Anchor, Standing, Version

__all__ = [
    "PROPOSED",
    "Aim",
    "Anchor",
    "Cadence",
    "Call",
    "Citation",
    "Coalition",
    "Commitment",
    "Contribution",
    "ContributionKind",
    "Decision",
    "Event",
    "Fact",
    "Finding",
    "Instrument",
    "LineLead",
    "LineMention",
    "LineOfEffort",
    "Meeting",
    "Membership",
    "Obligation",
    "Original",
    "Participation",
    "Party",
    "Renewal",
    "SearchEntry",
    "Standing",
    "Statement",
    "Status",
    "StatusChange",
    "User",
    "Verdict",
    "Version",
]
