"""How many commitments are counted, beside what the researchers of compliance have counted.

They count a commitment for each target: "to A, to B and to C" is three. The G20 and G7 Research Groups (University of
Toronto) publish their counts; ours is of targets over all commitments read, specific or not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from concerted.reading.facts import Aim, Kind, Reading

# Their counts of texts that lie beside the project: G7 Research Group, 2024.
PUBLISHED = {"wh-2024-06-14-g7-apulia-communique": 469}
_SUMMIT = re.compile(r"g7|g20|summit|leaders|communique|declaration")


@dataclass(frozen=True, slots=True)
class Count:
    """Commitments of a text: acts, their targets, and the targets of acts that are specific."""

    acts: int
    targets: int
    specific: int


def is_communique(name: str) -> bool:
    """Tell by a file's name whether a text comes from a summit."""
    return _SUMMIT.search(name) is not None


def count(reading: Reading) -> Count:
    """Count commitments; one whose targets were not told apart counts once."""
    promises = [act for act in reading.acts if act.kind is Kind.COMMITMENT]
    return Count(
        len(promises),
        sum(max(len(act.targets), 1) for act in promises),
        sum(max(len(act.targets), 1) for act in promises if act.aim is Aim.SPECIFIC),
    )


def report(counted: Iterable[tuple[str, Count, int | None]]) -> None:
    """Print the counts of texts by name, beside the published ones where there are any."""
    print("\nCOMMITMENTS COUNTED: one for each target, as researchers of compliance do")
    print(f"    {'':<48}{'acts':>6}{'targets':>9}{'specific':>10}{'published':>11}{'ours/theirs':>13}")
    for name, one, published in counted:
        beside = f"{published:>11}{one.targets / published:>13.2f}" if published else ""
        print(f"    {name:<48}{one.acts:>6}{one.targets:>9}{one.specific:>10}{beside}")
