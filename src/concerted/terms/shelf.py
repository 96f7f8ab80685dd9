"""Where the data lies that the program reads: the vocabulary and the coalitions.

A wheel carries both folders inside the package; a clone has them at its top.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml

from concerted.terms.errors import ConcertedError

PACKAGE = Path(__file__).resolve().parents[1]


class BadData(ConcertedError):
    """A vocabulary or coalition file does not say what it must."""


@cache
def folder(name: str) -> Path:
    """Find one of the data folders (``vocabulary``, ``coalitions``); raises BadData if it is nowhere."""
    for root in (PACKAGE, PACKAGE.parents[1]):
        if (root / name).is_dir():
            return root / name
    raise BadData(f"the folder {name} is missing", where=str(PACKAGE), expected="a complete installation")


def vocabulary(name: str) -> Path:
    """Give the path of a vocabulary file by its name without ending: ``vocabulary("states")``."""
    return folder("vocabulary") / f"{name}.yaml"


def load(path: Path) -> Any:
    """Read a YAML file with the C loader, dates as dates; raises BadData with the place of the mistake."""
    try:
        return _data(yaml.CSafeLoader(path.read_text(encoding="utf-8")))
    except OSError as error:
        raise BadData("the file cannot be read", where=str(path), expected="a readable file") from error
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f"{path}, line {mark.line + 1}" if mark else str(path)
        raise BadData(str(getattr(error, "problem", None) or error), where=where, expected="YAML") from error


def _data(loader: yaml.CSafeLoader) -> Any:
    """Build plain data straight from the parser's events: half the time of ``yaml.load``, at every start.

    None for an empty file. Raises YAMLError, also for anchors, tags and keys of many parts, which our files lack.
    """
    resolvers = loader.yaml_implicit_resolvers

    def value() -> Any:
        event = loader.get_event()
        if isinstance(event, yaml.ScalarEvent) and event.tag is None:
            words: str = event.value
            if event.implicit[0] and any(pattern.match(words) for _, pattern in resolvers.get(words[:1], ())):
                return yaml.load(words, Loader=yaml.CSafeLoader)  # a number, a day, true or nothing
            return words
        if isinstance(event, yaml.SequenceStartEvent):
            items = []
            while not loader.check_event(yaml.SequenceEndEvent):
                items.append(value())
            loader.get_event()
            return items
        if isinstance(event, yaml.MappingStartEvent):
            entries = {}
            while not loader.check_event(yaml.MappingEndEvent):
                if not loader.check_event(yaml.ScalarEvent):
                    event = loader.peek_event()
                    break
                key = value()
                entries[key] = value()
            else:
                loader.get_event()
                return entries
        mark = getattr(event, "start_mark", None)
        raise yaml.MarkedYAMLError(problem="anchor, tag or key of many parts found", problem_mark=mark)

    loader.get_event()
    if loader.check_event(yaml.StreamEndEvent):
        return None
    loader.get_event()
    return value()
