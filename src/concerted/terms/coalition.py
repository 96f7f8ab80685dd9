"""A coalition is data: its names, its lines of effort and how often it meets."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from concerted.terms.names import Name
from concerted.terms.parties import Party

# Who says what a coalition's file holds without naming a statement.
OWN_FILE = "the coalition's own file"
# Who says what the secretariat enters of its own knowledge. Which of its people did, the ledger says.
SECRETARIAT = "the secretariat"


@dataclass(frozen=True, slots=True)
class LineOfEffort:
    """One of the strands that a coalition divides its work into.

    ``words`` are the subject words that show a passage to be about this line.
    """

    number: int
    title: str
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Cadence:
    """How often a series of meetings must come together: at least every ``days`` days, as a ``statement`` says."""

    series: str
    days: int
    statement: str | None = None


@dataclass(frozen=True, slots=True)
class KnownStatement:
    """One of a coalition's statements. ``digest`` is the file beside it that tells it in our own words."""

    id: str
    title: str
    issued_on: date | None = None
    place: str | None = None
    source: str | None = None
    digest: str | None = None


@dataclass(frozen=True, slots=True)
class Partner:
    """A party to a coalition, by the name and role that one of its statements gives it.

    ``statement`` is the id of that statement, ``note`` a reservation about the name.
    """

    party: str
    name: str
    role: str
    since: date | None = None
    until: date | None = None
    statement: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Lead:
    """A party that leads a line of effort, and who says so."""

    line: int
    party: str
    since: date | None = None
    until: date | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True)
class WorkingGroup:
    """The parties with a seat in the working group of a line of effort."""

    line: int
    parties: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class KnownInstrument:
    """A text that the coalition refers to."""

    id: str
    title: str
    date: date | None = None
    body: str | None = None
    statement: str | None = None


@dataclass(frozen=True, slots=True)
class KnownMeeting:
    """A meeting that the coalition has held or planned; ``month`` is such as 2014-12, where no day is known."""

    name: str
    status: str
    start: date | None = None
    end: date | None = None
    place: str | None = None
    host: tuple[str, ...] = ()
    line: int | None = None
    series: str | None = None
    statement: str | None = None
    month: str | None = None


@dataclass(frozen=True, slots=True)
class Coalition:
    """What a reader knows about a coalition before it opens one of its statements.

    ``parties`` are those that it calls by names of its own, whether the vocabulary knows them or not.
    """

    slug: str
    names: tuple[Name, ...]
    lines: tuple[LineOfEffort, ...] = ()
    cadences: tuple[Cadence, ...] = ()
    host: str | None = None
    statements: tuple[KnownStatement, ...] = ()
    partners: tuple[Partner, ...] = ()
    leads: tuple[Lead, ...] = ()
    working_groups: tuple[WorkingGroup, ...] = ()
    instruments: tuple[KnownInstrument, ...] = ()
    meetings: tuple[KnownMeeting, ...] = ()
    parties: tuple[Party, ...] = ()
