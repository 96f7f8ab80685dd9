"""The forms in which documents about a meeting are handed out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from concerted.formats.pages import Part, as_markdown, as_word


@dataclass(frozen=True, slots=True)
class DocumentForm:
    """A form of a document: the end of its file's name, its media type, and whether Word reads it."""

    ending: str
    media_type: str
    is_word: bool


FORMS = {
    "docx": DocumentForm("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", True),
    "markdown": DocumentForm("md", "text/markdown; charset=utf-8", False),
}


def written(form: DocumentForm, parts: Sequence[Part], *, title: str, at: datetime, language: str = "en") -> bytes:
    """Write a document in a form, dated ``at`` that moment."""
    if form.is_word:
        return as_word(parts, title=title, at=at, language=language)
    return as_markdown(parts).encode()


def file_name(title: str, day: date | None, form: DocumentForm) -> str:
    """Name the file after what it is about and its day."""
    name = re.sub(r"[^\w-]+", "-", title).strip("-").lower()[:60] or "meeting"
    return f"{day.isoformat()}-{name}.{form.ending}" if day else f"{name}.{form.ending}"
