"""Reading with a part of the vocabulary taken away."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from unittest.mock import patch

from benchmarks.accuracy.vocabulary_entries import Entry, entries, without
from concerted.terms import shelf

Vocabulary = dict[str, Any]


def whole_vocabulary() -> Vocabulary:
    """Load every file of the vocabulary, by its name without ending."""
    return {path.stem: shelf.load(path) for path in sorted(shelf.folder("vocabulary").glob("*.yaml"))}


def entries_of(data: Vocabulary) -> list[Entry]:
    """Find the entries of all files, in a fixed order."""
    return [one for file, inner in data.items() for one in entries(file, inner)]


class Ablation:
    """A copy of the vocabulary that readers see in place of the real one, with entries taken away at will."""

    def __init__(self, copy: Path, data: Vocabulary) -> None:
        self._copy, self._changed, self._data = copy, set[str](), data
        for file in data:
            self._write(file, ())

    def take_away(self, gone: Iterable[Entry]) -> None:
        """Let readers see the vocabulary without these entries, and with all others."""
        gone = list(gone)
        changed = {entry.file for entry in gone}
        for file in changed | self._changed:
            self._write(file, gone)
        self._changed = changed
        forget()

    def _write(self, file: str, gone: Iterable[Entry]) -> None:
        # JSON is YAML; quoted strings stay strings.
        written = json.dumps(without(file, self._data[file], gone), ensure_ascii=False)
        (self._copy / f"{file}.yaml").write_text(written, encoding="utf-8")


@contextmanager
def ablated(data: Vocabulary) -> Iterator[Ablation]:
    """Let readers use a copy of this vocabulary for a while; other data folders stay as they are."""
    real = shelf.folder
    with TemporaryDirectory() as name:
        copy = Path(name)
        ablation = Ablation(copy, data)
        with patch.object(shelf, "folder", lambda name: copy if name == "vocabulary" else real(name)):
            forget()
            try:
                yield ablation
            finally:
                forget()


def forget() -> None:
    """Empty every cache of the program, so that the vocabulary is read anew."""
    for name, module in list(sys.modules.items()):
        if name.startswith("concerted."):
            for one in list(vars(module).values()):
                if callable(clear := getattr(one, "cache_clear", None)):
                    clear()
