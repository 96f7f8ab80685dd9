"""Change how far a record is released: its owner alone does."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import F

from concerted.actions import ledger
from concerted.actions.records import naming
from concerted.register.access import Permission
from concerted.register.audience import Audiences, Wanted, models_of_findings, record_model
from concerted.register.models import (
    Citation,
    Coalition,
    Instrument,
    Party,
    Reach,
    Release,
    SearchEntry,
    Statement,
    User,
)
from concerted.terms.errors import Conflict, NotAllowed, NotFound, Stale

_LONGEST_KEY = 1000


@dataclass(frozen=True, slots=True)
class Rereleased:
    """What became of a release: whether somebody no longer sees the record, and how many others changed with it."""

    narrowed: bool
    others: int


@ledger.action("record.release")
def release(
    *,
    noun: str,
    record: int,
    reach: str,
    by: User,
    at: datetime,
    parties: Collection[str] = (),
    line: int | None = None,
    with_records: bool = False,
    seen: int | None = None,
) -> Rereleased:
    """Release a record to its owner, named partners (codes), a line's working group, the coalition or the public.

    Narrowing a statement narrows what comes from it, so that none stays wider; widening it widens, ``with_records``,
    those that were released as it was. ``seen`` is the edition that the person saw. Raises NotFound, NotAllowed for
    who is not the owner's, Conflict for a release that cannot be or a record that changed meanwhile.
    """
    model: Any = record_model(noun)
    one = model.objects.visible_to(by).select_related("coalition").filter(pk=record).first()
    if one is None:
        raise NotFound(f"no such {noun}", where=f"{noun} {record}", expected="one that you see")
    part = ledger.require(by, one.coalition, Permission.RECORD_RELEASE)
    one = model.objects.select_related("coalition", "owner", "release__line").get(pk=record)
    if not part.keeps(one):
        raise NotAllowed("it is another's", where=f"{noun} {record}", expected="a record that you keep")
    if seen is not None and seen != one.edition:
        raise Stale("it was changed meanwhile", where=f"{noun} {record}", expected=f"edition {one.edition}")
    audiences = Audiences.within(one.coalition)
    new = give(one.coalition, Wanted(reach, frozenset(parties), line), owner=one.owner)
    statement = one if isinstance(one, Statement) else _statement(one)
    if new == one.release:
        return Rereleased(False, 0)
    before, after = (audiences.of(Wanted.of(each), _code(one)) for each in (one.release, new))
    if statement is not one and statement is not None:
        limit = audiences.of(Wanted.of(statement.release), _code(statement))
        if not after - {("party", _code(one))} <= limit and not after <= before:
            raise Conflict(
                "its statement is released to fewer", where="reach", expected="at most the release of its statement"
            )
    _move(model, [one.pk], one.coalition, new)
    others = 0
    if isinstance(one, Statement):
        if with_records:
            others += _widen(one, new)
        others += _narrow(one, new, audiences)
    return Rereleased(not before <= after, others)


def give(coalition: Coalition, wanted: Wanted, *, owner: Party | None) -> Release:
    """Give the release that is wanted, made when it is first asked for; part of the action that calls it."""
    if wanted.reach not in Reach.values:
        raise Conflict(f"{wanted.reach!r} is no release", where="reach", expected=", ".join(Reach.values))
    if wanted.reach == Reach.WORKING_GROUP:
        if wanted.line is None:
            raise Conflict("a working group without a line", where="line", expected="the number of a line of effort")
        return naming.release(coalition, Reach.WORKING_GROUP, naming.line(coalition, wanted.line))
    if wanted.reach != Reach.NAMED:
        return naming.release(coalition, Reach(wanted.reach))
    codes = sorted(wanted.parties - {owner.code if owner else ""})
    named = list(Party.objects.filter(coalition=coalition, code__in=codes))
    if not named or len(named) != len(codes):
        raise Conflict("not all of them are its partners", where="parties", expected="at least one partner by code")
    key = f"{Reach.NAMED} by {owner.code if owner else 'the coalition'}: {' '.join(codes)}"
    if len(key) > _LONGEST_KEY:
        key = f"{Reach.NAMED} by {owner.code if owner else 'the coalition'}: {hashlib.sha256(key.encode()).hexdigest()}"
    found, new = Release.objects.get_or_create(
        coalition=coalition, key=key, defaults={"kind": Reach.NAMED, "owner": owner}
    )
    if new:
        found.parties.set(named)
    return found


def _code(one: Any) -> str | None:
    return one.owner.code if one.owner else None


def _statement(one: Any) -> Statement | None:
    finding = getattr(one, "finding", None)
    return finding.statement if finding else None


def _move(model: Any, pks: list[int], coalition: Coalition, new: Release) -> None:
    """Release records anew, and with them what a search finds of them."""
    model.objects.filter(pk__in=pks).update(release=new, edition=F("edition") + 1)
    SearchEntry.objects.filter(
        coalition=coalition, noun=model._meta.model_name, key__in=[str(pk) for pk in pks]
    ).update(release=new)


def _widen(statement: Statement, new: Release) -> int:
    """Release what was released as the statement was, and belongs to its owner, as the statement is now."""
    count = 0
    for model in models_of_findings():
        pks = list(
            model.objects.filter(
                finding__statement=statement, owner=statement.owner, release=statement.release
            ).values_list("pk", flat=True)
        )
        _move(model, pks, statement.coalition, new)
        count += len(pks)
    return count


def _narrow(statement: Statement, new: Release, audiences: Audiences) -> int:
    """Let no record that comes from the statement be released to anybody to whom it is not.

    A text that is cited nowhere else, and that the coalition's own file does not name, goes with it.
    """
    cited = Citation.objects.filter(finding__statement=statement)
    elsewhere = Citation.objects.filter(in_force=True).exclude(finding__statement=statement)
    texts = Instrument.objects.filter(pk__in=cited.values("instrument"), said_by="").exclude(
        pk__in=elsewhere.values("instrument")
    )
    count = 0
    limit = Wanted.of(new)
    parts = [(model, model.objects.filter(finding__statement=statement)) for model in models_of_findings()]
    for model, rows in [*parts, (Instrument, texts)]:
        moved: dict[Release, list[int]] = defaultdict(list)
        for one in rows.select_related("owner", "release__line"):
            less = _less(Wanted.of(one.release), limit, _code(one), _code(statement), audiences)
            if less is not None:
                moved[give(statement.coalition, less, owner=one.owner)].append(one.pk)
        for narrower, pks in moved.items():
            _move(model, pks, statement.coalition, narrower)
            count += len(pks)
    return count


def _less(wanted: Wanted, limit: Wanted, owner: str | None, of: str | None, audiences: Audiences) -> Wanted | None:
    """Give what of a record's release is left under its statement's; None where that is all of it."""
    held, most = audiences.of(wanted, owner), audiences.of(limit, of)
    if held - {("party", owner)} <= most:
        return None
    if owner == of and most <= held:
        return limit
    both = wanted.parties & limit.parties
    return Wanted(Reach.NAMED, both) if both - {owner} else Wanted(Reach.OWNER)
