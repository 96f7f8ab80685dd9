"""Accepted acts: promises and calls become records; what a named party does for a line is a contribution."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import Any

from concerted.actions import searching
from concerted.actions.records import naming
from concerted.actions.stages import told
from concerted.convening.clock import Days, Term
from concerted.reading import facts
from concerted.register.models import Call, Commitment, Contribution, Fact, Finding, LineOfEffort
from concerted.register.places import place, with_anchors
from concerted.terms.shelf import load, vocabulary


def enter(finding: Finding, fact: facts.Act) -> None:
    """Enter an act as what its kind makes of it; a correction may have made it another kind."""
    if fact.kind is facts.Kind.COMMITMENT:
        _enter_commitment(finding, fact)
    elif fact.kind is facts.Kind.CALL:
        _enter_call(finding, fact)
    _enter_contributions(finding, fact)


def withdraw(finding: Finding) -> None:
    """Take whatever the act has become out of force."""
    finding.contributions.update(in_force=False)
    for commitment in Commitment.objects.filter(finding=finding):
        Commitment.objects.filter(pk=commitment.pk).update(in_force=False)
        searching.forget(commitment)
    for call in Call.objects.filter(finding=finding):
        Call.objects.filter(pk=call.pk).update(in_force=False)
        searching.forget(call)


def _enter_commitment(finding: Finding, fact: facts.Act) -> None:
    start, end = fact.passage.start, fact.passage.end
    # A correction may have moved the act's words: targets outside them are no longer its own.
    targets = [one for one in fact.targets if start <= one.start and one.end <= end] or [fact.passage]
    own = {
        "renews": fact.renews,
        "aim": fact.aim.value if fact.aim else "",
        "targets": [[one.start - start, one.end - start] for one in targets],
        "marks": [mark.value for mark in fact.marks],
    }
    fields = _fields(finding, fact) | own
    commitment, _new = Commitment.objects.update_or_create(
        finding=finding, defaults=fields, create_defaults=fields | {"release": finding.statement.release}
    )
    _relate(commitment, finding, fact)
    searching.index(commitment)


def _enter_call(finding: Finding, fact: facts.Act) -> None:
    fields = _fields(finding, fact)
    call, _new = Call.objects.update_or_create(
        finding=finding, defaults=fields, create_defaults=fields | {"release": finding.statement.release}
    )
    _relate(call, finding, fact)
    call.addressees.set(naming.named(call.coalition, fact.addressees))
    searching.index(call)


def _fields(finding: Finding, fact: facts.Act) -> dict[str, Any]:
    return {
        "coalition": finding.statement.coalition,
        "in_force": True,
        "text": fact.passage.quote,
        "verb": fact.verb[:300],
        "by_issuers": facts.ISSUERS in fact.actors,
        "due_words": fact.due.quote if fact.due else "",
        "due_on": _due_on(finding, fact),
    }


def _relate(act: Commitment | Call, finding: Finding, fact: facts.Act) -> None:
    act.actors.set(naming.named(act.coalition, fact.actors))
    act.lines.set(LineOfEffort.objects.filter(coalition=act.coalition, number__in=fact.lines))


def _due_on(finding: Finding, fact: facts.Act) -> date | None:
    """Work out the day from the deadline that the act's own words of time hold, if the reading has one there."""
    if fact.due is None:
        return None
    statement = finding.statement
    read = with_anchors(statement.findings.filter(fact=Fact.DEADLINE).order_by("ordinal"))
    places = (found for one in read if (found := place(one, None)) and found.stands)
    data = next((one.proposal for one in places if one.start < fact.due.end and one.end > fact.due.start), None)
    if data is None:
        return None
    stated = data.get("date") or data.get("date_if_given")
    if stated:
        return date.fromisoformat(stated)
    if statement.issued_on is None:
        return None
    return Term(days=data.get("days"), months=data.get("months")).ends(Days.on(statement.issued_on)).day


def _enter_contributions(finding: Finding, fact: facts.Act) -> None:
    """A promise or report of a named party that speaks of giving is a contribution, to each line that it names."""
    finding.contributions.all().delete()
    if fact.kind not in (facts.Kind.COMMITMENT, facts.Kind.FINDING):
        return
    kind = "funds" if fact.sums else given(fact.passage.quote)
    if kind is None:
        return
    coalition = finding.statement.coalition
    lines: list[LineOfEffort | None] = list(LineOfEffort.objects.filter(coalition=coalition, number__in=fact.lines))
    for party in naming.named(coalition, fact.actors):
        for line in lines or [None]:
            Contribution.objects.create(
                coalition=coalition,
                finding=finding,
                release=finding.statement.release,
                party=party,
                line=line,
                kind=kind,
                summary=fact.passage.quote,
                **told(fact.verb, finding.statement),
            )


def given(text: str) -> str | None:
    """Tell what kind of contribution the words speak of; None where they speak of none, or of several."""
    kinds = [kind for kind, pattern in _words().items() if pattern.search(text)]
    return kinds[0] if len(kinds) == 1 else None


@cache
def _words() -> dict[str, re.Pattern[str]]:
    stems: dict[str, list[str]] = load(vocabulary("contributions"))
    return {kind: re.compile(rf"\b(?:{'|'.join(words)})", re.IGNORECASE) for kind, words in stems.items()}
