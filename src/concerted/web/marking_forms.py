"""What people write of a reporting window, of a guideline, and when they assess somebody."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from concerted.actions.windows import Content
from concerted.register.rows.references import LineRef
from concerted.web.marks import COMPLIANCE, marked


def _text(rows: int) -> forms.Widget:
    return forms.Textarea(attrs={"rows": rows, "dir": "auto"})


def _day() -> forms.Widget:
    return forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class WindowForm(forms.Form):
    """A reporting window; ``seen`` is the edition that was shown."""

    title = forms.CharField(label=_("Title"), max_length=300, widget=forms.TextInput(attrs={"dir": "auto"}))
    first = forms.DateField(label=_("First day that is reported on"), widget=_day())
    last = forms.DateField(label=_("Last day that is reported on"), widget=_day())
    opens = forms.DateField(label=_("Reports come in from"), widget=_day())
    closes = forms.DateField(
        label=_("Reports come in until"),
        help_text=_("Focal points are reminded 14, 7 and 1 days before, and once after, of what is not reported."),
        widget=_day(),
    )
    lines = forms.TypedMultipleChoiceField(
        label=_("Lines of effort"),
        required=False,
        coerce=int,
        help_text=_("None stands for all."),
        widget=forms.CheckboxSelectMultiple,
    )
    seen = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(
        self, lines: Iterable[LineRef], data: Mapping[str, Any] | None = None, initial: Mapping[str, Any] | None = None
    ) -> None:
        """Offer the coalition's own lines."""
        super().__init__(data, initial=dict(initial or {}))
        offered: Any = self.fields["lines"]
        offered.choices = [(one.number, f"{one.number}. {one.title}") for one in lines]

    def clean(self) -> dict[str, Any]:
        """Let nothing end before it starts."""
        given: dict[str, Any] = super().clean() or self.cleaned_data
        for first, last in (("first", "last"), ("opens", "closes")):
            if given.get(first) and given.get(last) and given[last] < given[first]:
                self.add_error(last, _("The last day is before the first one."))
        return given

    @property
    def content(self) -> Content:
        """Give what a valid form says."""
        given = self.cleaned_data
        days = {name: given[name] for name in ("first", "last", "opens", "closes")}
        return Content(title=given["title"], lines=tuple(given["lines"]), **days)


class GuidelineForm(forms.Form):
    """What the marks mean for a commitment; ``seen`` is the number of the guideline that was shown."""

    full = forms.CharField(label=_("Full compliance (+1) means"), max_length=5000, widget=_text(3))
    partial = forms.CharField(
        label=_("Partial compliance, work in progress (0) means"), max_length=5000, widget=_text(3)
    )
    none = forms.CharField(label=_("No compliance (−1) means"), max_length=5000, widget=_text(3))
    seen = forms.IntegerField(required=False, widget=forms.HiddenInput)


class AssessmentForm(forms.Form):
    """A mark with its reasons and evidence; ``seen`` is the edition of the report that was shown."""

    mark = forms.TypedChoiceField(
        label=pgettext_lazy("+1, 0 or -1", "Mark"),
        coerce=int,
        choices=[(str(mark), "") for mark in COMPLIANCE],
        widget=forms.RadioSelect,
    )
    reasons = forms.CharField(
        label=_("Reasons"),
        help_text=_("By the guideline: why this mark and no other."),
        max_length=10_000,
        widget=_text(4),
    )
    evidence = forms.CharField(
        label=_("Evidence"),
        help_text=_("What shows it beside the report: a document, an address, somebody else’s figures."),
        max_length=5000,
        widget=_text(3),
    )
    seen = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, data: Mapping[str, Any] | None = None, initial: Mapping[str, Any] | None = None) -> None:
        super().__init__(data, initial=dict(initial or {}))
        offered: Any = self.fields["mark"]
        offered.choices = [(str(mark), f"{marked(mark)} {name}") for mark, name in COMPLIANCE.items()]
