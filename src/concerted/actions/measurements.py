"""Measurements: the values of benchmarks by period."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Q

from concerted.actions import keeping, ledger
from concerted.actions.keeping import Keeping
from concerted.register.models import Benchmark, Measurement, Reach, User
from concerted.register.nouns.measurement import MEASUREMENT, Content
from concerted.terms.errors import Conflict

# Whoever keeps records reads what is released so.
OPEN = (Reach.COALITION, Reach.PUBLIC)


@ledger.action("measurement.add")
def add(*, coalition: str, content: Content, by: User, at: datetime, reach: str = Reach.OWNER) -> int:
    """Enter a value that the party measured for which the person speaks, or the coalition; gives its number.

    Raises as ``keeping.enter``, or Conflict for a period that its owner has measured already.
    """
    return keeping.enter(KEEPING, coalition=coalition, content=content, by=by, reach=reach)


@ledger.action("measurement.change")
def change(*, number: int, content: Content, seen: int, by: User, at: datetime) -> None:
    """Change what a measurement says; ``seen`` is the edition that the person saw. Raises as ``keeping.alter``."""
    keeping.alter(KEEPING, number, content=content, seen=seen, by=by)


@ledger.action("measurement.withdraw")
def withdraw(*, number: int, seen: int, by: User, at: datetime) -> None:
    """Take a measurement back. Raises as ``keeping.take_back``."""
    keeping.take_back(KEEPING, number, seen=seen, by=by)


def _checked(content: Content) -> Content:
    keeping.forward(content, "first", "last")
    return content


def _fill(one: Measurement, content: Content) -> None:
    open_to_all = Q(owner=one.owner) | Q(release__kind__in=OPEN)
    found = Benchmark.objects.filter(open_to_all, coalition=one.coalition, pk=content.benchmark, in_force=True).first()
    if found is None:
        raise Conflict(
            f"no benchmark {content.benchmark}", where="benchmark", expected="its owner's, or one for the coalition"
        )
    same = Measurement.objects.filter(benchmark=found, owner=one.owner, in_force=True).exclude(pk=one.pk)
    if same.filter(first=content.first, last=content.last).exists():
        raise Conflict("the period is measured already", where="first", expected="another period, or a change of it")
    one.benchmark, one.first, one.last = found, content.first, content.last
    one.value, one.source = content.value, content.source


KEEPING = Keeping(MEASUREMENT, _checked, _fill, add, change, withdraw)
