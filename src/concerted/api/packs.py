"""Packs that came and went, and what both registers changed: a focal point says what holds."""

from __future__ import annotations

import time
from dataclasses import asdict, dataclass, replace
from io import BytesIO
from typing import Any, Literal

from django.http import FileResponse
from django.utils import timezone

from concerted.actions import pack_decisions, pack_exports, pack_uploads
from concerted.api.asking import Asking
from concerted.api.fields import Count, Number, Seen, Sent, Slug, Word
from concerted.api.meetings import edition
from concerted.api.operation import Made, Operations
from concerted.api.statements import BYTES, FileName
from concerted.register import queries
from concerted.register.packing.deciding import Both, both
from concerted.register.rows.packs import PackPage, PackRow, PacksPage
from concerted.terms.errors import Conflict, NotAllowed, Stale

operations = Operations()
# An answer that takes longer looks as if nothing happened.
_AT_ONCE = 1.5  # seconds
_HELD = "/coalitions/{slug:slug}/packs/held/{int:number}"


@dataclass(frozen=True, slots=True)
class HeldDifference:
    """A column that both versions say differently."""

    column: str
    mine: Any
    theirs: Any


@dataclass(frozen=True, slots=True)
class HeldPage:
    """A record as it is here (mine) and as a pack says it (theirs): what a record of its noun says, null for nothing.

    ``edition`` is that of the record here, 0 where there is none; ``why`` says what stands against theirs, "" where it
    is only that both were changed.
    """

    held: int
    noun: str
    record: int | None
    origin: str
    number: int
    edition: int
    mine: dict[str, Any] | None
    theirs: dict[str, Any] | None
    mine_released: str | None
    theirs_released: str | None
    differences: tuple[HeldDifference, ...]
    why: str
    may_decide: bool


class ExportSent(Sent):
    """For which register a pack is (it may be left out where one alone is named), and from which entry on."""

    to: Word = ""
    since: Count = 0


class ChoiceSent(Sent):
    """Which version holds: mine, theirs, or mine with those columns of theirs (`release` is one too)."""

    choice: Literal["mine", "theirs", "merged"]
    columns: tuple[Word, ...] = ()


@operations.read("/coalitions/{slug:slug}/packs")
def packs(request: Asking, slug: Slug) -> PacksPage:
    """Show the packs that came and went, the keys, and what waits for a decision."""
    return queries.packs(request.asker, slug)


@operations.make("/coalitions/{slug:slug}/packs", consumes="*/*")
def import_pack(request: Asking, slug: Slug, name: FileName) -> Made:
    """Bring a pack in (its bytes are the body, `name` is the file's): it is checked whole, and begun.

    Nothing is written of one that is damaged, or that no key has signed which is named for its partner. Let it go on
    until it is done; a pack that came before is found again.
    """
    begun = pack_uploads.take_in(
        file=BytesIO(request.body), name=name, coalition=slug, by=request.asker, clock=timezone.now
    )
    return Made(begun.pack, f"{request.path}/{begun.pack}")


@operations.read("/coalitions/{slug:slug}/packs/{int:number}")
def pack(request: Asking, slug: Slug, number: Number) -> PackPage:
    """Show a pack: how far it is, what became of its records, and what of it waits for one's decision."""
    return queries.pack(request.asker, slug, number)


@operations.change("/coalitions/{slug:slug}/packs/{int:number}/steps", method="POST")
def go_on_pack(request: Asking, slug: Slug, number: Number) -> PackRow:
    """Take over more of a pack's records, for a second or two: again until all are done."""
    queries.pack(request.asker, slug, number)
    until = time.monotonic() + _AT_ONCE
    for _step in pack_uploads.go_on(pack=number, coalition=slug, by=request.asker, clock=timezone.now):
        if time.monotonic() > until:
            break
    return queries.pack(request.asker, slug, number).pack


@operations.change("/coalitions/{slug:slug}/packs/exports", method="POST", produces=(BYTES,))
def export_pack(request: Asking, slug: Slug, body: ExportSent) -> FileResponse:
    """Write a pack of all that is one's partner's own, signed, and sealed for the register that it is for."""
    made = pack_exports.export(coalition=slug, to=body.to, since=body.since, by=request.asker, clock=timezone.now)
    return FileResponse(made.file, as_attachment=True, filename=made.name, content_type=BYTES)


@operations.read(_HELD, edition=lambda page: page.edition)
def held(request: Asking, slug: Slug, number: Number) -> HeldPage:
    """Show both versions of a record that a pack brought and that waits for a decision."""
    one = _mine(request, slug, number)
    return HeldPage(
        held=one.held,
        noun=one.noun,
        record=one.record,
        origin=one.origin,
        number=one.number,
        edition=one.edition,
        mine=_said(one.mine),
        theirs=_said(one.theirs),
        mine_released=one.mine_released,
        theirs_released=one.theirs_released,
        differences=tuple(HeldDifference(each.column, each.before, each.after) for each in one.differences),
        why=one.why,
        may_decide=one.may_decide,
    )


@operations.change(f"{_HELD}/decision")
def decide_held(request: Asking, slug: Slug, number: Number, body: ChoiceSent, seen: Seen) -> None:
    """Say which version of a record holds; the other register learns of it with the next pack."""
    one = _mine(request, slug, number)
    if edition(seen) != one.edition:
        raise Stale("the record was changed meanwhile", where=f"held {number}", expected="another look at both")
    by, at = request.asker, request.at
    if body.choice != "merged":
        pack_decisions.decide(held=number, choice=body.choice, seen=one.edition, by=by, at=at)
        return
    if one.mine is None or one.theirs is None:
        raise Conflict("there are no two versions of it", where="choice", expected="mine or theirs")
    differ = {each.column for each in one.differences}
    if strange := sorted(set(body.columns) - differ):
        raise Conflict(f"{strange[0]!r} does not differ", where="columns", expected=", ".join(sorted(differ)))
    taken = {name: getattr(one.theirs, name) for name in body.columns if name != "release"}
    pack_decisions.merge(
        held=number,
        content=replace(one.mine, **taken),
        release_of="theirs" if "release" in body.columns else "mine",
        seen=one.edition,
        by=by,
        at=at,
    )


def _mine(request: Asking, slug: str, number: int) -> Both:
    one = both(request.asker, slug, number)
    if not one.may_decide:
        raise NotAllowed("it is its partner's own", where=f"held {number}", expected="its focal point")
    return one


def _said(content: Any) -> dict[str, Any] | None:
    return None if content is None else asdict(content)
