"""Rows of mergers. Written by `make api`."""

from __future__ import annotations

from dataclasses import dataclass

from concerted.client.rows.account import CoalitionRef


@dataclass(frozen=True, slots=True)
class SameRow:
    """A record as one tells it from another: what it is called, and what else says which one it is."""

    id: int
    name: str
    more: str
    edition: int


@dataclass(frozen=True, slots=True)
class MergerPage:
    """A record, others that it may be the same as (the likest first), and duplicates that it stands for."""

    coalition: CoalitionRef
    noun: str
    record: SameRow
    others: tuple[SameRow, ...]
    duplicates: tuple[SameRow, ...]
