"""The kinds of rows, made ready for pydantic."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from decimal import Decimal
from functools import cache
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from pydantic import WithJsonSchema

_NAMED: dict[str, type] = {}


FIGURE = Annotated[Decimal, WithJsonSchema({"type": "string", "format": "decimal"}, mode="serialization")]


def _told(kind: Any) -> Any:
    """Say of a figure in a type that its string holds one."""
    if kind is Decimal:
        return FIGURE
    if get_origin(kind) in (Union, UnionType):
        return Union[tuple(_told(one) for one in get_args(kind))]  # noqa: UP007 (made of a tuple)
    return kind


@cache
def settle(kind: Any) -> None:
    """Write the types of a row's fields, and of the rows in it, as types instead of words.

    A field that is called as its type (``date: date | None``) has pydantic look for the type in the class with slots,
    where the field's own descriptor stands.
    """
    for argument in get_args(kind):
        settle(argument)
    if not is_dataclass(kind) or not isinstance(kind, type):
        return
    # Two of one name would be one in the document.
    if _NAMED.setdefault(kind.__name__, kind) is not kind:
        raise TypeError(f"two kinds of rows are called {kind.__name__}: {_NAMED[kind.__name__]} and {kind}")
    hints = get_type_hints(kind, include_extras=True)
    for field in fields(kind):
        field.type = _told(hints[field.name])
        settle(hints[field.name])
