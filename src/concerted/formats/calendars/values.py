"""Values as calendars write them: of which type each is, and what days and times say (RFC 5545, 3.3)."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

from concerted.formats.calendars.recurrence import is_recurrence

# How each type is written, as an error says it.
FORMS = {
    "BINARY": "Base64",
    "BOOLEAN": "TRUE, FALSE",
    "CAL-ADDRESS": "mailto:name@example.org",
    "DATE": "20261122",
    "DATE-TIME": "20261122T140000, 20261122T140000Z",
    "DURATION": "P1D, PT1H30M, -P2W",
    "FLOAT": "1.5",
    "GEO": "59.9;10.7",
    "INTEGER": "3",
    "PERIOD": "20261122T140000Z/PT1H",
    "RECUR": "FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
    "REQUEST-STATUS": "2.0;Success",
    "TEXT": r"text\, with \; \, \\ and \n",
    "TIME": "140000",
    "URI": "https://example.org/",
    "UTC-OFFSET": "+0100",
}
_TIME = r"(?:[01]\d|2[0-3])[0-5]\d(?:[0-5]\d|60)"
_CLOCK = r"T(?:\d+H(?:\d+M(?:\d+S)?)?|\d+M(?:\d+S)?|\d+S)"
_DURATION = re.compile(rf"([+-]?)P(?:(\d+)W|(?:(\d+)D)?({_CLOCK})?)", re.ASCII)
_PART = re.compile(r"(\d+)([HMS])", re.ASCII)
_MOMENT = re.compile(rf"(\d{{8}})T({_TIME})(Z?)", re.ASCII)
_TEXT = r"(?:[^\\;,]|\\[\\;,nN])*"
_ESCAPED = re.compile(r"\\([\\;,nN])")
_FLOAT = r"[+-]?\d+(?:\.\d+)?"
_PATTERNS = {
    "BOOLEAN": re.compile(r"TRUE|FALSE", re.IGNORECASE),
    "CAL-ADDRESS": re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s]+"),
    "FLOAT": re.compile(_FLOAT, re.ASCII),
    "INTEGER": re.compile(r"[+-]?\d{1,10}", re.ASCII),
    "REQUEST-STATUS": re.compile(rf"\d+\.\d+(?:\.\d+)?;{_TEXT}(?:;{_TEXT})?", re.ASCII),
    "TEXT": re.compile(_TEXT),
    "TIME": re.compile(rf"{_TIME}Z?", re.ASCII),
    "URI": re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s]+"),
    "UTC-OFFSET": re.compile(r"(?!-0{4}(?:00)?$)[+-](?:[01]\d|2[0-3])[0-5]\d(?:[0-5]\d)?", re.ASCII),
}
_LARGEST = 2**31


def is_value(kind: str, value: str) -> bool:
    """Tell whether a value is one of its type; a type that is not known here is not looked into."""
    if kind in _PATTERNS:
        plain = _PATTERNS[kind].fullmatch(value) is not None
        return plain and (kind != "INTEGER" or -_LARGEST <= int(value) < _LARGEST)
    return kind not in _WORKED_OUT or _WORKED_OUT[kind](value)


def moment(value: str) -> date | datetime | None:
    """Give a day, a time of UTC (aware) or one of another zone (naive); None for what is none of them."""
    try:
        if len(value) == len("20261122") and value.isascii() and value.isdecimal():
            return datetime.strptime(value, "%Y%m%d").date()  # noqa: DTZ007 (a day has no zone)
        found = _MOMENT.fullmatch(value)
        if found is None:
            return None
        clock = found[2][:4] + ("59" if found[2].endswith("60") else found[2][4:])
        at = datetime.strptime(found[1] + clock, "%Y%m%d%H%M%S")  # noqa: DTZ007 (the file says the zone elsewhere)
    except ValueError:
        return None
    return at.replace(tzinfo=UTC) if found[3] else at


def duration(value: str) -> timedelta | None:
    """Give a length of time; None for what is none."""
    found = _DURATION.fullmatch(value)
    if found is None or value.endswith("P"):
        return None
    clock = {unit: int(figure) for figure, unit in _PART.findall(found[4] or "")}
    try:
        length = timedelta(
            weeks=int(found[2] or 0),
            days=int(found[3] or 0),
            hours=clock.get("H", 0),
            minutes=clock.get("M", 0),
            seconds=clock.get("S", 0),
        )
    except OverflowError:
        return None
    return -length if found[1] == "-" else length


def text(value: str) -> str:
    """Give what a text says, without the marks that let it stand in a line."""
    return _ESCAPED.sub(lambda found: "\n" if found[1] in "nN" else found[1], value)


def _is_period(value: str) -> bool:
    first, _, then = value.partition("/")
    start, end, length = moment(first), moment(then), duration(then)
    if not isinstance(start, datetime):
        return False
    if length is not None:
        return length > timedelta(0)
    return isinstance(end, datetime) and (start.tzinfo is None) == (end.tzinfo is None) and start < end


def _is_geo(value: str) -> bool:
    found = re.fullmatch(rf"({_FLOAT});({_FLOAT})", value, re.ASCII)
    return found is not None and abs(float(found[1])) <= 90 and abs(float(found[2])) <= 180


def _is_base64(value: str) -> bool:
    try:
        base64.b64decode(value, validate=True)
    except binascii.Error:
        return False
    return True


def _is_day(value: str) -> bool:
    found = moment(value)
    return found is not None and not isinstance(found, datetime)


_WORKED_OUT: dict[str, Callable[[str], bool]] = {
    "BINARY": _is_base64,
    "DATE": _is_day,
    "DATE-TIME": lambda value: isinstance(moment(value), datetime),
    "DURATION": lambda value: duration(value) is not None,
    "GEO": _is_geo,
    "PERIOD": _is_period,
    "RECUR": is_recurrence,
}
