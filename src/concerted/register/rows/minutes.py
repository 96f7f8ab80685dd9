"""The minutes of a meeting, and reservations."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from concerted.register.rows.agenda import Agenda, ItemRow
from concerted.register.rows.references import LineRef, PartyRef, ReleaseRow


@dataclass(frozen=True, slots=True)
class ReservationRow:
    """A party's reservation; ``about`` is the title of the statement or the words of the decision that it is about.

    ``paragraph`` is that of the statement, "" for all of it; ``ordinal`` the number of the decision in its meeting.
    """

    id: int
    party: PartyRef
    statement: int | None
    paragraph: str
    conclusion: int | None
    ordinal: int | None
    about: str
    text: str
    since: date
    until: date | None
    release: ReleaseRow

    @property
    def noted(self) -> tuple[tuple[str, int], ...]:
        """Name the record of which its owner is told who has seen it."""
        return (("reservation", self.id),)


@dataclass(frozen=True, slots=True)
class MinuteRow:
    """Something written down: a ``minute``, a ``conclusion`` with its ``ordinal``, or an ``action`` with the rest.

    ``by`` wrote it last, ``at`` that moment; None where the person may not know it. ``responsible`` None stands for the
    secretariat.
    """

    noun: str
    id: int
    edition: int
    text: str
    item: int | None
    by: str | None
    at: datetime | None
    release: ReleaseRow
    may_change: bool
    ordinal: int | None = None
    responsible: PartyRef | None = None
    verifier: PartyRef | None = None
    due: date | None = None
    status: str = ""
    reservations: tuple[ReservationRow, ...] = ()

    @property
    def noted(self) -> tuple[tuple[str, int], ...]:
        """Name the record of which its owner is told who has seen it."""
        return ((self.noun, self.id),)


@dataclass(frozen=True, slots=True)
class MinutesPart:
    """What was written down at an item of the agenda, in the order of time; ``item`` None: at none."""

    item: ItemRow | None
    rows: tuple[MinuteRow, ...]


@dataclass(frozen=True, slots=True)
class Minutes:
    """The minutes of a meeting by the items of its agenda, after them what was said at none.

    ``version`` differs as soon as anything in them does. ``parties`` and ``lines`` are those of the coalition.
    """

    agenda: Agenda
    parts: tuple[MinutesPart, ...]
    version: str
    may_write: bool
    parties: tuple[PartyRef, ...]
    lines: tuple[LineRef, ...]
