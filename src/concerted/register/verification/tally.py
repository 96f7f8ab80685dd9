"""What one check found over many rows: a line if all is well, else the first faults and how many more."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

from concerted.ledger.verification import Finding, Outcome

# Called now and then with what is being checked, how much is done, and of how much.
Progress: TypeAlias = Callable[[str, int, int], None]
_SHOWN = 10


def quiet(what: str, done: int, total: int) -> None:
    """Show no progress."""


@dataclass(slots=True)
class Tally:
    """The faults of a check: the first ones by themselves, the others counted."""

    name: str
    first: list[Finding] = field(default_factory=list)
    count: int = 0

    def fault(self, where: str, what: str, expected: str) -> None:
        """Note a fault."""
        self.count += 1
        if self.count <= _SHOWN:
            self.first.append(Finding(Outcome.FAILED, where, what, expected))

    def findings(self, well: str) -> Iterator[Finding]:
        """Give the faults, or ``well`` where there is none."""
        if not self.count:
            yield Finding(Outcome.OK, self.name, well)
        yield from self.first
        if self.count > _SHOWN:
            yield Finding(Outcome.FAILED, self.name, f"{self.count - _SHOWN} more faults of this kind", "none")
