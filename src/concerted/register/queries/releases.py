"""How a record is released, what another release would change, and who has seen it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from concerted.register.access import Permission
from concerted.register.audience import Audiences, Reader, Wanted, record_model
from concerted.register.counting import Once, count, once
from concerted.register.models import Contribution, LineOfEffort, Reach, Sighting, Statement
from concerted.register.models.scope import Person
from concerted.register.protecting import exposed_by
from concerted.register.queries import references
from concerted.register.queries.partners import parties
from concerted.register.queries.scope import Scope, enter
from concerted.register.rows.references import PartyRef
from concerted.register.rows.releases import Difference, Readers, RecordRelease, ReleasePage, SightingRow
from concerted.terms.errors import NotAllowed, NotFound

_TITLES = ("title", "name", "text", "summary")
_LONGEST_TITLE = 200


def released(user: Person, slug: str, noun: str, id: int) -> RecordRelease:
    """Say who owns a record and how far it is released, to whoever sees it; raises NotFound."""
    scope = enter(user, slug)
    return _row(scope, _record(scope, noun, id))


def release(user: Person, slug: str, noun: str, id: int) -> ReleasePage:
    """Give what its owner's people need to change a record's release; NotFound, or NotAllowed for other members."""
    scope = enter(user, slug)
    one, row = _kept(scope, noun, id)
    lines = LineOfEffort.objects.visible_to(user).filter(coalition=scope.coalition).order_by("number")
    return ReleasePage(
        coalition=scope.ref,
        released=row,
        title=next((getattr(one, name) for name in _TITLES if hasattr(one, name)), str(one))[:_LONGEST_TITLE],
        edition=one.edition,
        parties=tuple(references.party(each) for each in parties(scope) if each != one.owner),
        lines=tuple(references.line(each) for each in lines),
        is_open=scope.coalition.is_open,
        is_statement=noun == "statement",
        sightings=_sightings(scope, noun, id),
    )


def difference(user: Person, slug: str, noun: str, id: int, wanted: Wanted) -> Difference:
    """Compare whom a record reaches with whom it would; raises as ``release`` does."""
    scope = enter(user, slug)
    one, _released = _kept(scope, noun, id)
    audiences, owner = Audiences.within(scope.coalition), one.owner.code if one.owner else None
    now, then = audiences.of(Wanted.of(one.release), owner), audiences.of(wanted, owner)
    known = {each.code: references.party(each) for each in parties(scope)}
    return Difference(_readers(then - now, known), _readers(now - then, known), _exposes(scope, one, wanted))


def _record(scope: Scope, noun: str, id: int) -> Any:
    model: Any = record_model(noun)
    found = model.objects.visible_to(scope.user).filter(coalition=scope.coalition, pk=id)
    one = found.select_related("owner", "release__line").first()
    if one is None:
        raise NotFound(f"no such {noun}", where=f"{noun} {id}", expected="one that you see")
    return one


def _kept(scope: Scope, noun: str, id: int) -> tuple[Any, RecordRelease]:
    """Find a record that the person may release: whom a release would reach is its owner's affair."""
    one = _record(scope, noun, id)
    row = _row(scope, one)
    if not row.may_change:
        raise NotAllowed("it is another's", where=f"{noun} {id}", expected="a record that you keep")
    return one, row


def _row(scope: Scope, one: Any) -> RecordRelease:
    named = one.release.parties.order_by("name") if one.release.kind == Reach.NAMED else ()
    return RecordRelease(
        noun=one._meta.model_name,
        id=one.pk,
        owner=references.party(one.owner) if one.owner else None,
        reach=one.release.kind,
        parties=tuple(references.party(each) for each in named),
        line=references.line(one.release.line) if one.release.line else None,
        may_change=scope.part.may(Permission.RECORD_RELEASE) and scope.part.keeps(one),
    )


def _sightings(scope: Scope, noun: str, id: int) -> tuple[SightingRow, ...]:
    found = Sighting.objects.visible_to(scope.user).filter(coalition=scope.coalition, noun=noun, record=id)
    return tuple(
        SightingRow(one.user.name, references.party(one.party) if one.party else None, one.at)
        for one in found.select_related("user", "party").order_by("at", "pk")
    )


def _exposes(scope: Scope, one: Any, wanted: Wanted) -> bool:
    """Tell whether totals that were published would give another partner away, were the record public."""
    if wanted.reach != Reach.PUBLIC:
        return False
    given = Contribution.objects.visible_to(scope.user).filter(amount__isnull=False).select_related("line")
    if isinstance(one, Contribution):
        rows = given.filter(pk=one.pk)
    elif isinstance(one, Statement):
        # They may be widened with it.
        rows = given.filter(finding__statement=one, owner=one.owner, release=one.release)
    else:
        return False
    widened: dict[str, set[Once]] = defaultdict(set)
    for row in rows:
        widened[row.currency].add(once(row))
    return any(
        exposed_by(count(scope.user, scope.coalition, currency), frozenset(onces))
        for currency, onces in widened.items()
    )


def _readers(found: Iterable[Reader], known: dict[str, PartyRef]) -> Readers:
    every = sorted(found)
    named = [known[name] for kind, name in every if kind == "party" and name in known]
    return Readers(
        parties=tuple(sorted(named, key=lambda party: party.name)),
        leads=tuple(sorted(int(name) for kind, name in every if kind == "line lead")),
        roles=tuple(name for kind, name in every if kind == "role"),
    )
