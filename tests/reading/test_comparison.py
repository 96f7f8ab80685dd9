"""Comparison: what became of the promises of one statement in another."""

from __future__ import annotations

import hashlib
import itertools
import json
import random
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from concerted.formats import open_document
from concerted.reading.comparison import Carried, Comparison, Fate, Order, Pair, Reason, compare, in_order
from concerted.reading.comparison.assignment import assign
from concerted.reading.comparison.changed_words import changed_words
from concerted.reading.comparison.pairing import pair
from concerted.reading.facts import Kind, Reading
from concerted.reading.read import read
from concerted.terms.coalition import Coalition, LineOfEffort
from concerted.terms.coalition_file import coalition
from concerted.terms.document import Document
from concerted.terms.names import Name

GOLD = json.loads((Path(__file__).parent / "gold" / "compare-2014-2018.json").read_text(encoding="utf-8"))

OPENING = "We, the Governments of Norway, Ghana and Japan, met in Lisbon on 2 May {year}.\n\n"
# Promises that every pair of statements below has besides, so that rare words are told from common ones.
OTHERS = (
    "We will train rescue divers for the northern harbours. We pledge to publish the tables of the tides. "
    "We agree to dredge the estuary of the great river."
)


def statement(*sentences: str, year: int = 2030, others: str = OTHERS) -> Reading:
    return read(Document(OPENING.format(year=year) + " ".join((*sentences, others))))


def compared(was: str, now: str) -> Pair:
    """Compare two statements that differ in one promise, and give its pair."""
    comparison = compare(statement(was), statement(now, year=2031))
    (found, *_) = comparison.pairs
    return found


def reasons(found: Pair) -> set[Reason]:
    return {sign.reason for sign in found.signs}


@pytest.mark.parametrize(
    ("was", "now", "fate", "reason"),
    [
        (
            "We will inspect the lighthouses of the coast.",
            "We will continue to inspect the lighthouses of the coast.",
            Fate.RENEWED,
            Reason.SAID_AGAIN,
        ),
        (
            "We will consider joint patrols of the lighthouses.",
            "We will conduct joint patrols of the lighthouses.",
            Fate.STRENGTHENED,
            Reason.FIRMER_VERB,
        ),
        (
            "We will conduct joint patrols of the lighthouses.",
            "We intend to conduct joint patrols of the lighthouses.",
            Fate.WEAKENED,
            Reason.SOFTER_VERB,
        ),
        (
            "We will repair the lighthouses of the coast.",
            "We will repair the lighthouses of the coast by 30 June 2032.",
            Fate.STRENGTHENED,
            Reason.DATE_SET,
        ),
        (
            "We will repair the lighthouses of the coast within 90 days.",
            "We will repair the lighthouses of the coast.",
            Fate.WEAKENED,
            Reason.DATE_GONE,
        ),
        (
            "We will repair the lighthouses of the coast within 90 days.",
            "We will repair the lighthouses of the coast within 60 days.",
            Fate.STRENGTHENED,
            Reason.DATE_EARLIER,
        ),
        (
            "We will repair the lighthouses of the coast by 30 June 2032.",
            "We will repair the lighthouses of the coast by 30 June 2033.",
            Fate.WEAKENED,
            Reason.DATE_LATER,
        ),
        (
            "We pledge $4 million for the lighthouses of the coast.",
            "We pledge $6 million for the lighthouses of the coast.",
            Fate.STRENGTHENED,
            Reason.AMOUNT_HIGHER,
        ),
        (
            "We pledge $4 million for the lighthouses of the coast.",
            "We pledge support for the lighthouses of the coast.",
            Fate.WEAKENED,
            Reason.AMOUNT_GONE,
        ),
        (
            "We will share charts of the reefs with pilots.",
            "We will share charts of the reefs with pilots where appropriate.",
            Fate.WEAKENED,
            Reason.CAVEAT_ADDED,
        ),
        (
            "We will share charts of the reefs subject to national laws.",
            "We will share charts of the reefs.",
            Fate.STRENGTHENED,
            Reason.CAVEAT_LIFTED,
        ),
        (
            "We will carry out patrols of the reefs.",
            "We will expand patrols of the reefs.",
            Fate.STRENGTHENED,
            Reason.STEPPED_UP,
        ),
        (
            "We will feed the lighthouse keepers; and repair the foghorns.",
            "We will feed the lighthouse keepers.",
            Fate.NARROWED,
            Reason.PART_GONE,
        ),
    ],
)
def test_a_pair_is_judged_by_its_words(was: str, now: str, fate: Fate, reason: Reason) -> None:
    found = compared(was, now)
    assert found.fate is fate, found
    assert found.later is not None
    assert reason in reasons(found)


def test_evidence_stands_in_the_texts() -> None:
    earlier = statement("We will repair the lighthouses of the coast within 90 days.")
    later = statement("We intend to repair the lighthouses of the coast.", year=2031)
    comparison = compare(earlier, later)
    signs = comparison.pairs[0].signs
    assert {sign.reason for sign in signs} == {Reason.SOFTER_VERB, Reason.DATE_GONE}
    for sign in signs:
        for passage, reading in ((sign.earlier, earlier), (sign.later, later)):
            assert passage is None or reading.text[passage.start : passage.end] == passage.quote


def test_evidence_for_both_is_marked_and_outweighed() -> None:
    found = compared(
        "We will repair the lighthouses of the coast by 30 June 2032.",
        "We will expand repairs of the lighthouses of the coast.",
    )
    assert found.fate is Fate.WEAKENED
    assert set(found.marks) == {Fate.WEAKENED, Fate.STRENGTHENED}


@pytest.mark.parametrize("words", ["as soon as possible", "as well as necessary repairs"])
def test_words_that_only_look_like_a_way_out_are_none(words: str) -> None:
    found = compared("We will share charts of the reefs.", f"We will share charts of the reefs {words}.")
    assert Reason.CAVEAT_ADDED not in reasons(found)


def test_only_a_pair_that_is_much_alike_is_sure() -> None:
    assert compared("We will mend nets of the fleet.", "We will mend the nets of the fleet.").sure
    assert not Pair(Fate.RENEWED, 0, 0, confidence=0.6).sure
    assert Pair(Fate.DROPPED, 0, None, confidence=0.6).sure, "nothing is paired, so nothing may be mispaired"


def test_what_is_not_taken_up_is_dropped_and_what_was_not_there_is_new() -> None:
    comparison = compare(
        statement("We will count the seals of the islands."),
        statement("We will fund a school of navigation.", year=2031),
    )
    fates = {pair.fate: pair for pair in comparison.pairs if pair.fate is not Fate.RENEWED}
    assert comparison.counts == {**dict.fromkeys(Fate, 0), Fate.RENEWED: 3, Fate.DROPPED: 1, Fate.NEW: 1}
    assert fates[Fate.DROPPED].later is None
    assert fates[Fate.NEW].earlier is None


def test_every_act_has_a_place_in_the_comparison() -> None:
    earlier = statement("We will count the seals. We intend to fund a school. We will count seals in the north again.")
    later = statement("We reaffirm our commitment to counting the seals of the north.", year=2031)
    comparison = compare(earlier, later)
    assert [pair.earlier for pair in comparison.pairs if pair.earlier is not None] == list(
        range(len(comparison.earlier_acts))
    )
    placed = {n for pair in comparison.pairs for n in (pair.later, *pair.also, *pair.candidates) if n is not None}
    assert placed == set(range(len(comparison.later_acts)))


def test_two_alike_leave_it_unclear_and_are_both_shown() -> None:
    likeness = {(0, 0): 0.5, (0, 1): 0.49}
    (partner,) = pair(likeness, ((), ())).values()
    assert partner.later is None
    assert set(partner.candidates) == {0, 1}


def test_one_that_belongs_to_another_leaves_nothing_unclear() -> None:
    likeness = {(0, 0): 0.5, (0, 1): 0.49, (1, 1): 0.8}
    found = pair(likeness, ((), ()))
    assert {one: partner.later for one, partner in found.items()} == {0: 0, 1: 1}


def test_faint_likeness_is_a_question_and_less_is_chance() -> None:
    found = pair({(0, 0): 0.16, (1, 1): 0.1}, ((), ()))
    assert found[0].later is None
    assert found[0].candidates == (0,)
    assert 1 not in found


def test_recommitments_need_few_words_in_common() -> None:
    assert pair({(0, 0): 0.08}, ((0,), (0,)))[0].later == 0


def test_a_promise_may_be_split_and_two_may_be_joined() -> None:
    split = pair({(0, 0): 0.6, (0, 1): 0.4}, ((), ()))
    assert split[0].later == 0
    assert split[0].also == (1,)
    joined = pair({(0, 0): 0.6, (1, 0): 0.4}, ((), ()))
    assert {one: partner.later for one, partner in joined.items()} == {0: 0, 1: 0}


def test_partners_are_the_best_of_all_that_could_be() -> None:
    chance = random.Random(7)  # noqa: S311  # the same cases every time
    for _ in range(200):
        size, others = chance.randint(1, 4), chance.randint(1, 4)
        every = itertools.product(range(size), range(others))
        likeness = {each: chance.random() for each in every if chance.random() < 0.7}
        found = assign(likeness)
        assert len(set(found.values())) == len(found)
        choices = [*range(others), *[-1] * size]
        best = max(
            sum(likeness.get(each, 0.0) for each in enumerate(order)) for order in itertools.permutations(choices, size)
        )
        assert sum(likeness[each] for each in found.items()) == pytest.approx(best)


def test_changed_words_make_up_both_texts() -> None:
    was, now = "will share the charts of reefs", "will share all charts of wrecks, and reefs"
    before, after = changed_words(was, now)
    assert "".join(run.words for run in before) == was
    assert "".join(run.words for run in after) == now
    assert [run.words.strip() for run in before if run.changed] == ["the"]
    assert [run.words.strip() for run in after if run.changed] == ["all", "wrecks, and"]


def test_case_and_the_shape_of_apostrophes_change_nothing() -> None:
    before, after = changed_words("the pilots' Guild", "The pilots’ guild")
    assert not any(run.changed for run in (*before, *after))


def test_instruments_and_participants_are_carried_added_and_dropped() -> None:
    earlier = read(
        Document(
            "Joint statement of the Governments of Norway and Ghana.\n\nWe, the Governments of Norway and Ghana, met. "
            "We will implement UN Security Council resolution 2178 and resolution 2170."
        )
    )
    later = read(
        Document(
            "We, the Governments of Norway and Japan, met. "
            "We will implement UN Security Council resolutions 2178 and 2396."
        )
    )
    comparison = compare(earlier, later)
    assert {row.id: row.carried for row in comparison.instruments} == {
        "UNSCR 2178": Carried.CARRIED,
        "UNSCR 2396": Carried.ADDED,
        "UNSCR 2170": Carried.DROPPED,
    }
    assert {row.party: row.carried for row in comparison.participants} == {
        "NOR": Carried.CARRIED,
        "GHA": Carried.DROPPED,
        "JPN": Carried.ADDED,
    }


def test_lines_of_effort_are_told_by_their_acts() -> None:
    pact = Coalition(
        "reef-pact",
        (Name("Reef Pact"),),
        (
            LineOfEffort(1, "Charts", ("chart",)),
            LineOfEffort(2, "Divers", ("diver",)),
            LineOfEffort(3, "Fees", ("fee",)),
        ),
    )
    opening = "We, the Governments of Norway, Ghana and Japan, met.\n\n"
    earlier = read(Document(opening + "We will publish charts. We will train divers."), coalition=pact)
    later = read(Document(opening + "We will publish charts. We will lower fees."), coalition=pact)
    found = {row.title: (row.carried, row.acts_earlier, row.acts_later) for row in compare(earlier, later, pact).lines}
    assert found == {
        "Charts": (Carried.CARRIED, 1, 1),
        "Divers": (Carried.DROPPED, 1, 0),
        "Fees": (Carried.ADDED, 0, 1),
    }


def test_other_kinds_compare_alike() -> None:
    earlier = statement("We urge all owners to pay the keepers of lighthouses.")
    comparison = compare(earlier, earlier, kind=Kind.CALL)
    assert [pair.fate for pair in comparison.pairs] == [Fate.RENEWED]


def test_the_earlier_statement_comes_first() -> None:
    opening = "Statement, Lisbon, 2 May {}\n\nWe, the Governments of Norway and Ghana, will train divers."
    old, new = (read(Document(opening.format(year)), given_date=date(year, 5, 2)) for year in (2030, 2031))
    assert in_order(old, new) == (old, new, Order.AS_GIVEN)
    assert in_order(new, old) == (old, new, Order.TURNED)
    undated = read(Document("We, the Governments of Norway and Ghana, met. We will train divers."))
    assert in_order(new, undated)[2] is Order.NOT_KNOWN


def test_nothing_compares_with_nothing() -> None:
    empty = read(Document("We, the Governments of Norway and Ghana, met on 2 May 2031."))
    comparison = compare(empty, empty)
    assert comparison.pairs == ()
    assert sum(comparison.counts.values()) == 0


# --- The official texts, judged by hand.


@pytest.fixture(scope="module")
def official(shared: Path) -> Comparison:
    readings = []
    for side, day in (("earlier", date(2014, 12, 3)), ("later", None)):
        path = shared / "statements" / GOLD[side]["file"]
        data = path.read_bytes()
        assert hashlib.sha256(data).hexdigest() == GOLD[side]["sha256"]
        own = coalition("global-coalition")
        readings.append(read(open_document(data, path.name), given_date=day, coalition=own))
    return compare(*readings, coalition("global-coalition"))


def _agrees(found: Pair, expected: dict[str, Any], later: list[int] | None) -> bool:
    answers = [expected, *expected.get("otherwise", [])]
    return any(found.fate == one["fate"] and (found.later is None or later == one["later"]) for one in answers)


def test_the_fates_are_those_that_a_careful_reader_found(official: Comparison) -> None:
    expected = {tuple(one["earlier"]): one for one in GOLD["fates"]}
    agreed, differing = 0, []
    for found in official.pairs:
        if found.earlier is None:
            continue
        passage = official.earlier_acts[found.earlier].passage
        after = official.later_acts[found.later].passage if found.later is not None else None
        if _agrees(found, expected.pop((passage.start, passage.end)), after and [after.start, after.end]):
            agreed += 1
        else:
            differing.append((passage.start, found.fate.value))
    assert not expected, "an act that the reader found is missing"
    # Coordination as the purpose of meeting shares one word with the coordination promised before.
    assert agreed >= 10, differing
    new = [
        official.later_acts[found.later].passage
        for found in official.pairs
        if found.fate is Fate.NEW and found.later is not None
    ]
    assert [[one.start, one.end] for one in new] == GOLD["new"]


def test_lines_instruments_and_participants_are_those_that_a_careful_reader_found(official: Comparison) -> None:
    lines = {
        carried: [row.earlier or row.later for row in official.lines if row.carried is carried] for carried in Carried
    }
    assert lines[Carried.CARRIED] == GOLD["lines"]["carried"]
    assert lines[Carried.DROPPED] == GOLD["lines"]["dropped"]
    texts = {carried: [row.id for row in official.instruments if row.carried is carried] for carried in Carried}
    assert texts[Carried.ADDED] == GOLD["instruments"]["added"]
    assert texts[Carried.CARRIED] == GOLD["instruments"]["carried"]
    assert len(texts[Carried.DROPPED]) == GOLD["instruments"]["dropped"]
    parties = {carried: {row.party for row in official.participants if row.carried is carried} for carried in Carried}
    assert parties[Carried.ADDED] == set(GOLD["participants"]["joined"])
    assert parties[Carried.DROPPED] == set(GOLD["participants"]["left"])
    assert len(parties[Carried.CARRIED]) == GOLD["participants"]["carried"]
