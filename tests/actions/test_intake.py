from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

import pytest

from concerted.actions import intake
from concerted.reading.facts import Reading, Window
from concerted.register.models import Entry, Finding, Original, SearchEntry, Statement
from concerted.terms.document import Document
from concerted.terms.errors import NotAllowed, NotFound, UnreadableDocument
from tests.acts import acts
from tests.standing import AT, FIRST, SLUG, Register, first_reading, passage


def test_bytes_text_and_findings_are_stored(register: Register) -> None:
    result = register.take_in(first_reading())
    statement = Statement.objects.get(pk=result.statement)
    assert (result.new, result.title, statement.text) == (True, "Statement of the Harbour Pact", FIRST)
    assert bytes(Original.objects.get(statement=statement).data) == FIRST.encode()
    assert result.findings == Finding.objects.filter(statement=statement).count() == 13
    for finding in statement.findings.all():
        assert statement.text[finding.start : finding.end] == finding.quote
    places = [(finding.start, -finding.end) for finding in statement.findings.order_by("ordinal")]
    assert places == sorted(places)


def test_a_statement_is_one_act(register: Register) -> None:
    before = len(acts())
    result = register.take_in(first_reading())
    assert acts()[before:] == ["statement.take_in"]
    entry = Entry.objects.get(noun="statement")
    assert (entry.by, entry.at, entry.record) == (register.people.secretariat, AT, str(result.statement))


def test_the_same_bytes_twice_change_nothing_and_say_so(register: Register) -> None:
    first = register.take_in(first_reading())
    counts = [model.objects.count() for model in (Statement, Finding, Entry, Original, SearchEntry)]
    second = register.take_in(first_reading())
    assert (second.new, second.statement, second.findings) == (False, first.statement, first.findings)
    assert [model.objects.count() for model in (Statement, Finding, Entry, Original, SearchEntry)] == counts


def test_nothing_is_left_of_an_intake_that_fails(register: Register, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: Any, **__: Any) -> None:
        raise RuntimeError("the disk is full")

    monkeypatch.setattr("concerted.actions.ledger.seal", fail)
    with pytest.raises(RuntimeError):
        register.take_in(first_reading())
    assert not Statement.objects.exists()
    assert not Finding.objects.exists()
    assert not SearchEntry.objects.filter(noun="statement").exists()


@pytest.mark.parametrize("who", ["chile", "reader", "stranger"])
def test_only_the_secretariat_takes_statements_in(register: Register, who: str) -> None:
    with pytest.raises(NotAllowed):
        register.take_in(first_reading(), by=getattr(register.people, who))
    assert not Statement.objects.exists()


def test_bytes_and_reading_must_belong_together(register: Register) -> None:
    with pytest.raises(UnreadableDocument):
        intake.take_in(
            document=Document("another text"),
            original=b"another text",
            reading=first_reading(),
            coalition=SLUG,
            by=register.people.secretariat,
            at=AT,
        )


def test_an_unknown_coalition_is_named(register: Register) -> None:
    with pytest.raises(NotFound, match="no coalition 'nowhere'"):
        intake.take_in(
            document=Document(FIRST),
            original=FIRST.encode(),
            reading=first_reading(),
            coalition="nowhere",
            by=register.people.secretariat,
            at=AT,
        )


def test_a_window_stands_where_there_is_no_day(register: Register) -> None:
    bound = passage(FIRST, "met in Oslo on 2 March 2021")
    undated = first_reading(issued_on=None)
    window = Window(AT.date().replace(day=2), AT.date(), earliest_from=bound)
    result = register.take_in(replace(undated, statement=replace(undated.statement, window=window)))
    statement = Statement.objects.get(pk=result.statement)
    assert (statement.issued_on, statement.earliest, statement.latest) == (None, window.earliest, window.latest)
    assert statement.record["issued_between_from"][0]["quote"] == bound.quote


def test_every_list_of_a_reading_is_stored() -> None:
    lists = {field.name for field in fields(Reading)} - {"text", "statement"}
    assert set(intake.LISTS) == lists
