"""Short rows that name a thing and lead to its page."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class CoalitionRef:
    """A coalition, by its present name, and what the person who asks may do in it.

    ``roles`` are the person's roles; ``permissions`` are names such as ``finding.decide``.
    ``party`` is the code of the party that the person speaks for, if any.
    """

    slug: str
    name: str
    roles: tuple[str, ...]
    permissions: tuple[str, ...] = ()
    party: str | None = None


@dataclass(frozen=True, slots=True)
class Span:
    """The first and the last day on which something holds (None: not known, or open)."""

    since: date | None
    until: date | None

    def holds_on(self, day: date) -> bool:
        """Tell whether it holds on a day."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True)
class Called(Span):
    """A name of a party in a language, and a short form of it or ""."""

    language: str
    name: str
    short: str


@dataclass(frozen=True, slots=True)
class Stood(Span):
    """How a party stands to the coalition: acceded or withdrawn."""

    standing: str


@dataclass(frozen=True, slots=True)
class PartyRef:
    """A party; ``code`` is ISO 3166-1 alpha-3, the vocabulary's id of an organisation, or the coalition's own.

    ``name`` is its English name now; ``names`` are those that the register keeps of it, over time and in several
    languages, ``standings`` when it was in the coalition (none: nobody recorded it). ``has_page`` is false for one that
    only a proposal names: the record holds nothing of it yet.
    """

    code: str
    name: str
    has_page: bool = True
    names: tuple[Called, ...] = field(default=(), compare=False)
    standings: tuple[Stood, ...] = field(default=(), compare=False)

    def standing_on(self, day: date) -> str:
        """Give how it stood on a day: acceded, withdrawn, or "" where nothing is recorded."""
        return next((one.standing for one in self.standings if one.holds_on(day)), "")

    def called_on(self, day: date, language: str) -> Called | None:
        """Give its name on a day in a language, in English or another one if need be; None where none is kept."""
        held = {one.language: one for one in self.names if one.holds_on(day)}
        return held.get(language) or held.get("en") or next(iter(held.values()), None)


@dataclass(frozen=True, slots=True)
class LineRef:
    """A line of effort of the coalition."""

    number: int
    title: str


@dataclass(frozen=True, slots=True)
class RecordRef:
    """Another record that a record names, by its noun and number."""

    noun: str
    id: int
    title: str


@dataclass(frozen=True, slots=True)
class ReleaseRow:
    """How far a record is released.

    ``kind`` is owner only, named partners (then ``parties``), working group (then ``line``), coalition or public.
    """

    kind: str
    parties: tuple[PartyRef, ...] = ()
    line: LineRef | None = None


@dataclass(frozen=True, slots=True)
class StatementRef:
    """A statement; without ``issued_on``, ``earliest`` and ``latest`` bound its day (None: open)."""

    id: int
    title: str
    issued_on: date | None
    earliest: date | None
    latest: date | None


@dataclass(frozen=True, slots=True)
class VersionRow:
    """A text of a statement: when it came in and by whom; the last one is the statement's own."""

    number: int
    at: datetime
    by: str | None
    source: str
    media_type: str
    sha256: str


@dataclass(frozen=True, slots=True)
class MeetingRef:
    """A meeting; ``status`` is held, planned or cancelled."""

    id: int
    name: str
    start: date | None
    end: date | None
    status: str


@dataclass(frozen=True, slots=True)
class Source:
    """Where a fact comes from: a passage of a statement, and who accepted it and when.

    ``verdict`` is accepted or corrected. ``start`` and ``end`` count code points of the
    statement's text in ``version``. ``standing`` is read, anchored, orphaned (its words wait for
    a person) or withdrawn; ``moved`` tells that the words are those of a corrected text.
    """

    statement: StatementRef
    finding: int
    start: int
    end: int
    quote: str
    verdict: str
    by: str | None
    at: datetime
    version: int = 1
    standing: str = "read"
    moved: bool = False

    @property
    def stands(self) -> bool:
        """Tell whether the passage stands in the statement's present text."""
        return self.standing in ("read", "anchored")
