"""What a clause was judged to be."""

from __future__ import annotations

from dataclasses import dataclass

from concerted.reading.facts import Kind


@dataclass(frozen=True, slots=True)
class Judgement:
    """An act's kind; ``whole`` where its text is the whole clause; ``sure`` is its confidence."""

    kind: Kind
    renews: bool = False
    sure: float = 0.9
    whole: bool = False
