"""Documents about a meeting that commands write to a file."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from concerted.cli.export import CannotWrite
from concerted.formats.pages import Part


def form_of(out: str) -> str:
    """Tell the form of a document by its file's name; raises CannotWrite for one that is neither DOCX nor Markdown."""
    if out.lower().endswith(".docx"):
        return "docx"
    if out.lower().endswith(".md"):
        return "markdown"
    raise CannotWrite(
        f"{out} is neither DOCX nor Markdown", where="--out", expected="a name that ends with .docx or .md"
    )


def write(out: str, parts: Sequence[Part], *, title: str, at: datetime) -> None:
    """Write a document to a file; raises CannotWrite."""
    from concerted.exports.documents import FORMS, written

    data = written(FORMS[form_of(out)], parts, title=title, at=at)
    try:
        Path(out).write_bytes(data)
    except OSError as error:
        raise CannotWrite(str(error.strerror or error), where=out, expected="room for a file there") from error
