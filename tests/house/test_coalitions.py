"""Every coalition under coalitions/ loads, and its digests say in our own words what its data says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from concerted.terms.coalition import Coalition
from concerted.terms.coalition_file import coalition, coalitions, recognise
from tests.house.copying import official_runs, runs

GLOBAL = coalition("global-coalition")
# Names that the digests share with any account of the same facts, beside those in the data.
NAMES = [
    "ISIL/Daesh",
    "ISIS/Da'esh",
    "(ISIL)",
    "Global Counterterrorism Forum",
    "Government of Iraq",
    "Kurdistan Regional Government",
    "Secretary of State John Kerry",
    "U.S. Secretary of Defense James N. Mattis",
    "Secretary General of NATO",
    "NATO Secretary General Jens Stoltenberg",
    "Foreign Minister Ibrahim Ja'afri",
    "Defense Minister Khalid Obeidi",
    "UN Special Envoy Staffan De Mistura",
    "UN Independent International Commission of Inquiry",
    "Special Representative of the Secretary-General",
    "Statement of the President of the UN Security Council",
    "UN Security Council Resolutions 2170 and 2178",
    "UN Security Council Resolutions 2139 and 2165",
]


def every_name() -> list[str]:
    data = [name.text for name in GLOBAL.names]
    data += [row.name for row in GLOBAL.partners] + [row.title for row in GLOBAL.instruments]
    return data + NAMES


@pytest.mark.parametrize("found", coalitions(), ids=lambda one: one.slug)
def test_a_coalition_has_what_a_board_needs(found: Coalition) -> None:
    assert found.names and found.lines and found.cadences and found.partners
    assert all(line.words for line in found.lines)


def test_the_global_coalition_has_its_partners_of_2014_and_2018() -> None:
    def parties(statement: str, role: str) -> set[str]:
        return {row.party for row in GLOBAL.partners if row.role == role and row.statement == statement}

    first, second = (statement.id for statement in GLOBAL.statements)
    assert len(parties(first, "issuer")) == 60
    assert parties(first, "host") == {"USA"}
    assert len(parties(second, "issuer")) == 31
    assert "NATO" in parties(second, "issuer")
    assert len(parties(second, "joined")) == 5
    assert parties(second, "host") == {"USA", "NATO"}
    reserved = [row for row in GLOBAL.partners if row.note]
    assert [row.party for row in reserved] == ["MKD"]


def test_each_digest_is_known_by_its_words(root: Path) -> None:
    for statement in GLOBAL.statements:
        assert statement.digest
        text = (root / "coalitions" / GLOBAL.slug / statement.digest).read_text(encoding="utf-8")
        assert recognise(text) == GLOBAL
        for row in GLOBAL.partners:
            if row.statement == statement.id and row.role != "host":
                assert row.name in text, row
        assert "(digest)" in text.splitlines()[0], "a digest must say that it is no official text"


def test_the_digest_of_2014_carries_the_figures_and_days(root: Path) -> None:
    text = (root / "coalitions/global-coalition/digests/2014-12-03-brussels-plenary.md").read_text(encoding="utf-8")
    assert [int(number) for number in re.findall(r"(?m)^(\d+)\. ", text)] == list(range(1, 13))
    for fact in ("Sixty partners", "180 days", "over 200 planners", "33 partner nations", "12 to 21 November 2014"):
        assert fact in text
    assert len(re.findall(r"(?m)^- ", text)) == 60


def test_no_digest_repeats_eight_words_of_an_official_text(root: Path, shared: Path) -> None:
    names = every_name()
    official = official_runs(shared, tuple(names), 8)
    for path in sorted((root / "coalitions").glob("*/digests/*.md")):
        copied = runs(path.read_text(encoding="utf-8"), names, 8) & official
        assert not [" ".join(run) for run in copied], path.name
