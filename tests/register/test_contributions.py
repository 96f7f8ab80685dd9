"""What a partner keeps to itself is in nobody else's rows, sums, searches, boards or counts."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from concerted.actions import contributions, review
from concerted.register import queries
from concerted.register.models import Contribution, Reach, SearchEntry, User, WorkingGroupSeat
from concerted.terms.errors import NotFound
from tests.actions.test_contributions import BOATS
from tests.standing import AT, SLUG, TODAY, Register, first_reading

SECRET = replace(BOATS, summary="Submersible tender", caveat="Quartermaster only", kind="expertise", currency="NOK")
OTHERS = ("secretariat", "chile", "lead", "observer", "auditor")


@pytest.fixture
def kept(register: Register) -> int:
    return contributions.add(coalition=SLUG, content=SECRET, by=register.people.norway, at=AT)


def told(person: User) -> str:
    """Everything that the questions which could tell of a contribution answer, as one text."""
    answers: list[Any] = [
        queries.contributions(person, SLUG),
        queries.board(person, SLUG, today=TODAY),
        queries.head(person, SLUG, today=TODAY),
        queries.partners(person, SLUG, on=TODAY),
        queries.partner(person, SLUG, "NOR", today=TODAY),
        queries.lines(person, SLUG, today=TODAY),
        queries.line(person, SLUG, 1, today=TODAY),
        queries.search(person, SLUG, "submersible").hits,
        queries.search(person, SLUG, "quartermaster").counts,
    ]
    return repr(answers)


def test_what_a_partner_keeps_changes_no_answer_to_others(register: Register) -> None:
    before = {name: told(getattr(register.people, name)) for name in OTHERS}
    number = contributions.add(coalition=SLUG, content=SECRET, by=register.people.norway, at=AT)
    for name in OTHERS:
        person = getattr(register.people, name)
        # The day and count of what one sees of the ledger stay, too.
        assert told(person) == before[name], name
        with pytest.raises(NotFound):
            queries.contribution(person, SLUG, number)


@pytest.mark.parametrize("name", ["norway", "reader"])
def test_its_own_people_see_it_everywhere(register: Register, kept: int, name: str) -> None:
    person = getattr(register.people, name)
    page = queries.contributions(person, SLUG)
    assert [row.id for row in page.rows] == [kept]
    assert [(one.line.number if one.line else None, one.currency, one.amount) for one in page.sums] == [
        (1, "NOK", Decimal("1200000.50"))
    ]
    (mark,) = next(
        row for row in queries.board(person, SLUG, today=TODAY).matrix.rows if row.party.code == "NOR"
    ).cells[0]
    assert (mark.kind, mark.contribution) == ("expertise", kept)
    assert queries.search(person, SLUG, "quartermaster").counts == {"contribution": 1}
    assert queries.contribution(person, SLUG, kept).changed_by == "nils"
    assert queries.contribution(person, SLUG, kept).contribution.may_change == (name == "norway")


def test_a_release_reaches_whom_it_names(register: Register) -> None:
    WorkingGroupSeat.objects.create(
        coalition=register.coalition,
        line=register.coalition.lines.get(number=1),
        party=register.coalition.parties.get(code="CHL"),
        said_by="a letter",
    )
    seen = {
        Reach.WORKING_GROUP: {"norway", "reader", "chile"},
        Reach.COALITION: {"norway", "reader", "chile", "lead", "secretariat", "auditor"},
    }
    for reach, expected in seen.items():
        number = contributions.add(coalition=SLUG, content=BOATS, by=register.people.norway, at=AT, reach=reach)
        for name in ("norway", "reader", *OTHERS):
            rows = queries.contributions(getattr(register.people, name), SLUG).rows
            assert (number in [row.id for row in rows]) == (name in expected), (reach, name)


def test_the_search_index_follows_owner_and_release(register: Register, kept: int) -> None:
    one, entry = Contribution.objects.get(pk=kept), SearchEntry.objects.get(noun="contribution")
    assert (entry.owner, entry.release, entry.key) == (one.owner, one.release, str(kept))


def test_sums_are_exact(register: Register) -> None:
    for amount in ("0.10", "0.20", "9999999999999.99"):
        content = replace(BOATS, amount=Decimal(amount))
        contributions.add(coalition=SLUG, content=content, by=register.people.norway, at=AT)
    (total,) = queries.contributions(register.people.norway, SLUG).totals
    assert (total.amount, total.count) == (Decimal("10000000000000.29"), 3)


def test_a_list_is_narrowed_to_one_source_with_its_sums(register: Register) -> None:
    people = register.people
    taken = register.take_in(first_reading())
    review.accept_statement(statement=taken.statement, by=people.secretariat, at=AT)
    stated = Contribution.objects.filter(finding__isnull=False).count()
    own = contributions.add(coalition=SLUG, content=SECRET, by=people.norway, at=AT, reach="coalition")
    letter = replace(SECRET, party="CHL", amount=Decimal(7), source="A letter")
    known = contributions.add(coalition=SLUG, content=letter, by=people.secretariat, at=AT, reach="coalition")
    for who in (people.norway, people.reader, people.secretariat):
        page = queries.contributions(who, SLUG)
        assert page.sources == ("statements", "partners", "coalition")
        found = {name: queries.contributions(who, SLUG, source=name) for name in page.sources}
        assert [row.id for row in found["partners"].rows] == [own]
        assert [row.id for row in found["coalition"].rows] == [known]
        assert [one.amount for one in found["partners"].totals] == [Decimal("1200000.50")]
        assert [one.amount for one in found["coalition"].totals] == [Decimal(7)]
        assert found["statements"].paging.count == len(found["statements"].rows) == stated
        assert sum(one.paging.count for one in found.values()) == page.paging.count == stated + 2
        assert [row.id for row in queries.contributions_after(who, SLUG, 0, size=9, source="coalition")] == [known]
    assert queries.contributions(people.reader, SLUG, source="rumours").rows == ()


def test_a_source_of_withheld_rows_alone_is_offered_to_nobody_else(register: Register, kept: int) -> None:
    for name in OTHERS:
        page = queries.contributions(getattr(register.people, name), SLUG, source="partners")
        assert (page.sources, page.rows, page.totals, page.paging.count) == ((), (), (), 0)
    assert queries.contributions(register.people.norway, SLUG).sources == ("partners",)
