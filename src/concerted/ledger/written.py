"""What a bundle's file says, taken part by part; every part knows its place in the file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from concerted.ledger.encoding import from_base64
from concerted.ledger.tree import HASH_SIZE
from concerted.terms.errors import ConcertedError

# Sizes and indexes beyond it are no whole numbers to every reader of JSON.
_LARGEST = 2**53 - 1


class UnreadableBundle(ConcertedError):
    """The file is no bundle."""


@dataclass(frozen=True, slots=True)
class Written:
    """A value of the file and its place; every method raises UnreadableBundle for a value of another kind."""

    value: object
    where: str

    def keyed(self, *keys: str) -> dict[str, Written]:
        """Take an object with these keys and no others."""
        values = self.members()
        if odd := set(values) ^ set(keys):
            raise self._wrong(f"the keys {', '.join(keys)}", f"missing or unknown: {', '.join(sorted(odd))}")
        return {key: Written(values[key], f"{self.where}, {key}") for key in keys}

    def members(self) -> dict[str, Any]:
        """Take an object as it is."""
        if not isinstance(self.value, dict):
            raise self._wrong("an object")
        return self.value

    def items(self) -> list[Written]:
        """Take a list; its parts are counted from 1."""
        if not isinstance(self.value, list):
            raise self._wrong("a list")
        return [Written(one, f"{self.where} {number}") for number, one in enumerate(self.value, 1)]

    def text(self) -> str:
        """Take a text."""
        if not isinstance(self.value, str):
            raise self._wrong("text")
        return self.value

    def number(self) -> int:
        """Take a whole number from 0."""
        if isinstance(self.value, bool) or not isinstance(self.value, int) or not 0 <= self.value <= _LARGEST:
            raise self._wrong("a whole number from 0")
        return self.value

    def hash(self) -> bytes:
        """Take a hash."""
        data = from_base64(self.text())
        if data is None or len(data) != HASH_SIZE:
            raise self._wrong(f"base64 of {HASH_SIZE} bytes")
        return data

    def _wrong(self, expected: str, what: str = "") -> UnreadableBundle:
        return UnreadableBundle(what or f"it is {repr(self.value)[:40]}", where=self.where, expected=expected)
