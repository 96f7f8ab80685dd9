"""Rows that come together, and imports that run at once: what one brought, the other does not bring again."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from concerted.actions import benchmarks
from concerted.actions.imports import deciding, taking_in, working
from concerted.formats.sheets import Cell
from concerted.register.models import Contribution, Import, ImportedRow, ImportFinding, Measurement
from concerted.register.nouns.benchmark import Content
from tests.sheets import read, write
from tests.standing import AT, SLUG, Register, register, standing

__all__ = ["register", "standing"]


def crates(count: int) -> list[dict[str, Cell]]:
    base: dict[str, Cell] = {"kind": "equipment", "source": "The quay's list"}
    return [base | {"summary": f"Crate {place}"} for place in range(count)]


def test_two_values_of_one_period_do_not_stop_an_import(register: Register) -> None:
    by = register.people.norway
    content = Content(title="Ships that call", unit="ships", source="The harbour's own count", party="NOR")
    number = benchmarks.add(coalition=SLUG, content=content, by=by, at=AT)
    row: dict[str, Cell] = {"benchmark": Decimal(number), "first": date(2021, 1, 1), "last": date(2021, 12, 31)}
    sheet = [
        row | {"value": Decimal(7), "source": "January's list"},
        row | {"value": Decimal(8), "source": "February's list"},
        row | {"value": Decimal(9), "source": "A list", "last": date(2021, 6, 30)},
    ]
    looked_at = read(by, *sheet, noun="measurement")
    (found,) = ImportFinding.objects.filter(of=looked_at)
    assert (found.row, found.tier, found.found) == (3, "critical", "row 2 has it already")
    assert write(looked_at, by).state == "done"
    assert list(Measurement.objects.order_by("pk").values_list("value", flat=True)) == [7, 9]


def test_two_imports_of_one_file_at_once_bring_each_row_once(
    register: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(taking_in, "PART", 2)
    by = register.people.norway
    one, other = read(by, *crates(5)), read(by, *crates(5))
    for number in (one, other):
        deciding.start(number=number, by=by, at=AT)
    running = [working.steps(number, "writing", by, lambda: AT) for number in (one, other, one)]
    for each in running * 4:
        next(each, None)
    assert set(Import.objects.values_list("state", flat=True)) == {"done"}
    made = Contribution.objects.filter(finding=None).values_list("summary", flat=True)
    assert sorted(made) == [f"Crate {place}" for place in range(5)]
    assert ImportedRow.objects.count() == 5


def test_two_programs_that_go_on_with_one_import_share_its_parts(
    register: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(taking_in, "PART", 1)
    by = register.people.norway
    number = read(by, *crates(4))
    deciding.start(number=number, by=by, at=AT)
    for _ in range(2):
        for each in (working.steps(number, "writing", by, lambda: AT) for _program in range(2)):
            next(each, None)
    assert Import.objects.get(pk=number).state == "done"
    assert sorted(ImportedRow.objects.values_list("place", flat=True)) == [0, 1, 2, 3]
