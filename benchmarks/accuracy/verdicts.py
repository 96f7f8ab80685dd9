"""Which facts are right, one by one: found ones that people have annotated, annotated ones that were found."""

from __future__ import annotations

from dataclasses import dataclass

from benchmarks.accuracy.measure import QUOTED, Record, same_acts, same_facts

FACTS = ("acts", "participants", *QUOTED)


@dataclass(frozen=True, slots=True)
class Verdicts:
    """For each fact of a kind, in the order of its record, whether it is right."""

    found: list[bool]
    annotated: list[bool]


def verdicts(text: str, annotated: Record, found: Record) -> dict[str, Verdicts]:
    """Tell of each fact whether it is right, by kind of fact; an act is right in span and kind."""
    return {name: _verdicts(text, name, annotated.get(name, []), found.get(name, [])) for name in FACTS}


def _verdicts(text: str, name: str, annotated: list[Record], found: list[Record]) -> Verdicts:
    if name == "participants":
        mine, yours = ([(one["party"], one.get("role", "issuer")) for one in side] for side in (annotated, found))
        return Verdicts([one in mine for one in yours], [one in yours for one in mine])
    if name == "acts":
        matched = [(i, j) for i, j in same_acts(text, annotated, found) if annotated[i]["kind"] == found[j]["kind"]]
    else:
        matched = same_facts(annotated, found)
    here, there = {i for i, _ in matched}, {j for _, j in matched}
    return Verdicts([j in there for j in range(len(found))], [i in here for i in range(len(annotated))])
