"""Partners in protocol order: the alphabet is the reader's."""

from __future__ import annotations

import pytest
from django.utils.translation import override

from concerted.register.rows.references import PartyRef
from concerted.web import words
from concerted.web.protocol import in_order

PARTIES = [PartyRef(code, code) for code in ("KWT", "DEU", "BHR", "JOR", "EGY", "EST", "ZMB")]


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("fr", ["DEU", "BHR", "EGY", "EST", "JOR", "KWT", "ZMB"]),
        # The article does not count, the hamza of Germany does not make one.
        ("ar", ["JOR", "EST", "DEU", "BHR", "ZMB", "KWT", "EGY"]),
    ],
)
def test_partners_stand_by_the_name_that_is_shown(language: str, expected: list[str]) -> None:
    with override(language):
        assert [party.code for party in in_order(PARTIES, lambda party: party)] == expected


def test_arabic_counts_days_as_arabic_does() -> None:
    with override("ar"):
        said = [words.length(number, "day") for number in (1, 2, 3, 10, 11, 99, 100, 4191)]
    assert said == ["يوم واحد", "يومان", "3 أيام", "10 أيام", "11 يومًا", "99 يومًا", "100 يوم", "4,191 يومًا"]


def test_terms_without_a_word_stay_as_they_are() -> None:
    assert words.word("follow-up talks") == "follow-up talks"
    with override("fr"):
        assert words.word("ministerial plenary") == "réunion plénière ministérielle"
