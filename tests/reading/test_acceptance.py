"""What counts as a statement."""

from __future__ import annotations

from pathlib import Path

import pytest

from concerted.formats import open_document
from concerted.reading.acceptance import require_statement
from concerted.reading.languages import language_of
from concerted.reading.read import read
from concerted.terms.document import Document
from concerted.terms.errors import NoStatement, UnreadLanguage

STATEMENTS = [
    "We, Sweden and Norway, condemn the attack on the harbour.",
    "Joint statement on the harbours\n\nThe two sides welcomed the report. They pledged $12 million.",
    "Participants agreed to keep the harbours open.",
    "The Security Council,\n\nRecalling its resolution 2170 (2014),\n\n1. Decides that all States shall open ports;",
    "Joint statement on the harbours\n\nFiji, Oman and Togo attach great importance to open harbours.",
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


def test_the_carrier_may_name_a_language_that_is_not_read() -> None:
    with pytest.raises(UnreadLanguage, match=r"harbour: the text is in Swedish; "):
        require_statement(read(Document("Sverige fördömer angreppet på hamnen.", language="sv")), where="harbour")


def test_every_official_text_is_a_statement_or_in_a_language_that_is_not_read(shared: Path) -> None:
    for path in sorted((shared / "statements").glob("*.txt")):
        reading = read(open_document(path.read_bytes(), path.name))
        if language_of(reading.text) == "sv":
            with pytest.raises(UnreadLanguage):
                require_statement(reading, where=path.name)
        else:
            require_statement(reading, where=path.name)
