"""Each of the standing people opens every page with every number, and finds no word that is not for them."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client
from django.urls import get_resolver, reverse
from django.utils import timezone

from concerted.register.models import (
    Call,
    Clarification,
    Commitment,
    Contribution,
    Finding,
    Instrument,
    LineOfEffort,
    Meeting,
    Party,
    Publication,
    Reach,
    Statement,
    User,
)
from concerted.web.page_rights import PAGES, Opens
from concerted.web.past import is_readable
from tests.answers import said
from tests.secrets.planting import HOLDERS, INVITED, WHO, WORDS, pair, unplanted, words_for
from tests.standing import AT, SLUG, Register
from tests.web.test_page_rights import pages

NOUNS: dict[str, Any] = {
    "statement": Statement,
    "commitment": Commitment,
    "call": Call,
    "contribution": Contribution,
    "meeting": Meeting,
    "instrument": Instrument,
    "publication": Publication,
    "clarification": Clarification,
}
PLACES = {"clarification": "questions", "publication": "totals"}
# Bytes that are as they are, whatever the day, and pages of two statements that each have one of their own.
HEAVY = ("web:comparison", "web:original", "web:version-original")
NOT_THERE = 9_999_999
# Text that is no secret of a holder's: terms of the register, codes, hashes, and what holders share.
SHARED_FIELDS = {
    "Cadence.series",
    "Coalition.name",
    "Coalition.slug",
    "LineLead.said_by",
    "LineOfEffort.title",
    "Membership.organisation",
    "Membership.role",
    "Party.code",
    "Party.name",
    "Release.kind",
    "User.name",
    "User.username",
    "Statement.kind",
    "Statement.language",
    "Statement.media_type",
    "Statement.sha256",
    "Statement.source",
    "Version.media_type",
    "Version.sha256",
    "Version.source",
    "Finding.fact",
    "Finding.kind",
    "Decision.verdict",
    "Anchor.standing",
    "Anchor.how",
    "Anchor.turned",
    "Participation.role",
    "Commitment.due_words",
    "Commitment.status",
    "Commitment.aim",
    "Commitment.targets",
    "Commitment.marks",
    "Call.due_words",
    "StatusChange.status",
    "Contribution.kind",
    "Contribution.currency",
    "Publication.currency",
    "Publication.figures",
    "PublicationBasis.reasons",
    "PublicationBasis.cells",
    "Instrument.said_by",
    "Citation.relation",
    "Meeting.said_by",
    "Meeting.status",
    "Obligation.series",
    "SearchEntry.noun",
    "SearchEntry.key",
    "Entry.act",
    "Invitation.role",
    "Invitation.digest",
    "Entry.action",
    "Entry.noun",
    "Entry.record",
    "Entry.root_noun",
    "Entry.root",
    "Entry.salt",
    "Leaf.hash",
    "Tile.hash",
    "Checkpoint.note",
    "Sighting.noun",
    "Rerelease.noun",
    "Rerelease.record",
    "Context.act",
    "Context.action",
    "Anchor.candidates",
    "Anchor.corrected",
    "Anchor.note",
    "Decision.corrected",
}


def test_every_field_of_text_holds_a_word(planted: Register) -> None:
    assert unplanted() <= SHARED_FIELDS


def addresses() -> Iterator[tuple[str, str]]:
    """Give every page with everything that its address can name: every row there is, and one that there is not."""
    first = list(Statement.objects.order_by("pk").values_list("pk", flat=True))
    own = {Finding.objects.filter(statement=one, fact="act").earliest("pk").pk: one for one in first}
    known: dict[str, list[Any]] = {
        "slug": [SLUG],
        "code": list(Party.objects.values_list("code", flat=True)),
        "finding": list(own),
        "other": first[:3],
        "version": [1, 2],
        "form": ["record", "akoma-ntoso", "annotations", "tables"],
        "verdict": ["accept"],
        "noun": [*NOUNS, "line", "partner"],
        "index": [0, 1, 40],
        "username": ["nils", "ada"],
        "invitation": [1],
    }
    for name, page in pages(get_resolver().url_patterns):
        if not name.startswith("web:"):
            continue
        wanted = [one for one in page.pattern.converters if one not in ("number", "key")]
        assert set(wanted) <= set(known), f"{name}: say here what {set(wanted) - set(known)} can be"
        for values in itertools.product(*(known[one] for one in wanted)):
            named = dict(zip(wanted, values, strict=True))
            place = named.get("noun") or str(page.pattern).partition("/")[2].partition("/")[0]
            for given in _numbers(page, place):
                # A finding stands under its own statement; under one other it is as good as under all others.
                if "finding" not in named or given.get("number", first[0]) in (first[0], own[named["finding"]]):
                    yield name, reverse(name, kwargs=named | given)


def _numbers(page: Any, place: str) -> list[dict[str, Any]]:
    """Give what a page calls the rows of its place by, which is a noun or the first part of its address."""
    if "number" in page.pattern.converters:
        numbers = LineOfEffort.objects.values_list("number", flat=True) if place in ("line", "lines") else _pks(place)
        return [{"number": one} for one in (*sorted(set(numbers)), NOT_THERE)]
    if "key" in page.pattern.converters:
        fields: dict[str, Any] = {"line": (LineOfEffort, "number"), "partner": (Party, "code")}
        model, field = fields.get(place, (NOUNS.get(place), "pk"))
        keys = sorted(set(model.objects.values_list(field, flat=True)))
        return [{"key": str(one)} for one in (*keys, NOT_THERE)]
    return [{}]


def _pks(place: str) -> list[int]:
    """Give the numbers of all rows of a place, whoever sees them; those of every noun where it is none's."""
    models = [model for noun, model in NOUNS.items() if place in (noun, f"{noun}s", PLACES.get(noun))]
    return [pk for model in models or NOUNS.values() for pk in model.objects.values_list("pk", flat=True)]


def words_in(answer: Any) -> set[str]:
    """Find the holders' words in what was answered: the page, a file and those in it, a header."""
    text = said(answer)
    return {word for word in WORDS if word in text}


@pytest.mark.parametrize("who", WHO)
def test_nobody_finds_what_is_not_for_them(planted: Register, who: str) -> None:
    pair(planted)
    client = Client()
    client.raise_request_exception = True
    if who != "nobody":
        client.force_login(User.objects.get(pk=getattr(planted.people, who).pk))
    theirs = words_for(who)
    found, opened = set(), set()
    for name, address in addresses():
        answer = client.get(address)
        if answer.status_code == 200:
            opened.add(name)
        leaked = words_in(answer) - theirs
        assert not leaked, f"{who} finds {leaked} at {address}"
        found |= words_in(answer)
    for holder in HOLDERS:
        for question in (holder.word, "resolution", "zq"):
            answer = client.get(f"/{SLUG}/search/", {"q": question})
            # What was asked stands in the answer.
            assert words_in(answer) - theirs <= {question}, (who, question)
            if holder.word not in theirs and answer.status_code == 200 and question == holder.word:
                assert not re.search(r'<li id="hit|class="hit"', answer.content.decode())
    # The walk would find nothing if it opened nothing.
    assert found == theirs
    assert opened


@pytest.mark.parametrize("who", [who for who in WHO if who != "nobody"])
def test_nobody_finds_in_the_past_what_is_not_for_them(planted: Register, who: str) -> None:
    """Today reads as today; a day before anything was narrowed shows nothing of what has been since."""
    client = Client()
    client.force_login(User.objects.get(pk=getattr(planted.people, who).pk))
    theirs, found = words_for(who) - {INVITED}, {day: set[str]() for day in (timezone.localdate(), AT.date())}
    for day, seen in found.items():
        for name, address in addresses():
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


@pytest.mark.parametrize("who", WHO)
def test_errors_tell_nothing(planted: Register, who: str) -> None:
    client = Client()
    if who != "nobody":
        client.force_login(User.objects.get(pk=getattr(planted.people, who).pk))
    theirs = words_for(who)
    by_name: dict[str, list[str]] = {}
    for name, address in addresses():
        by_name.setdefault(name, []).append(address)
    for address in itertools.chain.from_iterable(every[:: max(1, len(every) // 12)] for every in by_name.values()):
        answer = client.post(address, {})
        assert words_in(answer) <= theirs, (who, address)


def test_the_pages_are_all_declared() -> None:
    assert {name for name, _page in pages(get_resolver().url_patterns)} == set(PAGES)
