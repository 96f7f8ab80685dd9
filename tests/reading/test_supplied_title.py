"""Titles supplied in square brackets where a statement has none."""

from __future__ import annotations

import pytest

from concerted.reading.read import read
from concerted.terms.document import Document

REST = "\n\nWe condemn piracy in all its forms. We will patrol the straits together and share what we learn."


def title(text: str, own: str = "") -> str:
    return read(Document(text + REST, title=own)).statement.title


@pytest.mark.parametrize(
    ("opening", "supplied"),
    [
        (
            "Ministers of the Harbour League met in Oslo, Norway, on 4 May 2021 for the second Harbour Safety Summit.",
            "[Statement of the second Harbour Safety Summit, Oslo, Norway]",
        ),
        ("Ministers of the Harbour League met in Oslo on 4 May 2021.", ""),
        ("On the margins of the second Harbour Safety Summit, ministers met in Oslo on 4 May 2021.", ""),
        ("Ministers will meet in Oslo on 4 May 2031 for the second Harbour Safety Summit.", ""),
        ("We, the ministers of the Harbour League, stand with all sailors.", ""),
    ],
)
def test_the_one_meeting_that_the_opening_tells_of_gives_the_title(opening: str, supplied: str) -> None:
    assert title(opening) == supplied


def test_a_title_of_its_own_stays() -> None:
    opening = "Ministers met in Oslo on 4 May 2021 for the second Harbour Safety Summit."
    assert title(opening, "Oslo Declaration") == "Oslo Declaration"


def test_a_long_name_is_cut_before_a_preposition() -> None:
    body = "the League of Harbours and Reefs to Keep the Northern and Southern Straits of the Isles Safe for Sailors"
    text = f"Ministers met in Oslo, Norway, on 4 May 2021 for the first session of {body} (LHR) in the Years of Need."
    assert title(text).startswith("[Statement of the first session of the League of Harbours")
    assert len(title(text)) < 160
