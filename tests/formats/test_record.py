"""Records: a reading written as JSON says the same when it is read back, and fulfils the published schema."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from concerted.formats.record import dumps, passages, reading_of, record
from concerted.formats.record_schema import schema
from concerted.reading import facts
from concerted.terms.errors import UnreadableDocument
from concerted.terms.passage import Passage

TEXT = "Ministers of Arcadia pledged 12 million crowns by 1 May 2031 under the Harbour Pact. Ἀρκαδία بحر 🌊 endures."


@st.composite
def _passage(draw: st.DrawFn) -> Passage:
    start = draw(st.integers(0, len(TEXT) - 1))
    return Passage.of(TEXT, start, draw(st.integers(start + 1, len(TEXT))))


st.register_type_strategy(Passage, _passage())
st.register_type_strategy(float, st.floats(0, 1))
st.register_type_strategy(Decimal, st.decimals(allow_nan=False, allow_infinity=False, places=2))
_INSTRUMENT = st.builds(facts.Instrument, passages=st.lists(_passage(), min_size=1, max_size=3).map(tuple))
_READING = st.builds(facts.Reading, text=st.just(TEXT), instruments=st.lists(_INSTRUMENT, max_size=2).map(tuple))


@given(_READING)
def test_a_reading_comes_back_from_its_record(reading: facts.Reading) -> None:
    written = dumps(reading)
    assert reading_of(json.loads(written), TEXT) == reading
    jsonschema.Draft202012Validator(schema()).validate(json.loads(written))


def _reading() -> facts.Reading:
    return facts.Reading(
        TEXT,
        facts.Statement("Harbour statement", "joint statement", "en", window=facts.Window(date(2031, 1, 2), None)),
        acts=(
            facts.Act(
                Passage.of(TEXT, 21, 83),
                facts.Kind.COMMITMENT,
                "pledged",
                ("issuers",),
                due=Passage.of(TEXT, 47, 60),
            ),
        ),
        instruments=(facts.Instrument((Passage.of(TEXT, 71, 83),), "Harbour Pact", "Harbour Pact"),),
        sums=(facts.Sum(Passage.of(TEXT, 29, 46), Decimal("12e6"), None),),
    )


def test_a_record_has_the_shape_that_is_scored() -> None:
    written = record(_reading())
    assert written["issued_between"] == ["2031-01-02", None]
    assert written["acts"][0]["text"] == "pledged 12 million crowns by 1 May 2031 under the Harbour Pact"
    assert (written["acts"][0]["due"], written["acts"][0]["kind"]) == ("by 1 May 2031", "commitment")
    assert written["instruments"][0]["quotes"] == ["Harbour Pact"]
    assert written["instruments"][0]["passages"] == [{"start": 71, "end": 83, "quote": "Harbour Pact"}]
    assert (written["sums"][0]["quote"], written["sums"][0]["value"]) == ("12 million crowns", "12000000")


def test_the_published_schema_is_the_one_that_records_fulfil(root: Path) -> None:
    published = json.loads((root / "docs/schema/reading.schema.json").read_text(encoding="utf-8"))
    assert published == schema(), "run: python -m concerted.formats.record_schema > docs/schema/reading.schema.json"
    jsonschema.Draft202012Validator.check_schema(published)


def test_a_record_over_another_text_is_refused() -> None:
    with pytest.raises(UnreadableDocument, match="does not stand at"):
        reading_of(record(_reading()), TEXT.replace("pledged", "refused"))


@pytest.mark.parametrize(
    "change",
    [
        {"schema": "concerted-reading-0"},
        {"acts": None},
        {"acts": [{"kind": "promise"}]},
        {"sums": [{"passage": {"start": 0, "end": 1, "quote": "M"}, "value": "twelve", "currency": None}]},
        {"issued_between": ["2031-01-02"]},
        {"issued_on": "soon"},
        {"title": 7},
    ],
)
def test_what_is_no_record_is_refused(change: dict[str, Any]) -> None:
    with pytest.raises(UnreadableDocument):
        reading_of(record(_reading()) | change, TEXT)


def test_passages_are_found_wherever_a_fact_holds_them() -> None:
    reading = _reading()
    bound = Passage.of(TEXT, 0, 9)
    statement = replace(reading.statement, window=facts.Window(None, None, bound))
    assert {passage.quote for passage in passages(replace(reading, statement=statement))} == {
        "Ministers",
        "pledged 12 million crowns by 1 May 2031 under the Harbour Pact",
        "by 1 May 2031",
        "Harbour Pact",
        "12 million crowns",
    }
