"""Papers of meetings and their versions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class PaperFileRow:
    """A version of a paper: the file's name, kind, bytes and digest, and when it was filed."""

    version: int
    name: str
    media_type: str
    size: int
    sha256: str
    at: datetime


@dataclass(frozen=True, slots=True)
class PaperRow:
    """A paper as an agenda names it: how many versions there are (0: not yet filed), and why it is withdrawn."""

    id: int
    title: str
    item: int | None
    version: int
    withdrawn: str

    @property
    def noted(self) -> tuple[tuple[str, int], ...]:
        """Name the record of which its owner is told who has seen it."""
        return (("paper", self.id),)
