"""Whether a confidence means what it says: of facts found with confidence 0.8, eight in ten should be right."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from benchmarks.accuracy.measure import KINDS, QUOTED
from benchmarks.accuracy.statements import Statement
from benchmarks.accuracy.verdicts import verdicts

BINS = 10


@dataclass(frozen=True, slots=True)
class Outcome:
    """One fact that was read in an annotated statement: how sure the reader was, and whether it is right.

    ``fact`` names the list of the record and of the reading (``acts``, ``participants`` ...), ``place`` counts in it,
    so that whoever fits confidences finds the evidence there; ``kind`` is an act's kind, else nothing.
    """

    statement: str
    fact: str
    place: int
    kind: str
    confidence: float
    right: bool


@dataclass(frozen=True, slots=True)
class Bin:
    """Facts of like confidence: how many, their mean confidence, the share that is right."""

    count: int
    confidence: float
    precision: float


def outcomes(statements: Iterable[Statement]) -> Iterator[Outcome]:
    """Give every fact found in annotated statements, in the order of the statements and records.

    An act is right if span and kind are, a participant if party and role are, another fact if its quote is. To fit
    confidences without fitting them to a statement, leave out the outcomes of one ``statement`` at a time.
    """
    for one in statements:
        if one.annotated is None:
            continue
        for fact, verdict in verdicts(one.document.text, one.annotated, one.found).items():
            for place, (each, right) in enumerate(zip(one.found.get(fact, []), verdict.found, strict=True)):
                kind = each["kind"] if fact == "acts" else ""
                yield Outcome(one.name, fact, place, kind, each["confidence"], right)


def bins(some: Sequence[Outcome]) -> list[Bin]:
    """Put outcomes into bins of equal width, 0 to 0.1 first; empty ones are left out, 1.0 is in the last one."""
    by_bin: dict[int, list[Outcome]] = defaultdict(list)
    for one in some:
        by_bin[min(int(one.confidence * BINS), BINS - 1)].append(one)
    return [
        Bin(len(each), sum(one.confidence for one in each) / len(each), sum(one.right for one in each) / len(each))
        for _, each in sorted(by_bin.items())
    ]


def calibration_error(some: Sequence[Outcome]) -> float:
    """Give the expected calibration error: how far confidence and precision lie apart, weighed by the bins' counts.

    Raises ZeroDivisionError where there are no outcomes.
    """
    return sum(abs(one.confidence - one.precision) * one.count for one in bins(some)) / len(some)


def grouped(some: Iterable[Outcome]) -> dict[str, list[Outcome]]:
    """Group outcomes for a table: all acts, acts by kind, all other facts, these by name."""
    names = ["acts", *(f"acts: {kind}" for kind in KINDS), "other facts", "participants", *QUOTED]
    groups: dict[str, list[Outcome]] = {name: [] for name in names}
    for one in some:
        groups["acts" if one.fact == "acts" else "other facts"].append(one)
        groups[f"acts: {one.kind}" if one.kind else one.fact].append(one)
    return {name: each for name, each in groups.items() if each}


def report(title: str, some: Sequence[Outcome]) -> None:
    """Print for every group its count, mean confidence, precision and calibration error, and its bins."""
    print(f"\nCALIBRATION, {title}: is of facts with a confidence that share right?")
    print(f"    {'':<22}{'count':>7}{'confidence':>12}{'precision':>11}{'error':>8}   confidence precision (count)")
    for name, each in grouped(some).items():
        confidence = sum(one.confidence for one in each) / len(each)
        precision = sum(one.right for one in each) / len(each)
        parts = ", ".join(f"{one.confidence:.2f} {one.precision:.2f} ({one.count})" for one in bins(each))
        figures = f"{len(each):>7}{confidence:>12.3f}{precision:>11.3f}{calibration_error(each):>8.3f}"
        print(f"    {name:<22}{figures}   {parts}")
