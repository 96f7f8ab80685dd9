"""Errors of the rooms below in the reader's language.

An error speaks English. Here the template that it was raised with is found among those of the catalogue
(``web.error_strings`` collects them), and the translation is filled with what the error says in their places.
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from pathlib import Path

from babel.core import Locale
from babel.messages.mofile import read_mo
from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from concerted.terms.errors import ConcertedError
from concerted.web.error_strings import CONTEXT
from concerted.web.history_words import FIELDS
from concerted.web.isolation import isolated
from concerted.web.words import figure, full_day, language_name, listed, tongue, word

_LOCALES = Path(__file__).parent / "locale"
_PLACE = re.compile(r"%\(([a-z])\)s")
_FIGURE = re.compile(r"[0-9]+|[0-9]{1,3}(?:,[0-9]{3})+")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_QUOTED = re.compile(r"'.*'|\".*\"", re.DOTALL)
_LIST = re.compile(r", | and | or ")
# An error as one line, where it is kept.
_LINE = re.compile(r"(?:(?P<where>.*?): )?(?P<what>[^;]*)(?:; expected (?P<expected>.*))?", re.DOTALL)


def said(error: ConcertedError) -> str:
    """Say what is wrong and what was expected."""
    return _together(translated(error.what), translated(error.expected))


def say(form: forms.Form, error: ConcertedError) -> None:
    """Put an error beside its field, or above the form where it is about none of the form's that are shown."""
    field = form.fields.get(error.where)
    shown = field is not None and not field.widget.is_hidden
    form.add_error(error.where if shown else None, said(error))


def stored(line: str) -> str:
    """Say an error that was kept as one line; as it is where no error of this version says so."""
    found = _LINE.fullmatch(line)
    if tongue() == "en" or found is None:
        return line
    for what in (found["what"], f"{found['where']}: {found['what']}"):
        if (known := translated(what)) != what:
            return _together(known, translated(found["expected"] or ""))
    return line


def translated(text: str) -> str:
    """Say a text of an error in the reader's language; as it is where the catalogue has no template of it."""
    if tongue() == "en" or not text:
        return text
    for template, pattern in _templates(tongue()):
        if found := pattern.fullmatch(text):
            return pgettext(CONTEXT, template) % {name: _term(value) for name, value in found.groupdict().items()}
    return _term(text)


def _together(what: str, expected: str) -> str:
    return _("%(what)s; %(expected)s") % {"what": what, "expected": expected} if expected else what


def _term(value: str) -> str:
    """Say what stands in an error's place: a term, a field, a figure, a day, a language, or a list of these."""
    if _QUOTED.fullmatch(value):
        value = value[1:-1]
    if _FIGURE.fullmatch(value):
        return figure(int(value.replace(",", "")))
    if _DAY.fullmatch(value):
        return full_day(date.fromisoformat(value))
    if (known := word(value)) != value:
        return known
    if value in FIELDS:
        return str(FIELDS[value])
    if value in _languages():
        return language_name(_languages()[value])
    parts = _LIST.split(value)
    if len(parts) > 1 and all(_term(part) != isolated(part) for part in parts):
        return listed(_term(part) for part in parts)
    return isolated(value)


@cache
def _languages() -> dict[str, str]:
    return {name: code for code, name in Locale("en").languages.items()}


@cache
def _templates(language: str) -> list[tuple[str, re.Pattern[str]]]:
    """Give the catalogue's templates of errors, those that say most first."""
    with (_LOCALES / language / "LC_MESSAGES" / "django.mo").open("rb") as file:
        # Babel leaves the context as the bytes of the file.
        known = [str(one.id) for one in read_mo(file) if one.context in (CONTEXT, CONTEXT.encode())]
    known.sort(key=lambda template: len(_PLACE.sub("", template)), reverse=True)
    return [(template, _pattern(template)) for template in known]


def _pattern(template: str) -> re.Pattern[str]:
    pieces = _PLACE.split(template)
    written = [re.escape(piece.replace("%%", "%")) for piece in pieces[::2]]
    places = [f"(?P<{name}>.+?)" for name in pieces[1::2]]
    return re.compile("".join(piece for pair in zip(written, [*places, ""], strict=True) for piece in pair), re.DOTALL)
