"""The ledger's page and its downloads: what a partner takes along passes ``concerted verify`` on another machine."""

from __future__ import annotations

import json
from collections.abc import Callable
from html import unescape
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from django.test import Client

from concerted.actions import commitments
from concerted.cli import main
from concerted.register.models import Commitment, Entry, Leaf, User
from tests.web.conftest import AT, PASSWORD, SLUG, Register
from tests.web.test_pages import faults

SIGNED_IN = Callable[[str], Client]
PAGE = f"/{SLUG}/ledger/"


def fetched(client: Client, address: str, path: Path) -> Path:
    answer = client.get(address)
    assert answer.status_code == 200, address
    assert answer["Content-Disposition"].startswith("attachment")
    data = b"".join(answer.streaming_content) if answer.streaming else answer.content
    path.write_bytes(data)
    return path


def verified(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["verify", *map(str, arguments)])


def act(status: str) -> None:
    """Do something that leaves entries, all on one day."""
    commitments.change_status(
        commitment=Commitment.objects.order_by("pk")[0].pk,
        status=status,
        evidence="the first gauges stand",
        by=User.objects.get(username="secretariat"),
        at=AT,
    )


@pytest.fixture
def auditor(register: Register, signed_in: SIGNED_IN) -> Client:
    from concerted.actions import users

    operator = users.operator(at=AT)
    users.add(
        username="auditor",
        password=PASSWORD,
        coalition=SLUG,
        role="auditor",
        organisation="Court of the river",
        by=operator,
        at=AT,
    )
    return signed_in("auditor")


def test_two_bundles_with_an_action_between_them(decided: Register, signed_in: SIGNED_IN, tmp_path: Path) -> None:
    client = signed_in("focal")
    act("in progress")
    old = fetched(client, f"{PAGE}bundle", tmp_path / "old.json")
    kept = fetched(client, f"{PAGE}checkpoint", tmp_path / "kept.txt")
    size = kept.read_text().splitlines()[1]
    act("lapsed")
    new = fetched(client, f"{PAGE}bundle?since={size}", tmp_path / "new.json")
    key = json.loads(old.read_text())["key"]
    done = verified(new, "--checkpoint", kept, "--checkpoint", old, "--key", key)
    assert done.exit_code == 0, done.output
    assert f"since the kept checkpoint of {size} entries: nothing changed; " in done.stdout
    assert "commitment.change_status of statuschange" in done.stdout
    # Without the proof that was asked for, it cannot be told.
    assert verified(fetched(client, f"{PAGE}bundle", tmp_path / "b.json"), "--checkpoint", kept).exit_code == 1


def test_a_bundle_holds_what_its_person_sees_and_no_more(decided: Register, signed_in: SIGNED_IN) -> None:
    for name in ("secretariat", "focal"):
        user = User.objects.get(username=name)
        mine = Entry.objects.visible_to(user).filter(coalition__slug=SLUG)
        written = json.loads(signed_in(name).get(f"{PAGE}bundle").getvalue())
        places = list(mine.order_by("leaf__index").values_list("leaf__index", flat=True))
        assert [one["index"] for one in written["entries"]] == places
    assert "membership" not in {one["entry"]["noun"] for one in written["entries"]}


def test_an_entry_has_a_page_and_a_proof_of_its_own(decided: Register, signed_in: SIGNED_IN, tmp_path: Path) -> None:
    seen = Entry.objects.visible_to(User.objects.get(username="reader")).filter(coalition__slug=SLUG)
    index = seen.filter(noun="commitment").order_by("-pk")[0].leaf.index
    client = signed_in("reader")
    for language in ("en", "fr", "ar"):
        client.cookies["django_language"] = language
        html = client.get(f"{PAGE}entries/{index}/").content.decode()
        assert faults(html) == []
    assert Leaf.objects.get(index=index).hash in html
    done = verified(fetched(client, f"{PAGE}entries/{index}/bundle", tmp_path / "entry.json"))
    assert done.exit_code == 0, done.output
    assert f"entry {index}: " in done.stdout


def test_what_one_may_not_see_has_no_page(decided: Register, signed_in: SIGNED_IN) -> None:
    hidden = Entry.objects.filter(noun="membership").order_by("-pk")[0].leaf.index
    for index in (hidden, 10**8):
        for address in (f"{PAGE}entries/{index}/", f"{PAGE}entries/{index}/bundle"):
            assert signed_in("reader").get(address).status_code == 404
    for address in (PAGE, f"{PAGE}bundle", f"{PAGE}checkpoint"):
        assert signed_in("stranger").get(address).status_code == 404


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_the_page_shows_key_and_checkpoint(decided: Register, signed_in: SIGNED_IN, language: str) -> None:
    client = signed_in("focal")
    client.cookies["django_language"] = language
    html = client.get(PAGE).content.decode()
    assert faults(html) == []
    bundle = json.loads(client.get(f"{PAGE}bundle").getvalue())
    assert bundle["key"] in unescape(html)
    assert f"{PAGE}leaves/" not in html
    assert client.get(f"/{SLUG}/").content.decode().count(PAGE) == 1


def test_an_auditor_works_the_roots_out(decided: Register, auditor: Client, tmp_path: Path) -> None:
    html = auditor.get(f"{PAGE}leaves/").content.decode()
    assert faults(html) == []
    assert Leaf.objects.get(index=0).hash in html
    assert faults(auditor.get(f"{PAGE}leaves/?from=256").content.decode()) == []
    assert f"{PAGE}leaves/" in auditor.get(PAGE).content.decode()
    bundle = fetched(auditor, f"{PAGE}bundle", tmp_path / "bundle.json")
    leaves = fetched(auditor, f"{PAGE}leaves/all", tmp_path / "leaves.txt")
    done = verified(bundle, "--leaves", leaves)
    assert done.exit_code == 0, done.output
    assert f"leaves of {Leaf.objects.count()} entries: its root follows from all leaves" in done.stdout
    lines = leaves.read_text().splitlines()
    lines[3] = f"3 {'ab' * 32}"
    leaves.write_text("\n".join(lines) + "\n")
    done = verified(bundle, "--leaves", leaves)
    assert (done.exit_code, "does not follow" in done.stdout) == (1, True)
    leaves.write_text("\n".join(lines[:2]) + "\n")
    assert "the list ends with 2 leaves" in verified(bundle, "--leaves", leaves).stdout
    leaves.write_bytes(b"\xff\n")
    done = verified(bundle, "--leaves", leaves)
    assert (done.exit_code, done.stderr.count("\n")) == (2, 1)


def test_others_read_no_list_of_leaves(decided: Register, signed_in: SIGNED_IN) -> None:
    for name in ("secretariat", "focal"):
        for address in (f"{PAGE}leaves/", f"{PAGE}leaves/all"):
            assert signed_in(name).get(address).status_code == 403
