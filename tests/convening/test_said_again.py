"""Promises and calls said again: only where the words go on so."""

from __future__ import annotations

import pytest

from concerted.convening.said_again import call, clause, deed


@pytest.mark.parametrize(
    ("text", "verb", "target", "said"),
    [
        ("agreed to keep the locks open", "agreed to keep", "keep", "to keep the locks open"),
        ("will host\na workshop", "will host", "host", "to host a workshop"),
        ("undertook to train divers", "undertook", "to train", "to train divers"),
        ("renewed their commitment to stand together", "renewed their commitment", "stand", "to stand together"),
        ("reaffirmed their commitment to this effort", "reaffirmed their commitment", "this", "to this effort"),
        ("affirm our resolve to open ports, and to pay", "affirm our resolve", "to open", "to open ports, and to pay"),
        ("pledged full support to the crews", "pledged full support", "support", None),
        ("will be held by ministers", "will be held", "held", None),
        ("confirmed their commitment that ports open", "confirmed their commitment", "that", None),
        ("decided", "decided", "decided", None),
    ],
)
def test_a_commitment_goes_on_after_our_commitment_or_not(text: str, verb: str, target: str, said: str | None) -> None:
    assert deed(text, verb, text.index(target)) == said


def test_a_commitment_without_words_is_none() -> None:
    assert deed("agreed to keep", "agreed to keep", 14) is None and deed("x", "", 0) is None


def test_without_a_target_the_verb_tells_where_it_goes_on() -> None:
    assert deed("agreed to keep the locks open", "agreed to keep", None) == "to keep the locks open"
    assert deed("undertook to train divers", "undertook", None) == "to train divers"
    assert deed("reaffirmed that they will share", "reaffirmed", None) is None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("called on Peru to join the patrols", "on Peru to join the patrols"),
        ("call upon all harbours\nto open", "upon all harbours to open"),
        ("calls for more boats", "for more boats"),
        ("urged Peru to join", None),
        ("called it a day", None),
    ],
)
def test_a_call_is_said_again_where_it_calls(text: str, said: str | None) -> None:
    assert call(text) == said


@pytest.mark.parametrize(
    ("text", "verb", "said"),
    [
        ("pledged full support to\nthe crews", "pledged full support", "pledged full support to the crews"),
        ("will be held by ministers", "will be held", None),
        ("is committed to ports", "is committed", None),
        ("nothing", "", None),
    ],
)
def test_what_the_issuers_do_is_a_clause(text: str, verb: str, said: str | None) -> None:
    assert clause(text, verb) == said
