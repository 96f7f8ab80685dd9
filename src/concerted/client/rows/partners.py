"""Rows of partners. Written by `make api`."""

from __future__ import annotations

from dataclasses import dataclass

from concerted.client.rows.account import CoalitionRef
from concerted.client.rows.action_points import PartyRef
from concerted.client.rows.agendas import LineRef
from concerted.client.rows.boards import CommitmentRow, Source
from concerted.client.rows.calendars import MeetingRow
from concerted.client.rows.clarifications import ClarificationRow
from concerted.client.rows.contributions import ContributionRow
from concerted.client.rows.lines import CallRow, LeadRow, NameRow, Paging, StandingRow


@dataclass(frozen=True, slots=True)
class PartyRow:
    """A partner in a list: ``participations`` in statements, promises by name, calls to it, what it gives,
    leads.

    ``standing`` is the one that puts it into its list; None where nobody has recorded one."""

    party: PartyRef
    participations: int
    commitments: int
    calls: int
    contributions: int
    leads: tuple[LineRef, ...]
    standing: StandingRow | None


@dataclass(frozen=True, slots=True)
class ParticipationRow:
    """A party's part in a statement: role is issuer, joined or host; ``name`` as the text writes it."""

    party: PartyRef
    role: str
    name: str
    note: str | None
    source: Source


@dataclass(frozen=True, slots=True)
class PartnerPage:
    """What a party promised, gave and is asked for.

    ``commitments`` are those made by name, ``joint`` those of all issuers of statements that the party
    issued or joined. ``leads`` and ``seats`` are those of the day, ``former`` others. ``standings`` and
    ``names`` come in the order of time. ``paging`` says of the long lists, by name, where they were cut."""

    coalition: CoalitionRef
    party: PartyRef
    participations: tuple[ParticipationRow, ...]
    commitments: tuple[CommitmentRow, ...]
    joint: tuple[CommitmentRow, ...]
    calls: tuple[CallRow, ...]
    contributions: tuple[ContributionRow, ...]
    leads: tuple[LeadRow, ...]
    meetings: tuple[MeetingRow, ...]
    clarifications: tuple[ClarificationRow, ...]
    may_ask: bool
    seats: tuple[LeadRow, ...]
    former: tuple[LeadRow, ...]
    standings: tuple[StandingRow, ...]
    names: tuple[NameRow, ...]
    may_keep: bool
    paging: dict[str, Paging]
