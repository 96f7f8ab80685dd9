"""Names of parties and coalitions, and the days on which they held."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Name:
    """A name and the days from and to which it held (None: open)."""

    text: str
    language: str = "en"
    since: date | None = None
    until: date | None = None

    def holds_on(self, day: date | None) -> bool:
        """Tell whether the name was in use on a day; any name is when no day is known."""
        if day is None:
            return True
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)
