"""A JSON file taken value by value, so that the longest of its lists need not be held in memory."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any, NoReturn, TextIO

from concerted.ledger.written import UnreadableBundle

_AT_ONCE = 1 << 16
_SPACES = " \t\n\r"


class Source:
    """A file and a place in it; every method raises UnreadableBundle for what is no JSON, or a key that stands twice.

    The values of ``keys`` and ``items`` are to be taken one after the other.
    """

    def __init__(self, file: TextIO, where: str) -> None:
        self.where = where
        self._file, self._text, self._at = file, "", 0
        self._decoder = json.JSONDecoder(object_pairs_hook=lambda pairs: _once(pairs, where))

    def keys(self) -> Iterator[str]:
        """Walk over an object; each key's value is to be taken before the next key."""
        self._take("{")
        if self._passed("}"):
            return
        while True:
            key = self.value()
            if not isinstance(key, str):
                self._no_json()
            self._take(":")
            yield key
            if not self._passed(","):
                self._take("}")
                return

    def items(self) -> Iterator[object]:
        """Walk over a list."""
        self._take("[")
        if self._passed("]"):
            return
        while True:
            yield self.value()
            if not self._passed(","):
                self._take("]")
                return

    def value(self) -> object:
        """Take a value whole."""
        self.next()
        while True:
            try:
                value, end = self._decoder.raw_decode(self._text, self._at)
            # What is nested too deeply is refused by the reader with RecursionError.
            except (ValueError, RecursionError):
                if not self._more():
                    self._no_json()
                continue
            # A number may go on.
            if end == len(self._text) and self._more():
                continue
            self._at = end
            return value

    def next(self) -> str:
        """Give the character at which the next value begins, "" at the file's end."""
        while True:
            while self._at < len(self._text):
                if self._text[self._at] not in _SPACES:
                    return self._text[self._at]
                self._at += 1
            if not self._more():
                return ""

    def end(self) -> None:
        """Make sure that nothing follows."""
        if self.next():
            self._no_json()

    def _passed(self, character: str) -> bool:
        if self.next() != character:
            return False
        self._at += 1
        return True

    def _take(self, character: str) -> None:
        if not self._passed(character):
            self._no_json()

    def _more(self) -> bool:
        """Read on, at least as much again as is not taken yet: a long value is tried a few times, not for each line."""
        try:
            read = self._file.read(max(_AT_ONCE, len(self._text) - self._at))
        except UnicodeDecodeError as error:
            raise UnreadableBundle("it is no text", where=self.where, expected="UTF-8") from error
        self._text, self._at = self._text[self._at :] + read, 0
        return bool(read)

    def _no_json(self) -> NoReturn:
        raise UnreadableBundle("it is no JSON", where=self.where, expected="a bundle's file")


def _once(pairs: Iterable[tuple[str, Any]], where: str) -> dict[str, Any]:
    # Of two values under one key readers take different ones, and only one of them would be proved.
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise twice(key, where)
        found[key] = value
    return found


def twice(key: str, where: str) -> UnreadableBundle:
    """Say that a key stands twice."""
    return UnreadableBundle(f"{key!r:.40} stands twice", where=where, expected="each key once")
