"""Records of the nouns that people keep, all of them alike: what sheets, packs and programs are made from."""

from __future__ import annotations

from collections.abc import Iterator

from concerted.register.models.scope import Person
from concerted.register.nouns import NOUNS, Noun
from concerted.register.queries.scope import enter
from concerted.register.rows.kept import KeptRow
from concerted.terms.errors import NotFound

_AT_ONCE = 1000


def noun(name: str) -> Noun:
    """Give a noun that people keep; raises NotFound."""
    if name not in NOUNS:
        raise NotFound(f"nobody keeps a {name!r}", where="noun", expected=f"one of {', '.join(NOUNS)}")
    return NOUNS[name]


def kept(user: Person, slug: str, name: str, *, after: int = 0) -> Iterator[KeptRow]:
    """Give the records of a noun that the person sees, by number from past ``after`` on, in bounded memory."""
    scope, of = enter(user, slug), noun(name)
    rows = of.model.objects.visible_to(scope.user).filter(coalition=scope.coalition, pk__gt=after)
    for one in rows.select_related(*of.related, "owner", "release").order_by("pk").iterator(_AT_ONCE):
        yield KeptRow(
            id=one.pk,
            edition=one.edition,
            owner=one.owner.code if one.owner else None,
            release=one.release.kind,
            may_change=scope.part.may_change(one),
            content=of.written(one),
        )
