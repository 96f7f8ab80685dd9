"""What a comparison of two statements holds: frozen rows, each with the words it rests on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from concerted.reading.facts import Act, Kind, Reading, Role
from concerted.terms.passage import Passage


class Fate(StrEnum):
    """What became of an act of the earlier statement in the later one."""

    RENEWED = "renewed"
    STRENGTHENED = "strengthened"
    WEAKENED = "weakened"
    NARROWED = "narrowed"
    UNCLEAR = "unclear"
    DROPPED = "dropped"
    NEW = "new"


class Reason(StrEnum):
    """Why a pair counts as more than, less than or the same as before."""

    SAID_AGAIN = "said again"
    FIRMER_VERB = "firmer verb"
    SOFTER_VERB = "softer verb"
    DATE_SET = "date set"
    DATE_GONE = "date gone"
    DATE_EARLIER = "earlier date"
    DATE_LATER = "later date"
    AMOUNT_SET = "amount set"
    AMOUNT_GONE = "amount gone"
    AMOUNT_HIGHER = "higher amount"
    AMOUNT_LOWER = "lower amount"
    STEPPED_UP = "stepped up"
    NO_LONGER_STEPPED_UP = "no longer stepped up"
    CAVEAT_ADDED = "caveat added"
    CAVEAT_LIFTED = "caveat lifted"
    MORE_ACTORS = "more actors"
    FEWER_ACTORS = "fewer actors"
    PART_GONE = "part gone"
    LINE_GONE = "line of effort gone"


class Carried(StrEnum):
    """Whether a line of effort, an instrument or a participant of one statement is in the other."""

    CARRIED = "carried over"
    DROPPED = "dropped"
    ADDED = "added"


# With this confidence nineteen in twenty pairs were right, below it two in three.
_SURE = 0.75


@dataclass(frozen=True, slots=True)
class Sign:
    """One piece of evidence: which way it points, why, and the words of either text that say so."""

    fate: Fate
    reason: Reason
    earlier: Passage | None = None
    later: Passage | None = None


@dataclass(frozen=True, slots=True)
class Run:
    """Words in a row, and whether the other text lacks them."""

    words: str
    changed: bool


@dataclass(frozen=True, slots=True)
class Pair:
    """An act of the earlier statement beside what became of it; numbers index into ``earlier`` and ``later`` acts.

    ``earlier`` is None for a new act, ``later`` for a dropped one. ``also`` are acts of the later
    statement that take up a part of it besides. ``candidates`` are those between which nothing
    in the words decides (fate unclear). ``likeness`` (0 to 1) is how much the two have in common.
    ``was`` and ``now`` are the words of both, those changed marked.
    """

    fate: Fate
    earlier: int | None
    later: int | None
    confidence: float
    likeness: float = 0.0
    signs: tuple[Sign, ...] = ()
    also: tuple[int, ...] = ()
    candidates: tuple[int, ...] = ()
    was: tuple[Run, ...] = ()
    now: tuple[Run, ...] = ()

    @property
    def sure(self) -> bool:
        """Tell whether the two are alike enough to say that they belong together; else they likely do."""
        return self.later is None or self.earlier is None or self.confidence >= _SURE

    @property
    def kept_words(self) -> bool:
        """Tell whether the two have words in common at the same place, so that marking the others helps."""
        return not all(run.changed for run in (*self.was, *self.now))

    @property
    def marks(self) -> tuple[Fate, ...]:
        """Give every fate that a sign points to, the headline first."""
        return tuple(dict.fromkeys((self.fate, *(sign.fate for sign in self.signs))))


@dataclass(frozen=True, slots=True)
class LineRow:
    """A line of effort, and how many acts of either statement are about it (None: it sets out no such line)."""

    carried: Carried
    title: str
    earlier: int | None
    later: int | None
    acts_earlier: int
    acts_later: int


@dataclass(frozen=True, slots=True)
class InstrumentRow:
    """An instrument by its id; numbers index into the readings' instruments."""

    carried: Carried
    id: str
    title: str
    earlier: int | None
    later: int | None


@dataclass(frozen=True, slots=True)
class ParticipantRow:
    """A party, by the later statement's name where it has one, and its role in either statement."""

    carried: Carried
    party: str
    name: str
    earlier: Role | None
    later: Role | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two statements beside each other: ``earlier_acts`` and ``later_acts`` are those of the kind compared."""

    earlier: Reading
    later: Reading
    kind: Kind
    earlier_acts: tuple[Act, ...]
    later_acts: tuple[Act, ...]
    pairs: tuple[Pair, ...]
    lines: tuple[LineRow, ...]
    instruments: tuple[InstrumentRow, ...]
    participants: tuple[ParticipantRow, ...]

    @property
    def counts(self) -> Mapping[Fate, int]:
        """Count the pairs by their fate, in the order of the fates; those that are nought are there too."""
        found = Counter(pair.fate for pair in self.pairs)
        return {fate: found[fate] for fate in Fate}
