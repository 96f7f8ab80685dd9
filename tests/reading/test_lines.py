"""Lines of effort that a text sets out, those that an act is about, and claims tested."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from concerted.reading.blocks import lay_out
from concerted.reading.checks import check_claims
from concerted.reading.lines import find_lines, lines_named, lines_of_acts
from concerted.reading.participants import find_participants
from concerted.reading.read import read
from concerted.terms.coalition import Coalition, LineOfEffort
from concerted.terms.coalition_file import coalition
from concerted.terms.document import Document
from concerted.terms.names import Name

COALITION = Coalition(
    slug="harbour-watch",
    names=(Name("Harbour Watch"),),
    lines=(LineOfEffort(1, "Keeping ships safe", ("patrol", "ship's crew")), LineOfEffort(2, "Training", ("train",))),
)


def titles(text: str) -> list[str]:
    found = find_lines(lay_out(text))
    assert [one.number for one in found] == list(range(1, len(found) + 1))
    return [one.title for one in found]


@pytest.mark.parametrize(
    "text",
    [
        "They decided on three lines of effort:\n\nKeeping ships safe; Training crews; and Cutting costs.\n\nThey met.",
        "They named lines of effort:\n\n- Keeping ships safe;\n- Training crews; and\n- Cutting costs.\n\nThey met.",
        "Partners work across three pillars: 1) Keeping ships safe; 2) Training crews; and 3) Cutting costs. They met.",
    ],
)
def test_a_lead_in_names_them_and_a_list_sets_them_out(text: str) -> None:
    assert titles(text) == ["Keeping ships safe", "Training crews", "Cutting costs"]


def test_other_lists_are_no_lines_of_effort() -> None:
    assert titles("We intend to:\n\n- keep ships safe;\n- train crews.\n\nLines of effort matter.") == []


@pytest.mark.parametrize(
    ("words", "lines"),
    [
        ("commended work along the lines of effort", (1, 2)),
        ("thanked Oman for a course (Line of Effort 2) on patrols", (2,)),
        ("thanked Oman for work on lines of effort 1 and 2", (1, 2)),
        ("thanked Oman for keeping ships safe and for training", (1, 2)),
        ("will step up patrols and the training of crews", (1, 2)),
        ("helped every ship’s crew", (1,)),
        ("will restrain nobody", ()),
        ("on Line of Effort 9", ()),
    ],
)
def test_an_act_names_lines_by_number_title_or_subject(words: str, lines: tuple[int, ...]) -> None:
    assert lines_named(words, COALITION) == lines
    assert lines_named(words, None) == ()


def test_a_title_of_the_text_itself_counts() -> None:
    found = find_lines(lay_out("On lines of effort:\n\nWatching seas; Drilling crews; Meeting.\n\nThey met."))
    assert lines_named("agreed on drilling crews", COALITION, found) == (2,)


def test_claims_are_tested_against_what_was_found() -> None:
    text = (
        "Three partners met at the invitation of Norwegian Minister Kari Dal. They work along four lines of effort:\n\n"
        "Ships; Crews; Ports.\n\n* * *\n\nPartner participants:\n\nRepublic of Albania Hungary Sultanate of Oman"
    )
    layout = lay_out(text)
    checks = check_claims(layout, find_participants(layout), find_lines(layout))
    assert [(one.claim, one.claimed, one.found, one.holds) for one in checks] == [
        ("Three partners", 3, 3, True),
        ("four lines of effort", 4, 3, False),
    ]


def test_more_than_and_at_least_are_understood() -> None:
    text = (
        "More than three states have agreed to join. Those states are Chile, Peru, and Togo.\n\n"
        "We, the Leaders of the Group of Seven (G7), will act."
    )
    layout = lay_out(text)
    (check,) = check_claims(layout, find_participants(layout))
    assert (check.claim, check.found, check.holds) == ("more than three states", 3, False)


def test_these_things_are_what_the_act_before_was_about() -> None:
    acts = (
        "agreed on training crews",
        "decided to continue these efforts",
        "remain committed to this effort",
        "noted these priorities",
    )
    assert [*lines_of_acts(acts, COALITION)] == [(2,), (2,), (), ()]


@pytest.mark.parametrize("name", ["2014-12-brussels-first-plenary", "2018-06-brussels-defence-ministers"])
def test_acts_of_the_official_texts_name_their_lines(shared: Path, name: str) -> None:
    gold = json.loads((shared / "statements" / "gold" / f"{name}.reading.json").read_text(encoding="utf-8"))
    layout = lay_out((shared / "statements" / f"{name}.txt").read_text(encoding="utf-8"))
    lines = find_lines(layout)
    assert [one.title for one in lines] == [one["title"] for one in gold["lines"]]
    texts = [act["text"] for act in gold["acts"]]
    assert [*lines_of_acts(texts, coalition("global-coalition"), lines)] == [
        tuple(act["lines"]) for act in gold["acts"]
    ]


def test_what_is_done_about_a_line_is_read_behind_its_name() -> None:
    found = read(
        Document(
            "Norway, Ghana and Japan met in Lisbon. They discussed two pillars:\n\n"
            "- Clean Ports – Norway and Ghana pledged to dredge the bay by 2030, with all pilots of both coasts paid "
            "on time.\n\n- Safe Canals – Japan announced its intention to clear the canals, and to help others, near "
            "and far, to do the same."
        )
    )
    assert [one.title for one in found.lines] == ["Clean Ports", "Safe Canals"]
    promised = [one.verb for one in found.acts if one.kind == "commitment"]
    assert promised == ["pledged to dredge", "announced its intention"]
