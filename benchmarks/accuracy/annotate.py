"""Turn a record that quotes its statement into an annotation that holds places alone.

``python -m benchmarks.accuracy.annotate RECORD TEXT ...`` writes ``annotations/NAME.json`` for each pair. Every quote
must stand in the text: one that cannot be placed is refused with its words, and nothing is written.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from benchmarks.accuracy.annotations import (
    FOLDER,
    KEPT,
    OF_ACT,
    OF_STATEMENT,
    UNSAID,
    USUAL,
    Annotation,
    Place,
    Record,
    dumps,
    id_in,
    sha256,
)
from benchmarks.accuracy.matching import body_of, in_order, places_of
from concerted.formats import open_document
from concerted.terms.errors import ConcertedError

ENDING = ".reading.json"
# Words of a due time that stand before their act belong to its sentence or list.
REACH = 3000


class QuoteNotFound(ConcertedError):
    """Words of a record do not stand in its text."""


def annotate(record: Record, text: str) -> Annotation:
    """Place everything that a record quotes; raises QuoteNotFound with the words that do not stand in the text.

    Acts are placed together, so that their order is the text's; where a record gives a ``start`` it is taken if the
    words stand there. Other quotes stand at their first place.
    """
    body = body_of(text)
    out: Annotation = {
        "sha256": sha256(text),
        "statement": {name: record.get(name) for name in OF_STATEMENT},
        "title_participants": [one["party"] for one in record.get("title_participants", [])],
    }
    for name, kept in KEPT.items():
        out[name] = [
            {"at": _first(body, text, fact.get("quote"), name)}
            | {key: fact[key] for key in kept if fact.get(key) not in (None, UNSAID.get(key))}
            for fact in record.get(name, [])
        ]
    out["instruments"] = [
        {"id": id_in(body, one["id"]), "at": [_first(body, text, quote, "instruments") for quote in one["quotes"]]}
        for one in record.get("instruments", [])
    ]
    out["acts"] = _acts(body, record.get("acts", []))
    return out


def _acts(body: str, acts: list[Record]) -> list[Record]:
    placed = []
    for act, at in zip(acts, in_order(body, [act["text"] for act in acts]), strict=True):
        given = act.get("start")
        if given is not None and (given, given + len(act["text"])) in places_of(body, act["text"]):
            at = (given, given + len(act["text"]))
        if at is None:
            raise QuoteNotFound("words that do not stand in the text", where="acts", expected=act["text"])
        entry: Record = {"at": list(at)} | {
            key: act[key] for key in OF_ACT if act.get(key) is not None and act[key] != USUAL.get(key)
        }
        if act.get("due"):
            entry["due"] = _due(body, act["due"], at)
        if act.get("targets"):
            entry["targets"] = _inside(body, act["targets"], at)
        placed.append(entry)
    return placed


def _due(body: str, words: str, act: tuple[int, int]) -> Place:
    """Choose the place inside the act, else the last one before it, else the first one behind it."""
    found = places_of(body, words)
    inside = [at for at in found if act[0] <= at[0] and at[1] <= act[1]]
    before = [at for at in found if act[0] - REACH <= at[0] < act[0]]
    chosen = inside[:1] or before[-1:] or found[:1]
    if not chosen:
        raise QuoteNotFound("words that do not stand in the text", where="acts, due", expected=words)
    return list(chosen[0])


def _inside(body: str, targets: list[str], act: tuple[int, int]) -> list[Place]:
    """Place an act's targets one behind the other inside it."""
    start, placed = act[0], []
    for words in targets:
        at = next((at for at in places_of(body[: act[1]], words) if at[0] >= start), None)
        if at is None:
            raise QuoteNotFound("words that do not stand in the act", where="acts, targets", expected=words)
        placed.append(list(at))
        start = at[1]
    return placed


def _first(body: str, text: str, words: str | None, where: str) -> Place:
    """Choose the first place; a carrier's header counts where the words stand nowhere else."""
    found = places_of(body, words or "") or places_of(text, words or "")
    if not found:
        raise QuoteNotFound("words that do not stand in the text", where=where, expected=repr(words))
    return list(found[0])


def main() -> None:
    """Annotate pairs of record and text."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.accuracy.annotate", description=(__doc__ or "").split("\n")[0]
    )
    parser.add_argument("pairs", nargs="+", type=Path, metavar="RECORD TEXT", help=f"NAME{ENDING}, then its text")
    parser.add_argument("--into", type=Path, default=FOLDER, metavar="FOLDER", help="where the annotations go")
    given = parser.parse_args()
    if len(given.pairs) % 2:
        sys.exit("annotate: a record without its text; expected pairs of RECORD and TEXT")
    done: dict[str, str] = {}
    for record_path, text_path in zip(given.pairs[::2], given.pairs[1::2], strict=True):
        text = open_document(text_path.read_bytes(), text_path.name).text
        record = json.loads(record_path.read_text(encoding="utf-8"))
        try:
            done[record_path.name.removesuffix(ENDING)] = dumps(annotate(record, text))
        except QuoteNotFound as error:
            sys.exit(f"annotate: {record_path}: {error}")
    given.into.mkdir(parents=True, exist_ok=True)
    for name, written in done.items():
        (given.into / f"{name}.json").write_text(written, encoding="utf-8")
    print(f"{len(done)} annotations in {given.into}")


if __name__ == "__main__":
    main()
