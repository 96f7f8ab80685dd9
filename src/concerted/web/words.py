"""The field's words as the pages say them, in the reader's language."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from babel.core import Locale
from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import format_decimal, format_percent
from django.utils.functional import Promise
from django.utils.translation import get_language, ngettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from concerted.register.rows.references import CoalitionRef
from concerted.terms import coalition_file, units
from concerted.web.agenda_words import AGENDA
from concerted.web.reading_words import PASSED_OVER, STATEMENT_KINDS

KINDS: dict[str, Promise] = {
    "commitment": _("commitment"),
    "decision": _("decision"),
    "call": pgettext_lazy("a kind of act: the text calls on somebody", "call"),
    "endorsement": _("endorsement"),
    "concern": _("concern"),
    "finding": pgettext_lazy("a kind of act: the text states how things are", "finding"),
}

FACTS: dict[str, Promise] = {
    "statement": _("statement"),
    "act": _("act"),
    "participant": _("participant"),
    "participation": _("participant"),
    "person": _("person"),
    "definition": _("definition"),
    "line": _("line of effort"),
    "instrument": _("instrument"),
    "meeting": _("meeting"),
    "deadline": _("deadline"),
    "sum": pgettext_lazy("an amount of money", "sum"),
    "quantity": _("quantity"),
    "check": pgettext_lazy("a claim of the text, tested", "check"),
    "partner": _("partner"),
    "passed over": _("passed over"),
    "contribution": _("contribution"),
    "request": _("request for assistance"),
    "requirement": _("requirement"),
    "obligation": _("obligation"),
    "benchmark": _("benchmark"),
    "measurement": _("measurement"),
    "window": _("reporting window"),
    "breach": _("late meeting"),
    "report": pgettext_lazy("what a partner says of a commitment", "progress report"),
    "guideline": _("interpretive guideline"),
    "assessment": _("assessment"),
}

STATUSES: dict[str, Promise] = {
    "open": pgettext_lazy("status of a commitment", "open"),
    "in progress": _("in progress"),
    "fulfilled": _("fulfilled"),
    "lapsed": _("lapsed"),
    "superseded": _("superseded"),
    "proposed": _("awaits review"),
    "accepted": _("accepted"),
    "corrected": _("corrected"),
    "rejected": _("rejected"),
    "undone": _("undone"),
    "held": pgettext_lazy("of a meeting", "held"),
    "planned": pgettext_lazy("of a meeting", "planned"),
    "cancelled": pgettext_lazy("of a meeting", "cancelled"),
    "due": _("due"),
    "overdue": _("overdue"),
    "met": pgettext_lazy("of a deadline", "met"),
}

# Whether a commitment can be followed up, and what makes it checkable.
AIMS: dict[str, Promise] = {
    "specific": pgettext_lazy("of a commitment", "specific"),
    "general aim": _("general aim"),
}
MARKS: dict[str, Promise] = {
    "target": _("a target"),
    "date": _("a date"),
    "amount": _("an amount"),
    "place": _("a place"),
    "addressee": _("an addressee"),
}

ROLES: dict[str, Promise] = {
    "issuer": _("issuer"),
    "joined": pgettext_lazy("a party joined the issuers", "joined"),
    "host": pgettext_lazy("of a meeting", "host"),
    "lead": pgettext_lazy("leads a line of effort", "lead"),
}

# How a party stands to the coalition.
STANDINGS: dict[str, Promise] = {
    "invited": pgettext_lazy("how a party stands to the coalition", "invited"),
    "acceded": pgettext_lazy("how a party stands to the coalition", "acceded"),
    "withdrawn": pgettext_lazy("how a party stands to the coalition", "withdrawn"),
}

# What a person is in a coalition.
PARTS: dict[str, Promise] = {
    "secretariat": _("secretariat"),
    "line lead": _("line lead"),
    "focal point": _("focal point"),
    "partner reader": _("partner reader"),
    "observer": _("observer"),
    "auditor": _("auditor"),
}

# What a role may do.
DEEDS: dict[str, Promise] = {
    "statement.take_in": _("take statements in and correct their texts"),
    "finding.decide": _("decide on what was read"),
    "commitment.change_any": _("change the status of any commitment"),
    "commitment.change_line": _("change the status of the line’s commitments"),
    "commitment.change_own": _("change the status of what their partner promised by name"),
    "commitment.assess": _("write guidelines, and assess how others keep what they promised"),
    "window.keep": _("plan reporting windows"),
    "record.keep": _("enter and change their side’s own records"),
    "clarification.ask": _("ask partners about their records"),
    "meeting.keep": _("record meetings"),
    "record.release": _("release what their side owns"),
    "record.merge": _("merge duplicates and take it back"),
    "totals.publish": _("publish totals"),
    "member.add": _("invite people and end their part"),
    "party.keep": _("keep who is in the coalition and what parties are called"),
    "working_group.keep": _("keep who leads lines and sits in working groups"),
    "coalition.open": _("open the coalition to the public"),
    "pack.trust": _("name the registers with which partners exchange packs"),
    "pack.import": _("import packs of their side’s own records, or a partner’s sealed ones"),
    "ledger.audit": _("audit the ledger and see who takes part"),
}

# What a partner gives to a line of effort, with the sign that stands for it in the matrix.
CONTRIBUTIONS: dict[str, Promise] = {
    "commitment": _("commitment"),
    "hosting": _("hosting"),
    "leadership": _("leadership"),
    "training": _("training"),
    "funds": _("funds"),
    "personnel": _("personnel"),
    "equipment": _("equipment"),
    "basing": _("basing"),
    "expertise": _("expertise"),
    "other": _("other"),
}
SIGNS: dict[str, str] = {
    "commitment": "C",
    "hosting": "H",
    "leadership": "L",
    "training": "T",
    "funds": "F",
    "personnel": "P",
    "equipment": "E",
    "basing": "B",
    "expertise": "X",
    "other": "+",
}

# Why a published total leaves a figure out.
LEFT_OUT: dict[str, Promise] = {
    "few": pgettext_lazy("why a figure is left out", "too few partners"),
    "dominant": pgettext_lazy("why a figure is left out", "one partner dominates"),
    "change": pgettext_lazy("why a figure is left out", "a change would show"),
    "protects": pgettext_lazy("why a figure is left out", "protects other figures"),
}

# How far along a contribution is.
STAGES: dict[str, Promise] = {
    "offered": pgettext_lazy("of a contribution", "offered"),
    "pledged": pgettext_lazy("of a contribution", "pledged"),
    "committed": pgettext_lazy("of a contribution", "committed"),
    "under way": pgettext_lazy("of a contribution", "under way"),
    "delivered": pgettext_lazy("of a contribution", "delivered"),
}

# How urgently something is needed, and how much of it is met.
PRIORITIES: dict[str, Promise] = {
    "critical": pgettext_lazy("how urgently something is needed", "critical"),
    "high": pgettext_lazy("how urgently something is needed", "high"),
    "medium": pgettext_lazy("how urgently something is needed", "medium"),
    "low": pgettext_lazy("how urgently something is needed", "low"),
}
COVERAGE: dict[str, Promise] = {
    "partly covered": pgettext_lazy("how much of a requirement is met", "partly covered"),
    "covered": pgettext_lazy("how much of a requirement is met", "covered"),
    "withdrawn": pgettext_lazy("of a record", "withdrawn"),
}

# How far a record is released, where it is told apart from the others.
RELEASES: dict[str, Promise] = {
    "owner only": _("its owner alone"),
    "named partners": _("partners by name"),
    "working group": _("a working group"),
    "coalition": _("the coalition"),
    "public": pgettext_lazy("how far a record is released", "the public"),
}

# Who says what is given.
CONTRIBUTION_SOURCES: dict[str, Promise] = {
    "statements": pgettext_lazy("who says so", "accepted statements"),
    "partners": pgettext_lazy("who says so", "partners themselves"),
    "coalition": pgettext_lazy("who says so", "the secretariat: letters, tables of others"),
}

# How a text stands to an instrument that it cites.
RELATIONS: dict[str, Promise] = {
    "implements": _("implements"),
    "welcomes": _("welcomes"),
    "recalls": _("recalls"),
    "reaffirms": _("reaffirms"),
    "incorporates": _("incorporates"),
    "commends": _("commends"),
    "endorses": _("endorses"),
    "supports": _("supports"),
    "requests": _("requests"),
    "notes": _("notes"),
    "cites": _("cites"),
}

# Series of meetings by the names that coalitions have in common.
SERIES: dict[str, Promise] = {
    "ministerial plenary": _("ministerial plenary"),
    "defence ministers": _("defence ministers"),
    "foreign ministers": _("foreign ministers"),
}

# What became of a promise in a later statement.
FATES: dict[str, Promise] = {
    "renewed": pgettext_lazy("of a promise in a later statement", "renewed"),
    "strengthened": pgettext_lazy("of a promise in a later statement", "strengthened"),
    "weakened": pgettext_lazy("of a promise in a later statement", "weakened"),
    "narrowed": pgettext_lazy("of a promise in a later statement", "narrowed"),
    "unclear": pgettext_lazy("of a promise in a later statement", "unclear"),
    "dropped": pgettext_lazy("of a promise in a later statement", "dropped"),
    "new": pgettext_lazy("of a promise in a later statement", "new"),
}

# Why a pair of promises counts as more, as less or as the same.
REASONS: dict[str, Promise] = {
    "said again": _("it says itself that it is not new"),
    "firmer verb": _("firmer verb"),
    "softer verb": _("softer verb"),
    "date set": _("a date is set"),
    "date gone": _("the date is gone"),
    "earlier date": _("earlier date"),
    "later date": _("later date"),
    "amount set": _("an amount is set"),
    "amount gone": _("the amount is gone"),
    "higher amount": _("higher amount"),
    "lower amount": _("lower amount"),
    "stepped up": _("stepped up"),
    "no longer stepped up": _("no longer stepped up"),
    "caveat added": _("caveat added"),
    "caveat lifted": _("caveat lifted"),
    "more actors": _("more actors"),
    "fewer actors": _("fewer actors"),
    "part gone": _("a part is gone"),
    "line of effort gone": _("a line of effort is gone"),
}

# Who says a thing that no statement says.
SAYINGS: dict[str, Promise] = {
    "the coalition's own file": _("the coalition’s own file"),
    "the secretariat": _("the secretariat"),
}

# What the reader remarks where the text leaves open who acts.
REMARKS: dict[str, Promise] = {
    "some of the issuers only": _("some of the issuers only"),
    "who acts is open": _("who acts is open"),
}

_ALL: dict[str, Promise] = {
    **AGENDA,
    **FACTS,
    **KINDS,
    **STATUSES,
    **AIMS,
    **ROLES,
    **PARTS,
    **CONTRIBUTIONS,
    **STAGES,
    **PRIORITIES,
    **COVERAGE,
    **RELEASES,
    **RELATIONS,
    **SERIES,
    **SAYINGS,
    **FATES,
    **REASONS,
    **REMARKS,
    **STATEMENT_KINDS,
    **PASSED_OVER,
}


def word(term: object) -> str:
    """Say a term of the register in the reader's language; a term we have no word for stays as it is."""
    name = str(getattr(term, "value", term))
    return str(_ALL.get(name.replace("_", " ").replace("-", " "), name))


def mark_names(marks: Iterable[str]) -> str:
    """Name marks in the reader's language: ``a target, a date and an amount``."""
    return format_list([str(MARKS[mark]) for mark in marks], locale=locale())


def days_to(days: int) -> str:
    """Say how far a day is: ``due in 12 days``, ``due today``, ``overdue by 3 days``; a negative count is past."""
    if days == 0:
        return str(_("due today"))
    if days > 0:
        return ngettext("due in %(days)s day", "due in %(days)s days", days) % {"days": figure(days)}
    return ngettext("overdue by %(days)s day", "overdue by %(days)s days", -days) % {"days": figure(-days)}


def tongue() -> str:
    """Give the code of the reader's language: en, fr or ar."""
    return (get_language() or "en").split("-")[0]


def language_name(code: str) -> str:
    """Name a language in the reader's own."""
    return str(locale().languages.get(code, code))


def listed(names: Iterable[str]) -> str:
    """Write names one after the other, with the reader's comma."""
    return comma().join(names)


def comma() -> str:
    """Give the reader's comma, and a space."""
    return str(pgettext_lazy("between names in a list", ", "))


def unit_name(unit: str) -> str:
    """Name what a quantity is counted in, in the reader's language; as it was written where the vocabulary lacks it."""
    return units.name(unit, (get_language() or "en").split("-")[0])


def unit_of(unit: str, number: int | Decimal) -> str:
    """Name a unit as it follows a number in the reader's language: 1 person, 3 people, 40 شخصًا."""
    size = abs(Decimal(number))
    # 1.00 is one, as it is shown.
    shown: int | Decimal = int(size) if size == int(size) else size
    return units.counted(unit, tongue(), locale().plural_form(shown))


def full_day(value: date) -> str:
    """Write a day in full, as in 3 December 2014."""
    return format_date(value, "d MMMM y", locale=locale())


def coalition_name(coalition: CoalitionRef) -> str:
    """Give a coalition's name in the reader's language where its file has one, else as the register has it."""
    code = tongue()
    if code == "en" or coalition.slug not in coalition_file.slugs():
        return coalition.name
    names = coalition_file.coalition(coalition.slug).names
    return next((name.text for name in names if name.language == code and name.until is None), coalition.name)


def length(number: int, unit: str) -> str:
    """Say a length of time; ``unit`` is day, month or year."""
    words = {
        "day": ngettext("%(number)s day", "%(number)s days", number),
        "month": ngettext("%(number)s month", "%(number)s months", number),
        "year": ngettext("%(number)s year", "%(number)s years", number),
    }
    return words[unit] % {"number": figure(number)}


def locale() -> Locale:
    """Give the reader's locale: days before months in English, Western digits in Arabic as official texts have them."""
    return Locale.parse({"en": "en_GB", "fr": "fr", "ar": "ar"}.get(tongue(), "en_GB"))


def figure(number: int | Decimal) -> str:
    """Write a number as the reader's language groups it."""
    return format_decimal(number, locale=locale(), numbering_system="latn")


def money(amount: Decimal, currency: str) -> str:
    """Write an amount as the reader's language groups it, with the code of its currency; cents only where there are."""
    form = "#,##0" if amount == amount.to_integral_value() else "#,##0.00"
    return f"{format_decimal(amount, form, locale=locale(), numbering_system='latn')}\u00a0{currency}"


def share(part: float) -> str:
    """Write a part of one in whole percent, as the reader's language does."""
    return format_percent(round(part, 2), locale=locale(), numbering_system="latn")
