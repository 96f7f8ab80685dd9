"""Confidence against the share that is right: outcomes, bins, error, diagram."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from benchmarks.accuracy.calibration import Bin, Outcome, bins, calibration_error, grouped, outcomes
from benchmarks.accuracy.plot import interval, reliability_diagram
from benchmarks.accuracy.statements import Statement
from concerted.terms.document import Document

TEXT = "Ministers of Arcadia met. They pledged to open the harbours. They urged Borduria to join the pact.\n"
ANNOTATED = {"acts": [{"kind": "commitment", "text": "pledged to open the harbours"}]}


def some(*pairs: tuple[float, bool]) -> list[Outcome]:
    return [Outcome("one", "acts", 0, "call", confidence, right) for confidence, right in pairs]


def test_bins_are_tenths_and_the_last_one_holds_certainty() -> None:
    assert bins(some((0.95, True), (1.0, False), (0.42, True))) == [Bin(1, 0.42, 1.0), Bin(2, 0.975, 0.5)]


def test_the_error_weighs_bins_by_their_counts() -> None:
    honest = some((0.75, True), (0.75, True), (0.75, True), (0.75, False))
    assert calibration_error(honest) == pytest.approx(0)
    assert calibration_error([*honest, *some((0.2, True))]) == pytest.approx(0.8 / 5)


def test_each_fact_read_in_an_annotated_statement_is_one_outcome() -> None:
    one = Statement("arcadia", Document(TEXT), ANNOTATED)
    found = list(outcomes([one, Statement("not annotated", Document(TEXT))]))
    acts = [each for each in found if each.fact == "acts"]
    assert [(each.kind, each.right) for each in acts] == [
        (act.kind.value, act.kind.value == "commitment") for act in one.reading.acts
    ]
    assert sum(each.right for each in acts) == 1
    assert {each.statement for each in found} == {"arcadia"}
    assert all(one.reading.acts[each.place].confidence == each.confidence for each in acts)
    groups = grouped(found)
    assert len(groups["acts"]) == len(acts)
    assert [each.right for each in groups["acts: commitment"]] == [True]


def test_the_diagram_has_a_dot_for_each_bin_and_says_what_it_is() -> None:
    drawn = reliability_diagram("Acts & others", {"acts": some((0.9, True), (0.3, False), (0.35, True))})
    tree = ElementTree.fromstring(drawn)  # noqa: S314 - our own string
    space = "{http://www.w3.org/2000/svg}"
    assert len(tree.findall(f"{space}circle")) == 2
    assert tree.findtext(f"{space}title") == "Acts & others"


def test_few_facts_leave_a_wide_interval() -> None:
    few, many = interval(Bin(2, 0.9, 1.0)), interval(Bin(200, 0.9, 1.0))
    assert few[0] < many[0] < 1.0 == few[1]
