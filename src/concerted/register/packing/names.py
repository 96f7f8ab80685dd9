"""The name of this register in packs, and the names of its records there."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

from django.conf import settings

from concerted.ledger.keys import SigningKey
from concerted.register.models import Carried, Checkpoint, Party
from concerted.register.packing.shared import shared_name, shared_record
from concerted.register.place import LEDGER_KEY_VARIABLE, ledger_key
from concerted.terms.errors import NotFound

# A noun, the register where a record of it was entered, and its number there.
Key: TypeAlias = tuple[str, str, int]


def own_key() -> SigningKey:
    """Give the key that signs this register's packs, its ledger's; raises NotFound where there is none."""
    key = ledger_key(settings.LEDGER_KEY)
    if key is None:
        raise NotFound("the ledger has no key", where=LEDGER_KEY_VARIABLE, expected="`concerted init` to be run")
    return key


def own_name() -> str:
    """Give this register's name: its first key's, as the first checkpoint has it. It stays when the key changes."""
    first = Checkpoint.objects.order_by("size").values_list("note", flat=True).first()
    return first.split("\n", 1)[0] if first else own_key().name


class Names:
    """The names of a party's records, and the records of names; a name is asked of the database once."""

    def __init__(self, party: Party) -> None:
        self._party, self._own = party, own_name()
        self._named: dict[tuple[str, int], tuple[str, int]] = {}
        self._records: dict[Key, int | None] = {}

    def fetch(self, keys: Iterable[Key], came: Iterable[Carried]) -> None:
        """Take note of what has come here of some records, so that nothing need be asked of each."""
        self._records |= dict.fromkeys(keys)
        for one in came:
            self.learn((one.noun, one.origin, one.number), one.record)

    def learn(self, key: Key, record: int) -> None:
        """Take note of a record's number here."""
        noun, origin, number = key
        self._records[key] = record
        if origin != self._own:
            self._named[noun, record] = origin, number

    def of(self, noun: str, record: int) -> tuple[str, int]:
        """Give the register where a record was entered, and its number there; a shared name for the coalition's."""
        if (noun, record) not in self._named:
            came = Carried.objects.filter(owner=self._party, noun=noun, record=record).exclude(origin=self._own)
            found = came.values_list("origin", "number").first()
            self._named[noun, record] = found or shared_name(noun, record) or (self._own, record)
        return self._named[noun, record]

    def record(self, noun: str, origin: str, number: int) -> int | None:
        """Give a record's number here; None for one that has not come here."""
        if origin == self._own:
            return number
        if " " in origin:  # No register's name has one.
            return shared_record(self._party.coalition, noun, origin, number)
        if (noun, origin, number) in self._records:
            return self._records[noun, origin, number]
        found = Carried.objects.filter(owner=self._party, noun=noun, origin=origin, number=number)
        return found.values_list("record", flat=True).first()
