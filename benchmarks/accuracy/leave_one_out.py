"""Each statement read with no more of the vocabulary than the others need.

Rules are written by people who have seen all annotated statements, so no figure on these is a figure for a text never
seen. This is the honest simulation. For one statement (or one fold of them) after the other, every entry of the
vocabulary that the others can do without is taken away: a verb, a noun for a meeting, a pattern, an alternative inside
a pattern that earns its place through this statement alone does not help to read it. What is then read is measured.
It is a bound from below on "developed on seven, tested on the eighth": an entry that anybody would have known goes
too if only this statement shows it, "deplore" as well as a turn of phrase that nobody else uses. Rules that stand in
the program itself stay, and so do lists that come from standards: states, months, currencies, geographic names.

What a statement needs is found by taking entries away in groups, halved as long as what is read changes, until no more
can go. That takes hundreds of readings: about two minutes for eight statements on two processors. It is kept in
``var/`` until the vocabulary, the program or a text changes.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from benchmarks.accuracy.ablation import Ablation, Vocabulary, ablated, entries_of, whole_vocabulary
from benchmarks.accuracy.measure import Figures, measure
from benchmarks.accuracy.report import measured, share, show, total
from benchmarks.accuracy.statements import Statement
from benchmarks.accuracy.vocabulary_entries import Entry, fold
from concerted.formats.record import record
from concerted.reading.facts import Reading
from concerted.reading.read import read
from concerted.terms import shelf
from concerted.terms.coalition_file import recognise
from concerted.terms.errors import ConcertedError

ROOT = Path(__file__).resolve().parents[2]
KEPT = ROOT / "var" / "leave-one-out"
# Lists from standards, not from statements; and how sure the reader is, which finds nothing.
STANDARD = frozenset(
    ("states", "months", "currencies", "other-places", "un-symbols", "languages", "other-languages", "confidence")
)
PROCESSES = 2

Fold = Sequence[Statement]


def report(title: str, folds: Sequence[Fold]) -> None:
    """Print each statement's figures beside those with the whole vocabulary, and the micro averages."""
    print(f"\n{title}: read with those words and patterns of the vocabulary alone that other statements need")
    print("    (what it alone shows is taken away; rules in the program and lists from standards stay); from below")
    normal = measured(one for fold_ in folds for one in fold_)
    alone = leave_one_out(folds)
    print(f"    {'acts, span and kind: F1':<44}{'whole':>8}{'left out':>10}{'gap':>8}")
    for name, figures in [*alone.items(), ("micro average", total(alone.values()))]:
        whole = normal[name] if name in normal else total(normal.values())
        mine, other = (one.tallies["acts: span and kind"].f1 or 0.0 for one in (whole, figures))
        print(f"    {name:<44}{share(mine):>8}{share(other):>10}{mine - other:>8.3f}")
    show(f"{title}: ALL {len(alone)}", total(alone.values()), marks=True)


def leave_one_out(folds: Sequence[Fold]) -> dict[str, Figures]:
    """Measure the statements of each fold with what the other folds need of the vocabulary, by name.

    Raises ValueError for fewer than two folds.
    """
    if len(folds) < 2:
        raise ValueError("nothing is left if the only fold is left out")
    data = whole_vocabulary()
    entries = entries_of(data)
    needs = _needed(folds, data)
    figures: dict[str, Figures] = {}
    with ablated(data) as ablation:
        for place, part in enumerate(folds):
            others = set().union(*(need for at, need in enumerate(needs) if at != place))
            alone = [number for number in _may_matter(entries, part) if number not in others]
            ablation.take_away(entries[number] for number in _bearable(ablation, entries, part, alone))
            figures |= {one.name: measure(one.document.text, one.annotated or {}, record(one.read())) for one in part}
    return figures


def _needed(folds: Sequence[Fold], data: Vocabulary) -> list[set[int]]:
    """Find the entries that each fold needs, by number.

    What two folds need is needed whichever is left out: it is not tried on the next ones again.
    """
    path = KEPT / f"{_key(folds, data)}.json"
    if path.is_file():
        return [set(need) for need in json.loads(path.read_text(encoding="utf-8"))]
    entries = entries_of(data)
    # What may matter in one fold alone cannot be needed by others.
    times = Counter(number for part in folds for number in _may_matter(entries, part))
    needs: list[set[int]] = [set() for _ in folds]
    # One statement of each fold after the other, so that what all need is soon known.
    queue = sorted(
        ((at, one) for at, part in enumerate(folds) for one in part),
        key=lambda each: folds[each[0]].index(each[1]),
    )
    with ProcessPoolExecutor(PROCESSES, mp_context=get_context("spawn")) as pool:
        for start in range(0, len(queue), PROCESSES):
            if start % 8 == 0:
                print(f"    what each needs of the vocabulary: {start} of {len(queue)} statements ...", flush=True)
            needed = Counter(number for need in needs for number in need)
            open_ = {number for number, folds_ in times.items() if folds_ > 1 and needed[number] < 2}
            some = queue[start : start + PROCESSES]
            tried = [open_ - needs[at] for at, _ in some]
            found = pool.map(needed_by, [one for _, one in some], [data] * len(some), tried)
            for (at, _), need in zip(some, found, strict=True):
                needs[at] |= need
    KEPT.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps([sorted(need) for need in needs]), encoding="utf-8")
    return needs


def needed_by(statement: Statement, data: Vocabulary, tried: Iterable[int]) -> set[int]:
    """Find entries, by number, without which what is read changes, while all others that are tried can go together."""
    entries = entries_of(data)
    coalition = recognise(statement.document.text)
    with ablated(data) as ablation:
        before = _facts(read(statement.document, coalition=coalition))
        gone: set[int] = set()
        needed: set[int] = set()

        def try_without(some: list[int]) -> None:
            ablation.take_away(entries[number] for number in gone.union(some))
            try:
                same = _facts(read(statement.document, coalition=coalition)) == before
            except (LookupError, ConcertedError):
                same = False
            if same:
                gone.update(some)
            elif len(some) == 1:
                needed.update(some)
            else:
                try_without(some[: len(some) // 2])
                try_without(some[len(some) // 2 :])

        try_without(sorted(set(tried).intersection(_may_matter(entries, [statement]))))
        return needed


def _bearable(
    ablation: Ablation, entries: list[Entry], part: Fold, some: list[int], gone: tuple[int, ...] = ()
) -> tuple[int, ...]:
    """Take out of a list what the program itself asks for by name: without it nothing can be read at all."""
    ablation.take_away(entries[number] for number in (*gone, *some))
    try:
        for one in part:
            one.read()
    except (LookupError, ConcertedError):
        half = len(some) // 2
        if not half:
            return gone
        return _bearable(ablation, entries, part, some[half:], _bearable(ablation, entries, part, some[:half], gone))
    return (*gone, *some)


def _may_matter(entries: list[Entry], part: Fold) -> list[int]:
    folded = " ".join(fold(one.document.text) for one in part)
    return [number for number, entry in enumerate(entries) if entry.file not in STANDARD and entry.may_be_in(folded)]


def _facts(reading: Reading) -> tuple[object, ...]:
    """Give what is measured of a reading: no confidence, no wording beside the facts' places."""
    statement = reading.statement
    return (
        (statement.issued_on, statement.window, statement.title_participants),
        [(act.passage, act.kind, act.renews, act.actors, act.lines, act.due) for act in reading.acts],
        {(one.party, one.role) for one in reading.participants},
        [(one.passages, one.id) for one in reading.instruments],
        [(one.passage, one.status, one.start, one.end, one.host, one.line) for one in reading.meetings],
        [(one.passage, one.date, one.days, one.months) for one in reading.deadlines],
        [
            [one.passage for one in facts]
            for facts in (reading.sums, reading.people, reading.definitions, reading.quantities, reading.lines)
        ],
    )


def _key(folds: Sequence[Fold], data: Vocabulary) -> str:
    """Name what the result depends on: vocabulary, program, texts, and how they are grouped."""
    digest = hashlib.sha256(repr(data).encode())
    here = [Path(__file__).with_name(f"{name}.py") for name in ("ablation", "leave_one_out", "vocabulary_entries")]
    folders = (shelf.folder("coalitions"), shelf.PACKAGE / "reading", shelf.PACKAGE / "terms")
    for path in [*here, *(path for folder in folders for path in sorted(folder.rglob("*.*")) if "__" not in str(path))]:
        if path.is_file():
            digest.update(path.read_bytes())
    for part in folds:
        digest.update(repr([(one.name, one.document.sha256) for one in part]).encode())
    return digest.hexdigest()[:16]
