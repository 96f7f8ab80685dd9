"""Filters of the pages: dates in full, money with its currency, the register's terms in the reader's language."""

from __future__ import annotations

import json as _json
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from decimal import Decimal
from math import ceil

from django import template
from django.core.serializers.json import DjangoJSONEncoder
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext, ngettext, pgettext

from concerted.register.rows.agenda import ItemRecordRow
from concerted.register.rows.board import MarkRow, Matrix, MatrixRow
from concerted.register.rows.findings import MovedRow
from concerted.register.rows.funding_gaps import FundingGapRow
from concerted.register.rows.history import Value
from concerted.register.rows.kept_pages import KeptRecord
from concerted.register.rows.records import CommitmentRow
from concerted.register.rows.references import CoalitionRef, LineRef, PartyRef, RecordRef, ReleaseRow
from concerted.register.rows.totals import FigureRow, LineFigures, TotalsTable
from concerted.web import anchors, browsers, errors, gap_words, history_words, names, scope_words, words
from concerted.web.isolation import isolated
from concerted.web.spans import span

register = template.Library()

GENERAL = "general aim"

_RIGHT_TO_LEFT = {"ar", "fa", "he", "ur", "ckb"}


@register.filter
def day(value: date | datetime | None) -> str:
    """Write a day in full, as in 3 December 2014; nothing for no day."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        value = timezone.localtime(value).date() if timezone.is_aware(value) else value.date()
    return words.full_day(value)


@register.filter
def browser(agent: str) -> str:
    """Name a browser by what it says of itself."""
    return browsers.called(agent)


@register.filter
def json(value: object) -> str:
    """Write a value as JSON, for a script that reads it from an attribute."""
    return _json.dumps(value, cls=DjangoJSONEncoder)


@register.filter
def days_to(value: int) -> str:
    """Say how far a day is, by the count of days until then."""
    return words.days_to(value)


register.filter(isolated)


@register.filter
def error_said(text: str) -> str:
    """Say an error that the register keeps in the reader's language."""
    return errors.stored(text)


@register.filter
def official(name: str | None) -> str:
    """Name who read or took in a text; None, where the reader may not know the name, is the secretariat's people."""
    return isolated(name) if name else gettext("the secretariat")


register.filter(span)


@register.filter
def days_long(number: int) -> str:
    """Say a number of days in the reader's language."""
    return words.length(number, "day")


@register.filter
def name_of(party: PartyRef) -> str:
    """Give a party's name in the reader's language."""
    return names.party_name(party)


@register.filter
def short_name(party: PartyRef) -> str:
    """Give the short form of a party's name, or its name."""
    return names.short_name(party)


@register.filter
def language_name(code: str) -> str:
    """Name a language in the reader's own."""
    return words.language_name(code)


@register.filter
def standing(name: str) -> str:
    """Say how a party stands to the coalition."""
    return str(words.STANDINGS.get(name, name))


@register.simple_tag(takes_context=True)
def withdrawn(context: template.Context, party: PartyRef) -> str:
    """Mark a party that has withdrawn by the page's day; nothing for any other."""
    return (
        gettext("withdrawn") if party.standing_on(context.get("as_of") or timezone.localdate()) == "withdrawn" else ""
    )


@register.filter
def coalition_name(coalition: CoalitionRef) -> str:
    """Give a coalition's name in the reader's language."""
    return words.coalition_name(coalition)


@register.simple_tag
def moved(how: MovedRow) -> str:
    """Say how a finding came into a corrected text."""
    return anchors.said(how.how, how.turned)


@register.filter
def body(code: str | None) -> str:
    """Give the name of the body that an instrument comes from; as written where the vocabulary does not know it."""
    return names.party_called(code or "")


@register.filter
def figure(value: int | Decimal) -> str:
    """Write a count without its sign, thousands apart."""
    return words.figure(value if value >= 0 else -value)


@register.simple_tag
def money(amount: Decimal, currency: str) -> str:
    """Write an amount with its currency."""
    return words.money(amount, currency)


@register.filter
def gap_said(gap: FundingGapRow) -> str:
    """Say what is missing of what is asked in money."""
    return gap_words.gap_said(gap)


@register.filter
def number(value: int | Decimal) -> str:
    """Write a number with its sign, if it is below nothing, thousands apart."""
    return words.figure(value)


@register.filter
def unit_name(unit: str) -> str:
    """Name what a quantity is counted in."""
    return words.unit_name(unit)


@register.filter
def unit_of(unit: str, number: int | Decimal) -> str:
    """Name what a quantity is counted in, as it follows the number."""
    return words.unit_of(unit, number)


@register.simple_tag
def kept_href(slug: str, record: KeptRecord | RecordRef | ItemRecordRow) -> str:
    """Give the address of the page of a record that people keep."""
    return reverse(f"web:{record.noun}", args=[slug, record.id])


@register.simple_tag
def released(release: ReleaseRow, owner: PartyRef | None) -> str:
    """Say who sees a record."""
    return names.released(release, owner)


@register.filter
def days_unit(value: int) -> str:
    """Say what a big figure counts: days left, or days overdue."""
    if value < 0:
        return ngettext("day overdue", "days overdue", -value)
    return ngettext("day left", "days left", value)


@register.filter
def plain(value: float) -> str:
    """Write a number for SVG: a full stop and no grouping, whatever the language."""
    return f"{value:.10g}"


@register.filter
def sign(kind: str) -> str:
    """Give the sign that stands for a contribution's kind in the matrix."""
    return words.SIGNS.get(kind, words.SIGNS["other"])


@register.filter
def anchor(kind: str) -> str:
    """Tell the part of a partner's page on which the marks of one kind are spelt out."""
    return {"leadership": "leads", "commitment": "commitments"}.get(kind, "contributions")


@register.filter
def cells(row: MatrixRow, matrix: Matrix) -> list[tuple[LineRef, tuple[MarkRow, ...]]]:
    """Pair each line of a matrix with the marks of one partner."""
    return list(zip(matrix.lines, row.cells, strict=True))


@register.filter
def word(term: object) -> str:
    """Say a term of the register in the reader's language."""
    return words.word(term)


register.filter(scope_words.scope_name)


@register.filter
def deed(permission: str) -> str:
    """Say what a permission allows in the reader's language."""
    return str(words.DEEDS[permission])


@register.filter
def by_kind(row: LineFigures, table: TotalsTable) -> list[tuple[str, FigureRow | None]]:
    """Pair each kind of a table of totals with a line's figure; the last one, under no kind, is their total."""
    return list(zip((*table.kinds, ""), row.figures, strict=True))


@register.filter
def why_left_out(reason: str) -> str:
    """Say why a figure is left out, in the reader's language."""
    return str(words.LEFT_OUT[reason])


@register.simple_tag
def comma() -> str:
    """Write the reader's comma between two things, and a space."""
    return words.comma()


@register.simple_tag
def semicolon() -> str:
    """Write the reader's semicolon between two things, and a space."""
    return pgettext("between two things", "; ")


@register.filter
def level(share: float) -> int:
    """Tell which of five shades a part of one has; 0 for none of it."""
    return ceil(share * 5)


@register.filter
def css(term: object) -> str:
    """Turn a term into the end of a class name."""
    return str(getattr(term, "value", term)).replace("_", "-").replace(" ", "-")


@register.filter
def direction(language: str | None) -> str:
    """Tell the direction that a language is written in; ``auto`` where the language is not known."""
    if not language:
        return "auto"
    return "rtl" if language.split("-")[0] in _RIGHT_TO_LEFT else "ltr"


@register.filter
def words_of(text: str) -> list[str]:
    """Split a plain list written in a template."""
    return text.split()


@register.filter
def stylesheet(name: str) -> str:
    """Give a style sheet's path among the static files."""
    return f"web/{name}.css"


@register.filter
def followed(rows: Iterable[CommitmentRow]) -> list[CommitmentRow]:
    """Leave out general aims, which nobody can follow up."""
    return [row for row in rows if row.aim != GENERAL]


@register.filter
def general(rows: Iterable[CommitmentRow]) -> list[CommitmentRow]:
    """Give the general aims alone."""
    return [row for row in rows if row.aim == GENERAL]


@register.filter
def mark_names(marks: Iterable[str]) -> str:
    """Name what makes a commitment checkable, in the reader's language."""
    return words.mark_names(marks)


@register.filter
def by_target(row: CommitmentRow) -> list[tuple[str, int | None]]:
    """Cut a commitment's words into pieces, each with the number of the target that it is, or None."""
    pieces: list[tuple[str, int | None]] = []
    done = 0
    for number, (start, end) in enumerate(row.targets, 1):
        pieces += [(row.text[done:start], None), (row.text[start:end], number)]
        done = end
    return [piece for piece in (*pieces, (row.text[done:], None)) if piece[0]]


@register.filter
def pairs(by_kind: Mapping[str, int]) -> list[tuple[str, int]]:
    """Give the counts of acts by kind, in the order of the kinds, without those that are nought."""
    return [(kind, by_kind[kind]) for kind in words.KINDS if by_kind.get(kind)]


@register.filter
def action_name(name: str) -> str:
    """Say what was done to a record."""
    return history_words.action(name)


@register.filter
def more_said(more: str, noun: str) -> str:
    """Say what else tells a record from one like it; what stands in a statement stays as it is."""
    if noun in ("commitment", "call"):
        return more
    return words.listed(history_words.plain(one) for one in more.split(", "))


@register.filter
def field_name(name: str) -> str:
    """Name a field of a record."""
    return history_words.field(name)


@register.filter
def noun_name(noun: str) -> str:
    """Name the part of a record that an entry of the ledger is about."""
    return words.word(noun) if noun in words.FACTS else history_words.field(noun.rpartition("_")[2])


@register.filter
def said_in(value: Value, name: str) -> str:
    """Say what stands in a field of a record."""
    return history_words.said(value, name)
