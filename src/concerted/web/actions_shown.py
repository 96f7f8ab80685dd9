"""Action points on the page of something else."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse

from concerted.register.rows.action_points import OpenActions
from concerted.web.kept_shown import ShownRecord, listed
from concerted.web.kept_words import WORDS


@dataclass(frozen=True, slots=True)
class ActionPart:
    """The first action points, how many there are, and the address of the list that has them all."""

    rows: tuple[ShownRecord, ...]
    every: int
    href: str


def of_page(found: OpenActions, slug: str, **asked: str) -> ActionPart:
    """Show action points as a part of another page; ``asked`` are the filters of their list."""
    rows = tuple(listed(one, WORDS["action"]) for one in found.rows)
    return ActionPart(rows, found.every, f"{reverse('web:actions', args=[slug])}?{urlencode(asked)}")
