"""What the secretariat writes of parties: who is in since when, what they are called, who leads and who sits where."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from concerted.actions.cadences import LONGEST_QUOTE, LONGEST_SERIES, MOST_DAYS
from concerted.register.rows.references import PartyRef
from concerted.web.meeting_forms import ProposingInput
from concerted.web.names import party_name
from concerted.web.protocol import in_order
from concerted.web.words import STANDINGS

LANGUAGES: dict[str, Promise] = {"en": _("English"), "fr": _("French"), "ar": _("Arabic")}
_RIGHT_TO_LEFT = {"ar"}
Names = dict[str, tuple[str, str]]


def _line() -> forms.Widget:
    return forms.TextInput(attrs={"dir": "auto"})


def _day() -> forms.Widget:
    return forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


def _since(*, required: bool = False) -> forms.DateField:
    return forms.DateField(
        label=_("First day"),
        required=required,
        help_text=_("The first day on which it holds.") if required else _("Leave it empty if nobody knows."),
        widget=_day(),
    )


def _source() -> forms.CharField:
    return forms.CharField(
        label=_("Source"),
        max_length=500,
        help_text=_("What says so: a statement, a letter, a decision."),
        widget=_line(),
    )


class _Named(forms.Form):
    """A name and its short form in each language of the interface."""

    def _ask_for_names(self, *, required: bool) -> None:
        for code, name in LANGUAGES.items():
            direction = "rtl" if code in _RIGHT_TO_LEFT else "ltr"
            for field, label, most in (
                ("name", _("Name: %(language)s"), 200),
                ("short", _("Short form: %(language)s"), 60),
            ):
                self.fields[f"{field}_{code}"] = forms.CharField(
                    label=str(label) % {"language": name},
                    required=required and (field, code) == ("name", "en"),
                    max_length=most,
                    widget=forms.TextInput(attrs={"dir": direction, "lang": code}),
                )

    @property
    def names(self) -> Names:
        """Give the names that were written, by language."""
        given = self.cleaned_data
        return {code: (given[f"name_{code}"], given[f"short_{code}"]) for code in LANGUAGES if given[f"name_{code}"]}


class AddPartyForm(_Named):
    """A party that comes in: one of the vocabulary, or one with a code and a name of the coalition's own."""

    known = forms.ChoiceField(label=_("State or organisation"), required=False)
    code = forms.CharField(
        label=_("Code of its own"),
        required=False,
        max_length=30,
        help_text=_("For a party that the list above lacks: a short word in Latin letters, such as HarbourUnion."),
        widget=forms.TextInput(attrs={"dir": "ltr"}),
    )
    standing = forms.ChoiceField(
        label=pgettext_lazy("how a party stands to the coalition", "Standing"), widget=forms.RadioSelect
    )

    def __init__(self, codes: Iterable[PartyRef], data: Mapping[str, Any] | None = None) -> None:
        """Offer the vocabulary's parties that are not in yet."""
        super().__init__(data)
        named = [(one.code, party_name(one)) for one in in_order(codes, lambda one: one)]
        choices = {"known": [("", "—"), *named], "standing": [(one, STANDINGS[one]) for one in ("acceded", "invited")]}
        for name, offered in choices.items():
            self.fields[name].choices = offered  # type: ignore[attr-defined]  # they are all choices
        self._ask_for_names(required=False)
        self.fields["since"], self.fields["said_by"] = _since(), _source()

    def clean(self) -> dict[str, Any]:
        """Ask for exactly one of the two, and for a name of what the vocabulary does not know."""
        given: dict[str, Any] = super().clean() or self.cleaned_data
        if bool(given.get("known")) == bool(given.get("code")):
            self.add_error("known", _("Choose one, or give it a code of its own."))
        elif given.get("code") and not given.get("name_en"):
            self.add_error("name_en", _("A party that the list lacks needs its name in English."))
        return given


class StandingForm(forms.Form):
    """What a party comes to be, from which day, by which source."""

    standing = forms.ChoiceField(
        label=pgettext_lazy("how a party stands to the coalition", "Standing"), widget=forms.RadioSelect
    )
    since = _since(required=True)
    said_by = _source()

    def __init__(self, allowed: Iterable[str], data: Mapping[str, Any] | None = None, *, first: bool = False) -> None:
        """Offer what can follow; the ``first`` standing of a party may be since an unknown day."""
        super().__init__(data)
        may_be = list(allowed)
        self.fields["standing"].choices = [(one, STANDINGS[one]) for one in may_be]  # type: ignore[attr-defined]
        # Nobody need choose where there is one choice.
        self.fields["standing"].initial = may_be[0] if len(may_be) == 1 else None
        if first:
            self.fields["since"] = _since()


class NamesForm(_Named):
    """What a party is called from a day on."""

    def __init__(self, data: Mapping[str, Any] | None = None, initial: Mapping[str, Any] | None = None) -> None:
        """Start from what it is called now."""
        super().__init__(data, initial=dict(initial or {}))
        self._ask_for_names(required=True)
        self.fields["since"], self.fields["said_by"] = _since(), _source()


class OfficeForm(forms.Form):
    """Who leads a line or sits in its working group, from when to when."""

    party = forms.ChoiceField(label=_("Partner"))
    since = _since()
    until = forms.DateField(
        label=_("Last day"), required=False, help_text=_("Leave it empty while it is open."), widget=_day()
    )
    said_by = _source()

    def __init__(self, parties: Iterable[PartyRef], data: Mapping[str, Any] | None = None) -> None:
        """Offer the coalition's partners."""
        super().__init__(data)
        named = [(one.code, party_name(one)) for one in in_order(parties, lambda one: one)]
        self.fields["party"].choices = [("", "—"), *named]  # type: ignore[attr-defined]


class CadenceForm(forms.Form):
    """How often a series of meetings must come together, and what says so."""

    series = forms.CharField(
        label=_("Series"),
        max_length=LONGEST_SERIES,
        help_text=_("As its meetings are said to be of it, such as small group."),
        widget=ProposingInput(attrs={"dir": "auto", "autocomplete": "off"}),
    )
    days = forms.IntegerField(
        label=_("At least every so many days"),
        min_value=1,
        max_value=MOST_DAYS,
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
    )
    said_by = _source()
    quote = forms.CharField(
        label=_("Its words"),
        required=False,
        max_length=LONGEST_QUOTE,
        help_text=_("The passage that says so."),
        widget=forms.Textarea(attrs={"rows": 2, "dir": "auto"}),
    )
    since = _since()

    def __init__(self, series: tuple[str, ...], data: Mapping[str, Any] | None = None, named: str = "") -> None:
        """Propose the series that are known; begin with the one that is named."""
        super().__init__(data, initial={"series": named})
        fields: Any = self.fields
        fields["series"].widget.proposals = series


class DatedForm(forms.Form):
    """From when to when something holds, and what says so; ``seen`` is the edition that was shown."""

    since = _since()
    said_by = _source()
    until = forms.DateField(
        label=_("Last day"), required=False, help_text=_("Leave it empty while it is open."), widget=_day()
    )
    end_said_by = forms.CharField(
        label=_("Source of its end"),
        required=False,
        max_length=500,
        help_text=_("What says that it ended, where that is another source."),
        widget=_line(),
    )
    seen = forms.CharField(required=False, max_length=10, widget=forms.HiddenInput)

    def clean(self) -> dict[str, Any]:
        """Let nothing end before it begins."""
        given: dict[str, Any] = super().clean() or self.cleaned_data
        since, until = given.get("since"), given.get("until")
        if isinstance(since, date) and isinstance(until, date) and until < since:
            self.add_error("until", _("The last day is before the first one."))
        return given
