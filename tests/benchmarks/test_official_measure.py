"""Our measure gives the numbers that the official one gives."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from benchmarks.accuracy.measure import KINDS, measure
from benchmarks.accuracy.report import total
from benchmarks.accuracy.statements import ENDING, with_records

FACTS = ("participants", "instruments", "meetings", "deadlines", "sums", "people", "definitions", "quantities")


def _blurred(record: dict[str, Any]) -> dict[str, Any]:
    """Spoil a record as bad readings do: some acts are missing, cut short, twice there or of another kind."""
    acts = []
    for number, act in enumerate(record["acts"]):
        words = act["text"]
        if number % 5 == 1:
            continue
        if number % 3 == 0:
            words = words[: len(words) * 2 // 5 + 1]
        acts.append(act | {"text": words, "renews": number % 7 == 0 or act["renews"]})
        if number % 4 == 2:
            acts[-1]["kind"] = KINDS[number % len(KINDS)]
            acts.append(dict(acts[-1]))
    facts = {name: [dict(fact) for fact in record.get(name, [])[::2]] for name in FACTS}
    for fact in facts["meetings"]:
        fact["quote"] = fact["quote"][: len(fact["quote"]) // 3]
    return record | facts | {"acts": acts}


def test_spoilt_records_get_the_official_numbers(shared: Path, tmp_path: Path) -> None:
    statements = list(with_records(shared / "statements" / "gold", shared / "statements"))
    found = {one.name: _blurred(one.annotated or {}) for one in statements}
    for name, record in found.items():
        (tmp_path / f"{name}{ENDING}").write_text(json.dumps(record), encoding="utf-8")
    folder = shared / "statements"
    program = [sys.executable, str(folder / "score.py"), "--gold", str(folder / "gold"), "--pred", str(tmp_path)]
    done = subprocess.run([*program, "--texts", str(folder), "--json"], capture_output=True, text=True, check=True)
    official = json.loads(done.stdout)["micro"]
    ours = total(measure(one.document.text, one.annotated or {}, found[one.name]) for one in statements)
    acts = official["iou_0.3"]
    expected = {"acts: span": acts["span"], "acts: span and kind": acts["span_kind"]}
    expected |= {f"acts: {kind}": acts["kinds"][kind] for kind in KINDS}
    expected |= {fact: official["facts"][fact] for fact in FACTS}
    tallies = {name: ours.tallies[name] for name in expected}
    assert {name: (one.right, one.found, one.annotated) for name, one in tallies.items()} == {
        name: (one["tp"], one["pred"], one["gold"]) for name, one in expected.items()
    }
    assert 0.3 < (tallies["acts: span and kind"].f1 or 0) < 0.95
    renews = ours.agree["act's renews"] / ours.compared["act's renews"]
    assert round(renews, 4) == official["same_on_matched"]["renews"]
