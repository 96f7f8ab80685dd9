"""Pairs of a text and its record, in the short form in which the records of our own statements are written."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

Record = dict[str, Any]


def pair(text_at: Path) -> tuple[str, Record]:
    """Load a text and the record beside it. An act is written as "kind renews actors=FRA: first words … last words"."""
    text = text_at.read_text(encoding="utf-8")
    short = yaml.safe_load(text_at.with_suffix(".yaml").read_text(encoding="utf-8"))
    acts, place = [], 0
    for entry in short.get("acts", ()):
        ((said, words),) = entry.items()
        kind, *rest = said.split()
        quote, place = _whole(text, words, place)
        actors = next(
            (one.removeprefix("actors=").split(",") for one in rest if one.startswith("actors=")), ["issuers"]
        )
        acts.append({"kind": kind, "text": quote, "verb": "", "actors": actors, "renews": "renews" in rest})
    record: Record = {"acts": acts}
    record["participants"] = [
        {"party": words.rpartition(" ")[0], "role": words.rpartition(" ")[2]} for words in short.get("participants", ())
    ]
    record["issued_on"] = None if short.get("issued_on") is None else str(short["issued_on"])
    between = short.get("issued_between")
    record["issued_between"] = [day and str(day) for day in between] if between else None
    record["lines"] = [{"quote": title} for title in short.get("lines", ())]
    record["instruments"] = [{"id": id, "quotes": quotes} for id, quotes in short.get("instruments", {}).items()]
    record["meetings"] = [
        {name: str(value) if name in ("start", "end") and value else value for name, value in one.items()}
        for one in short.get("meetings", ())
    ]
    record["deadlines"] = [
        {name: str(value) if name == "date" and value else value for name, value in one.items()}
        for one in short.get("deadlines", ())
    ]
    record["sums"] = [
        {"quote": quote, "value": worth.split()[0], "currency": worth.split()[1]}
        for quote, worth in (short.get("sums") or {}).items()
    ]
    record["people"] = [{"quote": name, "name": name} for name in short.get("people", ())]
    record["quantities"] = [{"quote": quote} for quote in short.get("quantities", ())]
    record["definitions"] = [{"quote": _whole(text, words, 0)[0]} for words in short.get("definitions", ())]
    return text, record


def _whole(text: str, words: str, place: int) -> tuple[str, int]:
    """Find "first words … last words" from a place on; gives the text between and where its first words end."""
    first, _, last = words.partition(" … ")
    start = text.index(first, place)
    end = text.index(last, start + len(first)) + len(last) if last else start + len(first)
    return text[start:end], start + 1
