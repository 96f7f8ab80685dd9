"""A passage in a corrected text: it stays on its words, moves with them, or is left to a person."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.anchoring.corrections import Correction, corrected, paragraph_moved, retyped, truth
from concerted.formats import open_document
from concerted.formats.record import passages
from concerted.reading.anchoring import SURE, Anchor, How, anchor, anchor_all
from concerted.reading.read import read
from concerted.reading.turning_words import turned_before
from concerted.terms.passage import Passage

TEXT = """# Statement of the Lantern League

Ministers of Norway and Chile met in Oslo on 2 March 2021. They pledged $5 million for lighthouses within 90 days.

Norway will host a workshop on buoys. Norway will host a dinner. The League “welcomes” the co-operation of Café Marine.

1. Participants decided to map every reef by the end of 2022, and not to sell the maps.

2. Participants called on all shipowners to report drifting nets to the nearest harbour without delay.

* * *

For the press: lantern office
"""


def of(words: str, text: str = TEXT, nth: int = 0) -> Passage:
    """Find words in a text, the first or a later time."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return Passage.of(text, start, start + len(words))


def after(words: str, old: str, new: str, nth: int = 0) -> Anchor:
    """Anchor words of the text in the text with one replacement."""
    assert TEXT.count(old) == 1
    return anchor(of(words, nth=nth), TEXT, TEXT.replace(old, new))


def test_in_the_same_text_everything_stays() -> None:
    assert anchor(of("$5 million"), TEXT, TEXT) == Anchor(of("$5 million"), 1.0, How.SAME)


def test_an_exact_quote_is_found_where_it_shifted_to() -> None:
    found = after("map every reef", "# Statement", "# Corrected statement")
    assert (found.how, found.stands) == (How.SAME, True)
    assert found.passage and found.passage.start == of("map every reef").start + 10


@pytest.mark.parametrize("nth", [0, 1])
def test_a_quote_that_is_there_twice_keeps_its_own_place(nth: int) -> None:
    new = TEXT.replace("Norway and Chile", "Chile and, after them, Norway")
    found = anchor(of("Norway will host", nth=nth), TEXT, new)
    assert found.passage == of("Norway will host", new, nth) and found.stands


def test_of_two_alike_the_one_that_is_left_out_is_not_found_in_the_other() -> None:
    new = TEXT.replace("Norway will host a workshop on buoys. ", "")
    assert not anchor(of("Norway will host"), TEXT, new).stands
    assert anchor(of("Norway will host", nth=1), TEXT, new).passage == of("Norway will host", new)


@pytest.mark.parametrize(
    "typed",
    [
        lambda text: text.replace(" ", "\n", 60),
        lambda text: text.replace("“", '"').replace("”", '"'),
        lambda text: unicodedata.normalize("NFD", text),
        lambda text: text.replace("co-operation", "co-\noperation").replace("workshop", "work-\nshop"),
        lambda text: text.replace("\n", "\r\n"),
        lambda text: text.replace("lighthouses", "light\u00adhouses"),
    ],
)
def test_other_typography_changes_no_words(typed: Callable[[str], str]) -> None:
    new = typed(TEXT)
    for words in ("met in Oslo on 2 March 2021", "will host a workshop on buoys", "the co-operation of Café Marine"):
        found = anchor(of(words), TEXT, new)
        assert found.how in (How.SAME, How.RETYPED) and found.stands, words


def test_a_typing_error_that_is_corrected_moves_the_passage_along() -> None:
    found = after("called on all shipowners to report drifting nets", "drifting", "drfiting")
    assert (found.how, found.stands) == (How.EDITED, True)
    assert found.passage and found.passage.quote == "called on all shipowners to report drfiting nets"


@pytest.mark.parametrize(
    ("words", "old", "new", "sort"),
    [
        ("pledged $5 million for lighthouses within 90 days", "$5", "$50", "figure"),
        ("pledged $5 million for lighthouses within 90 days", "$5", "€5", "figure"),
        ("pledged $5 million for lighthouses within 90 days", "million", "billion", "figure"),
        ("met in Oslo on 2 March 2021", "March", "May", "date"),
        ("Ministers of Norway and Chile met in Oslo", "Chile", "China", "party"),
        ("decided to map every reef by the end of 2022, and not to sell the maps", "not to", "to", "negation"),
        ("will host a workshop on buoys", "will host a workshop", "may host a workshop", "force"),
    ],
)
def test_words_that_turn_the_sense_are_for_a_person(words: str, old: str, new: str, sort: str) -> None:
    found = after(words, old, new)
    assert found.how is How.CHANGED and not found.stands
    assert sort in found.turned
    assert found.passage and new in found.passage.quote


@pytest.mark.parametrize(
    ("old", "new", "sorts"),
    [
        ("1. Participants decided", "1. Participants never decided", ("negation",)),
        ("1. Participants decided", "1. Chile decided", ("party",)),
        ("1. Participants decided", "1. Delegates to the League decided", ()),
        ("Norway and Chile met", "Peru met", ()),
    ],
)
def test_who_acts_and_whether_stands_before_an_act(old: str, new: str, sorts: tuple[str, ...]) -> None:
    words, text = "decided to map every reef", TEXT.replace(old, new)
    assert turned_before(of(words), TEXT, of(words, text), text) == sorts


def test_a_paragraph_that_moved_takes_its_passages_along() -> None:
    paragraphs = TEXT.split("\n\n")
    paragraphs.insert(1, paragraphs.pop(4))
    new = "\n\n".join(paragraphs)
    found = anchor(of("to report drifting nets"), TEXT, new)
    assert (found.how, found.stands, found.passage) == (How.MOVED, True, of("to report drifting nets", new))
    assert anchor(of("map every reef"), TEXT, new).stands


def test_what_is_left_out_is_not_found() -> None:
    found = after("decided to map every reef", "1. Participants decided to map every reef by the end of 2022, and ", "")
    assert (found.passage, found.how, found.confidence) == (None, How.GONE, 0.0)


def test_a_place_for_a_person_to_choose_is_offered() -> None:
    long = "pledged $5 million for lighthouses within 90 days"
    new = TEXT.replace(long, "gave").replace("* * *", "They later pledged 5 million for many new lighthouses in days.")
    found = anchor(of(long), TEXT, new)
    assert not found.stands
    assert any("lighthouses" in one.quote for one in (*found.candidates, *([found.passage] if found.passage else [])))


def test_signs_alone_stay_between_the_letters_around_them() -> None:
    found = after("* * *", "# Statement", "# New statement")
    assert found.passage and found.passage.quote == "* * *" and found.stands


def test_a_passage_of_another_text_is_refused() -> None:
    with pytest.raises(ValueError, match="does not stand"):
        anchor(Passage(0, 4, "Nope"), TEXT, TEXT + "x")


@pytest.mark.parametrize("new", ["", " ", "\n\n", "x", "نص آخر تماما"])
def test_a_text_that_has_nothing_left_orphans_everything(new: str) -> None:
    assert not any(found.stands for found in anchor_all(_cut(TEXT), TEXT, new))


# --- Properties, over random corrections.

SEEDS = st.integers(min_value=0, max_value=2**32)


def _cut(text: str) -> list[Passage]:
    """Cut a text into overlapping passages of all lengths, at words."""
    starts = [at for at in range(len(text)) if not text[at].isspace() and (at == 0 or text[at - 1].isspace())]
    ends = [at + 1 for at in range(len(text)) if not text[at].isspace() and text[at + 1 : at + 2].strip() == ""]
    pairs = [(starts[at], ends[min(at + at % 13, len(ends) - 1)]) for at in range(0, len(starts), 2)]
    return [Passage.of(text, start, end) for start, end in pairs]


def _hold(old: str, correction: Correction, wanted: list[Passage]) -> None:
    """Check what must hold of all anchors whatever was corrected."""
    new, places = correction.text, correction.places()
    found = anchor_all(wanted, old, new)
    assert len(found) == len(wanted)
    for passage, each in zip(wanted, found, strict=True):
        assert 0 <= each.confidence <= 1
        for place in (*([each.passage] if each.passage else []), *each.candidates):
            assert new[place.start : place.end] == place.quote != ""
        assert each.passage is not None or not each.stands
        assert each.how is not How.CHANGED or not each.stands
        true = truth(places, passage.start, passage.end, old)
        if each.passage and each.how is How.SAME:
            assert each.passage.quote == passage.quote
        if true and new[slice(*true)] == passage.quote and len(passage.quote) > 60 and old.count(passage.quote) == 1:
            # Whole and unlike any other: it is on its words, wherever they went.
            assert each.passage and each.passage.quote == passage.quote, (each, new[slice(*true)])


@given(SEEDS, st.integers(min_value=0, max_value=25))
def test_whatever_is_corrected_nothing_is_lost_or_misquoted(seed: int, edits: int) -> None:
    _hold(TEXT, corrected(TEXT, edits, seed), _cut(TEXT))


@given(st.text(max_size=200), st.text(max_size=200))
def test_any_two_texts_can_be_compared(old: str, new: str) -> None:
    wanted = _cut(old)
    for passage, each in zip(wanted, anchor_all(wanted, old, new), strict=True):
        if each.passage:
            assert new[each.passage.start : each.passage.end] == each.passage.quote
        if old == new:
            assert (each.passage, each.confidence) == (passage, 1.0)


@given(SEEDS)
def test_outside_an_edit_every_passage_stays_exactly_on_its_words(seed: int) -> None:
    correction = corrected(TEXT, 1, seed, but=(paragraph_moved, retyped))
    places = correction.places()
    for passage, each in zip(wanted := _cut(TEXT), anchor_all(wanted, TEXT, correction.text), strict=True):
        shift = {places.get(at, at) - at for at in range(passage.start, passage.end)}
        if len(shift) == 1 and all(at in places for at in range(passage.start, passage.end)):
            (by,) = shift
            if correction.text[passage.start + by : passage.end + by] == passage.quote and len(passage.quote) > 15:
                assert each.passage == Passage(passage.start + by, passage.end + by, passage.quote)


@given(SEEDS, st.integers(min_value=1, max_value=8))
def test_where_nothing_moved_the_order_stays(seed: int, edits: int) -> None:
    correction = corrected(TEXT, edits, seed, but=(paragraph_moved,))
    wanted = [one for one in _cut(TEXT) if TEXT.count(one.quote) == correction.text.count(one.quote) == 1]
    kept = [one for one in anchor_all(wanted, TEXT, correction.text) if one.stands and one.how is not How.MOVED]
    starts = [one.passage.start for one in kept if one.passage]
    assert starts == sorted(starts)


@pytest.mark.parametrize("name", ["2014-12-brussels-first-plenary", "un-sres-2139-2014", "wh-2022-07-14-i2u2"])
def test_in_real_statements_what_is_carried_over_is_right(shared: Path, name: str) -> None:
    path = shared / "statements" / f"{name}.txt"
    text = open_document(path.read_bytes(), path.name).text
    reading = read(open_document(path.read_bytes(), path.name))
    wanted = sorted(set(passages((*reading.acts, *reading.participants, *reading.instruments, *reading.deadlines))))
    right = carried = 0
    for seed in range(4):
        correction = corrected(text, 12, seed)
        _hold(text, correction, wanted)
        places = correction.places()
        for passage, each in zip(wanted, anchor_all(wanted, text, correction.text), strict=True):
            if each.stands and each.passage:
                true = truth(places, passage.start, passage.end, text)
                carried += 1
                right += bool(true and abs(true[0] - each.passage.start) + abs(true[1] - each.passage.end) <= 3)
    assert carried > 2 * len(wanted)
    assert right / carried >= SURE
