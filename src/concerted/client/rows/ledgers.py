"""Rows of ledgers. Written by `make api`."""

from __future__ import annotations

import datetime
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LedgerPage:
    """The ledger of the register: its public key, the last signed checkpoint, and how much of it is the
    person's.

    ``note`` is the checkpoint's text; it, ``key`` and ``at`` are None where nothing was signed yet. ``own``
    counts the entries of the coalition that the person sees. ``audits`` tells whether they may read every
    leaf's hash."""

    key: str | None
    size: int
    note: str | None
    at: datetime.datetime | None
    own: int
    audits: bool


@dataclass(frozen=True, slots=True)
class Entry:
    """A change of one record, as the database wrote it down.

    ``act`` groups the entries of one action; ``noun`` and ``record`` say which row changed, ``root_noun``
    and ``root`` which record it is a part of; ``by`` who changed it (None: from outside the program);
    ``owner`` and ``release`` who might see it. ``before`` and ``after`` are the row's JSON, character by
    character as it was written; None where there was no row. ``salt`` keeps anybody from guessing contents
    out of a hash."""

    act: str | int
    at: str
    by: str | int | None
    action: str
    noun: str
    record: str | int
    root_noun: str
    root: str | int
    coalition: str | int | None
    owner: str | int | None
    release: str | int | None
    before: str | None
    after: str | None
    salt: str


@dataclass(frozen=True, slots=True)
class EntryPage:
    """An entry, its leaf's hash, and the path that proves it in the last checkpoint, of ``size`` entries.

    ``by`` is the name of whoever did it, None for a change past the program. Hashes are hexadecimal."""

    index: int
    entry: Entry
    at: datetime.datetime
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
