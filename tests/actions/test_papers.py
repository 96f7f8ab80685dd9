"""Papers of meetings: filed in versions that all stay, seen as they are released, withdrawn with a reason."""

from __future__ import annotations

import hashlib

import pytest

from concerted.actions import papers
from concerted.actions.editing import Edited
from concerted.register import queries
from concerted.register.models import PaperFile
from concerted.register.nouns.paper import Content
from concerted.terms.errors import Conflict, NotAllowed, NotFound, UnreadableDocument
from tests.meetings import plan
from tests.standing import AT, SLUG, Register

COST = b"Nine crowns each."


def test_versions_follow_each_other_and_all_stay(register: Register) -> None:
    by = register.people.norway
    text = Content(plan(register.people.secretariat), "What the buoys cost")
    number = papers.add(coalition=SLUG, content=text, by=by, at=AT, reach="coalition")
    filed = {"number": number, "by": by, "at": AT}
    assert papers.file(data=COST, name="C:\\desk\\cost.txt", seen=1, **filed) == 1
    with pytest.raises(Edited):
        papers.file(data=b"Ten crowns each.", name="cost.txt", seen=1, **filed)
    with pytest.raises(Conflict, match="version 1 itself"):
        papers.file(data=COST, name="cost.txt", seen=2, **filed)
    with pytest.raises(UnreadableDocument):
        papers.file(data=b"MZ\x00", name="cost.txt", seen=2, **filed)
    assert papers.file(data=b"Ten crowns each.", name="cost.txt", seen=2, **filed) == 2
    rows = queries.paper_files(register.people.reader, SLUG, number)
    assert [(one.version, one.name, one.size) for one in rows] == [(2, "cost.txt", 16), (1, "cost.txt", 17)]
    assert rows[1].sha256 == hashlib.sha256(COST).hexdigest()
    assert queries.paper_file(register.people.reader, SLUG, number, 1).data == COST
    with pytest.raises(NotFound):
        queries.paper_file(register.people.reader, SLUG, number, 3)


def test_a_paper_is_read_as_it_is_released_and_filed_by_its_own(register: Register) -> None:
    planned = plan(register.people.secretariat)
    by = register.people.norway
    number = papers.add(coalition=SLUG, content=Content(planned, "Our own view"), by=by, at=AT)
    papers.file(number=number, data=COST, name="view.txt", seen=1, by=by, at=AT)
    for user in (register.people.secretariat, register.people.stranger):
        with pytest.raises(NotFound):
            queries.paper_file(user, SLUG, number, 1)
        assert queries.agenda(register.people.secretariat, SLUG, planned).papers == ()
    open_to_all = papers.add(coalition=SLUG, content=Content(planned, "For all"), by=by, at=AT, reach="coalition")
    with pytest.raises(NotAllowed):
        papers.file(number=open_to_all, data=COST, name="a.txt", seen=1, by=register.people.secretariat, at=AT)
    assert PaperFile.objects.filter(paper=open_to_all).count() == 0


def test_what_is_withdrawn_keeps_its_reason_and_takes_no_file(register: Register) -> None:
    by = register.people.secretariat
    planned = plan(by)
    number = papers.add(coalition=SLUG, content=Content(planned, "Cost"), by=by, at=AT, reach="coalition")
    papers.file(number=number, data=COST, name="cost.txt", seen=1, by=by, at=AT)
    gone = Content(planned, "Cost", status="withdrawn")
    with pytest.raises(Conflict) as refused:
        papers.change(number=number, content=gone, seen=2, by=by, at=AT)
    assert refused.value.where == "why"
    why = Content(planned, "Cost", status="withdrawn", why="The prices are of last year.")
    papers.change(number=number, content=why, seen=2, by=by, at=AT)
    with pytest.raises(Conflict, match="withdrawn"):
        papers.file(number=number, data=b"Ten.", name="cost.txt", seen=3, by=by, at=AT)
    row = queries.agenda(register.people.reader, SLUG, planned).papers[0]
    assert (row.version, row.withdrawn) == (1, "The prices are of last year.")


def test_a_paper_is_for_an_item_of_its_own_meeting(register: Register) -> None:
    by = register.people.secretariat
    with pytest.raises(Conflict) as refused:
        papers.add(coalition=SLUG, content=Content(plan(by), "Cost", item=9_999_999), by=by, at=AT)
    assert refused.value.where == "item"
