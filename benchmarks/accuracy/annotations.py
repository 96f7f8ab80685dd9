"""Annotations that hold places and figures alone, and the record that one makes over its text.

A record in the form of the official annotations quotes the statement. An annotation of ours says the same in places,
``[start, end]`` in code points of the text: nothing of the text is copied. ``sha256`` names the text that it is of.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from benchmarks.accuracy.matching import places_of
from concerted.terms.errors import ConcertedError

Record = dict[str, Any]
Annotation = dict[str, Any]
Place = list[int]
# More words of a title than these are a quotation.
_LONGEST_ID = 8

FOLDER = Path(__file__).with_name("annotations")
# What an annotation keeps of each fact beside its place; the rest of a record is wording.
KEPT: dict[str, tuple[str, ...]] = {
    "participants": ("party", "role"),
    "meetings": ("start", "end", "host", "line", "status"),
    "deadlines": ("date", "days", "months"),
    "sums": ("value", "currency"),
    "quantities": ("value",),
    "people": ("party",),
    "definitions": (),
    "lines": ("number",),
}
OF_ACT = ("kind", "renews", "actors", "lines", "aim")
# What most acts have is left out of their entry.
USUAL: Record = {"renews": False, "actors": ["issuers"], "lines": []}
# What a fact of ours leaves out stands for this, else for null.
UNSAID: Record = {"host": []}
OF_STATEMENT = ("issued_on", "issued_between", "given_date")


class NotThatText(ConcertedError):
    """An annotation belongs to another text."""


def sha256(text: str) -> str:
    """Give the digest that ties an annotation to its text."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def places(annotation: Annotation) -> Iterable[Place]:
    """Give every place that an annotation names."""
    for act in annotation.get("acts", []):
        yield from (act["at"], *([act["due"]] if act.get("due") else []), *act.get("targets", []))
    for name in KEPT:
        yield from (fact["at"] for fact in annotation.get(name, []) if fact["at"])
    for instrument in annotation.get("instruments", []):
        yield from (*instrument["at"], *([instrument["id"]] if isinstance(instrument["id"], list) else []))


def record_of(annotation: Annotation, text: str) -> Record:
    """Make the record that an annotation stands for, words cut out of the text; raises NotThatText."""
    if annotation["sha256"] != sha256(text):
        raise NotThatText(
            "the annotation was made on another text",
            where="sha256",
            expected=f"a text of sha256 {annotation['sha256']}",
        )

    def words(at: Place) -> str:
        return text[at[0] : at[1]]

    record: Record = {name: annotation["statement"].get(name) for name in OF_STATEMENT}
    record["title_participants"] = [{"party": party} for party in annotation.get("title_participants", [])]
    record["instruments"] = [
        {
            "id": " ".join(words(one["id"]).split()) if isinstance(one["id"], list) else one["id"],
            "quotes": [words(at) for at in one["at"]],
        }
        for one in annotation.get("instruments", [])
    ]
    for name, kept in KEPT.items():
        record[name] = [
            {key: fact.get(key, UNSAID.get(key)) for key in kept} | {"quote": words(fact["at"]) if fact["at"] else ""}
            for fact in annotation.get(name, [])
        ]
    record["acts"] = [_act(act, words) for act in annotation.get("acts", [])]
    return record


def id_in(text: str, instrument: str) -> Place | str:
    """Give the place of an instrument's id where it stands in the text as a name, else the id, a long one cut short."""
    found = places_of(text, instrument)
    if found and " ".join(text[slice(*found[0])].split()) == instrument:
        return list(found[0])
    words = instrument.split()
    return instrument if len(words) <= _LONGEST_ID else " ".join([*words[:_LONGEST_ID], "…"])


def _act(act: Record, words: Callable[[Place], str]) -> Record:
    record = USUAL | {key: act[key] for key in OF_ACT if key in act}
    start, end = act["at"]
    record |= {"text": words(act["at"]), "passage": {"start": start, "end": end}}
    record["due"] = words(act["due"]) if act.get("due") else None
    if "targets" in act:
        record["targets"] = [words(at) for at in act["targets"]]
    return record


def load(path: Path) -> Annotation:
    """Read one annotation."""
    annotation: Annotation = json.loads(path.read_text(encoding="utf-8"))
    return annotation


def dumps(annotation: Annotation) -> str:
    """Write an annotation, one fact a line."""
    parts = []
    for key, value in annotation.items():
        if isinstance(value, list) and value:
            rows = ",\n".join(f"  {json.dumps(one, ensure_ascii=False, separators=(',', ':'))}" for one in value)
            parts.append(f' "{key}": [\n{rows}\n ]')
        else:
            parts.append(f' "{key}": {json.dumps(value, ensure_ascii=False)}')
    return "{\n" + ",\n".join(parts) + "\n}\n"
