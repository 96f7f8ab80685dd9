"""What is refused tells nothing that is not for who sent it, and says it in the reader's language, as every page does.

Each of the standing people sends every form empty. In Arabic a word in Latin letters that nobody wrote is the site's
own, and untranslated.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import pytest
from django.test import Client
from django.urls import NoReverseMatch, get_resolver, reverse

from concerted.register.models import User
from tests.secrets.addresses import addresses, sampled, words_in
from tests.secrets.planting import WHO, words_for
from tests.secrets.test_walk import SHARED_FIELDS
from tests.standing import Register
from tests.web.page_words import pieces, strange, written
from tests.web.test_page_rights import pages

# Of the texts that are no secret of a holder's, those that people wrote or that have no language.
NAMES = ("candidates", "code", "digest", "end_said_by", "hash", "name", "names", "note", "organisation", "said_by")
NAMED = (*NAMES, "sha256", "short", "slug", "source", "title", "username")
TERMS = {one for one in SHARED_FIELDS if one.partition(".")[2] not in NAMED}
# Shown as the ledger keeps it, to be hashed and compared; and what programs read.
RAW = ("web:ledger-entry", "web:ledger", "account_logout")
# What profiles are called by, who acts where all issuers do, a reason and a form that are planted, and a time zone.
ALIKE = ("kiel-allocations", "unhcr-population-benchmarks", "issuers", "media contact", "text/plain", "Africa/Nairobi")
DIGEST = re.compile(r"\b[0-9a-f]{8,}…?")
FIELD = re.compile(r'<(?:input|select|textarea)[^>]* name="([^"]+)"')
# Nothing, and too much of what is neither a figure nor a day nor a choice.
BAD = ("", "\u0660" * 5000)
MOST_TRIED = 12


@pytest.mark.parametrize("who", WHO)
def test_errors_tell_nothing(planted: Register, who: str) -> None:
    client = Client()
    if who != "nobody":
        client.force_login(User.objects.get(pk=getattr(planted.people, who).pk))
    theirs = words_for(who)
    for _name, address in sampled(addresses(), 4):
        answer = client.post(address, {})
        assert words_in(answer) <= theirs, (who, address)


def others() -> Iterator[tuple[str, str]]:
    """Give the pages outside coalitions whose addresses name nothing."""
    for name, _page in pages(get_resolver().url_patterns):
        if not name.startswith(("web:", "api")):
            with suppress(NoReverseMatch):
                yield name, reverse(name)


def opened(client: Client) -> Iterator[tuple[str, Any]]:
    """Open one address of every page that opens, those of the sign-in included."""
    tried: dict[str, int] = {}
    for name, address in (*addresses(), *others()):
        if tried.get(name, 0) < MOST_TRIED and name not in RAW:
            answer = client.get(address)
            tried[name] = tried.get(name, 0) + 1 if answer.status_code == 404 else MOST_TRIED
            if answer.status_code == 200 and "html" in answer["Content-Type"]:
                yield address, answer
            answer.close()


def refused(client: Client) -> Iterator[tuple[str, Any]]:
    """Open one address of every page, and send what is wrong to those with a form."""
    for address, page in opened(client):
        yield address, page
        html = page.content.decode()
        for fill in BAD if 'method="post"' in html.split("<main", 1)[-1] else ():
            answer = client.post(address, dict.fromkeys(FIELD.findall(html), fill))
            if "html" in answer["Content-Type"]:
                yield address, client.get(answer["Location"]) if answer.status_code == 302 else answer


def test_no_page_and_no_refusal_says_an_english_word(planted: Register) -> None:
    client = Client()
    client.force_login(User.objects.get(pk=planted.people.secretariat.pk))
    client.cookies["django_language"] = "ar"
    theirs = tuple(written(TERMS))
    # A series heads its part of the clock.
    known = (*theirs, *(one[:1].upper() + one[1:] for one in theirs), *ALIKE)
    told, found = set(), set()
    for address, answer in refused(client):
        for piece in set(pieces(answer.content.decode(), "ar")) - told:
            told.add(piece)
            if strange(DIGEST.sub("", piece.replace(address, "")), known):
                found.add(f"{answer.status_code} {address}: {piece}")
    assert not found, "\n".join(sorted(found))
    # The walk would find nothing if it opened nothing.
    assert len(told) > 1500
