"""Each of the standing people's programs calls every operation with every number, and finds no word but theirs."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client, override_settings
from django.utils import timezone

from concerted.actions import tokens
from concerted.api.interface import INTERFACE
from concerted.api.operation import DECLARED, Declared
from concerted.register.merged import MERGEABLE
from concerted.register.models import Commitment, Finding, LineOfEffort, Party, Statement, User
from concerted.register.nouns import NOUNS as KEPT
from concerted.register.scopes import scopes
from tests.secrets.addresses import DATED, NOT_THERE, NOUNS, NUMBER, PLACES, apart, sampled, words_in
from tests.secrets.planting import WHO, pair, words_for
from tests.standing import SLUG, Register

# Bytes that are as they are; comparisons of statements that each have a page of their own.
HEAVY = {"comparison", "original", "version_original", "ledger_bundle"}
assert INTERFACE


def program(planted: Register, who: str) -> dict[str, str]:
    """The headers of a person's program; a stranger's and nobody's open nothing."""
    if who == "nobody":
        return {}
    user = User.objects.get(pk=getattr(planted.people, who).pk)
    at = timezone.now() - timedelta(days=1)
    secret = tokens.make(name="a walk", scopes=scopes(), days=300, by=user, at=at).secret
    return {"Authorization": f"Bearer {secret}"}


def declared() -> Iterator[Declared]:
    for methods in DECLARED.values():
        yield from methods.values()


def places(one: Declared) -> Iterator[str]:
    """Give an operation's address with everything that it can name."""
    first = list(Statement.objects.order_by("pk").values_list("pk", flat=True)[:3])
    known: dict[str, list[Any]] = {
        "slug": [SLUG],
        "code": list(Party.objects.values_list("code", flat=True)[:2]),
        "finding": list(Finding.objects.filter(fact="act", statement__in=first).values_list("pk", flat=True)[:6]),
        "other": first[1:2],
        "duplicate": [1],
        "version": [1, 2],
        "form": ["csv"] if "/sheets/" in one.path else ["record", "akoma-ntoso"],
        "noun": [*NOUNS, "line", "partner"],
        "index": [0, 40],
        "username": ["nils"],
    }
    parts = [part for part in one.path.split("/") if part.startswith("{")]
    names = [part.strip("{}").partition(":")[2] for part in parts]
    wanted = [name for name in names if name not in ("number", "key")]
    if "/mergers/" in one.path or "/validity/" in one.path:
        known["noun"] = [*(MERGEABLE if "/mergers/" in one.path else DATED), "window"]
    for values in itertools.product(*(known[name] for name in wanted)):
        named = dict(zip(wanted, values, strict=True))
        place = named.get("noun") or one.path.split("/")[3:4][0] if len(one.path.split("/")) > 3 else ""
        for number in numbers(place) if {"number", "key"} & set(names) else [0]:
            address = one.path
            for part, name in zip(parts, names, strict=True):
                address = address.replace(part, str(named.get(name, number)))
            yield f"/api/v1{address}"


def numbers(place: str) -> list[Any]:
    """Give the numbers of a place: one row of each kind of owner and release, and one that is not there."""
    if place in ("line", "lines"):
        return [*LineOfEffort.objects.values_list("number", flat=True).distinct(), NOT_THERE]
    if place == "partner":
        return [*Party.objects.values_list("code", flat=True)[:2], NOT_THERE]
    plurals = {noun.plural: name for name, noun in KEPT.items()} | {value: key for key, value in PLACES.items()}
    name = plurals.get(place, place if place in NOUNS else place.removesuffix("s"))
    return [*(apart(NOUNS[name]) if name in NOUNS else apart(Commitment)), NOT_THERE]


@pytest.mark.parametrize("who", WHO)
def test_no_program_finds_what_is_not_for_its_person(planted: Register, who: str) -> None:
    pair(planted)
    client, headers, theirs = Client(), program(planted, who), words_for(who)
    found, opened = set(), set()
    with override_settings(API_RATE=10_000_000):
        for one in declared():
            if one.writes or one.name in HEAVY:
                continue
            query = {"search": "?q=zq", "totals_preview": "?currency=NOK"}.get(one.name, "")
            # A record's own place whole; of what is told of it besides, every owner in turn.
            every = [(NUMBER.sub("", each), each) for each in places(one)]
            own = one.path.endswith("{int:number}") and "{slug:noun}" not in one.path
            for _name, address in every if own else sampled(every, 3):
                answer = client.get(address + query, headers=headers)
                opened |= {one.name} if answer.status_code == 200 else set()
                words = words_in(answer)
                assert not words - theirs, f"{who} finds {words - theirs} at {address}"
                found |= words
    # The walk would find nothing if it opened nothing.
    assert found == theirs or who in ("nobody", "stranger")
    assert opened


@pytest.mark.parametrize("who", ["norway"])
def test_no_program_changes_what_is_withheld(planted: Register, who: str) -> None:
    client, headers = Client(), program(planted, who)
    user = User.objects.get(pk=getattr(planted.people, who).pk)
    tried = 0
    with override_settings(API_RATE=10_000_000):
        for one in declared():
            noun = next((n for n in NOUNS if f"/{plural(n)}/{{int:number}}" in one.path), "")
            if not one.writes or not noun:
                continue
            seen = set(NOUNS[noun].objects.visible_to(user).values_list("pk", flat=True))
            for number in [pk for pk in apart(NOUNS[noun]) if pk not in seen][:2]:
                answers = [sent(client, one, each, headers) for each in (number, NOT_THERE)]
                assert answers[0] == answers[1], (one.name, number)
                tried += 1
    assert tried


def plural(noun: str) -> str:
    return PLACES.get(noun) or (KEPT[noun].plural if noun in KEPT else f"{noun}s")


def sent(client: Client, one: Declared, number: int, headers: dict[str, str]) -> tuple[int, str]:
    """Send a change that says nothing of its own, and give what is answered without the number."""
    address = f"/api/v1{one.path}".replace("{int:number}", str(number)).replace("{slug:slug}", SLUG)
    for part in ("{int:finding}", "{int:version}", "{slug:code}", "{int:duplicate}"):
        address = address.replace(part, "1")
    answer = client.generic(
        one.method, address, "{}", "application/json", headers={**headers, "If-Match": '"1"', "Accept": "*/*"}
    )
    return answer.status_code, re.sub(rf"(?<=[/ ]){number}\b", "N", answer.content.decode())
