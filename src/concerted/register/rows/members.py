"""People in a list."""

from __future__ import annotations

from dataclasses import dataclass

from concerted.register.rows.references import PartyRef


@dataclass(frozen=True, slots=True)
class MemberRow:
    """A person in a coalition: what they sign in with, their name, role and, for a focal point, party."""

    username: str
    name: str
    role: str
    party: PartyRef | None
