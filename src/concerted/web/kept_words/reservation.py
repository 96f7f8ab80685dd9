"""The words of reservations."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from concerted.web.kept_words.words import KeptWords

RESERVATION = KeptWords(
    noun="reservation",
    title=_("Reservations"),
    question=_("Who does not associate itself with what?"),
    add=_("Enter a reservation"),
    change=_("Change a reservation"),
    withdraw=pgettext_lazy("entered by mistake", "Take a reservation back"),
    none=_("No reservation that you may see."),
    entered=_("The reservation is entered."),
    changed=_("The reservation is changed."),
    withdrawn=_("The reservation is taken back."),
    labels={
        "party": pgettext_lazy("of a reservation", "Whose it is"),
        "statement": _("Statement"),
        "paragraph": pgettext_lazy("of a statement", "Paragraph"),
        "conclusion": pgettext_lazy("of a meeting", "Decision"),
        "text": pgettext_lazy("of a reservation", "Its words"),
        "since": pgettext_lazy("of a reservation", "Since"),
        "until": pgettext_lazy("of a reservation", "Withdrawn, its last day"),
    },
    hints={
        "statement": _("A statement, or else a decision."),
        "paragraph": _("Its number as the statement has it; empty for the whole statement."),
    },
    listed=("party", "statement", "paragraph", "conclusion", "since", "until"),
    heading="text",
    forward=(("since", "until"),),
)
