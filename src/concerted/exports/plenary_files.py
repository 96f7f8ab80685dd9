"""The forms in which the report of a meeting is handed out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime

from concerted.exports.plenary import PLAIN, Wording, plenary
from concerted.formats.pages import as_markdown, as_word
from concerted.register.rows.meetings import MeetingPage
from concerted.register.rows.minutes import Minutes
from concerted.register.rows.seating import Seating


@dataclass(frozen=True, slots=True)
class ReportForm:
    """A form of the report: the end of its file's name, its media type, and whether Word reads it."""

    ending: str
    media_type: str
    is_word: bool


FORMS = {
    "docx": ReportForm("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", True),
    "markdown": ReportForm("md", "text/markdown; charset=utf-8", False),
}


def written(
    form: ReportForm,
    page: MeetingPage,
    minutes: Minutes,
    seating: Seating,
    *,
    at: datetime,
    language: str = "en",
    words: Wording = PLAIN,
) -> bytes:
    """Write the report of a meeting, dated ``at`` that moment."""
    parts = plenary(page, minutes, seating, words)
    if form.is_word:
        return as_word(parts, title=page.row.meeting.name, at=at, language=language)
    return as_markdown(parts).encode()


def file_name(page: MeetingPage, form: ReportForm) -> str:
    """Name the file after the meeting and its day."""
    name = re.sub(r"[^\w-]+", "-", page.row.meeting.name).strip("-").lower()[:60] or "meeting"
    day = f"{page.row.meeting.start.isoformat()}-" if page.row.meeting.start else ""
    return f"{day}{name}.{form.ending}"
