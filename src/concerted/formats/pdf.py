"""A PDF with a text layer: its words in lines, its lines in paragraphs."""

from __future__ import annotations

import re
from threading import Lock
from typing import TYPE_CHECKING

from concerted.formats.pdf_lines import Line, lines_of
from concerted.formats.pdf_paragraphs import paragraphs_of
from concerted.terms.document import Document
from concerted.terms.errors import UnreadableDocument

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

_MOST_PAGES = 1000
# A scan with a stamp or a page number typed over it has a few characters to a page.
_LEAST_CHARACTERS = 25
# What programs write as a title when nobody gave one.
_NO_TITLE = re.compile(
    r"microsoft word|\(?(?:untitled|anonymous|unspecified)|document ?\d*$|.*\.(docx?|pdf|indd)$", re.IGNORECASE
)
_PDFIUM = Lock()  # the library does not bear two threads


def read(data: bytes, name: str, charset: str = "") -> Document:
    """Read a PDF in the plain layout: page heads, page feet and page numbers go, paragraphs are whole again.

    Raises UnreadableDocument for a PDF that is damaged, protected by a password, or scanned
    without a text layer. ``charset`` means nothing here.
    """
    import pypdfium2

    with _PDFIUM:
        try:
            pdf = pypdfium2.PdfDocument(data)
            try:
                pages = _pages(pdf, name)
                title = str(pdf.get_metadata_dict().get("Title", "")).strip()
            finally:
                pdf.close()
        except pypdfium2.PdfiumError as error:
            if "password" in str(error).lower():
                raise UnreadableDocument(
                    "the PDF is protected by a password", where=name, expected="a PDF that opens without one"
                ) from error
            raise UnreadableDocument("the PDF is damaged", where=name, expected="a whole PDF file") from error
    return Document(
        "\n\n".join(paragraphs_of(pages)) + "\n", title="" if _NO_TITLE.match(title) else title, source=name
    )


def _pages(pdf: PdfDocument, name: str) -> list[list[Line]]:
    if len(pdf) > _MOST_PAGES:
        raise UnreadableDocument(f"the PDF has {len(pdf):,} pages", where=name, expected=f"at most {_MOST_PAGES:,}")
    pages = [lines_of(page) for page in pdf]
    bare = sum(sum(len(line.text) for line in page) < _LEAST_CHARACTERS for page in pages)
    if not pages or bare > len(pages) / 2:
        raise UnreadableDocument(
            f"{bare} of {len(pages)} pages have no text layer (scanned?)",
            where=name,
            expected="a PDF with text; run a text recognition over it first",
        )
    return pages
