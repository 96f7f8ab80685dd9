"""Schemathesis asks what the document allows, and what it does not, of every operation; it finds no failure.

``CONCERTED_EXAMPLES=100 python -m pytest tests/api/test_schema.py`` asks each so often, and tries every bound besides.
"""

from __future__ import annotations

import os
import zlib
from collections.abc import Iterator
from contextlib import suppress
from datetime import timedelta
from functools import cache
from typing import Any

import pytest
import schemathesis
from django.core.wsgi import get_wsgi_application
from django.db import transaction
from django.urls import Resolver404, get_resolver
from django.utils import timezone
from hypothesis import HealthCheck, Phase, settings
from schemathesis.core.parameters import ParameterLocation

from concerted.actions import tokens
from concerted.api.interface import INTERFACE
from concerted.api.operation import DECLARED, Declared
from concerted.register.scopes import scopes
from tests.api.conftest import site
from tests.secrets.conftest import once
from tests.secrets.test_walk_programs import places
from tests.standing import Register

__all__ = ["once", "site"]
THOROUGH = "CONCERTED_EXAMPLES" in os.environ
EXAMPLES = int(os.environ.get("CONCERTED_EXAMPLES", "2"))
_ACCEPTED = ["2xx", "308", "401", "403", "404", "409"]
CONFIG = {
    "phases": {"coverage": {"enabled": THOROUGH}, "examples": {"enabled": False}},
    "checks": {
        # What the document cannot tell is refused too: that two fields go together (422), or that the edition which a
        # change names is no longer the record's (412).
        "positive_data_acceptance": {"expected-statuses": [*_ACCEPTED, "412", "422"]},
        # RFC 6585 has a status of its own for it; who may not do it at all is told so first.
        "missing_required_header": {"expected-statuses": ["403", "428"]},
    },
}
schema = schemathesis.openapi.from_dict(INTERFACE.get_openapi_schema(), config=schemathesis.Config.from_dict(CONFIG))
_site = get_wsgi_application()


def whole(environ: dict[str, Any], start_response: Any) -> list[bytes]:
    """Answer as the site does, with an answer that is read, and closed, to its end."""
    answer = _site(environ, start_response)
    try:
        return [b"".join(answer)]
    finally:
        answer.close()


schema.app = whole
BY_NAME: dict[str, Declared] = {one.name: one for methods in DECLARED.values() for one in methods.values()}


@pytest.fixture(scope="module")
def bearers(once: Register, site: Any, django_db_blocker: Any) -> Iterator[list[str]]:
    """The tokens of the secretariat and of a focal point, in a register with records of every noun."""
    at = timezone.now() - timedelta(days=1)
    with django_db_blocker.unblock():
        people = (once.people.secretariat, once.people.norway)
        made = [tokens.make(name="schemathesis", scopes=scopes(), days=300, by=one, at=at).secret for one in people]
    yield made
    real.cache_clear()


@cache
def real(name: str) -> list[dict[str, Any]]:
    """Give what stands in addresses of an operation that lead to records."""
    resolver, found = get_resolver("concerted.api.urls"), []
    for place in places(BY_NAME[name]):
        # A partner has a code instead of a number.
        with suppress(Resolver404):
            found.append(dict(resolver.resolve(place).kwargs))
    return found


def lacks_token(case: Any) -> bool:
    """Tell whether what is wrong with a request is that it shows no token: with one it may be right."""
    header = case.meta.components.get(ParameterLocation.HEADER) if case.meta else None
    return header is not None and header.mode.is_negative and "Authorization" not in (case.headers or {})


@pytest.mark.django_db
@schema.parametrize()
@settings(
    max_examples=EXAMPLES,
    deadline=None,
    derandomize=True,
    database=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
def test_no_request_fails(case: Any, bearers: list[str], settings: Any) -> None:
    settings.API_RATE = 1_000_000
    mark = zlib.crc32(repr((case.path_parameters, case.query, case.body)).encode())
    path = case.meta.components.get(ParameterLocation.PATH) if case.meta else None
    # Whatever an address says at random leads nowhere: most are made to lead to a record.
    if mark % 4 and path is not None and path.mode.is_positive:
        known = real(case.operation.definition.raw["operationId"])
        case.path_parameters = known[mark // 4 % len(known)]
    # What a request changes is undone, so that the next one finds the same.
    with transaction.atomic():
        case.call_and_validate(headers={} if lacks_token(case) else {"Authorization": f"Bearer {bearers[mark % 2]}"})
        transaction.set_rollback(True)
