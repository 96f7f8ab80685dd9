"""What a record says, in the plain values of a pack, and back."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from django.core.exceptions import FieldDoesNotExist, ValidationError

from concerted.ledger.packs.canonical import UnreadablePack
from concerted.ledger.packs.change import Change, Released
from concerted.register.audience import Wanted
from concerted.register.models import Release
from concerted.register.nouns import NOUNS, Column, Form, Noun
from concerted.register.packing.names import Names
from concerted.terms.errors import Conflict

_FIGURE = re.compile(r"-?(0|[1-9][0-9]{0,30})(\.[0-9]{0,30}[1-9])?")
_WHOLE = (Form.LINE, Form.RECORD)


def plain(noun: Noun, content: Any, names: Names) -> dict[str, Any]:
    """Write a content without its empty values; a record that it points at goes by the name that both registers know.

    The same content is the same values on every engine: figures have no zeros at their end.
    """
    said = ((one, getattr(content, one.name)) for one in noun.columns)
    return {one.name: _written(one, value, names) for one, value in said if value not in (None, "")}


def content(change: Change, names: Names, *, where: str) -> Any:
    """Give the content that a record of a pack says.

    Raises UnreadablePack for a column or a value that no version known here has written, Conflict (``where`` is the
    column) for what cannot be kept here, such as a record that has not come.
    """
    noun = noun_of(change, where=where)
    _known(noun, change, where)
    read = {one.name: _read(one, change.content, names, where) for one in noun.columns}
    for one in noun.columns:
        _fits(noun, one, read[one.name])
    return noun.content(**read)


def understood(change: Change, *, where: str) -> None:
    """Refuse what no version known here has written, without asking the database; raises UnreadablePack."""
    noun = noun_of(change, where=where)
    _known(noun, change, where)
    for one in noun.columns:
        _read(one, change.content, None, where)


def noun_of(change: Change, *, where: str) -> Noun:
    """Give the noun of a record; raises UnreadablePack for one that is not known here."""
    if change.noun not in NOUNS:
        raise UnreadablePack(f"nobody keeps a {change.noun!r:.60} here", where=where, expected=", ".join(NOUNS))
    return NOUNS[change.noun]


def released(release: Release) -> Released:
    """Write a release."""
    wanted = Wanted.of(release)
    return Released(wanted.reach, wanted.line, tuple(sorted(wanted.parties)))


def state(noun: Noun, row: Any, names: Names) -> str:
    """Give the digest of how a record stands here, whether or not it is in force."""
    return described(noun, row, names).state


def described(noun: Noun, row: Any, names: Names, *, base: str | None = None) -> Change:
    """Write a record as a pack has it."""
    origin, number = names.of(noun.name, row.pk)
    if not getattr(row, "in_force", True):
        return Change(origin, number, noun.name, row.edition, base=base)
    said = plain(noun, noun.written(row), names)
    return Change(origin, number, noun.name, row.edition, released(row.release), base, said)


def _known(noun: Noun, change: Change, where: str) -> None:
    if odd := ", ".join(sorted(change.content.keys() - {one.name for one in noun.columns})):
        raise UnreadablePack(f"a {noun.name} has no {odd:.100}", where=where, expected="no pack of a newer version")


def _written(column: Column, value: Any, names: Names) -> Any:
    if column.form is Form.RECORD:
        return list(names.of(column.noun, value))
    if isinstance(value, Decimal):
        text = format(value, "f")
        return text.rstrip("0").rstrip(".") if "." in text else text
    return value.isoformat() if isinstance(value, date) else value


def _read(column: Column, said: Mapping[str, Any], names: Names | None, where: str) -> Any:
    if column.name not in said:
        empty = column.form in (*_WHOLE, Form.NUMBER, Form.DAY)
        return None if empty else ""
    value = said[column.name]
    wrong = UnreadablePack(f"its {column.name} is {value!r:.40}", where=where, expected=f"a {column.form}")
    if column.form is Form.RECORD:
        if not (isinstance(value, list) and [type(one) for one in value] == [str, int]):
            raise wrong
        if names is None:
            return None
        record = names.record(column.noun, value[0], value[1])
        if record is None:
            raise Conflict(
                f"{column.noun} {value[1]} of {value[0]} has not come", where=column.name, expected="it to come first"
            )
        return record
    if column.form is Form.LINE:
        if isinstance(value, bool) or not isinstance(value, int):
            raise wrong
        return value
    if not isinstance(value, str) or "\x00" in value:
        raise wrong
    if column.form is Form.NUMBER:
        if not _FIGURE.fullmatch(value):
            raise wrong
        return Decimal(value)
    if column.form is Form.DAY:
        try:
            return date.fromisoformat(value)
        except ValueError:
            raise wrong from None
    return value


def _fits(noun: Noun, column: Column, value: Any) -> None:
    """Refuse a figure that the column of the database would round, or has no room for."""
    if not isinstance(value, Decimal):
        return
    try:
        noun.model._meta.get_field(column.name).run_validators(value)
    except ValidationError as error:
        raise Conflict(" ".join(error.messages), where=column.name, expected="a figure with fewer digits") from error
    except FieldDoesNotExist:
        return  # A figure that the noun keeps in another way is its own to check.
