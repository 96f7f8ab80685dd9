from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from concerted.actions import review
from concerted.register import queries
from concerted.register.folding import fold
from concerted.register.rows.search import SearchResults
from tests.standing import AT, FIRST, SLUG, Register, first_reading


@pytest.fixture
def full(register: Register) -> Register:
    taken = register.take_in(first_reading())
    review.accept_statement(statement=taken.statement, by=register.people.secretariat, at=AT)
    return register


def search(register: Register, words: str, noun: str | None = None) -> SearchResults:
    return queries.search(register.people.reader, SLUG, words, noun=noun)


@pytest.mark.parametrize("words", ["Valparaíso", "valparaiso", "VALPARAÍSO", "valpar", "crews valparaíso"])
def test_case_accents_and_endings_do_not_matter(full: Register, words: str) -> None:
    hits = search(full, words, "statement").hits
    assert [hit.noun for hit in hits] == ["statement"]


def test_a_hit_leads_to_its_place_in_the_text(full: Register) -> None:
    (hit,) = search(full, "valparaiso", "statement").hits
    assert hit.start is not None
    assert (hit.match, FIRST[hit.start :][:10]) == ("Valparaíso", "Valparaíso")
    assert hit.statement is not None
    assert hit.before.endswith("care for crews in ")


def test_records_come_before_passages(full: Register) -> None:
    found = search(full, "distress")
    assert [hit.noun for hit in found.hits] == ["commitment", "statement"]
    assert (found.total, found.counts) == (2, {"commitment": 1, "statement": 1})
    assert [hit.noun for hit in search(full, "chile").hits][:1] == ["partner"]
    assert search(full, "4040", "instrument").hits[0].title == "Resolution 4040"


def test_what_is_undone_is_no_longer_found(full: Register) -> None:
    review.undo(finding=full.finding("decided to share").pk, by=full.people.secretariat, at=AT)
    assert search(full, "distress").counts == {"statement": 1}


@pytest.mark.parametrize("words", ["", "   ", "'", '"', "* AND (", "--", "%", "ships\x00"])
def test_signs_are_no_words_and_break_nothing(full: Register, words: str) -> None:
    search(full, words)


def test_a_stranger_finds_no_words(full: Register) -> None:
    assert queries.search(full.people.stranger, "other-pact", "distress").total == 0


@given(st.text(max_size=200))
def test_folding_is_letter_by_letter_and_settles(text: str) -> None:
    assert fold(text) == "".join(fold(letter) for letter in text)
    assert fold(fold(text)) == fold(text)
