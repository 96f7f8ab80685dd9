"""The agenda of a meeting."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from concerted.register.rows.funding_gaps import FundingGapRow
from concerted.register.rows.papers import PaperRow
from concerted.register.rows.references import CoalitionRef, LineRef, MeetingRef, PartyRef, ReleaseRow


@dataclass(frozen=True, slots=True)
class ItemRecordRow:
    """A record that an item is about, by its noun and number."""

    noun: str
    id: int
    title: str


@dataclass(frozen=True, slots=True)
class ItemRow:
    """An agenda item; ``starts`` is when it is taken up (None: left out), ``minutes`` how long (None: no time set).

    ``day`` is on which of the meeting's days (None: not known).

    ``reason`` says why it was drafted ("": a person added it), ``records`` are those it is about that the person sees,
    ``why`` the reason for which it is left out. ``gaps`` are those of the lines and currencies of the requirements that
    an item on funding is about, as they stand now. ``is_first`` and ``is_last`` tell its place on its line.
    """

    id: int
    edition: int
    title: str
    line: LineRef | None
    minutes: int | None
    day: date | None
    starts: time | None
    speaker: str
    room: str
    note: str
    reason: str
    why: str
    owner: PartyRef | None
    release: ReleaseRow
    records: tuple[ItemRecordRow, ...]
    papers: tuple[PaperRow, ...]
    gaps: tuple[FundingGapRow, ...]
    may_change: bool
    is_first: bool = False
    is_last: bool = False

    @property
    def ends(self) -> time | None:
        """Give when it is over; None where it is left out or no time is set aside."""
        if self.starts is None or not self.minutes:
            return None
        return (datetime.combine(date.min, self.starts) + timedelta(minutes=self.minutes)).time()

    @property
    def noted(self) -> tuple[tuple[str, int], ...]:
        """Name the record of which its owner is told who has seen it."""
        return (("item", self.id),)


@dataclass(frozen=True, slots=True)
class AgendaPart:
    """The items of a line of effort, of the whole coalition where None; ``minutes`` is the time they get."""

    line: LineRef | None
    minutes: int
    items: tuple[ItemRow, ...]


@dataclass(frozen=True, slots=True)
class Agenda:
    """What a meeting will talk about, by line in the order of lines, the whole coalition's first.

    It ``opens`` by the clocks of its ``zone``, in its ``room`` where an item has none of its own. ``minutes`` is what
    all items take, ``length`` how many the meeting has. ``left_out`` is remembered with the reasons,
    ``papers`` are those of no item that is shown.
    """

    coalition: CoalitionRef
    meeting: MeetingRef
    opens: time
    zone: str
    room: str
    minutes: int
    length: int
    parts: tuple[AgendaPart, ...]
    left_out: tuple[ItemRow, ...]
    papers: tuple[PaperRow, ...]
    may_draft: bool
    may_add: bool

    @property
    def has_gaps(self) -> bool:
        """Tell whether any item shows what is missing in money."""
        return any(item.gaps for part in self.parts for item in part.items) or any(one.gaps for one in self.left_out)
