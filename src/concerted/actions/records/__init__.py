"""An accepted finding becomes a record; a finding no longer accepted takes its record out of force."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from concerted.actions.records import acts, citations, meetings, participations
from concerted.formats.record import fact_of
from concerted.reading import facts
from concerted.register.models import Fact, Finding

# The facts that ask for a person's decision, and what each is read back as.
REVIEWABLE: dict[str, type] = {
    Fact.PARTICIPANT: facts.Participant,
    Fact.DEFINITION: facts.Definition,
    Fact.PERSON: facts.Person,
    Fact.LINE: facts.Line,
    Fact.INSTRUMENT: facts.Instrument,
    Fact.MEETING: facts.Meeting,
    Fact.ACT: facts.Act,
    Fact.DEADLINE: facts.Deadline,
    Fact.SUM: facts.Sum,
    Fact.QUANTITY: facts.Quantity,
    Fact.CHECK: facts.Check,
}
_ENTER: dict[str, Callable[[Finding, Any], None]] = {
    Fact.PARTICIPANT: participations.enter_participant,
    Fact.LINE: participations.enter_line,
    Fact.INSTRUMENT: citations.enter,
    Fact.MEETING: meetings.enter_meeting,
    Fact.DEADLINE: meetings.enter_deadline,
    Fact.ACT: acts.enter,
}


def enter(finding: Finding, data: dict[str, Any]) -> None:
    """Make, or bring back into force, the record of a finding from its accepted form.

    Facts that need no record of their own (people, definitions, sums, acts that neither promise
    nor ask) stand in the register as accepted findings.
    """
    fact: Any = fact_of(REVIEWABLE[finding.fact], data, finding.statement.text, where=f"finding {finding.pk}")
    if finding.fact in _ENTER:
        _ENTER[finding.fact](finding, fact)


def withdraw(finding: Finding) -> None:
    """Take whatever a finding has become out of force."""
    if finding.fact == Fact.ACT:
        acts.withdraw(finding)
    elif finding.fact == Fact.PARTICIPANT:
        participations.withdraw_participant(finding)
    elif finding.fact == Fact.LINE:
        participations.withdraw_line(finding)
    elif finding.fact == Fact.INSTRUMENT:
        citations.withdraw(finding)
    elif finding.fact == Fact.MEETING:
        meetings.withdraw_meeting(finding)
    elif finding.fact == Fact.DEADLINE:
        meetings.withdraw_deadline(finding)
