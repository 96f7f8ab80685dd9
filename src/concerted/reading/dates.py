"""The grammar of dates as statements write them, in the languages of ``vocabulary/months.yaml``."""

from __future__ import annotations

import re
from bisect import bisect_left
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from functools import cache, lru_cache

from concerted.reading.word_index import index_of
from concerted.terms.passage import Passage
from concerted.terms.shelf import load, vocabulary


class Precision(StrEnum):
    """How much of a date the words fix."""

    DAY = "day"
    DAYS = "days"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date in a text, from its first to its last possible day (both inclusive).

    "October 28" or "December" without a year has neither day yet: ``month`` and ``day`` say what the words
    fix, ``length`` how many days they span, and ``in_year`` gives the date in a year.
    """

    passage: Passage
    precision: Precision
    first: date | None = None
    last: date | None = None
    month: int | None = None
    day: int | None = None
    length: int = 1

    def in_year(self, year: int) -> DateMention | None:
        """Put a date without a year into one; None where that year has no such day."""
        if self.month is None or self.day is None:
            return self if self.first else None
        if self.precision is Precision.MONTH:
            return replace(self, first=date(year, self.month, 1), last=_month_end(year, self.month))
        first = _day(year, self.month, self.day)
        return replace(self, first=first, last=first + timedelta(days=self.length - 1)) if first else None

    def last_before(self, day: date) -> DateMention | None:
        """Put a date without a year on its last occurrence up to a day."""
        for year in range(day.year, day.year - 5, -1):
            found = self.in_year(year)
            if found and found.last and found.last <= day:
                return found
        return None

    def first_from(self, day: date) -> DateMention | None:
        """Put a date without a year on its first occurrence from a day on."""
        for year in range(day.year, day.year + 5):
            found = self.in_year(year)
            if found and found.first and found.first >= day:
                return found
        return None


def _broken(name: str) -> str:
    """Spell a name so that one that PDF extraction broke ("Octo ber") still matches; short names must be whole."""
    if len(name) < 6:
        return re.escape(name).replace(r"\ ", r"\s+")
    return r"[ \n]?".join(map(re.escape, name.replace(" ", "")))


@cache
def month_numbers() -> dict[str, int]:
    """Map each month's name, lower case and without spaces, to its number."""
    found = {}
    for months in load(vocabulary("months")).values():
        for number, names in enumerate(months, 1):
            found.update({re.sub(r"\s", "", name).lower(): number for name in names})
    return found


@cache
def _month_names(languages: frozenset[str]) -> re.Pattern[str]:
    """Compile the names of months in English, with a capital, and in the other languages given."""
    vocabulary_ = load(vocabulary("months"))
    english = [_broken(name) for names in vocabulary_["en"] for name in sorted(names, key=len, reverse=True)]
    others = {name for code in languages for names in vocabulary_[code] for name in names}
    foreign = "|".join(_broken(name) for name in sorted(others, key=len, reverse=True))
    also = rf"|(?i:{foreign})\b" if foreign else ""
    # That the pattern begins with the letters themselves lets a search for it leap from one to the next.
    begins = r"(?<![\w/])" if foreign else r"[JFMASOND](?<![\w/].)"
    english = english if foreign else [f"(?<={name[0]}){name[1:]}" for name in english]
    return re.compile(rf"{begins}(?:(?:{'|'.join(english)})\b(?:\.(?=\s*\d))?{also})")


@lru_cache(maxsize=8)
def _languages_in(text: str) -> frozenset[str]:
    """Tell which languages besides English name a month somewhere in a text; trying only those is much quicker."""
    words = index_of(text).words()
    return frozenset(code for code, names in _first_words_of_months().items() if not names.isdisjoint(words))


@cache
def _first_words_of_months() -> dict[str, frozenset[str]]:
    return {
        code: frozenset(name.lower().split()[0].rstrip(".") for names in months for name in names)
        for code, months in load(vocabulary("months")).items()
        if code != "en"
    }


TO = r"\s*(?:[-–—‒−]|to|through|until|till|au|bis|al?|إلى)\s*"
_TO_OR_AND = r"\s*(?:[-–—‒−]|to|and|through|until|till|och|et|au|bis|und|y|al?|إلى|و)\s*"
_DAY = r"(?:(?:0?[1-9]|[12]\d|3[01])(?!\d)(?:\s?(?:st|nd|rd|th|er|º)\b|\.(?=\s))?|[٠-٩]{1,2}(?!\d))"
_YEAR = r"(?:(?:19|20)\d\d(?!\d)|[٠-٩]{4})"


# Names of months are written over first, one letter for one, so that a short pattern does.
_MONTH = "\ue000"


_FIGURES = re.compile(rf"\d+|{_MONTH}+")


@cache
def _pattern() -> re.Pattern[str]:
    month = f"{_MONTH}++"  # the whole name or none
    year = rf"(?:,?\s+(?:de\s+)?(?:{_YEAR}))"
    return re.compile(
        rf"(?<![\w/])(?=[\d{_MONTH}])(?:"
        rf"(?P<iso>\d{{4}}-\d\d-\d\d)(?![\w-])"
        rf"|(?P<m1>{month})\s+(?:the\s+)?(?P<d1>{_DAY})(?:(?P<y1>{year})(?:{TO}(?P<m4>{month})\s+(?P<d4>{_DAY})(?P<y5>{year}))?"
        rf"|{_TO_OR_AND}(?:(?P<m2>{month})\s+)?(?P<d2>{_DAY})(?!\s+{month})(?P<y2>{year})?)?"
        rf"|(?P<e1>{_DAY})(?:{_TO_OR_AND}(?P<e3>{_DAY}))?\s+(?:of\s+|de\s+)?(?P<n1>{month})(?P<z1>{year})?"
        rf"(?:{TO}(?P<e2>{_DAY})\s+(?:of\s+|de\s+)?(?P<n2>{month})(?P<z2>{year})?)?"
        rf"|(?P<m3>{month}),?\s+(?:of\s+|de\s+)?(?P<y3>{_YEAR})(?![/\d])"
        rf"|(?P<m5>{month})(?!\s+\d|\w)"
        rf"|(?<=\s)(?P<y4>{_YEAR})(?![\w/%°’'-]|[.,]\d|\s*\()"
        rf")"
    )


_BEFORE_YEAR = re.compile(
    r"(?:\b(?:in|by|since|during|until|till|before|after|through|throughout|from|for|of|to|than|and|early|mid|late|summer"
    r"|spring|autumn|fall|winter|next|en|depuis|fin|sedan|under|year|FY)|[–-])\s*$",
    re.IGNORECASE,
)


def find_dates(text: str, start: int = 0, end: int | None = None) -> tuple[DateMention, ...]:
    """Find the dates in text[start:end]: days, spans of days, months, and years after a word of time.

    Offsets count from the start of the text. A day that no calendar has ("31 June") is left out.
    """
    stop = len(text) if end is None else end
    mentions, starts = _all(text)
    found = []
    for place in range(bisect_left(starts, start), len(mentions)):
        if mentions[place].passage.end > stop:
            break
        found.append(mentions[place])
    return tuple(found)


@lru_cache(maxsize=8)
def _all(text: str) -> tuple[tuple[DateMention, ...], tuple[int, ...]]:
    """Find the dates of a whole text once, for all readers that ask for parts of it."""
    mentions = tuple(_mentions(text))
    return mentions, tuple(mention.passage.start for mention in mentions)


def _matches(masked: str) -> Iterator[re.Match[str]]:
    """Find dates in a masked text; each begins with a figure or a month."""
    upto = 0
    for begun in _FIGURES.finditer(masked):
        if begun.start() >= upto and (match := _pattern().match(masked, begun.start())):
            yield match
            upto = match.end()


def _mentions(text: str) -> Iterator[DateMention]:
    masked = _month_names(_languages_in(text)).sub(lambda match: _MONTH * len(match[0]), text)
    for match in _matches(masked):
        part = {name: text[slice(*match.span(name))] if said else "" for name, said in match.groupdict().items()}
        passage = Passage.of(text, *match.span())
        if part["iso"]:
            day = _iso(part["iso"])
            if day:
                yield DateMention(passage, Precision.DAY, day, day)
        elif part["y4"]:
            if _BEFORE_YEAR.search(text, max(0, match.start() - 20), match.start()):
                year = _number(part["y4"])
                yield DateMention(passage, Precision.YEAR, date(year, 1, 1), date(year, 12, 31))
        elif part["m3"]:
            year, month = _number(part["y3"]), _month(part["m3"])
            yield DateMention(passage, Precision.MONTH, date(year, month, 1), _month_end(year, month))
        elif part["m5"]:
            if _BEFORE_YEAR.search(text, max(0, match.start() - 20), match.start()):
                month = _month(part["m5"])
                yield DateMention(passage, Precision.MONTH, month=month, day=1, length=monthrange(2000, month)[1])
        else:
            found = _days(passage, part)
            if found:
                yield found


def _days(passage: Passage, part: dict[str, str]) -> DateMention | None:
    """Work out a day or a span of days from the parts of a match; None where the calendar has no such day."""
    if part["m1"]:
        month, last_month = part["m1"], part["m2"] or part["m4"] or part["m1"]
        days, years = (part["d1"], part["d2"] or part["d4"] or part["d1"]), (part["y1"], part["y2"] or part["y5"])
    else:
        month, last_month = str(part["n1"]), part["n2"] or str(part["n1"])
        days, years = (part["e1"], part["e2"] or part["e3"] or part["e1"]), (part["z1"], part["z2"])
    numbers = [_number(str(day)) for day in days]
    last_year = _number(years[1] or years[0] or "")
    first_year = _number(years[0] or years[1] or "")
    known = bool(last_year)
    if known and not years[0] and (_month(last_month), numbers[1]) < (_month(month), numbers[0]):
        first_year = last_year - 1  # "30 December to 2 January 2023"
    first = _day(first_year if known else 2000, _month(month), numbers[0])
    last = _day(last_year if known else 2000, _month(last_month), numbers[1])
    if first is None or last is None or last < first:
        return None
    length = (last - first).days + 1
    precision = Precision.DAY if length == 1 else Precision.DAYS
    if known:
        return DateMention(passage, precision, first, last)
    return DateMention(passage, precision, month=first.month, day=first.day, length=length)


def _number(digits: str) -> int:
    """Read the figures of a day or year ("28th", ", 2014"), of any script; 0 where there are none."""
    figures = re.sub(r"\D", "", digits)
    return int(figures) if figures else 0


def _month(name: str) -> int:
    return month_numbers()[re.sub(r"[\s.]", "", name).lower()]


def _day(year: int, month: int, day: int) -> date | None:
    return date(year, month, day) if day <= monthrange(year, month)[1] else None


def _month_end(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def _iso(words: str) -> date | None:
    try:
        return date.fromisoformat(words)
    except ValueError:
        return None
