"""Find, or enter, the parties and lines of effort that a record names."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TypeVar, cast

from concerted.actions import searching
from concerted.reading.facts import ISSUERS
from concerted.register.models import Coalition, LineOfEffort, Party, Reach, Release
from concerted.terms import parties
from concerted.terms.errors import NotFound

Named = TypeVar("Named", Party, LineOfEffort)
_remembered: ContextVar[dict[tuple[object, ...], object] | None] = ContextVar("named", default=None)


@contextmanager
def remembering() -> Iterator[None]:
    """Look up each party and line once while this lasts, as for hundreds of rows within one transaction."""
    token = _remembered.set({})
    try:
        yield
    finally:
        _remembered.reset(token)


def _once(key: tuple[object, ...], find: Callable[[], Named]) -> Named:
    known = _remembered.get()
    if known is None:
        return find()
    if key not in known:
        known[key] = find()
    return cast(Named, known[key])


def release(coalition: Coalition, reach: Reach, line: LineOfEffort | None = None) -> Release:
    """Give the release of one of the general kinds, made when it is first asked for."""
    key = f"{reach} {line.number}" if line else str(reach)
    found, _new = Release.objects.get_or_create(coalition=coalition, key=key, defaults={"kind": reach, "line": line})
    return found


def party(coalition: Coalition, code: str) -> Party:
    """Give the coalition's party of a code, or enter the vocabulary's under its name; raises NotFound for no such."""
    return _once(("party", coalition.pk, code), lambda: _party(coalition, code))


def _party(coalition: Coalition, code: str) -> Party:
    known = Party.objects.filter(coalition=coalition, code=code).first()
    if known is not None:
        return known
    if not parties.is_party(code):
        raise NotFound(f"no party {code!r}", where="party", expected="a code of the vocabulary, such as KWT or NATO")
    name = parties.party(code).name()
    found = Party.objects.create(coalition=coalition, code=code, name=name)
    release(coalition, Reach.PUBLIC)  # for its entry
    searching.index(found)
    return found


def named(coalition: Coalition, codes: Iterable[str]) -> list[Party]:
    """Give the parties among the actors of an act, the issuers as a whole left out."""
    return [party(coalition, code) for code in dict.fromkeys(codes) if code != ISSUERS]


def line(coalition: Coalition, number: int) -> LineOfEffort:
    """Give the coalition's line of effort of a number; raises NotFound if it has none."""
    return _once(("line", coalition.pk, number), lambda: _line(coalition, number))


def _line(coalition: Coalition, number: int) -> LineOfEffort:
    found = LineOfEffort.objects.filter(coalition=coalition, number=number).first()
    if found is None:
        raise NotFound(f"no line of effort {number}", where=coalition.slug, expected="one of the coalition's lines")
    return found
