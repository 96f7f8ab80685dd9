"""Arabic statements: script, dates, parties with what grows together with them, and the texts they cite."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from concerted.reading.blocks import lay_out
from concerted.reading.dates import find_dates
from concerted.reading.facts import Reading
from concerted.reading.layout import BlockKind
from concerted.reading.parties import find_parties
from concerted.reading.read import read
from concerted.terms.document import Document

TEXTS = Path(__file__).parent / "arabic"


def _reading(name: str) -> Reading:
    return read(Document((TEXTS / f"{name}.txt").read_text(encoding="utf-8")))


def test_a_joint_statement() -> None:
    found = _reading("bayan-al-mawani")
    assert (found.statement.language, found.statement.kind) == ("ar", "joint statement")
    assert (found.statement.issued_on, found.statement.title) == (date(2024, 3, 12), "بيان مشترك بشأن أمن الموانئ")
    assert [one.party for one in found.participants] == ["SAU", "JOR", "EGY", "USA", "FRA", "LAS"]
    ids = ["UNSCR 2178", "UNSCR 2253", "UNSCR 2462", "UN Charter", "UNGA 60/288"]
    assert [one.id for one in found.instruments] == ids
    assert [(one.date, one.days) for one in found.deadlines] == [(date(2024, 6, 10), 90), (date(2025, 12, 31), None)]
    assert [(one.value, one.currency) for one in found.sums] == [(25_000_000, "USD")]


def test_a_resolution() -> None:
    found = _reading("qarar-al-majlis")
    assert (found.statement.kind, found.statement.issued_on) == ("resolution", date(2025, 6, 18))
    assert [one.party for one in found.participants] == ["UN"]
    assert [one.id for one in found.instruments] == ["UNSCR 2170", "UNSCR 2178", "S/PRST/2014/20", "UN Charter"]
    assert [(one.date, one.months) for one in found.deadlines] == [(date(2025, 12, 31), None), (date(2025, 12, 18), 6)]


def test_acts_are_passed_over_with_the_reason() -> None:
    found = _reading("bayan-al-mawani")
    assert not found.acts
    assert {one.reason for one in found.passed_over} == {"no operative verbs are known in this language"}


def test_every_passage_stands_in_the_text() -> None:
    for name in ("bayan-al-mawani", "qarar-al-majlis"):
        found = _reading(name)
        passages = [one.passage for one in (*found.participants, *found.deadlines, *found.sums, *found.passed_over)]
        passages += [passage for one in found.instruments for passage in one.passages]
        assert all(found.text[one.start : one.end] == one.quote for one in passages)


@pytest.mark.parametrize(
    ("words", "party"),
    [
        ("الولايات المتحدة", "USA"),
        ("وبالولايات المتحدة", "USA"),
        ("للأردن", "JOR"),
        ("كالعراق", "IRQ"),
        ("فالمغرب", "MAR"),
        ("والمملكة العربية السعودية", "SAU"),
    ],
)
def test_parties_are_found_behind_what_grows_together_with_them(words: str, party: str) -> None:
    assert [one.party for one in find_parties(words, language="ar")] == [party]


@pytest.mark.parametrize(
    "words",
    ["3 كانون الأول 2014", "3 ديسمبر 2014", "3 كانون الأول/ديسمبر 2014", "٣ ديسمبر ٢٠١٤", "٣ كانون الأول/ديسمبر ٢٠١٤"],
)
def test_months_have_two_names_and_digits_two_scripts(words: str) -> None:
    assert [(one.first, one.passage.quote) for one in find_dates(words)] == [(date(2014, 12, 3), words)]


def test_sentences_end_at_arabic_marks() -> None:
    text = "هل يكفي هذا القرار لحماية الموانئ؟ لا يكفي؛ بل نحتاج إلى المزيد، وسنعمل معا. سنلتقي قريبا."
    assert [len(block.sentences) for block in lay_out(text, "ar").blocks] == [3]


def test_the_parts_of_a_resolution_are_told_by_their_look() -> None:
    kinds = [block.kind for block in lay_out((TEXTS / "qarar-al-majlis.txt").read_text(encoding="utf-8"), "ar").blocks]
    assert kinds[:3] == [BlockKind.HEADING, BlockKind.ADOPTION, BlockKind.SUBJECT]
    assert set(kinds[3:]) == {BlockKind.PARAGRAPH}
