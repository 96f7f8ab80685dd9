"""The draft of the statement that a meeting might agree on, each point with the record that it rests on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from concerted.convening.draft_statement import Clause, Section
from concerted.register.rows.funding_gaps import FundingGapRow
from concerted.register.rows.records import MeetingRow
from concerted.register.rows.references import CoalitionRef, LineRef, PartyRef, ReleaseRow, StatementRef


@dataclass(frozen=True, slots=True)
class MeasuredRow:
    """How much: an ``amount`` in a ``currency``, a ``quantity`` in a ``unit``, perhaps of a ``target`` in that unit."""

    amount: Decimal | None = None
    currency: str = ""
    quantity: Decimal | None = None
    unit: str = ""
    target: Decimal | None = None


@dataclass(frozen=True, slots=True)
class DraftPoint:
    """What a paragraph names: a record by its ``noun`` and number ``id``, and its words.

    ``statement`` is the one in which the words stand, from the ``finding`` on; ``parties`` are those who act or are
    asked, ``day`` is when it was said or is so, ``due`` by when it is to be done. ``status`` is the record's own,
    ``paragraph`` that of the statement or the number of the decision to which a reservation is made. Of an act,
    ``verb`` is the operative one, ``start`` the place of its first target in ``text``, ``language`` that of its
    statement. ``count`` tells how many of the kind there are for its line. ``release`` None: the record
    has none of its own.
    """

    clause: Clause
    line: int | None
    noun: str
    id: int
    text: str = ""
    parties: tuple[PartyRef, ...] = ()
    day: date | None = None
    due: date | None = None
    status: str = ""
    paragraph: str = ""
    statement: StatementRef | None = None
    finding: int | None = None
    much: MeasuredRow | None = None
    gap: FundingGapRow | None = None
    verb: str = ""
    start: int | None = None
    language: str = ""
    release: ReleaseRow | None = None
    count: int = 0

    @property
    def noted(self) -> tuple[tuple[str, int], ...]:
        """Name the records of which their owners are told who has seen them."""
        return self.records if self.release else ()

    @property
    def records(self) -> tuple[tuple[str, int], ...]:
        """Name the records that it rests on, by noun and number."""
        if self.gap is not None:
            return tuple(("requirement", number) for number in self.gap.requirements)
        return ((self.noun, self.id),)


@dataclass(frozen=True, slots=True)
class DraftParagraph:
    """A paragraph by its number; ``more`` counts, on the last of a kind, those that are on record and not named."""

    number: int
    section: Section
    line: LineRef | None
    clause: Clause
    points: tuple[DraftPoint, ...]
    more: int


@dataclass(frozen=True, slots=True)
class NextMeeting:
    """When a series must meet again after the meeting: the last day (None: not known) and the length in words."""

    series: str
    due_on: date | None
    within: str
    said_by: str


@dataclass(frozen=True, slots=True)
class DraftStatement:
    """The draft of a meeting's statement from the record of a day, as far as a person sees it.

    ``since`` is the day of the last meeting of the like (None: there was none): what was done counts from then on.
    """

    coalition: CoalitionRef
    meeting: MeetingRow
    as_of: date
    since: date | None
    next: NextMeeting | None
    paragraphs: tuple[DraftParagraph, ...]

    @property
    def guarded(self) -> tuple[int, ...]:
        """Number the paragraphs that name something that is not released to the public."""
        return tuple(
            one.number
            for one in self.paragraphs
            if any(point.release is not None and point.release.kind != "public" for point in one.points)
        )
