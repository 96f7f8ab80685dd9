"""What is timed: the whole reading, and the two peers."""

from __future__ import annotations

import json
import subprocess
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType

from sentencex import segment

from concerted.formats import open_document
from concerted.reading.read import read
from concerted.terms.parties import EVERY_LANGUAGE, parties

# Seconds of processor time that a reader needs for all texts of a list.
Timed = Callable[[], float]


def whole_reading(texts: Sequence[str]) -> Timed:
    """Time every fact of every text: parties, dates, instruments, meetings, acts and what they are about."""
    documents = [open_document(text.encode(), "statement.txt") for text in texts]

    def timed() -> float:
        start = time.process_time()
        for document in documents:
            read(document)
        return time.process_time() - start

    return timed


def sentences_alone(texts: Sequence[str]) -> Timed:
    """Time peer (a): sentencex cuts the texts into sentences and does no more."""

    def timed() -> float:
        start = time.process_time()
        for text in texts:
            for _ in segment("en", text):
                pass
        return time.process_time() - start

    return timed


class SpacyReader:
    """Peer (b), in its own environment: sentences by rule and our names of parties, no model."""

    def __init__(self, python: Path, texts: Sequence[str]) -> None:
        # The peer's interpreter is one that `make peers` or the user has put there.
        worker = Path(__file__).with_name("spacy_worker.py")
        self._process = subprocess.Popen(  # noqa: S603
            [str(python), str(worker)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
        )
        self.names = names_of_parties()
        self._ask({"names": self.names, "texts": list(texts)})

    def __enter__(self) -> SpacyReader:
        """Give the reader; its process ends with the block."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """End the process."""
        self._process.communicate()

    def timed(self) -> float:
        """Time the peer once."""
        return self._ask({})

    def _ask(self, what: dict[str, list[str]]) -> float:
        if self._process.stdin is None or self._process.stdout is None:
            raise RuntimeError("the peer's process has no pipes")
        print(json.dumps(what), file=self._process.stdin, flush=True)
        return float(self._process.stdout.readline())


def names_of_parties() -> list[str]:
    """List the English names of parties, and those that stand in every language."""
    known = ("en", EVERY_LANGUAGE)
    return sorted({name.text for party in parties().values() for name in party.names if name.language in known})
