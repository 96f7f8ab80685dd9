"""Whom a release reaches: partners and roles, not people, so that anybody who releases may know it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, TypeAlias

from django.apps import apps

from concerted.register.access import Role
from concerted.register.asker import out
from concerted.register.models import Coalition, LineOfEffort, Owned, Party, Reach, Release, WorkingGroupSeat
from concerted.register.policy import right
from concerted.register.validity import holding, today
from concerted.terms.errors import NotFound

# A partner by its code (``party KEN``), the leads of a line (``line lead 2``) or a role.
Reader: TypeAlias = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Wanted:
    """A release as it is asked for: ``parties`` are the codes of named partners, ``line`` that of a working group."""

    reach: str
    parties: frozenset[str] = frozenset()
    line: int | None = None

    @classmethod
    def of(cls, release: Release) -> Wanted:
        """Describe a release that is there."""
        named = release.parties.all() if release.kind == Reach.NAMED else ()
        return cls(release.kind, frozenset(one.code for one in named), release.line.number if release.line else None)


class Audiences:
    """The readers of every release, as a coalition's parties, lines and seats in working groups are."""

    def __init__(self, parties: Iterable[str], lines: Iterable[int], seats: Iterable[tuple[int, str]]) -> None:
        self._parties, self._lines = frozenset(parties), frozenset(lines)
        self._seats: dict[int | None, set[str]] = defaultdict(set)
        for number, code in seats:
            self._seats[number].add(code)

    @classmethod
    def within(cls, coalition: Coalition) -> Audiences:
        """Load the parties that are in a coalition today, its lines and today's seats."""
        parties = Party.objects.filter(coalition=coalition).exclude(pk__in=out())
        seats = WorkingGroupSeat.objects.filter(holding(today()), party__in=parties, coalition=coalition)
        return cls(
            parties.values_list("code", flat=True),
            LineOfEffort.objects.filter(coalition=coalition).values_list("number", flat=True),
            seats.values_list("line__number", "party__code"),
        )

    def of(self, wanted: Wanted, owner: str | None) -> frozenset[Reader]:
        """Give the readers of a record that ``owner`` (a code; None: the coalition) releases so."""
        own: set[Reader] = {("party", owner) if owner else ("role", Role.SECRETARIAT.value)}
        if wanted.reach == Reach.NAMED:
            return frozenset(own | _parties(wanted.parties))
        if wanted.reach == Reach.WORKING_GROUP:
            return frozenset(own | _parties(self._seats[wanted.line]) | {("line lead", str(wanted.line))})
        if wanted.reach == Reach.OWNER:
            return frozenset(own)
        roles = [Role.SECRETARIAT, Role.AUDITOR]
        if wanted.reach == Reach.PUBLIC:
            roles += [Role.OBSERVER, Role.PUBLIC]
        elif owner is None:
            roles.append(Role.OBSERVER)
        leads = {("line lead", str(number)) for number in self._lines}
        return frozenset(own | _parties(self._parties) | leads | {("role", role.value) for role in roles})


def _parties(codes: Iterable[str]) -> set[Reader]:
    return {("party", code) for code in codes}


def record_model(noun: str) -> type[Owned]:
    """Give the model of a record with an owner and a release by its noun, such as ``commitment``; raises NotFound."""
    for model in _records():
        if model._meta.model_name == noun:
            return model
    raise NotFound(f"no record is a {noun!r}", where="release", expected="a statement, commitment, meeting or the like")


def models_of_findings() -> list[Any]:
    """List the models of the records that come from a statement's findings."""
    return [model for model in _records() if getattr(right(model).rows, "within", "") == "finding"]


def _records() -> list[type[Owned]]:
    return [model for model in apps.get_app_config("register").get_models() if issubclass(model, Owned)]
