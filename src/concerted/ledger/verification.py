"""Check a bundle as somebody does who trusts nobody: what was looked at, and what came of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import Enum
from itertools import pairwise

from concerted.ledger.bundle import Bundle, Held
from concerted.ledger.checkpoints import Checkpoint
from concerted.ledger.entry import leaf_hash
from concerted.ledger.keys import VerifierKey
from concerted.ledger.tree import verify_consistency, verify_inclusion


class Outcome(Enum):
    """What came of a check; a note is to be read and is no fault."""

    OK = "ok"
    NOTE = "note"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Finding:
    """A check: where it looked, what it found there, and, where it failed, what was expected."""

    outcome: Outcome
    where: str
    what: str
    expected: str = ""


def verify(
    bundle: Bundle,
    kept: Sequence[Checkpoint] = (),
    key: VerifierKey | None = None,
    entries: Iterable[Held] | None = None,
) -> Iterator[Finding]:
    """Check a bundle against itself, against the checkpoints that the partner kept, and the key that it pinned.

    Signatures are checked with the pinned key; without one, with the key that the bundle brings,
    and a note says so. A kept checkpoint that cannot be tied to the bundle counts as a failure: a
    register that hides its past would leave out just that proof. ``entries`` stand for the bundle's own
    where these are too many to be held at once.
    """
    trusted = key or bundle.key
    yield from _key(bundle, key)
    yield from _signatures("checkpoint", bundle.checkpoints, trusted)
    yield from _signatures("kept checkpoint", kept, trusted)
    yield from _growth(bundle)
    yield from (_since(bundle, one) for one in kept)
    yield from _entries(bundle.last, bundle.entries if entries is None else entries)


def _key(bundle: Bundle, pinned: VerifierKey | None) -> Iterator[Finding]:
    if pinned is None:
        what = f"the bundle's own, {bundle.key}: compare it with the key that you were given, and pin that"
        yield Finding(Outcome.NOTE, "key", what)
    elif bundle.key == pinned:
        yield Finding(Outcome.OK, "key", "the one that you pinned")
    else:
        yield Finding(Outcome.FAILED, "key", f"another one than you pinned: {bundle.key}", str(pinned))
    if bundle.origin != (pinned or bundle.key).name:
        yield Finding(
            Outcome.FAILED,
            "origin",
            f"the bundle is of {bundle.origin}",
            f"the key's ledger, {(pinned or bundle.key).name}",
        )


def _signatures(kind: str, checkpoints: Sequence[Checkpoint], key: VerifierKey) -> Iterator[Finding]:
    for one in checkpoints:
        where = f"{kind} of {one.size} entries"
        if not one.signed_by(key):
            yield Finding(Outcome.FAILED, where, "not signed by the key", f"a signature of {key}")
        elif one.origin != key.name:
            yield Finding(Outcome.FAILED, where, f"of another ledger, {one.origin}", key.name)
        else:
            yield Finding(Outcome.OK, where, "signed by the key")


def _growth(bundle: Bundle) -> Iterator[Finding]:
    for first, second in pairwise(bundle.checkpoints):
        yield _grown(bundle, first, second, f"from {first.size} to {second.size} entries", "the bundle")


def _since(bundle: Bundle, kept: Checkpoint) -> Finding:
    """Tie a kept checkpoint to one of the bundle's that is as large or larger."""
    where = f"since the kept checkpoint of {kept.size} entries"
    if kept.size > bundle.last.size:
        what = f"the bundle ends with {bundle.last.size}: it is older than the checkpoint, or entries are gone"
        return Finding(Outcome.FAILED, where, what, f"a bundle of {kept.size} entries or more")
    later = [one for one in bundle.checkpoints if one.size >= kept.size]
    proved = {(one.since, one.to) for one in bundle.growths}
    tied = [one for one in later if one.size == kept.size or (kept.size, one.size) in proved] or later
    return _grown(bundle, kept, tied[0], where, "what you kept")


def _grown(bundle: Bundle, first: Checkpoint, second: Checkpoint, where: str, whose: str) -> Finding:
    if first.size == second.size:
        if first.root == second.root:
            return Finding(Outcome.OK, where, "the same tree")
        what = "two different trees of one size: the ledger shows different histories; keep both, they prove it"
        return Finding(Outcome.FAILED, where, what, f"one root of {first.size} entries")
    paths = [one.path for one in bundle.growths if (one.since, one.to) == (first.size, second.size)]
    if not paths and first.size:
        what = f"the bundle brings no proof that the tree of {second.size} entries grew from it"
        return Finding(Outcome.FAILED, where, what, f"a bundle that is asked for since {first.size} entries")
    if any(verify_consistency(first.size, second.size, path, first.root, second.root) for path in paths or [()]):
        return Finding(Outcome.OK, where, f"nothing changed; {second.size - first.size} entries added")
    what = "the proof fails: history was rewritten, or the file is damaged"
    return Finding(Outcome.FAILED, where, what, f"every entry of {whose}, unchanged and in its place")


def _entries(last: Checkpoint, entries: Iterable[Held]) -> Iterator[Finding]:
    times: list[tuple[int, str]] = []
    for held in entries:
        entry = held.entry
        times.append((held.index, entry.at))
        where = f"entry {held.index}"
        if verify_inclusion(held.index, last.size, leaf_hash(entry), held.path, last.root):
            by = f" by {entry.by}" if entry.by is not None else ""
            yield Finding(Outcome.OK, where, f"{entry.action} of {entry.noun} {entry.record}{by}, {entry.at}")
        else:
            what = f"{entry.action} of {entry.noun} {entry.record} is not what the tree holds there"
            yield Finding(Outcome.FAILED, where, what, f"an entry of the tree of {last.size}, as it was written")
    yield from _times(times)


def _times(times: list[tuple[int, str]]) -> Iterator[Finding]:
    """Note where the clock ran backwards; a clock that was set right does so too."""
    before = None
    for index, text in sorted(times):
        at = _moment(text)
        if at is None:
            yield Finding(Outcome.NOTE, f"entry {index}", f"{text!r:.60} is no moment")
            continue
        if before and at < before[0]:
            yield Finding(Outcome.NOTE, f"entry {index}", f"{text} is before entry {before[1]}'s time")
        before = at, index


def _moment(text: str) -> datetime | None:
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        return None
    # A database that writes no zone writes UTC.
    return at if at.tzinfo else at.replace(tzinfo=UTC)
