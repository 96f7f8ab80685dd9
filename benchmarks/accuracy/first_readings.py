"""Count how often each sort of evidence was right in statements that the reader met for the first time.

``python -m benchmarks.accuracy.first_readings FOLDER`` reads the statements whose records (NAME.reading.json) lie in
a folder and adds their counts to ``first-readings.json``; a statement that is counted already is left as it is, since
nothing is met for the first time twice. Without a folder it works ``vocabulary/confidence.yaml`` out from the counts.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from benchmarks.accuracy.calibration import Outcome
from benchmarks.accuracy.statements import BESIDE, Statement, with_records
from benchmarks.accuracy.verdicts import verdicts
from concerted.formats.record import Record, record
from concerted.reading.confidence import ANY, Rated, evidence
from concerted.reading.facts import Reading
from concerted.reading.read import unrated
from concerted.terms.coalition_file import recognise
from concerted.terms.shelf import vocabulary

COUNTS = Path(__file__).with_name("first-readings.json")
FACTS = ("acts", "participants", "definitions", "people", "instruments", "meetings", "deadlines", "sums", "quantities")
# Nobody annotates these; they say what stands in the text.
UNCOUNTED = ("lines", "checks")
# Evidence met less often than this is counted with the rest of its sort.
_ENOUGH = 4
# So many imagined findings at the mean of their sort keep a few lucky ones from being called certain.
_WEIGHT = 3.0

# What no annotated statement holds.
_UNKNOWN = 0.8

Counts = dict[str, dict[str, list[int]]]


def counted(text: str, annotated: Record, found: Reading) -> Counts:
    """Count, for each sort of fact and evidence, the facts found and those that are right."""
    counts: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(lambda: [0, 0]))
    judged = verdicts(text, annotated, record(found))
    for name in FACTS:
        facts: tuple[Rated, ...] = getattr(found, name)
        for fact, right in zip(facts, judged[name].found, strict=True) if name in judged else ():
            one = counts[name][evidence(fact)]
            one[0] += 1
            one[1] += right
    return {name: dict(sorted(each.items())) for name, each in counts.items()}


def shares(some: Iterable[Counts]) -> dict[str, dict[str, float]]:
    """Work the shares of right findings out, drawn towards the mean of their sort where there are few."""
    out: dict[str, dict[str, float]] = {name: {ANY: 0.95} for name in UNCOUNTED}
    summed: dict[str, dict[str, list[int]]] = {name: {} for name in FACTS}
    for counts in some:
        for name, each in counts.items():
            for key, (found, right) in each.items():
                one = summed[name].setdefault(key, [0, 0])
                one[0], one[1] = one[0] + found, one[1] + right
    for name, each in summed.items():
        found, right = (sum(pair[place] for pair in each.values()) for place in (0, 1))
        mean = (right + 1) / (found + 2) if found else _UNKNOWN
        out[name] = {ANY: _rounded(mean)} | {
            key: _rounded((pair[1] + _WEIGHT * mean) / (pair[0] + _WEIGHT))
            for key, pair in sorted(each.items())
            if pair[0] >= _ENOUGH
        }
    return out


def _rounded(share: float) -> float:
    """Nothing that a machine has read is certain."""
    return min(round(share, 2), 0.99)


def left_out(known: Mapping[str, Counts]) -> Iterator[Outcome]:
    """Give every fact of every first reading, its confidence worked out from the other statements alone."""
    for name, counts in known.items():
        others = shares(each for other, each in known.items() if other != name)
        for fact, by_evidence in counts.items():
            for key, (found, right) in by_evidence.items():
                confidence = others[fact].get(key, others[fact][ANY])
                kind = key.split()[0] if fact == "acts" else ""
                for place in range(found):
                    yield Outcome(name, fact, place, kind, confidence, place < right)


def load_counts() -> dict[str, Counts]:
    """Load what was counted so far, by statement; empty where nothing was."""
    return json.loads(COUNTS.read_text(encoding="utf-8")) if COUNTS.is_file() else {}


def write_shares(counts: Mapping[str, Counts], path: Path) -> None:
    """Write the vocabulary's file."""
    lines = [
        "# How sure a fact is: the share of facts found by the same evidence that careful readers found too,",
        f"# counted in {len(counts)} statements that the reader met for the first time. Written by",
        '# `python -m benchmarks.accuracy.first_readings`; "any" stands for evidence that was met too seldom.',
    ]
    for name, each in shares(counts.values()).items():
        lines += [f"{name}:", *(f"  {key}: {share}" for key, share in each.items())]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _added(known: dict[str, Counts], statements: Iterable[Statement]) -> Iterator[str]:
    for one in statements:
        if one.name not in known and one.annotated is not None:
            found = unrated(one.document, coalition=recognise(one.document.text))
            known[one.name] = counted(one.document.text, one.annotated, found)
            yield one.name


def main() -> None:
    """Add the statements of a folder to the counts, or work the shares out."""
    known = load_counts()
    if len(sys.argv) > 1:
        added = list(_added(known, with_records(Path(sys.argv[1]), BESIDE)))
        COUNTS.write_text(json.dumps(dict(sorted(known.items())), indent=1) + "\n", encoding="utf-8")
        print(f"{len(added)} statements added: {', '.join(added) or 'all are counted already'}")
    write_shares(known, vocabulary("confidence"))
    print(f"written: {vocabulary('confidence').name}, from {len(known)} statements")


if __name__ == "__main__":
    main()
