"""What a calendar of one's own is of."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from concerted.register.rows.calendars import CalendarAddresses
from concerted.web.words import word


class CalendarForm(forms.Form):
    """All that the person sees, or what is of a line or a series of meetings."""

    of = forms.ChoiceField(label=_("What it shows"), required=False)

    def __init__(self, page: CalendarAddresses, data: Mapping[str, Any] | None = None) -> None:
        """Offer the coalition's lines and series."""
        super().__init__(data)
        choices: list[tuple[object, object]] = [("", _("all meetings and deadlines that you see"))]
        for line in page.lines:
            said = {"number": line.number, "title": line.title}
            choices.append((f"line {line.number}", _("line %(number)s: %(title)s") % said))
        choices += [(f"series {one}", word(one)) for one in page.series]
        self.fields["of"].choices = choices  # type: ignore[attr-defined]  # it is a choice

    @property
    def line(self) -> int | None:
        """Give the number of the line that was chosen."""
        kind, _space, name = self.cleaned_data["of"].partition(" ")
        return int(name) if kind == "line" else None

    @property
    def series(self) -> str:
        """Give the series that was chosen; "" for none."""
        kind, _space, name = self.cleaned_data["of"].partition(" ")
        return str(name) if kind == "series" else ""
