"""A mention of a legal or political text, before mentions of the same text are put together."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from concerted.reading.dates import DateMention, Precision, find_dates
from concerted.terms.shelf import load, vocabulary


@dataclass(frozen=True, slots=True)
class Citation:
    """One mention of a text at ``start`` to ``end``.

    ``id`` is the canonical id without a date, ``dated`` what the words add of its date
    ("2014-09-15", "2018-02", "1949"), ``head`` the noun that heads the name.
    """

    start: int
    end: int
    id: str
    title: str
    body: str | None = None
    dated: str | None = None
    head: str | None = None

    @property
    def day(self) -> date | None:
        """The day, where the words give the date in full."""
        return date.fromisoformat(self.dated) if self.dated and len(self.dated) == 10 else None


@cache
def words() -> Any:
    """Load the vocabulary of instruments."""
    return load(vocabulary("instruments"))


def as_far_as_known(mention: DateMention) -> str | None:
    """Write a date as far as the words have it: day, month or year; None without a year."""
    if mention.first is None:
        return None
    if mention.precision is Precision.YEAR:
        return f"{mention.first.year:04}"
    return mention.first.isoformat()[:7] if mention.precision is Precision.MONTH else mention.first.isoformat()


_LEAD = re.compile(r"\s*(?:\(|,?\s*(?:of|dated|from|issued|adopted|signed|released|published)?\s*(?:on|in)?\s*)\Z")


def date_after(text: str, place: int, limit: int) -> tuple[str | None, int]:
    """Read the date that follows a name ("(September 7, 2014)", "of 28 September 2001"), and where it ends.

    Gives (None, place) where no date follows at once.
    """
    stop = min(limit, place + 60)
    bare = re.compile(r"\s+of\s+((?:19|20)\d\d)\b(?!\s*\()").match(text, place, stop)
    if bare:
        return bare[1], bare.end()
    for mention in find_dates(text, place, stop)[:1]:
        between = text[place : mention.passage.start]
        known = as_far_as_known(mention)
        if known and between.strip() and _LEAD.match(between):
            end = mention.passage.end
            return known, end + 1 if between.lstrip().startswith("(") and text[end : end + 1] == ")" else end
    return None, place


_ARTICLES = re.compile(r"\b(?:the|a|an)\s+", re.IGNORECASE)


@cache
def _bodies() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(words()['bodies'], key=len, reverse=True)))})(?!\w)")


def short(title: str) -> str:
    """Make a name into an id: no articles, bodies abbreviated, a year in front put behind."""
    name = " ".join(title.split())
    name = _bodies().sub(lambda match: words()["bodies"][match.group()], name)
    name = _ARTICLES.sub("", name)
    year = re.match(r"((?:19|20)\d\d)\s+(?!Agenda|Strategy)(?=\S)", name)
    return f"{name[year.end() :]} {year[1]}" if year else name
