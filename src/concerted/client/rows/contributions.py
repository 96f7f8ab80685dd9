"""Rows of contributions. Written by `make api`."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from decimal import Decimal

from concerted.client.rows.account import CoalitionRef
from concerted.client.rows.action_points import PartyRef
from concerted.client.rows.agendas import LineRef, ReleaseRow
from concerted.client.rows.boards import Source
from concerted.client.rows.clarifications import ClarificationRow


@dataclass(frozen=True, slots=True)
class ContributionContent:
    """What a contribution says."""

    party: str
    line: int | None
    kind: str
    stage: str
    stage_on: datetime.date | None
    summary: str
    amount: Decimal | None
    currency: str
    quantity: Decimal | None
    unit: str
    first: datetime.date | None
    last: datetime.date | None
    caveat: str
    source: str


@dataclass(frozen=True, slots=True)
class KeptContribution:
    """A record of a noun that people keep: what it says (the noun's ``content``), whose it is, and who sees
    it.

    ``owner`` is a party's code (None: the coalition); ``release`` says how far it is released; ``edition``
    counts its changes."""

    id: int
    edition: int
    owner: str | None
    release: str
    may_change: bool
    content: ContributionContent


@dataclass(frozen=True, slots=True)
class ContributionRow:
    """What a partner gives to a line of effort.

    ``kind`` is funds, personnel, training, equipment, basing, hosting, expertise or other. ``source`` is
    None where a partner entered it; then ``said_by`` names what it rests on, and ``owner`` is the partner
    (None: the coalition). ``amount`` is in ``currency`` (ISO 4217), ``quantity`` in ``unit``; ``first`` and
    ``last`` are the days that it runs from and to (None: open). ``stage`` is offered, pledged, committed,
    under way, delivered, withdrawn or "" where nobody said, ``stage_on`` the day since when. ``edition``
    counts its changes."""

    id: int
    party: PartyRef
    line: LineRef | None
    kind: str
    stage: str
    stage_on: datetime.date | None
    summary: str
    source: Source | None
    said_by: str
    amount: Decimal | None
    currency: str
    quantity: Decimal | None
    unit: str
    first: datetime.date | None
    last: datetime.date | None
    caveat: str
    owner: PartyRef | None
    release: ReleaseRow
    edition: int
    may_change: bool


@dataclass(frozen=True, slots=True)
class SumRow:
    """What the contributions that one may see come to, in one currency for one line (None: for none).

    What was withdrawn is not in it, unless nothing else is asked for."""

    line: LineRef | None
    currency: str
    amount: Decimal
    count: int


@dataclass(frozen=True, slots=True)
class ContributionSums:
    """What contributions come to by line and currency, over all lines (``totals``), and what narrows a list."""

    sums: tuple[SumRow, ...]
    totals: tuple[SumRow, ...]
    kinds: tuple[str, ...]
    parties: tuple[PartyRef, ...]
    lines: tuple[LineRef, ...]
    releases: tuple[str, ...]
    sources: tuple[str, ...]
    may_add: bool


@dataclass(frozen=True, slots=True)
class StageRow:
    """A step that a contribution took: to which ``stage``, ``on`` which day (None: not known), and who said so
    when."""

    stage: str
    on: datetime.date | None
    by: str | None
    at: datetime.datetime


@dataclass(frozen=True, slots=True)
class ContributionPage:
    """A contribution; ``changed_by`` and ``changed_at`` say who wrote it last, ``lines`` what it may be given
    to.

    ``ladder`` are the stages that it came to, the first one first."""

    coalition: CoalitionRef
    contribution: ContributionRow
    lines: tuple[LineRef, ...]
    changed_by: str | None
    changed_at: datetime.datetime | None
    ladder: tuple[StageRow, ...]
    clarifications: tuple[ClarificationRow, ...]
    may_ask: bool


@dataclass(frozen=True, slots=True)
class ContributionChoice:
    """What somebody who enters a contribution chooses from: the coalition's lines, and whose it is.

    ``party`` is the one that they speak for; who speaks for none says which of the ``parties`` gives."""

    coalition: CoalitionRef
    party: PartyRef | None
    parties: tuple[PartyRef, ...]
    lines: tuple[LineRef, ...]
