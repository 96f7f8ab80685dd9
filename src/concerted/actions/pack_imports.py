"""Import a pack in steps, each of which is whole: the partner's own records are written as its courier.

Whoever imports stands in the ledger; what the records say reaches nobody whom their release does not reach.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice

from django.db import DataError, IntegrityError, transaction

from concerted.actions import ledger, releases
from concerted.actions.pack_taking import Taking
from concerted.actions.records import naming
from concerted.ledger.packs.change import Change
from concerted.register.access import Permission
from concerted.register.asker import remembering
from concerted.register.audience import Wanted
from concerted.register.models import Coalition, Pack, PackFile, Party, Reach, User
from concerted.register.packing.opening import Opened
from concerted.register.packing.weighing import Fate, weigh
from concerted.register.session import speaking
from concerted.terms.errors import ConcertedError, NotAllowed, NotFound

STEP = 200


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a pack is: so many of its records are done, and what became of them; the rest was as it is here."""

    pack: int
    records: int
    done: int
    added: int = 0
    changed: int = 0
    withdrawn: int = 0
    held: int = 0


@ledger.action("pack.import")
def begin(*, opened: Opened, by: User, at: datetime, keep: bytes | None = None) -> Progress:
    """Begin an import, or find one that was begun before; ``keep`` is the file where nobody keeps it meanwhile.

    Raises NotAllowed.
    """
    home, party = opened.part.coalition, opened.party
    _allowed(by, home, party)
    head = opened.looked.head
    one, _new = Pack.objects.get_or_create(
        coalition=home,
        sha256=opened.looked.sha256,
        outward=False,
        defaults={
            "release": releases.give(home, Wanted(Reach.NAMED, frozenset({party.code})), owner=None),
            "party": party,
            "other": head.sender,
            "made_at": opened.made_at,
            "entries": head.entries,
            "records": opened.looked.records,
            "by": by,
            "at": at,
        },
    )
    if keep is not None and one.done < one.records:
        PackFile.objects.get_or_create(pack=one, defaults={"data": keep})
    return _progress(one)


def steps(opened: Opened, done: Progress, *, by: User, clock: Callable[[], datetime]) -> Iterator[Progress]:
    """Take the rest of a pack over step by step, and say after each how far it is. Raises as ``step``."""
    records = opened.changes(after=done.done)
    while done.done < done.records:
        before = done.done
        some = list(islice(records, STEP))
        done = step(opened=opened, pack=done.pack, changes=some, after=before, by=by, at=clock())
        yield done
        if done.done != before + len(some):
            # Another program takes the same pack over.
            records = opened.changes(after=done.done)


@ledger.action("pack.import")
def step(*, opened: Opened, pack: int, changes: Sequence[Change], after: int, by: User, at: datetime) -> Progress:
    """Take the records of a pack over that follow the first ``after``, and count them as done, both or neither.

    Where another program has done them meanwhile, nothing is done. Raises NotFound, NotAllowed, UnreadablePack.
    """
    one = Pack.objects.visible_to(by).filter(pk=pack).select_related("coalition", "party").first()
    if one is None:
        raise NotFound("no such pack", where=f"pack {pack}", expected="one that you may see")
    _allowed(by, one.coalition, one.party)
    one.refresh_from_db()
    if one.done != after:
        return _progress(one)
    # Who the courier is stays the same for all of them.
    with speaking(opened.courier), remembering(), ledger.same_parts(), naming.remembering():
        taking = Taking(one, opened.courier, at)
        taking.known.fetch(changes)
        for number, change in enumerate(changes, after + 1):
            fate = _take(taking, change, opened.place(number))
            if counter := _COUNTERS.get(fate):
                setattr(one, counter, getattr(one, counter) + 1)
    one.done += len(changes)
    one.save(update_fields=["done", *sorted(set(_COUNTERS.values()))])
    if one.done == one.records:
        PackFile.objects.filter(pack=one).delete()
    return _progress(one)


_COUNTERS = {
    Fate.ADDED: "added",
    Fate.CHANGED: "changed",
    Fate.WITHDRAWN: "withdrawn",
    Fate.CONFLICT: "held",
    Fate.REFUSED: "held",
}


def _take(taking: Taking, change: Change, where: str) -> Fate:
    weighed = weigh(change, known=taking.known, where=where)
    try:
        with transaction.atomic():
            taking.take(weighed)
        return weighed.fate
    except ConcertedError as error:
        why = str(error)
    # What no check of ours has thought of, the database still refuses.
    except (IntegrityError, DataError) as error:
        why = str(error).splitlines()[0]
    taking.known.forget(change)
    taking.hold(weighed, why)
    return Fate.REFUSED


def _allowed(by: User, home: Coalition, party: Party) -> None:
    part = ledger.require(by, home, Permission.PACK_IMPORT)
    if part.code not in (None, party.code):
        raise NotAllowed(
            f"it is a pack of {party.code}", where=home.slug, expected="the secretariat or that partner's focal point"
        )


def _progress(one: Pack) -> Progress:
    return Progress(one.pk, one.records, one.done, one.added, one.changed, one.withdrawn, one.held)
