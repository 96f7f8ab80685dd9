"""A list is cut by the database, and what is not counted is not loaded."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from concerted.register.models import Party
from concerted.register.queries import paging
from concerted.register.queries.paging import cut
from tests.standing import Register


@pytest.fixture
def codes(register: Register) -> list[str]:
    """Give a coalition's parties, and five more."""
    for code in "VWXYZ":
        Party.objects.create(coalition=register.coalition, code=code, name=f"Pier {code}")
    return sorted(Party.objects.filter(coalition=register.coalition).values_list("code", flat=True))


def test_every_row_is_on_one_page(register: Register, codes: list[str]) -> None:
    found = Party.objects.filter(coalition=register.coalition).order_by("code")
    pages = [cut(found, number, size=3) for number in range(1, -(-len(codes) // 3) + 1)]
    assert [row.code for rows, _cut in pages for row in rows] == codes
    assert {(one.count, one.pages, one.more) for _rows, one in pages} == {(len(codes), len(pages), False)}


def test_a_page_that_is_none_is_the_nearest(register: Register, codes: list[str]) -> None:
    found = Party.objects.filter(coalition=register.coalition).order_by("code")
    assert cut(found, 0, size=3) == cut(found, 1, size=3)
    assert cut(found, 999, size=3)[1].number == -(-len(codes) // 3)
    assert cut(found.none(), 7)[1].number == 1


def test_a_known_count_is_not_asked_again(register: Register, codes: list[str]) -> None:
    found = Party.objects.filter(coalition=register.coalition).order_by("code")
    with CaptureQueriesContext(connection) as asked:
        assert cut(found, size=3, count=len(codes))[1].count == len(codes)
        assert cut(found, count=0)[0] == []
    assert len(asked) == 1


def test_no_list_is_counted_to_its_end(register: Register, codes: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paging, "MOST", 4)
    _rows, one = cut(Party.objects.filter(coalition=register.coalition).order_by("code"), size=3)
    assert (one.count, one.more) == (4, True)


def test_a_part_of_a_page_is_counted_so_far(
    register: Register, codes: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paging, "_PART_COUNTED", 4)
    found = Party.objects.filter(coalition=register.coalition).order_by("code")
    rows, cuts = paging.parts({"counted": 9}, {"counted": paging.Part(found, len(codes)), "long": paging.Part(found)})
    assert [len(rows["counted"]), len(rows["long"])] == [len(codes), len(codes)]
    assert (cuts["counted"].number, cuts["counted"].count, cuts["counted"].more) == (1, len(codes), False)
    assert (cuts["long"].count, cuts["long"].more) == (4, True)
