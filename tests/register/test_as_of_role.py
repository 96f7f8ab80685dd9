"""As PostgreSQL's application role, the register as of a day reads as it does where the database narrows nothing."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import connection

from concerted.actions import review
from concerted.register import queries
from concerted.register.as_of import keeping
from concerted.register.as_of.keeping import as_of
from concerted.register.models import Coalition, Contribution, Decision, Statement
from concerted.register.row_security import granting
from concerted.register.session import entered
from concerted.terms.errors import NotFound
from tests.register.test_as_of import DAYS, LATEST, alter, change, give, given, release
from tests.register.test_as_of import full as full
from tests.standing import AT, SLUG, Register

pytestmark = pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite knows no roles: the file is all")
# Roles are the whole server's, and tests run beside each other.
ROLE = f"past_of_{os.environ.get('PYTEST_XDIST_WORKER', 'all')}"
WHO = ("secretariat", "chile", "norway", "observer", "auditor")


@pytest.fixture
def role(db: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE ROLE {ROLE}")
    granting.grant(connection, ROLE)


@contextmanager
def served(user: Any) -> Iterator[None]:
    """Let the application's role ask, in a person's session."""
    with entered(user), connection.cursor() as cursor:
        cursor.execute(f"SET LOCAL ROLE {ROLE}")
        try:
            yield
        finally:
            cursor.execute("RESET ROLE")


def both(user: Any, ask: Callable[[Any], Any]) -> Any:
    """Ask without the role, and with it; gives the answer of both."""
    without = ask(user)
    # The answer of the one is not the other's.
    while keeping._kept._files:
        keeping._kept._files.popitem()[1].unlink()
    with served(user):
        assert ask(user) == without
    return without


def shown(user: Any) -> list[Any]:
    """Read much of the register as of some days."""
    found: list[Any] = []
    for day in DAYS[0:5:2]:
        with as_of(user, SLUG, day, today=LATEST) as past:
            found.append(past)
            for row in queries.statements(user, SLUG):
                page = queries.statement(user, SLUG, row.statement.id)
                found += [row, page.findings, page.versions, page.taken_in_by, page.gone]
            board = queries.board(user, SLUG, today=day)
            found += [board.clocks, board.lines, board.matrix, board.timeline, board.waiting, board.follow_up]
            found += [
                queries.commitment(user, SLUG, one.id, today=day)
                for one in queries.commitments(user, SLUG, today=day).rows
            ]
            found += [
                queries.partners(user, SLUG, on=day),
                queries.instruments(user, SLUG),
                queries.meetings(user, SLUG),
            ]
            found += [queries.contributions(user, SLUG), queries.head(user, SLUG, today=day).edition]
    return found


def test_what_was_narrowed_is_not_there_until_it_is_widened(full: Register, role: None) -> None:
    one = give(full, 1, "ten boats", "coalition")
    alter(one, 3, summary="twelve boats", release=release(full, "owner only"))
    alter(one, 4, summary="fourteen boats")
    alter(one, 6, release=release(full, "coalition"))
    ten, twelve, fourteen = ["ten boats"], ["twelve boats"], ["fourteen boats"]
    found = {who: both(getattr(full.people, who), given) for who in WHO}
    assert found["norway"] == [[], ten, ten, twelve, fourteen, fourteen, fourteen, fourteen, fourteen]
    for who in ("chile", "secretariat", "auditor"):
        assert found[who] == [[], ten, ten, [], [], [], fourteen, fourteen, fourteen]
    assert found["observer"] == [[]] * 9


def test_what_is_withheld_since_is_not_read_from_what_was_kept(full: Register, role: None) -> None:
    one = give(full, 1, "ten boats", "coalition")
    # The last that Chile sees stays the same.
    give(full, 1, "two nets", "coalition")
    user, found = full.people.chile, []
    for _time in range(2):
        with served(user), as_of(user, SLUG, DAYS[2], today=LATEST):
            found.append({row.summary for row in queries.contributions(user, SLUG).rows if row.said_by == "a note"})
        alter(one, 3, release=release(full, "owner only"))
    assert found == [{"ten boats", "two nets"}, {"two nets"}]


@pytest.mark.parametrize("withheld", [False, True])
def test_what_was_deleted_is_not_there_from_that_day_on(full: Register, role: None, withheld: bool) -> None:
    one = give(full, 1, "ten boats", "coalition")
    if withheld:
        alter(one, 2, release=release(full, "owner only"))
    change(4, lambda: Contribution.objects.filter(pk=one.pk).delete())
    ten = ["ten boats"]
    assert both(full.people.norway, given) == [[], ten, ten, ten, [], [], [], [], []]
    assert both(full.people.chile, given) == [[]] * 9 if withheld else [[], ten, ten, ten, [], [], [], [], []]


@pytest.mark.parametrize("who", WHO)
def test_a_statement_that_was_kept_back_comes_with_all_its_parts(full: Register, role: None, who: str) -> None:
    """Its decisions were written while nobody else saw it."""
    held = Statement.objects.filter(coalition=full.coalition).order_by("pk")[0]
    change(0, lambda: Statement.objects.filter(pk=held.pk).update(release=release(full, "owner only")))
    first = held.findings.filter(fact="act").order_by("pk")[0]
    by = full.people.secretariat
    review.undo(finding=first.pk, by=by, at=AT + timedelta(days=1), comment="not yet")
    review.accept(finding=first.pk, by=by, at=AT + timedelta(days=1))
    change(2, lambda: Statement.objects.filter(pk=held.pk).update(release=release(full, "coalition")))
    user = getattr(full.people, who)
    assert Decision.objects.filter(comment="not yet").exists()
    assert "not yet" in str(both(user, shown))


def test_a_stranger_reads_the_past_of_an_open_coalition_alike(full: Register, role: None) -> None:
    Coalition.objects.filter(pk=full.coalition.pk).update(is_open=True)
    give(full, 1, "ten boats", "public")
    for user in (full.people.stranger, AnonymousUser()):
        found = both(user, shown)
        assert "ten boats" in str(found) and "Patrols at sea" in str(found) and "in distress" not in str(found)


def test_a_record_as_it_stood_reads_alike(full: Register, role: None) -> None:
    one = give(full, 1, "ten boats", "coalition")
    alter(one, 3, summary="twelve boats", release=release(full, "owner only"))
    alter(one, 6, release=release(full, "coalition"))
    statement = str(Statement.objects.filter(coalition=full.coalition).earliest("pk").pk)

    def states(user: Any) -> list[Any]:
        return [
            queries.history(user, SLUG, noun, key, on=day)
            for noun, key in (("contribution", str(one.pk)), ("partner", "NOR"), ("statement", statement))
            for day in DAYS
        ]

    for who in ("chile", "norway", "secretariat", "auditor"):
        found = both(getattr(full.people, who), states)
        assert [bool(page.state.fields) for page in found[:9]] == [
            *(False, True, True),
            *[who == "norway"] * 3,
            *(True, True, True),
        ]
        assert all(page.state.fields for page in found[9:])
        assert "secretary" in str(found[-1])
    with pytest.raises(NotFound):
        both(full.people.stranger, states)
