"""What every statement was read as at the last kept run, in places and kinds alone.

A run holds for each text an annotation in the form of ``annotations/``, made from what was read; one text a line.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from benchmarks.accuracy.annotations import (
    KEPT,
    OF_ACT,
    OF_STATEMENT,
    UNSAID,
    USUAL,
    Annotation,
    Record,
    id_in,
    sha256,
)

FILE = Path(__file__).with_name("last-run.json")
Run = dict[str, Annotation]


def placed(record: Record, text: str) -> Annotation:
    """Keep of a record that the program has written the places and figures alone."""
    out: Annotation = {"sha256": sha256(text), "statement": {name: record.get(name) for name in OF_STATEMENT}}
    out["title_participants"] = [one["party"] for one in record["title_participants"]]
    for name, kept in KEPT.items():
        out[name] = [
            {"at": _at(fact["passage"])}
            | {key: fact[key] for key in kept if fact.get(key) not in (None, UNSAID.get(key))}
            for fact in record[name]
        ]
    out["instruments"] = [
        {"id": id_in(text, one["id"]), "at": [_at(place) for place in one["passages"]]} for one in record["instruments"]
    ]
    out["acts"] = [_act(act) for act in record["acts"]]
    return {key: value for key, value in out.items() if value != []}


def _act(act: Record) -> Record:
    entry = {"at": _at(act["passage"])} | {
        key: act[key] for key in OF_ACT if act.get(key) is not None and act[key] != USUAL.get(key)
    }
    if act.get("due_passage"):
        entry["due"] = _at(act["due_passage"])
    if act.get("targets"):
        entry["targets"] = [_at(place) for place in act["targets"]]
    return entry


def _at(passage: Mapping[str, int]) -> list[int]:
    return [passage["start"], passage["end"]]


def keep(run: Run, path: Path = FILE) -> None:
    """Write a run."""
    lines = (
        f"{json.dumps(name)}: {json.dumps(one, ensure_ascii=False, separators=(',', ':'))}"
        for name, one in sorted(run.items())
    )
    path.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")


def load(path: Path = FILE) -> Run:
    """Read the last kept run; an empty one where none was kept."""
    run: Run = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
    return run


def run_of(records: Iterable[tuple[str, str, Record]]) -> Run:
    """Make a run from names, texts and what was read in them."""
    return {name: placed(record, text) for name, text, record in records}
