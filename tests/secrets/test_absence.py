"""What a person may not see answers as what is not there: by page, by form, and where a form names it."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.apps import apps
from django.test import Client

from concerted.register.models import User
from tests.standing import SLUG, Register

# Where each noun's records stand, and what can be done to one by its number.
PLACES = {
    "statement": ("statements", ("", "day/", "correct-text/", "original", "accept-all", "compare/", "export/record")),
    "commitment": ("commitments", ("",)),
    "contribution": ("contributions", ("", "change/", "withdraw/")),
    "clarification": ("questions", ("", "withdraw")),
    "meeting": ("meetings", ("",)),
    "instrument": ("instruments", ("",)),
}
BY_NOUN = ("history", "merge", "release")
# Forms that name a record in what they send.
NAMING = {
    "contribution": (("questions/new/", "contribution"), ("merge/contribution/{}/", "into")),
    "instrument": (("merge/instrument/{}/", "into"),),
    "meeting": (("merge/meeting/{}/", "into"),),
    "commitment": (("merge/commitment/{}/", "into"),),
}
NOT_THERE = 9_999_999


@pytest.mark.parametrize("who", ["norway", "secretariat", "observer"])
def test_what_is_withheld_answers_as_what_is_not_there(planted: Register, who: str) -> None:
    user = User.objects.get(pk=getattr(planted.people, who).pk)
    client = Client()
    client.force_login(user)
    withheld = 0
    for noun, (place, parts) in PLACES.items():
        model: Any = apps.get_model("register", noun)
        seen = set(model.objects.visible_to(user).values_list("pk", flat=True))
        hidden = [pk for pk in model._default_manager.values_list("pk", flat=True) if pk not in seen]
        withheld += len(hidden)
        addresses = [f"{place}/{{}}/{part}" for part in parts] + [f"{way}/{noun}/{{}}/" for way in BY_NOUN]
        for address in addresses:
            absent = _answers(client, address, NOT_THERE)
            for number in hidden[:: max(1, len(hidden) // 4)]:
                assert _apart(_answers(client, address, number), absent) == [], (who, address, number)
        for form, name in NAMING.get(noun, ()):
            shown = next(iter(seen), NOT_THERE)
            absent = _sent(client, form.format(shown), name, NOT_THERE)
            for number in hidden[:3]:
                assert _apart(_sent(client, form.format(shown), name, number), absent) == [], (who, form, number)
    assert withheld


def _apart(given: list[str], absent: list[str]) -> list[str]:
    pairs = zip("\n".join(given).splitlines(), "\n".join(absent).splitlines(), strict=False)
    return [f"{one!r}, not {other!r}" for one, other in pairs if one != other] or ["length"] * (
        len(given) != len(absent)
    )


def _answers(client: Client, address: str, number: int) -> list[str]:
    place = f"/{SLUG}/{address.format(number)}"
    return [_plain(answer, number) for answer in (client.get(place), client.post(place, {"status": "fulfilled"}))]


def _sent(client: Client, form: str, name: str, number: int) -> list[str]:
    place = f"/{SLUG}/{form}"
    return [_plain(one, number) for one in (client.get(place, {name: number}), client.post(place, {name: number}))]


def _plain(answer: Any, number: int) -> str:
    """Give an answer without what differs from one time to the next, and without the number that was asked for."""
    body = b"".join(answer.streaming_content) if answer.streaming else answer.content
    said = re.sub(r'(nonce|csrfmiddlewaretoken" value)="[^"]*"', "", body.decode("utf-8", "replace"))
    return f"{answer.status_code} {answer.get('Location', '')}\n" + re.sub(
        rf"(?:(?<=[/F])|(?<=into=)|(?<=tion=)){number}\b", "N", said
    )
