"""The words of benchmarks."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from concerted.web.kept_words.words import KeptWords

BENCHMARK = KeptWords(
    noun="benchmark",
    title=_("Benchmarks"),
    question=_("Where did it begin, where shall it be by when, and is it on track?"),
    add=_("Enter a benchmark"),
    change=_("Change a benchmark"),
    withdraw=_("Withdraw a benchmark"),
    none=_("No benchmark is recorded."),
    entered=_("The benchmark is entered."),
    changed=_("The benchmark is changed."),
    withdrawn=_("The benchmark is withdrawn."),
    labels={
        "party": pgettext_lazy("of a benchmark", "Partner that it is about"),
        "line": _("Line of effort"),
        "title": _("Title"),
        "indicator": _("Indicator"),
        "unit": _("Unit"),
        "baseline": _("Baseline"),
        "baseline_on": _("Day of the baseline"),
        "target": pgettext_lazy("a figure to be reached", "Target"),
        "target_on": _("Day of the target"),
        "source": _("Source"),
    },
    hints={
        "indicator": _("What is counted, and how."),
        "unit": _("Such as people, hours or vehicles."),
        "target": _("Without a target it is watched alone."),
        "source": _("What baseline and target rest on: a plan, a report, an address."),
    },
    listed=("party", "line", "baseline", "baseline_on", "target", "target_on", "unit"),
    forward=(("baseline_on", "target_on"),),
    order=("line__number", "title"),
)
