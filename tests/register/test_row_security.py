"""PostgreSQL itself, asked in raw SQL as the application's role, shows each person what the policy shows them."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from decimal import Decimal
from itertools import product
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import ProgrammingError, connection, transaction

from concerted.actions import commitments, review, totals
from concerted.register import queries
from concerted.register.asker import asker
from concerted.register.models import (
    Commitment,
    Context,
    Contribution,
    Entry,
    Instrument,
    Party,
    Reach,
    Release,
    WorkingGroupSeat,
)
from concerted.register.policy import right
from concerted.register.row_rules import Open
from concerted.register.row_security import granting, secured
from concerted.register.session import enter, leave, maintain, speaking
from tests.standing import AT, FIRST, SLUG, Register, first_reading, second_reading

pytestmark = pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite knows no roles: the file is all")
# Roles are the whole server's, and tests run beside each other.
ROLE = f"rows_of_{os.environ.get('PYTEST_XDIST_WORKER', 'all')}"
WHO = ("secretariat", "chile", "norway", "reader", "lead", "observer", "auditor", "stranger", "nobody")
# The application's role has no right at all to the triggers' own table on SQLite.
SECURED = [model for model in secured() if model is not Context]
# What a search for ships finds among statements.
FOUND = "register_found(%s, ARRAY['''statement=ships'':*'], 100)"


@pytest.fixture
def full(register: Register) -> Register:
    """A register with accepted statements, and contributions of two partners, each released in another way."""
    first, second = (register.take_in(reading).statement for reading in (first_reading(), second_reading()))
    for statement in (first, second):
        review.accept_statement(statement=statement, by=register.people.secretariat, at=AT)
    commitments.change_status(
        commitment=Commitment.objects.all()[0].pk,
        status="in progress",
        evidence="a letter",
        by=register.people.secretariat,
        at=AT,
    )
    register.replace(first, FIRST.replace("sixty", "seventy"))
    home = register.coalition
    line = home.lines.get(number=1)
    WorkingGroupSeat.objects.create(coalition=home, line=line, party=party(register, "NOR"), said_by="a letter")
    general = {one.key: one for one in Release.objects.filter(coalition=home)}
    for code, other in (("NOR", "CHL"), ("CHL", "PER")):
        owner = party(register, code)
        named = Release.objects.create(coalition=home, kind=Reach.NAMED, owner=owner, key=f"{code} names {other}")
        named.parties.add(party(register, other))
        for release in (
            general["owner only"],
            named,
            general["working group 1"],
            general["coalition"],
            general["public"],
        ):
            contribution(register, owner, release)
    # What was shared with the coalition is taken back.
    Contribution.objects.filter(owner__code="NOR", release=general["coalition"]).first().delete()  # type: ignore[union-attr]
    contribution(register, party(register, "NOR"), general["coalition"])
    Instrument.objects.filter(coalition=home, key="HC 4040").update(release=general["owner only"])
    for reach in ("public", "coalition"):
        totals.publish(coalition=SLUG, currency="NOK", reach=reach, by=register.people.secretariat, at=AT)
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE ROLE {ROLE}")
    granting.grant(connection, ROLE)
    return register


def party(register: Register, code: str) -> Party:
    return Party.objects.get(coalition=register.coalition, code=code)


def contribution(register: Register, owner: Party, release: Release) -> Contribution:
    return Contribution.objects.create(
        coalition=register.coalition,
        owner=owner,
        party=owner,
        release=release,
        kind="funds",
        summary=f"{owner.code} pays, {release.key}",
        amount=Decimal(1_200_000),
        currency="NOK",
        source="a letter of the ministry",
        first=date(2021, 4, 1),
    )


@contextmanager
def site(person: Any = None) -> Iterator[Callable[..., list[tuple[Any, ...]]]]:
    """Speak raw SQL as the application's role, in a person's session or in nobody's."""
    with connection.cursor() as cursor:
        if person is None:
            leave()
        else:
            enter(person)
        cursor.execute(f"SET LOCAL ROLE {ROLE}")

        def ask(sql: str, *values: Any) -> list[tuple[Any, ...]]:
            with transaction.atomic():
                cursor.execute(sql, values)
                return cursor.fetchall() if cursor.description else [(cursor.rowcount,)]

        try:
            yield ask
        finally:
            cursor.execute("RESET ROLE")
            leave()


def person(register: Register, who: str) -> Any:
    return AnonymousUser() if who == "nobody" else getattr(register.people, who)


def test_raw_sql_shows_what_the_policy_shows(full: Register) -> None:
    different = {}
    for who, model in product(WHO, SECURED):
        asks = person(full, who)
        rows: Any = right(model).rows
        key, table = model._meta.pk.column, model._meta.db_table
        seen = model._default_manager.filter(rows.seen(model, asker(asks)))
        with site(asks) as ask:
            found = {number for (number,) in ask(f"SELECT {key} FROM {table}")}  # noqa: S608
        if found != set(seen.values_list("pk", flat=True)):
            different[who, table] = found
    assert different == {}


def test_the_planted_contributions_differ_from_person_to_person(full: Register) -> None:
    counts = {}
    for who in WHO:
        with site(person(full, who)) as ask:
            counts[who] = len(ask("SELECT id FROM register_contribution WHERE owner_id IS NOT NULL"))
    # Of ten: own five, what names Chile, the working group (Norway sits in it), the coalition's and the public's.
    assert counts == {
        "secretariat": 4,
        "chile": 5 + 3,
        "norway": 5 + 3,
        "reader": 5 + 3,
        "lead": 5 + 3,
        "observer": 2,
        "auditor": 4,
        "stranger": 0,
        "nobody": 0,
    }


def test_without_a_person_nothing_is_seen(full: Register) -> None:
    with site() as ask:
        for model in SECURED:
            if not isinstance(right(model).rows, Open):
                assert ask(f"SELECT 1 FROM {model._meta.db_table}") == [], model  # noqa: S608


def test_nobody_else_changes_or_deletes_a_row_of_norway(full: Register) -> None:
    norway = Contribution.objects.filter(owner__code="NOR", coalition=full.coalition).order_by("pk")
    before = list(norway.values_list("pk", "summary"))
    owner = party(full, "NOR").pk
    for who in WHO:
        if who == "norway":
            continue
        with site(person(full, who)) as ask:
            assert ask("UPDATE register_contribution SET caveat = 'x' WHERE owner_id = %s", owner) == [(0,)]
            assert ask("DELETE FROM register_contribution WHERE owner_id = %s", owner) == [(0,)]
            # Without a condition an UPDATE needs no right to see.
            ask("UPDATE register_contribution SET summary = 'nothing'")
    assert list(norway.values_list("pk", "summary")) == before


def test_a_focal_point_changes_the_own_rows_alone(full: Register) -> None:
    with site(full.people.norway) as ask:
        changed = ask("UPDATE register_contribution SET summary = 'more' WHERE owner_id IS NOT NULL RETURNING owner_id")
    assert changed == [(party(full, "NOR").pk,)] * 5


INSERT = (
    "INSERT INTO register_contribution (coalition_id, owner_id, party_id, release_id, kind, summary, currency, unit,"
    " caveat, source, stage, in_force, edition, quantity)"
    " VALUES (%s, %s, %s, %s, 'other', 'x', '', 'boats', '', 's', '', true, 1, 1)"
)


def test_only_its_focal_point_enters_a_row_of_norway(full: Register) -> None:
    home, norway = full.coalition.pk, party(full, "NOR").pk
    values = (home, norway, norway, Release.objects.get(coalition=home, kind=Reach.COALITION).pk)
    with site(full.people.norway) as ask:
        assert ask(INSERT, *values) == [(1,)]
    for who in ("reader", "chile", "secretariat", "stranger"):
        with site(person(full, who)) as ask, pytest.raises(ProgrammingError, match="row-level security"):
            ask(INSERT, *values)


def test_a_row_is_not_moved_to_another_owner(full: Register) -> None:
    chile = party(full, "CHL").pk
    with site(full.people.norway) as ask, pytest.raises(ProgrammingError, match="row-level security"):
        ask(
            "UPDATE register_contribution SET owner_id = %s, party_id = %s"
            " WHERE id = (SELECT min(id) FROM register_contribution WHERE owner_id <> %s)",
            chile,
            chile,
            chile,
        )


def test_nobody_adds_a_partner_to_what_others_name(full: Register) -> None:
    named = Release.objects.get(key="CHL names PER").pk
    values = (named, party(full, "NOR").pk)
    add = "INSERT INTO register_release_parties (release_id, party_id) VALUES (%s, %s)"
    for who in ("norway", "secretariat"):
        with site(person(full, who)) as ask, pytest.raises(ProgrammingError, match="row-level security"):
            ask(add, *values)
    with site(full.people.chile) as ask:
        assert ask(add, *values) == [(1,)]


FORBIDDEN = (
    "INSERT INTO register_entry (act, at, noun, record, root_noun, root, action, after, salt)"
    " VALUES ('', now(), 'contribution', '1', 'contribution', '1', '', '{}', '')",
    "UPDATE register_entry SET salt = ''",
    "DELETE FROM register_leaf",
    "DELETE FROM register_checkpoint",
    "UPDATE register_release SET kind = 'public'",
    "DELETE FROM register_release_parties",
    "INSERT INTO register_rerelease (noun, record, coalition_id, release_id) VALUES ('contribution', '1', 1, 1)",
    "SELECT * FROM register_context",
    "TRUNCATE register_contribution",
    "TRUNCATE register_searchentry",
    "ALTER TABLE register_contribution DISABLE ROW LEVEL SECURITY",
    "DROP POLICY register_contribution_select ON register_contribution",
    "ALTER TABLE register_contribution DISABLE TRIGGER ALL",
    "CREATE TABLE copied AS SELECT * FROM register_user",
)


def test_the_role_cannot_do_what_is_the_owners(full: Register) -> None:
    with site(full.people.secretariat) as ask:
        for sql in FORBIDDEN:
            with pytest.raises(ProgrammingError, match=r"permission denied|must be owner"):
                ask(sql)


def test_a_trigger_of_ones_own_cannot_write_entries(full: Register) -> None:
    with site(full.people.norway) as ask:
        ask("CREATE TEMPORARY TABLE mine (id bigint, coalition_id bigint, owner_id bigint, release_id bigint)")
        with pytest.raises(ProgrammingError, match="permission denied"):
            ask("CREATE TRIGGER t AFTER INSERT ON mine FOR EACH ROW EXECUTE FUNCTION register_contribution_keep()")


def test_the_role_may_call_seven_functions_that_run_as_the_owner(full: Register) -> None:
    with site(full.people.norway) as ask:
        called = ask(
            "SELECT proname FROM pg_proc WHERE prosecdef AND has_function_privilege(oid, 'EXECUTE')"
            " AND pronamespace = 'public'::regnamespace ORDER BY proname"
        )
    names = ("found", "newest", "sets", "standing", "told", "unsealed", "withheld")
    assert called == [(f"register_{name}",) for name in names]


def test_the_role_cannot_maintain(full: Register) -> None:
    maintain()
    try:
        with site() as ask:
            assert ask("SELECT count(*) FROM register_contribution") == [(0,)]
    finally:
        with connection.cursor() as cursor:
            cursor.execute("RESET concerted.maintenance")


def test_functions_disclose_no_foreign_row(full: Register) -> None:
    act = Entry.objects.filter(noun="contribution", owner__code="CHL").order_by("-pk")[0].act
    found = f"SELECT count(*) > 0 FROM {FOUND}"  # noqa: S608 (ours)
    with site(full.people.stranger) as ask:
        assert ask("SELECT count(*) FROM register_unsealed(%s)", act) == [(0,)]
        stood = "SELECT count(*) FROM register_standing(%s, 'infinity', '', '')"
        assert ask(stood, full.coalition.pk) == [(0,)]
        assert ask(found, full.coalition.pk) == [(False,)]
    with site(full.people.norway) as ask:
        assert ask(found, full.coalition.pk) == [(True,)]


def test_the_search_finds_as_much_as_without(full: Register) -> None:
    without = queries.search(full.people.chile, SLUG, "ships")
    with site(full.people.chile):
        assert queries.search(full.people.chile, SLUG, "ships") == without
    assert without.hits


def test_no_search_is_compiled_to_machine_code(full: Register) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL jit = on; SET LOCAL jit_above_cost = 0")
    search = f"EXPLAIN ANALYZE SELECT id FROM register_searchentry WHERE id IN (SELECT {FOUND})"  # noqa: S608 (ours)
    with site(full.people.chile) as ask:
        plan = [line for (line,) in ask(search, full.coalition.pk)]
    assert plan and not [line for line in plan if line.startswith("JIT")]


def test_a_person_speaks_for_the_rest_of_a_transaction(full: Register) -> None:
    count = "SELECT count(*) FROM register_contribution WHERE owner_id IS NOT NULL"
    with site(full.people.stranger) as ask:
        with speaking(full.people.norway):
            assert ask(count) == [(8,)]
        assert ask(count) == [(0,)]
        with pytest.raises(ZeroDivisionError), transaction.atomic(), speaking(full.people.norway):
            _ = 1 / len(ask("SELECT 1 WHERE false"))
        assert ask(count) == [(0,)]


def test_every_rule_is_one_that_the_database_can_check(db: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT tablename, count(*) FROM pg_policies GROUP BY tablename")
        found = dict(cursor.fetchall())
    assert found == {model._meta.db_table: 5 for model in secured()}
