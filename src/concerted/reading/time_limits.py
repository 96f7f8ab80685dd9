"""The words that say by when something is to happen, found in a stretch of text."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import Any

from concerted.reading.dates import find_dates
from concerted.reading.event_limits import limits_by_event
from concerted.reading.time_limit import Period, TimeLimit
from concerted.reading.word_index import GuardedPattern
from concerted.terms.passage import Passage
from concerted.terms.shelf import load, vocabulary


@cache
def _words() -> Any:
    return load(vocabulary("time-limits"))


def _loose(pattern: str) -> str:
    """Let each space of a pattern be any white space, a line's end too."""
    return pattern.replace(" ", r"\s+")


def _longest_first(words: Any) -> str:
    return "|".join(_loose(re.escape(word).replace(r"\ ", " ")) for word in sorted(words, key=len, reverse=True))


@cache
def _other_words() -> GuardedPattern:
    return GuardedPattern(_words()["other_words"], re.IGNORECASE)


@cache
def _length(kind: str) -> GuardedPattern:
    units = [*_words()["units"]["days"], *_words()["units"]["months"]]
    n = rf"(?P<n>\d{{1,4}}|{_longest_first(_words()['counts'])})"
    unit = rf"(?:(?:working|calendar|business|consecutive)\s+)?(?P<unit>{_longest_first(units)})s?\b"
    # A group's name may stand only once in a pattern, so each alternative is tried by itself in one search.
    forms = []
    for place, form in enumerate(_words()[kind]):
        one = rf"(?P<unit>{_longest_first(units)})\b"
        spelt = _loose(form).replace("{n}", n).replace("{unit}", unit).replace("{one}", one)
        forms.append(spelt.replace("?P<n>", f"?P<n{place}>").replace("?P<unit>", f"?P<unit{place}>"))
    return GuardedPattern(rf"(?<!\w)(?:{'|'.join(forms)})", re.IGNORECASE)


_EVENT = re.compile(r"\s+(?:of|after|from|following|upon|before)\s+(?P<event>[^,.;:()]{1,80})", re.IGNORECASE)
_ITSELF = re.compile(
    r"(?:the\s+)?(?:date\s+of\s+)?(?:the\s+|its\s+)?(?:adoption|issuance|publication|entry\s+into\s+force)"
    r"(?:\s+of\s+(?:this|the\s+present)\b|\s*$|\s+and\b)|today\b|now\b|this\b|the\s+(?:date|adoption)\s+of\s+this",
    re.IGNORECASE,
)


def _lengths(text: str, start: int, end: int) -> list[TimeLimit]:
    found = []
    matches = [*_length("lengths").finditer(text, start, end)]
    if _other_words().search(text, start, end):
        matches += _length("other_lengths").finditer(text, start, end)
    for match in matches:
        parts = {re.sub(r"\d", "", key): value for key, value in match.groupdict().items() if value}
        counts, units = _words()["counts"], _words()["units"]
        said = re.sub(r"\s+", " ", parts.get("n", "one")).lower()
        number = counts.get(said) or int(said)
        unit = parts["unit"].lower()
        event = _EVENT.match(text, match.end(), end)
        named = event["event"] if event and not _ITSELF.match(event["event"]) else None
        before = max(start, match.start() - 140)
        if named and not _LED_IN.match(match.group()) and not _PROMISED.search(text, before, match.start()):
            continue  # "two years after the storm" tells a time, not a limit
        passage = Passage.of(text, *match.span())
        if unit in units["months"]:
            found.append(TimeLimit(passage, months=number, event=named))
        else:
            days = -(-number // 24) if unit in ("hour", "heure") else number * units["days"][unit]
            found.append(TimeLimit(passage, days=days, event=named))
    return found


_LED_IN = re.compile(r"(?:over|in|during|within|not?|by)\b", re.IGNORECASE)
# What is to be done some time after an event: "shall report six months after the renewal".
_PROMISED = re.compile(
    r"\b(?:shall|will|requests?|decides?|directs?|reports?|review|submit|present|brief|expire|terminate)\b[^.;]*\Z",
    re.IGNORECASE,
)


# Words without which no length is there; looking for them first is much quicker.
@cache
def _hint() -> GuardedPattern:
    units = sorted({*_words()["units"]["days"], *_words()["units"]["months"]} - {"an", "dag"})
    return GuardedPattern(rf"\b(?:{'|'.join(units)}|ans|dag)", re.IGNORECASE)


@cache
def _any_period() -> GuardedPattern:
    return GuardedPattern(
        "|".join(rf"(?<!\w)(?:{_loose(entry['pattern'])})" for entry in _words()["periods"]), re.IGNORECASE
    )


@cache
def _periods() -> tuple[tuple[GuardedPattern, Period, int], ...]:
    return tuple(
        (
            GuardedPattern(rf"(?<!\w)(?:{_loose(entry['pattern'])})\b", re.IGNORECASE),
            Period(entry["period"]),
            entry["later"],
        )
        for entry in _words()["periods"]
    )


@cache
def _before_a_date() -> GuardedPattern:
    part = (
        r"(?:next\s+)?(?:(?:the\s+)?(?P<part>end|close|beginning|start|middle|first\s+half|second\s+half"
        r"|(?:first|second|third|fourth)\s+quarter)\s+of\s+|(?:la\s+|le\s+)?(?P<partie>fin|début|milieu|premier\s+[ts]\w+estre"
        r"|(?:deuxième|second|troisième|quatrième)\s+[ts]\w+estre)\s+(?:d[eu’']\s*)(?:l[’']année\s+|mois\s+d[e’']\s*)?)?"
        r"(?:(?P<season>early|mid|late|spring|summer|autumn|fall|winter)[-\s]+)?"
    )
    return GuardedPattern(
        rf"(?<!\w)(?:{'|'.join(map(_loose, _words()['before_a_date']))})"
        rf"\s*\b(?:the\s+(?!20\d\d))?{part}(?:the\s+year\s+)?"
        r"(?P<year>20\d\d(?![\w/%]|[.,]\d|\s*(?:per\s?cent|percent)))?",
        re.IGNORECASE,
    )


_YEAR = GuardedPattern(r"\bthis\s+year\b|\b(?:half|quarter)\s+of\s+20|\bin\s+(?:\w+[-\s])?20\d\d", re.IGNORECASE)
_A_YEAR = re.compile(r"20\d\d")
# The last month of a part of a year.
_LAST_MONTH = {
    "beginning": 3, "start": 3, "early": 3, "first quarter": 3, "spring": 6, "middle": 6, "mid": 6, "first half": 6,
    "second quarter": 6, "summer": 9, "third quarter": 9, "autumn": 12, "fall": 12,
    "début": 3, "premier trimestre": 3, "milieu": 6, "premier semestre": 6, "deuxième trimestre": 6,
    "troisième trimestre": 9,
}  # fmt: skip


_FIGURE = GuardedPattern(r"\b\d")


def _dated(text: str, start: int, end: int) -> list[TimeLimit]:
    found: list[TimeLimit] = []
    dates = find_dates(text, start, end)
    if not dates and not _FIGURE.may_stand_in(text, start, end):
        return found
    for match in _before_a_date().finditer(text, start, end):
        part = re.sub(r"\s+", " ", match["part"] or match["partie"] or match["season"] or "").lower()
        if match["year"]:
            last = _end_of_month(int(match["year"]), _LAST_MONTH.get(part, 12))
            found.append(TimeLimit(Passage.of(text, *match.span()), day=last))
            continue
        for mention in find_dates(text, match.end(), min(end, match.end() + 40))[:1]:
            if mention.passage.start == match.end():
                passage = Passage.of(text, match.start(), mention.passage.end)
                found.append(TimeLimit(passage, day=mention.last, yearless=None if mention.last else mention))
    return found


# The end of "this year", or of a year to come, binds only what is promised before it; what others do, or a
# meeting's own time, is none.
_PROMISED_IN_YEAR = GuardedPattern(
    r"\b(?:will|(?:intend|plan|aim|commit)(?:s|ted)?\s+to)\b"
    r"(?:(?!\b(?:which|that|who|leading|since|earlier|host\w*|hold|held|meet\w*|convene|summit|forum|workshop|conference|COP\s?\d+|UNOC\s?\d*)\b)[^.;]){3,120}?(?P<when>\bthis\s+year\b|\bin\s+(?:(?:early|mid|late)[-\s])?20\d\d\b)(?![’'/-])",
    re.IGNORECASE,
)
_PART_OF_YEAR = GuardedPattern(
    r"(?P<lead>(?:(?!\b(?:meet|met|convene|summit|session|conference|hold|held)\b)[^.;]){0,60})"
    r"(?P<when>\bin\s+the\s+(?P<part>first\s+half|second\s+half|(?:first|second|third|fourth)\s+quarter)\s+of\s+(?P<year>20\d\d))\b",
    re.IGNORECASE,
)


def _in_part_of_year(text: str, start: int, end: int) -> list[TimeLimit]:
    found = []
    for match in _PROMISED_IN_YEAR.finditer(text, start, end):
        passage, year = Passage.of(text, *match.span("when")), _A_YEAR.search(match["when"])
        if year is None:
            found.append(TimeLimit(passage, period=Period.YEAR))
        else:
            part = next((part for part in ("early", "mid") if part in match["when"].lower()), "")
            found.append(TimeLimit(passage, day=_end_of_month(int(year[0]), _LAST_MONTH.get(part, 12))))
    for match in re.finditer(r"\b(?:half|quarter)\s+of\s+20", text[start:end]):
        told = _PART_OF_YEAR.search(text, max(start, start + match.start() - 80), end)
        if told:
            part = re.sub(r"\s+", " ", told["part"]).lower()
            last = _end_of_month(int(told["year"]), _LAST_MONTH.get(part, 12))
            found.append(TimeLimit(Passage.of(text, *told.span("when")), day=last))
    return found


def _end_of_month(year: int, month: int) -> date:
    after = date(year + month // 12, month % 12 + 1, 1)
    return date.fromordinal(after.toordinal() - 1)


def find_time_limits(text: str, start: int = 0, end: int | None = None) -> tuple[TimeLimit, ...]:
    """Find the limits in text[start:end] that a day can be worked out from, in the order of the text.

    Frequencies ("every 60 days") and durations ("for a period of two years") are none.
    """
    stop = len(text) if end is None else end
    limits = [*_dated(text, start, stop), *limits_by_event(text, start, stop)]
    if _YEAR.search(text, start, stop):
        limits += _in_part_of_year(text, start, stop)
    if _hint().search(text, start, stop):
        limits += _lengths(text, start, stop)
    for pattern, period, later in _periods() if _any_period().may_stand_in(text, start, stop) else ():
        for match in pattern.finditer(text, start, stop):
            limits.append(TimeLimit(Passage.of(text, *match.span()), period=period, periods_on=later))
    limits.sort(key=lambda limit: (limit.passage.start, -limit.passage.end))
    kept: list[TimeLimit] = []
    for limit in limits:
        if not kept or limit.passage.start >= kept[-1].passage.end:
            kept.append(limit)
    return tuple(kept)


@cache
def vague_limit() -> GuardedPattern:
    """Give the pattern of words that say by when without a day ("as soon as possible")."""
    return GuardedPattern(rf"(?<![\w-])(?:{'|'.join(map(_loose, _words()['vague']))})(?!\w)", re.IGNORECASE)
