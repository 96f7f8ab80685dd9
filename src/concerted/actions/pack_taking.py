"""Take a record of a pack over into the partner's own rows, or hold it for a person; part of the action that calls."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from concerted.actions import releases, searching
from concerted.actions.kept import KEPT
from concerted.ledger.packs.change import Change, Released
from concerted.register.audience import Wanted
from concerted.register.models import Carried, Held, Pack, Party, Reach, Release, User
from concerted.register.packing.known import Known, held_of
from concerted.register.packing.plain import released
from concerted.register.packing.weighing import Fate, Weighed

# Decisions that no person made: a newer pack brought the record again, or brought it as it is here.
REPLACED, SETTLED = "replaced", "settled"


@dataclass(slots=True)
class Taking:
    """Records of one pack that are written as ``by``, who keeps the party's own rows."""

    pack: Pack
    by: User
    at: datetime
    known: Known = field(init=False)
    _private: Release = field(init=False)

    def __post_init__(self) -> None:
        self.known = Known(self.party, self.other)
        self._private = releases.give(self.pack.coalition, Wanted(Reach.OWNER), owner=self.party)

    @property
    def party(self) -> Party:
        """The party whose records they are."""
        return self.pack.party

    @property
    def other(self) -> str:
        """The register that they come from."""
        return self.pack.other

    def take(self, weighed: Weighed) -> None:
        """Do what becomes of a record; raises ConcertedError where it cannot be here, with nothing done."""
        change = weighed.change
        if weighed.fate in (Fate.CONFLICT, Fate.REFUSED):
            self.hold(weighed, weighed.why)
            return
        if weighed.news:
            record = self.apply(weighed)
            self.settle(change, SETTLED)
            if record is not None:
                self.know(change, record, change.state)

    def apply(self, weighed: Weighed) -> int | None:
        """Let the row say what the pack says; gives its number, None for what is withdrawn and never was here."""
        change, row = weighed.change, weighed.row
        keeping = KEPT[change.noun]
        if weighed.fate is Fate.UNCHANGED:
            return row.pk if row is not None else None
        if weighed.fate is Fate.WITHDRAWN:
            keeping.withdraw(number=row.pk, seen=row.edition, by=self.by, at=self.at)
            return int(row.pk)
        given = change.release or Released(Reach.OWNER)
        if row is None:
            plainly = given.kind if given.kind in (Reach.OWNER, Reach.COALITION, Reach.PUBLIC) else Reach.OWNER
            slug = self.pack.coalition.slug
            number = keeping.add(coalition=slug, content=weighed.content, by=self.by, at=self.at, reach=plainly)
            self._release(change, number, Released(plainly), given)
            return number
        self.write(row, weighed.content, given)
        return int(row.pk)

    def write(self, row: Any, content: Any, given: Released) -> None:
        """Let a row that is here, in force or not, say a content and be released so."""
        noun = next(one for one in KEPT.values() if one.noun.model is type(row))
        if not getattr(row, "in_force", True):
            row.in_force, row.edition = True, row.edition + 1
            row.save(update_fields=["in_force", "edition"])
            searching.index(row)
        noun.change(number=row.pk, content=content, seen=row.edition, by=self.by, at=self.at)
        self._release_row(row, given)

    def hold(self, weighed: Weighed, why: str) -> None:
        """Hold a record for a person; one that is held already as it is stays so."""
        change = weighed.change
        waiting = held_of(change, self.party, self.other) if self.known.is_held(change) else None
        if waiting is None or not waiting.filter(why=why, change=change.written()).exists():
            self.settle(change, REPLACED)
            Held.objects.create(
                coalition=self.pack.coalition,
                owner=self.party,
                release=self._private,
                pack=self.pack,
                noun=change.noun,
                origin=change.origin,
                number=change.number,
                record=weighed.row.pk if weighed.row is not None else None,
                change=change.written(),
                why=why,
            )
        if weighed.row is not None:
            self.know(change, weighed.row.pk, None)
        self.known.forget(change)

    def settle(self, change: Change, decision: str) -> None:
        """Close what is held of a record: nobody has to decide any more."""
        if self.known.is_held(change):
            held_of(change, self.party, self.other).update(decision=decision, at=self.at)

    def know(self, change: Change, record: int, state: str | None) -> None:
        """Note what the other register has of a record (None: a person has yet to look at it)."""
        one = self.known.carried(change) or Carried(
            coalition=self.pack.coalition,
            owner=self.party,
            release=self._private,
            other=self.other,
            noun=change.noun,
            origin=change.origin,
            number=change.number,
            state="",
        )
        one.record, one.edition = record, change.edition
        one.state = one.state if state is None else state
        one.save()
        self.known.learn(one)

    def _release_row(self, row: Any, given: Released) -> None:
        now = type(row).objects.select_related("release__line").get(pk=row.pk)
        self._give(row._meta.model_name, row.pk, released(now.release), given)

    def _release(self, change: Change, number: int, now: Released, given: Released) -> None:
        self._give(KEPT[change.noun].noun.model._meta.model_name, number, now, given)

    def _give(self, noun: str, number: int, now: Released, given: Released) -> None:
        if now != given:
            releases.release(
                noun=noun,
                record=number,
                reach=given.kind,
                parties=given.partners,
                line=given.line,
                by=self.by,
                at=self.at,
            )
