"""Packs that came and went, the keys they are exchanged with, and what of them waits for a person."""

from __future__ import annotations

from concerted.register.access import Permission
from concerted.register.models import Held, Pack, PackFile, PackKey
from concerted.register.models.scope import Person
from concerted.register.queries.scope import Scope, enter
from concerted.register.rows.packs import HeldRow, PackKeyRow, PackPage, PackRow, PacksPage
from concerted.terms.errors import NotFound

# Pages show the newest; the ledger has them all.
_MOST = 200


def packs(user: Person, slug: str) -> PacksPage:
    """Show the packs of the partners whose packs the person sees, newest first, their keys, and what is held."""
    scope = enter(user, slug)
    seen = Pack.objects.visible_to(user).filter(coalition=scope.coalition)
    keys = PackKey.objects.visible_to(user).filter(coalition=scope.coalition)
    own = Held.objects.visible_to(user).filter(coalition=scope.coalition, decision="").select_related("pack")
    return PacksPage(
        coalition=scope.ref,
        packs=tuple(_pack(one) for one in seen.select_related("party", "by").order_by("-pk")[:_MOST]),
        keys=tuple(
            PackKeyRow(one.party.code, one.register, one.key, one.since, one.until, one.by.name)
            for one in keys.select_related("party", "by").order_by("party__code", "pk")
        ),
        held=tuple(_held(one) for one in own.order_by("pk")[:_MOST]),
        may_trust=scope.part.may(Permission.PACK_TRUST),
    )


def pack(user: Person, slug: str, number: int) -> PackPage:
    """Show a pack, how far it is, and what of it waits for the person's decision. Raises NotFound."""
    scope = enter(user, slug)
    seen = Pack.objects.visible_to(user).filter(coalition=scope.coalition, pk=number)
    one = seen.select_related("party", "by").first()
    if one is None:
        raise NotFound("no such pack", where=f"pack {number}", expected="one that you may see")
    waiting = Held.objects.visible_to(user).filter(pack=one, decision="").select_related("pack").order_by("pk")
    kept = PackFile.objects.visible_to(user).filter(pack=one).exists()
    return PackPage(_pack(one), tuple(_held(each) for each in waiting[:_MOST]), goes_on=kept)


def to_decide(scope: Scope) -> int | None:
    """Count what waits for the person's decision; None for who exchanges no packs."""
    if not scope.part.may(Permission.PACK_IMPORT):
        return None
    if not PackKey.objects.visible_to(scope.user).filter(coalition=scope.coalition).exists():
        return None
    return Held.objects.visible_to(scope.user).filter(coalition=scope.coalition, decision="").count()


def _pack(one: Pack) -> PackRow:
    return PackRow(
        id=one.pk,
        party=one.party.code,
        outward=one.outward,
        other=one.other,
        sha256=one.sha256,
        made_at=one.made_at,
        records=one.records,
        done=one.done,
        added=one.added,
        changed=one.changed,
        withdrawn=one.withdrawn,
        held=one.held,
        by=one.by.name,
        at=one.at,
    )


def _held(one: Held) -> HeldRow:
    return HeldRow(one.pk, one.noun, one.record, one.origin, one.number, one.why, one.pack.made_at)
