"""The versions of a statement's text, and the findings that a corrected one left without a place."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class VersionRow:
    """A text of a statement: when it came in and by whom; the last one is the statement's own."""

    number: int
    at: datetime
    by: str
    source: str
    media_type: str
    sha256: str
