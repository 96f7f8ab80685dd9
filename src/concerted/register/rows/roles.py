"""What each role sees and may do."""

from __future__ import annotations

from dataclasses import dataclass

from concerted.register.rows.references import CoalitionRef


@dataclass(frozen=True, slots=True)
class RoleRow:
    """A role; ``mine`` where the person who asks holds it.

    ``of_coalition``, ``of_own`` and ``of_others`` are the releases by which it sees records of the coalition itself, of
    its own partner (none for a role without one) and of other partners. ``permissions`` are what it may do.
    """

    role: str
    mine: bool
    of_coalition: tuple[str, ...]
    of_own: tuple[str, ...]
    of_others: tuple[str, ...]
    permissions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RolesPage:
    """Every role of a coalition; ``is_open`` where the public reads what is released to it."""

    coalition: CoalitionRef
    roles: tuple[RoleRow, ...]
    is_open: bool
    may_open: bool
