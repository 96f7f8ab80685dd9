"""Annotations that hold places alone: made from records, made into records, tied to their texts."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from benchmarks.accuracy.annotate import QuoteNotFound, annotate
from benchmarks.accuracy.annotations import FOLDER, NotThatText, dumps, load, places, record_of, sha256
from benchmarks.accuracy.measure import measure
from benchmarks.accuracy.statements import BESIDE, open_text

TEXT = """# source: archive of Arcadia

Within a month, ministers pledged to open the harbours and to sell no salt. They welcomed the pact. Ministers of
Sylvania welcomed the pact on 3 May 2031.
"""
RECORD: dict[str, Any] = {
    "issued_on": "2031-05-03",
    "title_participants": [{"party": "ARC", "name": "Arcadia"}],
    "participants": [{"party": "SYL", "role": "issuer", "quote": "Sylvania", "name": "Sylvania"}],
    "instruments": [{"id": "Pact 2030", "quotes": ["the pact"]}],
    "meetings": [{"start": None, "host": [], "status": "held", "quote": "harbours"}],
    "deadlines": [{"quote": "Within a month", "date": None, "months": 1}],
    "acts": [
        {
            "kind": "commitment",
            "text": "pledged to open the harbours and to sell no salt",
            "due": "Within a month",
            "targets": ["to open the harbours", "to sell no salt"],
            "aim": "specific",
        },
        {"kind": "endorsement", "text": "welcomed the pact", "due": None, "renews": True},
        {"kind": "endorsement", "text": "welcomed the pact", "actors": ["SYL"], "start": TEXT.rindex("welcomed")},
    ],
}
STEMS = sorted(path.stem for path in FOLDER.glob("*.json"))


def test_an_annotation_places_each_quote_and_copies_none() -> None:
    annotation = annotate(RECORD, TEXT)
    acts = annotation["acts"]
    assert [TEXT[slice(*act["at"])] for act in acts] == [act["text"] for act in RECORD["acts"]]
    assert acts[1]["at"][0] < acts[2]["at"][0] == TEXT.rindex("welcomed")
    assert [TEXT[slice(*at)] for at in acts[0]["targets"]] == RECORD["acts"][0]["targets"]
    assert TEXT[slice(*acts[0]["due"])] == "Within a month"
    assert "harbours" not in dumps(annotation)


def test_its_record_measures_as_the_record_that_it_was_made_from() -> None:
    made = record_of(annotate(RECORD, TEXT), TEXT)
    assert not measure(TEXT, made, made).lines
    assert made["acts"][0]["aim"] == "specific"
    assert [act["actors"] for act in made["acts"]] == [["issuers"], ["issuers"], ["SYL"]]
    assert made["meetings"][0]["host"] == []
    assert made["deadlines"][0] == {"quote": "Within a month", "date": None, "days": None, "months": 1}


def test_words_that_do_not_stand_in_the_text_are_refused() -> None:
    wrong = RECORD | {"acts": [{"kind": "call", "text": "urged Borduria to join"}]}
    with pytest.raises(QuoteNotFound, match=r"acts: .*urged Borduria to join"):
        annotate(wrong, TEXT)
    with pytest.raises(QuoteNotFound, match="sums"):
        annotate(RECORD | {"sums": [{"quote": "5 crowns"}]}, TEXT)


def test_another_text_is_refused() -> None:
    with pytest.raises(NotThatText):
        record_of(annotate(RECORD, TEXT), TEXT + " ")


@pytest.mark.parametrize("stem", STEMS)
def test_each_annotation_is_of_its_text_and_places_lie_in_it(shared: Path, stem: str) -> None:
    text = open_text(shared / "statements" / f"{stem}.txt").text
    annotation = load(FOLDER / f"{stem}.json")
    assert annotation["sha256"] == sha256(text)
    assert all(0 <= start < end <= len(text) for start, end in places(annotation))
    record = record_of(annotation, text)
    figures = measure(text, record, record)
    assert not figures.lines, figures.lines
    assert dumps(annotation) == (FOLDER / f"{stem}.json").read_text(encoding="utf-8")


def test_no_statement_is_annotated_twice(shared: Path) -> None:
    official = {path.name.removesuffix(".reading.json") for path in (BESIDE / "gold").glob("*.reading.json")}
    assert not official & set(STEMS)
