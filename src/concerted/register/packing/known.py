"""What is here of the records that a pack brings: asked of the database for many of them together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from concerted.ledger.packs.change import Change
from concerted.register.models import Carried, Held, Party
from concerted.register.nouns import NOUNS, Noun
from concerted.register.packing.names import Key, Names


class Known:
    """What a party's records are here and what the other register has of them, within one transaction.

    ``fetch`` asks for some records together; whatever was not fetched is asked for when it is needed.
    """

    def __init__(self, party: Party, other: str) -> None:
        self.party, self.other, self.names = party, other, Names(party)
        self._carried: dict[Key, Carried | None] = {}
        self._rows: dict[tuple[str, int], Any] = {}
        self._held: dict[Key, bool] = {}

    def fetch(self, changes: Sequence[Change]) -> None:
        """Ask for some records of a pack together: four questions and one for each noun, however many they are."""
        keys = {_key(one) for one in changes}
        among = {
            "owner": self.party,
            "noun__in": {noun for noun, _origin, _number in keys},
            "origin__in": {origin for _noun, origin, _number in keys},
            "number__in": {number for _noun, _origin, number in keys},
        }
        came = [one for one in Carried.objects.filter(**among) if _key(one) in keys]
        self._carried = dict.fromkeys(keys) | {_key(one): one for one in came if one.other == self.other}
        self.names.fetch(keys, came)
        held = Held.objects.filter(pack__other=self.other, decision="", **among)
        waiting = set(held.values_list("noun", "origin", "number"))
        self._held = {key: key in waiting for key in keys}
        records: dict[str, set[int]] = defaultdict(set)
        for noun, origin, number in keys:
            if noun in NOUNS and (record := self.names.record(noun, origin, number)) is not None:
                records[noun].add(record)
        for noun, numbers in records.items():
            self._rows |= {(noun, one.pk): one for one in _rows(NOUNS[noun], self.party).filter(pk__in=numbers)}

    def carried(self, change: Change) -> Carried | None:
        """Give what is known of a record that has travelled between the two registers; None of one that has not."""
        key = _key(change)
        if key not in self._carried:
            own = Carried.objects.filter(owner=self.party, other=self.other)
            self._carried[key] = own.filter(noun=change.noun, origin=change.origin, number=change.number).first()
        return self._carried[key]

    def row(self, noun: Noun, record: int) -> Any:
        """Give the party's own row by its number, in force or not; None where there is none."""
        # Once: what is then done changes it.
        return self._rows.pop((noun.name, record), None) or row_of(noun, record, self.party)

    def is_held(self, change: Change) -> bool:
        """Tell whether a record waits for a person already."""
        key = _key(change)
        return self._held[key] if key in self._held else held_of(change, self.party, self.other).exists()

    def learn(self, one: Carried) -> None:
        """Take note of a record that has just come."""
        self._carried[_key(one)] = one
        self.names.learn(_key(one), one.record)

    def forget(self, change: Change) -> None:
        """Ask anew for a record: what was done with it was undone, or something is held of it now."""
        self._carried.pop(_key(change), None)
        self._held.pop(_key(change), None)


def row_of(noun: Noun, record: int, party: Party) -> Any:
    """Give a party's own row by its number, in force or not; None where there is none."""
    return _rows(noun, party).filter(pk=record).first()


def held_of(change: Change, party: Party, other: str) -> Any:
    """Give what waits for a person of a record, from all packs of the other register."""
    own = Held.objects.filter(owner=party, pack__other=other, decision="")
    return own.filter(noun=change.noun, origin=change.origin, number=change.number)


def _rows(noun: Noun, party: Party) -> Any:
    return noun.model.objects.filter(owner=party).select_related(*noun.related, "coalition", "owner", "release__line")


def _key(one: Change | Carried) -> Key:
    return one.noun, one.origin, one.number
