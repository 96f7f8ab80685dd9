"""What a person is in a coalition is asked for once in a request, and anew as soon as something was written."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from concerted.actions import members
from concerted.register.asker import remembering
from concerted.register.queries.scope import enter
from concerted.terms.errors import NotFound
from tests.standing import AT, SLUG, Register


def test_only_the_first_question_of_a_request_asks_for_it(register: Register) -> None:
    with remembering():
        first = enter(register.people.norway, SLUG)
        with CaptureQueriesContext(connection) as asked:
            assert enter(register.people.norway, SLUG) == first
        assert len(asked) == 0
        assert enter(register.people.chile, SLUG).part != first.part
        with pytest.raises(NotFound):
            enter(register.people.norway, "other-pact")


def test_a_change_shows_within_the_same_request(register: Register) -> None:
    who, by = register.people.observer, register.people.secretariat
    with remembering():
        assert enter(who, SLUG).part.roles == ("observer",)
        members.dismiss(username=who.username, coalition=SLUG, by=by, at=AT)
        with pytest.raises(NotFound):
            enter(who, SLUG)
