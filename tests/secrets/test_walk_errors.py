"""Each of the standing people sends every form empty, and finds no word that is not for them in what is refused."""

from __future__ import annotations

import pytest
from django.test import Client

from concerted.register.models import (
    User,
)
from tests.secrets.addresses import addresses, sampled, words_in
from tests.secrets.planting import WHO, words_for
from tests.standing import Register


@pytest.mark.parametrize("who", WHO)
def test_errors_tell_nothing(planted: Register, who: str) -> None:
    client = Client()
    if who != "nobody":
        client.force_login(User.objects.get(pk=getattr(planted.people, who).pk))
    theirs = words_for(who)
    for _name, address in sampled(addresses(), 5):
        answer = client.post(address, {})
        assert words_in(answer) <= theirs, (who, address)
