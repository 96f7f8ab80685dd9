"""Imports of sheets: their list, one of them with what was found in it, and which record came of which."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.db.models import Count, Sum

from concerted.register.access import Permission
from concerted.register.models import Import, ImportDecision, ImportedRow, ImportFinding, ImportPart, Tier
from concerted.register.models.scope import Person, ScopedQuerySet
from concerted.register.queries import references
from concerted.register.queries.scope import Scope, enter
from concerted.register.rows.imports import Came, ImportFindingRow, ImportPage, ImportRow, Imports, Origin
from concerted.terms.errors import NotFound

SHOWN = 100
_COUNTS = ("added", "changed", "unchanged", "held", "refused", "marked")
_AT_ONCE = 1000
_AMBIGUOUS = {"one of two numbers": "decimals", "one of two days": "days"}


def imports(user: Person, slug: str, *, before: int | None = None) -> Imports:
    """List the newest imports of the person's own, or those before the one of a number."""
    scope = enter(user, slug)
    found = _imports(scope)
    if before is not None:
        found = found.filter(pk__lt=before)
    some = list(found.order_by("-pk")[:SHOWN])
    return Imports(scope.ref, _rows(scope, some), scope.part.may(Permission.RECORD_KEEP))


def import_page(user: Person, slug: str, id: int, *, tier: str | None = None, after: int = 0) -> ImportPage:
    """Give an import with its findings, or those of one tier, from the row ``after`` on; raises NotFound."""
    scope = enter(user, slug)
    one = _import(scope, id)
    every = ImportFinding.objects.visible_to(user).filter(of=one)
    asked = every.filter(row__gt=after) if after else every
    if tier is not None:
        asked = asked.filter(tier=tier)
    some = list(asked.order_by("row", "pk")[: SHOWN + 1])
    counts = dict(every.values_list("tier").annotate(Count("pk")).order_by())
    unsure = every.filter(trouble__in=_AMBIGUOUS).values_list("trouble", flat=True).distinct().order_by("trouble")
    same = _imports(scope).filter(sha256=one.sha256, noun=one.noun, state__in=("writing", "done"), pk__lt=one.pk)
    return ImportPage(
        coalition=scope.ref,
        one=_rows(scope, [one])[0],
        findings=tuple(_findings(user, one, some[:SHOWN])),
        more=len(some) > SHOWN,
        tiers=tuple((name, counts.get(name, 0)) for name in Tier.values),
        ambiguous=tuple(_AMBIGUOUS[name] for name in unsure),
        earlier=tuple(same.order_by("pk").values_list("pk", flat=True)[:5]),
    )


def import_findings(user: Person, slug: str, id: int) -> Iterator[ImportFindingRow]:
    """Give every finding of an import in the order of its rows, in bounded memory; raises NotFound."""
    scope = enter(user, slug)
    one = _import(scope, id)
    after = (0, 0)
    while True:
        rows = ImportFinding.objects.visible_to(user).filter(of=one)
        # By pages of their keys: what comes after the last one of the page before.
        rows = rows.filter(row__gt=after[0]) | rows.filter(row=after[0], pk__gt=after[1])
        some = list(rows.order_by("row", "pk")[:_AT_ONCE])
        if not some:
            return
        yield from _findings(user, one, some)
        after = some[-1].row, some[-1].pk


def unfinished_import(user: Person, slug: str, noun: str, sha256: str) -> ImportRow | None:
    """Give the last import of a file, by its digest, that is neither done nor abandoned; None if there is none."""
    scope = enter(user, slug)
    found = _imports(scope).filter(noun=noun, sha256=sha256).exclude(state__in=("done", "abandoned")).order_by("-pk")
    return next(iter(_rows(scope, list(found[:1]))), None)


def origins(user: Person, slug: str, noun: str, id: int) -> tuple[Origin, ...]:
    """Tell which rows of which imports made and changed a record, newest first, as far as the person sees them."""
    scope = enter(user, slug)
    rows = ImportedRow.objects.visible_to(user).filter(noun=noun, record=id, of__coalition=scope.coalition)
    return tuple(
        Origin(one.of_id, one.of.name, one.row, one.added, one.of.by.name, one.of.at)
        for one in rows.select_related("of__by").order_by("-pk")[:10]
    )


def _imports(scope: Scope) -> ScopedQuerySet[Import]:
    return Import.objects.visible_to(scope.user).filter(coalition=scope.coalition).select_related("by", "owner")


def _import(scope: Scope, id: int) -> Import:
    found = _imports(scope).filter(pk=id).first()
    if found is None:
        raise NotFound("no such import", where=f"import {id}", expected="one of your own")
    return found


def _rows(scope: Scope, some: Iterable[Import]) -> tuple[ImportRow, ...]:
    some = list(some)
    parts = ImportPart.objects.visible_to(scope.user).filter(of__in=[one.pk for one in some])
    counted = parts.values_list("of").annotate(*(Sum(name) for name in _COUNTS)).order_by()
    sums = {of: Came(*counts) for of, *counts in counted}
    may = scope.part.may(Permission.RECORD_KEEP)
    return tuple(
        ImportRow(
            id=one.pk,
            noun=one.noun,
            name=one.name,
            sheet=one.sheet,
            profile=one.profile,
            owner=one.owner.code if one.owner else None,
            reach=one.reach,
            by=references.name(one.by) or "",
            at=one.at,
            sha256=one.sha256,
            state=one.state,
            decimals=one.decimals,
            days=one.days,
            rows=one.rows,
            compared=one.compared,
            written=one.written,
            came=sums.get(one.pk, Came()),
            may_keep=may and scope.part.party == one.owner_id,
        )
        for one in some
    )


def _findings(user: Person, one: Import, some: list[ImportFinding]) -> Iterator[ImportFindingRow]:
    decided = {
        each.place: each
        for each in ImportDecision.objects.visible_to(user)
        .filter(of=one, place__in=[each.place for each in some if each.tier == Tier.ERROR])
        .select_related("by")
    }
    for each in some:
        decision = decided.get(each.place) if each.tier == Tier.ERROR and each.place is not None else None
        yield ImportFindingRow(
            place=each.place,
            row=each.row,
            column=each.column,
            tier=each.tier,
            trouble=each.trouble,
            found=each.found,
            expected=each.expected,
            choice=decision.choice if decision else "",
            decided_by=decision.by.name if decision else "",
            decided_at=decision.at if decision else None,
        )
