"""Docs are checked like code: what they name exists, and what exists is named."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from concerted.cli import COMMANDS
from tests.house.command_pages import page
from tests.house.tree import ROOT, read, tracked

PAGES = tracked(".md")
VARIABLE = re.compile(r"\bCONCERTED_[A-Z_]+[A-Z]\b")


def test_the_front_page_says_what_to_type() -> None:
    front = read(Path("README.md"))
    assert "make demo" in front
    assert "make test" in front
    assert "docs/images/board.png" in front


@pytest.mark.parametrize("path", PAGES, ids=str)
def test_every_make_target_in_a_page_exists(path: Path) -> None:
    targets = set(re.findall(r"(?m)^([a-z-]+):", read(Path("Makefile"))))
    assert set(re.findall(r"(?m)(?:^|`)make ([a-z-]+)", read(path))) <= targets


@pytest.mark.parametrize("path", PAGES, ids=str)
def test_every_link_to_a_file_leads_somewhere(path: Path) -> None:
    links = re.findall(r"\]\((?!https?://|#|mailto:)([^)#]+)(?:#[^)]*)?\)", read(path))
    missing = [link for link in links if not (ROOT / path.parent / link).exists()]
    assert not missing


def test_every_command_is_in_the_docs() -> None:
    front = read(Path("README.md"))
    assert [name for name in COMMANDS if f"concerted {name}" not in front] == []


def test_the_page_of_commands_is_what_the_commands_say() -> None:
    assert read(Path("docs/commands.md")) == page(), "run `make commands`"


def test_the_change_log_has_this_version() -> None:
    version = tomllib.loads(read(Path("pyproject.toml")))["project"]["version"]
    assert f"## {version}" in read(Path("CHANGELOG.md"))


def test_every_setting_is_documented_and_every_documented_setting_is_read() -> None:
    used = {name for path in tracked(".py") if path.parts[0] == "src" for name in VARIABLE.findall(read(path))}
    assert set(VARIABLE.findall(read(Path("docs/settings.md")))) == used


def test_the_plan_of_the_house_shows_every_room() -> None:
    plan = read(Path("ARCHITECTURE.md"))
    rooms = {path.parts[2] for path in tracked(".py") if path.parts[:2] == ("src", "concerted") and len(path.parts) > 3}
    assert [room for room in sorted(rooms) if not re.search(rf"(?m)^\s+{room}/", plan)] == []


def test_decision_records_are_numbered_in_a_row() -> None:
    numbers = sorted(int(path.name[:4]) for path in PAGES if path.parent == Path("docs/decisions"))
    assert numbers == list(range(1, len(numbers) + 1))
