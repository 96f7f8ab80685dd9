"""On a coalition that is open, the public reads no official's name and none of their remarks, on any page or file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from django.apps import apps
from django.test import Client
from django.urls import resolve
from django.utils import timezone

from concerted.actions import (
    assessments,
    coalitions,
    commitments,
    guidelines,
    intake,
    papers,
    reports,
    review,
    totals,
    windows,
)
from concerted.register import queries
from concerted.register.models import (
    Anchor,
    Breach,
    CalendarEntry,
    Coalition,
    Commitment,
    Held,
    Meeting,
    Pack,
    PackKey,
    Party,
    Publication,
    Reach,
    Release,
    Statement,
    User,
)
from concerted.register.models.release import Released
from concerted.register.policy import POLICY
from concerted.register.queries import ledgers
from concerted.register.queries.histories import RECORDS
from concerted.terms.document import Document
from concerted.web.page_rights import PAGES, Opens
from concerted.web.past import is_readable
from tests.answers import said
from tests.sheets import written
from tests.web.conftest import AT, READING, SLUG, TEXT, Register
from tests.web.corrections import correct
from tests.web.kept import COMMON, SENT, enter
from tests.web.test_contributions import enter as contribute
from tests.web.test_pages import addresses, faults

SIGNED_IN = Callable[[str], Client]
REMARKS = {"comment": "zqcomment of a colleague", "note": "zqnote of a colleague", "evidence": "zqevidence in a letter"}
MODELS: list[Any] = list(apps.get_app_config("register").get_models())
LEADS_ON = "web:compare"
PROMISE = "pledged to share flood warnings within 90 days"


@pytest.fixture
def public(decided: Register, signed_in: SIGNED_IN) -> Register:
    """A coalition that is open, all of whose records are public, with names and remarks wherever there can be any."""
    secretariat, focal = (User.objects.get(username=name) for name in ("secretariat", "focal"))
    finding = decided.findings["act: welcomed the hospitality of Kenya"]
    review.undo(finding=finding, by=secretariat, at=AT, comment=REMARKS["comment"])
    review.accept(finding=finding, by=secretariat, at=AT, comment=REMARKS["comment"])
    kept = Commitment.objects.get(finding=decided.findings["act: decided to meet again <soon>"])
    commitments.change_status(
        commitment=kept.pk, status="in progress", evidence=REMARKS["evidence"], by=secretariat, at=AT
    )
    contribute(signed_in("focal"))
    for noun in SENT:
        number = enter(signed_in("secretariat" if noun in COMMON else "focal"), noun)
        if noun == "paper":
            papers.file(number=number, data=b"Nine.", name="cost.txt", seen=1, by=focal, at=AT)
        if noun == "action":
            signed_in("focal").post(f"/{SLUG}/actions/{number}/done", {"seen": "1", "text": "They are mended."})
    client = signed_in("secretariat")
    assessed(kept.pk, secretariat, focal)
    exchanged(secretariat, focal)
    CalendarEntry.objects.create(
        meeting=Meeting.objects.latest("pk"), uid="zquid@pilots.example", sequence=0, file="zqfile.ics"
    )
    correct(client, decided)
    again = f"{TEXT}\nFor the press: a longer bridge.\n"
    document = Document(again, title="Statement of the River Pact", source="again.md", language="en")
    intake.take_in(
        document=document,
        original=again.encode(),
        reading=replace(READING, text=again),
        coalition=SLUG,
        by=secretariat,
        at=AT,
        as_new=True,
    )
    orphan = Anchor.objects.get(standing="orphaned", finding__quote=PROMISE).finding_id
    client.post(f"/{SLUG}/orphans/{orphan}/withdraw", {"note": REMARKS["note"]})
    Statement.objects.update(given_by=focal, given_date=date(2024, 4, 30))
    coalitions.open_to_public(coalition=SLUG, by=secretariat, at=AT)
    everybody = Release.objects.get(coalition__slug=SLUG, kind=Reach.PUBLIC)
    for model in MODELS:
        if issubclass(model, Released):
            model._default_manager.filter(coalition=everybody.coalition).update(release=everybody)
    totals.publish(coalition=SLUG, currency="KES", by=secretariat, at=AT)
    return decided


def assessed(commitment: int, secretariat: User, focal: User) -> None:
    """Say what counts as done, and assess a partner; both with a name."""
    guidelines.write(commitment=commitment, full="A day.", partial="A month.", none="-", by=secretariat, at=AT)
    days = {"first": date(2024, 1, 1), "last": date(2024, 6, 30), "opens": date(2024, 5, 1), "closes": date(2124, 7, 1)}
    window = windows.add(coalition=SLUG, content=windows.Content(title="Half a year", **days), by=secretariat, at=AT)
    told = reports.Content(window, commitment, stand="in progress", text="They met.", evidence="A list")
    number = reports.add(coalition=SLUG, content=told, reach=Reach.COALITION, by=focal, at=AT)
    said = {"reasons": "It met.", "evidence": "The minutes."}
    assessments.assess(commitment=commitment, party="UGA", mark=1, report=number, by=secretariat, at=AT, **said)
    promise = Commitment.objects.get(text=PROMISE).pk
    guidelines.write(commitment=promise, full="All.", partial="Some.", none="-", by=secretariat, at=AT)
    lead = User.objects.get(username="lead")
    assessments.assess(commitment=promise, party="KEN", mark=0, by=lead, at=AT, **said)
    written(focal, {"kind": "funds", "summary": "Ropes", "source": "a letter"}, coalition=SLUG)


def exchanged(secretariat: User, focal: User) -> None:
    """Let a pack have come from a partner's own register, a record of it be held, and a plenary be late."""
    home = Coalition.objects.get(slug=SLUG)
    party = Party.objects.get(coalition=home, code="UGA")
    release = Release.objects.get(coalition=home, kind=Reach.COALITION)
    of = {"coalition": home, "owner": party, "release": release, "by": focal, "at": AT}
    days = {"since": AT.date()}
    PackKey.objects.create(**of, **days, party=party, register="far", key="far+1", courier=secretariat)
    counted = {"made_at": AT, "entries": 1, "records": 1, "done": 1}
    pack = Pack.objects.create(**of, **counted, party=party, outward=False, other="far", sha256="0" * 64)
    held = {"noun": "contribution", "origin": "far", "number": 1, "change": {}, "decision": "mine"}
    Held.objects.create(**of, **held, pack=pack)
    own = {"coalition": home, "release": release, "by": secretariat, "at": AT}
    Breach.objects.create(**own, series="plenary", due=date(2024, 1, 31))


def files(register: Register) -> Iterator[str]:
    """Give what can be read besides the pages: exports, a comparison, histories."""
    yield from (f"{register.page}export/{form}" for form in ("record", "akoma-ntoso", "annotations", "tables"))
    other = Statement.objects.latest("pk").pk
    yield from (f"{register.page}compare/{other}/", f"/{SLUG}/statements/{other}/compare/{register.statement}/")
    yield f"{register.page}?finding={next(iter(register.findings.values()))}"
    yield from (f"{register.page}findings/{pk}/" for pk in register.findings.values())
    yield f"{register.page}versions/1/"
    yield f"/{SLUG}/orphans/"
    yield f"/{SLUG}/totals/"
    yield from (f"/{SLUG}/totals/{one.pk}/" for one in Publication.objects.all())


def withheld() -> set[str]:
    """List every name and remark that the policy keeps to members, each of them somewhere in the register."""
    every: set[str] = set()
    silent: set[str] = set()
    for noun, entry in POLICY.items():
        model = next(one for one in MODELS if one.__name__ == noun)
        for name in entry.members.split():
            field = model._meta.get_field(name)
            # Which parties there are is known; which of them did it, no page that the public reads says at all.
            if field.related_model is Party:
                continue
            column = f"{name}__name" if field.is_relation else name
            found = {one for one in model.objects.values_list(column, flat=True) if one}
            every |= found
            silent |= set() if found else {f"{noun}.{name}"}
    assert silent == set(), "say something here"
    return every


@pytest.mark.parametrize("who", ["nobody", "stranger"])
def test_the_public_reads_no_name_and_no_remark(public: Register, signed_in: SIGNED_IN, who: str) -> None:
    client = Client() if who == "nobody" else signed_in(who)
    words, opened = withheld(), set()
    # One's own name stands in the head of every page.
    words -= {User.objects.get(username="stranger").name} if who == "stranger" else set()
    days = ("", "2024-05-02", timezone.localdate().isoformat()) if who == "stranger" else ("",)
    for address in (*addresses(public), *files(public)):
        for day in days if is_readable(address) else ("",):
            where = f"{address}{'&' if '?' in address else '?'}as_of={day}" if day else address
            answer = client.get(where)
            if answer.status_code == 200:
                opened.add(resolve(address.partition("?")[0]).view_name)
            text = said(answer)
            assert [one for one in words if one in text] == [], where
    assert opened >= {name for name, entry in PAGES.items() if entry is Opens.PUBLIC} - {LEADS_ON}


def test_a_member_reads_them(public: Register, signed_in: SIGNED_IN) -> None:
    client = signed_in("reader")
    text = "".join(said(client.get(address)) for address in (*addresses(public), *files(public)))
    # The corrected text says the day itself.
    for words in (*REMARKS.values(), "Amina Odhiambo", "Joseph Okello", "Command line"):
        assert words in text, words


@pytest.mark.parametrize(
    ("language", "secretariat"), [("en", "the secretariat"), ("fr", "le secrétariat"), ("ar", "فريق الأمانة")]
)
def test_the_secretariat_stands_for_its_people(public: Register, language: str, secretariat: str) -> None:
    client = Client()
    client.cookies["django_language"] = language
    for address in (public.page, f"/{SLUG}/meetings/", f"/{SLUG}/lines/1/"):
        html = client.get(address).content.decode()
        assert secretariat in html, address
        assert faults(html) == [], address


def test_histories_and_the_ledger_keep_them_too(public: Register) -> None:
    """Their pages are for members; whoever shows them otherwise shows no name."""
    stranger = User.objects.get(username="stranger")
    words = withheld()
    keys = {"line": "1", "partner": "UGA", "statement": str(public.statement)}
    keys |= {noun: str(model.objects.latest("pk").pk) for noun, (model, _by) in RECORDS.items() if noun not in keys}
    pages = {noun: queries.history(stranger, SLUG, noun, key, on=timezone.localdate()) for noun, key in keys.items()}
    assert pages["commitment"].entries and pages["commitment"].state
    for noun, page in pages.items():
        assert [one for one in words if one in str(page)] == [], noun
    assert ledgers.ledger(stranger, SLUG).own == 0
    assert ledgers.ledger(User.objects.get(username="reader"), SLUG).own
