"""A document that people read or edit further, from a few kinds of parts: as Markdown, or as a Word file."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from docx.text.paragraph import Paragraph as WordParagraph

# What XML has no place for.
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_SIGNS = re.compile(r"([\\`*_\[\]<>|])")
# What would make a line of Markdown a heading, a list or a quotation.
_OPENS = re.compile(r"^(\s*\d*)([#+\-=~>]|(?<=\d)[.)])")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; ``level`` 1 is that of the document."""

    text: str
    level: int = 2


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Words, perhaps in several lines; ``lead`` stands before them with weight."""

    text: str
    lead: str = ""


@dataclass(frozen=True, slots=True)
class Items:
    """A list."""

    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table; each row has as many cells as the ``head``."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


Part: TypeAlias = Heading | Paragraph | Items | Table


def as_markdown(parts: Sequence[Part]) -> str:
    """Write a document as Markdown with tables as GitHub's; whatever people wrote stays words."""
    return "\n\n".join(_markdown(one) for one in parts) + "\n"


def _markdown(part: Part) -> str:
    if isinstance(part, Heading):
        return f"{'#' * part.level} {_one_line(part.text)}"
    if isinstance(part, Items):
        return "\n".join(f"- {_words(' '.join(text.split()))}" for text in part.texts)
    if isinstance(part, Table):
        lines = [part.head, ("---",) * len(part.head), *part.rows]
        return "\n".join(
            f"| {' | '.join(cell if at == 1 else _one_line(cell) for cell in row)} |" for at, row in enumerate(lines)
        )
    lead = f"**{_one_line(part.lead)}** " if part.lead else ""
    return lead + "  \n".join(_words(line) for line in part.text.splitlines())


def _one_line(text: str) -> str:
    return _inline(" ".join(text.split()))


def _words(line: str) -> str:
    return _OPENS.sub(r"\1\\\2", _inline(line))


def _inline(line: str) -> str:
    return _SIGNS.sub(r"\\\1", _CONTROL.sub("", line))


def as_word(parts: Sequence[Part], *, title: str, at: datetime, language: str) -> bytes:
    """Write a document as DOCX, from right to left in Arabic; the same parts ``at`` the same moment are the same words.

    It says nobody's name as its author.
    """
    import docx

    file = docx.Document()
    told = file.core_properties
    told.title, told.author, told.language, told.comments = title, "", language, ""
    told.created = told.modified = at.replace(tzinfo=None)
    rightward = language == "ar"
    for part in parts:
        _write(file, part, rightward)
    with io.BytesIO() as written:
        file.save(written)
        return written.getvalue()


def _write(file: Any, part: Part, rightward: bool) -> None:
    if isinstance(part, Heading):
        _turned(file.add_heading(_plain(part.text), level=part.level - 1), rightward)
    elif isinstance(part, Items):
        for text in part.texts:
            _turned(file.add_paragraph(_plain(text), style="List Bullet"), rightward)
    elif isinstance(part, Table):
        table = file.add_table(rows=0, cols=len(part.head), style="Table Grid")
        for at, row in enumerate((part.head, *part.rows)):
            for cell, text in zip(table.add_row().cells, row, strict=True):
                run = cell.paragraphs[0].add_run(_plain(text))
                run.bold = at == 0
                _turned(cell.paragraphs[0], rightward)
    else:
        made = file.add_paragraph()
        if part.lead:
            made.add_run(f"{_plain(part.lead)} ").bold = True
        made.add_run(_plain(part.text))
        _turned(made, rightward)


def _turned(paragraph: WordParagraph, rightward: bool) -> None:
    """Let a paragraph and its runs go from right to left."""
    if not rightward:
        return
    from docx.oxml import OxmlElement

    paragraph._p.get_or_add_pPr().append(OxmlElement("w:bidi"))
    for run in paragraph.runs:
        run._r.get_or_add_rPr().append(OxmlElement("w:rtl"))


def _plain(text: str) -> str:
    return _CONTROL.sub("", text)
