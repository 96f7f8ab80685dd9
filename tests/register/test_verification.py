"""The register is checked against its ledger: whatever was changed behind the program's back is named."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest
from django.conf import settings
from django.db import connection

from concerted.actions import commitments, contributions, releases, review
from concerted.actions.searching import renew
from concerted.actions.unsealed import seal_unsealed
from concerted.ledger.checkpoints import Checkpoint, checkpoint
from concerted.ledger.keys import new_key
from concerted.ledger.verification import Outcome
from concerted.register import triggers
from concerted.register.models import Cadence, Commitment, Entry, Leaf, SearchEntry
from concerted.register.models import Checkpoint as Row
from concerted.register.nouns.contribution import Content
from concerted.register.place import ledger_key
from concerted.register.verification import unsealed, verify
from tests.standing import AT, FIRST, SLUG, Register, first_reading


@pytest.fixture
def full(register: Register) -> Register:
    taken = register.take_in(first_reading())
    review.accept_statement(statement=taken.statement, by=register.people.secretariat, at=AT)
    commitments.change_status(
        commitment=Commitment.objects.all()[0].pk,
        status="in progress",
        evidence="a letter",
        by=register.people.secretariat,
        at=AT,
    )
    register.replace(taken.statement, FIRST.replace("sixty", "seventy"))
    divers = Content(kind="training", summary="Sixty divers", source="a letter", quantity=Decimal(60), unit="divers")
    contributions.add(coalition=SLUG, content=divers, by=register.people.norway, at=AT)
    releases.release(
        noun="commitment",
        record=Commitment.objects.all()[0].pk,
        reach="owner only",
        by=register.people.secretariat,
        at=AT,
    )
    # More than a tile of them.
    Cadence.objects.bulk_create(
        Cadence(coalition=register.coalition, series=f"round {number}", days=number, said_by="a letter")
        for number in range(1, 257)
    )
    seal_unsealed(by=register.people.secretariat, at=AT)
    return register


def lines(*kept: Checkpoint, outcome: Outcome = Outcome.FAILED) -> list[str]:
    key = ledger_key(settings.LEDGER_KEY)
    assert key
    return [f"{one.where}: {one.what}" for one in verify(key.verifier, kept) if one.outcome is outcome]


def past_the_triggers(sql: str) -> None:
    """Do what the administrator can: take every trigger away, change rows, and put the triggers back."""
    triggers.remove(connection)
    with connection.cursor() as cursor:
        cursor.execute(sql)
    triggers.install(connection)


def test_a_register_that_nobody_touched_is_well(full: Register) -> None:
    kept = [checkpoint(one, where="kept") for one in Row.objects.values_list("note", flat=True)]
    assert lines(*kept) == []
    well = lines(*kept, outcome=Outcome.OK)
    assert [one.split(":")[0] for one in well if not one.startswith("kept")] == [
        *("triggers", "leaves", "tiles", "checkpoints", "rows", "originals", "texts", "releases", "search", "tallies"),
    ]
    assert f"leaves: {Entry.objects.count()} entries, each as its leaf has it, none left out" in well
    assert len([one for one in well if one.startswith("kept")]) == len(kept) > 5


CHANGES: dict[str, tuple[str, str]] = {
    "an entry": (
        "UPDATE register_entry SET action = 'statement.lose' WHERE id = (SELECT entry_id FROM register_leaf"
        " WHERE index = 30)",
        "entry 30: statement.lose of",
    ),
    "who did it": (
        "UPDATE register_entry SET by_id = by_id + 1 WHERE id = (SELECT entry_id FROM register_leaf WHERE index = 40)",
        "entry 40: ",
    ),
    "a leaf's hash": (
        "UPDATE register_leaf SET hash = '" + "ab" * 32 + "' WHERE index = 20",
        "entry 20: ",
    ),
    "no hash at all": ("UPDATE register_leaf SET hash = 'x' WHERE index = 20", "entry 20: "),
    "a leaf that is gone": ("DELETE FROM register_leaf WHERE index = 25", "entry 25: it is gone: the next is 26"),
    "the last leaf": (
        "DELETE FROM register_leaf WHERE index = (SELECT max(index) FROM register_leaf)",
        "checkpoint of ",
    ),
    "a tile": ("UPDATE register_tile SET hash = 'x'", "tile 8/0: not what its leaves hash to"),
    "a tile that is gone": ("DELETE FROM register_tile WHERE level = 8", "tile 8/0: gone"),
    "a tile too many": (
        "INSERT INTO register_tile (level, index, hash) VALUES (24, 7, 'x')",
        "tiles: 1 more than the leaves have",
    ),
    "a checkpoint": (
        "UPDATE register_checkpoint SET size = size - 1 WHERE size = (SELECT max(size) FROM register_checkpoint)",
        "its text speaks of",
    ),
    "the last checkpoints": (
        "DELETE FROM register_checkpoint WHERE size > 100",
        "entries are signed by none",
    ),
    "a row": ("UPDATE register_commitment SET verb = 'mused'", "verb not as the ledger last says"),
    "a row's owner": ("UPDATE register_commitment SET owner_id = (SELECT min(id) FROM register_party)", "owner_id not"),
    "a row that came": (
        "INSERT INTO register_cadence (coalition_id, series, days, quote, said_by, end_said_by, in_force, edition)"
        " SELECT id, 'feast', 7, '', 'a letter', '', true, 1 FROM register_coalition WHERE slug = 'harbour-pact'",
        "the ledger knows no such row",
    ),
    "a row that went": ("DELETE FROM register_statuschange", "the row is gone, and the ledger does not say so"),
    "a text": ("UPDATE register_statement SET text = 'Nothing was promised.'", "its text is not that of"),
    "a release that is gone": ("DELETE FROM register_rerelease", "its change is not there: its history is open"),
    "a release of others": (
        "UPDATE register_rerelease SET release_id = (SELECT min(id) FROM register_release WHERE kind = 'public')",
        "other than its last change says",
    ),
    "a release that never was": (
        "INSERT INTO register_rerelease (noun, record, coalition_id, release_id)"
        " SELECT 'meeting', '1', coalition_id, release_id FROM register_rerelease",
        "release of meeting 1: the ledger knows no change of it",
    ),
    "a word for a search": (
        "UPDATE register_searchentry SET words = 'nothing' WHERE noun = 'meeting'",
        "it finds other words than the record's",
    ),
    "a paragraph for a search": (
        "UPDATE register_searchentry SET body = 'Nothing.' WHERE start > 0",
        "it finds other words than the record's",
    ),
    "a search released to all": (
        "UPDATE register_searchentry SET release_id = (SELECT id FROM register_release WHERE kind = 'public'"
        " AND coalition_id = register_searchentry.coalition_id) WHERE noun = 'contribution'",
        "released to others than the record is",
    ),
    "a search that lost its owner": (
        "UPDATE register_searchentry SET owner_id = NULL WHERE noun = 'contribution'",
        "released to others than the record is",
    ),
    "a search that misses a record": (
        "DELETE FROM register_searchentry WHERE noun = 'instrument'",
        ": 0 entries",
    ),
    "a search that misses a paragraph": (
        "DELETE FROM register_searchentry WHERE start > 100",
        "entries",
    ),
    "a search for what is gone": (
        "UPDATE register_searchentry SET key = '9' || key WHERE noun = 'call'",
        "' is not in force",
    ),
    "a search for something else": (
        "UPDATE register_searchentry SET noun = 'account' WHERE noun = 'call'",
        "nothing is found as 'account'",
    ),
    "an original that is gone": ("DELETE FROM register_original WHERE version = 1", "its original is gone"),
}


@pytest.mark.parametrize("name", CHANGES)
def test_a_change_past_the_triggers_is_named(full: Register, name: str) -> None:
    sql, said = CHANGES[name]
    past_the_triggers(sql.replace("index", connection.ops.quote_name("index")))
    found = lines()
    assert [one for one in found if said in one], found


def test_the_index_of_words_has_what_the_entries_have(full: Register) -> None:
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL's index is a part of the table")
    past_the_triggers("DELETE FROM register_search_docsize WHERE id = (SELECT max(id) FROM register_searchentry)")
    assert "its words are not in the index" in "\n".join(lines())
    past_the_triggers("INSERT INTO register_search(rowid, words) VALUES (98765, 'secret')")
    assert "search entry 98765: the index has words of an entry that is gone" in lines()


def test_the_entries_of_a_search_are_made_anew(full: Register) -> None:
    before = list(SearchEntry.objects.order_by("noun", "key", "start").values_list("noun", "key", "start", "words"))
    past_the_triggers("UPDATE register_searchentry SET words = 'nothing', owner_id = NULL, noun = 'x' WHERE id > 5")
    renew(by=full.people.secretariat, at=AT)
    assert lines() == []
    after = list(SearchEntry.objects.order_by("noun", "key", "start").values_list("noun", "key", "start", "words"))
    assert after == before


def test_other_bytes_are_found(full: Register) -> None:
    past_the_triggers("UPDATE register_original SET data = 'x'")
    assert "other bytes than those that came in" in "\n".join(lines())


def test_a_trigger_that_is_gone_is_named(full: Register) -> None:
    triggers.remove(connection)
    assert lines()[0].startswith("triggers: ")
    triggers.install(connection)
    assert lines() == []


def test_a_change_by_hand_is_no_fault_but_is_told(full: Register) -> None:
    with connection.cursor() as cursor:
        cursor.execute("UPDATE register_commitment SET due_words = 'soon'")
    waiting = unsealed()
    assert waiting == {"commitment": Commitment.objects.count()}
    assert lines() == []
    assert seal_unsealed(by=full.people.secretariat, at=AT) == sum(waiting.values())
    assert unsealed() == {}
    assert lines() == []
    (note,) = lines(outcome=Outcome.NOTE)
    assert note.startswith("past the program: ")
    assert f"(256 of cadence, {waiting['commitment']} of commitment)" in note


def test_another_key_has_signed_nothing(full: Register) -> None:
    other = new_key("elsewhere").verifier
    found = [one for one in verify(other) if one.outcome is Outcome.FAILED]
    assert found[0].what == "not signed by the key"
    assert len(found) == 11
    unchecked = [one for one in verify(None) if one.outcome is not Outcome.OK]
    assert next(one.where for one in unchecked if one.outcome is Outcome.NOTE) == "key"
    assert not [one for one in unchecked if one.outcome is Outcome.FAILED]


def test_a_kept_checkpoint_of_what_is_gone(full: Register) -> None:
    kept = checkpoint(Row.objects.order_by("-size")[0].note, where="kept")
    sizes = list(Row.objects.order_by("size").values_list("size", flat=True))
    cut: Callable[[str, str], None] = lambda table, column: past_the_triggers(  # noqa: E731
        f"DELETE FROM {table} WHERE {connection.ops.quote_name(column)} >= {sizes[-2] + (column == 'size')}"  # noqa: S608
    )
    cut("register_leaf", "index")
    cut("register_checkpoint", "size")
    assert Leaf.objects.count() == sizes[-2]
    assert [one for one in lines(kept) if "entries are gone" in one]
