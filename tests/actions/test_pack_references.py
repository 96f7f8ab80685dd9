"""What a record of a pack points at: another one of the partner's, or the coalition's own by what it is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from concerted.actions import reports, review, windows
from concerted.ledger.packs.change import Change
from concerted.register.models import Commitment, Held, Measurement, Report
from concerted.register.nouns.report import Content as Said
from tests.packs import Other, counts, take
from tests.standing import AT, SLUG, Register, first_reading


@pytest.fixture
def other(register: Register) -> Other:
    return Other().trusted(register)


def test_a_report_finds_its_window_and_commitment_by_what_they_are(register: Register, other: Other) -> None:
    secretariat, norway = register.people.secretariat, register.people.norway
    taken = register.take_in(first_reading())
    review.accept_statement(statement=taken.statement, by=secretariat, at=AT)
    promise = Commitment.objects.get(verb="undertook")
    days = windows.Content("First half", date(2021, 1, 1), date(2021, 6, 30), date(2021, 3, 1), date(2021, 7, 31))
    window = windows.add(coalition=SLUG, content=days, by=secretariat, at=AT)
    said = Said(window=window, commitment=promise.pk, stand="in progress", text="Ten divers trained")
    reports.add(coalition=SLUG, content=said, by=norway, at=AT)
    (sent,) = other.read(register)
    assert sent.content["window"] == ["window 2021-01-01 2021-06-30", date(2021, 3, 1).toordinal()]
    # As it was written far away, where both go by other numbers.
    reports.withdraw(number=Report.objects.get().pk, seen=1, by=norway, at=AT)
    here = replace(sent, origin=other.key.name, number=4, content={**sent.content, "text": "Twelve divers"})
    assert counts(take(register, other.pack(here))) == (1, 0, 0, 0)
    came = Report.objects.get(in_force=True)
    assert (came.window_id, came.commitment_id, came.text) == (window, promise.pk, "Twelve divers")
    lost = replace(here, number=5, content={**sent.content, "commitment": ["statement of none", 3]})
    assert counts(take(register, other.pack(lost))) == (0, 0, 0, 1)
    assert "has not come" in Held.objects.get().why


def test_what_points_at_another_record_comes_with_it(register: Register, other: Other) -> None:
    figure = {"party": "NOR", "title": "Divers", "unit": "people", "source": "a letter"}
    value = {"benchmark": [other.key.name, 7], "first": "2021-01-01", "last": "2021-01-31", "value": "12.5"}
    records = (
        Change(other.key.name, 7, "benchmark", 1, other.record(1).release, None, figure),
        Change(other.key.name, 8, "measurement", 1, other.record(1).release, None, value | {"source": "a count"}),
    )
    assert counts(take(register, other.pack(*records))) == (2, 0, 0, 0)
    assert Measurement.objects.get().benchmark.title == "Divers"
    sent = {one.noun: one for one in other.read(register)}
    assert sent["measurement"].content["benchmark"] == [other.key.name, 7]
    assert [one.state for one in records] == [sent[one.noun].state for one in records]
