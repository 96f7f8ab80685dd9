"""A place in a text."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Passage:
    """The words of a text that say a fact.

    ``start`` and ``end`` count code points of the stored text (end exclusive) and
    ``quote`` is ``text[start:end]``, unchanged.
    """

    start: int
    end: int
    quote: str

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Passage:
        """Cut the passage out of its text; raises ValueError if the place is empty or outside it."""
        if not 0 <= start < end <= len(text):
            raise ValueError(f"no passage at {start}:{end} in a text of {len(text)} characters")
        return cls(start, end, text[start:end])
