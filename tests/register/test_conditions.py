"""What a person may see is written once and put into many queries: each asks then as if it were written for it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import fields
from typing import Any

import pytest
from django.apps import apps
from django.db.models import Count, Exists, OuterRef

from concerted.actions import review
from concerted.register.asker import Asker, asker
from concerted.register.models import scope
from concerted.register.models.scope import Scoped
from tests.standing import AT, Register, first_reading, second_reading

WHO = ("secretariat", "norway", "observer")
SCOPED: list[Any] = [model for model in apps.get_app_config("register").get_models() if issubclass(model, Scoped)]
# How queries are put into each other; ``seen`` gives the rows that are seen, of all or of some.
FORMS: dict[str, Callable[[Any, Callable[[Any], Any]], Any]] = {
    "all": lambda rows, seen: seen(rows),
    "some": lambda rows, seen: seen(rows.filter(pk__gt=1)),
    "within": lambda rows, seen: rows.filter(pk__in=rows.filter(pk__in=seen(rows).filter(pk__in=seen(rows)))),
    "correlated": lambda rows, seen: rows.filter(Exists(seen(rows.filter(pk__gt=0)).filter(pk=OuterRef("pk")))),
    "either": lambda rows, seen: seen(rows).filter(pk=1) | seen(rows.filter(pk__gt=1)),
    "none but": lambda rows, seen: seen(rows).filter(~Exists(seen(rows).filter(pk=OuterRef("pk"), pk__gt=2))),
    "grouped": lambda rows, seen: seen(rows.values("pk").annotate(count=Count("pk"))).filter(count=1),
}
DECLARED = re.compile(r"""(?:FROM|JOIN) "\w+"(?: ([A-Z]+\d+))?|\(|\)""")


@pytest.fixture
def full(register: Register) -> Register:
    for reading in (first_reading(), second_reading()):
        taken = register.take_in(reading)
        review.accept_statement(statement=taken.statement, by=register.people.secretariat, at=AT)
    return register


def shadowed(sql: str) -> Iterator[str]:
    """Give the names of tables that hide the same name of a query around theirs."""
    around: list[set[str]] = [set()]
    for found in DECLARED.finditer(sql):
        if found[0] == "(":
            around.append(set())
        elif found[0] == ")":
            around.pop()
        elif found[1]:
            if any(found[1] in names for names in around):
                yield found[1]
            around[-1].add(found[1])


@pytest.mark.parametrize("form", FORMS)
def test_rows_are_seen_as_where_the_rule_is_written_out(full: Register, form: str) -> None:
    ask, told = FORMS[form], 0
    for who in WHO:
        user = getattr(full.people, who)
        sets = asker(user)
        for model in SCOPED:
            kept = ask(model._default_manager.all(), lambda rows, user=user: rows.visible_to(user))
            written = ask(model._default_manager.all(), lambda rows, sets=sets: rows.narrowed(sets))
            found = set(kept.values_list("pk", flat=True))
            assert found == set(written.values_list("pk", flat=True)), (who, model)
            told += len(found)
    assert told


@pytest.mark.parametrize("form", FORMS)
def test_no_name_of_a_table_hides_another_that_would_not(db: None, monkeypatch: pytest.MonkeyPatch, form: str) -> None:
    # With something in each set no condition falls away.
    everybody = Asker(**{one.name: (1, 2) for one in fields(Asker)})
    monkeypatch.setattr(scope, "asker", lambda _user: everybody)
    for model in SCOPED:
        kept = FORMS[form](model._default_manager.all(), lambda rows: rows.visible_to(None))
        written = FORMS[form](model._default_manager.all(), lambda rows: rows.narrowed(everybody))
        # Django itself takes a name again where the inner query has nothing to do with the outer one.
        assert len(list(shadowed(str(kept.query)))) <= len(list(shadowed(str(written.query)))), str(kept.query)


def test_a_name_that_hides_another_is_found() -> None:
    assert list(shadowed('SELECT 1 FROM "a" U0 WHERE EXISTS(SELECT 1 FROM "b" U0 WHERE U0."id" = 1)')) == ["U0"]
    assert list(shadowed('SELECT 1 FROM "a" WHERE (SELECT 1 FROM "b" U0) AND (SELECT 1 FROM "b" U0)')) == []


def test_a_rule_is_not_written_again(full: Register, monkeypatch: pytest.MonkeyPatch) -> None:
    from concerted.register.models import Commitment
    from concerted.register.models.condition import Condition

    user = full.people.chile
    asked = list(Commitment.objects.visible_to(user).order_by("pk"))
    monkeypatch.setattr(Condition, "_write", lambda *_: pytest.fail("written again"))
    assert list(Commitment.objects.visible_to(user).order_by("pk")) == asked
    assert asked
