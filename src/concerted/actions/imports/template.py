"""A noun's sheet: what its template and its export look like, in the words of whoever reads it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from concerted.actions.imports.columns import EDITION, NUMBER, RELEASE
from concerted.formats.sheets import Cell, Field, Table
from concerted.register.models import Reach
from concerted.register.nouns import Form, Noun
from concerted.register.rows.imports import ImportFindingRow
from concerted.register.rows.kept import KeptRow

_FORMS = {
    Form.NUMBER: "number",
    Form.DAY: "day",
    Form.CHOICE: "choice",
    Form.TEXT: "text",
    Form.LINE: "code",
    Form.PARTY: "code",
    Form.CURRENCY: "code",
    Form.RECORD: "code",
}
_SAYS = {
    NUMBER: "which record it is; empty for a new one",
    EDITION: "the change as of which the record was exported",
    RELEASE: "how far a new row is released",
}
RELEASES = (Reach.OWNER, Reach.WORKING_GROUP, Reach.COALITION, Reach.PUBLIC)


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of a sheet: ``column`` gives a column's name and what belongs into it, ``choice`` what one means."""

    title: str
    guide: str
    heads: tuple[str, str, str, str]
    column: Callable[[str], tuple[str, str]]
    choice: Callable[[str, str], str]
    right_to_left: bool = False


def plain(noun: Noun) -> Wording:
    """Give the words of a noun's sheet as its columns themselves have them: programs read it."""
    return Wording(
        title=noun.plural,
        guide="columns",
        heads=("column", "name", "what it holds", "choices"),
        column=lambda key: (key, _SAYS.get(key) or noun.column(key).says),
        choice=lambda _column, choice: choice,
    )


def table(noun: Noun, wording: Wording, *, parties: Mapping[str, str], lines: Mapping[int, str]) -> Table:
    """Lay out a noun's sheet; ``parties`` and ``lines`` are the coalition's, by code and number, with their names."""

    def field(key: str, form: str, choices: Iterable[tuple[str, str]] = ()) -> Field:
        label, note = wording.column(key)
        return Field(key, label, note, form, tuple(choices))

    fields = [field(NUMBER, "number"), field(EDITION, "number")]
    for one in noun.columns:
        choices: Iterable[tuple[str, str]] = ((each, wording.choice(one.name, each)) for each in one.choices)
        if one.form is Form.PARTY:
            choices = parties.items()
        elif one.form is Form.LINE:
            choices = ((str(number), title) for number, title in lines.items())
        fields.append(field(one.name, _FORMS.get(one.form, "words"), choices))
    fields.append(field(RELEASE, "choice", ((one, wording.choice(RELEASE, one)) for one in RELEASES)))
    return Table(wording.title, tuple(fields), wording.guide, wording.heads, wording.right_to_left)


def cells(noun: Noun, rows: Iterable[KeptRow]) -> Iterator[tuple[Cell, ...]]:
    """Write records as the rows of their noun's sheet."""
    for row in rows:
        values = (_cell(getattr(row.content, one.name)) for one in noun.columns)
        yield (Decimal(row.id), Decimal(row.edition), *values, row.release)


def _cell(value: Any) -> Cell:
    return Decimal(value) if isinstance(value, int) else value or None


_FINDINGS = ("row", "column", "tier", "trouble", "found", "expected", "choice")


def findings_table(found: Iterable[ImportFindingRow]) -> tuple[Table, Iterator[tuple[Cell, ...]]]:
    """Lay out what was found in the rows of an import, as a table of its own."""
    fields = tuple(Field(name, name, name) for name in _FINDINGS)
    rows = (tuple(_cell(getattr(one, name)) for name in _FINDINGS) for one in found)
    return Table("findings", fields), rows
