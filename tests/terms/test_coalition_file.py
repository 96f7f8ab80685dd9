"""A coalition's file is read strictly: what is wrong, where, and what was expected."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from concerted.terms.coalition_file import coalition, coalitions, read_coalition, recognise, slugs
from concerted.terms.errors import UnknownCoalition
from concerted.terms.shelf import BadData, load, vocabulary

WHOLE = """
slug: harbour-watch
names:
  - {text: Harbour Watch, since: 2020-01-01, until: 2021-12-31}
  - {text: Veille des ports, language: fr}
host: NOR
lines:
  - {number: 1, title: Patrols, words: [patrol, ship]}
  - {number: 2, title: Training}
cadences:
  - {series: plenary, days: 90}
statements:
  - {id: first, title: First statement, issued_on: 2020-02-01, place: Oslo, digest: first.md}
partners:
  - {party: NOR, name: Kingdom of Norway, role: issuer, since: 2020-02-01, statement: first, note: a reservation}
leads:
  - {line: 2, party: JPN, since: 2020-02-01, source: first statement}
working_groups:
  - {line: 2, parties: [JPN, NOR]}
instruments:
  - {id: UNSCR 9999, title: A resolution, date: 2019-05-05, body: UN, statement: first}
meetings:
  - {name: plenary, status: held, start: 2020-02-01, host: [NOR], line: 1, series: plenary, statement: first}
"""


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str], Path]:
    """Write a coalition's file into a folder of its own."""

    def write(text: str) -> Path:
        folder = tmp_path / "harbour-watch"
        folder.mkdir(exist_ok=True)
        path = folder / "coalition.yaml"
        path.write_text(text, encoding="utf-8")
        return path

    return write


def test_a_whole_file_is_read(write: Callable[[str], Path]) -> None:
    found = read_coalition(write(WHOLE))
    assert found.slug == "harbour-watch"
    assert found.names[0].holds_on(date(2020, 6, 1))
    assert not found.names[0].holds_on(date(2022, 6, 1))
    assert found.lines[0].words == ("patrol", "ship")
    assert found.host == "NOR"
    assert found.cadences[0].days == 90
    assert found.partners[0].note == "a reservation"
    assert (found.leads[0].line, found.leads[0].party) == (2, "JPN")
    assert (found.working_groups[0].line, found.working_groups[0].parties) == (2, ("JPN", "NOR"))
    assert found.instruments[0].date == date(2019, 5, 5)
    assert found.meetings[0].host == ("NOR",)
    assert found.statements[0].issued_on == date(2020, 2, 1)


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("slug: harbour-watch", "slug: other", "slug: 'other' found; expected its folder's name"),
        ("host: NOR", "host: NORWAY", "host: 'NORWAY' found; expected a party"),
        ("host: NOR", "hosts: NOR", "unknown key hosts"),
        ("party: JPN", "party: Nippon", "leads 1: party: 'Nippon' found"),
        ("role: issuer", "role: boss", "partners 1: role: 'boss' found; expected host or issuer or joined"),
        ("days: 90", "days: often", "cadences 1: days: a text found; expected a whole number"),
        ("days: 90", "days: 0", "cadences 1: days: 0 found; expected a whole number from 1"),
        ("days: 90", "days: yes", "days: yes or no found"),
        ("since: 2020-01-01", "since: January", "names 1: since: a text found; expected a day such as"),
        ("line: 2,", "line: 7,", "line: 7 found; expected 1, 2"),
        ("number: 2", "number: 3", "lines: 3 found; expected 1, 2"),
        ("statement: first, note", "statement: second, note", "statement: 'second' found; expected first"),
        ("words: [patrol, ship]", "words: patrol", "lines 1: words: a text found; expected a list"),
        ("words: [patrol, ship]", "words: [1]", "lines 1: words 1: a number found; expected a text"),
        ("status: held", "status: maybe", "meetings 1: status: 'maybe' found; expected held or planned"),
        ("status: held,", "status: held, month: 2020-13,", "meetings 1: month: '2020-13' is no month"),
        ("title: Patrols, ", "", "lines 1: title: nothing found; expected a text"),
        ("host: NOR", "host: [", "line"),
        (WHOLE, "- a list", "a list found; expected a mapping"),
        (WHOLE, "slug: harbour-watch", "names: nothing found; expected at least one name"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(write: Callable[[str], Path], old: str, new: str, says: str) -> None:
    assert old in WHOLE
    with pytest.raises(BadData) as error:
        read_coalition(write(WHOLE.replace(old, new, 1)))
    assert says in str(error.value)
    assert "coalition.yaml" in str(error.value)


def test_a_missing_file_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(BadData, match="cannot be read"):
        load(tmp_path / "nowhere.yaml")
    assert vocabulary("states").is_file()


def test_an_unknown_coalition_is_an_error_that_names_the_known_ones() -> None:
    with pytest.raises(UnknownCoalition, match=slugs()[0]):
        coalition("nobody")


@pytest.mark.parametrize("slug", slugs())
def test_an_installed_coalition_is_recognised_by_each_of_its_names(slug: str) -> None:
    known = coalition(slug)
    assert known in coalitions()
    for name in known.names:
        assert recognise(f"Ministers of the {name.text} met today.".replace("'", "’")) == known
        assert recognise("Much else was said before. " * 100 + name.text) is None
    assert recognise("Ministers of a club met today.") is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", None),
        ("a: 1\nb: [x, '1', 2014-01-02, yes, ~]\n", {"a": 1, "b": ["x", "1", date(2014, 1, 2), True, None]}),
        ("- |\n  x\n  y\n- {k: v w}\n", ["x\ny\n", {"k": "v w"}]),
    ],
)
def test_a_file_is_plain_data(tmp_path: Path, text: str, expected: object) -> None:
    (tmp_path / "one.yaml").write_text(text, encoding="utf-8")
    assert load(tmp_path / "one.yaml") == expected


@pytest.mark.parametrize("text", ["b: 2\na: !!str 1", "x: 1\n? [1, 2]\n: 3", "x: 1\na: b: c"])
def test_a_file_that_is_none_says_where(tmp_path: Path, text: str) -> None:
    (tmp_path / "one.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(BadData, match=r"one.yaml, line 2"):
        load(tmp_path / "one.yaml")
