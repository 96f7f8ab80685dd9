"""Plain text: its characters stay as they are."""

from __future__ import annotations

import re
from datetime import date, datetime

from concerted.formats.encoding import characters
from concerted.terms.document import Document

_KEY = re.compile(r"# *([a-z][a-z_ -]*): *(.*)")
_DATE_FORMATS = ("%Y-%m-%d", "%d %B %Y", "%B %d, %Y")


def read(data: bytes, name: str, charset: str = "") -> Document:
    """Read a plain text; its first lines of the form ``# key: value`` are its carrier's header.

    The header stays in the text, so that every passage points into what was handed in.
    """
    text = characters(data, name, charset)
    header = _header(text)
    source, given_date = _source(header.get("source", ""))
    return Document(
        text,
        title=header.get("title", ""),
        source=source,
        given_date=given_date or date_of(header.get("date", "")),
        language=header.get("language", ""),
    )


def _header(text: str) -> dict[str, str]:
    header: dict[str, str] = {}
    for line in text.lstrip("\n").split("\n"):
        pair = _KEY.fullmatch(line.rstrip())
        if pair is None:
            break
        header.setdefault(pair[1].strip(), pair[2].strip())
    return header


def _source(value: str) -> tuple[str, date | None]:
    """Part a source note ("where; 15 August 2014; complete") into where and when."""
    where, *notes = [part.strip() for part in value.split(";")]
    days = [day for note in notes if (day := date_of(note))]
    return (where, days[0]) if len(days) == 1 else (value, None)


def date_of(words: str) -> date | None:
    """Read a whole date as a carrier writes it; None for a month, a year or anything else."""
    for form in _DATE_FORMATS:
        try:
            return datetime.strptime(words.strip(), form).date()  # noqa: DTZ007  # a day has no zone
        except ValueError:
            continue
    return None
