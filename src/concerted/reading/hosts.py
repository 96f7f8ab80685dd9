"""Find who hosted, convened or invited to the very meeting that a statement comes from."""

from __future__ import annotations

import re
from collections.abc import Sequence

from concerted.reading.party_groups import Member, PartyGroup

INVITED = re.compile(
    r"\b[Aa]t\s+the\s+(?:kind\s+|joint\s+)?invitation\s+of\s+(?:the\s+)?(?:[\w’]+\s+of\s+(?:the\s+)?)?"
    r"(?:(?:Her|His)\s+\w+,?\s+)?$"
)
_HOSTED_BY = re.compile(
    r"\b(?<!be )(?:co-)?(?:hosted|convened)\s+(?:\w+\s+)?by\s+(?:the\s+)?(?:\w+\s+of\s+(?:the\s+)?)?$"
)
_HOSTS = re.compile(
    r"[\s,]*(?:\([^()]*\)\s*)?(?:today\s+)?(?:co-)?(?:hosted|convened)\s+"
    r"(?=the\b|an?\b|his\b|her\b|its\b|their\b|this\b|world|leaders|[A-Z])|"
    r"[\s,]*(?:also\s+)?welcomed\s+[^.;]{3,160}?\bto\s+(?:the\s+White\s+House|[A-Z])"
)
_ANOTHER = re.compile(r"\b(?:will|next|previous|follows|first\s+\w+\s+\S*\s*Summit|upcoming)\b")
_RELATIVE = re.compile(r"\b(?:which|who|that|when|since|after|as|whose|decades)\b[^,;]*$|[;(]")


def hosts_in(text: str, start: int, end: int, groups: Sequence[PartyGroup]) -> list[Member]:
    """List the parties that a sentence of the opening says to have hosted or invited to this very meeting."""
    found: list[Member] = []
    for group in groups:
        head = text[start : group.start]
        if _HOSTS.match(text, group.end, end) and not _RELATIVE.search(head):
            found += group.members
        elif INVITED.search(head) or (_HOSTED_BY.search(head) and not _ANOTHER.search(head)):
            found += inviting(text, group)
    return found


def inviting(text: str, group: PartyGroup) -> tuple[Member, ...]:
    """Give those of a group who invite: "at the invitation of A and B, C visited" merges with C."""
    count = 1
    while count < len(group.members):
        between = text[group.members[count - 1].item_end : group.members[count].item_start]
        if re.search(r"\band\b", between) is None:
            break
        count += 1
    return group.members[:count]
