"""The words of sheets and imports: what a noun's columns are called, and what is said of a row."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import get_language_bidi, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from concerted.actions.imports.columns import EDITION, NUMBER, RELEASE
from concerted.actions.imports.template import Wording
from concerted.register.nouns import Noun
from concerted.web.kept_words import WORDS
from concerted.web.words import RELEASES, word

OWN: dict[str, Promise] = {
    NUMBER: pgettext_lazy("a column of a sheet", "Number of the record"),
    EDITION: pgettext_lazy("a column of a sheet", "Its edition"),
    RELEASE: pgettext_lazy("a column of a sheet", "Released to"),
}
OWN_NOTES: dict[str, Promise] = {
    NUMBER: _("Which record it is; empty for a new one."),
    EDITION: _("The change as of which the record was exported; leave it as it is."),
    RELEASE: _("How far a new row is released; its owner alone sees it where this is empty."),
}
STATES: dict[str, Promise] = {
    "reading": pgettext_lazy("of an import", "not read to its end"),
    "comparing": pgettext_lazy("of an import", "being compared with the record"),
    "ready": pgettext_lazy("of an import", "waits for your word"),
    "writing": pgettext_lazy("of an import", "being written"),
    "done": pgettext_lazy("of an import", "imported"),
    "abandoned": pgettext_lazy("of an import", "given up"),
}
OUTCOMES: dict[str, Promise] = {
    "added": pgettext_lazy("rows of a sheet", "new"),
    "changed": pgettext_lazy("rows of a sheet", "changed"),
    "unchanged": pgettext_lazy("rows of a sheet", "unchanged"),
    "held": pgettext_lazy("rows of a sheet", "held for a decision"),
    "refused": pgettext_lazy("rows of a sheet", "refused"),
}
TIERS: dict[str, Promise] = {
    "critical": pgettext_lazy("what is said of a row", "critical: the row is refused"),
    "error": pgettext_lazy("what is said of a row", "error: the row is held for a decision"),
    "warning": pgettext_lazy("what is said of a row", "warning: the row is imported and marked"),
}
CHOICES: dict[str, Promise] = {
    "import": _("to be imported all the same"),
    "leave out": _("left out"),
}
TROUBLES: dict[str, Promise] = {
    "no number": _("This is no number."),
    "one of two numbers": _("This may be two numbers."),
    "rounded": _("The number was rounded."),
    "no day": _("This is no day."),
    "one of two days": _("This may be two days."),
    "a day as a number": _("A number was read as the day that it stands for."),
    "an error of the spreadsheet": _("The spreadsheet itself shows an error."),
    "no choice": _("This is none of the choices."),
    "no line of effort": _("There is no such line of effort."),
    "no party": _("This is no partner that anybody knows."),
    "a new partner": _("The coalition has no such partner yet; it will be entered."),
    "no such record": _("There is no such record that you see."),
    "several records": _("Several records are called so."),
    "not yours to change": _("The record is another’s to change."),
    "cannot be so": _("The record cannot be so."),
    "no release": _("This is no release."),
    "release stays": _("The release stays as it is: it is changed on its own page."),
    "changed meanwhile": _("Somebody changed the record since the sheet was exported."),
    "without an edition": _("Without its edition nobody can tell whether the record was changed meanwhile."),
    "there already": _("The very same is there already."),
    "taken back": _("The record that came of this row was taken back or merged since."),
    "repeated": _("The row stands in the sheet before."),
    "unusual unit": _("The unit is none of the usual ones; it is kept as it is written."),
    "unknown column": _("The column is not known and is left out."),
}
# Where the finding itself does not name what is expected in figures, codes or choices.
EXPECTED: dict[str, Promise] = {
    "no number": _("a number such as 2500000.50"),
    "one of two numbers": _("a number without marks, or your word on how they are written"),
    "no day": _("a day such as 2030-05-31"),
    "one of two days": _("a day such as 2030-05-31, or your word on how they are written"),
    "a day as a number": _("a day such as 2030-05-31"),
    "an error of the spreadsheet": _("what the formula should give"),
    "no party": _("a code such as KWT or NATO"),
    "a new partner": _("a partner that the coalition has"),
    "no such record": _("the number of one, as the export gives it"),
    "several records": _("the number of one"),
    "not yours to change": _("a record of your own"),
    "there already": _("what is not there yet"),
    "taken back": _("a record that is there"),
    "repeated": _("each row once"),
    "unknown column": _("a column of the template"),
}


def title(noun: str) -> str:
    """Give the name of a noun's list."""
    return str(WORDS[noun].title)


def label(noun: Noun, key: str) -> str:
    """Give the name of a column."""
    return str(OWN[key] if key in OWN else WORDS[noun.name].labels[key])


def wording(noun: Noun) -> Wording:
    """Give the words of a noun's sheet in the reader's language."""

    def column(key: str) -> tuple[str, str]:
        if key in OWN_NOTES:
            return label(noun, key), str(OWN_NOTES[key])
        return label(noun, key), str(WORDS[noun.name].hints.get(key, ""))

    return Wording(
        title=noun.plural,
        guide=str(pgettext_lazy("a sheet of a workbook", "Columns")),
        heads=(
            str(pgettext_lazy("of a sheet", "Column")),
            str(pgettext_lazy("of a column", "Name")),
            str(_("What belongs there")),
            str(_("Choices")),
        ),
        column=column,
        choice=lambda key, value: str(RELEASES[value]) if key == RELEASE else word(value),
        right_to_left=get_language_bidi(),
    )
