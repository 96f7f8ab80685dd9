"""The links through a list's pages keep what the list was narrowed to."""

from __future__ import annotations

from django.http import QueryDict

from concerted.register.rows.paging import MOST, Paging
from concerted.web.pager import pager


def test_links_keep_the_filters_and_name_the_pages_around() -> None:
    one = pager(QueryDict("party=KEN&page=7&kind=funds"), Paging(7, 50, 1000), anchor="each")
    assert [link.number for link in one.links] == [1, 0, 5, 6, 7, 8, 9, 0, 20]
    assert [link.number for link in one.links if link.current] == [7]
    assert one.links[0].href == "?party=KEN&kind=funds#each"
    assert one.before == "?party=KEN&kind=funds&page=6#each"
    assert one.after == "?party=KEN&kind=funds&page=8#each"


def test_two_lists_on_one_page_turn_by_themselves() -> None:
    one = pager(QueryDict("calls=2"), Paging(1, 20, 30), field="contributions")
    assert (one.before, one.after) == ("", "?calls=2&contributions=2")


def test_a_page_says_where_it_lies_and_whether_the_end_can_be_reached() -> None:
    assert (Paging(1, 50, 0).pages, Paging(1, 50, 0).first, Paging(1, 50, 0).last) == (1, 0, 0)
    assert (Paging(3, 50, 101).pages, Paging(3, 50, 101).first, Paging(3, 50, 101).last) == (3, 101, 101)
    assert (Paging(1, 50, MOST).ends, Paging(1, 50, MOST + 1).ends, Paging(1, 50, MOST, more=True).ends) == (
        True,
        False,
        False,
    )
    assert Paging(1, 50, 1_000_000).pages == MOST // 50
