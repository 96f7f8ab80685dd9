"""What counts as a statement, and which dates fit one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from concerted.formats import open_document
from concerted.reading import facts, read
from concerted.reading.acceptance import require_date, require_statement
from concerted.terms.document import Document
from concerted.terms.errors import DateOutsideWindow, NoStatement
from concerted.terms.passage import Passage

STATEMENTS = [
    "We, Sweden and Norway, condemn the attack on the harbour.",
    "Joint statement on the harbours\n\nThe two sides welcomed the report. They pledged $12 million.",
    "Participants agreed to keep the harbours open.",
    "The Security Council,\n\nRecalling its resolution 2170 (2014),\n\n1. Decides that all States shall open ports;",
    "We condemn the attack. We call on all to stop. We will meet again in May.",
]
PROSE = [
    "Add the flour to the eggs. Stir well. You should bake it for 40 minutes. Serve with cream.",
    "It was a cold day. He had decided to leave. She urged him to stay, but he refused. We walked home together and "
    "agreed to meet again. The rain fell. The clocks struck one.",
    "Hi Tom,\n\nWe will meet on Tuesday at 3. The slides are with Ann. The room is booked. Lunch is at noon.",
    "Switch off the engine. You must check the oil every week. Users should call the service centre.",
    "def f(x):\n    return x + 1\n\nfor i in range(10):\n    print(f(i))",
    "name,amount\nnorth,12\nsouth,15",
    "Hello",
]


@pytest.mark.parametrize("text", STATEMENTS)
def test_parties_that_speak_make_a_statement(text: str) -> None:
    require_statement(read(Document(text)))


@pytest.mark.parametrize("text", PROSE)
def test_other_prose_is_none(text: str) -> None:
    with pytest.raises(NoStatement, match=r"letter: the text is no statement: .*; expected a joint statement"):
        require_statement(read(Document(text)), where="letter")


def test_a_language_that_is_not_read_yet_may_hold_one() -> None:
    require_statement(read(Document("Sverige fördömer angreppet på hamnen.", language="sv")))


def test_every_official_text_is_a_statement(shared: Path) -> None:
    for path in sorted((shared / "statements").glob("*.txt")):
        require_statement(read(open_document(path.read_bytes(), path.name)), where=path.name)


TEXT = "Ministers met on 2 May 2031 and will meet in June 2031."
BOUNDS = facts.Window(date(2031, 5, 2), date(2031, 6, 30), Passage.of(TEXT, 17, 27), Passage.of(TEXT, 45, 54))
DATED = facts.Reading(TEXT, facts.Statement("", "", "en", issued_on=date(2031, 5, 2)))
UNDATED = facts.Reading(TEXT, facts.Statement("", "", "en", window=BOUNDS))


@pytest.mark.parametrize(
    ("reading", "day"),
    [(DATED, date(2031, 5, 2)), (UNDATED, date(2031, 5, 2)), (UNDATED, date(2031, 6, 30))],
)
def test_a_date_that_fits_is_taken(reading: facts.Reading, day: date) -> None:
    require_date(reading, day)
    require_date(replace(reading, statement=facts.Statement("", "", "en")), day)


@pytest.mark.parametrize(
    ("reading", "day", "message"),
    [
        (DATED, date(2031, 5, 3), "date: 2031-05-03 is not the date of the text; expected 2031-05-02"),
        (
            UNDATED,
            date(2031, 5, 1),
            'date: 2031-05-01 is too early for the text ("2 May 2031"); expected a day from 2031',
        ),
        (
            UNDATED,
            date(2031, 7, 1),
            'date: 2031-07-01 is too late for the text ("June 2031"); expected a day from 2031',
        ),
    ],
)
def test_a_date_that_contradicts_the_text_is_refused(reading: facts.Reading, day: date, message: str) -> None:
    with pytest.raises(DateOutsideWindow) as caught:
        require_date(reading, day)
    assert str(caught.value).startswith(message)
