"""The words of measurements."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from concerted.web.kept_words.words import KeptWords

MEASUREMENT = KeptWords(
    noun="measurement",
    title=_("Measurements"),
    question=_("What was measured over which period, and who says so?"),
    add=_("Enter a measurement"),
    change=_("Change a measurement"),
    withdraw=_("Withdraw a measurement"),
    none=_("Nothing is measured yet."),
    entered=_("The measurement is entered."),
    changed=_("The measurement is changed."),
    withdrawn=_("The measurement is withdrawn."),
    labels={
        "benchmark": _("Benchmark"),
        "first": _("First day"),
        "last": _("Last day"),
        "value": _("Value"),
        "source": _("Source"),
    },
    hints={
        "value": _("In figures, in the unit of the benchmark."),
        "source": _("Who measured it, and where that stands."),
    },
    listed=("benchmark", "first", "last", "value"),
    heading="source",
    forward=(("first", "last"),),
    order=("-last",),
)
