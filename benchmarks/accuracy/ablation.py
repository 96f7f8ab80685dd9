"""Reading with a part of the vocabulary taken away."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from types import ModuleType
from typing import Any
from unittest.mock import patch

from benchmarks.accuracy.vocabulary_entries import Entry, entries, without
from concerted.reading.triggers import openings_of, triggers_of
from concerted.terms import shelf

# Of each file, by its name without ending ("states", "fr/clauses"): its text and what that says.
Vocabulary = dict[str, tuple[str, Any]]


def whole_vocabulary() -> Vocabulary:
    """Load every file of the vocabulary."""
    folder = shelf.folder("vocabulary")
    return {
        path.relative_to(folder).with_suffix("").as_posix(): (path.read_text(encoding="utf-8"), shelf.load(path))
        for path in sorted(folder.rglob("*.yaml"))
    }


def entries_of(data: Vocabulary) -> list[Entry]:
    """Find the entries of all files, in a fixed order."""
    return [one for file, (_, inner) in data.items() for one in entries(file, inner)]


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
            self._write(file, [entry for entry in gone if entry.file == file])
        self._changed = changed
        forget()

    def _write(self, file: str, gone: Sequence[Entry]) -> None:
        written, data = self._data[file]
        if gone:
            # JSON is YAML; quoted strings stay strings.
            written = json.dumps(without(file, data, gone), ensure_ascii=False)
        path = self._copy / f"{file}.yaml"
        path.parent.mkdir(exist_ok=True)
        path.write_text(written, encoding="utf-8")


@contextmanager
def ablated(data: Vocabulary) -> Iterator[Ablation]:
    """Let readers use a copy of this vocabulary for a while; other data folders stay as they are."""
    real = shelf.folder
    with TemporaryDirectory() as name:
        copy = Path(name)
        ablation = Ablation(copy, data)
        with ExitStack() as patches:
            patches.enter_context(
                patch.object(shelf, "folder", lambda name: copy if name == "vocabulary" else real(name))
            )
            for module, name, function in _bindings(triggers_of, openings_of):
                patches.enter_context(patch.object(module, name, _remembering(function)))
            forget()
            try:
                yield ablation
            finally:
                forget()


def _bindings(*functions: Callable[..., Any]) -> Iterator[tuple[ModuleType, str, Callable[..., Any]]]:
    """Find every name of these functions in the program."""
    for module in _modules():
        for name, value in list(vars(module).items()):
            if value in functions:
                yield module, name, value


def _remembering(function: Callable[..., Any]) -> Callable[..., Any]:
    """Let a function of its arguments alone keep what it gave, whatever becomes of the vocabulary."""
    given: dict[tuple[Any, ...], Any] = {}

    def remembered(*arguments: Any) -> Any:
        if arguments not in given:
            given[arguments] = function(*arguments)
        return given[arguments]

    return remembered


def _modules() -> list[ModuleType]:
    return [module for name, module in sys.modules.items() if name.startswith("concerted.")]


def forget() -> None:
    """Empty every cache of the program, so that the vocabulary is read anew."""
    for module in _modules():
        for one in list(vars(module).values()):
            if callable(clear := getattr(one, "cache_clear", None)):
                clear()
