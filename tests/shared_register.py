"""A register that is filled once for all tests of a file: what a test changes in it is undone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

from django.db import transaction

R = TypeVar("R")


@contextmanager
def filled_once(blocker: Any, fill: Callable[[], R]) -> Iterator[R]:
    """Fill in a transaction that is undone when the file is done; each test's own lies within it."""
    with blocker.unblock():
        around = transaction.atomic()
        around.__enter__()
        made = fill()
    yield made
    with blocker.unblock():
        transaction.set_rollback(True)
        around.__exit__(None, None, None)
