"""Filters of the pages of assessments and benchmarks."""

from __future__ import annotations

from decimal import Decimal

from django import template

from concerted.register.rows.progress import PartyScores, ScoreRow, ScoresPage
from concerted.register.rows.references import LineRef
from concerted.web import marks, words

register = template.Library()


@register.filter
def marked(mark: int) -> str:
    """Write a mark with its sign."""
    return marks.marked(mark)


@register.filter
def compliance(mark: int) -> str:
    """Say what a mark means."""
    return str(marks.COMPLIANCE[mark])


@register.filter
def looks(mark: int) -> str:
    """Name the look of a mark."""
    return marks.looks(mark)


@register.filter
def mean(value: Decimal) -> str:
    """Write a mean with its sign."""
    return marks.mean(value)


@register.filter
def leaning(value: Decimal) -> str:
    """Name the look of a mean."""
    return marks.leaning(value)


@register.filter
def bar(value: Decimal) -> marks.Bar:
    """Place a mean on the scale of its picture."""
    return marks.bar(value)


@register.filter
def of_party(page: ScoresPage, code: str) -> ScoreRow | None:
    """Give a partner's score over all lines of a page of scores."""
    return next((row.total for row in page.rows if row.party.code == code), None)


@register.filter
def on_line(page: ScoresPage, number: int) -> ScoreRow | None:
    """Give a line's score over all partners of a page of scores."""
    return next((score for line, score in line_totals(page) if line and line.number == number), None)


@register.filter
def value(number: Decimal) -> str:
    """Write a figure of a benchmark with its sign, thousands apart, as exactly as it is."""
    plain = number.normalize()
    return ("\u2212" if number < 0 else "") + words.figure(abs(plain) if plain else Decimal(0))


@register.filter
def share(part: Decimal) -> str:
    """Write a part of a way in whole percent."""
    return words.share(float(part))


@register.filter
def by_line(row: PartyScores, page: ScoresPage) -> list[tuple[LineRef | None, ScoreRow | None]]:
    """Pair each line of a page of scores with a partner's score."""
    return list(zip(page.lines, row.cells, strict=True))


@register.filter
def line_totals(page: ScoresPage) -> list[tuple[LineRef | None, ScoreRow | None]]:
    """Pair each line of a page of scores with its score over all partners."""
    return list(zip(page.lines, page.totals, strict=True))
