"""Forms that correct a finding: the fields of its fact, filled with what was read."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from concerted.register.rows.findings import FindingRow
from concerted.web.words import AIMS, KINDS, word

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

# Field of the record -> its name on the form, in the order in which it is asked.
FIELDS: dict[str, dict[str, _StrPromise]] = {
    "act": {
        "kind": _("Kind"),
        "verb": _("Operative verb"),
        "text": _("Words of the act"),
        "actors": _("Who (party codes, or “issuers”)"),
        "addressees": _("To (party codes)"),
        "lines": _("Lines of effort (numbers)"),
        "due": _("Due, in the words of the text"),
        "renews": _("Renews an earlier promise"),
        "aim": _("Aim, if it is a commitment"),
    },
    "participant": {
        "party": _("Party (code)"),
        "name": _("Name as written"),
        "role": _("Role"),
        "note": _("Reservation"),
    },
    "instrument": {
        "id": _("Number or short name"),
        "title": _("Title"),
        "date": _("Day (YYYY-MM-DD)"),
        "body": _("Body"),
        "relation": _("Relation"),
    },
    "meeting": {
        "name": _("Name"),
        "status": _("Status"),
        "start": _("First day (YYYY-MM-DD)"),
        "end": _("Last day (YYYY-MM-DD)"),
        "place": _("Place"),
        "host": _("Host (party codes)"),
        "line": _("Line of effort (number)"),
        "series": _("Series"),
        "attendance": _("Attendance"),
        "note": _("Remark"),
    },
    "deadline": {"date": _("Day (YYYY-MM-DD)"), "days": _("Days"), "months": _("Months")},
    "line": {"number": _("Number"), "title": _("Title")},
    "person": {"name": _("Name"), "office": _("Office"), "party": _("Party (code)")},
    "definition": {"term": _("Term"), "stands_for": _("Stands for")},
    "sum": {
        "value": _("Amount"),
        "currency": _("Currency (ISO 4217)"),
        "qualifier": _("Qualifier"),
        "what_for": _("What for"),
    },
    "quantity": {"value": _("Count"), "unit": _("Unit"), "qualifier": _("Qualifier")},
    "check": {"claimed": _("Claimed"), "found": _("Found")},
}
_CHOICES = {
    "kind": tuple(KINDS),
    "role": ("issuer", "joined", "host"),
    "status": ("held", "planned"),
    "aim": ("", *AIMS),
}
# Words of the text, and the passage that says where they stand.
_PLACES = {"text": "passage", "due": "due_passage"}
_LISTS = {"actors", "addressees", "host", "lines"}
_NUMBERS = {"lines", "line", "number", "days", "months", "claimed", "found"}
_DAYS = {"date", "start", "end"}
_LONG = {"text", "note", "title", "attendance"}


class CorrectionForm(forms.Form):
    """The fields of one fact, filled with what stands now; ``changes`` gives what the person made different.

    Words of the text are corrected as words: the form finds their place, the nearest one if
    they stand in the text more than once.
    """

    def __init__(self, finding: FindingRow, text: str, data: Mapping[str, Any] | None = None) -> None:
        super().__init__(data, auto_id=f"id_{finding.id}_%s")
        self._finding, self._text = finding, text
        for name, label in FIELDS.get(finding.fact, {}).items():
            field = _field(name, label)
            field.initial = _shown(finding.data.get(name))
            self.fields[name] = field
        self.fields["comment"] = forms.CharField(
            label=_("Why"), required=False, max_length=1000, widget=forms.TextInput(attrs={"dir": "auto"})
        )
        next(iter(self.fields.values())).widget.attrs["autofocus"] = True

    def clean(self) -> dict[str, Any]:
        """Refuse numbers that are none and words that the text does not have, field by field."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        for name in list(cleaned):
            if name in _NUMBERS:
                try:
                    _read(name, cleaned[name])
                except ValueError:
                    self.add_error(name, _("A whole number is expected, or several with commas between them."))
            if name in _PLACES and cleaned[name] and self._place(cleaned[name]) is None:
                self.add_error(name, _("These words do not stand in the text like this."))
        return cleaned

    def changes(self) -> dict[str, Any]:
        """Give the fields that the person changed, in the form of the record file."""
        found: dict[str, Any] = {}
        for name in FIELDS.get(self._finding.fact, {}):
            value, before = _read(name, self.cleaned_data[name]), self._finding.data.get(name)
            if _same(value, before):
                continue
            if name in _PLACES:
                found[_PLACES[name]] = self._place(value) if value else None
            else:
                found[name] = value
        return found

    def _place(self, words: str) -> dict[str, int] | None:
        # A browser sends the ends of lines in its own way, or as spaces.
        pattern = r"\s+".join(re.escape(word) for word in words.split())
        places = [match.span() for match in re.finditer(pattern, self._text)]
        if not places:
            return None
        start, end = min(places, key=lambda place: abs(place[0] - self._finding.start))
        return {"start": start, "end": end}


def _field(name: str, label: _StrPromise) -> forms.Field:
    if name in _CHOICES:
        # An empty choice leaves open what nobody can tell.
        choices = [(choice, word(choice) if choice else _("not judged")) for choice in _CHOICES[name]]
        return forms.ChoiceField(label=label, choices=choices, required="" not in _CHOICES[name])
    if name == "renews":
        return forms.BooleanField(label=label, required=False)
    if name in _DAYS:
        return forms.DateField(label=label, required=False, input_formats=["%Y-%m-%d"])
    widget = (
        forms.Textarea(attrs={"rows": 3, "dir": "auto"}) if name in _LONG else forms.TextInput(attrs={"dir": "auto"})
    )
    return forms.CharField(label=label, required=False, max_length=5000, widget=widget)


def _shown(value: Any) -> Any:
    if isinstance(value, (list, tuple)):
        return ", ".join(str(part) for part in value)
    return value


def _same(value: Any, before: Any) -> bool:
    if isinstance(value, str) and isinstance(before, str):
        return value.split() == before.split()
    return bool(value == before) or (not value and not before)


def _read(name: str, value: Any) -> Any:
    if isinstance(value, bool):
        return value
    if isinstance(value, date):
        return value.isoformat()
    if name in _LISTS:
        parts = [part.strip() for part in value.split(",") if part.strip()]
        return [int(part) for part in parts] if name in _NUMBERS else parts
    if name in _NUMBERS:
        return int(value) if value else None
    return value or None
