"""``concerted compare``: two statements beside each other, in two forms."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from concerted.cli import main

EARLIER = """# Joint statement of the harbour ministers

Lisbon, 2 May 2030

We, the ministers of Norway, Ghana and Japan, met in Lisbon. We will inspect the lighthouses of the coast within
90 days. We pledge to count the seals of the islands.
"""
LATER = """# Joint statement of the harbour ministers

Lisbon, 3 May 2031

We, the ministers of Norway, Ghana and Chile, met in Lisbon. We intend to inspect the lighthouses of the coast.
We will implement UN Security Council resolution 2178.
"""


def _compare(*arguments: str, given: bytes | None = None) -> Result:
    return CliRunner().invoke(main, ["compare", *arguments], input=given)


@pytest.fixture
def files(tmp_path: Path) -> tuple[str, str]:
    paths = tmp_path / "earlier.md", tmp_path / "later.md"
    for path, text in zip(paths, (EARLIER, LATER), strict=True):
        path.write_text(text, encoding="utf-8")
    return str(paths[0]), str(paths[1])


def test_the_table_shows_what_became_of_each_promise(files: tuple[str, str]) -> None:
    done = _compare(*files, "--date-a", "2030-05-02", "--date-b", "2031-05-03")
    assert done.exit_code == 0, done.stderr
    assert "weakened 1 · dropped 1 · new 1" in done.stdout
    assert "[-will-] inspect the lighthouses" in done.stdout
    assert "{+intend to+} inspect the lighthouses" in done.stdout
    assert "date gone: “within 90 days”" in done.stdout
    assert "joined (1)   Chile CHL" in done.stdout
    assert "left (1)     Japan JPN" in done.stdout
    assert "added  UNSCR 2178" in done.stdout
    assert "\x1b[" not in done.stdout


def test_json_holds_the_same(files: tuple[str, str]) -> None:
    done = _compare(*files, "--date-a", "2030-05-02", "--date-b", "2031-05-03", "--format", "json")
    assert done.exit_code == 0, done.stderr
    written = json.loads(done.stdout)
    assert written["schema"] == "concerted-comparison-1"
    assert written["order"] == "as given"
    assert {name: count for name, count in written["counts"].items() if count} == {
        "weakened": 1,
        "dropped": 1,
        "new": 1,
    }
    (weakened,) = [pair for pair in written["pairs"] if pair["fate"] == "weakened"]
    assert weakened["earlier"]["text"].startswith("will inspect")
    assert {sign["reason"] for sign in weakened["signs"]} == {"softer verb", "date gone"}
    passage = weakened["later"]["passage"]
    assert passage["quote"] in LATER


def test_the_earlier_one_comes_first_and_the_output_says_so(files: tuple[str, str]) -> None:
    turned = _compare(*reversed(files), "--date-a", "2031-05-03", "--date-b", "2030-05-02")
    assert "they have changed places" in turned.stdout
    assert "weakened 1 · dropped 1 · new 1" in turned.stdout
    assert "do not tell which is the earlier one" in _compare(files[0], files[0]).stdout


def test_calls_compare_where_calls_are_asked_for(files: tuple[str, str]) -> None:
    assert "Calls  0 before, 0 after" in _compare(*files, "--kind", "call").stdout


def test_one_of_the_two_may_come_from_standard_input(files: tuple[str, str]) -> None:
    done = _compare("-", files[1], given=EARLIER.encode())
    assert done.exit_code == 0, done.stderr
    twice = _compare("-", "-", given=EARLIER.encode())
    assert twice.exit_code == 2
    assert twice.stderr == "concerted: -: standard input holds one statement; expected a file or an address beside it\n"


def test_what_is_no_statement_is_refused_by_name(files: tuple[str, str], tmp_path: Path) -> None:
    cake = tmp_path / "cake.txt"
    cake.write_text("Take three eggs. Beat them well.", encoding="utf-8")
    done = _compare(files[0], str(cake))
    assert done.exit_code == 2
    assert str(cake) in done.stderr
    assert _compare(files[0], files[1], "--date-b", "soon").stderr.startswith("concerted: --date-b: 'soon' is no date")


def test_django_stays_out(files: tuple[str, str]) -> None:
    code = (
        "import sys; from click.testing import CliRunner; from concerted.cli import main; "
        f"CliRunner().invoke(main, ['compare', *{files!r}]); print('django' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
