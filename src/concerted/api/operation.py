"""Operations as they are declared: a function over a request, its address, and what its answer is made of."""

from __future__ import annotations

import hashlib
import inspect
from collections.abc import Callable, Iterable
from contextlib import nullcontext
from dataclasses import dataclass, replace
from functools import wraps
from typing import Annotated, Any, TypeVar, get_args, get_origin, get_type_hints

from django.http import HttpResponse
from django.http.response import HttpResponseBase
from ninja import Router
from pydantic import Field

from concerted.actions import tokens
from concerted.api.answers import JSON, adapter, as_json, cut, edition_of, following, fresh, leading, paged, tag
from concerted.api.asking import PREFIX, Asking
from concerted.api.fields import Day, Key, PageNumber, PageSize
from concerted.api.kinds import settle
from concerted.api.problems import Refused
from concerted.register.as_of.keeping import as_of
from concerted.register.rows.shown import shown

View = TypeVar("View", bound=Callable[..., Any])
LARGEST_PAGE = 100
PAST = Annotated[Day | None, Field(description="Reads the register as it stood at the end of this day.")]


@dataclass(frozen=True, slots=True)
class Made:
    """What was made: its number, and its address."""

    id: int
    address: str


settle(Made)


@dataclass(frozen=True, slots=True)
class Declared:
    """An operation. ``returned`` is the kind of row that it answers with, None for nothing, ``bytes`` for a file.

    ``past`` tells that it can be read as of a day, ``produces`` and ``consumes`` are media types ("" for no body), and
    ``record`` is the noun of the record that its address names by ``number``, if whoever reads it is to be noted.
    """

    name: str
    method: str
    path: str
    returned: Any
    status: int
    listed: bool
    past: bool
    record: str
    produces: tuple[str, ...]
    consumes: str
    asked: frozenset[str]
    fields: frozenset[str]

    @property
    def writes(self) -> bool:
        """Tell whether it changes anything."""
        return self.method != "GET"


# By the route of its address, then by its method.
DECLARED: dict[str, dict[str, Declared]] = {}


class Operations(Router):
    """The operations of one noun; the functions under them ask queries and call actions, and know nothing of HTTP."""

    def read(self, path: str, **more: Any) -> Callable[[View], View]:
        """Declare a read: one row, or a tuple of them, which comes in pages."""
        return self._declared("GET", path, 200, **more)

    def make(self, path: str, **more: Any) -> Callable[[View], View]:
        """Declare what makes something; it gives the number of what it made."""
        return self._declared("POST", path, 201, **more)

    def change(self, path: str, *, method: str = "PUT", **more: Any) -> Callable[[View], View]:
        """Declare what changes something: it answers with nothing, or with what it comes to."""
        return self._declared(method, path, 0, **more)

    def _declared(
        self,
        method: str,
        path: str,
        status: int,
        *,
        edition: Callable[[Any], object] | None = None,
        sorts: dict[str, Callable[[Any], Any]] | None = None,
        past: bool = False,
        record: str = "",
        produces: tuple[str, ...] = (JSON,),
        consumes: str = "",
        keyset: bool = False,
        more: dict[str, tuple[Any, Any]] | None = None,
        name: str = "",
        description: str = "",
        tag: str = "",
    ) -> Callable[[View], View]:
        def declare(view: View) -> View:
            hints = get_type_hints(view, include_extras=True)
            returned = hints.pop("return")
            listed = get_origin(returned) is tuple
            row = get_args(returned)[0] if listed else returned
            settle(returned)
            row = (
                bytes
                if inspect.isclass(row) and issubclass(row, HttpResponseBase)
                else None
                if row is type(None)
                else Made
                if status == 201
                else row
            )
            # A view that has them itself pages in the register, and says where it cut (``request.paging``).
            ours = _ours(listed and not keyset and "page" not in hints, sorts or {}, past, status == 201)
            signature = _signature(view, hints, {**(more or {}), **ours})
            body = [one for one in hints.values() if inspect.isclass(one) and hasattr(one, "model_fields")]
            declared = Declared(
                name=name or view.__name__,
                method=method,
                path=path,
                returned=returned if listed else row,
                status=status or (204 if row is None else 200),
                listed=listed,
                past=past,
                record=record,
                produces=produces,
                consumes=consumes or (JSON if body else ""),
                asked=frozenset(_asked(signature, path)),
                fields=frozenset(name for one in body for name in one.model_fields),
            )
            route = f"{PREFIX}{path}".lstrip("/").replace("{", "<").replace("}", ">")
            DECLARED.setdefault(route, {})[method] = declared
            answer = _answering(view, declared, frozenset(ours), edition or (lambda rows: ""), sorts or {})
            answer.__signature__ = signature  # type: ignore[attr-defined]  # with types that need no other module
            kind = None if row is None or row is bytes else declared.returned
            self.add_api_operation(
                path,
                [method],
                answer,
                response={declared.status: kind},
                operation_id=declared.name,
                tags=[tag] if tag else None,
                summary=_summary(view, description),
                description=inspect.cleandoc(description or view.__doc__ or ""),
            )
            return view

        return declare


def _summary(view: Callable[..., Any], description: str) -> str:
    return (description or view.__doc__ or view.__name__).strip().splitlines()[0].rstrip(".")


def _signature(view: Callable[..., Any], hints: dict[str, Any], more: dict[str, tuple[Any, Any]]) -> inspect.Signature:
    """Give a function's signature with its types, and ``more`` parameters: their types and defaults."""
    given = [
        one.replace(annotation=hints.get(one.name, one.annotation), kind=one.KEYWORD_ONLY)
        if one.name != "request"
        else one.replace(annotation=Asking)
        for one in inspect.signature(view).parameters.values()
        if one.kind is not one.VAR_KEYWORD
    ]
    for name, (kind, default) in more.items():
        given.append(inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=kind))
    return inspect.Signature(given)


def _ours(paging: bool, sorts: dict[str, Any], past: bool, keyed: bool) -> dict[str, tuple[Any, Any]]:
    """Give the parameters that every operation of a sort has."""
    own: dict[str, tuple[Any, Any]] = {}
    if paging:
        own |= {"page": (PageNumber, 1), "size": (PageSize, LARGEST_PAGE)}
    if sorts:
        choices = "|".join(f"-?{name}" for name in sorts)
        kind = Annotated[str, Field(pattern=f"^({choices})$", description="A minus turns the order around.")]
        own["sort"] = (kind | None, None)
    if past:
        own["as_of"] = (PAST, None)
    if keyed:
        own["key"] = (Key, None)
    return own


def _asked(signature: inspect.Signature, path: str) -> Iterable[str]:
    """Name what an operation takes from the part of an address after the question mark."""
    for one in signature.parameters.values():
        in_path = f":{one.name}}}" in path or f"{{{one.name}}}" in path
        if one.name not in ("request", "key", "seen") and not in_path and not hasattr(one.annotation, "model_fields"):
            yield one.name


def _answering(
    view: Callable[..., Any],
    declared: Declared,
    ours: frozenset[str],
    edition: Callable[[Any], object],
    sorts: dict[str, Callable[[Any], Any]],
) -> Callable[..., HttpResponseBase]:
    @wraps(view)
    def answer(request: Asking, **given: Any) -> HttpResponseBase:
        own = {name: given.pop(name) for name in ours}
        size = own["size"] if "size" in own else given.get("size", 0)
        if "seen" in given:
            given["seen"] = edition_of(given["seen"])
        if declared.status == 201:
            return _once(request, declared, own["key"], lambda: view(request, **given))
        day = own.get("as_of")
        past = as_of(request.asker, given["slug"], day, today=request.day) if day else nullcontext()
        with past:
            request.day = day or request.day
            rows = view(request, **given)
        headers: dict[str, str] = {}
        if declared.listed:
            if own.get("sort"):
                field = own["sort"].lstrip("-")
                rows = tuple(sorted(rows, key=_filed(sorts[field]), reverse=own["sort"].startswith("-")))
            page = 0 if given.get("after") is not None else own.get("page", given.get("page", 0))
            rows, headers = _page(request, rows, page, size)
        if declared.record:
            request.shown.append((declared.record, given["number"]))
        if isinstance(rows, HttpResponseBase):
            return rows
        request.shown.extend(shown(rows))
        if rows is None:
            return HttpResponse(status=declared.status)
        body = as_json(declared.returned, rows)
        etag = tag(body, "" if declared.listed else str(edition(rows)))
        headers["ETag"] = etag
        if not declared.writes and fresh(request, etag):
            return HttpResponse(status=304, headers=headers)
        return HttpResponse(body, status=declared.status, content_type=JSON, headers=headers)

    return answer


def _page(request: Asking, rows: Any, page: int, size: int) -> tuple[Any, dict[str, str]]:
    """Give a page of a list and what leads on: by the list's pages, or by its numbers where ``page`` is 0."""
    if request.paging is not None:
        return cut(rows, page, request.paging), leading(request, replace(request.paging, number=page))
    return paged(request, rows, page, size) if page else following(request, rows, size)


def in_order(sort: str | None) -> None:
    """Refuse an order of rows that are asked for by their numbers."""
    if sort is not None:
        raise Refused("rows after a number have its order", status=422, where="query.sort", expected="no order")


def _filed(key: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """Let what is missing stand last."""

    def filed(row: Any) -> tuple[bool, Any]:
        found = key(row)
        return found is None, 0 if found is None else found

    return filed


def _once(request: Asking, declared: Declared, key: str | None, make: Callable[[], Any]) -> HttpResponse:
    """Make something, with a key no more than once, and say where it is."""

    def made() -> tokens.Replied:
        done = make()
        one = done if isinstance(done, Made) else Made(done, f"{request.path.rstrip('/')}/{done}")
        return tokens.Replied(declared.status, as_json(Made, one).decode(), one.address)

    if key is None or request.token is None:
        answer = made()
    else:
        asked = hashlib.sha256(f"{request.method} {request.get_full_path()}\n".encode() + request.body).hexdigest()
        answer = tokens.once(token=request.token.id, key=key, asked=asked, at=request.at, make=made)
    return HttpResponse(answer.body, status=answer.status, content_type=JSON, headers={"Location": answer.location})


def described(kind: Any) -> dict[str, Any]:
    """Give the schema of what an operation answers with."""
    return adapter(kind).json_schema(mode="serialization")
