"""What is asked before the meetings of a calendar file are taken over."""

from __future__ import annotations

import base64
import binascii
import zlib
from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from concerted.actions.announced import Source
from concerted.actions.meetings import LONGEST
from concerted.formats.calendars.announced import LARGEST
from concerted.register.rows.meetings import MeetingChoice
from concerted.web.meeting_forms import ProposingInput


class CalendarFileForm(forms.Form):
    """A calendar file, and what it says of none of its meetings: the line and series of those that are new."""

    file = forms.FileField(
        label=_("Calendar file (.ics)"), widget=forms.FileInput(attrs={"accept": ".ics,text/calendar"})
    )
    line = forms.TypedChoiceField(
        label=_("Line of effort"),
        help_text=_("Of meetings that are new."),
        required=False,
        coerce=int,
        empty_value=None,
    )
    series = forms.CharField(
        label=_("Series"),
        help_text=_("Of meetings that are new."),
        required=False,
        max_length=LONGEST["series"],
        widget=ProposingInput(attrs={"dir": "auto", "autocomplete": "off"}),
    )

    def __init__(
        self, choice: MeetingChoice, data: Mapping[str, Any] | None = None, files: Mapping[str, Any] | None = None
    ) -> None:
        """Offer the coalition's own lines, and the series that are known."""
        super().__init__(data, files)  # type: ignore[arg-type]  # Django's own mapping of files
        fields: Any = self.fields
        fields["line"].choices = [("", "—"), *((one.number, f"{one.number}. {one.title}") for one in choice.lines)]
        fields["series"].widget.proposals = choice.series

    @property
    def source(self) -> Source:
        """Give what a valid form says of the file."""
        given = self.cleaned_data
        return Source(given["file"].name, given["line"], " ".join(given["series"].split()))


class SeenCalendarForm(forms.Form):
    """A calendar file as it was shown (``held``), which of its meetings are chosen, and of which line and series.

    ``take`` holds the edition that was shown, a colon and the UID for each.
    """

    held = forms.CharField(strip=False)
    name = forms.CharField(max_length=200)
    line = forms.IntegerField(required=False)
    series = forms.CharField(required=False, max_length=LONGEST["series"])

    def clean_held(self) -> bytes:
        """Give the bytes of the file; refuse what is none, or too large."""
        try:
            unpacking = zlib.decompressobj()
            data = unpacking.decompress(base64.b64decode(self.cleaned_data["held"], validate=True), LARGEST + 1)
        except (binascii.Error, zlib.error, ValueError) as error:
            raise forms.ValidationError(_("The page was not sent as it was shown. Load it again.")) from error
        return data

    @property
    def source(self) -> Source:
        """Give what a valid form says of the file."""
        given = self.cleaned_data
        return Source(given["name"], given["line"], given["series"])


def packed(data: bytes) -> str:
    """Write a file so that a field of a form holds it."""
    return base64.b64encode(zlib.compress(data)).decode()


def chosen(takes: list[str]) -> dict[str, int]:
    """Read what was chosen: for each UID the edition that was shown."""
    found = {}
    for one in takes:
        edition, _colon, uid = one.partition(":")
        if edition.isdecimal() and len(edition) < 10:
            found[uid] = int(edition)
    return found
