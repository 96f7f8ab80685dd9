"""Another register, played by a key of its own: what it sends, and what it reads of what is sent to it."""

from __future__ import annotations

import io
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from concerted.actions import pack_imports, pack_keys
from concerted.actions.pack_imports import Progress
from concerted.ledger.keys import SigningKey, new_key
from concerted.ledger.packs.change import Change, Head, Released
from concerted.ledger.packs.reading import changes, look_over
from concerted.ledger.packs.writing import write
from concerted.register.models import User
from concerted.register.packing.names import own_key, own_name
from concerted.register.packing.opening import open_pack
from concerted.register.packing.sending import sending
from tests.standing import AT, SLUG, Register

RADIOS: dict[str, Any] = {
    "kind": "equipment",
    "line": 1,
    "party": "NOR",
    "quantity": "40",
    "source": "a letter",
    "summary": "Forty radios",
    "unit": "radios",
}


@dataclass(slots=True)
class Other:
    """A partner's own register far away."""

    key: SigningKey = field(default_factory=lambda: new_key("far-register"))

    def trusted(self, register: Register, partner: str = "NOR") -> Other:
        """Let the register's secretariat name its key."""
        pack_keys.trust(
            coalition=SLUG, partner=partner, key=str(self.key.verifier), by=register.people.secretariat, at=AT
        )
        return self

    def record(self, number: int, edition: int = 1, *, base: str | None = None, **said: Any) -> Change:
        """Say a record of its own; what is None is left out, and ``reach`` is how far it is released."""
        release = Released(said.pop("reach", "owner only"), said.pop("at_line", None), said.pop("partners", ()))
        content = {name: value for name, value in {**RADIOS, **said}.items() if value is not None}
        return Change(self.key.name, number, "contribution", edition, release, base, content)

    def gone(self, number: int, edition: int, *, base: str | None = None) -> Change:
        """Say that a record was withdrawn."""
        return Change(self.key.name, number, "contribution", edition, None, base)

    def pack(self, *records: Change, key: SigningKey | None = None, **more: Any) -> bytes:
        """Write a pack for this register."""
        known: dict[str, Any] = {
            "coalition": SLUG,
            "partner": "NOR",
            "sender": self.key.name,
            "receiver": own_name(),
            "at": AT.isoformat(),
            "by": "Nils",
            "entries": 10,
        }
        return b"".join(write(Head(**known | more), records, key=key or self.key, receiver=own_key().verifier))

    def read(self, register: Register, *, by: User | None = None, since: int = 0) -> list[Change]:
        """Read what the register sends it of Norway's records."""
        person = by or register.people.norway
        made = sending(person, SLUG, "NOR", at=AT, since=since)
        file = io.BytesIO(b"".join(made.lines(person)))
        looked = look_over(file, where="back")
        assert looked.signed_by([own_key().verifier])
        return list(changes(file, looked, own=self.key, sender=own_key().verifier, where="back"))


def take(register: Register, pack: bytes, *, by: User | None = None, steps: int = 2, at: datetime = AT) -> Progress:
    """Import a pack, two records at a step."""
    person = by or register.people.secretariat
    opened = open_pack(person, SLUG, io.BytesIO(pack), where="far.pack", day=at.date())
    done = pack_imports.begin(opened=opened, by=person, at=at)
    waiting = list(opened.changes(after=done.done))
    while waiting:
        some, waiting = waiting[:steps], waiting[steps:]
        done = pack_imports.step(opened=opened, pack=done.pack, changes=some, after=done.done, by=person, at=at)
    return done


def counts(done: Progress) -> tuple[int, int, int, int]:
    """Give how many records came, were changed, withdrawn and held."""
    return done.added, done.changed, done.withdrawn, done.held


def summaries(rows: Iterable[Any]) -> list[str]:
    """List what contributions are about."""
    return [one.summary for one in rows]
