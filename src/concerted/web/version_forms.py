"""What people write when a text is corrected: the new text, and where an orphaned finding stands in it."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext_lazy as _

from concerted.formats import LARGEST_TEXT
from concerted.terms.passage import Passage

# In bytes; what is kept between preview and decision travels through the page.
LARGEST_UPLOAD = 10_000_000
PASTED = "pasted.txt"


class CorrectedTextForm(forms.Form):
    """A file or a pasted text; after the preview what was handed in comes back as ``kept``."""

    file = forms.FileField(
        label=_("A file"),
        required=False,
        help_text=_("Text, Markdown, HTML, PDF or DOCX, up to 10 MB."),
        widget=forms.ClearableFileInput(attrs={"accept": ".txt,.md,.html,.htm,.pdf,.docx"}),
    )
    text = forms.CharField(
        label=_("Or the text itself"),
        required=False,
        max_length=LARGEST_TEXT,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 12, "dir": "auto"}),
    )
    date = forms.DateField(
        label=_("The day on which the statement was made, if the text does not say"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    kept = forms.CharField(required=False, widget=forms.HiddenInput)
    name = forms.CharField(required=False, max_length=300, widget=forms.HiddenInput)

    def __init__(
        self, data: Mapping[str, Any] | None = None, files: MultiValueDict[str, UploadedFile[Any]] | None = None
    ) -> None:
        """Take what was sent, if anything was."""
        super().__init__(data, files)

    def clean(self) -> dict[str, Any]:
        """Bring whatever was handed in to bytes with a name."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        file, text = cleaned.get("file"), cleaned.get("text")
        if file and file.size > LARGEST_UPLOAD:
            self.add_error("file", _("The file is larger than 10 MB; whoever runs this site can load it."))
        elif file:
            cleaned["data"], cleaned["name"] = file.read(), file.name
        elif text and text.strip():
            # A browser sends the ends of lines in its own way.
            cleaned["data"], cleaned["name"] = re.sub(r"\r\n?", "\n", text).encode(), PASTED
        elif cleaned.get("kept"):
            try:
                cleaned["data"] = base64.b64decode(cleaned["kept"], validate=True)
            except binascii.Error:
                self.add_error(None, _("What was handed in did not come back whole; hand it in again."))
        elif not self.errors:
            self.add_error(None, _("Choose a file, or paste the text."))
        return cleaned

    def as_kept(self) -> str:
        """Write what was handed in so that the page can carry it."""
        return base64.b64encode(self.cleaned_data["data"]).decode("ascii")


class DayForm(forms.Form):
    """The day on which a statement was made."""

    day = forms.DateField(
        label=_("The day on which the statement was made"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )


class PlaceForm(forms.Form):
    """The words of the corrected text on which an orphaned finding stands."""

    words = forms.CharField(
        label=_("The words as they stand in the corrected text"),
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 2, "dir": "auto"}),
    )

    def __init__(self, text: str, near: int, data: Mapping[str, Any] | None = None, *, number: int = 0) -> None:
        """Look for the words in ``text``, the nearest ones to a place first."""
        super().__init__(data, auto_id=f"id_{number}_%s")
        self._text, self._near = text, near

    def clean_words(self) -> Passage:
        """Find the words; line ends and spaces make no difference."""
        pattern = r"\s+".join(re.escape(word) for word in self.cleaned_data["words"].split())
        places = [match.span() for match in re.finditer(pattern, self._text)] if pattern else []
        if not places:
            raise forms.ValidationError(_("These words do not stand in the text like this."))
        start, end = min(places, key=lambda place: abs(place[0] - self._near))
        return Passage.of(self._text, start, end)


class WithdrawalForm(forms.Form):
    """Why an orphaned finding no longer stands."""

    note = forms.CharField(
        label=_("Why it no longer stands"),
        max_length=2000,
        widget=forms.TextInput(attrs={"dir": "auto"}),
    )

    def __init__(self, data: Mapping[str, Any] | None = None, *, number: int = 0) -> None:
        """Give the field an id of its own among many such forms."""
        super().__init__(data, auto_id=f"id_{number}_%s")
