"""Whoever kept an old checkpoint finds a rewritten history, though the administrator has database and key."""

from __future__ import annotations

from dataclasses import replace
from itertools import zip_longest

import pytest

from concerted.ledger.bundle import Bundle, Growth, Held, dumps, loads
from concerted.ledger.checkpoints import Checkpoint, sign
from concerted.ledger.keys import VerifierKey, new_key
from concerted.ledger.tiles import Tree
from concerted.ledger.verification import Outcome, verify
from tests.ledger.log import ENTRIES, SIZES, Log, entry
from tests.ledger.rewriting import REWRITINGS, Rewriting

TRUE = Log(ENTRIES, SIZES)
KEPT = {one.size: one for one in TRUE.checkpoints}
OWN = 8, 17, 33


def failures(bundle: Bundle, *kept: Checkpoint, key: VerifierKey | None = None) -> list[str]:
    """What somebody finds who gets the bundle as a file."""
    found = verify(loads(dumps(bundle), where="bundle"), kept, key or TRUE.key.verifier)
    return [f"{one.where}: {one.what}" for one in found if one.outcome is Outcome.FAILED]


def forged(rewriting: Rewriting) -> Log:
    """The history rewritten in earnest: every hash made anew, every checkpoint signed with the true key."""
    return Log(rewriting(TRUE.entries), SIZES, TRUE.key)


def test_the_true_history_is_found_true() -> None:
    assert failures(TRUE.bundle(*OWN, since=(10, 25)), *KEPT.values()) == []
    later = Log(ENTRIES, (31, 40), TRUE.key)
    assert failures(later.bundle(*OWN, since=(10, 25)), *KEPT.values()) == []


@pytest.mark.parametrize("rewriting", REWRITINGS, ids=lambda one: one.name)
def test_it_rewrites_what_it_says(rewriting: Rewriting) -> None:
    pairs = zip_longest(ENTRIES, rewriting(ENTRIES))
    assert [one == other for one, other in pairs].index(False) == rewriting.touched


@pytest.mark.parametrize("rewriting", REWRITINGS, ids=lambda one: one.name)
def test_whoever_kept_a_checkpoint_finds_it(rewriting: Rewriting) -> None:
    shown = forged(rewriting)
    assert failures(shown.bundle(*OWN, since=(10, 25))) == [], "the forgery contradicts nothing but what somebody kept"
    for size, kept in KEPT.items():
        found = failures(shown.bundle(*OWN, since=(10, 25)), kept)
        assert bool(found) == (size > rewriting.touched), "a checkpoint knows what came before it, and no more"
        assert all(f"kept checkpoint of {size} entries" in one for one in found)


@pytest.mark.parametrize("rewriting", REWRITINGS, ids=lambda one: one.name)
def test_old_checkpoints_cannot_be_shown_beside_the_new_history(rewriting: Rewriting) -> None:
    """The signed checkpoints of old stay in the bundle, and a later one over the new history follows them."""
    shown = Log([*rewriting(ENTRIES), *map(entry, range(40, 46))], (), TRUE.key)
    bundle = shown.bundle(checkpoints=[*TRUE.checkpoints, shown.sign(len(shown.entries))])
    assert [one for one in failures(bundle) if "history was rewritten" in one]


@pytest.mark.parametrize("rewriting", REWRITINGS, ids=lambda one: one.name)
def test_an_entry_that_was_changed_alone_leaves_its_tree(rewriting: Rewriting) -> None:
    """The rows are changed and the hashes stay: the proofs of what is shown fail, with nothing kept at all."""
    shown = rewriting(ENTRIES)
    entries = [Held(index, one, Tree(40, TRUE.store.read).inclusion(index)) for index, one in enumerate(shown[:40])]
    found = failures(replace(TRUE.bundle(), entries=tuple(entries)))
    # What was cut off the end fails to be shown, and only the checkpoint misses it.
    assert bool(found) == (rewriting.name != "delete the last")
    if found:
        assert found[0].startswith(f"entry {rewriting.touched}: ")


def test_an_own_entry_is_proved_by_the_bundle_that_one_kept() -> None:
    """Nothing but one's own old bundle is needed, and its checkpoint convicts the new history."""
    own = TRUE.bundle(17, checkpoints=TRUE.checkpoints[:2])
    assert failures(own) == []
    shown = Log(REWRITINGS[0](ENTRIES), (40,), TRUE.key)
    assert failures(shown.bundle(17, since=[25]), own.last) == [
        "since the kept checkpoint of 25 entries: the proof fails: history was rewritten, or the file is damaged"
    ]


def test_another_key() -> None:
    other = Log(ENTRIES, SIZES, new_key(TRUE.key.name))
    found = failures(other.bundle(since=(10, 25)), *KEPT.values())
    assert found[0].startswith("key: another one than you pinned")
    assert len([one for one in found if "not signed by the key" in one]) == 3
    pinned_nothing = failures(other.bundle(since=(10, 25)), KEPT[25], key=other.key.verifier)
    assert pinned_nothing == ["kept checkpoint of 25 entries: not signed by the key"]


def test_the_true_key_with_foreign_signatures() -> None:
    other = Log(ENTRIES, SIZES, new_key(TRUE.key.name))
    bundle = replace(other.bundle(), key=TRUE.key.verifier)
    assert [one.split(": ")[1] for one in failures(bundle)] == ["not signed by the key"] * 3


def test_another_ledger_of_the_same_key() -> None:
    other = Log(ENTRIES, SIZES, replace(TRUE.key, name="record.example/lighthouses"))
    assert failures(other.bundle(), key=other.key.verifier) == []
    assert len(failures(other.bundle())) == 5
    text = TRUE.checkpoints[2].text.replace("harbours", "lighthouses")
    signature = replace(TRUE.checkpoints[2].signatures[0], data=TRUE.key.private.sign(text.encode()))
    lent = replace(TRUE.checkpoints[2], origin="record.example/lighthouses", text=text, signatures=(signature,))
    assert failures(TRUE.bundle(), lent) == [
        "kept checkpoint of 40 entries: of another ledger, record.example/lighthouses"
    ]
    renamed = replace(TRUE.bundle(), origin="record.example/lighthouses")
    assert failures(renamed) == ["origin: the bundle is of record.example/lighthouses"]


def test_two_histories_for_two_partners() -> None:
    """A split view: each partner's bundle is right in itself, and side by side they prove the fraud."""
    shown = forged(REWRITINGS[0])
    found = failures(TRUE.bundle(since=(10,)), shown.checkpoints[1])
    assert len(found) == 1
    assert found[0].startswith("since the kept checkpoint of 25 entries: two different trees of one size")
    both = failures(TRUE.bundle(checkpoints=[TRUE.checkpoints[1], shown.checkpoints[1]]))
    assert len(both) == 1
    assert both[0].startswith("from 25 to 25 entries: two different trees")


def test_a_ledger_that_became_shorter() -> None:
    shorter = Log(ENTRIES[:30], (10, 25, 30), TRUE.key)
    assert failures(shorter.bundle(*OWN)) == []
    found = failures(shorter.bundle(*OWN), KEPT[40])
    assert found == [
        "since the kept checkpoint of 40 entries: the bundle ends with 30: it is older than the checkpoint, "
        "or entries are gone"
    ]


def test_a_proof_that_is_left_out_is_a_failure() -> None:
    later = Log(ENTRIES, (31, 40), TRUE.key)
    found = verify(later.bundle(), [KEPT[25]])
    failed = [one for one in found if one.outcome is Outcome.FAILED]
    assert [one.expected for one in failed] == ["a bundle that is asked for since 25 entries"]
    assert failures(replace(TRUE.bundle(), growths=())) == [
        "from 10 to 25 entries: the bundle brings no proof that the tree of 25 entries grew from it",
        "from 25 to 40 entries: the bundle brings no proof that the tree of 40 entries grew from it",
    ]


def test_a_proof_of_other_sizes_is_no_proof() -> None:
    true = TRUE.bundle()
    swapped = tuple(
        Growth(one.since, one.to, other.path) for one, other in zip(true.growths, true.growths[::-1], strict=True)
    )
    assert len(failures(replace(true, growths=swapped))) == 2


def test_an_entry_is_proved_at_its_own_place_alone() -> None:
    held = TRUE.bundle(17).entries[0]
    for index in (16, 18, 40, 10**9):
        assert failures(replace(TRUE.bundle(), entries=(replace(held, index=index),)))


def test_an_empty_ledger_is_a_beginning() -> None:
    log = Log(ENTRIES, (0, 40), TRUE.key)
    beginning = Log((), (0,), TRUE.key).checkpoints[0]
    assert failures(log.bundle(), beginning) == failures(TRUE.bundle(), beginning) == []
    false = sign(0, TRUE.checkpoints[0].root, TRUE.key)
    assert failures(log.bundle(), false)


def test_a_clock_that_ran_backwards_is_a_note() -> None:
    entries = list(ENTRIES)
    entries[20] = replace(entries[20], at="2031-05-02 09:00:00")
    entries[21] = replace(entries[21], at="yesterday")
    log = Log(entries, SIZES, TRUE.key)
    found = tuple(verify(log.bundle(*range(18, 24)), key=TRUE.key.verifier))
    assert {one.outcome for one in found} == {Outcome.OK, Outcome.NOTE}
    assert [(one.where, one.what) for one in found if one.outcome is Outcome.NOTE] == [
        ("entry 20", "2031-05-02 09:00:00 is before entry 19's time"),
        ("entry 21", "'yesterday' is no moment"),
    ]


def test_a_key_that_nobody_pinned_is_a_note() -> None:
    found = verify(TRUE.bundle())
    assert [one.where for one in found if one.outcome is not Outcome.OK] == ["key"]
