"""What lists and pages tell of a record of any noun that people keep: columns in words, filters with their choices."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from concerted.register.nouns import NOUNS, Form
from concerted.register.queries.kept_pages import FILTERED, RELEASE
from concerted.register.rows.kept_pages import KeptList, KeptRecord, Shown
from concerted.web.kept_forms import measures, options
from concerted.web.kept_words import WORDS, KeptWords
from concerted.web.words import RELEASES


@dataclass(frozen=True, slots=True)
class Cell:
    """What a record says in one column; ``unit`` is that of a figure, or its currency where ``is_money``."""

    name: str
    label: Promise
    form: str
    value: Shown
    unit: str = ""
    is_money: bool = False


@dataclass(frozen=True, slots=True)
class ShownRecord:
    """A record with its heading and the cells that are shown of it, those without anything left out."""

    record: KeptRecord
    heading: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Filter:
    """A column that a list can be narrowed by: its choices, each with its words, and the one in force."""

    name: str
    label: Promise | str
    choices: list[tuple[str, str]]
    chosen: str


@dataclass(frozen=True, slots=True)
class Part:
    """The first records of a noun on the page of something else, and the address of the list that has them all."""

    rows: tuple[ShownRecord, ...]
    href: str


def part(page: KeptList, slug: str) -> Part:
    """Show a narrowed list as a part of another page."""
    of = page.choice.noun
    address = f"{reverse(f'web:{of.plural}', args=[slug])}?{urlencode(page.asked)}"
    return Part(tuple(listed(one, WORDS[of.name]) for one in page.rows), address)


def listed(record: KeptRecord, said: KeptWords, *, every: bool = False) -> ShownRecord:
    """Write a record for its list, or with ``every`` column for its page."""
    of = NOUNS[record.noun]
    units = dict(measures(of.columns))
    names = [one.name for one in of.columns if one.name not in units.values()] if every else said.listed
    cells = []
    for name in names:
        value = record.values[name]
        if name == said.heading or value in (None, ""):
            continue
        unit = units.get(name, "")
        cells.append(
            Cell(
                name=name,
                label=said.labels[name],
                form=of.column(name).form.value,
                value=value,
                unit=str(record.values[unit]) if unit else "",
                is_money=bool(unit) and of.column(unit).form is Form.CURRENCY,
            )
        )
    return ShownRecord(record, str(record.values[said.heading]), tuple(cells))


def filters(page: KeptList, said: KeptWords) -> list[Filter]:
    """Give what a list can be narrowed by; columns with nothing to choose are left out."""
    found = [
        Filter(one.name, said.labels[one.name], options(one, page.choice), page.asked.get(one.name, ""))
        for one in page.choice.noun.columns
        if one.form in FILTERED
    ]
    reaches = [(name, str(words)) for name, words in RELEASES.items()]
    found.append(Filter(RELEASE, _("Released to"), reaches, page.asked.get(RELEASE, "")))
    return [one for one in found if one.choices]
