"""A bundle's file: read as it was written, and refused in one line whatever else it holds."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from io import StringIO
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from concerted.ledger.bundle import FORMAT, Bundle, bind, dumps, load, loads
from concerted.ledger.verification import Outcome, verify
from concerted.terms.errors import ConcertedError
from tests.ledger.log import ENTRIES, SIZES, Log


class Slow(StringIO):
    """A file that gives few characters at a time, whatever it is asked for."""

    def __init__(self, text: str, size: int) -> None:
        super().__init__(text)
        self._size = size

    def read(self, size: int | None = -1, /) -> str:
        return super().read(self._size)


LOG = Log(ENTRIES, SIZES)
BUNDLE = LOG.bundle(3, 17, since=(4, 25, 99))
TEXT = dumps(BUNDLE)
WRITTEN: dict[str, Any] = json.loads(TEXT)


def test_it_is_read_as_it_was_written() -> None:
    assert loads(TEXT, where="file") == BUNDLE
    assert [(one.since, one.to) for one in BUNDLE.growths] == [(10, 25), (25, 40), (4, 40)]
    assert WRITTEN["format"] == FORMAT
    assert WRITTEN["entries"][1]["entry"]["after"] == '{"status": "met", "berths": 18}'


def test_what_the_last_checkpoint_does_not_reach_is_left_out() -> None:
    made = bind(
        LOG.store.read,
        key=LOG.key.verifier,
        checkpoints=LOG.checkpoints[:2],
        entries=list(enumerate(ENTRIES)),
        since=[30],
    )
    assert len(made.entries) == 25
    assert [(one.since, one.to) for one in made.growths] == [(10, 25)]


def test_checkpoints_come_in_the_order_of_their_sizes() -> None:
    mixed = WRITTEN | {"checkpoints": WRITTEN["checkpoints"][::-1]}
    assert loads(json.dumps(mixed), where="file") == BUNDLE


def _places(value: object, place: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    below = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [place, *(found for key, one in below for found in _places(one, (*place, key)))]


def _read(text: str) -> Bundle | ConcertedError:
    try:
        return loads(text, where="file")
    except ConcertedError as error:
        return error


PLACES = _places(WRITTEN)
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=5,
)


@given(st.sampled_from(PLACES), ANYTHING)
@settings(max_examples=300, deadline=None)
def test_anything_anywhere_is_checked_or_refused(place: tuple[str | int, ...], value: object) -> None:
    changed: Any = json.loads(TEXT)
    if place:
        parent = changed
        for key in place[:-1]:
            parent = parent[key]
        parent[place[-1]] = value
    else:
        changed = value
    read = _read(json.dumps(changed))
    if isinstance(read, ConcertedError):
        assert read.where.startswith("file")
        assert read.expected
    else:
        tuple(verify(read, LOG.checkpoints, LOG.key.verifier))


@given(st.integers(0, len(TEXT)), st.integers(0, 40), st.text(max_size=3))
@settings(max_examples=300, deadline=None)
def test_a_damaged_file_is_never_found_right(at: int, length: int, text: str) -> None:
    damaged = TEXT[:at] + text + TEXT[at + length :]
    read = _read(damaged)
    if read != BUNDLE and isinstance(read, Bundle):
        found = verify(read, [LOG.sign(4), *LOG.checkpoints[1:]], LOG.key.verifier)
        assert any(one.outcome is Outcome.FAILED for one in found)


@given(st.sampled_from([None, 0, 1, 4]), st.integers(1, 400), st.permutations(list(WRITTEN)))
@settings(max_examples=50, deadline=None)
def test_it_is_read_in_pieces_of_any_size_and_order(indent: int | None, size: int, order: list[str]) -> None:
    text = json.dumps({key: WRITTEN[key] for key in order}, indent=indent) + " \n"
    read, entries = load(Slow(text, size), where="file")
    assert replace(read, entries=tuple(entries)) == BUNDLE


def test_no_more_than_an_entry_is_held_at_once() -> None:
    file = Slow(TEXT, 100)
    _read, entries = load(file, where="file")
    taken = [(next(entries).index, file.tell() < len(TEXT)) for _ in range(2)]
    assert taken[0] == (3, True)
    with pytest.raises(ConcertedError, match="'format' stands twice"):
        tuple(load(Slow(TEXT[:-2] + ', "format": 1}', 100), where="file")[1])
    with pytest.raises(ConcertedError, match="it is no JSON"):
        tuple(load(Slow(TEXT + "{", 100), where="file")[1])


@given(st.text())
@settings(deadline=None)
def test_any_text_is_refused(text: str) -> None:
    with pytest.raises(ConcertedError):
        loads(text, where="file")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "file: it is no JSON; expected a bundle's file"),
        ("[" * 100_000, "file: it is no JSON; expected a bundle's file"),
        ("[]", "file: it is []; expected an object"),
        ('{"format": 1, "format": 2}', "file: 'format' stands twice; expected each key once"),
        ("{}", "file: missing or unknown: checkpoints, consistency, entries, format, key, origin; expected the keys"),
        (
            json.dumps(WRITTEN | {"format": "another 2"}),
            "file: it is 'another 2'; expected 'concerted ledger bundle 1'",
        ),
        (json.dumps(WRITTEN | {"note": "x"}), "file: missing or unknown: note; expected the keys format, origin"),
        (json.dumps(WRITTEN | {"checkpoints": []}), "file, checkpoints: no checkpoint; expected one at least"),
        (json.dumps(WRITTEN | {"checkpoints": ["x"]}), "file, checkpoints 1, line 1: no blank line; expected"),
        (json.dumps(WRITTEN | {"key": "x"}), "file, key: it is no key; expected name+hash+base64"),
        (
            json.dumps(WRITTEN | {"consistency": [{"from": -1, "to": 2, "path": []}]}),
            "file, consistency 1, from: it is -1; expected a whole number from 0",
        ),
        (
            json.dumps(WRITTEN | {"consistency": [{"from": 1, "to": 2, "path": ["AAAA"]}]}),
            "file, consistency 1, path 1: it is 'AAAA'; expected base64 of 32 bytes",
        ),
        (
            json.dumps(WRITTEN | {"entries": [{"index": True, "entry": WRITTEN["entries"][0]["entry"], "path": []}]}),
            "file, entries 1, index: it is True; expected a whole number from 0",
        ),
        (
            json.dumps(WRITTEN | {"entries": [{"index": 1, "entry": {}, "path": []}]}),
            "file, entries 1, entry: missing or unknown: act, action",
        ),
    ],
)
def test_what_is_wrong_is_said_with_its_place(text: str, said: str) -> None:
    with pytest.raises(ConcertedError, match="^" + re.escape(said)):
        loads(text, where="file")
