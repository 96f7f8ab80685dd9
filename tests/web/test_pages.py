"""Every page for everybody: members see it, strangers find nothing, nobody gets in without a sign-in."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from html.parser import HTMLParser

import pytest
from django.test import Client

from concerted.register import queries
from concerted.register.nouns import NOUNS
from concerted.web.kept_words import WORDS
from tests.web.conftest import SLUG, Register
from tests.web.page_words import english, pieces

VOID = {"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}
SIGNED_IN = Callable[[str], Client]


class Strict(HTMLParser):
    """Notes what is wrong with a page: tags that do not close, ids twice, links to nowhere, inline code."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.anchors: set[str] = set()
        self.faults: list[str] = []
        self.labels: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = dict(attrs)
        if tag == "a" and "a" in self.open:
            self.faults.append("a link in a link")
        if tag not in VOID:
            self.open.append(tag)
        if "id" in names:
            self.ids.append(str(names["id"]))
        if (href := names.get("href") or "").startswith("#"):
            self.anchors.add(href[1:])
        if names.get("for"):
            self.labels.add(str(names["for"]))
        self.faults += [f"{tag} has {name}" for name in names if name == "style" or name.startswith("on")]
        if tag == "style" or (tag == "script" and not names.get("src")):
            self.faults.append(f"inline {tag}")

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID:
            return
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"</{tag}> closes nothing")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()


def faults(html: str) -> list[str]:
    page = Strict()
    page.feed(html)
    page.close()
    twice = sorted({name for name in page.ids if page.ids.count(name) > 1})
    nowhere = sorted(page.anchors - set(page.ids))
    unlabelled = sorted(page.labels - set(page.ids))
    return [
        *page.faults,
        *(f"<{tag}> stays open" for tag in page.open),
        *(f"id {name} twice" for name in twice),
        *(f"#{name} leads nowhere" for name in nowhere),
        *(f"label for {name}, which is not there" for name in unlabelled),
    ]


def _entry() -> int:
    """Give the place of an entry that every member sees."""
    from concerted.register.models import Entry, Leaf

    return Leaf.objects.filter(entry__in=Entry.objects.filter(noun="finding")).order_by("index")[0].index


def addresses(register: Register) -> Iterator[str]:
    """Give the address of every page, those of all records included."""
    from concerted.register.models import Assessment, Guideline, User, Window
    from tests.web.conftest import AT

    user, today = User.objects.get(username="secretariat"), AT.date()
    names = (
        "statements",
        "commitments",
        "partners",
        "lines",
        *(NOUNS[name].plural for name in WORDS),
        "meetings",
        "clock",
        "instruments",
        "review",
        "totals",
        "assessments",
        "scores",
        "reporting",
        "imports",
        "packs",
        *(f"sheets/{name}" for name in ("contribution", "requirement")),
        "changed/requirements",
    )
    yield from (f"/{SLUG}/questions/", f"/{SLUG}/questions/new/?party=UGA")
    for name in WORDS:
        rows = queries.kept_list(user, SLUG, name).rows
        yield from (f"/{SLUG}/{NOUNS[name].plural}/{row.id}/" for row in rows)
    yield from (f"/{SLUG}/assessments/{pk}/" for pk in Assessment.objects.values_list("pk", flat=True))
    yield from (f"/{SLUG}/guidelines/{pk}/" for pk in Guideline.objects.values_list("pk", flat=True))
    yield from (f"/{SLUG}/reporting/{pk}/" for pk in Window.objects.values_list("pk", flat=True))
    yield from (f"/{SLUG}/questions/{row.id}/" for row in queries.clarifications(user, SLUG))
    yield from (f"/{SLUG}/totals/{one.publication.id}/" for one in queries.totals(user, SLUG).newest)
    yield f"/{SLUG}/"
    yield from (f"/{SLUG}/{name}/" for name in names)
    yield from (f"/{SLUG}/ledger/", f"/{SLUG}/ledger/entries/{_entry()}/")
    yield from (f"/{SLUG}/search/", f"/{SLUG}/search/?q=flood", f"/{SLUG}/search/?q=nothing-like-it")
    yield register.page
    yield f"{register.page}?kind=commitment&line=1"
    yield f"{register.page}findings/{next(iter(register.findings.values()))}/correct/"
    yield from (f"/{SLUG}/commitments/{row.id}/" for row in queries.commitments(user, SLUG, today=today).rows)
    yield from (f"/{SLUG}/partners/{row.party.code}/" for row in queries.partners(user, SLUG, on=AT.date()).partners)
    yield from (f"/{SLUG}/lines/{row.line.number}/" for row in queries.lines(user, SLUG, today=today))
    yield from (f"/{SLUG}/instruments/{row.id}/" for row in queries.instruments(user, SLUG))
    yield from (f"/{SLUG}/meetings/{row.meeting.id}/" for row in queries.meetings(user, SLUG))


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_the_secretariat_reads_every_page(decided: Register, signed_in: SIGNED_IN, language: str) -> None:
    client = signed_in("secretariat")
    client.cookies["django_language"] = language
    for address in addresses(decided):
        answer = client.get(address)
        assert answer.status_code == 200, address
        html = answer.content.decode()
        assert faults(html) == [], address
        assert html.count("<h1") == 1, address
        assert f'<html lang="{language}" dir="{"rtl" if language == "ar" else "ltr"}">' in html


def test_an_empty_record_says_what_to_do_next(register: Register, signed_in: SIGNED_IN) -> None:
    client = signed_in("reader")
    for name in ("commitments", "contributions", "instruments"):
        answer = client.get(f"/{SLUG}/{name}/")
        assert answer.status_code == 200
        assert 'class="empty"' in answer.content.decode(), name
        assert faults(answer.content.decode()) == []


@pytest.mark.parametrize("person", ["focal", "reader"])
def test_members_read_and_cannot_review(decided: Register, signed_in: SIGNED_IN, person: str) -> None:
    client = signed_in(person)
    for address in addresses(decided):
        refused = ("/correct/", "/packs/") if person == "reader" else ("/correct/",)
        expected = 403 if address.endswith(refused) or "/questions/new/" in address else 200
        answer = client.get(address)
        assert answer.status_code == expected, address
        assert "data-verb" not in answer.content.decode(), address


def test_in_french_no_page_says_in_english_what_is_translated(decided: Register, signed_in: SIGNED_IN) -> None:
    client, found = signed_in("secretariat"), dict[str, str]()
    # An entry of the ledger is shown as it is kept.
    places = [one for one in addresses(decided) if "/ledger/" not in one]
    for address in (*places, "/account/tokens/"):
        page = client.get(address, headers={"Accept-Language": "fr"}).content.decode()
        found |= dict.fromkeys(pieces(page, "fr"), address)
    assert [(found[one], one) for one in english(found)] == []
    assert english(["Your sign-in", "Reports are taken until 3 May 2024.", "Date", "Votre connexion"]) == [
        "Your sign-in",
        "Reports are taken until 3 May 2024.",
    ]


def test_a_stranger_finds_nothing(decided: Register, signed_in: SIGNED_IN) -> None:
    client = signed_in("stranger")
    for address in addresses(decided):
        answer = client.get(address)
        assert answer.status_code == 404, address
        assert "River Pact" not in answer.content.decode(), address


def test_without_a_sign_in_every_page_leads_to_the_entrance(decided: Register) -> None:
    client = Client()
    for address in addresses(decided):
        answer = client.get(address)
        assert answer.status_code == 302, address
        assert answer["Location"].startswith("/sign-in/?next="), address


def test_every_answer_carries_a_policy_that_allows_no_inline_code(register: Register, signed_in: SIGNED_IN) -> None:
    answer = signed_in("reader").get(f"/{SLUG}/")
    policy = answer["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy


def test_the_home_page_leads_to_the_only_coalition(register: Register, signed_in: SIGNED_IN) -> None:
    assert signed_in("reader").get("/")["Location"] == f"/{SLUG}/"


def test_every_link_to_a_partner_leads_to_a_page(register: Register, signed_in: SIGNED_IN) -> None:
    client = signed_in("secretariat")

    def linked() -> set[str]:
        pages = (register.page, f"/{SLUG}/", f"/{SLUG}/review/", f"/{SLUG}/commitments/")
        return {
            code
            for page in pages
            for code in re.findall(rf"/{SLUG}/partners/(\w+)/", client.get(page).content.decode())
        }

    # A proposal names a party of which the record holds nothing yet.
    assert "<bdi>African Union</bdi>" in client.get(register.page).content.decode()
    assert "AU" not in linked()
    client.post(register.finding("act: called on all riparian states to join them", "accept"))
    assert "AU" in linked()
    assert {client.get(f"/{SLUG}/partners/{code}/").status_code for code in linked()} == {200}


def test_the_original_is_handed_out_and_never_shown(register: Register, signed_in: SIGNED_IN) -> None:
    answer = signed_in("reader").get(register.page + "original")
    assert "attachment" in answer["Content-Disposition"]
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert b"River Pact" in answer.content


def test_the_board_shows_what_is_due_and_from_where(decided: Register, signed_in: SIGNED_IN) -> None:
    html = signed_in("reader").get(f"/{SLUG}/").content.decode()
    assert "Meeting of ministers" in html
    assert f'href="/{SLUG}/lines/1/#commitments"' in html
    assert "<svg" in html
