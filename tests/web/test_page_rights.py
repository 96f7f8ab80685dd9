"""Every page opens to whom the table has it, and to nobody else."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client, override_settings
from django.urls import URLPattern, URLResolver, get_resolver, path, reverse

from concerted.register import access
from concerted.register.models import Coalition
from concerted.site.urls import urlpatterns as site_urls
from concerted.web.page_rights import PAGES, Opens
from tests.answers import said
from tests.web.conftest import PEOPLE, SLUG, Register

SIGNED_IN = Callable[[str], Client]
HELD = {name: access.PERMISSIONS[access.Role(rest["role"])] for name, rest in PEOPLE.items()}
COALITION = [name for name in PAGES if name.startswith("web:") and name != "web:home"]


def undeclared(request: Any) -> HttpResponse:
    return HttpResponse("a secret")


class UndeclaredUrls:
    urlpatterns = (path("undeclared/", undeclared, name="undeclared"), path("nameless/", undeclared), *site_urls)


def pages(patterns: Any, space: str = "") -> Iterator[tuple[str, URLPattern]]:
    """List every page with the name of its address."""
    for one in patterns:
        if isinstance(one, URLResolver):
            yield from pages(one.url_patterns, space + (f"{one.namespace}:" if one.namespace else ""))
        else:
            yield f"{space}{one.name}", one


def address(name: str, register: Register) -> str:
    """Give an address of a page of a name; the numbers in it need lead to nothing."""
    converters = dict(pages(get_resolver().url_patterns))[name].pattern.converters
    known: dict[str, Any] = {"slug": SLUG, "number": register.statement, "form": "record", "code": "UGA"}
    given = {key: known.get(key, 1 if "Int" in type(what).__name__ else "x") for key, what in converters.items()}
    return reverse(name, kwargs=given)


def test_every_page_is_declared_and_nothing_else() -> None:
    assert {name for name, _page in pages(get_resolver().url_patterns)} == set(PAGES)


def test_only_the_entrance_opens_without_a_sign_in() -> None:
    for name, page in pages(get_resolver().url_patterns):
        assert (PAGES[name] is Opens.ENTRANCE) == (not getattr(page.callback, "login_required", True)), name


def test_a_page_without_an_entry_opens_to_nobody(register: Register, signed_in: SIGNED_IN) -> None:
    with override_settings(ROOT_URLCONF=UndeclaredUrls):
        for client in (Client(), signed_in("secretariat")):
            for where in ("/undeclared/", "/nameless/"):
                answer = client.get(where)
                assert answer.status_code == 404
                assert b"a secret" not in answer.content


@pytest.mark.parametrize("is_open", [False, True])
def test_without_a_sign_in_only_what_is_open_to_the_public_opens(register: Register, is_open: bool) -> None:
    Coalition.objects.filter(slug=SLUG).update(is_open=is_open)
    client = Client()
    for name in COALITION:
        where = address(name, register)
        answers = {"get": client.get(where), "post": client.post(where)}
        for method, answer in answers.items():
            if is_open and method == "get" and PAGES[name] is Opens.PUBLIC:
                assert not answer.get("Location", "").startswith("/sign-in/"), name
                assert answer.status_code in (200, 302, 404), name
            else:
                assert answer.status_code == 302, (name, method)
                assert answer["Location"].startswith("/sign-in/?next="), (name, method)


@pytest.mark.parametrize("is_open", [False, True])
def test_a_stranger_is_the_public_and_finds_nothing_that_is_not_open(
    register: Register, signed_in: SIGNED_IN, is_open: bool
) -> None:
    Coalition.objects.filter(slug=SLUG).update(is_open=is_open)
    client = signed_in("stranger")
    for name in COALITION:
        answer = client.get(address(name, register))
        if not (is_open and PAGES[name] is Opens.PUBLIC):
            assert answer.status_code == 404, name


@pytest.mark.parametrize("person", PEOPLE)
def test_a_page_that_needs_a_permission_refuses_who_lacks_it(
    register: Register, signed_in: SIGNED_IN, person: str
) -> None:
    client = signed_in(person)
    for name in COALITION:
        entry = PAGES[name]
        refused = isinstance(entry, tuple) and not HELD[person] & set(entry)
        answer = client.get(address(name, register))
        # A file that nobody reads to its end stays open.
        said(answer)
        assert (answer.status_code == 403) == refused, name


def test_a_coalition_that_is_not_open_looks_like_one_that_is_none(register: Register) -> None:
    answers = [Client().get(f"/{slug}/") for slug in (SLUG, "no-such-pact")]
    assert [one.status_code for one in answers] == [302, 302]
    assert [one["Location"] for one in answers] == [f"/sign-in/?next=/{slug}/" for slug in (SLUG, "no-such-pact")]
