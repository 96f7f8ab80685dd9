"""People in a list."""

from __future__ import annotations

from dataclasses import dataclass

from concerted.register.rows.references import LineRef, PartyRef


@dataclass(frozen=True, slots=True)
class MemberRow:
    """A role of a person: what they sign in with, their name, whom they belong to, the line that they lead."""

    username: str
    name: str
    role: str
    party: PartyRef | None
    organisation: str = ""
    line: LineRef | None = None
