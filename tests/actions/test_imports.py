"""A sheet becomes records: looked at first, written part by part, nothing twice and nothing lost."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from concerted.actions import contributions
from concerted.actions.imports import deciding, taking_in, working
from concerted.actions.imports.doubts import Doubt
from concerted.formats.sheets import Cell, profiles
from concerted.register.models import (
    Contribution,
    Entry,
    Import,
    ImportedRow,
    ImportFinding,
    ImportPart,
    Party,
    Reach,
    SearchEntry,
)
from concerted.register.nouns.contribution import Content
from concerted.terms.errors import Conflict, NotAllowed, NotFound
from tests.acts import acts
from tests.sheets import read, read_file, sheet, write
from tests.standing import AT, SLUG, Register

FUEL: dict[str, Cell] = {
    "kind": "funds",
    "summary": "Fuel for the pilot boats",
    "amount": Decimal(90_000),
    "currency": "NOK",
    "line": Decimal(1),
    "first": date(2021, 4, 1),
    "source": "Letter of 1 March 2021",
}
NO_SUCH = 9_999_999


def counts(number: int) -> tuple[int, ...]:
    """How many rows are added, changed, unchanged, held and refused, and how many are marked."""
    names = ("added", "changed", "unchanged", "held", "refused", "marked")
    return tuple(sum(getattr(part, name) for part in ImportPart.objects.filter(of=number)) for name in names)


def said(number: int) -> list[tuple[int, str, str, str]]:
    found = ImportFinding.objects.filter(of=number).order_by("row", "pk")
    return [(one.row, one.column, one.tier, one.trouble) for one in found]


def fuels(count: int) -> list[dict[str, Cell]]:
    return [FUEL | {"summary": f"Fuel, delivery {place}"} for place in range(count)]


@contextmanager
def small_parts(monkeypatch: pytest.MonkeyPatch, rows: int) -> Iterator[None]:
    monkeypatch.setattr(taking_in, "PART", rows)
    yield


def test_rows_become_a_partners_own_contributions(register: Register) -> None:
    by = register.people.norway
    number = read(by, FUEL, FUEL | {"summary": "Lamps", "kind": "Equipment", "line": None})
    assert counts(number) == (2, 0, 0, 0, 0, 0) and Contribution.objects.filter(finding=None).count() == 0
    assert write(number, by).state == "done"
    one, other = Contribution.objects.filter(finding=None).order_by("pk")
    assert (one.party.code, one.owner, one.release.kind) == ("NOR", one.party, Reach.OWNER)
    assert contributions.CONTRIBUTION.written(one) == Content(
        kind="funds", summary="Fuel for the pilot boats", source="Letter of 1 March 2021", line=1,
        amount=Decimal(90_000), currency="NOK", first=date(2021, 4, 1), party="NOR",
    )  # fmt: skip
    assert (other.kind, other.line) == ("equipment", None)
    assert acts()[-1] == "import.write"
    assert SearchEntry.objects.get(noun="contribution", key=str(one.pk)).title == one.summary
    assert [(row.row, row.record, row.added) for row in ImportedRow.objects.order_by("place")] == [
        (2, one.pk, True),
        (3, other.pk, True),
    ]


def test_what_is_looked_at_leaves_the_record_as_it_is(register: Register) -> None:
    before = Entry.objects.exclude(noun__startswith="import").count(), Party.objects.count()
    secretariat = register.people.secretariat
    number = read(secretariat, FUEL | {"party": "JPN"})
    assert said(number) == [(2, "party", "warning", Doubt.NEW_PARTY)]
    assert (Entry.objects.exclude(noun__startswith="import").count(), Party.objects.count()) == before
    write(number, secretariat)
    assert Contribution.objects.get(party__code="JPN").owner is None


def test_differences_are_told_field_by_field(register: Register) -> None:
    by = register.people.norway
    same, other = (
        contributions.add(coalition=SLUG, content=replace(_content(), summary=words), by=by, at=AT)
        for words in ("Fuel", "Lamps")
    )
    row: dict[str, Cell] = {"number": Decimal(same), "edition": Decimal(1), "summary": "Fuel"}
    number = read(by, row, row | {"number": Decimal(other), "summary": "Lanterns"})
    assert counts(number) == (0, 1, 1, 0, 0, 0)
    write(number, by)
    one = Contribution.objects.get(pk=other)
    assert (one.summary, one.edition, one.amount) == ("Lanterns", 2, Decimal(90_000))
    assert SearchEntry.objects.get(noun="contribution", key=str(other)).title == "Lanterns"
    assert Contribution.objects.get(pk=same).edition == 1


def _content() -> Content:
    return Content(kind="funds", summary="Fuel", source="A letter", amount=Decimal(90_000), currency="NOK")


WRONG: tuple[tuple[dict[str, Cell], str, Doubt], ...] = (
    ({"amount": "about 5"}, "amount", Doubt.NO_NUMBER),
    ({"amount": Decimal(10) ** 16}, "amount", Doubt.NO_NUMBER),
    ({"amount": "-5"}, "amount", Doubt.NOT_SO),
    ({"currency": "XXQ"}, "currency", Doubt.NOT_SO),
    ({"currency": ""}, "currency", Doubt.NOT_SO),
    ({"line": "9"}, "line", Doubt.NO_LINE),
    ({"line": "1.5"}, "line", Doubt.NO_NUMBER),
    ({"kind": "gold"}, "kind", Doubt.NO_CHOICE),
    ({"party": "Atlantis"}, "party", Doubt.NO_PARTY),
    ({"party": "CHL"}, "party", Doubt.NOT_SO),
    ({"first": "31.2.2021"}, "first", Doubt.NO_DAY),
    ({"last": date(2021, 3, 31)}, "last", Doubt.NOT_SO),
    ({"summary": " "}, "summary", Doubt.NOT_SO),
    ({"summary": "a" * 2001}, "summary", Doubt.NOT_SO),
    ({"release": "my friends"}, "release", Doubt.NOT_SO),
    ({"number": str(NO_SUCH)}, "number", Doubt.NO_RECORD),
    ({"number": "seven"}, "number", Doubt.NO_RECORD),
)


def test_a_row_that_cannot_be_is_refused_and_the_others_are_imported(register: Register) -> None:
    by = register.people.norway
    number = read(by, FUEL, *(FUEL | {"summary": f"Lamps {at}"} | change for at, (change, *_) in enumerate(WRONG)))
    assert said(number) == [(row, column, "critical", doubt) for row, (_, column, doubt) in enumerate(WRONG, 3)]
    write(number, by)
    assert counts(number) == (1, 0, 0, 0, len(WRONG), 0)
    assert Contribution.objects.filter(finding=None).count() == 1


def test_an_imported_row_may_be_marked(register: Register) -> None:
    by = register.people.norway
    lamps: dict[str, Cell] = {"summary": "Lamps", "amount": "5.125", "first": "44287", "colour": "red"}
    number = read(by, FUEL | lamps)
    assert said(number) == [
        (1, "colour", "warning", Doubt.UNKNOWN_COLUMN),
        (2, "amount", "error", Doubt.EITHER_NUMBER),
        (2, "first", "warning", Doubt.DAY_AS_NUMBER),
    ]
    deciding.say_how(number=number, decimals="point", by=by, at=AT)
    list(working.steps(number, "comparing", by, lambda: AT))
    assert counts(number) == (1, 0, 0, 0, 0, 1)
    write(number, by)
    one = Contribution.objects.get(finding=None)
    assert (one.amount, one.first) == (Decimal("5.13"), date(2021, 4, 1))


def test_every_doubt_has_words_on_the_page(register: Register) -> None:
    from concerted.web.sheet_words import TROUBLES

    assert set(TROUBLES) == {one.value for one in Doubt}
    number = read(register.people.norway, FUEL | {"quantity": "3", "unit": "skiffloads"})
    assert said(number) == [(2, "unit", "warning", Doubt.UNUSUAL_UNIT)]


def test_a_column_decides_what_its_points_mean(register: Register) -> None:
    by = register.people.norway
    number = read(by, FUEL | {"amount": "1.234"}, FUEL | {"summary": "Lamps", "amount": "12,5"})
    write(number, by)
    assert sorted(Contribution.objects.filter(finding=None).values_list("amount", flat=True)) == [
        Decimal("12.5"),
        Decimal(1234),
    ]


def test_what_somebody_changed_meanwhile_waits_for_a_decision(register: Register) -> None:
    by = register.people.norway
    one = contributions.add(coalition=SLUG, content=_content(), by=by, at=AT)
    number = read(by, {"number": Decimal(one), "edition": Decimal(1), "summary": "Diesel"})
    assert counts(number) == (0, 1, 0, 0, 0, 0)
    # After it was looked at, and before it is written.
    contributions.change(number=one, content=replace(_content(), summary="Petrol", party="NOR"), seen=1, by=by, at=AT)
    write(number, by)
    assert said(number) == [(2, "edition", "error", Doubt.CHANGED_MEANWHILE)]
    assert (Contribution.objects.get(pk=one).summary, counts(number)) == ("Petrol", (0, 0, 0, 1, 0, 0))
    assert deciding.decide(number=number, places=[0], choice="import", by=by, at=AT) == 1
    assert (Contribution.objects.get(pk=one).summary, counts(number)) == ("Diesel", (0, 1, 0, 0, 0, 0))
    with pytest.raises(Conflict, match="not held"):
        deciding.decide(number=number, places=[0], choice="leave out", by=by, at=AT)


def test_a_file_that_is_imported_again_enters_nothing_twice(register: Register) -> None:
    by = register.people.norway
    write(read(by, *fuels(3)), by)
    again = read(by, *fuels(3))
    assert counts(again) == (0, 0, 0, 3, 0, 0)
    assert {doubt for *_, doubt in said(again)} == {Doubt.THERE_ALREADY}
    deciding.decide(number=again, places=[1], choice="import", by=by, at=AT)
    write(again, by)
    assert Contribution.objects.filter(finding=None).count() == 4


def test_a_row_that_stands_there_twice_waits(register: Register) -> None:
    number = read(register.people.norway, FUEL, FUEL)
    assert said(number) == [(3, "", "error", Doubt.REPEATED)]
    assert counts(number) == (1, 0, 0, 1, 0, 0)


def test_others_rows_come_back_unchanged_or_are_refused(register: Register) -> None:
    by, other = register.people.norway, register.people.chile
    one = contributions.add(coalition=SLUG, content=_content(), by=by, at=AT, reach=Reach.COALITION)
    row: dict[str, Cell] = {"number": Decimal(one), "edition": Decimal(1), "summary": "Fuel"}
    assert counts(read(other, row)) == (0, 0, 1, 0, 0, 0)
    number = read(other, row | {"summary": "None"})
    assert said(number) == [(2, "number", "critical", Doubt.NOT_YOURS)]


def test_a_record_that_one_does_not_see_is_none(register: Register) -> None:
    one = contributions.add(coalition=SLUG, content=_content(), by=register.people.norway, at=AT)
    row: dict[str, Cell] = {"number": Decimal(one), "edition": Decimal(1), "summary": "None"}
    number = read(register.people.chile, row)
    assert said(number) == [(2, "number", "critical", Doubt.NO_RECORD)]


def test_who_keeps_nothing_imports_nothing(register: Register) -> None:
    for who in ("reader", "lead", "observer", "auditor"):
        with pytest.raises(NotAllowed):
            read(getattr(register.people, who), FUEL)


def test_an_import_is_its_own_peoples(register: Register) -> None:
    number = read(register.people.norway, FUEL)
    for who in ("chile", "secretariat", "stranger"):
        with pytest.raises(NotFound):
            deciding.start(number=number, by=getattr(register.people, who), at=AT)
    with pytest.raises(NotAllowed):
        deciding.start(number=number, by=register.people.reader, at=AT)
    with pytest.raises(NotFound):
        read(register.people.stranger, FUEL)


UNFIT = (
    ("kind,kind,summary,source\nfunds,funds,a,b\n", "kind stands there twice"),
    ("a,b\n1,2\n", "none of the columns"),
    ("kind,amount\nfunds,5\n", "summary, source is missing"),
    ("kind,summary,source\n", "no row below"),
    ("", "no row below|empty|first row"),
)


def test_a_file_whose_first_row_does_not_fit_is_refused_as_a_whole(register: Register) -> None:
    for text, what in UNFIT:
        with pytest.raises(Conflict, match=what):
            read_file(register.people.norway, io.BytesIO(text.encode()))
    assert not Import.objects.exists()


def test_a_title_may_stand_above_the_first_row(register: Register) -> None:
    text = "What we give\n\n Kind ,SUMMARY,Source\nfunds,Fuel,A letter\n"
    number = read_file(register.people.norway, io.BytesIO(text.encode()))
    assert counts(number) == (1, 0, 0, 0, 0, 0)
    assert ImportPart.objects.get(of=number).size == 1


def test_an_import_goes_on_where_it_ended(register: Register, monkeypatch: pytest.MonkeyPatch) -> None:
    by = register.people.norway
    with small_parts(monkeypatch, 2):
        number = read(by, *fuels(7))
        deciding.start(number=number, by=by, at=AT)
        assert working.write(number=number, by=by, at=AT) == working.Progress(number, "writing", 2, 7)

        def broken(*_: Any) -> None:
            raise OSError("no space left")

        with monkeypatch.context() as patched:
            patched.setattr(working, "_told", broken)
            with pytest.raises(OSError, match="no space"):
                working.write(number=number, by=by, at=AT)
        # What the broken step wrote is not there, and its rows are not counted.
        assert (Contribution.objects.filter(finding=None).count(), Import.objects.get(pk=number).written) == (2, 2)
        list(working.steps(number, "writing", by, lambda: AT))
    assert Contribution.objects.filter(finding=None).count() == 7 == ImportedRow.objects.filter(of=number).count()
    assert working.write(number=number, by=by, at=AT) == working.Progress(number, "done", 7, 7)


def test_reading_goes_on_where_it_ended(register: Register, monkeypatch: pytest.MonkeyPatch) -> None:
    by = register.people.norway
    given: dict[str, Any] = {"coalition": SLUG, "noun": "contribution", "by": by, "clock": lambda: AT}
    with small_parts(monkeypatch, 2):
        begun = next(taking_in.take_in(sheet(*fuels(5)), "fuel.csv", **given))
        assert read(by, *fuels(5), resume=True) == begun.number
        other = read(by, *fuels(6), resume=True)
    assert other != begun.number
    assert counts(begun.number)[0] == 5 and Import.objects.get(pk=begun.number).rows == 5


def test_an_import_can_be_given_up(register: Register) -> None:
    by = register.people.norway
    number = read(by, FUEL)
    deciding.abandon(number=number, by=by, at=AT)
    assert bytes(ImportPart.objects.get(of=number).data) == b""
    with pytest.raises(Conflict, match="it is abandoned"):
        deciding.start(number=number, by=by, at=AT)


def test_a_table_of_others_becomes_contributions(register: Register, tmp_path: Path) -> None:
    path = tmp_path / "harbour-dues.yaml"
    path.write_text(PROFILE)
    table = "state,y,m,dues,ropes\nNOR,2021,2,0.0025,0\nPER,2021,3,1.5,0.5\nATL,2021,3,1,0\nCHL,2021,4,n/a,\n"
    by = register.people.secretariat
    number = read_file(by, io.BytesIO(table.encode()), profile=profiles.profile(str(path)).saying({"ropes.line": "1"}))
    assert [one for one in said(number) if one[2] != "warning"] == [
        (4, "party", "critical", Doubt.NO_PARTY),
        (5, "amount", "critical", Doubt.BROKEN),
    ]
    write(number, by)
    found = Contribution.objects.filter(finding=None).order_by("pk")
    assert [(one.party.code, one.kind, one.amount, one.summary, one.first, one.last) for one in found] == [
        ("NOR", "funds", Decimal(2500), "dues of Norway, 2021-2", date(2021, 2, 1), date(2021, 2, 28)),
        ("PER", "funds", Decimal(1_500_000), "dues of Peru, 2021-3", date(2021, 3, 1), date(2021, 3, 31)),
        ("PER", "equipment", Decimal(500_000), "ropes of Peru, 2021-3", date(2021, 3, 1), date(2021, 3, 31)),
    ]
    assert [one.line_id is not None for one in found] == [False, False, True]
    with pytest.raises(Conflict, match="no column ropes"):
        read_file(by, io.BytesIO(b"state,y,m,dues\nNOR,2021,2,1\n"), profile=profiles.profile(str(path)))


PROFILE = """
title: dues and ropes by state and month, in millions
noun: contribution
needs: [state, y, m]
columns:
  party: "{state}"
  summary: "{column} of {state|name}, {y}-{m}"
  amount: {number: "{figure}", times: 1000000}
  currency: NOK
  first: {day: ["{y}", "{m}", 1]}
  last: {day: ["{y}", "{m}", last]}
  source: The harbour office
figures:
  dues: {kind: funds}
  ropes: {kind: equipment}
nothing: ["0"]
"""


def test_the_profiles_of_the_vocabulary_fill_columns_that_there_are() -> None:
    from concerted.register.nouns import NOUNS

    for name in profiles.names():
        one = profiles.profile(name)
        assert set(one.keys) <= {column.name for column in NOUNS[one.noun].columns}, name
