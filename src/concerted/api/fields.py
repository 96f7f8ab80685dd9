"""The sorts of values that requests hold: no looser than the document says."""

from __future__ import annotations

import re
from datetime import date, time
from decimal import Decimal
from typing import Annotated, Any, TypeAlias

from ninja import Header, Schema
from pydantic import AfterValidator, BeforeValidator, ConfigDict, Field, Strict, WithJsonSchema

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_CLOCK = re.compile(r"([01]\d|2[0-3]):[0-5]\d", re.ASCII)
_FIGURE = re.compile(r"-?\d{1,15}(\.\d{1,6})?", re.ASCII)
# As many as the register's own keys.
_MOST = 2**63 - 1


def _text(value: str) -> str:
    if "\0" in value:
        raise ValueError("a text holds no NUL")
    return value


def _day(value: Any) -> Any:
    if isinstance(value, str) and not _DAY.fullmatch(value):
        raise ValueError("a day is written as 2026-03-01")
    return value if isinstance(value, str | date) else str(type(value))


def _clock(value: Any) -> Any:
    if isinstance(value, str) and not _CLOCK.fullmatch(value):
        raise ValueError("a time is written as 09:30")
    return value if isinstance(value, str | time) else str(type(value))


def _figure(value: Any) -> Any:
    if not isinstance(value, str | Decimal) or (isinstance(value, str) and not _FIGURE.fullmatch(value)):
        raise ValueError('a figure is written as "1200.50"')
    return value


Day: TypeAlias = Annotated[date, BeforeValidator(_day)]
LocalTime: TypeAlias = Annotated[
    time, BeforeValidator(_clock), WithJsonSchema({"type": "string", "pattern": f"^{_CLOCK.pattern}$"})
]
Figure: TypeAlias = Annotated[
    Decimal,
    BeforeValidator(_figure),
    WithJsonSchema({"type": "string", "format": "decimal", "pattern": f"^{_FIGURE.pattern}$"}),
]
Number: TypeAlias = Annotated[int, Field(ge=1, le=_MOST)]
Place: TypeAlias = Annotated[int, Field(ge=0, le=_MOST)]
Count: TypeAlias = Annotated[int, Strict(), Field(ge=0, le=_MOST)]
Flag: TypeAlias = Annotated[bool, Strict()]
Word: TypeAlias = Annotated[str, Field(max_length=200), AfterValidator(_text)]
Text: TypeAlias = Annotated[str, Field(max_length=20_000), AfterValidator(_text)]
Slug: TypeAlias = Annotated[str, Field(pattern=r"^[-a-zA-Z0-9_]+$", max_length=100)]
# Of a page of rows.
PageNumber: TypeAlias = Annotated[int, Field(ge=1, le=1_000_000)]
AfterNumber: TypeAlias = Annotated[
    int, Field(ge=0, le=_MOST, description="The last number of the page before; 0 for the first page.")
]
# Of a list that has an order besides: without it, pages.
After: TypeAlias = Annotated[
    int,
    Field(ge=0, le=_MOST, description="Lists the rows by their numbers, from past this one on; 0 begins."),
]
PageSize: TypeAlias = Annotated[int, Field(ge=1, le=500)]
# The tag of what a change rests on, and a word of the caller's for what is to be made once.
Seen: TypeAlias = Annotated[
    str,
    Header(
        alias="If-Match", pattern=r'^"[^"]{1,200}"$', description="The ETag of the record as you read it: 428 without."
    ),
]
Key: TypeAlias = Annotated[
    str | None,
    Header(
        alias="Idempotency-Key",
        min_length=1,
        max_length=100,
        description="A word of yours for this request: sent again within a day, it makes nothing twice.",
    ),
]


def plain(longest: int) -> Any:
    """Give the sort of a text of so many characters at most."""
    return Annotated[str, Field(max_length=longest), AfterValidator(_text)]


class Sent(Schema):
    """What is sent: of these fields, and no others."""

    model_config = ConfigDict(extra="forbid")
