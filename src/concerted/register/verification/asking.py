"""Questions in SQL whose answers are too long to be held in memory."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db import connection

_AT_ONCE = 500


def rows(query: str) -> Iterator[Any]:
    """Read a query's rows a few at a time, on PostgreSQL by a cursor of the server's."""
    if connection.vendor == "sqlite" or not connection.in_atomic_block:
        with connection.cursor() as cursor:
            cursor.execute(query)
            while found := cursor.fetchmany(_AT_ONCE):
                yield from found
        return
    with connection.chunked_cursor() as cursor:
        cursor.execute(query)
        while found := cursor.fetchmany(_AT_ONCE):
            yield from found
