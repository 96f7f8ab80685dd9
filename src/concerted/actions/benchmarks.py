"""Benchmarks: figures on their way from a baseline to a target."""

from __future__ import annotations

from datetime import datetime

from concerted.actions import keeping, ledger
from concerted.actions.keeping import Keeping
from concerted.actions.records import naming
from concerted.register.models import Benchmark, Reach, User
from concerted.register.nouns.benchmark import BENCHMARK, Content
from concerted.terms.errors import Conflict


@ledger.action("benchmark.add")
def add(*, coalition: str, content: Content, by: User, at: datetime, reach: str = Reach.OWNER) -> int:
    """Enter a benchmark of the party that the person speaks for, or of the coalition; gives its number.

    Raises as ``keeping.enter``.
    """
    return keeping.enter(KEEPING, coalition=coalition, content=content, by=by, reach=reach)


@ledger.action("benchmark.change")
def change(*, number: int, content: Content, seen: int, by: User, at: datetime) -> None:
    """Change what a benchmark says; ``seen`` is the edition that the person saw. Raises as ``keeping.alter``."""
    keeping.alter(KEEPING, number, content=content, seen=seen, by=by)


@ledger.action("benchmark.withdraw")
def withdraw(*, number: int, seen: int, by: User, at: datetime) -> None:
    """Take a benchmark back; what was measured of it goes out of sight with it. Raises as ``keeping.take_back``."""
    keeping.take_back(KEEPING, number, seen=seen, by=by)


def _checked(content: Content) -> Content:
    for figure, day in (("baseline", "baseline_on"), ("target", "target_on")):
        if (getattr(content, figure) is None) != (getattr(content, day) is None):
            raise Conflict("one is without the other", where=day, expected=f"{figure} and its day, or neither")
    if content.baseline_on and content.target_on and content.target_on <= content.baseline_on:
        raise Conflict(
            f"the target is for {content.target_on}", where="target_on", expected=f"after {content.baseline_on}"
        )
    return content


def _fill(one: Benchmark, content: Content) -> None:
    about = keeping.giver(one, content.party) if one.owner or content.party else None
    line = naming.line(one.coalition, content.line) if content.line is not None else None
    for name, value in (BENCHMARK.values(content) | {"party": about, "line": line}).items():
        setattr(one, name, value)


KEEPING = Keeping(BENCHMARK, _checked, _fill, add, change, withdraw)
