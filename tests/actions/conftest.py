"""The standing people, and a register in which everything is accepted."""

from __future__ import annotations

import pytest

from concerted.actions import review
from tests.standing import AT, Register, first_reading, register, standing

__all__ = ["register", "standing"]


@pytest.fixture
def accepted(register: Register) -> Register:  # a fixture asks for another one by its name
    """A register with one statement, all of it accepted."""
    taken = register.take_in(first_reading())
    review.accept_statement(statement=taken.statement, by=register.people.secretariat, at=AT)
    return register
