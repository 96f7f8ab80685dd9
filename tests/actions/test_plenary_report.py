"""The report of a meeting: all that was written down, with references, and nothing that the reader may not see."""

from __future__ import annotations

import io
from datetime import date

import docx
import pytest

from concerted.actions import minutes
from concerted.exports.documents import FORMS, file_name, written
from concerted.exports.plenary import plenary
from concerted.formats.pages import Heading, Items, Paragraph, Part, Table, as_markdown, as_word
from concerted.register import queries
from concerted.register.models import User
from concerted.register.nouns.minute import Content
from tests.meetings import plan, write_down
from tests.standing import AT, SLUG, TODAY, Register


def report(by: User, meeting: int, form: str = "markdown") -> bytes:
    page = queries.meeting(by, SLUG, meeting, today=TODAY)
    seating = queries.seating(by, SLUG, meeting, today=TODAY)
    parts = plenary(page, queries.minutes(by, SLUG, meeting), seating)
    return written(FORMS[form], parts, title=page.row.meeting.name, at=AT)


def test_all_that_was_written_down_is_there_with_its_reference(register: Register) -> None:
    held = write_down(register)
    text = report(register.people.secretariat, held.meeting).decode()
    wanted = (
        "# Harbour days",
        "2021-09-01",
        "## Agenda",
        "| 09:00 | Buoys |",
        "## Papers",
        "- What the buoys cost (Version 1) ",
        "## Minutes",
        "### Buoys",
        f"The buoys drift. \\[/{SLUG}/minutes/{held.minute}/\\]",
        "## Decisions",
        "Decision 1: The buoys are counted twice a year.",
        "## Action points",
        f"| Count the buoys | Norway | the secretariat | 2021-08-01 | done | /{SLUG}/actions/{held.action}/ |",
        "## Reservations",
        "Norway (Decision 1): Norway does not associate itself.",
    )
    places = [text.find(one) for one in wanted]
    assert -1 not in places, [one for one, place in zip(wanted, places, strict=True) if place < 0]
    assert places == sorted(places)
    page = queries.meeting(register.people.secretariat, SLUG, held.meeting, today=TODAY)
    assert file_name(page.row.meeting.name, page.row.meeting.start, FORMS["docx"]) == "2021-09-01-harbour-days.docx"


def test_word_reads_it(register: Register) -> None:
    held = write_down(register)
    data = report(register.people.chile, held.meeting, "docx")
    file = docx.Document(io.BytesIO(data))
    said = "\n".join(one.text for one in file.paragraphs)
    assert "Harbour days" in said and "The buoys drift." in said and "Decision 1:" in said
    cells = {cell.text for table in file.tables for row in table.rows for cell in row.cells}
    assert {"Count the buoys", "Norway", "done"} <= cells
    assert file.core_properties.author == "" and file.core_properties.title == "Harbour days"


def test_nobody_reads_in_it_what_is_not_for_them(register: Register) -> None:
    held = write_down(register)
    by = register.people.secretariat
    content = Content(meeting=held.meeting, text="Between ourselves.")
    minutes.add(coalition=SLUG, content=content, reach="owner only", by=by, at=AT)
    assert "Between ourselves." in report(by, held.meeting).decode()
    assert "Between ourselves." not in report(register.people.norway, held.meeting).decode()


def test_a_meeting_of_which_nothing_is_written_down_says_so(register: Register) -> None:
    by = register.people.secretariat
    text = report(by, plan(by, day=date(2021, 10, 1))).decode()
    assert "Nothing is written down." in text and "## Decisions" not in text and "## Agenda" not in text


@pytest.mark.parametrize(
    ("part", "written_as"),
    [
        (Heading("A *b*", 3), "### A \\*b\\*"),
        (Paragraph("# one\n- two\n3. three\n4) four 5. five"), "\\# one  \n\\- two  \n3\\. three  \n4\\) four 5. five"),
        (Paragraph("2.5 is no list", lead="1."), "**1.** 2\\.5 is no list"),
        (Heading("1. First"), "## 1. First"),
        (Paragraph("yes", lead="No:"), "**No:** yes"),
        (Items(("a\nb", "[c](d)")), "- a b\n- \\[c\\](d)"),
        (Table(("x",), (("a|b\nc",),)), "| x |\n| --- |\n| a\\|b c |"),
    ],
)
def test_what_people_write_stays_words(part: Part, written_as: str) -> None:
    assert as_markdown([part]) == f"{written_as}\n"


def test_word_goes_from_right_to_left_and_takes_any_text() -> None:
    parts = (Heading("عنوان", 1), Paragraph("one\x00two\x0b"), Table(("a", "b"), (("c", "d\x1f"),)), Items(("e",)))
    file = docx.Document(io.BytesIO(as_word(parts, title="t", at=AT, language="ar")))
    assert [one.text for one in file.paragraphs] == ["عنوان", "onetwo", "e"]
    assert all("w:bidi" in one._p.xml for one in file.paragraphs)
