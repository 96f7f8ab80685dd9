"""What a reading holds: facts, each with the passage that says it.

``confidence`` is between 0 and 1: the share of facts found by the same evidence that careful readers also found.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import TypeAlias

from concerted.terms.passage import Passage

# A date where a field is itself called ``date``.
Day: TypeAlias = date


# The actor of an act that all issuers do together.
ISSUERS = "issuers"


class Kind(StrEnum):
    """What the issuers do with an act's words."""

    COMMITMENT = "commitment"
    DECISION = "decision"
    CALL = "call"
    ENDORSEMENT = "endorsement"
    CONCERN = "concern"
    FINDING = "finding"


class Role(StrEnum):
    """How a party stands in a statement."""

    ISSUER = "issuer"
    JOINED = "joined"
    HOST = "host"


class Aim(StrEnum):
    """Whether a commitment can be followed up, as the researchers of compliance count them.

    Specific: a discrete future action towards an identifiable target. General: the rest.
    """

    SPECIFIC = "specific"
    GENERAL = "general aim"


class Mark(StrEnum):
    """What makes a commitment checkable; what is not there is missing."""

    TARGET = "target"
    DATE = "date"
    AMOUNT = "amount"
    PLACE = "place"
    ADDRESSEE = "addressee"


class MeetingStatus(StrEnum):
    """Whether a meeting had taken place when the statement was made."""

    HELD = "held"
    PLANNED = "planned"


@dataclass(frozen=True, slots=True)
class Window:
    """The days between which a statement must have been made, and the passages that bound it.

    Either end may be open (None).
    """

    earliest: date | None
    latest: date | None
    earliest_from: Passage | None = None
    latest_from: Passage | None = None


@dataclass(frozen=True, slots=True)
class TitleParticipant:
    """A party that the title or the file's header alone names as an issuer."""

    party: str
    name: str


@dataclass(frozen=True, slots=True)
class Statement:
    """The document itself. ``issued_on`` is None where the text does not say; then ``window`` bounds it."""

    title: str
    kind: str
    language: str
    issued_on: date | None = None
    issued_from: Passage | None = None
    window: Window | None = None
    given_date: date | None = None
    place: str | None = None
    source: str = ""
    sha256: str = ""
    coalition: str | None = None
    title_participants: tuple[TitleParticipant, ...] = ()


@dataclass(frozen=True, slots=True)
class Definition:
    """A name that the text fixes for later use."""

    passage: Passage
    term: str
    stands_for: str
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Participant:
    """A party in the statement. ``party`` is ISO 3166-1 alpha-3 or the vocabulary's id of an organisation."""

    passage: Passage
    party: str
    name: str
    role: Role
    note: str | None = None
    note_passage: Passage | None = None
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Person:
    """A named person speaking or acting for a party."""

    passage: Passage
    name: str
    office: str | None
    party: str | None
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Line:
    """A line of effort that the text itself sets out."""

    passage: Passage
    number: int
    title: str
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Instrument:
    """A single legal or political text that is cited; every mention is a passage, the first one first."""

    passages: tuple[Passage, ...]
    id: str
    title: str
    date: date | None = None
    body: str | None = None
    relation: str | None = None
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Meeting:
    """A gathering. ``attendance`` is as written ("over 200 planners from 33 ... nations")."""

    passage: Passage
    name: str
    status: MeetingStatus
    start: date | None = None
    end: date | None = None
    place: str | None = None
    host: tuple[str, ...] = ()
    line: int | None = None
    series: str | None = None
    attendance: str | None = None
    note: str | None = None
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Deadline:
    """A time by which something is to happen.

    ``date`` comes from the body alone; ``date_if_given`` is worked out from the date that the
    user or the file's header gives. ``worked_out_from`` says from what, in words.
    """

    passage: Passage
    date: date | None = None
    days: int | None = None
    months: int | None = None
    date_if_given: Day | None = None
    worked_out_from: str | None = None
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Sum:
    """An amount of money, in units of its currency (ISO 4217; None where the text leaves it open)."""

    passage: Passage
    value: Decimal
    currency: str | None
    qualifier: str | None = None
    what_for: str | None = None
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Quantity:
    """A counted thing that is not money."""

    passage: Passage
    value: Decimal
    unit: str
    qualifier: str | None = None
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Check:
    """A claim that the text makes about itself, and what was found."""

    passage: Passage
    claim: str
    claimed: int
    found: int
    holds: bool
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Act:
    """One thing that the text does with words.

    ``passage`` runs from the operative verb to the end of its complement. ``verb`` may hold
    words of a list's lead-in that stand elsewhere (``lead_in``). ``actors`` and
    ``addressees`` are party ids or ``"issuers"``; ``lines`` are numbers of lines of effort.
    ``sums``, ``quantities`` and ``instruments`` index into the reading's own tuples.
    A commitment has its ``targets`` (the parts of its text that the researchers of compliance count one by one), its
    ``aim``, the ``marks`` that make it checkable and those that are ``missing``. ``candidates`` are the parties that
    the subject may stand for where the text leaves it open. ``note`` says what stayed open.
    """

    passage: Passage
    kind: Kind
    verb: str
    actors: tuple[str, ...]
    renews: bool = False
    due: Passage | None = None
    lead_in: Passage | None = None
    addressees: tuple[str, ...] = ()
    lines: tuple[int, ...] = ()
    sums: tuple[int, ...] = ()
    quantities: tuple[int, ...] = ()
    instruments: tuple[int, ...] = ()
    deadlines: tuple[int, ...] = ()
    confidence: float = 1.0
    note: str | None = None
    targets: tuple[Passage, ...] = ()
    aim: Aim | None = None
    marks: tuple[Mark, ...] = ()
    missing: tuple[Mark, ...] = ()
    candidates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PassedOver:
    """Words that give no fact, with the reason (heading, salutation, signature ...)."""

    passage: Passage
    reason: str


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything that was read in one statement, in the order of the text."""

    text: str = field(repr=False)
    statement: Statement
    participants: tuple[Participant, ...] = ()
    definitions: tuple[Definition, ...] = ()
    people: tuple[Person, ...] = ()
    lines: tuple[Line, ...] = ()
    instruments: tuple[Instrument, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    acts: tuple[Act, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    sums: tuple[Sum, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    checks: tuple[Check, ...] = ()
    passed_over: tuple[PassedOver, ...] = ()
