"""What holds for every request: who asks, in which form, on which edition, how often, and what goes wrong."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client, override_settings
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from concerted.actions import callers, members, tokens
from concerted.api import door
from concerted.api.rights import OPERATIONS
from concerted.register.models import Coalition, Commitment, Contribution, Reply, Sighting, Token, User
from tests.api.conftest import HOME, ROOT, Program, token_for
from tests.web.conftest import SLUG, Register

PROGRAM = Callable[..., Program]
GIVEN = {"kind": "funds", "summary": "Pumps", "source": "a letter", "line": 1}


def trouble(answer: Any, status: int) -> dict[str, Any]:
    """A problem of a status, whole."""
    assert answer.status_code == status, answer.content
    assert answer.headers["Content-Type"] == "application/problem+json"
    said: dict[str, Any] = answer.json()
    assert {"type", "title", "status", "detail", "where", "expected"} <= set(said)
    assert said["status"] == status
    return said


def test_without_a_token_nothing_opens_that_is_not_public(decided: Register, program: PROGRAM) -> None:
    for path in ("", "/commitments", "/people", "/roles"):
        answer = program().get(path)
        trouble(answer, 401)
        assert answer.headers["WWW-Authenticate"].startswith("Bearer")
    assert program().get(f"{ROOT}/coalitions/no-such-pact").content == program().get("").content
    Coalition.objects.filter(slug=SLUG).update(is_open=True)
    assert program().get("").json()["roles"] == ["public"]
    assert program().get("/commitments").json() == []
    trouble(program().get("/roles"), 401)
    trouble(program()("PUT", "/commitments/1/status", {}), 401)


def test_a_session_counts_for_nothing(decided: Register, signed_in: Callable[[str], Client]) -> None:
    answer = signed_in("secretariat").get(f"{HOME}/commitments")
    trouble(answer, 401)
    assert not answer.cookies


def test_a_token_that_is_over_opens_nothing(decided: Register, program: PROGRAM) -> None:
    reader = program("reader")
    assert reader.get("/commitments").status_code == 200
    Token.objects.update(withdrawn_at=timezone.now())
    trouble(reader.get("/commitments"), 401)
    Token.objects.update(withdrawn_at=None, expires_at=timezone.now() - timedelta(seconds=1))
    trouble(reader.get("/commitments"), 401)
    trouble(Program("concerted_" + "x" * 43).get("/commitments"), 401)
    trouble(Program("\x80\xff").get("/commitments"), 401)


def test_who_is_dismissed_has_no_token(decided: Register, program: PROGRAM) -> None:
    reader, by = program("reader"), User.objects.get(username="secretariat")
    members.dismiss(username="reader", coalition=SLUG, by=by, at=timezone.now())
    trouble(reader.get("/commitments"), 401)


def test_a_token_does_no_more_than_its_scopes(decided: Register, program: PROGRAM) -> None:
    said = trouble(program("focal", "read")("POST", "/contributions", GIVEN), 403)
    assert said["expected"] == "one with write:contribution"
    assert program("focal", "write:contribution")("POST", "/contributions", GIVEN).status_code == 201
    trouble(program("focal", "write:contribution").get("/contributions"), 403)


def test_a_token_of_one_coalition_opens_no_other(decided: Register, program: PROGRAM) -> None:
    other = program("stranger", coalition="other")
    assert [one["slug"] for one in other.get(f"{ROOT}/coalitions").json()] == ["other"]
    trouble(other.get(""), 404)
    elsewhere = other.get(f"{ROOT}/coalitions/other/commitments")
    assert elsewhere.status_code == 200
    Commitment.objects.update(in_force=True)
    number = Commitment.objects.first()
    assert number
    trouble(other.get(f"{ROOT}/coalitions/other/commitments/{number.pk}"), 404)


def test_rights_are_the_persons_own(decided: Register, program: PROGRAM) -> None:
    trouble(program("focal").get("/people"), 403)
    trouble(program("stranger").get("/people"), 404)
    trouble(program("reader")("POST", "/contributions", GIVEN), 403)


def test_an_operation_without_an_entry_opens_to_nobody(
    decided: Register, program: PROGRAM, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(OPERATIONS, "commitments")
    trouble(program("secretariat").get("/commitments"), 404)


def test_what_is_not_there_and_what_is_not_offered(decided: Register, program: PROGRAM) -> None:
    me = program("secretariat")
    for path in ("/nothing", "/commitments/99999", "/commitments/0x1", f"{ROOT}/", "/api/", "/api/v2/coalitions"):
        trouble(me.get(path), 404)
    answer = me("PATCH", "/commitments")
    trouble(answer, 405)
    assert answer.headers["Allow"] == "GET, HEAD"
    whole, head = me.get("/commitments"), me("HEAD", "/commitments")
    assert (head.status_code, head.content, head.headers["ETag"]) == (200, b"", whole.headers["ETag"])


def test_what_cannot_be_understood(decided: Register, program: PROGRAM) -> None:
    focal = program("focal")
    trouble(focal.get("/commitments", Accept="text/html"), 406)
    trouble(focal("POST", "/contributions", b"kind=funds", Content_Type="text/plain"), 415)
    trouble(focal("POST", "/contributions", b"{", Content_Type="application/json"), 400)
    said = trouble(focal("POST", "/contributions", {**GIVEN, "kind": 7, "colour": "red"}), 422)
    assert {one["where"] for one in said["faults"]} == {"body.kind", "body.colour"}
    assert trouble(focal.get("/commitments?colour=red"), 422)["where"] == "query.colour"
    assert trouble(focal.get("/commitments?size=501"), 422)["where"] == "query.size"
    trouble(focal.get("/commitments?sort=colour"), 422)
    assert trouble(focal("POST", "/contributions", {**GIVEN, "summary": "a\0b"}), 422)["where"] == "body.summary"
    assert trouble(focal("POST", "/contributions", {**GIVEN, "amount": 5.5}), 422)["where"] == "body.amount"


def test_lists_come_in_pages(decided: Register, program: PROGRAM) -> None:
    reader = program("reader")
    every = reader.get("/commitments").json()
    first = reader.get("/commitments?size=1&sort=due")
    assert (len(every), first.headers["Total-Count"]) == (2, "2")
    assert first.json() == [every[0]]
    assert 'sort=due&page=2&size=1>; rel="next"' in first.headers["Link"]
    last = reader.get("/commitments?size=1&sort=due&page=2")
    assert last.json() == [every[1]]
    assert 'rel="next"' not in last.headers["Link"]
    past = reader.get("/commitments?size=1&page=3")
    assert (past.json(), past.headers["Total-Count"]) == ([], "2")
    assert [one["party"]["code"] for one in reader.get("/partners?sort=-code&size=1").json()] == ["UGA"]
    focal = program("focal")
    numbers = [focal("POST", "/contributions", GIVEN).json()["id"] for _one in range(3)]
    page = focal.get("/contributions?size=2")
    assert [one["id"] for one in page.json()] == numbers[:2]
    following = page.headers["Link"].partition(">")[0].lstrip("<")
    assert [one["id"] for one in focal.get(following).json()] == numbers[2:]
    assert focal.get("/contributions?kind=training").json() == []


def test_what_one_has_already_is_not_sent_again(decided: Register, program: PROGRAM) -> None:
    reader = program("reader")
    tag = reader.get("/board").headers["ETag"]
    again = reader.get("/board", If_None_Match=f'"other", {tag}')
    assert (again.status_code, again.content) == (304, b"")
    assert reader.get("/board", If_None_Match='"other"').status_code == 200
    french = reader.get("/partners/KEN", Accept_Language="ar")
    assert french.headers["Content-Language"] == "ar"
    assert french.json()["party"]["name"] == "كينيا"


def test_a_change_names_what_it_rests_on(decided: Register, program: PROGRAM) -> None:
    me = program("secretariat")
    number = Commitment.objects.order_by("pk").values_list("pk", flat=True)[0]
    place, sent = f"/commitments/{number}", {"status": "in progress", "evidence": "a letter"}
    assert trouble(me("PUT", f"{place}/status", sent), 428)["where"] == "header.If-Match"
    tag = me.get(place).headers["ETag"]
    assert me("PUT", f"{place}/status", sent, If_Match=tag).status_code == 204
    said = trouble(me("PUT", f"{place}/status", {**sent, "status": "lapsed"}, If_Match=tag), 412)
    assert (said["was"], said["now"]["status"]) == ({"status": "open"}, "in progress")
    again = me.get(place).headers["ETag"]
    trouble(me("PUT", f"{place}/status", sent, If_Match=again), 409)


def test_a_finding_is_decided_on_as_it_was_seen(register: Register, program: PROGRAM) -> None:
    me = program("secretariat")
    finding = next(number for key, number in register.findings.items() if key.startswith("act"))
    place = f"/statements/{register.statement}/findings/{finding}"
    tag = me.get(place).headers["ETag"]
    done = me("PUT", f"{place}/decision", {"verdict": "accept"}, If_Match=tag)
    assert done.json()["state"] == "accepted"
    trouble(me("PUT", f"{place}/decision", {"verdict": "reject"}, If_Match=tag), 412)
    undone = me("PUT", f"{place}/decision", {"verdict": "undo"}, If_Match=done.headers["ETag"])
    assert undone.json()["state"] == "proposed"


def test_a_key_makes_nothing_twice(decided: Register, program: PROGRAM) -> None:
    focal = program("focal")
    first, second = (focal("POST", "/contributions", GIVEN, Idempotency_Key="one") for _twice in range(2))
    assert first.status_code == second.status_code == 201
    assert (first.content, first.headers["Location"]) == (second.content, second.headers["Location"])
    assert Contribution.objects.count() == 1
    other = focal("POST", "/contributions", {**GIVEN, "summary": "Sandbags"}, Idempotency_Key="one")
    assert trouble(other, 409)["where"] == "Idempotency-Key"
    # What fails keeps its key free.
    trouble(focal("POST", "/contributions", {**GIVEN, "unit": "t"}, Idempotency_Key="two"), 422)
    assert focal("POST", "/contributions", GIVEN, Idempotency_Key="two").status_code == 201
    assert Reply.objects.count() == 2
    assert program("focal")("POST", "/contributions", GIVEN, Idempotency_Key="one").json()["id"] != first.json()["id"]


def test_a_limit_holds_for_each_token(decided: Register, program: PROGRAM) -> None:
    with override_settings(API_RATE=3):
        reader, other = program("reader"), program("focal")
        answers = [reader.get("/board") for _one in range(4)]
        assert [one.status_code for one in answers] in ([200, 200, 200, 429], [200, 200, 200, 200])
        assert answers[0].headers["RateLimit-Policy"] == '"token";q=3;w=60'
        if answers[3].status_code == 429:
            trouble(answers[3], 429)
            assert 1 <= int(answers[3].headers["Retry-After"]) <= 60
        assert other.get("/board").status_code == 200
    number = Token.objects.earliest("pk").pk
    at = timezone.now().replace(second=59, microsecond=0)
    tokens.count(token=number, at=at + timedelta(minutes=5))
    assert tokens.count(token=number, at=at + timedelta(minutes=5))[0] == 2
    assert tokens.count(token=number, at=at + timedelta(minutes=5, seconds=1))[0] == 1


@pytest.mark.parametrize("secret", ["", "concerted_no-such-token"])
def test_a_limit_holds_for_an_address_without_a_token(
    decided: Register, secret: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    at, anybody = timezone.now().replace(second=30, microsecond=0), Program(secret)
    monkeypatch.setattr(door.timezone, "now", lambda: at)
    with override_settings(API_RATE=30):
        answers = [anybody.get(path) for path in ("/board", "/api/v1/coalitions", "/api/v1/nowhere", "/board")]
        assert [one.headers["RateLimit"] for one in answers] == [f'"address";r={left};t=30' for left in (2, 1, 0, 0)]
        assert {one.status_code for one in answers[:3]} <= {200, 401, 404}
        trouble(answers[3], 429)
        # A token's requests are its own.
        assert Program(token_for("reader")).get("/board").status_code == 200
        monkeypatch.setattr(door.timezone, "now", lambda: at + timedelta(minutes=1))
        assert anybody.get("/api/v1/coalitions").status_code in (200, 401)


def test_requests_at_the_same_moment_are_counted_one_by_one(db: None) -> None:
    at = timezone.now()
    with CaptureQueriesContext(connection) as asked:
        assert callers.count(address="192.0.2.7", at=at)[0] == 1
    # What is written does not depend on what was read before it.
    statements = [one["sql"] for one in asked if "site_cache" in one["sql"]]
    assert [one.split()[0] for one in statements] == ["INSERT", "SELECT"]
    assert [callers.count(address="192.0.2.7", at=at)[0] for _one in range(3)] == [2, 3, 4]
    assert callers.count(address="192.0.2.8", at=at)[0] == 1


def test_the_past_is_read_as_it_was(decided: Register, program: PROGRAM) -> None:
    reader = program("reader")
    assert reader.get("/commitments?as_of=2020-01-01").json() == []
    trouble(reader.get("/commitments?as_of=2999-01-01"), 422)
    trouble(reader.get("/commitments?as_of=yesterday"), 422)


def test_whoever_is_shown_a_record_is_noted(decided: Register, program: PROGRAM) -> None:
    made = program("focal")("POST", "/contributions", {**GIVEN, "reach": "coalition"}).json()["id"]
    assert not Sighting.objects.filter(user__username="reader", noun="contribution").exists()
    program("reader").get(f"/contributions/{made}")
    assert Sighting.objects.get(user__username="reader", noun="contribution").record == made


def test_a_role_that_needs_a_second_step_needs_it_here(decided: Register, program: PROGRAM) -> None:
    with override_settings(SECOND_FACTOR_ROLES=frozenset({"partner reader"})):
        assert trouble(program("reader").get("/board"), 403)["where"] == "account"
        assert program("focal").get("/board").status_code == 200


def test_the_program_fails_without_saying_why(
    decided: Register, program: PROGRAM, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_given: object, **_named: object) -> None:
        raise ZeroDivisionError("a secret of ours")

    monkeypatch.setattr("concerted.register.queries.roles", fail)
    reader = program("reader")
    reader._client.raise_request_exception = False
    answer = reader.get("/roles")
    trouble(answer, 500)
    assert b"secret" not in answer.content


def test_a_statement_is_taken_in_from_its_bytes(decided: Register, program: PROGRAM) -> None:
    me = program("secretariat")
    text = b"Ministers of Kenya and Uganda met in Kampala on 3 June 2024. They decided to build two ports by 2026.\n"
    kind = {"Content_Type": "application/octet-stream"}
    made = me("POST", "/statements?name=ports.txt&as_new=true", text, Idempotency_Key="ports", **kind)
    assert made.status_code == 201, made.content
    number = made.json()["id"]
    assert me.get(f"/statements/{number}/original").content == text
    longer = text + b"They will meet again in Nairobi on 5 May 2025.\n"
    preview = me("POST", f"/statements/{number}/versions/preview?name=ports.txt", longer, **kind)
    assert preview.json()["known_as"] == ""
    tag = me.get(f"/statements/{number}").headers["ETag"]
    replaced = me("POST", f"/statements/{number}/versions?name=ports.txt", longer, If_Match=tag, **kind)
    assert (replaced.status_code, replaced.json()["version"]) == (200, 2)
    trouble(me("POST", f"/statements/{number}/versions?name=p.txt", text + b"x\n", If_Match=tag, **kind), 412)
    trouble(me("POST", "/statements?name=soup.txt", b"Peel the carrots and boil them.\n", **kind), 422)
