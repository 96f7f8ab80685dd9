"""The way around a coalition: a few groups of pages, each with those that open to the person."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from concerted.register.access import Permission
from concerted.register.rows.board import Head
from concerted.web.page_rights import opens

# By the name of an address: what stands alone, and what stands in a group.
_NAMES: dict[str, Promise] = {
    "board": _("Board"),
    "statements": _("Statements"),
    "commitments": _("Commitments"),
    "instruments": _("Instruments"),
    "meetings": _("Meetings"),
    "actions": _("Action points"),
    "clock": pgettext_lazy("when meetings are due", "Clock"),
    "partners": _("Partners"),
    "lines": _("Lines of effort"),
    "people": _("People"),
    "contributions": _("Contributions"),
    "totals": _("Totals"),
    "requests": _("Requests for assistance"),
    "requirements": _("Requirements"),
    "requirement-changes": _("Changed requirements"),
    "windows": _("Reporting windows"),
    "reports": _("Progress reports"),
    "scores": _("Scores"),
    "benchmarks": _("Benchmarks"),
    "imports": _("Sheets"),
    "packs": _("Packs"),
    "account_tokens": pgettext_lazy("of programs", "Tokens"),
    "review": _("Review"),
    "clarifications": _("Questions"),
}
_GROUPS: dict[Promise, tuple[str, ...]] = {
    pgettext_lazy("a group of pages", "Texts"): (
        "statements",
        "commitments",
        "instruments",
        "meetings",
        "actions",
        "clock",
    ),
    pgettext_lazy("a group of pages", "Who"): ("partners", "lines", "people"),
    pgettext_lazy("a group of pages", "Give and need"): (
        "contributions",
        "totals",
        "requests",
        "requirements",
        "requirement-changes",
    ),
    pgettext_lazy("a group of pages", "Progress"): ("windows", "reports", "scores", "benchmarks"),
    pgettext_lazy("a group of pages", "In and out"): ("imports", "packs", "account_tokens"),
}
# What lies elsewhere and belongs to one of these.
_WITHIN = {
    "imports": ("sheets",),
    "scores": ("assessments", "guidelines"),
    "benchmarks": ("measurements",),
    "meetings": ("items", "delegates", "papers", "minutes", "conclusions", "reservations"),
}


@dataclass(frozen=True, slots=True)
class Item:
    """A way to a page; ``count`` is shown where there is something to count."""

    name: Promise
    href: str
    current: bool
    count: int | None = None
    id: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Pages that belong together; ``current`` is the group of the page that is open."""

    name: Promise
    items: tuple[Item, ...]

    @property
    def current(self) -> bool:
        """Tell whether the open page is one of them."""
        return any(one.current for one in self.items)

    @property
    def count(self) -> int:
        """Count what waits in its pages."""
        return sum(one.count or 0 for one in self.items)


@dataclass(frozen=True, slots=True)
class Navigation:
    """What stands before the groups, the groups, and what stands after them."""

    first: tuple[Item, ...]
    groups: tuple[Group, ...]
    last: tuple[Item, ...]

    @property
    def here(self) -> Group | None:
        """Give the group of the page that is open."""
        return next((one for one in self.groups if one.current and len(one.items) > 1), None)


def navigation(path: str, slug: str, head: Head, *, signed_in: bool) -> Navigation:
    """Give the ways that are open to whoever has come to an address."""
    counts = {"review": head.waiting, "clarifications": head.asked or None, "packs": head.packs or None}

    def items(names: tuple[str, ...]) -> Iterator[Item]:
        for name in names:
            if _is_open(name, head, signed_in=signed_in):
                yield _item(name, path, slug, counts)

    groups = (Group(name, tuple(items(names))) for name, names in _GROUPS.items())
    return Navigation(
        first=tuple(items(("board",))),
        groups=tuple(one for one in groups if one.items),
        last=tuple(items(("review", "clarifications"))),
    )


def _is_open(name: str, head: Head, *, signed_in: bool) -> bool:
    coalition = head.coalition
    if name == "account_tokens":
        return signed_in
    if name == "packs" and head.packs is None and Permission.PACK_TRUST not in coalition.permissions:
        return False
    if name == "clarifications" and not (coalition.party or Permission.CLARIFICATION_ASK in coalition.permissions):
        return False
    return opens(f"web:{name}", coalition)


def _item(name: str, path: str, slug: str, counts: Mapping[str, int | None]) -> Item:
    href = reverse(name) if name == "account_tokens" else reverse(f"web:{name}", args=[slug])
    places = (href, *(f"/{slug}/{one}/" for one in _WITHIN.get(name, ())))
    current = path == href if name == "board" else path.startswith(places)
    return Item(_NAMES[name], href, current, counts.get(name), name)
