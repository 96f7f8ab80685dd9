"""Invitations and their ends: one way in, for whom the secretariat has named, once, and a way out."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.test import Client, override_settings
from django.utils import timezone

from concerted.actions import invitations, users
from concerted.register.models import Invitation, Membership, User
from concerted.terms.errors import NotFound
from tests.web.conftest import PASSWORD, SLUG, Register
from tests.web.test_identity_provider import arrive, serving
from tests.web.test_pages import faults
from tests.web.test_sign_in import enter, set_app_up

SIGNED_IN = Callable[[str], Client]
PEOPLE = f"/{SLUG}/people/"
WANTED = {"email": "Li.Wei@harbour.example", "name": "Li Wei", "role": "focal point", "party": "UGA"}
CHOSEN = {"username": "li.wei", "name": "Li Wei", "password": "eleven slow barges"}
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")


def invite(client: Client, **changed: str) -> str:
    """Invite somebody on the page; gives the address of the link."""
    answer = client.post(PEOPLE, WANTED | changed)
    html = answer.content.decode()
    assert answer.status_code == 200, re.findall(r'class="error"[^>]*>([^<]*)', html)
    assert faults(html) == []
    return str(re.search(r"http://testserver(/account/invitation/[^<\s]+/)", html)[1])  # type: ignore[index]


def test_an_invited_person_comes_in_and_is_what_the_invitation_says(register: Register, signed_in: SIGNED_IN) -> None:
    link = invite(signed_in("secretariat"))
    (sent,) = mail.outbox
    assert (sent.to, link in sent.body) == (["li.wei@harbour.example"], True)
    client = Client()
    html = client.get(link).content.decode()
    assert "Amina Odhiambo invites you to the record of River Pact" in html
    assert faults(html) == []
    assert client.post(link, CHOSEN)["Location"] == "/account/"
    assert client.get(f"/{SLUG}/").status_code == 200
    part = Membership.objects.get(user__username="li.wei")
    assert (part.role, part.party.code, part.user.email) == ("focal point", "UGA", "li.wei@harbour.example")
    assert part.user.language == "en"
    # Name or confirmed address: both are a way in.
    for login in ("li.wei", "li.wei@harbour.example"):
        assert enter(Client(), login, CHOSEN["password"]).status_code == 302
    made = Invitation.objects.get()
    assert made.accepted_by == part.user
    assert link.rsplit("/", 2)[1] not in str(Invitation.objects.values())


def test_a_link_works_once(register: Register, signed_in: SIGNED_IN) -> None:
    link = invite(signed_in("secretariat"))
    Client().post(link, CHOSEN)
    for answer in (Client().get(link), Client().post(link, CHOSEN | {"username": "other"})):
        assert answer.status_code == 404
        assert "The link does not work" in answer.content.decode()
        assert faults(answer.content.decode()) == []
    assert not User.objects.filter(username="other").exists()


def test_a_link_is_shown_once_and_not_kept(register: Register, signed_in: SIGNED_IN) -> None:
    client = signed_in("secretariat")
    link = invite(client)
    assert link not in client.get(PEOPLE).content.decode()
    from concerted.register.models import Entry

    assert not any(link.rsplit("/", 2)[1] in (one.after or "") for one in Entry.objects.all())


def test_a_withdrawn_link_works_no_longer(register: Register, signed_in: SIGNED_IN) -> None:
    client = signed_in("secretariat")
    link = invite(client)
    assert client.post(f"/{SLUG}/invitations/{Invitation.objects.get().pk}/withdraw/").status_code == 302
    assert Client().post(link, CHOSEN).status_code == 404
    assert "Nobody is invited." in client.get(PEOPLE).content.decode()


def test_a_link_ends_after_fourteen_days(register: Register) -> None:
    at = timezone.now()
    made = invitations.invite(
        coalition=SLUG,
        email="a@b.example",
        name="A",
        role="observer",
        by=User.objects.get(username="secretariat"),
        at=at,
    )
    given = {"token": made.token, "username": "a", "name": "A", "password": "eleven slow barges"}
    with pytest.raises(NotFound):
        invitations.accept(at=at + timedelta(days=14), **given)
    invitations.accept(at=at + timedelta(days=14) - timedelta(seconds=1), **given)


def test_an_invitation_does_not_outlive_the_right_of_who_made_it(register: Register, signed_in: SIGNED_IN) -> None:
    link = invite(signed_in("secretariat"))
    Membership.objects.filter(user__username="secretariat").delete()
    assert Client().post(link, CHOSEN).status_code == 404


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"email": "no address"}, "email"),
        ({"party": ""}, "party"),
        ({"role": "line lead", "party": ""}, "line"),
        ({"role": "secretariat"}, "party"),
        ({"role": "observer", "organisation": "Press"}, "organisation"),
        ({"role": "public"}, "role"),
    ],
)
def test_a_role_that_cannot_be_is_refused_at_its_field(
    register: Register, signed_in: SIGNED_IN, changed: dict[str, str], field: str
) -> None:
    answer = signed_in("secretariat").post(PEOPLE, WANTED | changed)
    assert answer.status_code == 422
    assert field in answer.context["form"].errors
    assert faults(answer.content.decode()) == []
    assert not Invitation.objects.exists()


def test_the_same_address_is_not_invited_twice_to_one_role(register: Register, signed_in: SIGNED_IN) -> None:
    client = signed_in("secretariat")
    invite(client)
    assert "is invited already" in client.post(PEOPLE, WANTED).content.decode()


def test_a_weak_password_and_a_name_that_is_taken_are_said_at_their_fields(
    register: Register, signed_in: SIGNED_IN
) -> None:
    link = invite(signed_in("secretariat"))
    for changed, field in (
        ({"password": "short"}, "password"),
        ({"password": "password1234"}, "password"),
        ({"username": "Focal"}, "username"),
    ):
        answer = Client().post(link, CHOSEN | changed)
        assert (answer.status_code, list(answer.context["form"].errors)) == (422, [field])
        assert faults(answer.content.decode()) == []
    assert Client().post(link, CHOSEN).status_code == 302


def test_somebody_with_an_account_takes_the_role_with_it(register: Register, signed_in: SIGNED_IN) -> None:
    link = invite(signed_in("secretariat"), role="line lead", line="1", email="joseph@water.example")
    client = signed_in("focal")
    assert "Accept as Joseph Okello" in client.get(link).content.decode()
    assert client.post(link).status_code == 302
    assert {one.role for one in Membership.objects.filter(user__username="focal")} == {"focal point", "line lead"}
    assert Client().get(link).status_code == 404


def test_who_belongs_elsewhere_does_not_take_a_role_of_another_partner(
    register: Register, signed_in: SIGNED_IN
) -> None:
    at = timezone.now()
    operator = users.operator(at=at)
    users.add(username="ken", password=PASSWORD, coalition=SLUG, role="focal point", party="KEN", by=operator, at=at)
    link = invite(signed_in("secretariat"), role="partner reader", party="KEN")
    answer = signed_in("focal").post(link)
    assert answer.status_code == 422
    assert "belongs to" in answer.content.decode()


@pytest.mark.parametrize("person", ["focal", "reader", "stranger"])
def test_nobody_else_sees_the_people_or_invites(register: Register, signed_in: SIGNED_IN, person: str) -> None:
    invite(signed_in("secretariat"))
    client, number = signed_in(person), Invitation.objects.get().pk
    expected = 404 if person == "stranger" else 403
    assert client.get(PEOPLE).status_code == expected
    assert client.post(PEOPLE, WANTED | {"email": "other@harbour.example"}).status_code == expected
    assert client.post(f"{PEOPLE}reader/dismiss/").status_code == expected
    assert client.post(f"{PEOPLE}reader/second-step/").status_code == expected
    assert client.post(f"/{SLUG}/invitations/{number}/withdraw/").status_code in (403, 404)
    assert Invitation.objects.get().withdrawn_at is None
    assert PEOPLE not in client.get("/", follow=True).content.decode()


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_the_page_of_people_in_every_language(register: Register, signed_in: SIGNED_IN, language: str) -> None:
    client = signed_in("secretariat")
    link = invite(client)
    client.cookies["django_language"] = language
    for page in (PEOPLE, f"{PEOPLE}reader/dismiss/", f"{PEOPLE}reader/second-step/", link):
        html = client.get(page).content.decode()
        assert faults(html) == [], page
        assert html.count("<h1") == 1, page


def test_whoever_is_dismissed_is_out_at_once(register: Register, signed_in: SIGNED_IN) -> None:
    link = invite(signed_in("secretariat"))
    client = Client()
    client.post(link, CHOSEN)
    assert signed_in("secretariat").post(f"{PEOPLE}li.wei/dismiss/").status_code == 302
    assert client.get(f"/{SLUG}/").status_code == 302
    assert enter(Client(), "li.wei", CHOSEN["password"])["Location"] == "/account/inactive/"
    assert not Membership.objects.filter(user__username="li.wei").exists()
    # The address is free again.
    again = invite(signed_in("secretariat"))
    assert Client().post(again, CHOSEN | {"username": "li.wei.2"}).status_code == 302


def test_whoever_is_in_another_coalition_too_keeps_the_account(register: Register, signed_in: SIGNED_IN) -> None:
    at = timezone.now()
    users.add(username="reader", password="", coalition="other", role="observer", by=users.operator(at=at), at=at)
    signed_in("secretariat").post(f"{PEOPLE}reader/dismiss/")
    client = Client()
    assert enter(client, "reader").status_code == 302
    assert client.get(f"/{SLUG}/").status_code == 404


def test_nobody_dismisses_themselves_or_the_command_line(register: Register, signed_in: SIGNED_IN) -> None:
    for name in ("secretariat", "operator"):
        signed_in("secretariat").post(f"{PEOPLE}{name}/dismiss/")
        assert Membership.objects.filter(user__username=name).exists()


def test_a_lost_second_step_is_taken_away(register: Register, signed_in: SIGNED_IN) -> None:
    client = Client()
    enter(client, "focal")
    set_app_up(client)
    assert enter(Client(), "focal")["Location"] == "/account/second-factor/authenticate/"
    assert signed_in("secretariat").post(f"{PEOPLE}focal/second-step/").status_code == 302
    assert client.get(f"/{SLUG}/").status_code == 302
    assert enter(Client(), "focal")["Location"] == "/"


def test_a_partner_is_told_who_is_invited_to_its_rows(register: Register, signed_in: SIGNED_IN) -> None:
    focal = User.objects.get(username="focal")
    EmailAddress.objects.create(user=focal, email="joseph@water.example", verified=True, primary=True)
    invite(signed_in("secretariat"))
    invite(signed_in("secretariat"), role="observer", party="", email="press@news.example")
    told = [one for one in mail.outbox if one.to == ["joseph@water.example"]]
    assert len(told) == 1
    assert "Amina Odhiambo has invited Li Wei (li.wei@harbour.example)" in told[0].body
    assert "/account/invitation/" not in told[0].body


def test_links_lead_to_the_origin_whatever_the_request_calls_the_site(register: Register, signed_in: SIGNED_IN) -> None:
    EmailAddress.objects.create(
        user=User.objects.get(username="reader"), email="maria@water.example", verified=True, primary=True
    )
    with override_settings(ORIGIN="https://record.example.org"):
        Client(HTTP_HOST="localhost:1234").post("/account/password/forgotten/", {"email": "maria@water.example"})
        signed_in("secretariat").post(PEOPLE, WANTED, HTTP_HOST="localhost:1234")
    links = [re.findall(r"https?://\S+/account/\S+", str(one.body)) for one in mail.outbox]
    assert [one.startswith("https://record.example.org/account/") for each in links for one in each] == [True, True]


def test_a_mail_that_cannot_be_sent_leaves_the_link(register: Register, signed_in: SIGNED_IN) -> None:
    broken = {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": "127.0.0.1",
        "EMAIL_PORT": 9,
    }
    with override_settings(**broken):
        link = invite(signed_in("secretariat"))
    assert Client().get(link).status_code == 200


def test_an_invited_person_comes_in_by_the_ministry(register: Register, signed_in: SIGNED_IN) -> None:
    invite(signed_in("secretariat"), email="nobody@interior.example")
    with serving() as ministry:
        client = Client()
        assert arrive(ministry, "stranger", client)["Location"] == "/"
        part = Membership.objects.get(user__username="nobody")
        assert (part.role, part.party.code, part.user.name) == ("focal point", "UGA", "No Body")
        assert not part.user.has_usable_password()
        assert client.get(f"/{SLUG}/").status_code == 200
        assert arrive(ministry, "stranger")["Location"] == "/"


def test_limits_hold_for_links_too(register: Register) -> None:
    answers: list[Any] = [Client().post("/account/invitation/guess/", CHOSEN).status_code for _ in range(21)]
    assert answers[-1] == 429
