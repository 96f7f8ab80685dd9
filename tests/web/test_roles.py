"""The page of roles, the working groups, and the coalition that opens to the public."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import resolve

from concerted.actions import coalitions, releases, working_groups
from concerted.register.models import Coalition, Commitment, Entry, Statement, User, WorkingGroupSeat
from concerted.register.queries.roles import roles
from concerted.terms.errors import Conflict, NotAllowed, NotFound
from concerted.web.page_rights import PAGES, Opens
from tests.web.conftest import AT, SLUG, Register
from tests.web.test_pages import addresses, faults

SIGNED_IN = Callable[[str], Client]
EVERYBODY = ("owner only", "named partners", "working group", "coalition", "public")


def user(name: str) -> User:
    return User.objects.get(username=name)


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_every_member_reads_what_each_role_may(register: Register, signed_in: SIGNED_IN, language: str) -> None:
    for who, mine in (("secretariat", "secretariat"), ("focal", "focal-point"), ("reader", "partner-reader")):
        client = signed_in(who)
        client.cookies["django_language"] = language
        html = client.get(f"/{SLUG}/roles/").content.decode()
        assert faults(html) == []
        assert len(re.findall(r'<h2 id="role-', html)) == 7
        assert re.findall(r'<h2 id="role-([\w-]+)">[^<]*<span class="tag">', html) == [mine]
        assert f'href="/{SLUG}/roles/"' in client.get(f"/{SLUG}/").content.decode()


def test_the_page_says_what_the_rules_do(register: Register) -> None:
    rows = {row.role: row for row in roles(user("reader"), SLUG).roles}
    assert rows["secretariat"].of_coalition == EVERYBODY
    assert rows["secretariat"].of_others == ("coalition", "public")
    assert rows["focal point"].of_own == EVERYBODY
    assert rows["observer"].of_coalition == ("coalition", "public")
    assert rows["observer"].of_others == ("public",)
    assert rows["auditor"].of_others == ("coalition", "public")
    assert rows["line lead"].of_others == ("working group", "coalition", "public")
    assert rows["public"].of_coalition == ("public",)
    assert rows["public"].permissions == ()


def test_the_secretariat_gives_and_ends_seats(register: Register, signed_in: SIGNED_IN) -> None:
    client, where = signed_in("secretariat"), f"/{SLUG}/lines/2/"
    sent = {"party": "UGA", "since": "2024-01-01", "said_by": "Letter of the ports"}
    assert client.post(f"{where}seats/new/", {**sent, "said_by": ""}).status_code == 422
    assert client.post(f"{where}seats/new/", sent).status_code == 302
    assert client.post(f"{where}seats/new/", sent).status_code == 422
    seat = WorkingGroupSeat.objects.get()
    html = client.get(where).content.decode()
    assert faults(html) == []
    assert "Letter of the ports" in html
    ended = {"since": "2024-01-01", "until": "2024-02-01", "said_by": "Letter of the ports", "seen": "1"}
    change = f"/{SLUG}/validity/seat/{seat.pk}/"
    assert client.post(change, {**ended, "until": "2023-12-31"}).status_code == 422
    assert client.post(change, ended).status_code == 302
    assert client.post(change, {**ended, "until": "2024-03-01"}).status_code == 409
    assert "Seats at another time" in client.get(where).content.decode()
    assert client.post(change, {"strike": "1", "seen": "2"}).status_code == 302
    assert client.get(change).status_code == 404
    assert "Give a seat" not in signed_in("focal").get(where).content.decode()
    with pytest.raises(NotAllowed):
        working_groups.seat(coalition=SLUG, line=1, party="UGA", said_by="a letter", by=user("focal"), at=AT)
    with pytest.raises(NotFound):
        working_groups.seat(coalition=SLUG, line=1, party="UGA", said_by="a letter", by=user("stranger"), at=AT)


def test_the_secretariat_alone_opens_and_closes(register: Register, signed_in: SIGNED_IN) -> None:
    for who, expected in (("focal", 403), ("reader", 403), ("stranger", 404)):
        assert signed_in(who).post(f"/{SLUG}/open/").status_code == expected
    with pytest.raises(NotAllowed):
        coalitions.open_to_public(coalition=SLUG, by=user("focal"), at=AT)
    client = signed_in("secretariat")
    for sent, is_open in (({}, True), ({"close": "1"}, False)):
        assert client.post(f"/{SLUG}/open/", sent).status_code == 302
        assert Coalition.objects.get(slug=SLUG).is_open is is_open
    assert Entry.objects.filter(action__in=("coalition.open_to_public", "coalition.close")).count() == 2
    with pytest.raises(Conflict):
        coalitions.close(coalition=SLUG, by=user("secretariat"), at=AT)


def test_the_public_reads_public_rows_of_an_open_coalition_alone(decided: Register) -> None:
    by = user("secretariat")
    assert Client().get(f"/{SLUG}/")["Location"].startswith("/sign-in/")
    coalitions.open_to_public(coalition=SLUG, by=by, at=AT)
    for address in (f"/{SLUG}/", f"/{SLUG}/commitments/", f"/{SLUG}/statements/", f"/{SLUG}/search/?q=flood"):
        html = Client().get(address).content.decode()
        assert faults(html) == [], address
        assert "flood warnings" not in html, address
        assert f'href="/{SLUG}/review/"' not in html, address
    assert Client().get(decided.page).status_code == 404
    statement = Statement.objects.get()
    releases.release(noun="statement", record=statement.pk, reach="public", with_records=True, by=by, at=AT)
    promise = Commitment.objects.order_by("pk")[0]
    releases.release(noun="commitment", record=promise.pk, reach="coalition", by=by, at=AT)
    assert Client().get(decided.page).status_code == 200
    assert Client().get(f"/{SLUG}/commitments/{promise.pk}/").status_code == 404
    assert "flood warnings" in Client().get(f"{decided.page}export/record").content.decode()
    for address in addresses(decided):
        answer = Client().get(address)
        name = resolve(address.split("?")[0]).view_name
        assert (answer.status_code == 302) == (PAGES[name] is not Opens.PUBLIC), address
        if answer.status_code == 200:
            assert faults(answer.content.decode()) == [], address
