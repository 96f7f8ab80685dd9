"""What parties are called: in the reader's language, on the day of the page, and on the day of a text."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date

from babel.lists import format_list
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from concerted.register import as_of
from concerted.register.rows.references import PartyRef, ReleaseRow
from concerted.terms import parties as vocabulary
from concerted.web.words import locale, tongue

# The day of the text whose page is written.
_text_day: ContextVar[date | None] = ContextVar("text_day", default=None)


def party_name(party: PartyRef) -> str:
    """Give a party's name in the reader's language on the day of the page.

    The register's own names come first, then the vocabulary's. On a statement's page the name of the statement's day
    stands beside it where that was another: ``Ports Authority (as Harbour Board)``.
    """
    now, day = _name_now(party), _text_day.get()
    before = _name_then(party, day, now) if day else now
    return now if before == now else str(_("%(name)s (as %(before)s)")) % {"name": now, "before": before}


def name_in(party: PartyRef, language: str) -> str:
    """Give a party's name in a language on the day of the page; "" where there is none in it."""
    kept = party.called_on(_day(), language)
    if kept is not None:
        return kept.name if kept.language == language else ""
    if not vocabulary.is_party(party.code):
        return party.name if language == "en" else ""
    return vocabulary.party(party.code).name(language)


def short_name(party: PartyRef) -> str:
    """Give the short form of a party's name where one is kept, else its name."""
    kept = party.called_on(_day(), tongue())
    return (kept.short if kept else "") or party_name(party)


def party_called(code: str) -> str:
    """Give the name that a code stands for in the reader's language; what is no code stays as it is."""
    return party_name(PartyRef(code, code)) if vocabulary.is_party(code) else code


@contextmanager
def text_of(day: date | None) -> Iterator[None]:
    """Let parties be named as on the day of a text, too, while its page is written; None where it has no day."""
    token = _text_day.set(day)
    try:
        yield
    finally:
        _text_day.reset(token)


def _name_now(party: PartyRef) -> str:
    language = tongue()
    if kept := party.called_on(_day(), language):
        return kept.name
    if not vocabulary.is_party(party.code) or (language == "en" and not party.names and party.name != party.code):
        return party.name
    return vocabulary.party(party.code).name(language)


def _name_then(party: PartyRef, day: date, now: str) -> str:
    language = tongue()
    if kept := party.called_on(day, language):
        return kept.name
    if not vocabulary.is_party(party.code):
        return now
    known = vocabulary.party(party.code)
    before = known.name(language, day)
    return before if party.names or before != known.name(language) else now


def _day() -> date:
    return as_of.day() or timezone.localdate()


def released(release: ReleaseRow, owner: PartyRef | None) -> str:
    """Say who sees a record, as in ``released to the coalition``."""
    said = {
        "working group": _("released to the working group of line %(number)s"),
        "named partners": _("released to %(names)s"),
        "coalition": _("released to the coalition"),
        "public": pgettext_lazy("of a record", "public"),
    }
    kept = _("only %(names)s sees it") if owner else _("only the secretariat sees it")
    names = [party_name(one) for one in release.parties] or ([party_name(owner)] if owner else [])
    return str(said.get(release.kind, kept)) % {
        "number": release.line.number if release.line else "",
        "names": format_list(names, locale=locale()),
    }
