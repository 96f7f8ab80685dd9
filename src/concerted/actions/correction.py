"""A finding in the form that a person has corrected, checked against the text and the fact's own type."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from concerted.actions.records import REVIEWABLE
from concerted.formats.record import fact_of, words_of, written
from concerted.reading.facts import ISSUERS
from concerted.register.models import Finding, LineOfEffort, Party
from concerted.register.places import place
from concerted.terms.errors import ConcertedError
from concerted.terms.parties import is_party
from concerted.terms.passage import Passage

# What the machine knows of its own reading is not a person's to correct.
_OWN = {"confidence", "sums", "quantities", "instruments", "deadlines"}
# The least and the most that a register holds as a count; a length of time is a century at most.
_BOUNDS = {"number": (1, 999), "days": (1, 36_525), "months": (1, 1_200)}
_PLACES = {"passage", "due_passage", "lead_in", "note_passage"}


class BadCorrection(ConcertedError):
    """A correction does not fit the fact or the text."""


def corrected_form(finding: Finding, changes: Mapping[str, Any]) -> dict[str, Any]:
    """Put changes over a proposal; raises BadCorrection with the field that is wrong and what was expected."""
    kind = REVIEWABLE[finding.fact]
    found = place(finding, None)
    proposal = found.proposal if found else finding.proposal
    data = dict(proposal)
    words = set(words_of(kind).values())
    # A proposal of an earlier edition lacks fields that facts have got since.
    allowed = (set(data) | {field.name for field in fields(kind)}) - _OWN - words
    for field, value in changes.items():
        if field not in allowed:
            raise BadCorrection("no such field", where=field, expected=", ".join(sorted(allowed)))
        data[field] = _passage(finding, field, value) if field in _PLACES and value is not None else value
    _check_names(finding, data)
    try:
        fact: Any = fact_of(kind, data, finding.statement.text, where=finding.fact)
    except ConcertedError as error:
        raise BadCorrection(error.what, where=error.where, expected="a value of the field's own kind") from error
    form = written(fact)
    _check_bounds(form)
    if form == proposal:
        raise BadCorrection("nothing is corrected", where=finding.fact, expected="a change, or accept it as it is")
    return form


def _check_bounds(form: Mapping[str, Any]) -> None:
    """Refuse counts that no register holds, and a last day before the first one."""
    for field, (least, most) in _BOUNDS.items():
        value = form.get(field)
        if value is not None and not least <= value <= most:
            raise BadCorrection(f"{value} is out of range", where=field, expected=f"from {least} to {most}")
    start, end = form.get("start"), form.get("end")
    if start and end and end < start:
        raise BadCorrection(f"it ends on {end}, before it starts", where="end", expected=f"{start} or later")


def _passage(finding: Finding, field: str, value: Any) -> dict[str, Any]:
    """Cut the passage out of the text, so that a person gives its place alone."""
    try:
        passage = Passage.of(finding.statement.text, int(value["start"]), int(value["end"]))
    except (KeyError, TypeError, ValueError) as error:
        raise BadCorrection(
            "no place in the text",
            where=field,
            expected=f"a start before an end, both within {len(finding.statement.text)}",
        ) from error
    return {"start": passage.start, "end": passage.end, "quote": passage.quote}


def _check_names(finding: Finding, data: Mapping[str, Any]) -> None:
    """Let a correction name only parties of the vocabulary and lines of the coalition."""
    codes = [*_texts(data, "actors"), *_texts(data, "addressees"), *_texts(data, "host")]
    if finding.fact == "participant":
        codes.append(str(data.get("party")))
    own = set(
        Party.objects.filter(coalition=finding.statement.coalition, code__in=codes).values_list("code", flat=True)
    )
    for code in codes:
        if code != ISSUERS and not is_party(code) and code not in own:
            raise BadCorrection(f"no party {code!r}", where="party", expected="codes such as KWT or NATO")
    numbers = data.get("lines") or []
    if data.get("line") is not None:
        numbers = [*numbers, data["line"]]
    known = set(LineOfEffort.objects.filter(coalition=finding.statement.coalition).values_list("number", flat=True))
    if strange := [number for number in numbers if number not in known]:
        wanted = ", ".join(str(number) for number in sorted(known)) or "none, as the coalition has none"
        raise BadCorrection(f"no line of effort {strange[0]}", where="lines", expected=wanted)


def _texts(data: Mapping[str, Any], field: str) -> list[str]:
    value = data.get(field) or []
    if not isinstance(value, list | tuple):
        raise BadCorrection("no list", where=field, expected="a list of codes")
    return [str(one) for one in value]
