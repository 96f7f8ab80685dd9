"""Partners: who is in a coalition and since when, what they are called, which lines they lead."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from concerted.register.rows.references import CoalitionRef, LineRef, PartyRef, Source


@dataclass(frozen=True, slots=True)
class DatedRow:
    """What holds from a day to a day (None: not known, or open), by a source; ``edition`` counts its changes."""

    id: int
    since: date | None
    until: date | None
    said_by: str
    end_said_by: str
    edition: int


@dataclass(frozen=True, slots=True)
class StandingRow(DatedRow):
    """How a party stands to the coalition: invited, acceded or withdrawn."""

    standing: str


@dataclass(frozen=True, slots=True)
class NameRow(DatedRow):
    """A name of a party in a language, and a short form of it or ""."""

    language: str
    name: str
    short: str


@dataclass(frozen=True, slots=True)
class CadenceRow(DatedRow):
    """A rule that a series must meet at least every so many days; ``quote`` is the passage that says so or ""."""

    series: str
    days: int
    quote: str


@dataclass(frozen=True, slots=True)
class LeadRow(DatedRow):
    """A party that leads a line of effort, or sits in its working group."""

    party: PartyRef
    line: LineRef
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class PartyRow:
    """A partner in a list: ``participations`` in statements, promises by name, calls to it, what it gives, leads.

    ``standing`` is the one that puts it into its list; None where nobody has recorded one.
    """

    party: PartyRef
    participations: int
    commitments: int
    calls: int
    contributions: int
    leads: tuple[LineRef, ...]
    standing: StandingRow | None = None


@dataclass(frozen=True, slots=True)
class PartnersPage:
    """The parties of a coalition on a day, each by name.

    ``partners`` are in: they have acceded, or take part without a standing on record. ``candidates`` are invited,
    ``former`` have withdrawn. ``others`` the record only names.
    """

    coalition: CoalitionRef
    on: date
    partners: tuple[PartyRow, ...]
    candidates: tuple[PartyRow, ...]
    former: tuple[PartyRow, ...]
    others: tuple[PartyRow, ...]
    may_keep: bool


@dataclass(frozen=True, slots=True)
class DatedPage:
    """One row that holds from a day to a day; ``noun`` is standing, name, lead, seat or cadence.

    ``party`` is whose it is; None for a cadence, which is the whole coalition's.
    """

    coalition: CoalitionRef
    noun: str
    party: PartyRef | None
    line: LineRef | None
    row: StandingRow | NameRow | LeadRow | CadenceRow


@dataclass(frozen=True, slots=True)
class OfficeChoice:
    """Who may lead a line of effort, or sit in its working group: the partners of the day."""

    coalition: CoalitionRef
    line: LineRef
    parties: tuple[PartyRef, ...]
