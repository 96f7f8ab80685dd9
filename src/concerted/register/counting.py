"""What published totals count: contributions of a day, those of earlier publications, and what readers know of them."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any, TypeAlias

from concerted.disclosure import Key, Part, Table, crossed
from concerted.register.models import (
    Coalition,
    Contribution,
    ContributionStage,
    Entry,
    LineOfEffort,
    Publication,
    PublicationBasis,
    Reach,
)
from concerted.register.models.scope import Person
from concerted.register.states import state
from concerted.register.vault import decrypted, encrypted

# A contribution as it was once: its number, the party's, what it counts to and its amount.
Once: TypeAlias = tuple[int, int, Key, Decimal]
PURPOSE = "published totals"
# What an owner keeps to fewer than the coalition is in no total.
COUNTED = (Reach.COALITION, Reach.PUBLIC)


@dataclass(frozen=True, slots=True)
class Counted:
    """A contribution as it counts to a total; ``is_coalitions`` tells the coalition's own record of it."""

    once: Once
    is_coalitions: bool
    is_public: bool

    @property
    def party(self) -> int:
        """Give the number of the party whose contribution it is."""
        return self.once[1]

    @property
    def key(self) -> Key:
        """Give the line's number ("" for none) and the kind."""
        return self.once[2]

    def written(self) -> dict[str, Any]:
        """Write it as a publication keeps it."""
        row, party, key, amount = self.once
        kept = {"row": row, "party": party, "key": list(key), "amount": str(amount)}
        return kept | {"own": self.is_coalitions, "public": self.is_public}

    @classmethod
    def read(cls, kept: dict[str, Any]) -> Counted:
        """Read it as it is kept."""
        once = (kept["row"], kept["party"], tuple(kept["key"]), Decimal(kept["amount"]))
        return cls(once, kept["own"], kept["public"])


@dataclass(frozen=True, slots=True)
class Earlier:
    """An earlier publication: what it counted, and the figures that its readers got."""

    publication: Publication
    counted: tuple[Counted, ...]
    shown: frozenset[Key]


@dataclass(frozen=True, slots=True)
class Count:
    """What there is to count in one currency now, what was published of it, and all that was ever public."""

    now: tuple[Counted, ...]
    earlier: tuple[Earlier, ...]
    once_public: frozenset[Once]

    def table(self, counted: Iterable[Counted], *, for_observers: bool) -> Table:
        """Split what was counted into what readers know by now and what is withheld from them.

        Observers know the coalition's own records, too. What was ever published as nothing stays in the table.
        """
        cells: dict[Key, dict[str, Part]] = {each.key: {} for one in self.earlier for each in one.counted}
        for one in counted:
            parts = cells.setdefault(one.key, {})
            before, amount = parts.get(str(one.party), Part()), one.once[3]
            known = one.once in self.once_public or (for_observers and one.is_coalitions)
            parts[str(one.party)] = (
                replace(before, known=before.known + amount)
                if known
                else replace(before, withheld=before.withheld + amount)
            )
        return crossed(cells)

    def partners(self) -> dict[Key, int]:
        """Tell how many parties stand behind each figure."""
        behind: defaultdict[Key, set[int]] = defaultdict(set)
        for one in self.now:
            line, kind = one.key
            for key in ((line, kind), (line, None), (None, kind), (None, None)):
                behind[key].add(one.party)
        return {key: len(parties) for key, parties in behind.items()}

    @property
    def digest(self) -> str:
        """Tell whether two counts are of the same; what was published in between makes them differ."""
        said = (sorted(map(repr, self.now)), sorted(map(repr, self.once_public)))
        return hashlib.sha256(repr((said, [one.publication.pk for one in self.earlier])).encode()).hexdigest()

    def widened(self, rows: frozenset[Once]) -> Count:
        """Suppose that contributions are released to the public."""
        return replace(self, once_public=self.once_public | rows)


def count(user: Person, coalition: Coalition, currency: str) -> Count:
    """Count what the person sees of what is released to the coalition or wider, and recall what was published.

    Whoever reads what partners release to the coalition sees all that counts.
    """
    lines = dict(LineOfEffort.objects.filter(coalition=coalition).values_list("pk", "number"))
    rows = Contribution.objects.visible_to(user).filter(
        coalition=coalition, currency=currency, amount__gt=0, release__kind__in=COUNTED
    )
    rows = rows.exclude(stage=ContributionStage.WITHDRAWN)
    now = tuple(
        Counted(
            (one.pk, one.party_id, _key(lines, one.line_id, one.kind), _cents(one.amount)),
            one.owner_id is None,
            one.release.kind == Reach.PUBLIC,
        )
        for one in rows.select_related("release").order_by("pk")
    )
    bases = PublicationBasis.objects.visible_to(user).filter(coalition=coalition, publication__currency=currency)
    earlier = tuple(
        Earlier(one.publication, _read(one.cells), shown(one.publication))
        for one in bases.select_related("publication__release").order_by("publication")
    )
    public = {one.once for one in (*now, *(each for past in earlier for each in past.counted)) if one.is_public}
    return Count(now, earlier, frozenset(public | _once_public(user, coalition, currency, lines)))


def kept(counted: Iterable[Counted]) -> str:
    """Write what was counted as a publication keeps it."""
    return encrypted(json.dumps([one.written() for one in counted]), purpose=PURPOSE)


def _read(cells: str) -> tuple[Counted, ...]:
    return tuple(map(Counted.read, json.loads(decrypted(cells, purpose=PURPOSE))))


def currencies(user: Person, coalition: Coalition) -> tuple[str, ...]:
    """List the currencies in which there is something to count."""
    rows = Contribution.objects.visible_to(user).filter(coalition=coalition, release__kind__in=COUNTED)
    return tuple(sorted(set(rows.exclude(currency="").values_list("currency", flat=True))))


def shown(publication: Publication) -> frozenset[Key]:
    """Give the figures of a publication that its readers got."""
    return frozenset(tuple(one["key"]) for one in publication.figures if one["total"] is not None)


def once(one: Contribution) -> Once:
    """Give a contribution of an amount as it is now."""
    lines = {one.line.pk: one.line.number} if one.line else {}
    return (one.pk, one.party_id, _key(lines, one.line_id, one.kind), _cents(one.amount))


def _once_public(user: Person, coalition: Coalition, currency: str, lines: dict[int, int]) -> set[Once]:
    """Find in the ledger what a contribution said while it was public."""
    entries = Entry.objects.visible_to(user).filter(
        coalition=coalition, noun=Contribution._meta.model_name, release__kind=Reach.PUBLIC
    )
    found = [state(Contribution, after) for after in entries.exclude(after=None).values_list("after", flat=True)]
    return {
        (one["id"], one["party_id"], _key(lines, one["line_id"], one["kind"]), _cents(one["amount"]))
        for one in found
        if one.get("currency") == currency and one["amount"] is not None
    }


def _key(lines: dict[int, int], line: int | None, kind: str) -> Key:
    return (str(lines[line]) if line is not None else "", kind)


def _cents(amount: Decimal | None) -> Decimal:
    """Write an amount as the register does, however an engine wrote it."""
    return Decimal(amount or 0).quantize(Decimal("0.01"))
