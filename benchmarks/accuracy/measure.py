"""Figures of one statement's record against its annotation, with every miss and every false find."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from benchmarks.accuracy.matching import body_of, in_order, overlap, pairs, quote_overlap, words_at

Record = dict[str, Any]

KINDS = ("commitment", "decision", "call", "endorsement", "concern", "finding")
# Facts that count as found by their words; participants count by party and role, instruments also by id.
QUOTED = ("instruments", "meetings", "deadlines", "sums", "people", "definitions", "quantities", "lines")
LEAST_SPAN, LEAST_QUOTE = 0.3, 0.5
# What is compared of acts, meetings and deadlines that were found; an aim where the annotation has one.
OF_ACTS = ("renews", "actors", "lines", "due", "aim")
OF_MEETINGS = ("start", "end", "host", "line", "status")
OF_DEADLINES = ("date", "days")
OF_STATEMENT = ("issued_on", "issued_between")


@dataclass(slots=True)
class Tally:
    """How many were right, how many the program found, how many the annotation has."""

    right: int = 0
    found: int = 0
    annotated: int = 0

    def __iadd__(self, other: Tally) -> Tally:
        """Add another statement's counts."""
        self.right += other.right
        self.found += other.found
        self.annotated += other.annotated
        return self

    @property
    def precision(self) -> float | None:
        """Right among found; None where nothing was found."""
        return self.right / self.found if self.found else None

    @property
    def recall(self) -> float | None:
        """Right among annotated; None where nothing is annotated."""
        return self.right / self.annotated if self.annotated else None

    @property
    def f1(self) -> float | None:
        """Their harmonic mean; None where there is nothing to find and nothing was found."""
        return 2 * self.right / (self.found + self.annotated) if self.found + self.annotated else None


@dataclass(slots=True)
class Figures:
    """Tallies by fact, attributes of found facts that agree, and a line for each miss or false find."""

    tallies: dict[str, Tally] = field(default_factory=dict)
    agree: Counter[str] = field(default_factory=Counter)
    compared: Counter[str] = field(default_factory=Counter)
    lines: list[str] = field(default_factory=list)

    def add(self, other: Figures) -> None:
        """Add another statement's figures, so that the sum is the micro average."""
        for name, tally in other.tallies.items():
            self.tallies.setdefault(name, Tally())
            self.tallies[name] += tally
        self.agree += other.agree
        self.compared += other.compared

    def compare(self, name: str, annotated: object, found: object) -> None:
        """Compare one attribute of a fact; lists as sets, a missing key as nothing."""
        same = _plain(annotated) == _plain(found)
        self.compared[name] += 1
        self.agree[name] += same
        if not same:
            self.lines.append(f"{name}: {_said(annotated)} annotated, {_said(found)} found")


def measure(text: str, annotated: Record, found: Record) -> Figures:
    """Measure one record. Acts match by their words' places, whatever their kind."""
    figures = Figures()
    _acts(text, annotated.get("acts", []), found.get("acts", []), figures)
    for roles in ("participants", "title_participants"):
        mine, yours = (
            {(p["party"], p.get("role", "issuer")) for p in record.get(roles, [])} for record in (annotated, found)
        )
        _sets(roles, mine, yours, figures)
    for name in QUOTED:
        _facts(name, annotated.get(name, []), found.get(name, []), figures)
    mine, yours = ({each["id"] for each in record.get("instruments", [])} for record in (annotated, found))
    _sets("instrument ids", mine, yours, figures)
    for name in OF_STATEMENT:
        figures.compare(name, annotated.get(name), found.get(name))
    return figures


def same_acts(text: str, annotated: list[Record], found: list[Record]) -> list[tuple[int, int]]:
    """Pair acts that share at least 0.3 of their words, whatever their kind."""
    body = body_of(text)
    mine, yours = (words_at(body, _own_places(body, acts)) for acts in (annotated, found))
    return pairs(mine, yours, overlap, LEAST_SPAN)


def same_facts(annotated: list[Record], found: list[Record]) -> list[tuple[int, int]]:
    """Pair facts whose quotes share at least half of their words."""
    return pairs(annotated, found, _alike, LEAST_QUOTE)


def _acts(text: str, annotated: list[Record], found: list[Record], figures: Figures) -> None:
    matched = same_acts(text, annotated, found)
    figures.tallies["acts: span"] = Tally(len(matched), len(found), len(annotated))
    alike = [(i, j) for i, j in matched if annotated[i]["kind"] == found[j]["kind"]]
    figures.tallies["acts: span and kind"] = Tally(len(alike), len(found), len(annotated))
    for kind in KINDS:
        figures.tallies[f"acts: {kind}"] = Tally(
            sum(annotated[i]["kind"] == kind for i, _ in alike),
            sum(act["kind"] == kind for act in found),
            sum(act["kind"] == kind for act in annotated),
        )
    # Where no act of a text names a line of effort there is nothing to agree on.
    names_lines = any(act.get("lines") for act in (*annotated, *found))
    for i, j in matched:
        here, there = annotated[i], found[j]
        if here["kind"] != there["kind"]:
            figures.lines.append(f"act is {here['kind']}, found as {there['kind']}: {_cut(here['text'])}")
        for name in OF_ACTS:
            if name == "due":
                close = quote_overlap(here.get("due") or "", there.get("due") or "") >= LEAST_QUOTE
                figures.compare("act's due", here.get("due"), here.get("due") if close else there.get("due"))
            elif (name != "lines" or names_lines) and (name != "aim" or "aim" in here):
                figures.compare(f"act's {name}", here.get(name), there.get(name))
    _targets([(annotated[i], found[j]) for i, j in alike], figures)
    _report("act", annotated, found, matched, lambda act: f"{act['kind']}: {_cut(act['text'])}", figures)


def _targets(alike: list[tuple[Record, Record]], figures: Figures) -> None:
    """Count the targets of commitments that were found, and those that share at least half of their words."""
    tally = Tally()
    for here, there in alike:
        if "targets" in here:
            # People write their words alone, the program also their places.
            mine, yours = (
                [one["quote"] if isinstance(one, dict) else one for one in act.get("targets", [])]
                for act in (here, there)
            )
            tally += Tally(len(pairs(mine, yours, quote_overlap, LEAST_QUOTE)), len(yours), len(mine))
            if len(mine) != len(yours):
                figures.lines.append(f"act's targets: {len(mine)} annotated, {len(yours)} found: {_cut(here['text'])}")
    figures.tallies["targets"] = tally


def _own_places(text: str, acts: list[Record]) -> list[tuple[int, int] | None]:
    """Take the places that a record gives; a record without places is looked up in the text."""
    if all("passage" in act for act in acts):
        return [(act["passage"]["start"], act["passage"]["end"]) for act in acts]
    return in_order(text, [act["text"] for act in acts])


def _facts(name: str, annotated: list[Record], found: list[Record], figures: Figures) -> None:
    matched = same_facts(annotated, found)
    figures.tallies[name] = Tally(len(matched), len(found), len(annotated))
    attributes = {"meetings": OF_MEETINGS, "deadlines": OF_DEADLINES}.get(name, ())
    for i, j in matched:
        for attribute in attributes:
            figures.compare(f"{name[:-1]}'s {attribute}", annotated[i].get(attribute), found[j].get(attribute))
    _report(name[:-1], annotated, found, matched, lambda fact: _cut(" | ".join(_quotes(fact))), figures)


def _sets(name: str, annotated: set[Any], found: set[Any], figures: Figures) -> None:
    figures.tallies[name] = Tally(len(annotated & found), len(found), len(annotated))
    for sign, only in (("missed", annotated - found), ("false", found - annotated)):
        if only:
            figures.lines.append(f"{name} {sign}: {', '.join(sorted(map(_said, only)))}")


def _report(
    name: str,
    annotated: list[Record],
    found: list[Record],
    matched: Iterable[tuple[int, int]],
    words: Callable[[Record], str],
    figures: Figures,
) -> None:
    here, there = {i for i, _ in matched}, {j for _, j in matched}
    figures.lines += [f"{name} missed: {words(fact)}" for i, fact in enumerate(annotated) if i not in here]
    figures.lines += [f"{name} false: {words(fact)}" for j, fact in enumerate(found) if j not in there]


def _quotes(fact: Record) -> list[str]:
    return fact["quotes"] if "quotes" in fact else [fact["quote"]]


def _alike(here: Record, there: Record) -> float:
    return max((quote_overlap(a, b) for a in _quotes(here) for b in _quotes(there)), default=0.0)


def _plain(value: object) -> object:
    # A window that is open at both ends bounds nothing.
    if value == [None, None]:
        return None
    return sorted(map(str, value)) if isinstance(value, list) else value


def _said(value: object) -> str:
    if value is None:
        return "nothing"
    return " ".join(map(str, value)) if isinstance(value, (list, tuple)) else str(value)


def _cut(words: str) -> str:
    plain = " ".join(words.split())
    return plain if len(plain) <= 150 else plain[:147] + "..."
