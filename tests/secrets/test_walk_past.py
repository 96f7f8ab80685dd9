"""Each of the standing people reads the past of every page, and finds no word that is not for them."""

from __future__ import annotations

import pytest
from django.test import Client
from django.utils import timezone

from concerted.register.models import (
    Reach,
    User,
)
from concerted.web.page_rights import PAGES, Opens
from concerted.web.past import is_readable
from tests.secrets.addresses import HEAVY, sampled, walked, words_in
from tests.secrets.planting import HOLDERS, INVITED, WHO, words_for
from tests.standing import AT, Register


@pytest.mark.parametrize("who", [who for who in WHO if who != "nobody"])
def test_nobody_finds_in_the_past_what_is_not_for_them(planted: Register, who: str) -> None:
    """Today reads as today; a day before anything was narrowed shows nothing of what has been since."""
    client = Client()
    client.force_login(User.objects.get(pk=getattr(planted.people, who).pk))
    theirs, found = words_for(who) - {INVITED}, {day: set[str]() for day in (timezone.localdate(), AT.date())}
    for day, seen in found.items():
        for name, address in sampled(walked(), 5):
            reads = isinstance(PAGES[name], Opens) and is_readable(address)
            if not reads or name in HEAVY or (name == "web:export" and not address.endswith("record")):
                continue
            answer = client.get(f"{address}?as_of={day}")
            leaked = words_in(answer) - theirs
            assert not leaked, f"{who} finds {leaked} at {address} as of {day}"
            seen |= words_in(answer)
    assert found[timezone.localdate()] == theirs
    # On that day all but what partners give was the coalition's own, for its members.
    kept = {holder.word for holder in HOLDERS if not holder.owner and holder.reach in (Reach.COALITION, Reach.PUBLIC)}
    assert found[AT.date()] >= (set() if who == "stranger" else kept)
