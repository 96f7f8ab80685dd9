"""The ledger as its page shows it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from concerted.ledger.entry import Entry


@dataclass(frozen=True, slots=True)
class LedgerPage:
    """The ledger of the register: its public key, the last signed checkpoint, and how much of it is the person's.

    ``note`` is the checkpoint's text; it, ``key`` and ``at`` are None where nothing was signed yet. ``own`` counts
    the entries of the coalition that the person sees. ``audits`` tells whether they may read every leaf's hash.
    """

    key: str | None
    size: int
    note: str | None
    at: datetime | None
    own: int
    audits: bool


@dataclass(frozen=True, slots=True)
class EntryPage:
    """An entry, its leaf's hash, and the path that proves it in the last checkpoint, of ``size`` entries.

    ``by`` is the name of whoever did it, None for a change past the program. Hashes are hexadecimal.
    """

    index: int
    entry: Entry
    at: datetime
    by: str | None
    hash: str
    path: tuple[str, ...]
    size: int
    note: str


@dataclass(frozen=True, slots=True)
class Leaves:
    """Some leaves' hashes (hexadecimal) from index ``start`` on, of ``size`` in all."""

    start: int
    hashes: tuple[str, ...]
    size: int
