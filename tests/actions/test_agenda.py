"""An agenda is drafted from what the register holds, and keeps what people made of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from decimal import Decimal
from typing import Any

import pytest

from concerted.actions import agenda, items, meetings, requirements, review
from concerted.actions.editing import Edited
from concerted.register import queries
from concerted.register.models import Commitment, Item, Meeting, Reach, User
from concerted.register.nouns.item import Content, written
from concerted.terms.errors import Conflict, NotAllowed, NotFound
from tests.needs import BOATS_NEEDED
from tests.standing import AT, SLUG, Register, first_reading


def plan(by: User, **more: Any) -> int:
    content = meetings.Content(name="Harbour days", start=date(2021, 9, 1), **more)
    return meetings.schedule(coalition=SLUG, content=content, by=by, at=AT)


def put(by: User, planned: int, reach: str = "coalition", **fields: Any) -> int:
    content = Content(meeting=planned, title="Buoys", line=1, minutes=Decimal(30))
    return items.add(coalition=SLUG, content=replace(content, **fields), reach=reach, by=by, at=AT)


def titles(by: User, meeting: int) -> list[tuple[int | None, str]]:
    page = queries.agenda(by, SLUG, meeting)
    return [(part.line.number if part.line else None, item.title) for part in page.parts for item in part.items]


@pytest.fixture
def promised(register: Register) -> Register:
    """Accept a statement whose one promise of Norway's is overdue, and enter what is not covered."""
    taken = register.take_in(first_reading())
    review.accept_statement(statement=taken.statement, by=register.people.secretariat, at=AT)
    late = Commitment.objects.order_by("pk")[0]
    Commitment.objects.exclude(pk=late.pk).update(due_on=None)
    Commitment.objects.filter(pk=late.pk).update(due_on=date(2021, 3, 5))
    by = register.people.secretariat
    requirements.add(coalition=SLUG, content=BOATS_NEEDED, reach="coalition", by=by, at=AT)
    requirements.add(coalition=SLUG, content=BOATS_NEEDED, by=by, at=AT)
    return register


def test_a_draft_says_why_each_record_is_there_and_fills_the_time(promised: Register) -> None:
    by = promised.people.secretariat
    number = plan(by)
    Meeting.objects.filter(pk=number).update(zone="Africa/Nairobi", opens=time(10), closes=time(12))
    agenda.draw_up(meeting=number, by=by, at=AT)
    page = queries.agenda(by, SLUG, number)
    found = [item for part in page.parts for item in part.items]
    late = next(item for item in found if item.reason == "overdue")
    assert [one.noun for one in late.records] == ["commitment"]
    assert {item.release.kind for item in found if item.reason == "uncovered"} == {"coalition", "owner only"}
    assert page.minutes == page.length == 120 == sum(item.minutes or 0 for item in found)
    assert found[0].starts is not None and found[0].starts.isoformat() == "10:00:00"
    assert page.may_draft


def test_nobody_reads_in_an_agenda_what_its_records_hide(promised: Register) -> None:
    by = promised.people.secretariat
    number = plan(by)
    agenda.draw_up(meeting=number, by=by, at=AT)
    page = queries.agenda(promised.people.chile, SLUG, number)
    needs = [item for part in page.parts for item in part.items if item.reason == "uncovered"]
    assert [len(item.records) for item in needs] == [1]
    assert not page.may_draft
    with pytest.raises(NotFound):
        queries.agenda(promised.people.stranger, SLUG, number)


def test_what_a_partner_releases_to_partners_is_no_item_for_observers(register: Register) -> None:
    by = register.people.secretariat
    requirements.add(coalition=SLUG, content=BOATS_NEEDED, reach="coalition", by=register.people.norway, at=AT)
    number = plan(by)
    agenda.draw_up(meeting=number, by=by, at=AT)
    assert len(titles(register.people.chile, number)) == 1
    assert titles(register.people.observer, number) == []
    assert not Item.objects.visible_to(register.people.observer).exists()


def test_a_second_draft_brings_only_what_is_new(promised: Register) -> None:
    by = promised.people.secretariat
    number = plan(by)
    assert agenda.draw_up(meeting=number, by=by, at=AT) > 0
    assert agenda.draw_up(meeting=number, by=by, at=AT) == 0
    before = Item.objects.count()
    requirements.add(coalition=SLUG, content=BOATS_NEEDED, reach="coalition", by=by, at=AT)
    assert agenda.draw_up(meeting=number, by=by, at=AT) == 1
    assert Item.objects.count() == before


def test_what_is_left_out_stays_out_until_it_changes(promised: Register) -> None:
    by = promised.people.secretariat
    number = plan(by)
    agenda.draw_up(meeting=number, by=by, at=AT)
    one = Item.objects.get(reason="uncovered", release__kind=Reach.COALITION)
    with pytest.raises(Conflict, match="why"):
        items.leave_out(number=one.pk, why=" ", seen=1, by=by, at=AT)
    items.leave_out(number=one.pk, why="Settled by letter", seen=1, by=by, at=AT)
    assert agenda.draw_up(meeting=number, by=by, at=AT) == 0
    (out,) = queries.agenda(by, SLUG, number).left_out
    assert (out.why, out.starts) == ("Settled by letter", None)
    need = out.records[0].id
    requirements.change(number=need, content=replace(BOATS_NEEDED, place="North quay"), seen=1, by=by, at=AT)
    assert agenda.draw_up(meeting=number, by=by, at=AT) == 1


def test_only_the_secretariat_drafts_and_only_what_is_planned(register: Register) -> None:
    by = register.people.secretariat
    number = plan(by)
    with pytest.raises(NotAllowed):
        agenda.draw_up(meeting=number, by=register.people.norway, at=AT)
    with pytest.raises(NotFound):
        agenda.draw_up(meeting=number, by=register.people.stranger, at=AT)
    meetings.hold(meeting=number, start=date(2021, 3, 8), by=by, at=AT)
    with pytest.raises(Conflict, match="it is held"):
        agenda.draw_up(meeting=number, by=by, at=AT)


def test_items_change_places_within_their_line(register: Register) -> None:
    by = register.people.secretariat
    number = plan(by)
    first, second = put(by, number), put(by, number, title="Ropes")
    put(by, number, title="Words of welcome", line=None)
    items.move(number=second, up=True, seen=1, by=by, at=AT)
    assert titles(by, number) == [(None, "Words of welcome"), (1, "Ropes"), (1, "Buoys")]
    with pytest.raises(Edited):
        items.move(number=first, up=True, seen=1, by=by, at=AT)
    items.move(number=second, up=True, seen=2, by=by, at=AT)
    items.move(number=first, up=True, seen=2, by=by, at=AT)
    assert titles(by, number)[1:] == [(1, "Buoys"), (1, "Ropes")]


@pytest.mark.parametrize(
    ("where", "fields"),
    [
        ("title", {"title": " "}),
        ("minutes", {"minutes": Decimal(0)}),
        ("minutes", {"minutes": Decimal("2.5")}),
        ("minutes", {"minutes": Decimal(1441)}),
        ("meeting", {"meeting": 9_999_999}),
        ("why", {"status": "left out"}),
        ("status", {"status": "perhaps"}),
    ],
)
def test_what_cannot_be_so_is_refused_by_its_column(register: Register, where: str, fields: dict[str, Any]) -> None:
    by = register.people.secretariat
    number = plan(by)
    with pytest.raises(Conflict) as refused:
        put(by, number, **fields)
    assert refused.value.where == where
    assert not Item.objects.exists()


def test_a_partner_proposes_an_item_of_its_own(register: Register) -> None:
    number = plan(register.people.secretariat)
    own = put(register.people.norway, number)
    one = Item.objects.get(pk=own)
    assert one.owner is not None and one.owner.code == "NOR"
    with pytest.raises(NotAllowed):
        items.change(number=own, content=written(one), seen=1, by=register.people.secretariat, at=AT)
