"""Which records rows give away, for whoever notes what somebody was shown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any


def shown(rows: Any) -> Iterator[tuple[str, int]]:
    """Find, however deep in rows, the records (noun and number) that they name as shown."""
    if isinstance(rows, dict):
        rows = tuple(rows.values())
    if isinstance(rows, tuple | list):
        for one in rows:
            yield from shown(one)
    elif is_dataclass(rows):
        yield from getattr(rows, "noted", ())
        for each in fields(rows):
            yield from shown(getattr(rows, each.name))
