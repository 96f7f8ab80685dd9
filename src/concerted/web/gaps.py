"""What is missing on the board: lines without a lead, a contribution or a meeting, partners that give nothing."""

from __future__ import annotations

from dataclasses import dataclass

from concerted.register.rows.board import Board, MatrixRow
from concerted.register.rows.references import LineRef, PartyRef
from concerted.web.protocol import in_order


@dataclass(frozen=True, slots=True)
class Gaps:
    """The gaps of a record; ``silent`` are the partners without a mark, ``partners`` counts all of them."""

    unled: tuple[LineRef, ...]
    unserved: tuple[LineRef, ...]
    unplanned: tuple[LineRef, ...]
    silent: tuple[PartyRef, ...]
    partners: int


def gaps(board: Board) -> Gaps:
    """Find what a board has no record of."""
    return Gaps(
        unled=tuple(row.line for row in board.lines if not row.leads),
        unserved=tuple(row.line for row in board.lines if not row.contributions),
        unplanned=tuple(row.line for row in board.lines if not row.next_meeting),
        silent=tuple(row.party for row in in_order(board.matrix.rows, _party) if not row.total),
        partners=len(board.matrix.rows),
    )


def givers(board: Board) -> tuple[MatrixRow, ...]:
    """Give the matrix's rows that carry a mark, in protocol order."""
    return tuple(row for row in in_order(board.matrix.rows, _party) if row.total)


def _party(row: MatrixRow) -> PartyRef:
    return row.party
