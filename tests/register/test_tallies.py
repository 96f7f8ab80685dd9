"""The database counts as rows come and go, and each person is given the count of what that person sees."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal

import pytest
from django.db import connection

from concerted.actions import contributions, mergers, releases, review
from concerted.register import queries
from concerted.register.models import Call, Commitment, Contribution, Entry, Finding, Instrument, Participation, User
from concerted.register.nouns.contribution import Content
from concerted.register.queries import tallies
from concerted.register.queries.scope import enter
from concerted.register.queries.statements import waiting_findings
from concerted.register.triggers import tallying
from tests.standing import AT, SLUG, Register, first_reading, second_reading


def wrong() -> list[tuple[str, int, int]]:
    """Count anew and give what differs."""
    with connection.cursor() as cursor:
        cursor.execute(tallying.differing(connection.vendor))
        return list(cursor.fetchall())


@pytest.fixture
def busy(register: Register) -> Register:
    """Let records come, change, go, come back, be merged and be released anew, each time counted right."""
    secretariat, norway = register.people.secretariat, register.people.norway
    first, second = (register.take_in(one).statement for one in (first_reading(), second_reading()))
    review.accept_statement(statement=first, by=secretariat, at=AT)
    assert wrong() == []
    act = Finding.objects.filter(statement=first, fact="act", kind="commitment").order_by("pk")[0]
    review.undo(finding=act.pk, by=secretariat, at=AT)
    assert wrong() == []
    review.accept(finding=act.pk, by=secretariat, at=AT)
    review.accept_statement(statement=second, by=secretariat, at=AT)
    for reach in ("owner only", "coalition", "public", "coalition"):
        content = Content("funds", f"Fuel, {reach}", "a letter", line=1, amount=Decimal("0.10"), currency="NOK")
        number = contributions.add(coalition=SLUG, content=content, reach=reach, by=norway, at=AT)
    changed = Content("equipment", "Fuel and oil", "a letter", amount=Decimal("2.35"), currency="EUR")
    contributions.change(number=number, content=changed, seen=1, by=norway, at=AT)
    assert wrong() == []
    one, other = Commitment.objects.filter(in_force=True).order_by("pk")[:2]
    mergers.merge(noun="commitment", duplicate=one.pk, into=other.pk, by=secretariat, at=AT)
    assert wrong() == []
    given = Contribution.objects.get(summary="Fuel, public")
    releases.release(noun="contribution", record=given.pk, reach="owner only", by=norway, at=AT, seen=1)
    releases.release(noun="statement", record=second, reach="public", by=secretariat, at=AT, seen=1)
    assert wrong() == []
    return register


def test_the_counts_follow_every_write(busy: Register) -> None:
    contributions.withdraw(
        number=Contribution.objects.get(summary="Fuel, owner only").pk, seen=1, by=busy.people.norway, at=AT
    )
    assert wrong() == []
    Commitment.lines.through.objects.all().delete()
    assert wrong() == []
    assert Instrument.objects.exists()


def test_everybody_is_given_the_count_of_what_they_see(busy: Register) -> None:
    people = busy.people
    for user in (people.secretariat, people.norway, people.chile, people.lead, people.observer, people.auditor):
        scope = enter(user, SLUG)
        for model in (Contribution, Commitment, Call, Participation):
            noun = str(model._meta.model_name)
            counted = tallies.tallies(scope, noun)
            if model in (Commitment, Call):
                counted = counted.filter(party=None, line=None)
            assert tallies.total(counted) == model.objects.visible_to(user).count(), (user, noun)  # type: ignore[attr-defined]
        assert tallies.total(tallies.tallies(scope, "waiting")) == waiting_findings(scope).count()
        entries = Entry.objects.visible_to(user).filter(coalition=scope.coalition)
        assert tallies.total(tallies.tallies(scope, "entry")) == entries.count(), user


def test_counts_by_party_and_line_are_of_what_is_seen(busy: Register) -> None:
    people = busy.people
    for user in (people.secretariat, people.norway, people.chile, people.observer):
        scope = enter(user, SLUG)
        seen = Contribution.objects.visible_to(user)
        counted = tallies.tallies(scope, "contribution")
        for field in ("party", "line", "kind", "release__kind"):
            assert tallies.counts(counted, field) == Counter(seen.values_list(field, flat=True)), (user, field)
        promised = Commitment.objects.visible_to(user)
        counted = tallies.tallies(scope, "commitment")
        for field, many, rest in (("party", "actors", "line"), ("line", "lines", "party")):
            there = Counter(one for one in promised.values_list(many, flat=True) if one)
            said = tallies.counts(counted.filter(**{rest: None}).exclude(**{field: None}), field)
            assert said == there, (user, field)


def test_what_is_taken_back_is_given_by_nobody(busy: Register) -> None:
    def shown() -> list[int]:
        user = busy.people.norway
        board = queries.board(user, SLUG, today=AT.date())
        partner = next(one for one in queries.partners(user, SLUG, on=AT.date()).partners if one.party.code == "NOR")
        marked = sum(
            one.count for row in board.matrix.rows for cell in row.cells for one in cell if one.kind == "funds"
        )
        return [sum(one.contributions for one in board.lines), partner.contributions, marked]

    before, given = shown(), Contribution.objects.get(summary="Fuel, owner only")
    taken = Content("funds", given.summary, "a letter", line=1, amount=given.amount, currency="NOK", stage="withdrawn")
    contributions.change(number=given.pk, content=taken, seen=given.edition, by=busy.people.norway, at=AT)
    assert wrong() == []
    assert shown() == [one - 1 for one in before]


def test_amounts_are_added_up_exactly(busy: Register) -> None:
    def sums(user: User) -> dict[tuple[object, ...], Decimal]:
        found = tallies.figures(tallies.tallies(enter(user, SLUG), "contribution").exclude(currency=""), "currency")
        return {key: one.amount for key, one in found.items()}

    assert sums(busy.people.norway) == {("NOK",): Decimal("0.30"), ("EUR",): Decimal("2.35")}
    assert sums(busy.people.chile) == {("NOK",): Decimal("0.10"), ("EUR",): Decimal("2.35")}
    assert sums(busy.people.observer) == {}


def test_counting_anew_changes_nothing(busy: Register) -> None:
    tallying.recount(connection)
    assert wrong() == []
