"""A finding as a note beside its paragraph: what it says in a few words, and in full."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from concerted.register.rows.findings import FindingRow
from concerted.web.names import party_called, party_name
from concerted.web.words import figure, full_day, listed, mark_names, word

# The fields of each fact that a note shows, in this order, with their names.
FIELDS: dict[str, dict[str, Promise]] = {
    "act": {
        "candidates": gettext_lazy("Who, one of these"),
        "addressees": gettext_lazy("To"),
        "due": gettext_lazy("Due"),
        "instruments": gettext_lazy("Rests on"),
        "sums": gettext_lazy("Money"),
        "quantities": gettext_lazy("Counts"),
        "renews": gettext_lazy("Renews"),
        "targets": gettext_lazy("Targets"),
        "aim": gettext_lazy("Aim"),
        "marks": gettext_lazy("Names"),
        "missing": gettext_lazy("Does not name"),
        "note": gettext_lazy("Remark"),
    },
    "participant": {
        "role": gettext_lazy("Role"),
        "party": gettext_lazy("Party"),
        "note": gettext_lazy("Reservation"),
    },
    "instrument": {
        "title": gettext_lazy("Title"),
        "date": gettext_lazy("Day"),
        "body": gettext_lazy("Body"),
        "relation": gettext_lazy("Relation"),
    },
    "meeting": {
        "status": gettext_lazy("Status"),
        "start": gettext_lazy("First day"),
        "end": gettext_lazy("Last day"),
        "place": gettext_lazy("Place"),
        "host": gettext_lazy("Host"),
        "line": gettext_lazy("Line of effort"),
        "series": gettext_lazy("Series"),
        "attendance": gettext_lazy("Attendance"),
        "note": gettext_lazy("Remark"),
    },
    "deadline": {
        "date": gettext_lazy("Day"),
        "date_if_given": gettext_lazy("Day, if the statement’s day is as given"),
        "days": gettext_lazy("Days"),
        "months": gettext_lazy("Months"),
        "worked_out_from": gettext_lazy("Worked out from"),
    },
    "sum": {
        "qualifier": gettext_lazy("Qualifier"),
        "value": gettext_lazy("Amount"),
        "currency": gettext_lazy("Currency"),
        "what_for": gettext_lazy("What for"),
    },
    "quantity": {
        "qualifier": gettext_lazy("Qualifier"),
        "value": gettext_lazy("Count"),
        "unit": gettext_lazy("Unit"),
    },
    "person": {"office": gettext_lazy("Office"), "party": gettext_lazy("Party")},
    "definition": {"stands_for": gettext_lazy("Stands for")},
    "check": {"claimed": gettext_lazy("Claimed"), "found": gettext_lazy("Found"), "holds": gettext_lazy("Holds")},
}

_HEADLINES = {
    "act": "verb",
    "participant": "name",
    "instrument": "id",
    "meeting": "name",
    "deadline": "quote",
    "sum": "quote",
    "quantity": "quote",
    "person": "name",
    "definition": "term",
    "check": "claim",
    "line": "title",
    "passed_over": "reason",
}

_PAGES = {
    "commitment": "commitment",
    "instrument": "instrument",
    "meeting": "meeting",
    "participation": "partner",
    "line": "line",
}


@dataclass(frozen=True, slots=True)
class Note:
    """A note: ``headline`` names the finding, ``brief`` says the most needed, ``facts`` all its fields.

    ``number`` counts the acts of a statement, or the facts of one sort.
    """

    finding: FindingRow
    number: int
    headline: str
    brief: str
    facts: tuple[tuple[str, str], ...]
    record_href: str | None


def note(finding: FindingRow, number: int, others: Sequence[FindingRow], slug: str) -> Note:
    """Write a finding's note; ``others`` are all findings of its statement, which an act points into by place."""
    facts = tuple(
        (str(name), value)
        for field, name in FIELDS.get(finding.fact, {}).items()
        if (value := _value(finding, field, others))
    )
    headline = finding.data.get(_HEADLINES.get(finding.fact, "quote")) or finding.quote
    if finding.fact == "passed_over":
        headline = word(headline)
    return Note(finding, number, str(headline), _brief(finding, others), facts, _record(finding, slug))


def _brief(finding: FindingRow, others: Sequence[FindingRow]) -> str:
    parts: list[str] = []
    if finding.fact == "act":
        parts.append(_who(finding))
        parts += [_value(finding, field, others) for field in ("due", "instruments", "sums")]
        if finding.lines:
            parts.append(_("line %(numbers)s") % {"numbers": listed(str(line.number) for line in finding.lines)})
        if finding.data.get("renews"):
            parts.append(_("renews"))
        parts.append(_value(finding, "aim", others))
    elif finding.fact == "participant":
        parts.append(word(finding.data.get("role", "")))
    elif finding.fact in ("instrument", "meeting"):
        parts += [_value(finding, field, others) for field in ("date", "start", "place")]
    elif finding.fact == "deadline":
        parts.append(_value(finding, "date", others) or _value(finding, "date_if_given", others))
    elif finding.fact == "sum":
        amount = (finding.data.get(field) for field in ("qualifier", "currency"))
        value = figure(Decimal(str(finding.data.get("value", 0))))
        parts.append(" ".join([*(str(part) for part in amount if part), value]))
    elif finding.fact == "person":
        parts.append(str(finding.data.get("office") or ""))
    elif finding.fact == "check":
        parts.append(_("%(found)s found") % {"found": finding.data.get("found")})
    return " · ".join(part for part in parts if part)


def _who(finding: FindingRow) -> str:
    if finding.by_issuers:
        return _("all issuers")
    return listed(party_name(actor) for actor in finding.actors) or _("an issuer left open")


def _value(finding: FindingRow, field: str, others: Sequence[FindingRow]) -> str:
    value: Any = finding.data.get(field)
    if field in ("instruments", "sums", "quantities") and finding.fact == "act":
        return listed(_named(others, field.removesuffix("s").replace("quantitie", "quantity"), value or ()))
    if field in ("marks", "missing"):
        return mark_names(value or ())
    if field == "targets":
        return _targets(value or ())
    if value is None or (value is False and finding.fact == "act"):
        return ""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, (list, tuple)):
        return listed(_said(field, part) for part in value)
    return _said(field, value)


def _targets(targets: Sequence[Mapping[str, Any]]) -> str:
    """Write targets one after the other, each with its number; nothing where there is but one."""
    if len(targets) < 2:
        return ""
    return " ".join(f"({number}) {' '.join(one['quote'].split())}" for number, one in enumerate(targets, 1))


def _said(field: str, value: object) -> str:
    """Say one value as people do: days in full, parties by their names, the register's terms in their language."""
    text = str(value)
    if field in ("role", "status", "relation", "series", "aim", "note"):
        return word(text)
    if field in ("party", "addressees", "host", "body", "candidates"):
        return party_called(text)
    if field in ("date", "date_if_given", "start", "end") and re.fullmatch(r"\d{4}-\d\d-\d\d", text):
        return full_day(date.fromisoformat(text))
    return text


def _named(others: Sequence[FindingRow], fact: str, places: Sequence[int]) -> list[str]:
    of_fact: list[Mapping[str, Any]] = [other.proposal for other in others if other.fact == fact]
    key = _HEADLINES[fact]
    return [str(of_fact[place].get(key)) for place in places if place < len(of_fact)]


def _record(finding: FindingRow, slug: str) -> str | None:
    if finding.record is None or finding.record.noun not in _PAGES:
        return None
    return reverse(f"web:{_PAGES[finding.record.noun]}", args=[slug, finding.record.key])
