"""A table of others that is published anew: what is the same stays, what was revised changes its record."""

from __future__ import annotations

import io
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from concerted.actions import contributions, mergers
from concerted.actions.imports import deciding, looking
from concerted.actions.imports.doubts import Doubt
from concerted.formats.sheets import profiles
from concerted.formats.sheets.profiles import Profile
from concerted.register.models import Contribution, ImportFinding, Measurement, User
from concerted.register.nouns.contribution import CONTRIBUTION
from tests.actions.test_imports import PROFILE, counts
from tests.sheets import read_file, write
from tests.standing import AT, Register

TABLE = "state,y,m,dues,ropes\nNOR,2021,2,0.5,0\nPER,2021,2,1.5,0.25\nPER,2021,3,1.5,0\n"


@pytest.fixture
def harbour(tmp_path: Path) -> Profile:
    path = tmp_path / "harbour.yaml"
    path.write_text(f"{PROFILE}key: [state, y, m]\n")
    return profiles.profile(str(path))


def given() -> list[tuple[str, Decimal | None, int]]:
    rows = Contribution.objects.filter(finding=None, in_force=True).order_by("pk")
    return [(f"{one.party.code} {one.kind} {one.first:%m}", one.amount, one.edition) for one in rows]


def come(by: User, table: str, profile: Profile) -> int:
    return read_file(by, io.BytesIO(table.encode()), profile=profile, noun=profile.noun)


def told(number: int) -> list[tuple[int, str]]:
    found = ImportFinding.objects.filter(of=number).exclude(tier="warning")
    return list(found.order_by("row", "pk").values_list("row", "trouble"))


def test_the_same_table_changes_nothing(register: Register, harbour: Profile) -> None:
    by = register.people.secretariat
    write(come(by, TABLE, harbour), by)
    before = given()
    assert len(before) == 4
    # Its rows may stand in another order, with others between them.
    head, *rows = TABLE.splitlines()
    again = come(by, "\n".join([head, *reversed(rows)]), harbour)
    assert counts(again)[:5] == (0, 0, 4, 0, 0) and told(again) == []
    write(again, by)
    assert given() == before


def test_a_revised_figure_is_shown_and_changes_its_record(register: Register, harbour: Profile) -> None:
    by = register.people.secretariat
    write(come(by, TABLE, harbour), by)
    revised = come(by, TABLE.replace("3,1.5", "3,1.75") + "CHL,2021,4,1,0\n", harbour)
    assert counts(revised)[:5] == (1, 1, 3, 0, 0)
    (seen,), _more = looking.look(number=revised, by=by, now=AT, outcome="changed")
    assert [(one.column, one.was, one.now) for one in seen.differences] == [
        ("amount", Decimal(1_500_000), Decimal(1_750_000))
    ]
    assert Contribution.objects.get(pk=seen.number).amount == Decimal(1_500_000)
    write(revised, by)
    assert given()[3:] == [("PER funds 03", Decimal(1_750_000), 2), ("CHL funds 04", Decimal(1_000_000), 1)]
    # And once more: it is now what the table says.
    assert counts(come(by, TABLE.replace("3,1.5", "3,1.75"), harbour))[:5] == (0, 0, 4, 0, 0)
    back = come(by, TABLE, harbour)
    write(back, by)
    assert given()[3] == ("PER funds 03", Decimal(1_500_000), 3)


def test_what_a_person_made_of_a_record_stays_until_the_table_says_something_new(
    register: Register, harbour: Profile
) -> None:
    by = register.people.secretariat
    write(come(by, TABLE, harbour), by)
    one = Contribution.objects.filter(finding=None).order_by("pk")[0]
    content = replace(CONTRIBUTION.written(one), summary="Dues, less what was sent back", amount=Decimal(400_000))
    contributions.change(number=one.pk, content=content, seen=1, by=by, at=AT)
    assert counts(come(by, TABLE, harbour))[:5] == (0, 0, 4, 0, 0)
    revised = come(by, TABLE.replace("0.5,0", "0.45,0"), harbour)
    assert counts(revised)[:5] == (0, 0, 3, 1, 0) and told(revised) == [(2, Doubt.CHANGED_MEANWHILE)]
    deciding.decide(number=revised, places=[0], choice="import", by=by, at=AT)
    write(revised, by)
    assert given()[0] == ("NOR funds 02", Decimal(450_000), 3)


@pytest.mark.parametrize("gone", ["withdrawn", "merged"])
def test_what_was_taken_back_does_not_come_back_by_itself(register: Register, harbour: Profile, gone: str) -> None:
    by = register.people.secretariat
    write(come(by, TABLE, harbour), by)
    one, other = Contribution.objects.filter(finding=None).order_by("pk")[:2]
    if gone == "withdrawn":
        contributions.withdraw(number=one.pk, seen=1, by=by, at=AT)
    else:
        mergers.merge(noun="contribution", duplicate=one.pk, into=other.pk, seen=1, by=by, at=AT)
    assert counts(come(by, TABLE, harbour))[:5] == (0, 0, 4, 0, 0)
    revised = come(by, TABLE.replace("0.5,0", "0.6,0"), harbour)
    assert counts(revised)[:5] == (0, 0, 3, 1, 0) and told(revised) == [(2, Doubt.TAKEN_BACK)]
    deciding.decide(number=revised, places=[0], choice="import", by=by, at=AT)
    write(revised, by)
    made = Contribution.objects.filter(finding=None).order_by("-pk")[0]
    assert (made.party.code, made.amount, made.edition) == ("NOR", Decimal(600_000), 1)
    assert counts(come(by, TABLE.replace("0.5,0", "0.6,0"), harbour))[:5] == (0, 0, 4, 0, 0)


def test_two_rows_of_one_key_are_held_for_a_person(register: Register, harbour: Profile) -> None:
    by = register.people.secretariat
    number = come(by, TABLE + "NOR,2021,2,0.7,0\n", harbour)
    write(number, by)
    assert counts(number)[:5] == (4, 0, 0, 1, 0) and told(number) == [(5, Doubt.REPEATED)]
    deciding.decide(number=number, places=[4], choice="import", by=by, at=AT)
    assert given()[0] == ("NOR funds 02", Decimal(700_000), 2) and len(given()) == 4


def test_the_table_of_another_is_no_key_to_ones_own(register: Register, harbour: Profile) -> None:
    own = TABLE.splitlines()[0] + "\nNOR,2021,2,0.5,0\n"
    write(come(register.people.norway, own, harbour), register.people.norway)
    number = come(register.people.secretariat, own, harbour)
    assert counts(number)[:5] == (1, 0, 0, 0, 0)


def test_a_published_table_comes_again(register: Register, shared: Path) -> None:
    by = register.people.secretariat
    table = "".join((shared / "funding/kiel/data_explorer.csv").read_text().splitlines(keepends=True)[:120])
    profile = profiles.profile("kiel-allocations")
    write(come(by, table, profile), by)
    made = Contribution.objects.filter(finding=None).count()
    revised = come(by, table.replace("0.002645,0,0,0.002645", "0.002645,0,0,0.003"), profile)
    assert counts(revised)[:5] == (0, 1, made - 1, 0, 0) and made > 100
    write(revised, by)
    assert Contribution.objects.get(edition=2).amount == Decimal(3_000_000)
    assert Contribution.objects.filter(finding=None).count() == made


def test_published_measurements_come_again(register: Register, shared: Path) -> None:
    by = register.people.secretariat
    table = "".join(
        (shared / "funding/unhcr/HDX_EndYearPopulationTotals.csv").read_text().splitlines(keepends=True)[:60]
    )
    names = "unhcr-population-benchmarks", "unhcr-population-measurements"
    for name in names:
        write(come(by, table, profiles.profile(name)), by)
    measured = Measurement.objects.count()
    revised = table.replace('1963,"UKN","IRN",1500', '1963,"UKN","IRN",1510')
    benchmarks, figures = (come(by, revised, profiles.profile(name)) for name in names)
    assert counts(benchmarks)[0:2] == (0, 0) and counts(benchmarks)[3:5] == (0, 0)
    assert counts(figures)[:5] == (0, 1, measured - 1, 0, 0)
    write(figures, by)
    assert Measurement.objects.get(edition=2).value == Decimal(1510) and Measurement.objects.count() == measured
