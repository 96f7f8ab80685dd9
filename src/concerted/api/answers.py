"""Frozen rows as JSON: the names in them in the reader's language, a tag by which they are known again."""

from __future__ import annotations

import hashlib
from dataclasses import fields, is_dataclass, replace
from functools import lru_cache
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.http import content_disposition_header, parse_etags
from django.utils.translation import get_language
from pydantic import TypeAdapter

from concerted.register import as_of
from concerted.register.rows.paging import Paging
from concerted.register.rows.references import PartyRef
from concerted.terms import parties as vocabulary

JSON = "application/json"


@lru_cache(maxsize=512)
def adapter(kind: Any) -> TypeAdapter[Any]:
    """Give what writes, reads and describes a kind of row."""
    return TypeAdapter(kind)


def as_json(kind: Any, rows: Any) -> bytes:
    """Write rows: figures as strings, days as ISO 8601, names in the reader's language."""
    language = (get_language() or "en").split("-")[0]
    return adapter(kind).dump_json(rows if language == "en" else _dressed(rows, language))


def _dressed(rows: Any, language: str) -> Any:
    if isinstance(rows, tuple | list):
        return tuple(_dressed(one, language) for one in rows)
    if isinstance(rows, PartyRef):
        if kept := rows.called_on(as_of.day() or timezone.localdate(), language):
            return replace(rows, name=kept.name)
        known = vocabulary.is_party(rows.code)
        return replace(rows, name=vocabulary.party(rows.code).name(language)) if known else rows
    if not is_dataclass(rows) or isinstance(rows, type):
        return rows
    return replace(rows, **{one.name: _dressed(getattr(rows, one.name), language) for one in fields(rows)})


def tag(body: bytes, edition: str = "") -> str:
    """Make the tag of an answer; a record's begins with the edition that a change of it names (``If-Match``)."""
    short = hashlib.sha256(body).hexdigest()[:16]
    return f'"{edition}.{short}"' if edition else f'"{short}"'


def edition_of(if_match: str) -> str:
    """Read the edition out of a tag."""
    return if_match.strip().removeprefix("W/").strip('"').partition(".")[0]


def fresh(request: HttpRequest, etag: str) -> bool:
    """Tell whether the reader has the answer already."""
    return etag in parse_etags(request.headers.get("If-None-Match", ""))


def paged(request: HttpRequest, rows: tuple[Any, ...], page: int, size: int) -> tuple[tuple[Any, ...], dict[str, str]]:
    """Give a page of rows and the headers that lead to the others."""
    # The register gave all of them: their pages have no end but their own.
    last = max(1, -(-len(rows) // size))
    return rows[(page - 1) * size : page * size], leading(request, Paging(page, size, len(rows)), last)


def cut(rows: tuple[Any, ...], page: int, paging: Paging) -> tuple[Any, ...]:
    """Give a page that the register cut; none of its rows where it gave another page than the one asked for."""
    return rows if paging.number == page else ()


def leading(request: HttpRequest, paging: Paging, last: int | None = None) -> dict[str, str]:
    """Write the headers that lead from a page of a list to the others, the ``last`` of which may be another."""
    page, size, last = paging.number, paging.size, last or paging.pages
    links = {"first": 1, "prev": page - 1, "next": page + 1, "last": last}
    asked = {name: value for name, value in request.GET.items() if name not in ("page", "size")}

    def address(number: int) -> str:
        return f"{request.path}?{urlencode({**asked, 'page': number, 'size': size})}"

    told = ", ".join(f'<{address(to)}>; rel="{rel}"' for rel, to in links.items() if 1 <= to <= last)
    return {"Link": told, "Total-Count": str(paging.count)}


def following(request: HttpRequest, rows: tuple[Any, ...], size: int) -> tuple[tuple[Any, ...], dict[str, str]]:
    """Give a page of rows that go by their numbers, of which one more than fits was loaded, and what leads on."""
    if len(rows) <= size:
        return rows, {}
    asked = {**request.GET.dict(), "after": rows[size - 1].id, "size": size}
    return rows[:size], {"Link": f'<{request.path}?{urlencode(asked)}>; rel="next"'}


def file(data: bytes, media_type: str, name: str) -> HttpResponse:
    """Answer with a file."""
    answer = HttpResponse(data, content_type=media_type)
    answer["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name) or "attachment"
    return answer
