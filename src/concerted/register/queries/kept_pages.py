"""Pages of the nouns that people keep, all of them alike: a list with filters, one record, what a record may say."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.db.models import Q, QuerySet

from concerted.register.access import Permission
from concerted.register.audience import record_model
from concerted.register.binding import binds
from concerted.register.models import Entry, LineOfEffort, Party, Reach
from concerted.register.models.scope import Person
from concerted.register.nouns import Column, Form, Noun
from concerted.register.queries import references
from concerted.register.queries.kept import missing, noun
from concerted.register.queries.paging import cut
from concerted.register.queries.scope import Scope, enter
from concerted.register.queries.told_items import untold
from concerted.register.rows.kept_pages import KeptChoice, KeptList, KeptPage, KeptRecord, Shown
from concerted.register.rows.references import RecordRef
from concerted.terms.errors import NotAllowed

# So many records to point at are offered, the newest ones.
_OFFERED = 500
FILTERED = (Form.CHOICE, Form.PARTY, Form.LINE, Form.RECORD)
RELEASE = "release"


def kept_list(
    user: Person,
    slug: str,
    name: str,
    *,
    asked: Mapping[str, str] | None = None,
    narrowed: Q | None = None,
    order: Sequence[str] = ("-pk",),
    page: int = 1,
) -> KeptList:
    """List the records of a noun that the person sees, page by page, in the ``order`` of a noun's columns.

    ``asked`` narrows it by columns that hold a choice, a party (its code), a line or a record (their numbers), and by
    ``release``; what is asked that cannot be finds nothing. ``narrowed`` is a further condition of a noun's own.
    """
    scope, of = enter(user, slug), noun(name)
    named = {key: value for key, value in (asked or {}).items() if value and (key == RELEASE or _filters(of, key))}
    found = _rows(scope, of)
    if narrowed is not None:
        found = found.filter(narrowed)
    for key, value in named.items():
        found = found.filter(**_condition(of, key, value))
    here, paging = cut(_loaded(of, found).order_by(*order, "pk"), page)
    return KeptList(
        choice=_choice(scope, of, to_write=False),
        rows=kept_records(scope, of, here),
        asked=named,
        paging=paging,
    )


def kept_page(user: Person, slug: str, name: str, number: int) -> KeptPage:
    """Give one record of a noun; raises NotFound."""
    scope, of = enter(user, slug), noun(name)
    one = _loaded(of, _rows(scope, of)).filter(pk=number).first()
    if one is None:
        raise missing(name, number, user)
    every = Entry.objects.visible_to(user).filter(noun=one._meta.model_name, record=str(one.pk))
    last = scope.told(every).select_related("by").order_by("-pk").first()
    return KeptPage(
        choice=_choice(scope, of, to_write=True),
        record=kept_records(scope, of, [one])[0],
        changed_by=references.name(last.by) if last else None,
        changed_at=last.at if last else None,
    )


def kept_choice(user: Person, slug: str, name: str) -> KeptChoice:
    """Give what a new record of a noun may say; raises NotFound, or NotAllowed for who keeps no records."""
    choice = _choice(enter(user, slug), noun(name), to_write=True)
    if not choice.may_add:
        raise NotAllowed("records are kept by their owners", where=slug, expected="a focal point or the secretariat")
    return choice


def kept_records(scope: Scope, of: Noun, rows: Iterable[Any]) -> tuple[KeptRecord, ...]:
    """Write rows for people, what they name by name; one question for each column that points at records."""
    every = list(rows)
    pointing = [one for one in of.columns if one.form is Form.RECORD]
    known = {one.name: _titles(scope, one.noun, {getattr(row, f"{one.name}_id") for row in every}) for one in pointing}
    found = []
    for row in every:
        content = of.written(row)
        values = {
            one.name: known[one.name].get(getattr(content, one.name))
            if one.form is Form.RECORD
            else _shown(one, row, content)
            for one in of.columns
        }
        found.append(
            KeptRecord(
                noun=of.name,
                id=row.pk,
                edition=row.edition,
                owner=references.party(row.owner) if row.owner else None,
                release=references.release(row.release),
                may_change=scope.part.may_change(row),
                content=content,
                values=values,
            )
        )
    return tuple(found)


def _choice(scope: Scope, of: Noun, *, to_write: bool) -> KeptChoice:
    """Give what a record may say; ``to_write`` one leaves out records that it may not point at."""
    user = scope.user
    lines = LineOfEffort.objects.visible_to(user).filter(coalition=scope.coalition).order_by("number")
    parties = list(Party.objects.visible_to(user).filter(coalition=scope.coalition).order_by("name"))
    own = next((one for one in parties if one.pk == scope.part.party), None)
    return KeptChoice(
        coalition=scope.ref,
        noun=of,
        lines=tuple(references.line(one) for one in lines),
        parties=tuple(references.party(one) for one in parties),
        records={one.name: _offered(scope, one, to_write) for one in of.columns if one.form is Form.RECORD},
        proposed={one.name: _proposed(scope, one) for one in of.columns if one.proposes} if to_write else {},
        party=references.party(own) if own else None,
        may_add=scope.part.may(Permission.RECORD_KEEP) and not (of.common and scope.part.party is not None),
    )


def _offered(scope: Scope, column: Column, to_write: bool) -> tuple[RecordRef, ...]:
    found = _pointed(scope, column.noun)
    if column.own and to_write:
        found = found.filter(owner=scope.part.party)
    if column.noun == "commitment" and to_write and scope.part.party:
        found = found.filter(binds(scope.user, scope.part.party))
    if column.noun == "statement":
        found = found.defer("text", "record")
    return tuple(RecordRef(column.noun, row.pk, str(row)) for row in found.order_by("-pk")[:_OFFERED])


def _proposed(scope: Scope, column: Column) -> tuple[str, ...]:
    """List what the newest records of a noun are called."""
    newest = _pointed(scope, column.proposes).order_by("-pk")[:_OFFERED]
    return tuple(sorted({str(row) for row in newest}))


def _pointed(scope: Scope, name: str) -> QuerySet[Any]:
    """Give the records of a noun, kept or not, that the person sees."""
    model: Any = record_model(name)
    found: QuerySet[Any] = model.objects.visible_to(scope.user).filter(coalition=scope.coalition)
    return found


def _rows(scope: Scope, of: Noun) -> QuerySet[Any]:
    found: QuerySet[Any] = of.model.objects.visible_to(scope.user).filter(coalition=scope.coalition)
    return found.exclude(pk__in=untold(scope)) if of.name == "item" else found


def _loaded(of: Noun, found: QuerySet[Any]) -> QuerySet[Any]:
    return found.select_related(*of.related, "owner", "release__line").prefetch_related("release__parties")


def _filters(of: Noun, name: str) -> bool:
    return any(one.name == name and one.form in FILTERED for one in of.columns)


def _condition(of: Noun, name: str, value: str) -> dict[str, Any]:
    """Give the condition of a filter; one that nothing meets for a word or number that is none."""
    if name == RELEASE:
        return {"release__kind": value} if value in Reach.values else {"pk": None}
    column = of.column(name)
    if column.form is Form.PARTY:
        return {f"{name}__code": value}
    if column.form is Form.CHOICE:
        return {name: value}
    if not (value.isascii() and value.isdecimal() and len(value) < 10):
        return {"pk": None}
    return {f"{name}__number" if column.form is Form.LINE else f"{name}_id": int(value)}


def _shown(column: Column, row: Any, content: Any) -> Shown:
    """Give what a column says, the line or party that it names by name."""
    if column.form is Form.PARTY:
        party = getattr(row, column.name)
        return references.party(party) if party else None
    if column.form is Form.LINE:
        line = getattr(row, column.name)
        return references.line(line) if line else None
    found: Shown = getattr(content, column.name)
    return found


def _titles(scope: Scope, name: str, numbers: set[int | None]) -> dict[int, RecordRef]:
    wanted = {one for one in numbers if one is not None}
    found = _pointed(scope, name).filter(pk__in=wanted) if wanted else ()
    return {row.pk: RecordRef(name, row.pk, str(row)) for row in found}
