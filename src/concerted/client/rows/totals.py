"""Rows of totals. Written by `make api`."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from decimal import Decimal

from concerted.client.rows.account import CoalitionRef
from concerted.client.rows.action_points import PartyRef
from concerted.client.rows.agendas import LineRef


@dataclass(frozen=True, slots=True)
class PublicationRow:
    """When totals were published, how far they are released, and whether there are no newer ones."""

    id: int
    currency: str
    at: datetime.datetime
    reach: str
    is_newest: bool


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One figure: its ``total`` and how many ``partners`` stand behind it, or None where it is left out.

    Then ``former`` is its last published value, of ``former_at``, and ``reason`` says why: few, dominant,
    change or protects; empty for who may not see the contributions. ``share`` is its part of the largest
    figure that is no sum of others, 0 to 1."""

    total: Decimal | None
    partners: int | None
    reason: str
    former: Decimal | None
    former_at: datetime.datetime | None
    share: float


@dataclass(frozen=True, slots=True)
class LineFigures:
    """A line's figures, one for each kind and last their total; None where nothing is recorded.

    ``line`` is None for contributions to none, and where ``is_total`` for all lines together."""

    line: LineRef | None
    is_total: bool
    figures: tuple[FigureRow | None, ...]


@dataclass(frozen=True, slots=True)
class TotalsTable:
    """Figures in one currency by line and kind; ``left_out`` counts those that are not published."""

    currency: str
    kinds: tuple[str, ...]
    rows: tuple[LineFigures, ...]
    left_out: int
    shows_reasons: bool


@dataclass(frozen=True, slots=True)
class PublicationPage:
    """Published totals."""

    coalition: CoalitionRef
    publication: PublicationRow
    table: TotalsTable
    may_publish: bool


@dataclass(frozen=True, slots=True)
class TotalsPage:
    """The newest totals in each currency, all that were published before them, and what could be published."""

    coalition: CoalitionRef
    newest: tuple[PublicationPage, ...]
    earlier: tuple[PublicationRow, ...]
    currencies: tuple[str, ...]
    may_publish: bool


@dataclass(frozen=True, slots=True)
class TotalsPreview:
    """Totals as they would be published.

    ``proven``: nothing that protects leaves out less. ``nothing_protects``: nothing that holds a withheld
    part could be published. ``exposed`` are partners of whom earlier totals, with what was released since,
    let something out. ``digest`` says what was counted."""

    coalition: CoalitionRef
    table: TotalsTable
    counted: int
    proven: bool
    nothing_protects: bool
    exposed: tuple[PartyRef, ...]
    digest: str
