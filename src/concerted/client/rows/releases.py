"""Rows of releases. Written by `make api`."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from concerted.client.rows.account import CoalitionRef
from concerted.client.rows.action_points import PartyRef
from concerted.client.rows.agendas import LineRef


@dataclass(frozen=True, slots=True)
class RecordRelease:
    """A record's owner (None: the coalition itself) and release, for whoever sees the record.

    ``reach`` is owner only, named partners (then ``parties``), working group (then ``line``), coalition or
    public."""

    noun: str
    id: int
    owner: PartyRef | None
    reach: str
    parties: tuple[PartyRef, ...]
    line: LineRef | None
    may_change: bool


@dataclass(frozen=True, slots=True)
class SightingRow:
    """A person who has seen a record, the partner they belong to, and when they first did."""

    name: str
    party: PartyRef | None
    at: datetime.datetime


@dataclass(frozen=True, slots=True)
class ReleasePage:
    """A record whose release its owner's people may change; ``title`` are its first words."""

    coalition: CoalitionRef
    released: RecordRelease
    title: str
    edition: int
    parties: tuple[PartyRef, ...]
    lines: tuple[LineRef, ...]
    is_open: bool
    is_statement: bool
    sightings: tuple[SightingRow, ...]


@dataclass(frozen=True, slots=True)
class Readers:
    """Whom a release reaches: partners, the leads of lines, and roles."""

    parties: tuple[PartyRef, ...]
    leads: tuple[int, ...]
    roles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """Whom another release would reach that this one does not, and whom no longer.

    ``exposes``: with published totals it would let readers work out what another partner withholds."""

    gained: Readers
    lost: Readers
    exposes: bool
