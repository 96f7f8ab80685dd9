"""The nouns that people keep: listed, given, entered, changed and taken back, all of them alike.

A noun that joins ``register.nouns`` and ``actions.kept`` has its operations here by itself.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, fields, make_dataclass
from datetime import date
from decimal import Decimal
from types import NoneType
from typing import Annotated, Any, Literal, get_args, get_type_hints

from pydantic import Field, create_model

from concerted.actions.keeping import Keeping
from concerted.actions.kept import KEPT
from concerted.api.asking import Asking
from concerted.api.fields import AfterNumber, Count, Day, Figure, Number, PageSize, Seen, Sent, Slug, Word, plain
from concerted.api.meetings import edition
from concerted.api.operation import LARGEST_PAGE, Operations
from concerted.register.nouns import Column, Form, Noun
from concerted.register.queries.kept import kept, kept_record
from concerted.register.rows.kept import KeptRow

operations = Operations()
Reach = Literal["owner only", "working group", "coalition", "public"]
# By which columns a list is narrowed.
_NARROWING = {Form.CHOICE: str, Form.LINE: int, Form.PARTY: str, Form.RECORD: int}
_SENT = {Decimal: Figure, date: Day, int: Count}


def title(noun: Noun) -> str:
    """Give a noun's name as those of types are written."""
    return "".join(part.capitalize() for part in noun.name.split())


def row_of(noun: Noun) -> Callable[..., Any]:
    """Make the type of a noun's rows: as ``KeptRow``, with a content whose fields are known."""
    hints = get_type_hints(noun.content)
    said = make_dataclass(
        f"{title(noun)}Content", [(one.name, hints[one.name]) for one in noun.columns], frozen=True, slots=True
    )
    said.__doc__ = f"What a {noun.name} says."
    own = get_type_hints(KeptRow)
    pairs = [(one.name, said if one.name == "content" else own[one.name]) for one in fields(KeptRow)]
    row = make_dataclass(f"Kept{title(noun)}", pairs, frozen=True, slots=True)
    row.__doc__ = KeptRow.__doc__

    def made(one: KeptRow) -> Any:
        given = {field.name: getattr(one, field.name) for field in fields(one)}
        return row(**given | {"content": said(**asdict(one.content))})

    made.row = row  # type: ignore[attr-defined]  # the type of what it makes
    return made


def sent(noun: Noun) -> dict[str, Any]:
    """Give the fields of what is sent to enter or change a record, each with its type and its default."""
    hints = get_type_hints(noun.content)
    return {one.name: _field(one, hints[one.name]) for one in noun.columns}


def _field(column: Column, held: Any) -> tuple[Any, Any]:
    empty = "" if held is str else None
    kind: Any = next((one for one in get_args(held) if one is not NoneType), held)
    if column.choices:
        choices = column.choices if column.required or "" in column.choices else (*column.choices, "")
        kind = Literal[choices] if held is str else Literal[column.choices]
    elif kind is str:
        kind = plain(column.longest or 20_000)
    else:
        kind = _SENT[kind]
    if NoneType in get_args(held) and not column.required:
        kind = kind | None
    return Annotated[kind, Field(description=column.says)], ... if column.required else empty


def _declare(keeping: Keeping) -> None:
    """Declare a noun's five operations."""
    noun = keeping.noun
    name, plural = noun.name.replace(" ", "_"), noun.plural.replace(" ", "_")
    path = f"/coalitions/{{slug:slug}}/{noun.plural.replace(' ', '-')}"
    made = row_of(noun)
    row: Any = made.row  # type: ignore[attr-defined]
    content: Any = create_model(f"{title(noun)}Sent", __base__=Sent, **sent(noun))
    entered: Any = create_model(f"New{title(noun)}", __base__=content, reach=(Reach, noun.reach))
    content.__doc__ = entered.__doc__ = f"What a {noun.name} says."

    def shown(request: Asking, one: KeptRow) -> Any:
        request.shown.append((noun.name, one.id))
        return made(one)

    def every(
        request: Asking, slug: Slug, after: AfterNumber = 0, size: PageSize = LARGEST_PAGE, **narrowed: Any
    ) -> Any:
        given = {key: value for key, value in narrowed.items() if value is not None}
        rows = kept(request.asker, slug, noun.name, after=after, matching=given)
        return tuple(shown(request, one) for one, _place in zip(rows, range(size + 1), strict=False))

    def one(request: Asking, slug: Slug, number: Number) -> Any:
        return shown(request, kept_record(request.asker, slug, noun.name, number))

    def add(request: Asking, slug: Slug, body: Any) -> int:
        given = body.model_dump()
        reach = given.pop("reach")
        return keeping.add(coalition=slug, content=noun.content(**given), reach=reach, by=request.asker, at=request.at)

    def change(request: Asking, slug: Slug, number: Number, body: Any, seen: Seen) -> Any:
        kept_record(request.asker, slug, noun.name, number)
        keeping.change(
            number=number,
            content=noun.content(**body.model_dump()),
            seen=edition(seen),
            by=request.asker,
            at=request.at,
        )
        return one(request, slug, number)

    def withdraw(request: Asking, slug: Slug, number: Number, seen: Seen) -> None:
        kept_record(request.asker, slug, noun.name, number)
        keeping.withdraw(number=number, seen=edition(seen), by=request.asker, at=request.at)

    columns = {one.name: _NARROWING[one.form] for one in noun.columns if one.form in _NARROWING}
    narrowing: dict[str, Any] = {
        key: ((Word if kind is str else Number) | None, None) for key, kind in {**columns, "owner": str}.items()
    }
    every.__annotations__["return"] = tuple[row, ...]
    for answering in (one, change):
        answering.__annotations__["return"] = row
    add.__annotations__["body"], change.__annotations__["body"] = entered, content
    operations.read(
        path,
        tag=plural,
        name=plural,
        keyset=True,
        past=True,
        more=narrowing,
        description=f"List the {noun.plural} that one sees, by their numbers, from past `after` on.",
    )(every)
    operations.read(
        f"{path}/{{int:number}}",
        tag=plural,
        name=name,
        past=True,
        edition=lambda kept: kept.edition,
        description=f"Give what a {noun.name} says, whose it is, and how far it is released.",
    )(one)
    operations.make(
        path, tag=plural, name=f"add_{name}", description=f"Enter a {noun.name}; seen at first by: {noun.reach}."
    )(add)
    operations.change(
        f"{path}/{{int:number}}",
        tag=plural,
        name=f"change_{name}",
        edition=lambda kept: kept.edition,
        description=f"Change all that a {noun.name} says.",
    )(change)
    operations.change(
        f"{path}/{{int:number}}",
        tag=plural,
        method="DELETE",
        name=f"withdraw_{name}",
        description=f"Take a {noun.name} back: it stays in the ledger alone.",
    )(withdraw)


for _keeping in KEPT.values():
    _declare(_keeping)
