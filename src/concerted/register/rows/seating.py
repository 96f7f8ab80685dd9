"""The seating of a meeting."""

from __future__ import annotations

from dataclasses import dataclass

from concerted.register.rows.references import CoalitionRef, MeetingRef, PartyRef


@dataclass(frozen=True, slots=True)
class DelegateRow:
    """Somebody who is registered for a meeting, with the role and the name on the plate of whom they come for."""

    id: int
    person: str
    role: str
    plate: str

    @property
    def noted(self) -> tuple[tuple[str, int], ...]:
        """Name the record of which its owner is told who has seen it."""
        return (("delegate", self.id),)


@dataclass(frozen=True, slots=True)
class SeatRow:
    """A delegation in its place, from 1; ``plate`` is the name on its plate, ``party`` None for an organisation."""

    place: int
    plate: str
    party: PartyRef | None
    is_chair: bool
    delegates: tuple[DelegateRow, ...]


@dataclass(frozen=True, slots=True)
class Seating:
    """Who sits where: by the alphabet of ``language`` (en or fr) and ``form`` (short or long name).

    ``first`` is the code of the delegation drawn by lot to sit first ("": the alphabet's own first).
    Who is ``invited`` and has not registered, and who has ``withdrawn``, has no seat.
    """

    coalition: CoalitionRef
    meeting: MeetingRef
    language: str
    form: str
    first: str
    seats: tuple[SeatRow, ...]
    invited: tuple[DelegateRow, ...]
    withdrawn: tuple[DelegateRow, ...]
    may_add: bool
