"""The register as of a day: what stood then, for those whom it reached then and reaches now."""

from __future__ import annotations

import stat
from collections.abc import Callable
from contextlib import ExitStack
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import DatabaseError, transaction

from concerted.actions import clarifications, commitments, review
from concerted.actions.sealing import seal_all
from concerted.register import as_of as past
from concerted.register import queries
from concerted.register.as_of import keeping
from concerted.register.as_of.keeping import NoSuchDay, as_of
from concerted.register.as_of.reading import ALIAS
from concerted.register.context import acting
from concerted.register.models import Commitment, Contribution, Party, Release, Statement
from concerted.terms.errors import NotFound
from tests.standing import AT, FIRST, SLUG, TODAY, Register, first_reading, second_reading

LATEST = TODAY + timedelta(days=60)
DAYS = [TODAY + timedelta(days=days) for days in range(9)]


def on(day: int) -> datetime:
    return AT + timedelta(days=day)


@pytest.fixture
def full(register: Register) -> Register:
    """Two statements, all accepted on the first day; the first promise is in progress from day 3 on."""
    for reading in (first_reading(), second_reading()):
        taken = register.take_in(reading)
        review.accept_statement(statement=taken.statement, by=register.people.secretariat, at=AT)
    commitments.change_status(
        commitment=Commitment.objects.order_by("pk")[0].pk,
        status="in progress",
        evidence="a letter",
        by=register.people.secretariat,
        at=on(3),
    )
    return register


def change(day: int, do: Callable[[], Any], by: Any = None) -> Any:
    """Write to the register on a day, as an action does."""
    with transaction.atomic(), acting(action="test.change", by=by, at=on(day)):
        return do()


def release(register: Register, kind: str) -> Release:
    return Release.objects.get(coalition=register.coalition, kind=kind)


def give(register: Register, day: int, summary: str, kind: str) -> Contribution:
    """Let Norway enter a contribution."""
    norway = Party.objects.get(coalition=register.coalition, code="NOR")
    return change(
        day,
        lambda: Contribution.objects.create(
            coalition=register.coalition,
            owner=norway,
            party=norway,
            release=release(register, kind),
            kind="equipment",
            summary=summary,
            source="a note",
        ),
    )


def alter(one: Contribution, day: int, **fields: Any) -> None:
    change(day, lambda: Contribution.objects.filter(pk=one.pk).update(**fields))


def given(user: Any) -> list[list[str]]:
    """List what a person reads of the contributions entered here, as of each day."""
    found = []
    for day in DAYS:
        with as_of(user, SLUG, day, today=LATEST):
            found.append([row.summary for row in queries.contributions(user, SLUG).rows if row.said_by == "a note"])
    return found


@pytest.mark.parametrize("who", ["secretariat", "chile", "reader", "lead", "observer", "auditor"])
def test_as_of_today_everything_reads_as_it_does(full: Register, who: str) -> None:
    user = getattr(full.people, who)

    def read() -> list[Any]:
        statement = Statement.objects.filter(coalition=full.coalition).order_by("pk")[0].pk
        page, board = queries.statement(user, SLUG, statement), queries.board(user, SLUG, today=LATEST)
        head = queries.head(user, SLUG, today=LATEST)
        return [
            *(page.text, page.findings, page.versions, page.blocks, page.by_line),
            *(board.clocks, board.lines, board.matrix, board.timeline, board.waiting, board.follow_up),
            *(head.clock, head.waiting, head.edition, head.changed_at),
            queries.statements(user, SLUG),
            queries.commitments(user, SLUG, today=LATEST),
            queries.meetings(user, SLUG),
            queries.instruments(user, SLUG),
            queries.partner(user, SLUG, "NOR", today=LATEST).participations,
            queries.original(user, SLUG, statement).data,
        ]

    now = read()
    with as_of(user, SLUG, LATEST, today=LATEST):
        assert read() == now
    assert now[0] == FIRST


def test_a_status_reads_as_it_was_on_the_day(full: Register) -> None:
    user, found = full.people.chile, []
    for day in DAYS[2:5]:
        with as_of(user, SLUG, day, today=LATEST) as then:
            assert (then.day, then.began_on) == (day, TODAY)
            first = queries.commitments(user, SLUG, today=day).rows[0]
            found.append((first.status, len(queries.commitment(user, SLUG, first.id, today=day).history)))
    assert found == [("open", 0), ("in progress", 1), ("in progress", 1)]


def test_before_the_ledger_began_there_is_nothing(full: Register) -> None:
    user, day = full.people.secretariat, date(2020, 1, 1)
    with as_of(user, SLUG, day, today=LATEST) as then:
        assert then.began_on == TODAY
        assert queries.statements(user, SLUG) == queries.commitments(user, SLUG, today=day).rows == ()
        assert queries.board(user, SLUG, today=day).lines == ()


def test_what_was_narrowed_is_not_there_until_it_is_widened(full: Register) -> None:
    one = give(full, 1, "ten boats", "coalition")
    alter(one, 3, summary="twelve boats", release=release(full, "owner only"))
    alter(one, 4, summary="fourteen boats")
    alter(one, 6, release=release(full, "coalition"))
    ten, twelve, fourteen = ["ten boats"], ["twelve boats"], ["fourteen boats"]
    assert given(full.people.chile) == [[], ten, ten, [], [], [], fourteen, fourteen, fourteen]
    assert given(full.people.norway) == [[], ten, ten, twelve, fourteen, fourteen, fourteen, fourteen, fourteen]
    assert given(full.people.secretariat) == given(full.people.chile)
    alter(one, 8, release=release(full, "owner only"))
    # Those whom it no longer reaches do not read in the past what it was.
    assert given(full.people.chile) == [[]] * 9
    assert given(full.people.norway)[6:] == [fourteen] * 3


def test_what_was_kept_back_never_shows_what_it_was_before_its_release(full: Register) -> None:
    one = give(full, 1, "seven hoists", "owner only")
    alter(one, 2, summary="nine hoists")
    alter(one, 2, release=release(full, "coalition"))
    assert given(full.people.chile) == [[], [], *[["nine hoists"]] * 7]
    assert given(full.people.observer) == [[]] * 9


def test_a_statement_that_was_narrowed_takes_its_records_along(full: Register) -> None:
    statement = full.finding("undertook to train").statement
    narrow = release(full, "owner only")
    change(4, lambda: Statement.objects.filter(pk=statement.pk).update(release=narrow))
    user = full.people.chile
    with as_of(user, SLUG, DAYS[2], today=LATEST):
        assert [row.source.statement.id for row in queries.commitments(user, SLUG, today=DAYS[2]).rows] != []
        assert statement.pk not in {row.statement.id for row in queries.statements(user, SLUG)}
        with pytest.raises(NotFound):
            queries.statement(user, SLUG, statement.pk)
        assert "undertook" not in {row.verb for row in queries.commitments(user, SLUG, today=DAYS[2]).rows}
    with as_of(full.people.secretariat, SLUG, DAYS[2], today=LATEST):
        assert len(queries.statements(full.people.secretariat, SLUG)) == 2


def test_what_was_deleted_is_there_until_that_day(full: Register) -> None:
    one = give(full, 1, "ten boats", "coalition")
    change(4, lambda: Contribution.objects.filter(pk=one.pk).delete())
    ten = ["ten boats"]
    for who in ("chile", "norway", "secretariat"):
        assert given(getattr(full.people, who)) == [[], ten, ten, ten, [], [], [], [], []]
    hidden = give(full, 5, "a quiet word", "coalition")
    alter(hidden, 6, release=release(full, "owner only"))
    change(7, lambda: Contribution.objects.filter(pk=hidden.pk).delete())
    # Once withheld it stays so, though it is no longer there.
    assert given(full.people.chile)[4:] == [[]] * 5
    assert given(full.people.norway)[4:] == [[], ["a quiet word"], ["a quiet word"], [], []]


def test_questions_are_of_the_present_alone(full: Register) -> None:
    one = give(full, 1, "ten boats", "coalition")
    clarifications.ask(
        coalition=SLUG, contribution=one.pk, text="Boats of what size?", by=full.people.secretariat, at=on(2)
    )
    for who in ("secretariat", "norway"):
        user = getattr(full.people, who)
        assert queries.contribution(user, SLUG, one.pk).clarifications
        with as_of(user, SLUG, DAYS[4], today=LATEST):
            assert queries.contribution(user, SLUG, one.pk).clarifications == ()
            assert queries.clarifications(user, SLUG) == ()
            assert queries.head(user, SLUG, today=DAYS[4]).asked == 0


def test_what_came_past_the_program_is_there_too(full: Register) -> None:
    Statement.objects.filter(coalition=full.coalition).update(title="Another name")
    seal_all(at=on(5))
    user = full.people.chile
    with as_of(user, SLUG, date.max - timedelta(days=400), today=date.max):
        assert {row.statement.title for row in queries.statements(user, SLUG)} == {"Another name"}


def test_nothing_can_be_changed_in_the_past(full: Register) -> None:
    user = full.people.secretariat
    with as_of(user, SLUG, DAYS[3], today=LATEST):
        assert past.day() == DAYS[3]
        first = queries.commitments(user, SLUG, today=DAYS[3]).rows[0].id
        assert queries.coalition(user, SLUG).permissions == ()
        assert not queries.commitment(user, SLUG, first, today=DAYS[3]).may_change_status
        with pytest.raises(DatabaseError):
            Party.objects.using(ALIAS).update(name="Nobody")
    assert past.day() is None
    assert queries.coalition(user, SLUG).permissions


def test_strangers_and_days_to_come_get_no_answer(full: Register) -> None:
    for user in (full.people.stranger, AnonymousUser()):
        with pytest.raises(NotFound), as_of(user, SLUG, TODAY, today=LATEST):
            pass
    with pytest.raises(NoSuchDay), as_of(full.people.chile, SLUG, LATEST + timedelta(days=1), today=LATEST):
        pass


def test_a_ledger_that_is_too_long_is_refused(full: Register, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeping, "MOST_ENTRIES", 20)
    with pytest.raises(NoSuchDay, match="entries"), as_of(full.people.chile, SLUG, TODAY, today=LATEST):
        pass


def test_few_are_kept_and_nobody_else_reads_them(full: Register) -> None:
    user, kept = full.people.chile, keeping._kept
    with ExitStack() as stack:
        stack.enter_context(as_of(user, SLUG, TODAY, today=LATEST))
        (file,) = [kept._files[key] for key in list(kept._files)[-1:]]
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
        assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700
    for days in range(1, keeping.MOST_KEPT + 1):
        with as_of(user, SLUG, TODAY - timedelta(days=days), today=LATEST):
            assert kept._files[next(reversed(kept._files))].exists()
    # Beside them the tables alone, in which nothing stands.
    others = {each.name for each in file.parent.iterdir()} - {each.name for each in kept._files.values()}
    assert (len(kept._files), others) == (keeping.MOST_KEPT, {"tables.sqlite3"})
    assert not file.exists()


def test_after_a_write_the_past_is_put_together_anew(full: Register) -> None:
    user, kept = full.people.chile, keeping._kept

    def files() -> int:
        with as_of(user, SLUG, DAYS[4], today=LATEST):
            return len({key for key in kept._files if key[0] == user.pk})

    assert files() == files()
    before = next(reversed(kept._files))
    give(full, 4, "two nets", "coalition")
    files()
    assert next(reversed(kept._files)) != before
