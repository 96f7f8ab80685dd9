"""For whom a page, or an operation of the programming interface, opens at all; the rows in it narrow once more."""

from __future__ import annotations

from enum import StrEnum
from typing import TypeAlias

from concerted.register.access import Permission, Role
from concerted.register.nouns import Noun
from concerted.register.rows.references import CoalitionRef


class Opens(StrEnum):
    """For whom something opens that asks for no permission of its own."""

    # Whoever comes: what leads in and out, and what is the same for everybody.
    ENTRANCE = "entrance"
    SIGNED_IN = "signed in"
    # Members of the coalition.
    MEMBERS = "members"
    # Members, and everybody else where the coalition is open to the public; only to read.
    PUBLIC = "public"


# Several permissions: each of them alone opens it.
Right: TypeAlias = Opens | tuple[Permission, ...]


def keeping(noun: Noun) -> Right:
    """Give for whom opens what enters, changes and takes back a noun: what is the coalition's alone has its keepers."""
    return (Permission.MEETING_KEEP if noun.common else Permission.RECORD_KEEP,)


def admits(right: Right, coalition: CoalitionRef) -> bool:
    """Tell whether it opens to a person who is in a coalition, or to the public as which they came."""
    if right is Opens.PUBLIC:
        return True
    if Role.PUBLIC in coalition.roles:
        return False
    return not set(right).isdisjoint(coalition.permissions) if isinstance(right, tuple) else True
