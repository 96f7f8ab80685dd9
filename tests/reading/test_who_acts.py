"""Who acts: the issuers, those who are named, or one of several whom the text leaves open."""

from __future__ import annotations

import pytest

from concerted.reading.read import read
from concerted.terms.document import Document

MEETING = (
    "President Ada Moe of Norway, President Kofi Owusu of Ghana and Prime Minister Ken Ito of Japan met in Lisbon. "
)


@pytest.mark.parametrize(
    ("sentence", "actors", "candidates"),
    [
        # One holder of the office, two of it; the two who spoke last; a pronoun that two may claim, or only one.
        ("The Prime Minister urged owners to pay.", ("JPN",), ()),
        ("The President urged owners to pay.", (), ("GHA", "NOR")),
        ("The two leaders urged owners to pay.", (), ("GHA", "JPN", "NOR")),
        ("The three leaders urged owners to pay.", ("issuers",), ()),
        ("Norway and Japan welcomed the report. The two countries urged owners to pay.", ("NOR", "JPN"), ()),
        ("Prime Minister Ito thanked President Moe. He urged owners to pay.", (), ("JPN", "NOR")),
        ("Prime Minister Ito welcomed President Moe’s report. He urged owners to pay.", ("JPN",), ()),
    ],
)
def test_who_acts_is_told_or_stays_open(sentence: str, actors: tuple[str, ...], candidates: tuple[str, ...]) -> None:
    act = read(Document(MEETING + sentence)).acts[-1]
    assert (act.actors, tuple(sorted(act.candidates))) == (actors, candidates)
    assert (act.note == "who acts is open") is bool(candidates)
