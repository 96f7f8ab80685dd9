"""The standing people, and a register with secrets that is planted once for all tests of a file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import transaction

from tests.secrets.planting import plant
from tests.standing import Register, fill, register

__all__ = ["planted", "register"]


@pytest.fixture(scope="module")
def once(django_db_setup: None, django_db_blocker: Any) -> Iterator[Register]:
    """Plant in a transaction that is undone when the file is done; each test's own lies within it."""
    with django_db_blocker.unblock():
        around = transaction.atomic()
        around.__enter__()
        made = fill()
        plant(made)
    yield made
    with django_db_blocker.unblock():
        transaction.set_rollback(True)
        around.__exit__(None, None, None)


@pytest.fixture
def planted(once: Register, db: None) -> Register:
    """The register with secrets; what a test changes in it is undone."""
    return once
