"""Readers of facts never fail on a text, and every passage is found in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from concerted.reading.blocks import lay_out
from concerted.reading.deadlines import find_deadlines
from concerted.reading.due import find_due
from concerted.reading.instruments import find_instruments
from concerted.reading.issuance import find_issuance
from concerted.reading.meetings import find_meetings
from concerted.reading.money import find_sums, find_unread_sums
from concerted.terms.document import Document
from concerted.terms.passage import Passage

PIECES = (
    "On 3 May 2014, ",
    "we met in Oslo, Norway",
    "will host the second summit of the Harbour Forum",
    "resolutions 1267 (1999), 1373 (2001) and ",
    "the Geneva Convention on Ships and its Optional Protocol",
    "the Statement of 4 June 2015 (S/PRST/2015/1)",
    "within 90 days",
    "by the end of the year",
    "over $3.5 billion",
    "1,5 milliard d’euros",
    "the Comité d’Évian’s report, Élan vers 2030: La Paix",
    "مجلس الأمن في 3 ديسمبر 2014 ",
    "; ",
    ". ",
    ",\n\n",
    "“",
    "the ",
    "COP 28",
    "of ",
    "(NPT)",
)
texts = st.one_of(st.text(max_size=120), st.lists(st.sampled_from(PIECES), max_size=14).map("".join))


def passages(text: str) -> Iterator[Passage]:
    layout = lay_out(text)
    meetings = find_meetings(layout)
    issued_on, issued_from, window, _ = find_issuance(layout, Document(text), meetings, None)
    for instrument in find_instruments(layout, "Harbour Statement"):
        yield from instrument.passages
    for fact in (
        *meetings,
        *find_sums(layout),
        *find_unread_sums(layout),
        *find_deadlines(layout, issued_on, None, window),
    ):
        yield fact.passage
    bounds = (issued_from, window and window.earliest_from, window and window.latest_from, find_due(text, 0, len(text)))
    yield from (passage for passage in bounds if passage)


@settings(deadline=None, max_examples=150)
@given(texts)
def test_any_text_is_read(text: str) -> None:
    for passage in passages(text):
        assert text[passage.start : passage.end] == passage.quote


@pytest.mark.parametrize("before", ["", "Żółć, naïve café — ", "بيان مشترك: ", "𝔘𝔫𝔦𝔠𝔬𝔡𝔢 😀 "])
def test_letters_before_a_fact_do_not_move_it(before: str) -> None:
    text = f"{before}They recalled resolution 2178 (2014) and pledged $5 million within 90 days."
    quotes = [passage.quote for passage in passages(text)]
    assert "resolution 2178 (2014)" in quotes
    assert "$5 million" in quotes
    assert "within 90 days" in quotes


def test_every_official_text_is_read(shared: Path) -> None:
    for path in sorted((shared / "statements").glob("*.txt"))[::4]:
        text = path.read_text(encoding="utf-8")
        for passage in passages(text):
            assert text[passage.start : passage.end] == passage.quote, path.name
