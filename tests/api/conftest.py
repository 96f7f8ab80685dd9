"""A program's way in: a token for each of the people of the invented coalition."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections
from django.test import Client
from django.utils import timezone

from concerted.actions import tokens
from concerted.register.models import User
from concerted.register.scopes import scopes
from tests.web.conftest import SLUG, decided, register, signed_in, undecided

__all__ = ["decided", "register", "signed_in", "undecided"]
ROOT = "/api/v1"
HOME = f"{ROOT}/coalitions/{SLUG}"


def token_for(username: str, *granted: str, **more: Any) -> str:
    """Make a token of a person's, with every scope or those granted."""
    at = timezone.now() - timedelta(minutes=2)
    user = User.objects.get(username=username)
    return tokens.make(name="a test", scopes=granted or scopes(), days=1, by=user, at=at, **more).secret


class Program:
    """A program with a token, or without one: JSON in, JSON out."""

    def __init__(self, token: str = "") -> None:
        self._client = Client()
        self._headers = {"Authorization": f"Bearer {token}"} if token else {}

    def __call__(self, method: str, path: str, body: Any = None, **headers: str) -> Any:
        """Send a request; underscores in the names of headers are hyphens."""
        given = self._headers | {name.replace("_", "-"): value for name, value in headers.items()}
        where = path if path.startswith("/api") else f"{HOME}{path}"
        content = {} if body is None else {"data": body, "content_type": given.pop("Content-Type", "application/json")}
        return self._client.generic(method, where, headers=given, **self._body(content))

    @staticmethod
    def _body(content: dict[str, Any]) -> dict[str, Any]:
        if content and not isinstance(content["data"], bytes):
            import json

            from django.core.serializers.json import DjangoJSONEncoder

            content["data"] = json.dumps(content["data"], cls=DjangoJSONEncoder)
        return content

    def get(self, path: str, **headers: str) -> Any:
        """Read."""
        return self("GET", path, **headers)


@pytest.fixture
def program(db: None) -> Callable[..., Program]:
    """Give a program of a person's, by their user name; of nobody's for ""."""

    def made(username: str = "", *granted: str, **more: Any) -> Program:
        return Program(token_for(username, *granted, **more) if username else "")

    return made


@pytest.fixture(scope="module")
def site() -> Iterator[Any]:
    """Give the site as a server calls it (WSGI); the end of a request leaves the test's transaction alone."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield get_wsgi_application()
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)
