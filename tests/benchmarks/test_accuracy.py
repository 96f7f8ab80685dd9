"""The measure of readings: what counts as found, what is listed as missed or false."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from benchmarks.accuracy import first_readings
from benchmarks.accuracy.matching import in_order, pairs, places_of, quote_overlap
from benchmarks.accuracy.measure import Figures, Tally, measure

TEXT = """# source: archive of Arcadia

Ministers welcomed the pact. Ministers pledged to open the harbours by 1 May 2031. They urged Borduria to join
the pact. Ministers welcomed the pact.
"""
ANNOTATED: dict[str, Any] = {
    "issued_on": None,
    "acts": [
        {"kind": "endorsement", "text": "welcomed the pact", "actors": ["issuers"], "lines": [], "renews": False},
        {
            "kind": "commitment",
            "text": "pledged to open the harbours by 1 May 2031",
            "actors": ["issuers"],
            "lines": [1, 2],
            "renews": False,
            "due": "by 1 May 2031",
        },
        {
            "kind": "call",
            "text": "urged Borduria to join the pact",
            "actors": ["issuers"],
            "lines": [],
            "renews": False,
        },
        {"kind": "endorsement", "text": "welcomed the pact", "actors": ["issuers"], "lines": [], "renews": False},
    ],
    "participants": [{"party": "ARC", "role": "issuer"}, {"party": "SYL", "role": "issuer"}],
    "instruments": [{"id": "Pact 2030", "quotes": ["the pact"]}],
    "deadlines": [{"quote": "by 1 May 2031", "date": "2031-05-01", "days": None}],
}


def test_a_record_agrees_with_itself() -> None:
    figures = measure(TEXT, ANNOTATED, ANNOTATED)
    assert not figures.lines
    assert all(tally.right == tally.found == tally.annotated for tally in figures.tallies.values())
    assert figures.agree == figures.compared


def test_misses_false_finds_and_wrong_kinds_are_counted_and_listed() -> None:
    found = {
        "issued_on": "2031-01-01",
        "acts": [
            {"kind": "finding", "text": "welcomed the pact", "actors": ["issuers"], "lines": [], "renews": True},
            {
                **ANNOTATED["acts"][1],
                "text": "to open the harbours by 1 May 2031",
                "lines": [2, 1],
                "due": "1 May 2031",
            },
            {"kind": "finding", "text": "# source: archive of Arcadia", "actors": [], "lines": [], "renews": False},
        ],
        "participants": [{"party": "ARC", "role": "host"}],
        "instruments": [{"id": "Pact", "quotes": ["welcomed the pact", "the pact"]}],
        "deadlines": [{"quote": "1 May 2031", "date": "2031-05-02", "days": None}],
    }
    figures = measure(TEXT, ANNOTATED, found)
    tallies = figures.tallies
    assert tallies["acts: span"] == Tally(2, 3, 4)
    assert tallies["acts: span and kind"] == Tally(1, 3, 4)
    assert tallies["acts: commitment"] == Tally(1, 1, 1)
    assert tallies["participants"] == Tally(0, 1, 2)
    assert tallies["instruments"] == Tally(1, 1, 1)
    assert tallies["instrument ids"] == Tally(0, 1, 1)
    assert tallies["deadlines"] == Tally(1, 1, 1)
    assert (figures.agree["act's lines"], figures.agree["act's due"], figures.agree["act's renews"]) == (2, 2, 1)
    assert set(figures.lines) == {
        "act is endorsement, found as finding: welcomed the pact",
        "act's renews: False annotated, True found",
        "act missed: call: urged Borduria to join the pact",
        "act missed: endorsement: welcomed the pact",
        "act false: finding: # source: archive of Arcadia",
        "participants missed: ARC issuer, SYL issuer",
        "participants false: ARC host",
        "instrument ids missed: Pact 2030",
        "instrument ids false: Pact",
        "deadline's date: 2031-05-01 annotated, 2031-05-02 found",
        "issued_on: nothing annotated, 2031-01-01 found",
    }


def test_a_record_with_places_is_taken_at_its_places() -> None:
    start = TEXT.rindex("welcomed")
    act = {**ANNOTATED["acts"][0], "passage": {"start": start, "end": start + 17}}
    last = {"acts": [ANNOTATED["acts"][1], ANNOTATED["acts"][3]]}
    assert measure(TEXT, last, {"acts": [act]}).tallies["acts: span and kind"] == Tally(1, 1, 2)


def test_recurring_quotes_are_placed_in_the_order_of_the_record() -> None:
    text = "we meet. we act. we meet."
    assert in_order(text, ["we meet", "we act", "we meet"]) == [(0, 7), (9, 15), (17, 24)]
    assert in_order(text, ["we act", "we meet", "we sing"]) == [(9, 15), (17, 24), None]


@pytest.mark.parametrize(
    ("left", "right", "share"),
    [
        ("the Harbour Pact", "Harbour Pact", 1.0),
        ("Harbour Pact", "harbour  pact", 1.0),
        ("Harbour Pact of 2030", "the Harbour Treaty of 2030", 0.5),
        ("pact", "compact", 0.0),
        ("", "pact", 0.0),
    ],
)
def test_quotes_share_words(left: str, right: str, share: float) -> None:
    assert quote_overlap(left, right) == pytest.approx(share)


def test_places_cut_words_only_where_there_are_no_others() -> None:
    assert places_of("compact pact", "pact") == [(8, 12)]
    assert places_of("compact", "pact") == [(3, 7)]
    assert places_of("a\n b", "a b") == [(0, 4)]
    assert places_of("a", " ") == []


def test_pairs_are_one_to_one_and_the_most_alike_come_first() -> None:
    assert pairs([1.0, 2.0], [2.1, 0.9, 1.9], lambda a, b: 1 - abs(a - b), 0.5) == [(0, 1), (1, 0)]


def test_sums_of_figures_are_micro_averages() -> None:
    total = Figures()
    total.add(measure(TEXT, ANNOTATED, ANNOTATED))
    total.add(measure(TEXT, ANNOTATED, {}))
    tally = total.tallies["acts: span"]
    assert (tally.precision, tally.recall, tally.f1) == (1.0, 0.5, pytest.approx(2 / 3))
    assert Tally().f1 is Tally().precision is Tally().recall is None


def _evaluate(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "benchmarks.accuracy", *arguments], cwd=root, capture_output=True, text=True, check=False
    )


def test_without_annotated_statements_it_says_so(root: Path, tmp_path: Path) -> None:
    done = _evaluate(root, "--texts", str(tmp_path))
    assert done.returncode == 1
    assert done.stderr.startswith("evaluate: no annotated statements")


def test_it_reads_and_measures_a_folder(root: Path, tmp_path: Path) -> None:
    (tmp_path / "gold").mkdir()
    (tmp_path / "pact.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "gold" / "pact.reading.json").write_text(json.dumps(ANNOTATED), encoding="utf-8")
    done = _evaluate(root, "--texts", str(tmp_path), "--write", str(tmp_path / "found"))
    assert done.returncode == 0, done.stderr
    assert "acts: span and kind" in done.stdout
    assert json.loads((tmp_path / "found" / "pact.reading.json").read_text(encoding="utf-8"))["schema"]


def test_shares_are_drawn_to_the_mean_where_there_are_few_and_nothing_is_certain() -> None:
    known: dict[str, first_readings.Counts] = {
        "a": {"acts": {"finding 0.7": [40, 30], "call 0.9": [40, 40], "call 0.6": [2, 0]}},
        "b": {"acts": {"finding 0.7": [40, 30]}},
    }
    shares = first_readings.shares(known.values())["acts"]
    assert shares["finding 0.7"] == pytest.approx(0.75, abs=0.01)
    assert shares["call 0.9"] == 0.99
    assert "call 0.6" not in shares
    # Of "a", what "b" alone tells.
    (called,) = {
        one.confidence for one in first_readings.left_out(known) if one.statement == "a" and one.kind == "call"
    }
    assert called == first_readings.shares([known["b"]])["acts"]["any"]
