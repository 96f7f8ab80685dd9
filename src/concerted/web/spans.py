"""Lengths of time as the register gives them, in the reader's language."""

from __future__ import annotations

import re

from concerted.web.words import length


def span(words: str) -> str:
    """Say a length of time that the register gives as ``180 days`` in the reader's language; other words stay."""
    match = re.fullmatch(r"(\d+) (day|month|year)s?", words)
    return length(int(match[1]), match[2]) if match else words
