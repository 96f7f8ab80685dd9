"""The standing people, and a register with secrets that is planted once for all tests of a file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.secrets.planting import plant
from tests.shared_register import filled_once
from tests.standing import Register, fill, register, standing

__all__ = ["planted", "register", "standing"]


@pytest.fixture(scope="module")
def once(django_db_setup: None, django_db_blocker: Any) -> Iterator[Register]:
    """Plant once for all tests of a file."""

    def planted() -> Register:
        made = fill()
        plant(made)
        return made

    with filled_once(django_db_blocker, planted) as made:
        yield made


@pytest.fixture
def planted(once: Register, db: None) -> Register:
    """The register with secrets; what a test changes in it is undone."""
    return once
