"""What changed since a kept run, and how many commitments are counted."""

from __future__ import annotations

from pathlib import Path

from benchmarks.accuracy import last_run
from benchmarks.accuracy.annotations import Record, record_of
from benchmarks.accuracy.comparison import CHANGED, compare, summary
from benchmarks.accuracy.counts import Count, count
from benchmarks.accuracy.measure import measure
from benchmarks.accuracy.statements import Statement
from concerted.terms.document import Document

TEXT = """Joint Statement

Ministers of Arcadia, Sylvania and Borduria met on 3 May 2031. They pledged to open the harbours and to sell no salt.
They urged Borduria to honour the Harbour Charter. They welcomed the pact.
"""
ANNOTATED = {
    "acts": [
        {"kind": "commitment", "text": "pledged to open the harbours and to sell no salt"},
        {"kind": "endorsement", "text": "welcomed the pact"},
    ]
}


def found() -> Record:
    return Statement("arcadia", Document(TEXT)).found


def without(record: Record, words: str) -> Record:
    return record | {"acts": [act for act in record["acts"] if words not in act["text"]]}


def test_a_run_keeps_what_was_read(tmp_path: Path) -> None:
    run = last_run.run_of([("arcadia", TEXT, found())])
    path = tmp_path / "run.json"
    last_run.keep(run, path)
    assert last_run.load(path) == run
    assert "harbours" not in path.read_text(encoding="utf-8")
    assert not measure(TEXT, record_of(run["arcadia"], TEXT), found()).lines
    assert not compare(TEXT, run["arcadia"], found(), None)
    assert last_run.load(tmp_path / "none.json") == {}


def test_annotated_acts_are_gained_and_lost() -> None:
    before = last_run.placed(without(found(), "pledged"), TEXT)
    change = compare(TEXT, before, without(found(), "welcomed"), ANNOTATED)
    assert change.gains == ["acts, found: commitment: pledged to open the harbours and to sell no salt"]
    assert change.losses == ["acts, missed: endorsement: welcomed the pact"]
    assert summary(change) == "1 gained, 1 lost"


def test_a_false_find_that_goes_is_a_gain() -> None:
    before = last_run.placed(found(), TEXT)
    change = compare(TEXT, before, without(found(), "urged"), ANNOTATED)
    assert [line for line in change.gains if "call" in line] == [
        "acts, no longer false: call: urged Borduria to honour the Harbour Charter"
    ]
    assert not change.losses


def test_elsewhere_acts_appear_vanish_and_change_their_kind() -> None:
    before = last_run.placed(without(found(), "pledged"), TEXT)
    now = without(found(), "welcomed")
    for act in now["acts"]:
        if act["kind"] == "call":
            act["kind"] = "concern"
    change = compare(TEXT, before, now, None)
    assert summary(change) == "acts, appeared 1; acts, changed kind 1; acts, vanished 1"
    assert "acts, changed kind: from call to concern: urged Borduria to honour the Harbour Charter" in change.others


def test_another_text_is_not_compared() -> None:
    before = last_run.placed(found(), TEXT)
    assert summary(compare(TEXT + " ", before, found(), None)) == CHANGED


def test_commitments_are_counted_by_target() -> None:
    reading = Statement("arcadia", Document(TEXT)).reading
    promise = next(act for act in reading.acts if act.kind == "commitment")
    assert count(reading) == Count(1, max(len(promise.targets), 1), count(reading).specific)


def test_the_kept_run_names_each_shared_statement(shared: Path) -> None:
    run = last_run.load()
    assert set(run) == {path.stem for path in (shared / "statements").glob("*.txt")}
    assert last_run.FILE.stat().st_size < 1_500_000
