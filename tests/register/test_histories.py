"""The history of a record: who changed what, and never what it held before it reached the person."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from concerted.actions import commitments, review
from concerted.register import queries
from concerted.register.models import Commitment, Entry
from concerted.register.rows.history import HistoryPage
from concerted.terms.errors import NotFound
from tests.register.test_as_of import alter, give, on, release
from tests.standing import AT, SLUG, TODAY, Register, first_reading


@pytest.fixture
def full(register: Register) -> Register:
    """A statement that is accepted; its promise to share is in progress from day 3 on."""
    taken = register.take_in(first_reading())
    review.accept_statement(statement=taken.statement, by=register.people.secretariat, at=AT)
    commitments.change_status(
        commitment=promise(), status="in progress", evidence="a letter", by=register.people.secretariat, at=on(3)
    )
    return register


def promise() -> int:
    return Commitment.objects.get(text__startswith="decided to share").pk


def fields(page: HistoryPage, at: int) -> dict[str, tuple[Any, Any]]:
    return {row.field: (row.before, row.after) for row in page.entries[at].fields}


def test_a_promise_tells_who_changed_what(full: Register) -> None:
    page = queries.history(full.people.chile, SLUG, "commitment", str(promise()))
    newest = [entry for entry in page.entries if entry.action == "commitment.change_status"]
    assert {(one.noun, one.verb, one.by, one.at) for one in newest} == {
        ("commitment", "changed", "secretary", on(3)),
        ("statuschange", "came", "secretary", on(3)),
    }
    changed = next(one for one in newest if one.noun == "commitment")
    assert [(row.field, row.before, row.after) for row in changed.fields] == [("status", "open", "in progress")]
    assert all(one.index is not None for one in page.entries)
    nouns = {one.noun for one in page.entries}
    assert {"commitment", "commitment_lines", "statuschange", "finding", "decision"} <= nouns
    lines = [one.fields[0].after for one in page.entries if one.noun == "commitment_lines"]
    assert sorted(map(str, lines)) == ["1. Patrols at sea", "2. Care for crews"]


def test_a_record_is_shown_as_it_stood(full: Register) -> None:
    def stood(day: int) -> dict[str, Any]:
        page = queries.history(full.people.chile, SLUG, "commitment", str(promise()), on=TODAY + timedelta(days=day))
        assert page.state is not None
        return {row.field: row.after for row in page.state.fields}

    assert stood(-1) == {}
    assert (stood(0)["status"], stood(3)["status"]) == ("open", "in progress")
    assert stood(0)["lines"] == ("1. Patrols at sea", "2. Care for crews")
    assert stood(0)["release"] == "coalition"


def test_what_was_kept_back_stays_so(full: Register) -> None:
    one = give(full, 1, "seven hoists", "owner only")
    with pytest.raises(NotFound):
        queries.history(full.people.chile, SLUG, "contribution", str(one.pk))
    alter(one, 2, summary="nine hoists")
    alter(one, 4, release=release(full, "coalition"))
    chile, norway = full.people.chile, full.people.norway
    for day in range(-1, 6):
        asked = TODAY + timedelta(days=day)
        page = queries.history(chile, SLUG, "contribution", str(one.pk), on=asked)
        assert "seven hoists" not in repr(page)
        assert ("nine hoists" in repr(page.state)) == (day >= 4)
    assert (len(page.entries), fields(page, 0)) == (1, {"release": ("owner only", "coalition")})
    raw = Entry.objects.visible_to(chile).filter(noun="contribution", record=str(one.pk))
    assert [("seven hoists" in f"{e.before}{e.after}", "nine hoists" in str(e.after)) for e in raw] == [(False, True)]
    assert len(queries.history(norway, SLUG, "contribution", str(one.pk)).entries) == 3
    # Narrowed again, it is gone with all its history.
    alter(one, 5, release=release(full, "owner only"))
    with pytest.raises(NotFound):
        queries.history(chile, SLUG, "contribution", str(one.pk))


def test_a_change_past_the_program_is_said_to_be_one(full: Register) -> None:
    Commitment.objects.filter(pk=promise()).update(text="decided to share nothing")
    page = queries.history(full.people.chile, SLUG, "commitment", str(promise()))
    newest = page.entries[0]
    assert (newest.action, newest.by, newest.opens, newest.verb) == ("", "", False, "changed")
    assert fields(page, 0)["text"][1] == "decided to share nothing"


def test_a_long_history_has_pages(full: Register) -> None:
    one = give(full, 1, "a net", "coalition")
    for number in range(60):
        alter(one, 2, summary=f"{number} nets")
    user, key = full.people.chile, str(one.pk)
    first, last = (queries.history(user, SLUG, "contribution", key, page=page) for page in (1, 9))
    assert (len(first.entries), first.paging.pages, last.paging.number, len(last.entries)) == (50, 2, 2, 11)


@pytest.mark.parametrize(("noun", "key"), [("commitment", "x"), ("commitment", "9999"), ("user", "1"), ("line", "²")])
def test_what_is_no_record_has_no_history(full: Register, noun: str, key: str) -> None:
    with pytest.raises(NotFound):
        queries.history(full.people.chile, SLUG, noun, key)
    with pytest.raises(NotFound):
        queries.history(full.people.stranger, SLUG, "commitment", str(promise()))
