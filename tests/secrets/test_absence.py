"""What a person may not see answers as what is not there: by page, by form, and where a form names it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import pytest
from django.test import Client
from django.urls import get_resolver, reverse
from django.urls.converters import IntConverter

from concerted.register.models import CalendarAddress, Finding, Invitation, Statement, Token, User
from tests.secrets.addresses import NOT_THERE, NOUNS, PLACES, TAKEN, apart
from tests.standing import SLUG, Register
from tests.web.test_page_rights import pages

# What the numbers in addresses name, where it is not a row of the place that they begin with.
NAMED: dict[str, Any] = {
    "finding": Finding,
    "other": Statement,
    "invitation": Invitation,
    "token": Token,
    "address": CalendarAddress,
}
# Those that name no record: an edition, a place in the ledger, a browser of one's own.
PARTS = {"version": 1, "index": 0, "session": 1}
# Everybody who sees a coalition sees its lines of effort.
OPEN = ("lines",)
# Forms that name a record in what they send.
NAMING = {
    "contribution": (("questions/new/", "contribution"), ("merge/contribution/{}/", "into")),
    "instrument": (("merge/instrument/{}/", "into"),),
    "meeting": (("merge/meeting/{}/", "into"),),
    "commitment": (("merge/commitment/{}/", "into"),),
}


@pytest.mark.parametrize("who", ["norway", "secretariat", "observer"])
def test_what_is_withheld_answers_as_what_is_not_there(planted: Register, who: str) -> None:
    user = User.objects.get(pk=getattr(planted.people, who).pk)
    client = Client()
    client.force_login(user)
    shown: dict[Any, list[int]] = {}
    hidden: dict[Any, list[int]] = {}
    for model in {*NOUNS.values(), *NAMED.values()}:
        seen = set(model.objects.visible_to(user).values_list("pk", flat=True))
        rows = apart(model)
        shown[model] = sorted(seen)
        # The first and the last of them for one person, one in between for the others.
        few = [one for one in rows if one not in seen]
        hidden[model] = few[:: max(1, len(few) - 1)] if who == "norway" else few[len(few) // 2 :][:1]
    asked = set()
    for address, model, name in numbered():
        if not hidden[model]:
            continue
        held = {key: (shown[other] or [NOT_THERE])[0] for key, other in address.models.items() if key != name}
        absent = _answers(client, address.at(held | {name: NOT_THERE}), NOT_THERE)
        for number in hidden[model]:
            asked.add(address.name)
            given = _answers(client, address.at(held | {name: number}), number)
            assert _apart(given, absent) == [], (who, address, number)
    for noun, forms in NAMING.items():
        for form, name in forms:
            to = form.format((shown[NOUNS[noun]] or [NOT_THERE])[0])
            absent = _sent(client, to, name, NOT_THERE)
            for number in hidden[NOUNS[noun]]:
                assert _apart(_sent(client, to, name, number), absent) == [], (who, form, number)
    # Nobody sees everything of most nouns.
    assert len(asked) > 40, sorted(asked)


def test_every_number_in_an_address_is_asked_for() -> None:
    """Whoever adds a page says here, or in ``addresses``, of what its numbers are: they are asked for above."""
    every = {
        name
        for name, page in pages(get_resolver().url_patterns)
        if any(isinstance(one, IntConverter) for key, one in page.pattern.converters.items() if key not in PARTS)
    }
    reached = {address.name for address, _model, _name in numbered()}
    assert every - reached == {"web:line", "web:give-lead", "web:give-seat"}


@dataclass(frozen=True)
class Address:
    """A page whose numbers name rows of ``models``; ``given`` is what else stands in its address."""

    name: str
    given: Mapping[str, Any]
    models: Mapping[str, Any]

    def at(self, numbers: Mapping[str, int]) -> str:
        """Write the address."""
        return reverse(self.name, kwargs={**self.given, **numbers})


def numbered() -> Iterator[tuple[Address, Any, str]]:
    """Give every page whose address names rows by their numbers, once for each noun and each of its numbers."""
    filled = {"slug": SLUG, "form": "record", "verdict": "accept", **PARTS}
    for name, page in pages(get_resolver().url_patterns):
        converters = page.pattern.converters
        numbers = [key for key, one in converters.items() if isinstance(one, IntConverter) and key not in PARTS]
        place = str(page.pattern).partition("/")[2].partition("/")[0]
        if not numbers or place in OPEN:
            continue
        given = {key: filled[key] for key in converters if key in filled}
        for noun in TAKEN.get(name, {}).get("noun", list(NOUNS)) if "noun" in converters else [place]:
            of = [model for one, model in NOUNS.items() if noun in (one, f"{one}s", PLACES.get(one))]
            models = {key: NAMED.get(key, of[0] if of else None) for key in numbers}
            assert None not in models.values(), f"{name}: say here of what {numbers} in its address are"
            more = {"noun": noun} if "noun" in converters else {}
            for key in numbers:
                yield Address(name, given | more, models), models[key], key


def _apart(given: list[str], absent: list[str]) -> list[str]:
    pairs = zip("\n".join(given).splitlines(), "\n".join(absent).splitlines(), strict=False)
    return [f"{one!r}, not {other!r}" for one, other in pairs if one != other] or ["length"] * (
        len(given) != len(absent)
    )


def _answers(client: Client, place: str, number: int) -> list[str]:
    return [
        _plain(answer, number, place) for answer in (client.get(place), client.post(place, {"status": "fulfilled"}))
    ]


def _sent(client: Client, form: str, name: str, number: int) -> list[str]:
    place = f"/{SLUG}/{form}"
    return [_plain(one, number) for one in (client.get(place, {name: number}), client.post(place, {name: number}))]


def _plain(answer: Any, number: int, place: str = "") -> str:
    """Give an answer without what differs from one time to the next, and without the number that was asked for."""
    body = b"".join(answer.streaming_content) if answer.streaming else answer.content
    said = re.sub(r'(nonce|csrfmiddlewaretoken" value)="[^"]*"', "", body.decode("utf-8", "replace"))
    said = said.replace(place, "PLACE") if place else said
    return f"{answer.status_code} {answer.get('Location', '')}\n" + re.sub(
        rf"(?:(?<=[/F])|(?<=into=)|(?<=tion=)){number}\b", "N", said
    )
