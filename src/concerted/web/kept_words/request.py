"""The words of requests for assistance."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from concerted.web.kept_words.words import KeptWords

REQUEST = KeptWords(
    noun="request",
    title=_("Requests for assistance"),
    question=_("Who asks the coalition for what?"),
    add=_("Enter a request"),
    change=_("Change a request"),
    withdraw=_("Withdraw a request"),
    none=_("No request for assistance is recorded."),
    entered=_("The request is entered."),
    changed=_("The request is changed."),
    withdrawn=_("The request is withdrawn."),
    labels={
        "party": pgettext_lazy("of a request for assistance", "Who asks"),
        "title": pgettext_lazy("of a request for assistance", "What is asked for, in a few words"),
        "text": pgettext_lazy("of a request for assistance", "What is asked for, and why"),
        "day": pgettext_lazy("of a request for assistance", "Asked on"),
        "source": _("Source"),
    },
    hints={"source": _("What it rests on: a decision, a letter, an address.")},
    listed=("party", "day"),
)
