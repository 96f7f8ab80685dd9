"""Names of a statement and of what it mentions, by the Akoma Ntoso Naming Convention (OASIS, akn-nc v1.0).

A document of the United Nations is named as its profile AKN4UN does:
``/akn/un/statement/deliberation/unsc/2014-09-24/2178``. Others have no country; they get ``xx``,
which ISO 3166 leaves to its users: ``/akn/xx/statement/joint-statement/2031-05-02/harbour-statement``.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date

from concerted.formats.un_symbols import symbol
from concerted.reading.facts import ISSUERS, Reading, Role

NO_COUNTRY = "xx"
# Akoma Ntoso wants a date of every work; this is the one of a work of which nothing is known.
NO_DAY = date(1, 1, 1)
_LONGEST_NAME = 60
_LANGUAGES = {
    **{"ar": "ara", "da": "dan", "de": "deu", "en": "eng", "es": "spa", "fi": "fin", "fr": "fra", "is": "isl"},
    **{"it": "ita", "nl": "nld", "no": "nor", "pt": "por", "ru": "rus", "sv": "swe", "zh": "zho"},
}
_UNKNOWN_LANGUAGE = "und"
_RESOLUTION = re.compile(
    r"(?P<council>Security Council|\bUNSCR?\b|\bS/RES/)|(?P<assembly>General Assembly|\bUNGA\b|\bA/RES/)"
)
_NUMBER = re.compile(r"(?<![\d/])(?P<number>(?:ES-)?\d{1,3}/\d{1,3}|\d{1,4})(?!\d)(?: ?\(\d{4}\))?")


@dataclass(frozen=True, slots=True)
class WorkName:
    """How a statement is named: ``uri`` is its Work, ``expression`` the Work in its language.

    ``dates`` are the days that are known of it, each with what it is the day of.
    """

    uri: str
    country: str
    subtype: str
    number: str
    language: str
    dates: tuple[tuple[str, date], ...]
    symbol: str | None = None

    @property
    def expression(self) -> str:
        """Name the Work in its language."""
        return f"{self.uri}/{self.language}@"


def work_name(reading: Reading) -> WorkName:
    """Name a statement by what it is, its day and its title (or its symbol's number)."""
    own = reading.statement
    dates = _dates(reading)
    code = own.language if own.language in _LANGUAGES.values() else _UNKNOWN_LANGUAGE
    language = _LANGUAGES.get(own.language, code)
    united = _of_the_united_nations(reading)
    if united:
        organ, number, known = united
        uri = f"/akn/un/statement/deliberation/{organ}/{dates[0][1].isoformat()}/{slug(number)}"
        return WorkName(uri, "un", "deliberation", number, language, dates, known)
    subtype, name = slug(own.kind) or "statement", slug(own.title)[:_LONGEST_NAME].strip("-") or "untitled"
    uri = f"/akn/{NO_COUNTRY}/statement/{subtype}/{dates[0][1].isoformat()}/{name}"
    return WorkName(uri, NO_COUNTRY, subtype, name, language, dates)


def _dates(reading: Reading) -> tuple[tuple[str, date], ...]:
    own = reading.statement
    day = own.issued_on or own.given_date
    if day is not None:
        return (("issued", day),)
    window = own.window
    bounds = (("not-after", window.latest), ("not-before", window.earliest)) if window else ()
    return tuple((name, bound) for name, bound in bounds if bound is not None) or (("unknown", NO_DAY),)


def _of_the_united_nations(reading: Reading) -> tuple[str, str, str | None] | None:
    """Tell the organ, the number and the symbol of a resolution that the United Nations alone issued."""
    own = reading.statement
    issuers = {one.party for one in reading.participants if one.role is Role.ISSUER}
    body, number = _RESOLUTION.search(own.title), _NUMBER.search(own.title)
    if own.kind != "resolution" or issuers - {"UN"} or not body or not number:
        return None
    organ, series = ("unsc", "UNSCR") if body["council"] else ("unga", "UNGA")
    known = symbol(f"{series} {number['number']}", own.title, day=own.issued_on)
    return organ, number["number"], known


def slug(words: str) -> str:
    """Write words with the letters, digits and hyphens that every name may hold; "" where none is left."""
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode("ascii").lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def two_letters(language: str) -> str:
    """Give the ISO 639-1 code for a language of ISO 639-2; "" for one that no statement was met in."""
    code = language.partition("-")[0].lower()
    return code if code in _LANGUAGES else {three: two for two, three in _LANGUAGES.items()}.get(code, "")


def party_id(party: str) -> str:
    """Name a party inside a document: ``issuers`` or the party's own id, without spaces."""
    return ISSUERS if party == ISSUERS else f"party_{slug(party) or 'unnamed'}"
