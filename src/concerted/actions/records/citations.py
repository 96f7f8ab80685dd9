"""Accepted instruments: the text once, each citation with its statement."""

from __future__ import annotations

from concerted.actions import searching
from concerted.reading import facts
from concerted.register.models import Citation, Finding, Instrument


def enter(finding: Finding, fact: facts.Instrument) -> None:
    """Enter a citation, and the instrument where it is new; what is known of it is filled in, never replaced."""
    coalition = finding.statement.coalition
    instrument, _new = Instrument.objects.get_or_create(
        coalition=coalition,
        key=fact.id[:300],
        defaults={"title": fact.title[:500], "release": finding.statement.release},
    )
    instrument.date = instrument.date or fact.date
    instrument.body = instrument.body or (fact.body or "")[:300]
    instrument.save()
    searching.index(instrument)
    fields = {
        "coalition": coalition,
        "in_force": True,
        "instrument": instrument,
        "relation": (fact.relation or "")[:100],
    }
    Citation.objects.update_or_create(
        finding=finding, defaults=fields, create_defaults=fields | {"release": finding.statement.release}
    )


def withdraw(finding: Finding) -> None:
    """Take a citation out of force; an instrument that nothing cites any more is no longer found."""
    for citation in Citation.objects.filter(finding=finding).select_related("instrument"):
        citation.in_force = False
        citation.save()
        instrument = citation.instrument
        if not instrument.said_by and not instrument.citations.filter(in_force=True).exists():
            searching.forget(instrument)
