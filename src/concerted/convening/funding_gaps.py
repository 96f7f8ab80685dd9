"""How much of the money that is asked for nobody has pledged or delivered yet, by line of effort and currency.

Asked is what each requirement that stands names as its amount: one that is covered, too, as what covers it is counted
on the other side; one that is superseded or withdrawn asks for nothing. Pledged is money that a partner has bound
itself to and that is not there yet, delivered what is there. An offer binds nobody, and what nobody gave a stage is
taken for no more than an offer. A contribution with a last day before the first day on which any of the requirements
of its line and currency is needed pays for none of them; a requirement that does not say from when it is needed may
have been needed at any time, and then each contribution counts. Currencies are never mixed, nor converted.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TypeAlias

# What a requirement's status is while it asks for its amount, and what a contribution's stage tells of its amount.
STANDING = ("open", "partly covered", "covered")
PLEDGED = ("pledged", "committed", "under way")
DELIVERED = ("delivered",)
# The number of a line of effort (None: no line) and a currency (ISO 4217).
Key: TypeAlias = tuple[int | None, str]


@dataclass(frozen=True, slots=True)
class Asked:
    """The amount of a requirement that stands, by its number, needed from a day on (None: not said)."""

    line: int | None
    currency: str
    amount: Decimal
    number: int
    needed_from: date | None = None

    @property
    def key(self) -> Key:
        """Give what amounts are added up by."""
        return self.line, self.currency


@dataclass(frozen=True, slots=True)
class Given:
    """What contributions of money at one stage come to; less than nothing takes off what was over too early."""

    line: int | None
    currency: str
    stage: str
    amount: Decimal


@dataclass(frozen=True, slots=True)
class Gap:
    """What is asked in a currency for a line, what of it is pledged and delivered, and what is missing, if anything."""

    line: int | None
    currency: str
    asked: Decimal
    pledged: Decimal
    delivered: Decimal
    requirements: tuple[int, ...]

    @property
    def missing(self) -> Decimal:
        """Give what nobody has pledged or delivered; never less than nothing."""
        return max(self.asked - self.pledged - self.delivered, Decimal())


def first_days(asked: Iterable[Asked]) -> dict[Key, date]:
    """Give the first day on which anything is needed; of a line and currency where one does not say it, none."""
    days: defaultdict[Key, set[date | None]] = defaultdict(set)
    for one in asked:
        days[one.key].add(one.needed_from)
    return {key: min(day for day in found if day) for key, found in days.items() if None not in found}


def gaps(asked: Iterable[Asked], given: Iterable[Given]) -> tuple[Gap, ...]:
    """Set what is given against what is asked, by line, none first, then currency; also where nothing is missing.

    Of what is given, only what was not over before its first day is to be handed in, or taken off.
    """
    wanted: defaultdict[Key, list[Asked]] = defaultdict(list)
    for one in asked:
        wanted[one.key].append(one)
    sums: defaultdict[tuple[Key, str], Decimal] = defaultdict(Decimal)
    for each in given:
        sums[(each.line, each.currency), each.stage] += each.amount
    return tuple(
        Gap(
            line=key[0],
            currency=key[1],
            asked=sum((one.amount for one in wanted[key]), Decimal()),
            pledged=sum((sums[key, stage] for stage in PLEDGED), Decimal()),
            delivered=sum((sums[key, stage] for stage in DELIVERED), Decimal()),
            requirements=tuple(sorted(one.number for one in wanted[key])),
        )
        for key in sorted(wanted, key=_order)
    )


def _order(key: Key) -> tuple[bool, int, str]:
    line, currency = key
    return line is not None, line or 0, currency
