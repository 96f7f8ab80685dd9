"""The interface put together: every noun's operations, the document of them (OpenAPI 3.1), what goes wrong."""

from __future__ import annotations

from functools import cache
from http import HTTPStatus
from importlib.metadata import version
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from ninja import NinjaAPI
from ninja.errors import HttpError, ValidationError

from concerted.api import (
    account,
    action_points,
    agendas,
    announcements,
    boards,
    calendars,
    clarifications,
    commitments,
    contributions,
    findings,
    imports,
    instruments,
    kept,
    ledgers,
    lines,
    meetings,
    mergers,
    minutes,
    packs,
    papers,
    partners,
    people,
    progress,
    releases,
    searches,
    statements,
    texts,
    totals,
)
from concerted.api.asking import PREFIX, Asking
from concerted.api.door import wrong
from concerted.api.operation import DECLARED, Declared, Operations
from concerted.api.problems import MEDIA_TYPE
from concerted.api.rights import OPERATIONS, Opening
from concerted.register.opening import Opens
from concerted.terms.errors import ConcertedError

NOUNS = (
    account,
    boards,
    statements,
    texts,
    findings,
    commitments,
    partners,
    lines,
    kept,
    contributions,
    clarifications,
    totals,
    meetings,
    calendars,
    agendas,
    papers,
    announcements,
    action_points,
    minutes,
    instruments,
    releases,
    mergers,
    searches,
    ledgers,
    people,
    progress,
    imports,
    packs,
)
PROBLEM = {
    "type": "object",
    "title": "Problem",
    "description": "What went wrong (RFC 9457): what, where, and what was expected instead.",
    "required": ["type", "title", "status", "detail", "where", "expected"],
    "properties": {
        "type": {"type": "string"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string", "description": "What went wrong."},
        "where": {"type": "string", "description": "A field, a parameter, a header or a record."},
        "expected": {"type": "string", "description": "What was expected instead."},
        "faults": {
            "type": "array",
            "items": {"type": "object"},
            "description": "Every fault, where there are several.",
        },
        "was": {
            "type": "object",
            "description": "The record as you saw it, where somebody has changed it since (412).",
        },
        "now": {"type": "object", "description": "The record as it is now (412): read it again for its ETag."},
        "by": {"type": ["string", "null"], "description": "Who changed it (412)."},
        "at": {"type": ["string", "null"], "description": "When (412)."},
    },
}
DESCRIPTION = """All that the pages of the record show and do, for programs.

A program shows a token (`Authorization: Bearer ...`) that its person has made under "Your sign-in"; it may do what the
person may, within the token's scopes. Without a token a coalition that is open to the public can be read. Figures are
strings, days are written as 2026-03-01, names come in the language of `Accept-Language` (en, fr, ar). Lists come in
pages: the `Link` header leads on, `Total-Count` counts. Every record has an `ETag`: `If-None-Match` asks for it only if
it is another one, and a change names the one that it rests on in `If-Match`. Errors are problems (RFC 9457)."""


# Reads of what is there at times alone: the rows of an import, while it is ready to be written.
AT_TIMES = {"import_rows"}
TROUBLES = (308, 400, 401, 403, 404, 405, 406, 409, 412, 413, 415, 422, 428, 429)


class Interface(NinjaAPI):
    """The interface with a document that says all that an answer can be."""

    def get_openapi_schema(self, *, path_prefix: str | None = None, path_params: Any = None) -> Any:
        """Write the document."""
        document = super().get_openapi_schema(path_prefix=path_prefix or f"{PREFIX}/", path_params=path_params)
        schemas = document["components"]["schemas"]
        schemas["Problem"] = PROBLEM
        document["components"]["schemas"] = dict(sorted(schemas.items()))
        document["components"]["responses"] = {str(status): _trouble(status) for status in TROUBLES}
        document["components"]["securitySchemes"] = {"token": {"type": "http", "scheme": "bearer"}}
        named = {one.name: one for methods in DECLARED.values() for one in methods.values()}
        for methods in document["paths"].values():
            for operation in methods.values():
                _finished(operation, named[operation["operationId"]])
        return document


def _finished(operation: dict[str, Any], declared: Declared) -> None:
    """Say of an operation what it needs, takes, and can be answered with."""
    right: Opening = OPERATIONS[declared.name]
    operation["x-scope"] = right.scope
    operation["x-right"] = [str(one) for one in right.opens] if isinstance(right.opens, tuple) else str(right.opens)
    if right.opens is not Opens.ENTRANCE:
        operation["security"] = [{"token": []}]
        if right.opens is Opens.PUBLIC and not declared.writes:
            operation["security"].append({})
    responses = operation["responses"]
    if declared.returned is bytes:
        schema = {"type": "string", "contentMediaType": "application/octet-stream"}
        content = {one: {"schema": {} if one == "application/json" else schema} for one in declared.produces}
        responses[declared.status]["content"] = content
    if declared.consumes == "*/*":
        binary = {"schema": {"type": "string", "format": "binary", "minLength": 1}}
        operation["requestBody"] = {"required": True, "content": {"application/octet-stream": binary}}
    elif not declared.writes and declared.returned is not bytes:
        responses[304] = {"description": HTTPStatus(304).phrase}
    for status in _troubles(declared, right):
        responses[status] = {"$ref": f"#/components/responses/{status}"}
    _headers(responses, declared)
    operation["responses"] = {str(status): responses[status] for status in sorted(responses)}
    operation["parameters"] = sorted(operation["parameters"], key=lambda one: (one["in"] != "path", one["name"]))


def _trouble(status: int) -> dict[str, Any]:
    """Describe the answer to a request that went wrong."""
    schema = {"$ref": "#/components/schemas/Problem"}
    said: dict[str, Any] = {"description": HTTPStatus(status).phrase, "content": {MEDIA_TYPE: {"schema": schema}}}
    if status == 429:
        said["headers"] = {"Retry-After": {"schema": {"type": "integer"}}}
    if status == 308:
        said["headers"] = {"Location": {"schema": {"type": "string"}}}
    return said


def _troubles(declared: Declared, right: Opening) -> list[int]:
    """List the statuses of what can go wrong."""
    found = [400, 401, 404, 405, 406, 422, 429]
    if right.opens is not Opens.ENTRANCE:
        found.append(403)
    if declared.writes:
        found += [409, 412, 428] if declared.status != 201 else [409, 412]
    elif "number" in declared.path:
        found.append(308)
    if declared.name in AT_TIMES:
        found.append(409)
    if declared.consumes:
        found += [413, 415]
    return found


def _headers(responses: dict[int, Any], declared: Declared) -> None:
    text, whole = {"schema": {"type": "string"}}, {"schema": {"type": "integer"}}
    headers = {}
    if declared.returned is not bytes and declared.returned is not None and declared.status == 200:
        headers["ETag"] = text
    if declared.listed:
        headers |= {"Link": text, "Total-Count": whole}
    if declared.status == 201:
        headers["Location"] = text
    if headers:
        responses[declared.status]["headers"] = headers


def _interface() -> Interface:
    made = Interface(
        title="Concerted",
        version=version("concerted"),
        description=DESCRIPTION,
        openapi_url=None,
        docs_url=None,
        urls_namespace="api",
    )
    made.add_router("", entrance, tags=["account"])
    for noun in NOUNS:
        made.add_router("", noun.operations, tags=[noun.__name__.rpartition(".")[2]])

    def said(request: HttpRequest, error: Exception | type[Exception]) -> HttpResponse:
        if isinstance(error, type):
            raise TypeError("an error that happened is no class")
        return wrong(request, error, getattr(request, "fields", frozenset()))

    for kind in (ConcertedError, ValidationError, HttpError, Exception):
        made.add_exception_handler(kind, said)
    return made


entrance = Operations()


@entrance.read("/openapi.json")
def document(request: Asking) -> HttpResponse:
    """Give this document: every operation, what it takes and what it answers (OpenAPI 3.1)."""
    return JsonResponse(_written())


@cache
def _written() -> Any:
    """Write the document once: it is the same for everybody, as long as the program runs."""
    return INTERFACE.get_openapi_schema()


INTERFACE = _interface()
