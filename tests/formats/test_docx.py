"""Word documents: numbers and bullets that the text does not hold, footnotes, changes, tables."""

from __future__ import annotations

import io
import random
import zipfile
from contextlib import suppress

import docx
import pytest

from concerted.formats import open_document
from concerted.terms.errors import UnreadableDocument
from tests.formats.word import harbour_statement


def test_a_word_document_becomes_the_plain_layout() -> None:
    document = open_document(harbour_statement(), "h.docx")
    assert document.text.split("\n\n") == [
        "# Harbour Statement",
        "We, the ministers of Arcadia and Borduria*, met on 1 May 2031¹. We intend to:",
        "- pledge 12 million crowns;",
        "1. report every year;",
        "2. invite others.",
        "We pledge twelve ships in the co-operative harbour.",
        "We meet again\nin Arcadia.",
        "- State of A | State of B\n- State of C | State of D",
        "¹ Held in 2030.",
        "* One state names it otherwise.\n",
    ]
    assert (document.title, document.language, document.given_date) == ("Harbour Statement", "en", None)


def test_a_table_that_lays_a_page_out_falls_apart() -> None:
    word = docx.Document()
    cell = word.add_table(rows=1, cols=1).rows[0].cells[0]
    cell.text = "We pledge one thing."
    cell.add_paragraph("We pledge another.", style="List Bullet")
    out = io.BytesIO()
    word.save(out)
    assert open_document(out.getvalue(), "t.docx").text == "We pledge one thing.\n\n- We pledge another.\n"


def test_other_zip_files_are_refused() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("sheet.xml", "<a/>")
    with pytest.raises(UnreadableDocument, match="a ZIP file without a Word document in it"):
        open_document(out.getvalue(), "book.xlsx")


def test_a_document_that_unpacks_without_end_is_refused() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * 201_000_000)
    with pytest.raises(UnreadableDocument, match="the DOCX unpacks to 201,000,000 bytes"):
        open_document(out.getvalue(), "bomb.docx")


def test_damaged_documents_are_refused_or_read() -> None:
    whole = harbour_statement()
    chance = random.Random(5)  # noqa: S311  # a fixed seed: the same damage every time
    with pytest.raises(UnreadableDocument, match="the DOCX is damaged"):
        open_document(whole[: len(whole) // 2], "half.docx")
    for _ in range(60):
        broken = bytearray(whole)
        place = chance.randrange(4, len(broken) - 40)
        broken[place : place + 40] = chance.randbytes(40)
        with suppress(UnreadableDocument):  # any other error fails
            open_document(bytes(broken), "broken.docx")
