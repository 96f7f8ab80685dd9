"""The way through a list's pages: links that keep the list's filters and order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.http import QueryDict

from concerted.register.rows.paging import Paging

_AROUND = 2


@dataclass(frozen=True, slots=True)
class PageLink:
    """A page and its address; no address stands for pages that are left out."""

    number: int
    href: str
    current: bool = False


@dataclass(frozen=True, slots=True)
class Pager:
    """A list's pages: the ``links``, the page before and after ("" where there is none), and where the list was cut."""

    paging: Paging
    links: tuple[PageLink, ...]
    before: str
    after: str


def pager(asked: QueryDict, paging: Paging, *, field: str = "page", anchor: str = "") -> Pager:
    """Write the links for the page's own address; ``field`` names the page in it, ``anchor`` the list on the page."""

    def href(number: int) -> str:
        rest = asked.copy()
        rest.pop(field, None)
        if number > 1:
            rest[field] = str(number)
        return "?" + rest.urlencode() + (f"#{anchor}" if anchor else "")

    at, last = paging.number, paging.pages
    return Pager(
        paging,
        tuple(PageLink(one, href(one) if one else "", one == at) for one in _with_gaps(_shown(at, last))),
        href(at - 1) if at > 1 else "",
        href(at + 1) if at < last else "",
    )


def turned(asked: QueryDict) -> dict[str, int]:
    """Read, of a page with several lists, which page of each is asked for, by the list's name in the address."""
    every = ((name, str(value)) for name, value in asked.items())
    return {name: int(value) for name, value in every if value.isdecimal() and len(value) < 10}


def _shown(at: int, last: int) -> list[int]:
    """Name the first page, the last one and those around the one that is open."""
    return sorted({1, last} | set(range(max(1, at - _AROUND), min(last, at + _AROUND) + 1)))


def _with_gaps(numbers: Iterable[int]) -> Iterator[int]:
    """Put a 0 where pages are left out."""
    before = 0
    for number in numbers:
        if number > before + 1:
            yield 0
        yield number
        before = number
