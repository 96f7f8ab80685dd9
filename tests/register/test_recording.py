"""Every change is in the ledger, however it was made: by an action, in bulk, by SQL past the program."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.apps import apps
from django.db import connection

from concerted.actions import commitments, review
from concerted.register.models import (
    Checkpoint,
    Commitment,
    Contribution,
    Entry,
    Instrument,
    Leaf,
    Party,
    Reach,
    Release,
    Rerelease,
    User,
)
from concerted.register.policy import right
from concerted.register.triggers.recording import recorded
from tests.standing import AT, Register, first_reading


@pytest.fixture
def full(register: Register) -> Register:
    taken = register.take_in(first_reading())
    review.accept_statement(statement=taken.statement, by=register.people.secretariat, at=AT)
    return register


def last(noun: str, count: int = 1) -> list[Entry]:
    return list(Entry.objects.filter(noun=noun).order_by("-pk")[:count])[::-1]


def state(text: str | None) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(text or "{}")
    return found


def release(register: Register, reach: Reach) -> Release:
    return Release.objects.get(coalition=register.coalition, kind=reach)


def test_an_action_says_who_when_and_which(full: Register) -> None:
    promise = Commitment.objects.get(text__startswith="undertook to train")
    commitments.change_status(
        commitment=promise.pk, status="fulfilled", evidence="a report", by=full.people.norway, at=AT
    )
    (entry,) = last("commitment")
    assert (entry.by, entry.at, entry.action) == (full.people.norway, AT, "commitment.change_status")
    assert (entry.noun, entry.record, entry.coalition) == ("commitment", str(promise.pk), full.coalition)
    assert (state(entry.before)["status"], state(entry.after)["status"]) == ("open", "fulfilled")
    (change,) = last("statuschange")
    assert (change.act, change.root_noun, change.root) == (entry.act, "commitment", str(promise.pk))


def test_changes_in_bulk_are_there_row_by_row(full: Register) -> None:
    count = Commitment.objects.update(status="lapsed")
    assert count > 1
    entries = last("commitment", count)
    assert {(one.act, one.by, one.action) for one in entries} == {("", None, "")}
    assert {state(one.after)["status"] for one in entries} == {"lapsed"}
    Party.objects.bulk_create([Party(coalition=full.coalition, code=code, name=code) for code in ("AAA", "BBB")])
    assert [state(one.after)["code"] for one in last("party", 2)] == ["AAA", "BBB"]


def test_sql_past_the_program_is_there(full: Register) -> None:
    with connection.cursor() as cursor:
        cursor.execute("UPDATE register_commitment SET status = 'superseded' WHERE status = 'open'")
        changed = cursor.rowcount
        cursor.execute("DELETE FROM register_commitment_lines")
        untied = cursor.rowcount
    assert changed and untied
    assert {state(one.after)["status"] for one in last("commitment", changed)} == {"superseded"}
    (tie,) = last("commitment_lines")
    assert (tie.after, tie.root_noun) == (None, "commitment")
    assert tie.release == release(full, Reach.COALITION)


def test_what_changes_nothing_leaves_nothing(full: Register) -> None:
    before = Entry.objects.count()
    Commitment.objects.update(status="open")
    User.objects.update(last_login=AT)
    assert Entry.objects.count() == before


def test_no_password_is_in_the_ledger(full: Register) -> None:
    hashes = [one for one in User.objects.values_list("password", flat=True) if one]
    texts = " ".join(one.before or "" for one in Entry.objects.all()) + " ".join(
        one.after or "" for one in Entry.objects.all()
    )
    assert hashes and not any(one in texts for one in hashes)


def test_a_release_is_an_entry_of_its_own(full: Register) -> None:
    norway = Party.objects.get(coalition=full.coalition, code="NOR")
    given = Contribution.objects.create(
        coalition=full.coalition,
        owner=norway,
        party=norway,
        release=release(full, Reach.OWNER),
        kind="funds",
        summary="for lamps",
        amount=100,
        currency="NOK",
        source="a letter",
    )
    given.amount, given.release = 80, release(full, Reach.COALITION)
    given.save()
    made, changed, released = last("contribution", 3)
    assert [one.release for one in (made, changed)] == [release(full, Reach.OWNER)] * 2
    assert (state(changed.before)["amount"], state(changed.after)["amount"]) == (100, 80)
    assert released.release == release(full, Reach.COALITION)
    assert state(released.before)["amount"] == state(released.after)["amount"] == 80
    seen = Entry.objects.filter(noun="contribution", record=str(given.pk)).visible_to(full.people.chile)
    assert list(seen) == [released]
    assert Rerelease.objects.get(noun="contribution", record=str(given.pk)).release == release(full, Reach.COALITION)


def test_what_is_narrowed_is_no_longer_seen_in_the_ledger(full: Register) -> None:
    text = Instrument.objects.get(coalition=full.coalition, key="HC 4040")
    entries = Entry.objects.filter(noun="instrument", record=str(text.pk))
    assert entries.visible_to(full.people.chile).exists()
    text.release = release(full, Reach.OWNER)
    text.save()
    assert not entries.visible_to(full.people.chile).exists()
    assert entries.visible_to(full.people.secretariat).count() == entries.count()


def test_each_entry_of_an_action_has_its_leaf(full: Register) -> None:
    assert not Entry.objects.filter(leaf=None).exists()
    assert list(Leaf.objects.values_list("index", flat=True)) == list(range(Leaf.objects.count()))
    assert Checkpoint.objects.order_by("-size")[0].size == Leaf.objects.count()
    salts = Entry.objects.values_list("salt", flat=True)
    assert len(set(salts)) == len(salts) and {len(one) for one in salts} == {32}


def test_all_that_is_a_record_is_recorded() -> None:
    names = {model._meta.db_table for model in recorded()}
    every = apps.get_app_config("register").get_models(include_auto_created=True)
    assert names == {model._meta.db_table for model in every if not right(model).derived}
    assert {"register_commitment", "register_membership", "register_commitment_actors"} <= names
