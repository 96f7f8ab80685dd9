"""Every action, field and term of the program has its words on the pages of history and ledger, in each language."""

from __future__ import annotations

import re
from types import SimpleNamespace
from typing import Any

import pytest
from django.apps import apps
from django.utils import translation

from concerted.reading.layout import BlockKind
from concerted.reading.statement_kind import _KINDS
from concerted.register.models import Anchor, SearchEntry
from concerted.register.policy import Owned, Within, right
from concerted.register.queries.histories import _DATED, RECORDS
from concerted.register.queries.saying import shown
from concerted.web.history_words import ACTIONS, FIELDS, action
from concerted.web.reading_words import PASSED_OVER, STATEMENT_KINDS
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


def told() -> set[Any]:
    """Give the models that histories tell of: records, what holds of them from a day on, and their parts."""
    found = {model for model, _key in RECORDS.values()}
    found |= {model for _field, models in _DATED.values() for model in models}
    every = list(apps.get_app_config("register").get_models())
    while more := {model for model in every if _is_part(model, found)} - found:
        found |= more
    return found


def _is_part(model: Any, of: set[Any]) -> bool:
    rows = right(model).rows
    names = rows.within.split() if isinstance(rows, Owned | Within) else []
    return any(model._meta.get_field(name).related_model in of for name in names)


def test_every_field_that_a_history_tells_of_has_a_name() -> None:
    anyone: Any = SimpleNamespace(part=SimpleNamespace(is_member=True))
    models = told() - {SearchEntry}
    assert Anchor in models
    assert {field.name for model in models for field in shown(model, anyone)} - set(FIELDS) == set()


def test_every_kind_of_statement_and_reason_of_reading_has_words() -> None:
    assert {kind for kind, _pattern in _KINDS} <= set(STATEMENT_KINDS)
    assert set(BlockKind) <= set(PASSED_OVER)
