"""Give the entries that the database wrote their places in the ledger's tree, and sign what it then hashes to."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.conf import settings
from django.db import connection

from concerted.ledger import checkpoints
from concerted.ledger.entry import leaf_hash
from concerted.ledger.tiles import Tree, grow
from concerted.register.models import Checkpoint, Entry, Leaf, Tile
from concerted.register.place import ledger_key
from concerted.register.row_security.functions import UNSEALED_FUNCTION
from concerted.register.stored_tree import size, stored, written

# One number for PostgreSQL's lock on the end of the ledger, which one transaction at a time may lengthen.
_LOCK = 9162
_AT_ONCE = 2000


def seal(*, act: str, at: datetime) -> int:
    """Put the entries of an act into the tree, as the last step of its transaction; gives how many there were.

    On SQLite, which writes one transaction after the other, entries that were made past the program are put in, too;
    on PostgreSQL they wait for ``seal_all``, as their transactions may not have ended.
    """
    _hold()
    if connection.vendor == "sqlite":
        return _put(Entry.objects.filter(pk__gt=_last()).order_by("pk").iterator(_AT_ONCE), at)
    # Row-level security may hide from the person what they have just done, such as giving a record away.
    return _put(Entry.objects.raw(f"SELECT * FROM {UNSEALED_FUNCTION}(%s)", [act]).iterator(), at)  # noqa: S608


def seal_all(*, at: datetime) -> int:
    """Put every entry that has no place yet into the tree, as those made past the program on PostgreSQL."""
    _hold()
    return _put(Entry.objects.filter(leaf=None).order_by("pk").iterator(_AT_ONCE), at)


def _put(entries: Iterable[Entry], at: datetime) -> int:
    first = start = size()
    new: list[Leaf] = []
    for place, entry in enumerate(entries, start):
        new.append(Leaf(index=place, entry=entry, hash=leaf_hash(written(entry)).hex()))
        if len(new) == _AT_ONCE:
            start = _store(start, new)
            new = []
    start = _store(start, new)
    key = ledger_key(settings.LEDGER_KEY)
    if start > first and key is not None:
        signed = checkpoints.sign(start, Tree(start, stored).root(), key)
        Checkpoint.objects.create(size=start, note=str(signed), at=at)
    return start - first


def _store(start: int, new: list[Leaf]) -> int:
    nodes = list(grow(start, [bytes.fromhex(leaf.hash) for leaf in new], stored))
    Leaf.objects.bulk_create(new)
    Tile.objects.bulk_create(Tile(level=one.level, index=one.index, hash=one.hash.hex()) for one in nodes)
    return start + len(new)


def _hold() -> None:
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])


def _last() -> int:
    last = Leaf.objects.order_by("-index").values_list("entry", flat=True).first()
    return last or 0
