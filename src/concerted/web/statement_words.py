"""The words of a drafted statement in the reader's language."""

from __future__ import annotations

from decimal import Decimal

from django.conf import settings
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from concerted.exports.draft_sentences import Wording
from concerted.web.isolation import isolated
from concerted.web.names import party_name
from concerted.web.spans import span
from concerted.web.words import coalition_name, figure, full_day, listed, money, tongue, unit_of, word

_LABELS: dict[str, Promise] = {
    "Draft of {day} from the record, as far as its reader sees it.": _(
        "Draft of {day} from the record, as far as its reader sees it."
    ),
    "What stands in square brackets has to be settled.": _("What stands in square brackets has to be settled."),
    "Draft statement: {meeting}": _("Draft statement: {meeting}"),
    "Not all of it is public: paragraphs {numbers} name what is not released to the public.": _(
        "Not all of it is public: paragraphs {numbers} name what is not released to the public."
    ),
    "What it rests on": _("What it rests on"),
    "Released to": _("Released to"),
    "Next steps": _("Next steps"),
    "The coalition as a whole": _("The coalition as a whole"),
    "We, the partners of the {coalition}, met in {place} on {days}.": _(
        "We, the partners of the {coalition}, met in {place} on {days}."
    ),
    "We thank {hosts} for hosting us.": _("We thank {hosts} for hosting us."),
    "[place]": _("[place]"),
    "[day]": _("[day]"),
    "[number]": _("[number]"),
    "[{number} more of the kind are on record.]": _("[{number} more of the kind are on record.]"),
    "We recall what we stated before: {statements}.": _("We recall what we stated before: {statements}."),
    "We recall {texts}.": _("We recall {texts}."),
    "We welcome as new partners: {parties}.": _("We welcome as new partners: {parties}."),
    "We welcome that {promise} has been fulfilled.": _("We welcome that {promise} has been fulfilled."),
    "We expect {promise}, which was due by {day}, to be fulfilled without delay.": _(
        "We expect {promise}, which was due by {day}, to be fulfilled without delay."
    ),
    "We will fulfil without delay {promise}, which was due by {day}.": _(
        "We will fulfil without delay {promise}, which was due by {day}."
    ),
    "We reaffirm {promise}.": _("We reaffirm {promise}."),
    "We welcome {promise}.": _("We welcome {promise}."),
    "our commitment of {day} ({text})": _("our commitment of {day} ({text})"),
    "the commitment of {party} of {day} ({text})": _("the commitment of {party} of {day} ({text})"),
    "{promise}, due by {day}": _("{promise}, due by {day}"),
    "We repeat our call of {day}: {text}": _("We repeat our call of {day}: {text}"),
    "We welcome the contribution of {party}: {text}": _("We welcome the contribution of {party}: {text}"),
    "We note with satisfaction how far we have come with {benchmark}: {value}": _(
        "We note with satisfaction how far we have come with {benchmark}: {value}"
    ),
    "We note with concern that we are behind with {benchmark}: {value}": _(
        "We note with concern that we are behind with {benchmark}: {value}"
    ),
    "We note that {missing} of {asked} asked for is missing (pledged: {pledged}, delivered: {delivered}).": _(
        "We note that {missing} of {asked} asked for is missing (pledged: {pledged}, delivered: {delivered})."
    ),
    "We invite partners to meet what {party} needs, as their national decisions and means allow: {text}": _(
        "We invite partners to meet what {party} needs, as their national decisions and means allow: {text}"
    ),
    "We invite partners to meet what is needed, as their national decisions and means allow: {text}": _(
        "We invite partners to meet what is needed, as their national decisions and means allow: {text}"
    ),
    "We decided: {text}": _("We decided: {text}"),
    "We agreed that {party} acts by {day}: {text}": _("We agreed that {party} acts by {day}: {text}"),
    "We agreed that {party} acts: {text}": _("We agreed that {party} acts: {text}"),
    "Reservation of {party} to {about}: {text}": _("Reservation of {party} to {about}: {text}"),
    "decision {number}": _("decision {number}"),
    "paragraph {number} of {statement}": _("paragraph {number} of {statement}"),
    "We will meet again within {length}, no later than {day}.": _(
        "We will meet again within {length}, no later than {day}."
    ),
    "We will meet again no later than {day}.": _("We will meet again no later than {day}."),
    "due by {day}": _("due by {day}"),
    "the secretariat": _("the secretariat"),
    "Paragraph": pgettext_lazy("of a statement", "Paragraph"),
    "Record": pgettext_lazy("an entry of the register", "Record"),
    "Reference": pgettext_lazy("the address of a record", "Reference"),
    "; ": pgettext_lazy("between two things", "; "),
    "{value}, of {target}": pgettext_lazy("reached, of a benchmark's target", "{value}, of {target}"),
}


def wording() -> Wording:
    """Give the words of a draft in the language that is being spoken."""

    def say(words: str) -> str:
        return str(_LABELS[words]) if words in _LABELS else str(word(words))

    def counted(number: Decimal, unit: str) -> str:
        return f"{figure(number.normalize())} {unit_of(unit, number)}"

    def quoted(text: str) -> str:
        return str(pgettext_lazy("words of others", "“{text}”")).format(text=isolated(text))

    return Wording(
        say=say,
        day=full_day,
        party=party_name,
        origin=settings.ORIGIN,
        money=money,
        counted=counted,
        own=isolated,
        quoted=quoted,
        listed=listed,
        span=span,
        coalition=coalition_name,
        is_english=tongue() == "en",
    )
