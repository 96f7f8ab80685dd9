"""Every action of the program has its words on the pages of history and ledger, in each language."""

from __future__ import annotations

import re

import pytest
from django.utils import translation

from concerted.web.history_words import ACTIONS, action
from tests.house.tree import read, tracked

# What makes a function an action, as `concerted.actions.ledger.action` is written above it or around it.
NAMED = re.compile(r"\b(?:ledger\.)?action\(\s*\"([a-z_]+\.[a-z_]+)\"")


def actions() -> set[str]:
    sources = (path for path in tracked(".py") if path.parts[0] == "src")
    return {name for path in sources for name in NAMED.findall(read(path))}


def test_every_action_has_words_and_no_words_are_idle() -> None:
    assert "contribution.add" in actions()
    assert set(ACTIONS) == actions()


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_no_two_actions_are_told_alike(language: str) -> None:
    with translation.override(language):
        said = [action(name) for name in sorted(ACTIONS)]
    assert len(set(said)) == len(said)
    assert not any("." in one or "_" in one for one in said)
