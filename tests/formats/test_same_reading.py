"""A statement reads the same in every format that it comes in."""

from __future__ import annotations

import html
import io

import docx
import pytest
from reportlab.lib.styles import ParagraphStyle, getSampleStyleSheet
from reportlab.platypus import Paragraph, SimpleDocTemplate

from concerted.formats import open_document
from concerted.reading import facts
from concerted.reading.read import read

TEXT = """Joint statement on open harbours

1. We, the ministers of Sweden, Kuwait, Macedonia* and Canada, met in Stockholm on 2 May 2031 at the invitation of
Foreign Minister Anna Berg. We welcomed the report on the harbours and reaffirmed our commitment to keeping them open to
all vessels.

2. We decided to meet again no later than within 90 days. We pledge $12 million for this work, and we urge all States to
implement UN Security Council resolution 2178.

We intend to:

- train two hundred pilots;

- open a school for pilots in Kuwait; and

- report every year.

* One participant uses another name.
"""
PARAGRAPHS = [" ".join(paragraph.split()) for paragraph in TEXT.split("\n\n")]


def _pdf() -> bytes:
    out = io.BytesIO()
    style = ParagraphStyle("body", parent=getSampleStyleSheet()["Normal"], alignment=4, spaceAfter=9)
    SimpleDocTemplate(out).build([Paragraph(html.escape(words), style) for words in PARAGRAPHS])
    return out.getvalue()


def _docx() -> bytes:
    out, word = io.BytesIO(), docx.Document()
    for words in PARAGRAPHS:
        word.add_paragraph(words.removeprefix("- "), style="List Bullet" if words.startswith("- ") else None)
    word.save(out)
    return out.getvalue()


def _html() -> bytes:
    page = "".join(f"<p>{html.escape(words)}</p>" for words in PARAGRAPHS)
    return f"<html><body><nav><a href='/'>Home</a></nav><article>{page}</article></body></html>".encode()


def _akoma_ntoso() -> bytes:
    body = "".join(f"<p>{html.escape(words)}</p>" for words in PARAGRAPHS)
    namespace = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
    return f'<akomaNtoso xmlns="{namespace}"><doc><meta/><mainBody>{body}</mainBody></doc></akomaNtoso>'.encode()


def _facts(reading: facts.Reading) -> dict[str, list[object]]:
    return {
        "acts": [(act.kind, " ".join(act.passage.quote.split()), act.actors, act.renews) for act in reading.acts],
        "participants": [(each.party, each.role, each.note) for each in reading.participants],
        "people": [each.name for each in reading.people],
        "instruments": [each.id for each in reading.instruments],
        "sums": [each.value for each in reading.sums],
        "deadlines": [each.days for each in reading.deadlines],
    }


@pytest.mark.parametrize(
    ("data", "name"),
    [
        *((_pdf(), "a.pdf"), (_docx(), "a.docx"), (_html(), "a.html"), (TEXT.encode(), "a.md")),
        (_akoma_ntoso(), "a.xml"),
    ],
)
def test_every_format_gives_the_same_facts(data: bytes, name: str) -> None:
    plain = _facts(read(open_document(TEXT.encode(), "a.txt")))
    assert len(plain["acts"]) > 6
    assert _facts(read(open_document(data, name))) == plain
