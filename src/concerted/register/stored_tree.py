"""The ledger's rows in the forms of the tree: an entry as it is hashed, the hashes that are stored, their number."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from django.db.models import Max

from concerted.ledger.entry import Entry as Written
from concerted.register.models import Checkpoint, Entry, Leaf, Tile

# The fields of an entry, as ``of_values`` takes them.
FIELDS = (
    *("act", "at", "by_id", "action", "noun", "record", "root_noun", "root"),
    *("coalition_id", "owner_id", "release_id", "before", "after", "salt"),
)


def written(entry: Entry) -> Written:
    """Give an entry in the form that is hashed."""
    return of_values(*(getattr(entry, name) for name in FIELDS))


def of_values(act: str, at: datetime, *others: str | int | None) -> Written:
    """Give an entry in the form that is hashed, by the values of ``FIELDS`` in their order."""
    moment = at.astimezone(UTC).isoformat(timespec="microseconds")
    return Written(act, moment, *others)  # type: ignore[arg-type]  # as the columns hold them


def stored(level: int, start: int, stop: int) -> Sequence[bytes]:
    """Read hashes of a level of the tree: of leaves, or of the parts that are complete."""
    rows = (
        Leaf.objects.filter(index__gte=start, index__lt=stop)
        if level == 0
        else Tile.objects.filter(level=level, index__gte=start, index__lt=stop)
    )
    return [bytes.fromhex(one) for one in rows.order_by("index").values_list("hash", flat=True)]


def size() -> int:
    """Count the leaves; their places leave none out."""
    last = Leaf.objects.aggregate(last=Max("index"))["last"]
    return 0 if last is None else last + 1


def last_note() -> str | None:
    """Give the text of the last signed checkpoint, if there is one."""
    return Checkpoint.objects.order_by("-size").values_list("note", flat=True).first()
