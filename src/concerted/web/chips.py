"""Filters as links: one choice at a time, the others kept."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.http import QueryDict
from django.utils.translation import gettext as _


@dataclass(frozen=True, slots=True)
class Chip:
    """A choice of a filter; ``kind`` is set where it shows an act's colour and line."""

    name: str
    href: str
    current: bool
    count: int | None = None
    kind: str | None = None


def chips(
    asked: QueryDict,
    field: str,
    choices: Iterable[tuple[str, str, int | None]],
    *,
    kinds: bool = False,
    first: str = "",
) -> list[Chip]:
    """Write the choices ``(value, name, count)`` of one filter as links; in front the ``first``, or all, for no choice.

    Each leads to the first page of what it keeps.
    """
    current = asked.get(field, "")
    found = [Chip(first or _("all"), _href(asked, field, ""), current == "")]
    for value, name, count in choices:
        found.append(Chip(name, _href(asked, field, value), current == value, count, value if kinds else None))
    return found


def _href(asked: QueryDict, field: str, value: str) -> str:
    rest = asked.copy()
    rest.pop(field, None)
    rest.pop("page", None)
    if value:
        rest[field] = value
    return "?" + rest.urlencode()
