"""Web annotations: what other programs find in ours, and what is read of theirs."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from concerted.formats import open_document
from concerted.formats.annotation_reading import load, notes_of, reviewed_of
from concerted.formats.decisions import Reviewed
from concerted.formats.web_annotation import collection, text_iri
from concerted.reading.read import read
from concerted.terms.errors import UnreadableDocument
from tests.formats.readings import rejected

TEXT = """Harbour Statement

We, the ministers of Sweden and Kuwait 🌊, met in Stockholm on 2 May 2031. We pledge $12 million for this work.

We urge all States to implement UN Security Council resolution 2178.
"""
ANNOTATION = {"@context": "http://www.w3.org/ns/anno.jsonld", "type": "Annotation"}


def _reviewed() -> Reviewed:
    return Reviewed(read(open_document(TEXT.encode(), "harbour.txt")))


def _items(one: Reviewed, source: str | None = None) -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = collection(one, source)["first"]["items"]
    return items


def test_each_fact_is_an_annotation_with_its_place_and_its_words() -> None:
    one = _reviewed()
    written = collection(one)
    assert written["total"] == len(written["first"]["items"])
    assert len({item["id"] for item in written["first"]["items"]}) == written["total"]
    (pledge,) = [item for item in _items(one) if any(body.get("value") == "commitment" for body in item["body"])]
    start = TEXT.index("pledge $12")
    assert pledge["motivation"] == "classifying"
    assert pledge["target"]["source"] == text_iri(TEXT)
    assert pledge["target"]["selector"] == [
        {"type": "TextPositionSelector", "start": start, "end": start + len("pledge $12 million for this work")},
        {
            "type": "TextQuoteSelector",
            "exact": "pledge $12 million for this work",
            "prefix": TEXT[start - 32 : start],
            "suffix": TEXT[start + 32 : start + 64],
        },
    ]


def test_states_and_un_documents_are_linked() -> None:
    links = {body["source"] for item in _items(_reviewed()) for body in item["body"] if "source" in body}
    assert "https://undocs.org/S/RES/2178(2014)" in links
    assert "http://publications.europa.eu/resource/authority/country/SWE" in links


def test_a_source_of_ones_own_stands_everywhere() -> None:
    items = _items(_reviewed(), "https://record.example/river/1")
    assert all(item["id"].startswith("https://record.example/river/1#") for item in items)


def test_a_decision_names_who_and_when() -> None:
    item = next(item for item in _items(rejected(_reviewed(), "sums")) if item["id"].endswith("#sums-1"))
    said = [body for body in item["body"] if body["purpose"] in ("assessing", "commenting")]
    assert [body["value"] for body in said] == ["rejected", "=not ours"]
    assert {(body["creator"]["name"], body["created"]) for body in said} == {("Amina Odhiambo", "2031-06-01T22:30:00Z")}


@pytest.mark.parametrize("change", ["text", "missing", "fact"])
def test_what_does_not_fit_the_text_is_refused(change: str) -> None:
    written, text = collection(_reviewed()), TEXT
    if change == "text":
        text = TEXT.replace("pledge", "refuse")
    elif change == "missing":
        del written["first"]["items"][1]
    else:
        written["first"]["items"][1]["body"][-1]["value"] = "{"
    with pytest.raises(UnreadableDocument):
        reviewed_of(written, text)


@pytest.mark.parametrize("data", [b"", b"[]", b"{}", b"\xff", b'{"@context": "other"}', b"[" * 100_000])
def test_what_is_no_annotation_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableDocument):
        load(data, "a.jsonld")


def _foreign(*selectors: Any, **more: Any) -> dict[str, Any]:
    target = {"source": "https://record.example/1", "selector": list(selectors)}
    return ANNOTATION | {"target": target, "body": {"type": "TextualBody", "value": "Look here."}} | more


def _quote(exact: str, **context: str) -> dict[str, str]:
    return {"type": "TextQuoteSelector", "exact": exact} | context


def _position(start: int, end: int) -> dict[str, Any]:
    return {"type": "TextPositionSelector", "start": start, "end": end}


_AT = TEXT.index("Stockholm")


@pytest.mark.parametrize(
    ("selectors", "start"),
    [
        ([_position(_AT, _AT + 9)], _AT),
        ([_quote("Stockholm")], _AT),
        # A wave is two of UTF-16's units.
        ([_position(_AT + 1, _AT + 10), _quote("Stockholm")], _AT),
        ([_quote("We", prefix="2031. ")], TEXT.index("We pledge")),
        ([_quote("We")], None),
        ([_quote("We"), _position(TEXT.index("We urge"), TEXT.index("We urge") + 2)], TEXT.index("We urge")),
        ([_quote("Oslo")], None),
        ([_position(5, 5_000)], None),
        ([_quote("met in Stockholm") | {"refinedBy": _position(7, 16)}], _AT),
        ([{"type": "CssSelector", "value": "#a"}, _quote("Stockholm")], _AT),
    ],
)
def test_a_foreign_note_stands_where_its_selectors_agree_or_is_lost(selectors: list[Any], start: int | None) -> None:
    (note,) = notes_of(_foreign(*selectors, creator={"name": "Maria"}, motivation="commenting"), TEXT)
    assert (note.words, note.creator, note.motivations) == (("Look here.",), "Maria", ("commenting",))
    assert [passage.start for passage in note.passages] == ([] if start is None else [start])
    assert bool(note.lost) == (start is None)


def test_foreign_annotations_are_found_in_pages_graphs_and_lists() -> None:
    one = _foreign(_quote("Stockholm"))
    page = {"@context": ANNOTATION["@context"], "type": "AnnotationPage", "items": [one, "https://elsewhere.example/2"]}
    graph = {"@context": [ANNOTATION["@context"], "urn:x"], "@graph": [one, one | {"body": None, "bodyValue": "Aye."}]}
    assert [note.words for note in notes_of(page, TEXT)] == [("Look here.",)]
    assert [note.words for note in notes_of(graph, TEXT)] == [("Look here.",), ("Aye.",)]
    with pytest.raises(UnreadableDocument, match="of another program"):
        reviewed_of(page, TEXT)


def test_our_own_annotations_are_notes_too() -> None:
    one = _reviewed()
    reading = replace(one.reading, statement=replace(one.reading.statement, title="A"))
    notes = notes_of(json.loads(json.dumps(collection(Reviewed(reading)))), TEXT)
    assert not [note for note in notes if note.lost]
    assert {act.passage for act in reading.acts} <= {passage for note in notes for passage in note.passages}
