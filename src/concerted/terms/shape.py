"""Strict reading of plain data: every key known, every value of its type, every error with its place."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, datetime
from typing import Any, TypeVar

from concerted.terms.shelf import BadData

T = TypeVar("T")


class Fields:
    """A mapping that is read key by key; ``done`` raises BadData if a key was never asked for."""

    def __init__(self, data: Any, where: str) -> None:
        if not isinstance(data, dict):
            raise BadData(f"{_kind(data)} found", where=where, expected="a mapping of keys to values")
        self._data, self._where, self._asked = data, where, list[str]()

    def at(self, key: str) -> str:
        """Name the place of a key for an error."""
        return f"{self._where}: {key}"

    def _get(self, key: str) -> Any:
        self._asked.append(key)
        return self._data.get(key)

    def _one(self, key: str, kind: type[T], expected: str) -> T | None:
        value = self._get(key)
        if value is None:
            return None
        # In Python yes is a number and a time is a day.
        if not isinstance(value, kind) or isinstance(value, (bool, datetime)):
            raise BadData(f"{_kind(value)} found", where=self.at(key), expected=expected)
        return value

    def _need(self, key: str, value: T | None, expected: str) -> T:
        if value is None or value == "":
            raise BadData("nothing found", where=self.at(key), expected=expected)
        return value

    def text(self, key: str) -> str:
        """Read a text that must be there."""
        return self._need(key, self.text_or_none(key), "a text")

    def text_or_none(self, key: str) -> str | None:
        """Read a text that may be missing."""
        return self._one(key, str, "a text")

    def number(self, key: str) -> int:
        """Read a whole number from 1 that must be there."""
        return self._need(key, self.number_or_none(key), "a whole number from 1")

    def number_or_none(self, key: str) -> int | None:
        """Read a whole number from 1 that may be missing."""
        value = self._one(key, int, "a whole number from 1")
        if value is not None and value < 1:
            raise BadData(f"{value} found", where=self.at(key), expected="a whole number from 1")
        return value

    def day(self, key: str) -> date | None:
        """Read a day that may be missing."""
        return self._one(key, date, "a day such as 2014-12-03")

    def one_of(self, key: str, choices: Iterable[str]) -> str:
        """Read one of a few words."""
        value, choices = self.text(key), sorted(choices)
        if value not in choices:
            raise BadData(f"{value!r} found", where=self.at(key), expected=" or ".join(choices))
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """Read a list of texts; missing is empty."""
        values = self._list(key)
        for place, value in enumerate(values, 1):
            if not isinstance(value, str) or not value:
                raise BadData(f"{_kind(value)} found", where=f"{self.at(key)} {place}", expected="a text")
        return tuple(values)

    def mapping(self, key: str) -> dict[Any, Any]:
        """Read a mapping whose keys are free; missing is empty."""
        return self._one(key, dict, "a mapping") or {}

    def each(self, key: str, read: Callable[[Fields], T]) -> tuple[T, ...]:
        """Read a list of mappings, each with ``read``; missing is empty."""
        found = []
        for place, value in enumerate(self._list(key), 1):
            fields = Fields(value, f"{self.at(key)} {place}")
            found.append(read(fields))
            fields.done()
        return tuple(found)

    def _list(self, key: str) -> list[Any]:
        return self._one(key, list, "a list") or []

    def done(self) -> None:
        """Raise BadData if the mapping has a key that nobody asked for."""
        unknown = [str(key) for key in self._data if key not in self._asked]
        if unknown:
            raise BadData(f"unknown key {', '.join(unknown)}", where=self._where, expected=", ".join(self._asked))


def _kind(value: Any) -> str:
    names = {dict: "a mapping", list: "a list", str: "a text", bool: "yes or no", int: "a number", date: "a day"}
    return names.get(type(value), "nothing" if value is None else type(value).__name__)
