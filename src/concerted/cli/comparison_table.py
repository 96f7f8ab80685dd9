"""A comparison of two statements for a person at a terminal: pairs above each other, changed words marked."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Sequence

import click

from concerted.cli.columns import columns, wrapped
from concerted.cli.wording import issued, shown
from concerted.reading.comparison import Carried, Comparison, Fate, Order, Pair, Run, wording

# Colour beside the word, never instead of it.
_COLOURS = {
    Fate.RENEWED: "blue",
    Fate.STRENGTHENED: "green",
    Fate.WEAKENED: "red",
    Fate.NARROWED: "yellow",
    Fate.NEW: "green",
}
_NARROWEST, _WIDEST, _INDENT = 50, 120, 2
_ORDERS = {
    Order.TURNED: "The first statement given is the later one: they have changed places.",
    Order.NOT_KNOWN: "Their days do not tell which is the earlier one: the first given is taken for it.",
}


def show(comparison: Comparison, order: Order) -> None:
    """Print a comparison on standard output: as wide as the terminal, with colour only on one."""
    width = min(max(shutil.get_terminal_size((100, 0)).columns, _NARROWEST), _WIDEST)
    lines = "\n".join(lines_of(comparison, order, width))
    click.echo(lines, color=False if os.environ.get("NO_COLOR") else None)


def lines_of(comparison: Comparison, order: Order, width: int) -> Iterator[str]:
    """Give the lines of every section, styled. Dropped words stand in [-...-], added ones in {+...+}."""
    rows = [
        (label, f"{shown(one.statement.title) or 'Without a title'} {_dim(issued(one.statement))}")
        for label, one in (("earlier", comparison.earlier), ("later", comparison.later))
    ]
    yield from columns(rows, width, _INDENT)
    if order in _ORDERS:
        yield from wrapped(_ORDERS[order], width)
    kind = comparison.kind.value
    tally = " · ".join(f"{_fate(fate)} {count}" for fate, count in comparison.counts.items() if count)
    total = f"{len(comparison.earlier_acts):,} before, {len(comparison.later_acts):,} after"
    yield from ("", f"{_bold(f'{kind.capitalize()}s')}  {_dim(total)}", f"{'':>{_INDENT}}{tally or 'none'}")
    for pair in comparison.pairs:
        yield ""
        yield from columns(list(_pair(comparison, pair)), width, _INDENT)
    yield from _carried(comparison, width)


def _pair(comparison: Comparison, pair: Pair) -> Iterator[tuple[str, str]]:
    marks = [mark.value for mark in pair.marks[1:]]
    likely = "" if pair.sure else "likely "
    yield likely + _fate(pair.fate), _dim(" · ".join((f"confidence {pair.confidence:.2f}", *marks)))
    if pair.was:
        yield "before", _marked(pair.was, "[-", "-]") if pair.kept_words else shown(_plain(pair.was))
    if pair.now:
        yield "after", _marked(pair.now, "{+", "+}") if pair.kept_words else shown(_plain(pair.now))
    yield from (("also", shown(wording(comparison.later_acts[number]))) for number in pair.also)
    yield from (("maybe", shown(wording(comparison.later_acts[number]))) for number in pair.candidates)
    for sign in pair.signs:
        words = [f"“{shown(each.quote)}”" if each else "" for each in (sign.earlier, sign.later)]
        yield "", _dim(f"{sign.reason.value}: {' → '.join(filter(None, words))}".rstrip(": "))


def _plain(runs: Sequence[Run]) -> str:
    return "".join(run.words for run in runs)


def _marked(runs: Sequence[Run], opening: str, closing: str) -> str:
    parts = []
    for run in runs:
        words = shown(run.words)
        space = " " if run.words.endswith(" ") else ""
        parts.append((_bold(f"{opening}{words}{closing}") if run.changed else words) + space)
    return "".join(parts)


def _carried(comparison: Comparison, width: int) -> Iterator[str]:
    lines = [
        (
            row.carried.value,
            str(row.earlier or row.later or ""),
            shown(row.title),
            _dim(f"{row.acts_earlier} acts before, {row.acts_later} after"),
        )
        for row in comparison.lines
    ]
    yield from _section("Lines of effort", lines, width)
    instruments = [
        (row.carried.value, row.id, shown(row.title if row.title != row.id else "")) for row in comparison.instruments
    ]
    yield from _section("Instruments", instruments, width)
    parties: list[tuple[str, str]] = []
    for carried, label in ((Carried.CARRIED, "in both"), (Carried.ADDED, "joined"), (Carried.DROPPED, "left")):
        found = [row for row in comparison.participants if row.carried is carried]
        if found:
            names = _dim(" · ").join(f"{shown(row.name)} {_dim(row.party)}" for row in found)
            parties.append((f"{label} ({len(found)})", names))
    yield from _section("Participants", parties, width)


def _section(name: str, rows: Sequence[tuple[str, ...]], width: int) -> Iterator[str]:
    yield from ("", _bold(name) if rows else f"{_bold(name)}  {_dim('none')}")
    if rows:
        yield from columns(rows, width, _INDENT)


def _fate(fate: Fate) -> str:
    return click.style(fate.value, fg=_COLOURS.get(fate), bold=True)


def _bold(words: str) -> str:
    return click.style(words, bold=True)


def _dim(words: str) -> str:
    return click.style(words, dim=True)
