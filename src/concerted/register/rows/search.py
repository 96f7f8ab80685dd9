"""What a search finds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from concerted.register.nouns import NOUNS
from concerted.register.rows.references import CoalitionRef, StatementRef

# So many entries of a noun are looked at.
MOST_FOUND = 500


@dataclass(frozen=True, slots=True)
class Hit:
    """A text or record with the words that were looked for.

    ``noun`` is statement, commitment, call, instrument, meeting, partner or one that people keep; ``key`` what its
    page's address takes. ``match`` is what was found, with the words ``before`` and
    ``after`` it. ``start`` is the match's place in the statement's text, None elsewhere.
    """

    noun: str
    key: str
    title: str
    before: str
    match: str
    after: str
    statement: StatementRef | None
    start: int | None

    @property
    def noted(self) -> tuple[tuple[str, int], ...]:
        """Name the record that people keep, whose words are shown: its owner learns to whom."""
        return ((self.noun, int(self.key)),) if self.noun in NOUNS else ()


@dataclass(frozen=True, slots=True)
class SearchResults:
    """The hits, the best first; ``counts`` by noun covers all of them, up to 500 each.

    There may be ``more`` than were counted.
    """

    coalition: CoalitionRef
    query: str
    hits: tuple[Hit, ...]
    total: int
    counts: Mapping[str, int]
    more: bool = False
