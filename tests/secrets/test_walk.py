"""Each of the standing people opens every page with every number, and finds no word that is not for them."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client
from django.urls import get_resolver, reverse

from concerted.register.models import Contribution, Finding, Party, Statement, User
from concerted.web.page_rights import PAGES
from tests.secrets.planting import HOLDERS, WHO, WORDS, pair, plant, unplanted, words_for
from tests.standing import SLUG, Register
from tests.web.test_page_rights import pages

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


@pytest.fixture
def planted(register: Register) -> Register:
    plant(register)
    return register


def test_every_field_of_text_holds_a_word(planted: Register) -> None:
    assert unplanted() <= SHARED_FIELDS


def addresses() -> Iterator[tuple[str, str]]:
    """Give every page with everything that its address can name."""
    first = list(Statement.objects.order_by("pk").values_list("pk", flat=True))
    own = {Finding.objects.filter(statement=one, fact="act").earliest("pk").pk: one for one in first}
    known: dict[str, list[Any]] = {
        "slug": [SLUG],
        "code": list(Party.objects.values_list("code", flat=True)),
        "number": list(range(1, max(first[-1], Contribution.objects.latest("pk").pk) + 8)),
        "finding": list(own),
        "other": first[:3],
        "version": [1, 2],
        "form": ["record", "akoma-ntoso", "annotations", "tables"],
        "verdict": ["accept"],
        "noun": [
            *("instrument", "meeting", "commitment", "call", "contribution", "statement", "partner", "line"),
            "publication",
        ],
        # A record's history is known by its number, a partner's by its code.
        "key": ["1", "2", "3", "4", "5", "6", "NOR", "CHL"],
        "index": [0, 1, 40],
        "username": ["nils", "ada"],
        "invitation": [1],
    }
    for name, page in pages(get_resolver().url_patterns):
        if not name.startswith("web:"):
            continue
        wanted = list(page.pattern.converters)
        assert set(wanted) <= set(known), f"{name}: say here what {set(wanted) - set(known)} can be"
        for values in itertools.product(*(known[one] for one in wanted)):
            named = dict(zip(wanted, values, strict=True))
            # A finding stands under its own statement; under one other it is as good as under all others.
            if "finding" not in named or named.get("number", first[0]) in (first[0], own[named["finding"]]):
                yield name, reverse(name, kwargs=named)


def words_in(answer: Any) -> set[str]:
    """Find the holders' words in what was answered: the page, a file, a header."""
    body = b"".join(answer.streaming_content) if answer.streaming else answer.content
    said = body.decode("utf-8", "replace") + str(dict(answer.headers))
    return {word for word in WORDS if word in said}


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
