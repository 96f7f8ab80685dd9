"""The Python client: written from the document, and good for what programs do."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import httpx
import pytest
from django.test import override_settings

from concerted.client import Client, Problem
from concerted.register import queries
from concerted.register.models import Contribution, User
from tests.api.client_source import files
from tests.api.conftest import token_for
from tests.api.reference import ROOT, document
from tests.web.conftest import SLUG, Register

CLIENT = Callable[..., Client]
GIVEN: dict[str, Any] = {"kind": "equipment", "summary": "Pumps", "source": "a letter", "line": 1}


@pytest.fixture
def client(db: None, site: Any) -> CLIENT:
    """Give a client of a person's, in this process."""

    def made(username: str, **more: Any) -> Client:
        transport = httpx.WSGITransport(app=site)
        http = httpx.Client(transport=transport, follow_redirects=True)
        return Client("http://localhost", token_for(username) if username else "", http=http, **more)

    return made


def test_the_client_is_as_the_document_says() -> None:
    import json

    written = files(json.loads(document()))
    kept = {
        str(path.relative_to(ROOT)): path.read_text(encoding="utf-8")
        for path in (ROOT / "src/concerted/client").rglob("*.py")
    }
    assert {path: kept.get(path) for path in written} == written, "run `make api`"
    assert set(kept) - set(written) == {f"src/concerted/client/{name}.py" for name in ("__init__", "connection")}


def test_it_needs_nothing_of_the_site() -> None:
    program = "import concerted.client, sys; assert not {'django', 'ninja', 'concerted.register'} & set(sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


def test_rows_are_those_of_the_register(decided: Register, client: CLIENT) -> None:
    user = User.objects.get(username="reader")
    with client("reader") as record:
        promised = list(record.commitments(SLUG, size=1))
        assert [one.id for one in promised] == [
            one.id for one in queries.commitments(user, SLUG, today=promised[0].source.at.date()).rows
        ]
        assert len(promised) == 2
        assert promised[0].source.statement.title == "Statement of the River Pact"
        assert record.partner(SLUG, "UGA").party.name == "Uganda"
        assert b"concerted" in record.export(SLUG, decided.statement, "record")


def test_a_partner_enters_changes_and_takes_back(decided: Register, client: CLIENT) -> None:
    record = client("focal", language="fr")
    made = record.add_contribution(
        SLUG, **GIVEN, amount=Decimal("1200.50"), currency="KES", idempotency_key="first pumps"
    )
    again = record.add_contribution(
        SLUG, **GIVEN, amount=Decimal("1200.50"), currency="KES", idempotency_key="first pumps"
    )
    assert again == made
    assert Contribution.objects.count() == 1
    kept = record.contribution(SLUG, made.id)
    assert (kept.content.amount, kept.owner, kept.release) == (Decimal("1200.50"), "UGA", "owner only")
    tag = record.tag
    changed = record.change_contribution(SLUG, made.id, **GIVEN | {"summary": "Forty pumps"}, if_match=tag)
    assert (changed.edition, changed.content.amount) == (2, None)
    with pytest.raises(Problem) as stale:
        record.change_contribution(SLUG, made.id, **GIVEN | {"summary": "Fifty pumps"}, if_match=tag)
    assert stale.value.status == 412
    assert (stale.value.members["was"]["summary"], stale.value.members["now"]["summary"]) == ("Pumps", "Forty pumps")
    record.contribution(SLUG, made.id)
    record.withdraw_contribution(SLUG, made.id, if_match=record.tag)
    with pytest.raises(Problem, match="404"):
        record.contribution(SLUG, made.id)


def test_a_problem_names_its_field(decided: Register, client: CLIENT) -> None:
    with pytest.raises(Problem) as wrong:
        client("focal").add_contribution(SLUG, **GIVEN, amount=Decimal(5))
    assert (wrong.value.status, wrong.value.where) == (422, "currency")
    with pytest.raises(Problem) as other:
        client("focal").add_contribution(SLUG, **GIVEN | {"kind": "goodwill"})
    assert (other.value.status, other.value.where) == (422, "body.kind")
    with pytest.raises(Problem, match="403"):
        client("reader").add_contribution(SLUG, **GIVEN)


def test_it_waits_where_a_limit_is_reached(decided: Register, client: CLIENT) -> None:
    slept: list[float] = []

    def wake(seconds: float) -> None:
        slept.append(seconds)
        raise KeyboardInterrupt

    with override_settings(API_RATE=2):
        record = client("reader", sleep=wake)
        assert record.me().username == "reader"
        assert record.me().username == "reader"
        with pytest.raises(KeyboardInterrupt):
            record.me()
    assert 1 <= slept[0] <= 60


def test_a_duplicate_leads_to_what_it_was_merged_into(decided: Register, client: CLIENT) -> None:
    record = client("focal")
    kept, lost = (record.add_contribution(SLUG, **GIVEN | {"summary": one}).id for one in ("Pumps", "Pumps, again"))
    record.merger(SLUG, "contribution", lost)
    record.merge(SLUG, "contribution", lost, into=kept, if_match=record.tag)
    assert record.contribution(SLUG, lost).id == kept
