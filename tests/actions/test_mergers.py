"""Two records of one thing become one and two again; nobody merges what is not theirs."""

from __future__ import annotations

from typing import Any

import pytest

from concerted.actions import mergers, review
from concerted.register import queries
from concerted.register.merged import MergedAway
from concerted.register.models import Contribution, Instrument, Meeting, Reach, Release
from concerted.terms.errors import Conflict, NotAllowed, NotFound
from tests.acts import acts, changes
from tests.standing import AT, SLUG, TODAY, Register, first_reading


@pytest.fixture
def full(register: Register) -> Register:
    taken = register.take_in(first_reading())
    review.accept_statement(statement=taken.statement, by=register.people.secretariat, at=AT)
    return register


def cited(full: Register) -> tuple[int, int]:
    """The instrument that the statement cites, and the one that the coalition's file knows."""
    every = Instrument.objects.filter(coalition=full.coalition)
    return every.get(key="HC 4040").pk, every.get(key="Harbour Code").pk


def merge(full: Register, duplicate: int, into: int, noun: str = "instrument", by: Any = None, **more: Any) -> None:
    mergers.merge(noun=noun, duplicate=duplicate, into=into, by=by or full.people.secretariat, at=AT, **more)


def test_the_one_that_stays_stands_for_both(full: Register) -> None:
    text, code = cited(full)
    before = len(acts())
    merge(full, text, code)
    reader = full.people.reader
    assert [row.key for row in queries.instruments(reader, SLUG)] == ["Harbour Code"]
    page = queries.instrument(reader, SLUG, code, today=TODAY)
    assert (page.instrument.cited_by, len(page.citations)) == (1, 1)
    with pytest.raises(MergedAway) as caught:
        queries.instrument(reader, SLUG, text, today=TODAY)
    assert caught.value.into == code
    assert acts()[before:] == ["record.merge"]
    ((was, now),) = changes("record.merge", "instrument")
    assert (was["merged_into_id"], now["merged_into_id"]) == (None, code)


def test_a_merger_is_taken_back(full: Register) -> None:
    text, code = cited(full)
    listed = queries.instruments(full.people.reader, SLUG)
    page = queries.instrument(full.people.reader, SLUG, text, today=TODAY)
    merge(full, text, code)
    assert mergers.split(noun="instrument", duplicate=text, by=full.people.secretariat, at=AT) == code
    assert queries.instruments(full.people.reader, SLUG) == listed
    assert queries.instrument(full.people.reader, SLUG, text, today=TODAY) == page


def test_what_cannot_be_one_is_refused(full: Register) -> None:
    text, code = cited(full)
    for duplicate, into in ((text, text),):
        with pytest.raises(Conflict):
            merge(full, duplicate, into)
    with pytest.raises(Conflict, match="edition 1"):
        merge(full, text, code, seen=7)
    merge(full, text, code)
    for duplicate, into in ((text, code), (code, text)):
        with pytest.raises(Conflict):
            merge(full, duplicate, into)
    mergers.split(noun="instrument", duplicate=text, by=full.people.secretariat, at=AT)
    with pytest.raises(Conflict, match="not merged"):
        mergers.split(noun="instrument", duplicate=text, by=full.people.secretariat, at=AT)
    with pytest.raises(NotFound):
        merge(full, text, code, noun="party")


def test_a_record_that_stands_for_duplicates_is_not_merged_itself(full: Register) -> None:
    text, code = cited(full)
    third = Instrument.objects.create(
        coalition=full.coalition,
        key="HC 1",
        title="First",
        said_by="a letter",
        release=Release.objects.get(coalition=full.coalition, kind=Reach.COALITION),
    )
    merge(full, text, code)
    with pytest.raises(Conflict, match="stands for duplicates"):
        merge(full, code, third.pk)
    merge(full, third.pk, code)


@pytest.mark.parametrize("who", ["norway", "reader", "lead", "observer", "auditor"])
def test_only_its_owner_merges(full: Register, who: str) -> None:
    with pytest.raises(NotAllowed):
        merge(full, *cited(full), by=getattr(full.people, who))
    with pytest.raises(NotFound):
        merge(full, *cited(full), by=full.people.stranger)


def test_a_partner_merges_its_own_and_the_secretariat_does_not(full: Register) -> None:
    norway = full.coalition.parties.get(code="NOR")
    released = Release.objects.get(coalition=full.coalition, kind=Reach.COALITION)
    one, same = (
        Contribution.objects.create(
            coalition=full.coalition,
            owner=norway,
            party=norway,
            release=released,
            kind="funds",
            summary=summary,
            source="a letter",
        )
        for summary in ("Lamps", "Lamps for piers")
    )
    with pytest.raises(NotAllowed):
        merge(full, same.pk, one.pk, "contribution")
    with pytest.raises(NotFound):
        queries.merger(full.people.secretariat, SLUG, "contribution", same.pk)
    page = queries.merger(full.people.norway, SLUG, "contribution", same.pk)
    assert [row.name for row in page.others] == ["Lamps"]
    merge(full, same.pk, one.pk, "contribution", by=full.people.norway)
    assert [row.name for row in queries.merger(full.people.norway, SLUG, "contribution", one.pk).duplicates] == [
        "Lamps for piers"
    ]


def test_the_likest_comes_first(full: Register) -> None:
    workshop = Meeting.objects.get(coalition=full.coalition, name="Workshop on care")
    Meeting.objects.create(
        coalition=full.coalition, release=workshop.release, name="Care workshop", status="planned", said_by="a letter"
    )
    page = queries.merger(full.people.secretariat, SLUG, "meeting", workshop.pk)
    assert page.others[0].name == "Care workshop"
