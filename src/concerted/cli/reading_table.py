"""A whole reading for a person at a terminal: every fact, its words, and what was passed over and why."""

from __future__ import annotations

import os
import re
import shutil
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

import click

from concerted.cli.columns import columns, wrapped
from concerted.cli.wording import (
    amount,
    day,
    deadline_row,
    instrument_row,
    issued,
    meeting_row,
    opening,
    quoted,
    shortened,
    shown,
)
from concerted.reading.facts import Act, Aim, Check, Kind, Reading, Role

# Colour beside the word, never instead of it.
_COLOURS = {
    Kind.COMMITMENT: "blue",
    Kind.DECISION: "magenta",
    Kind.CALL: "yellow",
    Kind.ENDORSEMENT: "green",
    Kind.CONCERN: "red",
    Kind.FINDING: None,
}
_ROLES = {Role.ISSUER: "issuers", Role.JOINED: "joined", Role.HOST: "hosts"}
_NARROWEST, _WIDEST, _INDENT = 50, 120, 2
_PARAGRAPH = re.compile(r"\n[ \t]*\n")

Row = tuple[str, ...]


def show(reading: Reading) -> None:
    """Print a reading on standard output: as wide as the terminal, with colour only on one."""
    width = min(max(shutil.get_terminal_size((100, 0)).columns, _NARROWEST), _WIDEST)
    # click leaves styling out where the output is no terminal.
    click.echo("\n".join(lines_of(reading, width)), color=False if os.environ.get("NO_COLOR") else None)


def lines_of(reading: Reading, width: int) -> Iterator[str]:
    """Give the lines of every section, styled; a section without facts says so in its heading."""
    yield from (_bold(line) for line in wrapped(shown(reading.statement.title) or "Without a title", width))
    yield from columns(_statement(reading), width, _INDENT)
    title = reading.statement.title_participants
    yield from _section("Participants", _participants(reading), width, len(reading.participants) + len(title))
    facts: list[tuple[str, Sequence[Row]]] = [
        ("People", [(each.name, each.party or "", each.office or "") for each in reading.people]),
        ("Definitions", [(each.term, each.stands_for) for each in reading.definitions]),
        ("Lines of effort", [(str(each.number), each.title) for each in reading.lines]),
        ("Instruments", [instrument_row(each) for each in reading.instruments]),
        ("Meetings", [meeting_row(each) for each in reading.meetings]),
    ]
    for name, rows in facts:
        yield from _section(name, _plain(rows), width)
    yield from _acts(reading, width)
    amounts: list[tuple[str, Sequence[Row]]] = [
        ("Deadlines", [deadline_row(each) for each in reading.deadlines]),
        ("Sums", [(amount(each, each.currency), quoted(each.passage), each.what_for or "") for each in reading.sums]),
        ("Quantities", [(amount(each, each.unit), quoted(each.passage)) for each in reading.quantities]),
    ]
    for name, rows in amounts:
        yield from _section(name, _plain(rows), width)
    yield from _section("Checks", [_check(each) for each in reading.checks], width)
    passed = [(each.reason, shortened(each.passage.quote)) for each in reading.passed_over]
    yield from _section("Passed over", _plain(passed), width)


def _bold(words: str) -> str:
    return click.style(words, bold=True)


def _dim(words: str) -> str:
    return click.style(words, dim=True)


def _plain(rows: Iterable[Row]) -> list[Row]:
    return [tuple(map(shown, row)) for row in rows]


def _section(name: str, rows: Sequence[Row], width: int, count: int | None = None) -> Iterator[str]:
    number = len(rows) if count is None else count
    yield from ("", f"{_bold(name)}  {_dim(f'{number:,}' if number else 'none')}")
    if rows:
        yield from columns(rows, width, _INDENT)


def _statement(reading: Reading) -> Sequence[Row]:
    statement, window = reading.statement, reading.statement.window
    rows: list[Row] = [("Kind", statement.kind), ("Language", statement.language), ("Date", issued(statement))]
    if statement.issued_on is None and window is not None:
        if window.earliest_from is not None:
            rows.append(("", f"not before {day(window.earliest)}: {quoted(window.earliest_from)}"))
        if window.latest_from is not None:
            rows.append(("", f"not after {day(window.latest)}: {quoted(window.latest_from)}"))
    rows += [("Place", statement.place or "not stated"), ("Coalition", statement.coalition or "none recognised")]
    rows += [("Source", statement.source), ("SHA-256", statement.sha256)]
    return _plain(rows)


def _participants(reading: Reading) -> Sequence[Row]:
    """Give one row for each role with all its parties, then the notes about names."""
    groups = {
        f"{name} ({len(found)})": [(each.name, each.party) for each in found]
        for role, name in _ROLES.items()
        if (found := [each for each in reading.participants if each.role is role])
    }
    title = reading.statement.title_participants
    if title:
        groups[f"in the title ({len(title)})"] = [(each.name, each.party) for each in title]
    rows: list[Row] = [
        (label, _dim(" · ").join(f"{shown(name)} {_dim(shown(party))}" for name, party in parties))
        for label, parties in groups.items()
    ]
    rows += [("note", f"{shown(each.name)}: {shown(each.note)}") for each in reading.participants if each.note]
    return rows


def _acts(reading: Reading, width: int) -> Iterator[str]:
    """Give the acts under the first words of their paragraphs."""
    kinds = Counter(act.kind for act in reading.acts)
    tally = " · ".join(f"{_kind(kind)} {kinds[kind]}" for kind in Kind if kinds[kind])
    yield from _section("Acts", [(tally,), *_promised(reading)] if tally else [], width, len(reading.acts))
    breaks = [0, *(match.end() for match in _PARAGRAPH.finditer(reading.text))]
    groups: dict[int, list[Row]] = {}
    for place, act in enumerate(reading.acts, 1):
        start = max(at for at in breaks if at <= act.passage.start)
        groups.setdefault(start, []).append((_dim(f"{place:>3}"), _kind(act.kind), _act(reading, act)))
    for start, rows in groups.items():
        yield from ("", " " * _INDENT + click.style(opening(reading.text, start, width - _INDENT), italic=True))
        yield from columns(rows, width, _INDENT)


def _promised(reading: Reading) -> Sequence[Row]:
    """Count the targets of all commitments, as the researchers of compliance do, and those that are specific."""
    promises = [act for act in reading.acts if act.kind is Kind.COMMITMENT]
    if not promises:
        return []
    targets = sum(len(act.targets) for act in promises)
    specific = sum(act.aim is Aim.SPECIFIC for act in promises)
    return [(_dim(f"targets {targets} · specific commitments {specific}"),)]


def _kind(kind: Kind) -> str:
    colour = _COLOURS[kind]
    return click.style(kind.value, fg=colour, bold=True) if colour else _dim(kind.value)


def _act(reading: Reading, act: Act) -> str:
    """Write an act's words with the verb marked, and what is known of it on a line of its own."""
    words, verb = shown(act.passage.quote), shown(act.verb)
    own = f"{_bold(verb)}{words[len(verb) :]}" if words.startswith(verb) else f"{_bold(f'[{verb}]')} {words}"
    known = [f"by {', '.join(act.actors)}"] if act.actors else []
    known += [f"to {', '.join(act.addressees)}"] if act.addressees else []
    known += [f"due {quoted(act.due)}"] if act.due else []
    known += [f"line {', '.join(map(str, act.lines))}"] if act.lines else []
    known += ["renews"] if act.renews else []
    known += [f"{len(act.targets)} targets"] if len(act.targets) > 1 else []
    known += [act.aim.value] if act.aim else []
    known += [f"cites {', '.join(reading.instruments[at].id for at in act.instruments)}"] if act.instruments else []
    known += [f"confidence {act.confidence:.2f}", *([f"note: {act.note}"] if act.note else [])]
    return f"{own}\n{_dim(shown(' · '.join(known)))}"


def _check(check: Check) -> Row:
    verdict = click.style("holds", fg="green") if check.holds else click.style("fails", fg="red", bold=True)
    return verdict, f"{shown(check.claim)}: {check.found:,} found"
