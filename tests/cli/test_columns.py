"""Words in columns: nothing is lost, nothing is wider than the terminal."""

from __future__ import annotations

import click
from hypothesis import given
from hypothesis import strategies as st

from concerted.cli.columns import columns, width_of, wrapped

WORDS = st.text(st.characters(categories=["Ll", "Lu", "Nd", "Po"], include_characters=" "), max_size=200)


def test_columns_are_as_wide_as_their_words() -> None:
    assert columns([("a", "bb"), ("ccc", "d")], 40, 2) == ["  a    bb", "  ccc  d"]


def test_the_last_column_wraps_under_itself() -> None:
    assert columns([("by", "one two three four")], 15) == ["by  one two", "    three four"]


def test_styling_takes_no_room_and_accents_take_none() -> None:
    assert width_of(click.style("abc", bold=True)) == 3
    assert width_of("e\u0301té") == 3
    assert width_of("会議") == 4


@given(WORDS, st.integers(1, 60))
def test_wrapping_loses_no_character_and_keeps_to_the_width(words: str, width: int) -> None:
    lines = wrapped(words, width)
    assert "".join(lines).replace(" ", "") == words.replace(" ", "")
    assert all(width_of(line) <= width for line in lines if line.isascii())


@given(st.lists(st.tuples(WORDS, WORDS, WORDS), min_size=1, max_size=4), st.integers(50, 120))
def test_columns_keep_to_the_width(rows: list[tuple[str, str, str]], width: int) -> None:
    assert all(len(line) <= width for line in columns(rows, width, 2) if line.isascii())
