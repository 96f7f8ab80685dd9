"""What went wrong, as a problem (RFC 9457): what, where, and what was expected."""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from django.core.exceptions import RequestDataTooBig, SuspiciousOperation
from django.http import HttpRequest, HttpResponse
from ninja.errors import HttpError, ValidationError
from pydantic_core import to_json

from concerted.actions.editing import Edited
from concerted.api.asking import PREFIX
from concerted.register.merged import MergedAway
from concerted.terms.errors import ConcertedError, Conflict, NotAllowed, NotFound, Stale

MEDIA_TYPE = "application/problem+json"
# What ninja calls the parts of a request that a fault can be in, and what people call them.
_SOURCES = {"query": "query", "path": "address", "header": "header", "body": "body"}
IF_MATCH = "If-Match"


class Refused(ConcertedError):
    """A request is not let in, or not understood, for a reason that has a status of its own."""

    def __init__(
        self, what: str, *, status: int, where: str, expected: str, headers: Mapping[str, str] | None = None
    ) -> None:
        self.status, self.headers = HTTPStatus(status), dict(headers or {})
        super().__init__(what, where=where, expected=expected)


def problem(error: Exception, *, fields: frozenset[str] = frozenset()) -> HttpResponse | None:
    """Write the answer to an error; None for one that is the program's own fault.

    ``fields`` are those of what was sent: a conflict with one of them is a fault of the request.
    """
    if isinstance(error, ValidationError):
        return _faults(error)
    if isinstance(error, RequestDataTooBig):
        return written(413, str(error), where="body", expected="less")
    if isinstance(error, SuspiciousOperation):
        return written(400, str(error), where="request", expected="one that can be understood")
    if isinstance(error, HttpError):
        return written(error.status_code, str(error), where="body", expected="JSON (RFC 8259)")
    if not isinstance(error, ConcertedError):
        return None
    more: dict[str, Any] = {}
    if isinstance(error, Edited):
        more = {"was": dict(error.was), "now": dict(error.now), "by": error.by, "at": error.at}
    answer = written(_status(error, fields), error.what, where=error.where, expected=error.expected, **more)
    if isinstance(error, Refused):
        for name, value in error.headers.items():
            answer.headers[name] = value
    return answer


def moved(request: HttpRequest, error: MergedAway) -> HttpResponse:
    """Lead from a duplicate's address to that of the record that stands for it."""
    number = error.where.rpartition(" ")[2]
    first, _found, last = request.get_full_path().rpartition(f"/{number}")
    answer = written(308, error.what, where=error.where, expected=f"its new number, {error.into}")
    answer.headers["Location"] = f"{first}/{error.into}{last}"
    return answer


def _status(error: ConcertedError, fields: frozenset[str]) -> int:
    if isinstance(error, Refused):
        return error.status
    if isinstance(error, NotFound):
        return 422 if error.where in fields else 404
    if isinstance(error, NotAllowed):
        return 403
    if isinstance(error, Stale):
        return 412
    # What could be put right by sending something else is a fault of what was sent.
    return 409 if isinstance(error, Conflict) and error.where not in fields else 422


def _faults(error: ValidationError) -> HttpResponse:
    found = [_fault(one) for one in error.errors]
    if any(one["where"] == f"header.{IF_MATCH}" and one["missing"] for one in found):
        return written(
            428,
            "a change says which edition of the record it rests on",
            where=f"header.{IF_MATCH}",
            expected="the ETag of the record as you read it",
        )
    for one in found:
        del one["missing"]
    first = found[0]
    return written(422, first["what"], where=first["where"], expected=first["expected"], faults=found)


def _fault(one: Mapping[str, Any]) -> dict[str, Any]:
    source, *path = one["loc"]
    # The body's own name in the program says nothing to who has sent it.
    rest = path[1:] if source == "body" and len(path) > 1 else [] if source == "body" else path
    where = ".".join([_SOURCES.get(source, str(source)), *map(str, rest)])
    context = one.get("ctx", {})
    expected = "; ".join(f"{name} {value}" for name, value in context.items()) or str(one["type"]).replace("_", " ")
    return {"where": where, "what": one["msg"], "expected": expected, "missing": one["type"] == "missing"}


def written(status: int, what: str, *, where: str, expected: str, **more: Any) -> HttpResponse:
    """Write a problem; ``more`` are members beside those of every problem."""
    code = HTTPStatus(status)
    said = {"type": "about:blank", "title": code.phrase, "status": int(code), "detail": what, "where": where}
    body = to_json({**said, "expected": expected, **more})
    return HttpResponse(body, status=int(code), content_type=MEDIA_TYPE)


def no_such_address(path: str) -> Refused:
    """Give the error for an address that leads nowhere, or not for whoever asks."""
    return Refused(
        "nothing is here", status=404, where=path, expected=f"an address of {PREFIX}/openapi.json that you may see"
    )
