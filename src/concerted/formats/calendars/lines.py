"""The lines of a calendar file: unfolded, and each taken apart into name, parameters and value (RFC 5545, 3.1)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from concerted.terms.errors import ConcertedError

_NAME = re.compile(r"[A-Za-z0-9-]+")
_ONE = r'(?:"[^"]*"|[^";:,]*)'
_PARAMETER = re.compile(rf";([A-Za-z0-9-]+)=({_ONE}(?:,{_ONE})*)")
_VALUES = re.compile(rf"(?:^|,)({_ONE})")
_ALONE = re.compile(rb"(?<!\r)\n|\r(?!\n)")
_CONTROL = re.compile(r"[\x00-\x08\x0a-\x1f\x7f]")


class MalformedCalendar(ConcertedError):
    """The file is no calendar that RFC 5545 allows; ``where`` says the line."""


@dataclass(frozen=True, slots=True)
class Property:
    """A line: its name and those of its parameters in capitals, its value as it stands, and where it begins.

    ``place`` is the file's name and the line's number, as errors say it.
    """

    name: str
    parameters: Mapping[str, tuple[str, ...]]
    value: str
    place: str

    def parameter(self, name: str) -> str:
        """Give a parameter's only or first value; "" where it has none."""
        return self.parameters.get(name, ("",))[0]


def properties(data: bytes, name: str) -> Iterator[Property]:
    """Give the lines of a file one by one; raises MalformedCalendar at the first that is none."""
    for number, line in _unfolded(data, name):
        yield _taken_apart(line, f"{name}, line {number}")


def _unfolded(data: bytes, name: str) -> Iterator[tuple[int, str]]:
    """Give each line with the number of its first; a fold may stand inside a character."""
    if not data:
        raise MalformedCalendar("the file is empty", where=name, expected="BEGIN:VCALENDAR")
    if alone := _ALONE.search(data):
        before = data[: alone.start()].replace(b"\r\n", b"\n").replace(b"\r", b"\n")
        place = f"{name}, line {before.count(10) + 1}"
        raise MalformedCalendar(
            "the line does not end as it must", where=place, expected="CRLF at the end of each line"
        )
    lines = data.split(b"\r\n")
    if lines.pop():
        place = f"{name}, line {len(lines) + 1}"
        raise MalformedCalendar(
            "the line does not end as it must", where=place, expected="CRLF at the end of each line"
        )
    first, parts = 0, [b""]
    for number, line in enumerate(lines, 1):
        if line[:1] in (b" ", b"\t"):
            parts.append(line[1:])
        else:
            if first:
                yield first, _decoded(parts, f"{name}, line {first}")
            first, parts = number, [line]
        if not first or not line:
            place = f"{name}, line {number}"
            raise MalformedCalendar("the line has no name", where=place, expected="a name such as SUMMARY")
    yield first, _decoded(parts, f"{name}, line {first}")


def _decoded(parts: list[bytes], place: str) -> str:
    try:
        line = b"".join(parts).decode()
    except UnicodeDecodeError as error:
        raise MalformedCalendar("the line is not UTF-8", where=place, expected="UTF-8") from error
    if _CONTROL.search(line):
        raise MalformedCalendar("a control character stands in the line", where=place, expected="text")
    return line


def _taken_apart(line: str, place: str) -> Property:
    named = _NAME.match(line)
    if named is None:
        raise MalformedCalendar("the line has no name", where=place, expected="a name such as SUMMARY")
    name, at = named[0].upper(), named.end()
    parameters: dict[str, tuple[str, ...]] = {}
    while line[at : at + 1] == ";":
        found = _PARAMETER.match(line, at)
        if found is None:
            raise MalformedCalendar(f"a parameter of {name} is none", where=place, expected="NAME=value")
        key = found[1].upper()
        if key in parameters:
            raise MalformedCalendar(f"{key} stands twice at {name}", where=place, expected="each parameter once")
        parameters[key] = tuple(one.strip('"') for one in _VALUES.findall(found[2]))
        at = found.end()
    if line[at : at + 1] != ":":
        raise MalformedCalendar(f"{name} has no value", where=place, expected="a colon, and after it the value")
    return Property(name, parameters, line[at + 1 :], place)
