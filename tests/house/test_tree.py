"""Rules for the files of the project: sizes, names, and what must never stand in them."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from concerted.terms.coalition_file import coalitions
from concerted.terms.shelf import load
from tests.house.copying import official_runs, runs
from tests.house.test_coalitions import every_name
from tests.house.tree import ROOT, read, texts, tracked

# Put together here, so that this file does not hold what it forbids.
REGISTRIES = ["py" + "pi.org", "python" + "hosted.org", "npm" + "js.org", "npm" + "js.com", "npm" + "mirror.com"]
MACHINE = ["/wo" + "rk/", "/ro" + "ot/", "/ho" + "me/", "/Us" + "ers/"]
EMPTY_NAMES = re.compile(r"(?:^|[/_])(?:utils?|helpers?|common|base|managers?|processors?|misc)(?:\.|/|_|$)")


# A migration is written by Django.
SOURCES = [path for path in tracked(".py") if "migrations" not in path.parts]


def test_no_source_file_is_longer_than_400_lines() -> None:
    long = {str(path): count for path in SOURCES if (count := len(read(path).splitlines())) > 400}
    assert not long


def test_half_of_the_source_files_are_shorter_than_100_lines() -> None:
    counts = sorted(len(read(path).splitlines()) for path in SOURCES if path.parts[0] == "src")
    assert counts[len(counts) // 2] < 100


def test_names_of_files_say_something() -> None:
    assert not [str(path) for path in tracked() if EMPTY_NAMES.search(path.as_posix())]


@pytest.mark.parametrize("forbidden", [REGISTRIES, MACHINE], ids=["registry", "machine"])
def test_no_file_names_a_registry_or_a_place_on_a_machine(forbidden: list[str]) -> None:
    found = [(str(path), word) for path in texts() for word in forbidden if word in read(path)]
    assert not found


def test_the_lock_pins_every_package_by_hash_and_names_no_host() -> None:
    lock = read(Path("requirements.lock"))
    assert "://" not in lock
    entries = re.split(r"(?m)^(?=\S)", lock)[1:]
    assert len(entries) > 40
    for entry in entries:
        assert re.match(r"[\w.\[\],-]+==\S+", entry), entry.splitlines()[0]
        assert "--hash=sha256:" in entry, entry.splitlines()[0]


def test_third_party_code_is_not_in_the_tree() -> None:
    assert not [str(path) for path in tracked(".min.js", ".min.css", ".woff", ".woff2", ".ttf", ".whl")]


def test_the_source_names_no_coalition_adversary_or_partner() -> None:
    names = {row.name for one in coalitions() for row in one.partners} | {"ISIL", "ISIS", "Daesh", "Da'esh"}
    names |= {name.text for one in coalitions() for name in one.names}
    # "Turkey" and its like must stand alone and with a capital; short forms of organisations are terms of the field.
    names -= {"NATO", "European Union"}
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(names)))})(?!\w)")
    found = {}
    for path in tracked(".py", ".html", ".js"):
        if path.parts[0] == "src" and (hits := sorted(set(pattern.findall(read(path))))):
            found[str(path)] = hits
    assert not found


@pytest.mark.parametrize("path", tracked(".yaml"), ids=str)
def test_a_data_file_loads(path: Path) -> None:
    assert load(ROOT / path)


def titles_of_texts(data: Any) -> list[str]:
    """Every name of a legal text in the vocabulary."""
    if isinstance(data, dict):
        return list(data.get("names") or []) + [name for value in data.values() for name in titles_of_texts(value)]
    return [name for value in data for name in titles_of_texts(value)] if isinstance(data, list) else []


def test_nothing_is_copied_from_the_official_texts(shared: Path) -> None:
    """Twelve words in a row, names left out, stand in no file of the project and in an official text alike."""
    names = every_name() + titles_of_texts(load(ROOT / "vocabulary" / "instruments.yaml"))
    official = official_runs(shared, tuple(names), 12)
    copied = {}
    for path in texts():
        if hits := runs(read(path), names, 12) & official:
            copied[str(path)] = sorted(" ".join(run) for run in hits)[:3]
    assert not copied
