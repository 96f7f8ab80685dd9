"""The house rules about writes, rights, errors and languages, held against the source itself."""

from __future__ import annotations

import ast
import inspect
import pkgutil
import re
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

import concerted
from concerted import actions
from concerted.terms.errors import ConcertedError
from tests.house.tree import read, tracked

SOURCES = [path for path in tracked(".py") if path.parts[0] == "src"]
SHOWING = [path for path in SOURCES if path.parts[2] in ("web", "cli", "site")]
# A version is part of the action that writes it; what was seen is looked up first, and stored by an action of its own.
PARTS_OF_ACTIONS = {
    "concerted.actions.breaches.follow",
    "concerted.actions.intake.keep_version",
    "concerted.actions.sightings.note",
}
SIDES = re.compile(
    r"(?:margin|padding|border)-(?:left|right)|(?:text-align|float|clear)\s*:\s*(?:left|right)|[{;\s](?:left|right)\s*:"
)


def modules(package: ModuleType) -> Iterator[ModuleType]:
    """Every module of a package."""
    for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        if "migrations" not in found.name and not found.name.endswith(".settings"):
            yield import_module(found.name)


def writes() -> dict[str, Callable[..., Any]]:
    """Every public function of the actions that takes who and when."""
    return {
        f"{module.__name__}.{name}": found
        for module in modules(actions)
        for name, found in inspect.getmembers(module, inspect.isfunction)
        if not name.startswith("_")
        and found.__module__ == module.__name__
        and {"by", "at"} <= set(inspect.signature(found).parameters)
    }


@pytest.mark.parametrize("name", sorted(set(writes()) - PARTS_OF_ACTIONS))
def test_a_write_is_keyword_only_and_whole(name: str) -> None:
    action = writes()[name]
    kinds = {one.kind for one in inspect.signature(action).parameters.values()}
    assert kinds == {inspect.Parameter.KEYWORD_ONLY}
    # What `ledger.action` decorates is one transaction, and has its entries in the ledger.
    assert re.fullmatch(r"[a-z_]+\.[a-z_]+", getattr(action, "action", ""))


@pytest.mark.parametrize("path", SHOWING, ids=str)
def test_what_shows_the_record_asks_queries_alone(path: Path) -> None:
    asked = {node.attr for node in ast.walk(ast.parse(read(path))) if isinstance(node, ast.Attribute)}
    assert asked & {"objects", "_default_manager", "_base_manager", "get_model", "get_models", "memberships"} == set()
    assert "get_user_model" not in read(path)


def errors(kind: type[ConcertedError] = ConcertedError) -> set[str]:
    """The names of all errors for people, wherever they are defined."""
    return {kind.__name__}.union(*(errors(one) for one in kind.__subclasses__()))


def test_every_error_says_what_where_and_what_was_expected() -> None:
    assert list(modules(concerted))
    names, short = errors(), []
    for path in SOURCES:
        for node in ast.walk(ast.parse(read(path))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in names:
                given = {keyword.arg for keyword in node.keywords}
                if len(node.args) != 1 or not {"where", "expected"} <= given:
                    short.append(f"{path}:{node.lineno}")
    assert len(names) > 10
    assert not short


def test_an_error_is_one_line_in_one_order() -> None:
    error = ConcertedError("it is empty", where="a.txt", expected="a statement")
    assert str(error) == "a.txt: it is empty; expected a statement"


@pytest.mark.parametrize("path", tracked(".css"), ids=str)
def test_styles_know_start_and_end_not_left_and_right(path: Path) -> None:
    assert not SIDES.findall(read(path))


@pytest.mark.parametrize("path", tracked(".html"), ids=str)
def test_a_page_takes_its_direction_from_its_language(path: Path) -> None:
    text = read(path)
    assert not re.search(r"""dir=["'](?:ltr|rtl)""", text)
    if "<html" in text:
        assert re.search(r"<html[^>]* lang=\"\{\{[^>]* dir=\"\{", text)
