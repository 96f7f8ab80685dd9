"""Records of the nouns that people keep, all of them alike: what sheets, packs and programs are made from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from concerted.register.merged import MERGEABLE, absent
from concerted.register.models import LineOfEffort, Party
from concerted.register.models.scope import Person
from concerted.register.nouns import NOUNS, Form, Noun
from concerted.register.queries.scope import Scope, enter
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
    rows = of.model.objects.visible_to(scope.user).filter(coalition=scope.coalition, pk__gt=after, **narrowed)
    for one in rows.select_related(*of.related, "owner", "release").order_by("pk").iterator(_AT_ONCE):
        yield _row(of, one, scope)


def kept_record(user: Person, slug: str, name: str, number: int) -> KeptRow:
    """Give one record of a noun; raises NotFound, which says where a duplicate was merged into."""
    scope, of = enter(user, slug), noun(name)
    rows = of.model.objects.visible_to(scope.user).filter(coalition=scope.coalition, pk=number)
    one = rows.select_related(*of.related, "owner", "release").first()
    if one is None and name in MERGEABLE:
        raise absent(name, number, user)
    if one is None:
        raise NotFound(f"no such {name}", where=f"{name} {number}", expected="one that you may see")
    return _row(of, one, scope)


def _row(of: Noun, one: Any, scope: Scope) -> KeptRow:
    return KeptRow(
        id=one.pk,
        edition=one.edition,
        owner=one.owner.code if one.owner else None,
        release=one.release.kind,
        may_change=scope.part.may_change(one),
        content=of.written(one),
    )


def _path(of: Noun, column: str) -> str:
    """Name what a column is compared by."""
    if column == "owner":
        return "owner__code"
    return column + {Form.LINE: "__number", Form.PARTY: "__code"}.get(of.column(column).form, "")
