"""Pages on which the secretariat keeps who is in, what parties are called, and who leads."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from django.test import Client

from concerted.register.models import LineLead
from tests.web.conftest import SLUG, Register
from tests.web.test_pages import faults

SIGNED_IN = Callable[[str], Client]
NOTE = {"said_by": "Letter of the river board"}


def read(client: Client, address: str, **asked: str) -> str:
    answer: Any = client.get(f"/{SLUG}/{address}", asked)
    assert answer.status_code == 200
    html: str = answer.content.decode()
    assert faults(html) == []
    return html


def test_a_party_comes_in_is_renamed_and_withdraws(decided: Register, signed_in: SIGNED_IN) -> None:
    client = signed_in("secretariat")
    new = f"/{SLUG}/partners/new/"
    assert client.post(new, {"known": "RWA", "code": "x", "standing": "acceded", **NOTE}).status_code == 422
    assert client.post(new, {"code": "RiverUnion", "standing": "acceded", **NOTE}).status_code == 422
    sent = {"code": "RiverUnion", "name_en": "Union of Rivers", "name_fr": "Union des rivières", "standing": "invited"}
    assert client.post(new, {**sent, "since": "2023-01-01", **NOTE}).status_code == 302
    assert "Union of Rivers" in read(client, "partners/", on="2023-06-01").partition('id="candidates"')[2]
    own = f"/{SLUG}/partners/RiverUnion/"
    for standing, since, status in (
        ("acceded", "", 422), ("acceded", "2024-01-01", 302), ("invited", "2024-06-01", 422),
        ("withdrawn", "2024-06-01", 302),
    ):  # fmt: skip
        sent = {"standing": standing, "since": since, **NOTE}
        assert client.post(f"{own}standing/", sent).status_code == status, (standing, since)
    assert "Union of Rivers" in read(client, "partners/", on="2024-03-01").partition('id="candidates"')[0]
    html = read(client, "partners/", on="2024-07-01")
    assert "Union of Rivers" in html.partition('id="former"')[2]
    assert "This is no day." in read(client, "partners/", on="2024-02-31")
    names = {"name_en": "League of Rivers", "since": "2024-02-01", **NOTE}
    assert client.post(f"{own}names/", names).status_code == 302
    html = read(client, "partners/RiverUnion/")
    assert "League of Rivers" in html.partition("</h1>")[0]
    assert "Letter of the river board" in html
    # What was recorded stands where one arrives, not only below all else.
    assert "Withdrawn <" in html.partition("<h2")[0] and 'href="#standing"' in html.partition("<h2")[0]
    for who in ("focal", "lead", "reader"):
        assert signed_in(who).get(new).status_code == 403


def test_the_one_thing_that_can_follow_is_chosen(decided: Register, signed_in: SIGNED_IN) -> None:
    client = signed_in("secretariat")
    client.post(f"/{SLUG}/partners/new/", {"known": "RWA", "standing": "acceded", **NOTE})
    assert re.search(r'value="withdrawn"[^>]*checked', read(client, "partners/RWA/standing/"))


def test_a_statement_shows_the_names_of_its_day(decided: Register, signed_in: SIGNED_IN) -> None:
    client = signed_in("secretariat")
    names = {"name_en": "Republic of the Lakes", "since": "2024-05-01", **NOTE}
    assert client.post(f"/{SLUG}/partners/UGA/names/", names).status_code == 302
    assert "Republic of the Lakes (as Uganda)" in read(client, decided.page.removeprefix(f"/{SLUG}/"))
    assert "(as Uganda)" not in read(client, "partners/")


def test_a_lead_is_given_and_ended(register: Register, signed_in: SIGNED_IN) -> None:
    client = signed_in("secretariat")
    given = {"party": "UGA", "since": "2024-01-01", **NOTE}
    assert client.post(f"/{SLUG}/lines/2/leads/new/", given).status_code == 302
    lead = LineLead.objects.get(line__number=2)
    # The board has room for a short name.
    names = {"name_en": "Republic of the Lakes", "short_en": "Lakes", "since": "2024-01-01", **NOTE}
    assert client.post(f"/{SLUG}/partners/UGA/names/", names).status_code == 302
    assert 'title="Republic of the Lakes"><bdi>Lakes</bdi>' in read(client, "")
    change = f"/{SLUG}/validity/lead/{lead.pk}/"
    sent = {"since": "2024-01-01", "until": "2024-03-01", "end_said_by": "a vote", "seen": "1", **NOTE}
    assert client.post(change, sent).status_code == 302
    assert "Led at another time by" in read(client, "lines/2/")
    assert signed_in("focal").post(change, sent).status_code == 403
