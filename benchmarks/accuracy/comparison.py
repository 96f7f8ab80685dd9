"""What is read now against the last kept run, statement by statement."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from benchmarks.accuracy.annotations import Annotation, Record, record_of, sha256
from benchmarks.accuracy.last_run import placed
from benchmarks.accuracy.measure import QUOTED
from benchmarks.accuracy.verdicts import FACTS, verdicts

CHANGED = "the text is another one"


@dataclass(slots=True)
class Change:
    """What differs in one statement: gains and losses where people have annotated it, else what came, went and turned.

    Each is a line for a person, beginning with the fact it is about.
    """

    gains: list[str] = field(default_factory=list)
    losses: list[str] = field(default_factory=list)
    others: list[str] = field(default_factory=list)

    def __bool__(self) -> bool:
        """Tell whether anything differs."""
        return bool(self.gains or self.losses or self.others)


def compare(text: str, before: Annotation, record: Record, annotated: Record | None) -> Change:
    """Compare what was read in a text with what is read now."""
    if before["sha256"] != sha256(text):
        return Change(others=[CHANGED])
    # Both go through the same form, so that nothing but reading can differ.
    old, new = (_full(record_of(one, text)) for one in (before, placed(record, text)))
    return _plain(old, new) if annotated is None else _judged(text, old, new, annotated)


def _full(record: Record) -> Record:
    return {name: record.get(name, []) for name in FACTS}


def _judged(text: str, old: Record, new: Record, annotated: Record) -> Change:
    change = Change()
    was, now = (verdicts(text, annotated, record) for record in (old, new))
    for name in FACTS:
        facts = annotated.get(name, [])
        for fact, then, today in zip(facts, was[name].annotated, now[name].annotated, strict=True):
            if today and not then:
                change.gains.append(f"{name}, found: {said(fact)}")
            elif then and not today:
                change.losses.append(f"{name}, missed: {said(fact)}")
        false_then, false_now = (
            [said(fact) for fact, right in zip(record[name], verdict[name].found, strict=True) if not right]
            for record, verdict in ((old, was), (new, now))
        )
        change.gains += [f"{name}, no longer false: {words}" for words in _less(false_then, false_now)]
        change.losses += [f"{name}, false: {words}" for words in _less(false_now, false_then)]
    return change


def _plain(old: Record, new: Record) -> Change:
    change = Change()
    was, now = ({_place(act): act for act in record["acts"]} for record in (old, new))
    for place, act in now.items():
        if place not in was:
            change.others.append(f"acts, appeared: {said(act)}")
        elif was[place]["kind"] != act["kind"]:
            change.others.append(f"acts, changed kind: from {was[place]['kind']} to {said(act)}")
    change.others += [f"acts, vanished: {said(act)}" for place, act in was.items() if place not in now]
    for name in ("participants", *QUOTED):
        then, today = ([said(fact) for fact in record[name]] for record in (old, new))
        change.others += [f"{name}, appeared: {words}" for words in _less(today, then)]
        change.others += [f"{name}, vanished: {words}" for words in _less(then, today)]
    return change


def _place(act: Record) -> tuple[int, int]:
    return act["passage"]["start"], act["passage"]["end"]


def _less(some: list[str], others: list[str]) -> list[str]:
    """Give what some hold more often than others."""
    return list((Counter(some) - Counter(others)).elements())


def said(fact: Record) -> str:
    """Say a fact in a line: an act's kind and words, a participant's party and role, else its words."""
    if "text" in fact:
        words = f"{fact['kind']}: {fact['text']}"
    elif "role" in fact:
        words = f"{fact['party']} {fact['role']}"
    else:
        words = " | ".join(fact.get("quotes", [fact.get("quote", "")]))
    plain = " ".join(words.split())
    return plain if len(plain) <= 150 else plain[:147] + "..."


def summary(change: Change) -> str:
    """Count what differs, for one line."""
    if change.others == [CHANGED]:
        return CHANGED
    counts = Counter(line.split(":")[0] for line in change.others)
    parts = [f"{len(change.gains)} gained, {len(change.losses)} lost"] if change.gains or change.losses else []
    return "; ".join([*parts, *(f"{what} {count}" for what, count in counts.items())])
