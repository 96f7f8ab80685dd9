"""PDFs: lines become paragraphs again, the edges of pages go, what cannot be read is refused."""

from __future__ import annotations

import io
import random
from collections.abc import Callable
from contextlib import suppress

import pytest
from reportlab.lib import pdfencrypt
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle, getSampleStyleSheet
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import ListFlowable, ListItem, Paragraph, SimpleDocTemplate

from concerted.formats import open_document
from concerted.terms.errors import UnreadableDocument

SENTENCE = (
    "We, the {} ministers of Arcadia and Borduria, met in Port Royal on 1 May 2031<super>1</super> and welcome "
    "the {} kinds of progress made since the last meeting on harbours that stay open to all vessels of all nations. "
)
COUNTS = ("two", "three", "four", "five", "six", "seven", "eight", "nine")
PARAGRAPHS = ["".join(SENTENCE.format(count, place) for place in COUNTS[:5]).strip() for count in COUNTS]


def _statement() -> bytes:
    """Make three pages with heads, feet and page numbers."""
    styles = getSampleStyleSheet()
    body = ParagraphStyle("body", parent=styles["Normal"], fontSize=11, leading=14, spaceAfter=8, alignment=4)
    note = ParagraphStyle("note", parent=body, fontSize=8, leading=10)

    def edges(canvas: Canvas, document: SimpleDocTemplate) -> None:
        canvas.saveState()
        canvas.setFont("Helvetica", 8)
        canvas.drawString(60, 810, "Arcadia Foreign Office: Harbour Statement")
        canvas.drawCentredString(300, 20, f"- {document.page} -")
        canvas.restoreState()

    def items(words: list[str], bullet: str) -> ListFlowable:
        return ListFlowable(
            [ListItem(Paragraph(each, body)) for each in words], bulletType=bullet, bulletFormat="%s." * (bullet == "1")
        )

    story = [Paragraph("Harbour Statement", styles["Title"]), Paragraph("Port Royal, 2 May 2031", body)]
    story += [Paragraph(words, body) for words in PARAGRAPHS]
    story += [Paragraph("Next steps", styles["Heading2"]), Paragraph("We intend to:", body)]
    story += [items(["pledge 12 million crowns;", "meet again within 90 days;"], "bullet")]
    story += [items(["report every year;", "invite others."], "1")]
    story += [Paragraph("<super>1</super> The first meeting was in 2030.", note)]
    out = io.BytesIO()
    template = SimpleDocTemplate(out, pagesize=A4, title="Harbour Statement")
    template.build(story, onFirstPage=edges, onLaterPages=edges)
    return out.getvalue()


def _drawn(draw: Callable[[Canvas], None], **options: object) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, **options)
    draw(canvas)
    canvas.save()
    return out.getvalue()


def test_a_pdf_becomes_the_plain_layout() -> None:
    document = open_document(_statement(), "h.pdf")
    assert document.text.split("\n\n") == [
        "# Harbour Statement",
        "Port Royal, 2 May 2031",
        *(words.replace("<super>1</super>", "¹") for words in PARAGRAPHS),
        "# Next steps",
        "We intend to:",
        "- pledge 12 million crowns;",
        "- meet again within 90 days;",
        "1. report every year;",
        "2. invite others.",
        "¹ The first meeting was in 2030.\n",
    ]
    assert (document.title, document.media_type) == ("Harbour Statement", "application/pdf")


@pytest.mark.parametrize("placeholder", ["(anonymous)", "untitled", "Document1", "Microsoft Word - final v3", "a.docx"])
def test_what_programs_write_as_a_title_is_none(placeholder: str) -> None:
    document = open_document(_drawn(lambda canvas: canvas.drawString(70, 700, SENTENCE), title=placeholder), "h.pdf")
    assert document.title == ""


def test_words_that_lines_break_are_whole_again() -> None:
    lines = [
        "Ministers reaffirmed their commit-",
        "ment to counter-piracy and to self-",
        "defence, and to counter-",
        "piracy at sea, to the Franco-",
        "Syldavian accord and to the har-",
        "bours of all the states that met in Port Royal.",
    ]

    def draw(canvas: Canvas) -> None:
        for place, line in enumerate(lines):
            canvas.drawString(70, 700 - 14 * place, line)

    assert " ".join(open_document(_drawn(draw), "h.pdf").text.split()) == (
        "Ministers reaffirmed their commitment to counter-piracy and to self-defence, and to counter-piracy at sea, "
        "to the Franco- Syldavian accord and to the harbours of all the states that met in Port Royal."
    )


def test_names_one_a_line_stay_on_their_lines() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(70, 700, "The harbours stay open to all vessels, as the participants named here said today:")
        for place, name in enumerate(["Arcadia", "Borduria", "Kingdom of Syldavia"]):
            canvas.drawString(70, 660 - 14 * place, name)

    assert open_document(_drawn(draw), "n.pdf").text.endswith("Arcadia\nBorduria\nKingdom of Syldavia\n")


def test_a_pdf_with_a_password_is_refused() -> None:
    secret = pdfencrypt.StandardEncryption("sesame", canPrint=0)
    data = _drawn(lambda canvas: canvas.drawString(70, 700, "We pledge to open all harbours."), encrypt=secret)
    with pytest.raises(UnreadableDocument, match="the PDF is protected by a password; expected a PDF that opens"):
        open_document(data, "secret.pdf")


def test_a_scanned_pdf_is_refused() -> None:
    def draw(canvas: Canvas) -> None:
        for _ in range(2):
            canvas.rect(50, 50, 400, 600, fill=1)
            canvas.showPage()

    with pytest.raises(UnreadableDocument, match="2 of 2 pages have no text layer"):
        open_document(_drawn(draw), "scan.pdf")


def test_damaged_pdfs_are_refused_or_read() -> None:
    whole = _statement()
    chance = random.Random(3)  # noqa: S311  # a fixed seed: the same damage every time
    with pytest.raises(UnreadableDocument, match="the PDF is damaged"):
        open_document(b"%PDF-1.7\n" + chance.randbytes(500), "junk.pdf")
    for _ in range(10):
        broken = bytearray(whole)
        place = chance.randrange(20, len(broken) - 200)
        broken[place : place + 200] = chance.randbytes(200)
        with suppress(UnreadableDocument):  # any other error fails
            open_document(bytes(broken), "broken.pdf")
