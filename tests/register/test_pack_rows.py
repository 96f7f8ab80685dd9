"""Under PostgreSQL's row-level security, as the application's role: a pack is imported by who reads none of it."""

from __future__ import annotations

import io
import os
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.db import connection

from concerted.actions import contributions, pack_decisions, pack_uploads
from concerted.register.models import Contribution, Held, Pack, PackFile
from concerted.register.nouns.contribution import Content
from concerted.register.packing.deciding import waiting
from concerted.register.packing.opening import open_pack
from concerted.register.packing.previewing import Preview
from concerted.register.row_security import granting
from concerted.register.session import enter, leave
from tests.packs import Other, counts, take
from tests.standing import AT, SLUG, Register

pytestmark = pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite knows no roles: the file is all")
ROLE = f"packs_of_{os.environ.get('PYTEST_XDIST_WORKER', 'all')}"
COUNT = "SELECT count(*) FROM register_contribution WHERE owner_id IS NOT NULL"


@contextmanager
def site(register: Register, person: str) -> Iterator[None]:
    """Be the application's role in a person's session."""
    with connection.cursor() as cursor:
        enter(getattr(register.people, person))
        cursor.execute(f"SET LOCAL ROLE {ROLE}")
        try:
            yield
        finally:
            cursor.execute("RESET ROLE")
            leave()


def seen() -> int:
    with connection.cursor() as cursor:
        cursor.execute(COUNT)
        return int(cursor.fetchone()[0])


@pytest.fixture
def other(register: Register) -> Other:
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE ROLE {ROLE}")
    granting.grant(connection, ROLE)
    with site(register, "secretariat"):
        return Other().trusted(register)


def test_the_secretariat_imports_what_it_does_not_read(register: Register, other: Other) -> None:
    pack = other.pack(
        other.record(1), other.record(2, reach="coalition"), other.record(3, reach="named partners", partners=("CHL",))
    )
    with site(register, "secretariat"):
        preview = Preview(
            open_pack(register.people.secretariat, SLUG, io.BytesIO(pack), where="far.pack", day=AT.date())
        )
        assert (len(list(preview.rows())), preview.unseen, seen()) == (1, 2, 0)
        assert counts(take(register, pack)) == (3, 0, 0, 0)
        # Between its steps and afterwards the session is the secretariat's own.
        assert seen() == 1
        more = other.pack(other.record(1, 2, summary="Sixty radios"), other.gone(3, 2))
        assert counts(take(register, more)) == (0, 1, 1, 0)
        assert seen() == 1 and Pack.objects.count() == 2
    assert Contribution.objects.filter(owner__code="NOR", in_force=True).count() == 2


def test_a_conflict_is_seen_and_decided_by_the_partner_alone(register: Register, other: Other) -> None:
    with site(register, "secretariat"):
        take(register, other.pack(other.record(1)))
    with site(register, "norway"):
        number = Contribution.objects.get().pk
        content = Content("equipment", "Forty radios", "an order")
        contributions.change(number=number, content=content, seen=1, by=register.people.norway, at=AT)
    with site(register, "secretariat"):
        assert counts(take(register, other.pack(other.record(1, 2, summary="Sixty radios")))) == (0, 0, 0, 1)
        assert Held.objects.count() == 0
    with site(register, "norway"):
        (held,) = waiting(register.people.norway, SLUG)
        pack_decisions.decide(held=held, choice="theirs", seen=2, by=register.people.norway, at=AT)
        assert Contribution.objects.get().summary == "Sixty radios"
        assert len(other.read(register)) == 1
    with site(register, "chile"):
        assert Pack.objects.count() == 0 and seen() == 0


@pytest.mark.parametrize("person", ["secretariat", "norway"])
def test_a_pack_that_is_uploaded_is_kept_until_it_is_done(register: Register, other: Other, person: str) -> None:
    by, pack = getattr(register.people, person), other.pack(other.record(1), other.record(2))
    with site(register, person):
        file = io.BytesIO(pack)
        done = pack_uploads.take_in(file=file, name="far.pack", coalition=SLUG, by=by, clock=lambda: AT)
        assert PackFile.objects.count() == 1
    with site(register, "chile"):
        assert PackFile.objects.count() == 0
    with site(register, person):
        *_before, last = pack_uploads.go_on(pack=done.pack, coalition=SLUG, by=by, clock=lambda: AT)
        assert counts(last) == (2, 0, 0, 0)
    assert not PackFile.objects.exists()
