"""The statements that are read: texts beside the project, and what people have annotated in them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from benchmarks.accuracy.annotations import FOLDER, Record, load, record_of
from concerted.formats import open_document
from concerted.formats.record import record
from concerted.reading.facts import Reading
from concerted.reading.read import read
from concerted.terms.coalition_file import recognise
from concerted.terms.document import Document

BESIDE = Path(__file__).resolve().parents[3] / "shared" / "statements"
ENDING = ".reading.json"


@dataclass(frozen=True)
class Statement:
    """A text with what people have annotated in it; None where nobody has."""

    name: str
    document: Document
    annotated: Record | None = None

    def read(self) -> Reading:
        """Read it as ``concerted read`` does."""
        return read(self.document, coalition=recognise(self.document.text))

    @cached_property
    def reading(self) -> Reading:
        """What was read in it, once and for all."""
        return self.read()

    @cached_property
    def found(self) -> Record:
        """The record of what was read in it, once and for all."""
        return record(self.reading)


def open_text(path: Path) -> Document:
    """Open a text as ``concerted read`` does."""
    return open_document(path.read_bytes(), path.name)


def with_records(folder: Path, texts: Path) -> Iterator[Statement]:
    """Give the statements whose record (NAME.reading.json, with quotes) lies in a folder, by name."""
    for path in sorted(folder.glob(f"*{ENDING}")):
        name = path.name.removesuffix(ENDING)
        yield Statement(name, open_text(texts / f"{name}.txt"), json.loads(path.read_text(encoding="utf-8")))


def with_annotations(texts: Path, folder: Path = FOLDER) -> Iterator[Statement]:
    """Give the statements that our own annotations are of, by name; those whose text is not there are left out."""
    for path in sorted(folder.glob("*.json")):
        text = texts / f"{path.stem}.txt"
        if text.is_file():
            document = open_text(text)
            yield Statement(path.stem, document, record_of(load(path), document.text))


def without_annotation(texts: Path, annotated: Iterable[Statement]) -> Iterator[Statement]:
    """Give the other texts of a folder, by name."""
    names = {one.name for one in annotated}
    for path in sorted(texts.glob("*.txt")):
        if path.stem not in names:
            yield Statement(path.stem, open_text(path))
