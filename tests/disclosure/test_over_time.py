"""Publishing again: what changed since must not give a partner's change away."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given, settings

from concerted.disclosure import Part, Publication, Reason, Rules, Table, protect
from concerted.disclosure.audit import audit
from concerted.disclosure.layers import over_time
from tests.disclosure.tables import table, tables

FIRST = table({("sea",): "a50 b50 c50 d50", ("air",): "a60 b60 c60 d60"})


def published(whole: Table, name: str = "March", *earlier: Publication) -> Publication:
    return Publication(name, whole, protect(whole, earlier=earlier).shown)


def test_the_same_table_again_is_published_again() -> None:
    assert protect(FIRST, earlier=[published(FIRST)]).shown == set(FIRST.figures)


def test_one_partners_change_waits_and_the_former_value_stays() -> None:
    now = table({("sea",): "a57 b50 c50 d50", ("air",): "a60 b60 c60 d60"})
    assert protect(now).shown == set(now.figures)
    again = protect(now, earlier=[published(FIRST)])
    assert again.shown == {("air",)}
    assert again.figures[("sea",)].reason is Reason.CHANGE
    assert again.figures[("sea",)].former == ("March", Decimal(200))


def test_changes_of_several_partners_are_published_together() -> None:
    now = table({("sea",): "a57 b56 c58 d50", ("air",): "a60 b60 c60 d60"})
    assert protect(now, earlier=[published(FIRST)]).shown == set(now.figures)


def test_changes_that_waited_are_published_with_later_ones() -> None:
    first = published(FIRST)
    second = published(table({("sea",): "a57 b50 c50 d50", ("air",): "a60 b60 c60 d60"}), "June", first)
    third = protect(table({("sea",): "a57 b56 c58 d50", ("air",): "a60 b60 c60 d60"}), earlier=[first, second])
    assert ("sea",) in third.shown


def test_changes_of_two_publications_are_not_told_apart() -> None:
    """Only a changed since the second publication, which showed what b and c and d had changed."""
    first = published(FIRST)
    second = published(table({("sea",): "a50 b56 c58 d57", ("air",): "a60 b60 c60 d60"}), "June", first)
    assert ("sea",) in second.shown
    third = protect(table({("sea",): "a58 b56 c58 d57", ("air",): "a60 b60 c60 d60"}), earlier=[first, second])
    assert third.figures[("sea",)].former == ("June", Decimal(221))


def test_what_partners_publish_later_can_expose_another() -> None:
    """Three withheld and a total was published; since, two of them publish their rows."""
    cells = {("sea",): {"a": Part(withheld=Decimal(50)), "b": Part(Decimal(50)), "c": Part(Decimal(60))}}
    now = Table(cells, {("sea",): frozenset({("sea",)})})
    protected = protect(now, earlier=[Publication("March", now, frozenset({("sea",)}))])
    assert protected.exposed == ("a",)
    assert protected.figures[("sea",)].reason is Reason.FEW


@settings(max_examples=20, deadline=None)
@given(tables(rows=2, columns=2, contributors="abcd"), tables(rows=2, columns=2, contributors="abcd"))
def test_neither_parts_nor_their_changes_are_estimable(before: Table, now: Table) -> None:
    first = published(before)
    protected = protect(now, earlier=[first])
    assert not protected.exposed
    assert list(audit(now, protected.shown, Rules())) == []
    changes, out, places = over_time([first], now)
    seen = out | {places[key] for key in protected.shown}
    assert list(audit(changes, seen, Rules())) == []
