"""What people say of a meeting: its days and times, where it is, whose it is; and why it is cancelled."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from concerted.actions.meetings import LONGEST, LONGEST_REASON, Content
from concerted.convening.sittings import Sitting
from concerted.register.rows.meetings import MeetingChoice


class ProposingInput(forms.TextInput):
    """A field that proposes words, and takes any other."""

    template_name = "web/parts/unit_input.html"
    proposals: tuple[str, ...] = ()

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """Add what is proposed."""
        context: dict[str, Any] = super().get_context(name, value, attrs)
        proposed = f"{context['widget']['attrs'].get('id', name)}_list"
        context["widget"]["attrs"]["list"] = proposed
        return context | {"proposed": proposed, "units": self.proposals}


def _day() -> forms.DateInput:
    return forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


def _time() -> forms.TimeInput:
    return forms.TimeInput(attrs={"type": "time"}, format="%H:%M")


def _words() -> forms.TextInput:
    return forms.TextInput(attrs={"dir": "auto"})


class MeetingForm(forms.Form):
    """All that is said of a meeting; ``seen`` is the edition that was shown, ``despite`` that overlaps were."""

    name = forms.CharField(label=_("Name"), max_length=LONGEST["name"], widget=_words())
    start = forms.DateField(label=_("First day"), required=False, widget=_day())
    end = forms.DateField(
        label=_("Last day"), required=False, help_text=_("Empty for a meeting of one day."), widget=_day()
    )
    zone = forms.CharField(
        label=_("Time zone"),
        required=False,
        max_length=60,
        help_text=_("That of the place, by the name of a city, such as Africa/Nairobi. Times need it."),
        widget=ProposingInput(attrs={"dir": "ltr", "autocomplete": "off"}),
    )
    opens = forms.TimeField(label=_("Opens on the first day at"), required=False, widget=_time())
    closes = forms.TimeField(label=_("Closes on the last day at"), required=False, widget=_time())
    place = forms.CharField(label=_("Place"), required=False, max_length=LONGEST["place"], widget=_words())
    room = forms.CharField(
        label=pgettext_lazy("where a meeting sits", "Room"), required=False, max_length=LONGEST["room"], widget=_words()
    )
    hosts = forms.CharField(
        label=_("Host (party codes)"),
        required=False,
        max_length=500,
        help_text=_("Several with commas, such as KEN, NOR."),
        widget=forms.TextInput(attrs={"dir": "ltr", "autocomplete": "off"}),
    )
    line = forms.TypedChoiceField(label=_("Line of effort"), required=False, coerce=int, empty_value=None)
    series = forms.CharField(
        label=_("Series"),
        required=False,
        max_length=LONGEST["series"],
        help_text=_("The meetings that it is one of: its obligation to meet again counts from the last one."),
        widget=ProposingInput(attrs={"dir": "auto", "autocomplete": "off"}),
    )
    seen = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(
        self, choice: MeetingChoice, data: Mapping[str, Any] | None = None, initial: Mapping[str, Any] | None = None
    ) -> None:
        """Offer the coalition's own lines, the series that are known, and the zones."""
        given = dict(initial or {})
        if "hosts" in given:
            given["hosts"] = ", ".join(given["hosts"])
        super().__init__(data, initial=given)
        fields: Any = self.fields
        fields["line"].choices = [("", "—"), *((one.number, f"{one.number}. {one.title}") for one in choice.lines)]
        fields["zone"].widget.proposals, fields["series"].widget.proposals = choice.zones, choice.series

    def clean(self) -> dict[str, Any]:
        """Let nothing end before it starts."""
        given: dict[str, Any] = super().clean() or self.cleaned_data
        if given.get("start") and given.get("end") and given["end"] < given["start"]:
            self.add_error("end", _("The last day is before the first one."))
        return given

    @property
    def content(self) -> Content:
        """Give what a valid form says."""
        given = {name: value for name, value in self.cleaned_data.items() if name != "seen"}
        hosts = given["hosts"].upper().replace(";", ",").replace("،", ",").split(",")
        return Content(**given | {"hosts": tuple(one.strip() for one in hosts if one.strip())})

    @property
    def sitting(self) -> Sitting | None:
        """Give when the meeting sits; None without a day."""
        one = self.content
        return Sitting(one.start, one.end or one.start, one.opens, one.closes, one.zone) if one.start else None


class CancelForm(forms.Form):
    """Why a meeting is cancelled; ``seen`` is the edition that was shown."""

    reason = forms.CharField(
        label=_("Reason"),
        help_text=_("It stays on record, for whoever sees the meeting."),
        max_length=LONGEST_REASON,
        widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
    )
    seen = forms.IntegerField(required=False, widget=forms.HiddenInput)
