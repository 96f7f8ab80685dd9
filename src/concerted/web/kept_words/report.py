"""The words of progress reports."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from concerted.web.kept_words.words import KeptWords

REPORT = KeptWords(
    noun="report",
    title=_("Progress reports"),
    question=_("What was done of the promise, and what shows it?"),
    add=_("Enter a progress report"),
    change=_("Change a progress report"),
    withdraw=_("Withdraw a progress report"),
    none=_("No report that you may see."),
    entered=_("The progress report is entered."),
    changed=_("The progress report is changed."),
    withdrawn=_("The progress report is withdrawn."),
    labels={
        "party": pgettext_lazy("of a progress report", "Who reports"),
        "window": _("Reporting window"),
        "commitment": _("Commitment"),
        "stand": _("How it stands"),
        "text": _("What was done"),
        "evidence": _("Evidence"),
    },
    hints={"evidence": _("What shows it: a report, a decision, an address.")},
    listed=("party", "commitment", "stand", "window"),
    heading="text",
    order=("-window__closes", "party__name"),
)
