"""Two statements of a coalition, to be put beside each other."""

from __future__ import annotations

from dataclasses import dataclass

from concerted.register.rows.exports import Export
from concerted.register.rows.references import CoalitionRef, LineRef, PartyRef, StatementRef


@dataclass(frozen=True, slots=True)
class ComparedStatement:
    """A statement as it leaves the register; ``parties`` are those that take part in it or act."""

    statement: StatementRef
    export: Export
    parties: tuple[PartyRef, ...]


@dataclass(frozen=True, slots=True)
class ComparisonPage:
    """Two statements as people have left them, in the order in which they were asked for.

    ``lines`` are the coalition's lines of effort; ``others`` the statements that the first can be compared with.
    """

    coalition: CoalitionRef
    first: ComparedStatement
    second: ComparedStatement
    lines: tuple[LineRef, ...]
    others: tuple[StatementRef, ...]


@dataclass(frozen=True, slots=True)
class ComparisonChoice:
    """The statements that one can be compared with, the latest first; ``before`` is the one made before it.

    For the first of all ``before`` is the one made after it; None where there is no other.
    """

    coalition: CoalitionRef
    statement: StatementRef
    others: tuple[StatementRef, ...]
    before: StatementRef | None
