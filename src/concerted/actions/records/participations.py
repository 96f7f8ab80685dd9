"""Accepted participants and lines of effort."""

from __future__ import annotations

from concerted.actions.records import naming
from concerted.reading import facts
from concerted.register.models import Finding, LineMention, LineOfEffort, Participation


def enter_participant(finding: Finding, fact: facts.Participant) -> None:
    """Enter a party's part in the statement."""
    coalition = finding.statement.coalition
    fields = {
        "coalition": coalition,
        "in_force": True,
        "statement": finding.statement,
        "party": naming.party(coalition, fact.party),
        "role": fact.role.value,
        "name": fact.name[:300],
        "note": fact.note or "",
    }
    Participation.objects.update_or_create(
        finding=finding, defaults=fields, create_defaults=fields | {"release": finding.statement.release}
    )


def withdraw_participant(finding: Finding) -> None:
    """Take the part out of force."""
    Participation.objects.filter(finding=finding).update(in_force=False)


def enter_line(finding: Finding, fact: facts.Line) -> None:
    """Enter that the statement sets a line of effort out; a line that the coalition lacks is made."""
    coalition = finding.statement.coalition
    line, _new = LineOfEffort.objects.get_or_create(
        coalition=coalition, number=fact.number, defaults={"title": fact.title[:300]}
    )
    fields = {"coalition": coalition, "in_force": True, "line": line, "title": fact.title[:300]}
    LineMention.objects.update_or_create(
        finding=finding, defaults=fields, create_defaults=fields | {"release": finding.statement.release}
    )


def withdraw_line(finding: Finding) -> None:
    """Take the mention out of force; the line itself stays, as other records may name it."""
    LineMention.objects.filter(finding=finding).update(in_force=False)
