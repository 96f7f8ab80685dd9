"""Lists that are longer than their pages lead: all of their rows, by their numbers, each once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import httpx
import pytest

from concerted.actions import contributions
from concerted.api import answers
from concerted.client import Client
from concerted.register.models import Commitment, Contribution, User
from concerted.register.nouns.contribution import Content
from concerted.register.queries import paging
from concerted.register.rows import paging as cutting
from tests.api.conftest import HOME, Program, token_for
from tests.standing import AT
from tests.web.conftest import SLUG, Register

PROGRAM = Callable[..., Program]


@pytest.fixture
def short(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let pages lead to two rows."""
    for module in (paging, cutting):
        monkeypatch.setattr(module, "MOST", 2)


def give(count: int, kind: str = "funds") -> None:
    by = User.objects.get(username="focal")
    for number in range(count):
        content = Content(kind=kind, summary=f"{kind} {number}", source="A letter")
        contributions.add(coalition=SLUG, content=content, by=by, at=AT, reach="coalition")


def numbers(answer: Any) -> list[int]:
    return [one["id"] for one in answer.json()]


def following(answer: Any) -> str:
    links = httpx.Response(200, headers={"Link": answer.headers.get("Link", "")}).links
    found: str = links.get("next", {}).get("url", "")
    return found


def test_every_row_comes_once(decided: Register, program: PROGRAM, short: None) -> None:
    give(7)
    reader = program("reader")
    for path, model in (("/contributions/rows", Contribution), ("/commitments", Commitment)):
        every = sorted(model.objects.values_list("pk", flat=True))
        assert len(numbers(reader.get(f"{path}?size=9"))) <= len(every)
        address, found = f"{HOME}{path}?after=0&size=2", []
        while address:
            answer = reader.get(address)
            found += numbers(answer)
            address = following(answer)
        assert found == every
    # By pages alone one does not come so far.
    assert following(reader.get("/contributions/rows?size=1&page=2")) == ""


def test_rows_that_come_and_go_neither_repeat_nor_hide_others(decided: Register, program: PROGRAM) -> None:
    give(4)
    every = sorted(Contribution.objects.values_list("pk", flat=True))
    first = program("reader").get("/contributions/rows?after=0&size=2&kind=funds")
    focal = User.objects.get(username="focal")
    for gone in (every[0], every[2]):
        contributions.withdraw(number=gone, seen=1, by=focal, at=AT)
    give(1)
    rest = program("reader").get(following(first))
    assert numbers(first) == every[:2]
    assert numbers(rest)[0] == every[3] and len(numbers(rest)) == 2 and following(rest) == ""


def test_what_narrows_a_list_goes_along(decided: Register, program: PROGRAM) -> None:
    give(3), give(3, "training")
    answer = program("reader").get("/contributions/rows?after=0&size=2&kind=training")
    assert "kind=training" in following(answer)
    rows = answer.json() + program("reader").get(following(answer)).json()
    assert [one["summary"] for one in rows] == [f"training {number}" for number in range(3)]


def test_rows_by_their_numbers_have_no_other_order(decided: Register, program: PROGRAM) -> None:
    for path in ("/contributions/rows?after=0&sort=largest", "/commitments?after=0&sort=due"):
        answer = program("reader").get(path)
        assert (answer.status_code, answer.json()["where"]) == (422, "query.sort")


def test_the_client_reads_all_of_them(decided: Register, short: None, site: Any) -> None:
    give(7)
    http = httpx.Client(transport=httpx.WSGITransport(app=site))
    with Client("http://localhost", token_for("reader"), http=http) as record:
        every = sorted(Contribution.objects.values_list("pk", flat=True))
        assert [one.id for one in record.contribution_rows(SLUG, size=2)] == every
        assert [one.id for one in record.contributions(SLUG, size=2)] == every
        assert len(list(record.commitments(SLUG, size=1))) == Commitment.objects.count()
        assert [one.id for one in record.contribution_rows(SLUG, size=1, sort="newest")] == every[::-1][:2]


def test_a_list_that_is_all_there_has_pages_to_its_end(short: None, rf: Any) -> None:
    rows, headers = answers.paged(rf.get("/x"), (1, 2, 3, 4, 5), 2, 2)
    assert rows == (3, 4) and 'page=3&size=2>; rel="next"' in headers["Link"] and headers["Total-Count"] == "5"
