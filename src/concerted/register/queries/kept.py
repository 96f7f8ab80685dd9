"""Records of the nouns that people keep, all of them alike: what sheets, packs and programs are made from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import islice
from typing import Any

from concerted.register.audience import record_model
from concerted.register.merged import MERGEABLE, absent
from concerted.register.models import LineOfEffort, Party
from concerted.register.models.scope import Person
from concerted.register.nouns import NOUNS, Form, Noun
from concerted.register.queries.scope import Scope, enter
from concerted.register.queries.told_items import untold
from concerted.register.rows.kept import KeptRow
from concerted.terms.errors import NotFound

_AT_ONCE = 1000


def noun(name: str) -> Noun:
    """Give a noun that people keep; raises NotFound."""
    if name not in NOUNS:
        raise NotFound(f"nobody keeps a {name!r}", where="noun", expected=f"one of {', '.join(NOUNS)}")
    return NOUNS[name]


def called(words: str) -> Noun:
    """Give a noun by its name or its plural; raises NotFound."""
    return noun(next((one.name for one in NOUNS.values() if words == one.plural), words))


def named(user: Person, slug: str) -> tuple[dict[str, str], dict[int, str]]:
    """Give what sheets of a coalition name: its parties by code, and its lines of effort by number."""
    scope = enter(user, slug)
    parties = Party.objects.visible_to(user).filter(coalition=scope.coalition).order_by("code")
    lines = LineOfEffort.objects.visible_to(user).filter(coalition=scope.coalition).order_by("number")
    return dict(parties.values_list("code", "name")), dict(lines.values_list("number", "title"))


def kept(
    user: Person, slug: str, name: str, *, after: int = 0, matching: Mapping[str, object] | None = None
) -> Iterator[KeptRow]:
    """Give the records of a noun that the person sees, by number from past ``after`` on, in bounded memory.

    ``matching`` narrows them to what a column, or ``owner`` (a party's code), holds.
    """
    scope, of = enter(user, slug), noun(name)
    narrowed = {_path(of, column): value for column, value in (matching or {}).items()}
    rows = _every(scope, of).filter(pk__gt=after, **narrowed)
    found = rows.select_related(*of.related, "owner", "release").order_by("pk").iterator(_AT_ONCE)
    while some := list(islice(found, _AT_ONCE)):
        yield from _rows(of, some, scope)


def kept_record(user: Person, slug: str, name: str, number: int) -> KeptRow:
    """Give one record of a noun; raises NotFound, which says where a duplicate was merged into."""
    scope, of = enter(user, slug), noun(name)
    rows = _every(scope, of).filter(pk=number)
    one = rows.select_related(*of.related, "owner", "release").first()
    if one is None:
        raise missing(name, number, user)
    return next(_rows(of, [one], scope))


def _every(scope: Scope, of: Noun) -> Any:
    rows = of.model.objects.visible_to(scope.user).filter(coalition=scope.coalition)
    return rows.exclude(pk__in=untold(scope)) if of.name == "item" else rows


def missing(name: str, number: int, user: Person) -> NotFound:
    """Say that a record is not there, and where a duplicate was merged into."""
    if name in MERGEABLE:
        return absent(name, number, user)
    return NotFound(f"no such {name}", where=f"{name} {number}", expected="one that you may see")


def _rows(of: Noun, rows: list[Any], scope: Scope) -> Iterator[KeptRow]:
    """Write rows; what one points at stays away from who does not see that and did not write it."""
    pointing = [one for one in of.columns if one.form is Form.RECORD and not one.required]
    seen = {one.name: _seen(one.noun, {getattr(row, f"{one.name}_id") for row in rows}, scope) for one in pointing}
    for row in rows:
        content, may_change = of.written(row), scope.part.may_change(row)
        if not may_change:
            hidden = [name for name, numbers in seen.items() if getattr(content, name) not in numbers]
            content = replace(content, **dict.fromkeys(hidden)) if hidden else content
        yield KeptRow(
            id=row.pk,
            edition=row.edition,
            owner=row.owner.code if row.owner else None,
            release=row.release.kind,
            may_change=may_change,
            content=content,
        )


def _seen(name: str, numbers: set[int | None], scope: Scope) -> set[int | None]:
    """Give those of a noun's numbers that the person sees, and None."""
    wanted = numbers - {None}
    found = record_model(name).objects.visible_to(scope.user).filter(pk__in=wanted) if wanted else None
    return {None} | (set(found.values_list("pk", flat=True)) if found is not None else set())


def _path(of: Noun, column: str) -> str:
    """Name what a column is compared by."""
    if column == "owner":
        return "owner__code"
    return column + {Form.LINE: "__number", Form.PARTY: "__code"}.get(of.column(column).form, "")
