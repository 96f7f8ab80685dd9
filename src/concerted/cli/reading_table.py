"""A whole reading for a person at a terminal: every fact, its words, and what was passed over and why."""

from __future__ import annotations

import re
import shutil
import sys
from collections import Counter
from collections.abc import Iterable

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

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
from concerted.reading.facts import (
    Act,
    Check,
    Kind,
    Participant,
    Reading,
    Role,
    Statement,
)

# Colour beside the word, never instead of it.
_STYLES = {
    Kind.COMMITMENT: "bold blue",
    Kind.DECISION: "bold magenta",
    Kind.CALL: "bold yellow",
    Kind.ENDORSEMENT: "bold green",
    Kind.CONCERN: "bold red",
    Kind.FINDING: "dim",
}
_ROLES = {Role.ISSUER: "issuers", Role.JOINED: "joined", Role.HOST: "hosts"}
_NARROWEST, _WIDEST = 50, 120
_PARAGRAPH = re.compile(r"\n[ \t]*\n")
_PADDING = re.compile(r" +$", re.MULTILINE)

Row = tuple[str | Text, ...]


def show(reading: Reading) -> None:
    """Print a reading on standard output: as wide as the terminal, with colour only on one."""
    width = min(max(shutil.get_terminal_size((100, 0)).columns, _NARROWEST), _WIDEST)
    console = Console(width=width, highlight=False)
    with console.capture() as page:
        _Page(reading, console).show()
    sys.stdout.write(_PADDING.sub("", page.get()))


class _Page:
    """The reading's sections, in the order in which a person asks for them."""

    def __init__(self, reading: Reading, console: Console) -> None:
        self.reading, self.console = reading, console

    def show(self) -> None:
        """Print every section; one without facts says so in its heading."""
        reading = self.reading
        self._statement(reading.statement)
        self._participants(reading.participants)
        self._section("People", [(each.name, each.office or "", each.party or "") for each in reading.people])
        self._section("Definitions", [(each.term, each.stands_for) for each in reading.definitions])
        self._section("Lines of effort", [(str(each.number), each.title) for each in reading.lines])
        self._section("Instruments", [instrument_row(each) for each in reading.instruments])
        self._section("Meetings", [meeting_row(each) for each in reading.meetings])
        self._acts()
        self._section("Deadlines", [deadline_row(each) for each in reading.deadlines])
        self._section(
            "Sums",
            [(amount(each, each.currency), each.what_for or "", quoted(each.passage)) for each in reading.sums],
        )
        self._section("Quantities", [(amount(each, each.unit), quoted(each.passage)) for each in reading.quantities])
        self._section("Checks", [_check(each) for each in reading.checks])
        self._section("Passed over", [(each.reason, shortened(each.passage.quote)) for each in reading.passed_over])

    def _heading(self, title: str, count: int | None = None) -> None:
        self.console.print()
        text = Text(title, "bold")
        if count is not None:
            text.append(f"  {count:,}" if count else "  none", "not bold dim")
        self.console.print(text)

    def _rows(self, rows: Iterable[Row], *, indent: int = 2) -> None:
        """Print rows in columns; the last column wraps, and so does one that is long."""
        table = Table.grid(padding=(0, 2, 0, 0), pad_edge=False)
        listed = [tuple(cell if isinstance(cell, Text) else Text(shown(cell)) for cell in row) for row in rows]
        for column in range(max(map(len, listed))):
            longest = max((len(row[column].plain) for row in listed if column < len(row)), default=0)
            table.add_column(no_wrap=longest <= 12, overflow="fold")
        for row in listed:
            table.add_row(*row)
        self.console.print(Padding(table, (0, 0, 0, indent)))

    def _section(self, title: str, rows: list[Row]) -> None:
        self._heading(title, len(rows))
        if rows:
            self._rows(rows)

    def _statement(self, statement: Statement) -> None:
        self.console.print(Text(shown(statement.title) or "Without a title", "bold"))
        rows: list[Row] = [("Kind", statement.kind), ("Language", statement.language)]
        rows += [("Date", issued(statement))]
        window = statement.window
        if statement.issued_on is None and window is not None:
            if window.earliest_from is not None:
                rows.append(("", f"not before {day(window.earliest)}: {quoted(window.earliest_from)}"))
            if window.latest_from is not None:
                rows.append(("", f"not after {day(window.latest)}: {quoted(window.latest_from)}"))
        rows += [("Place", statement.place or "not stated"), ("Coalition", statement.coalition or "none recognised")]
        rows += [("Source", statement.source), ("SHA-256", statement.sha256)]
        self._rows(rows)

    def _participants(self, participants: tuple[Participant, ...]) -> None:
        title = self.reading.statement.title_participants
        self._heading("Participants", len(participants) + len(title))
        for role, name in _ROLES.items():
            found = [each for each in participants if each.role is role]
            if found:
                self._names(f"{name} ({len(found)})", [(each.name, each.party) for each in found])
        if title:
            self._names(f"in the title ({len(title)})", [(each.name, each.party) for each in title])
        notes = [(each.name, each.note) for each in participants if each.note]
        if notes:
            self._rows([("note", f"{name}: {note}") for name, note in notes])

    def _names(self, label: str, names: list[tuple[str, str]]) -> None:
        text = Text()
        for place, (name, party) in enumerate(names):
            text.append(" · " if place else "", "dim").append(f"{shown(name)} ").append(party, "dim")
        self._rows([(Text(label), text)])

    def _acts(self) -> None:
        acts = self.reading.acts
        kinds = Counter(act.kind for act in acts)
        self._heading("Acts", len(acts))
        if not acts:
            return
        tally = Text(" · ", "dim").join(
            Text(f"{kind.value} {kinds[kind]}", _STYLES[kind]) for kind in Kind if kinds[kind]
        )
        self.console.print(Padding(tally, (0, 0, 0, 2)))
        groups: dict[int, list[tuple[int, Act]]] = {}
        breaks = [0, *(match.end() for match in _PARAGRAPH.finditer(self.reading.text))]
        for place, act in enumerate(acts, 1):
            start = max((at for at in breaks if at <= act.passage.start), default=0)
            groups.setdefault(start, []).append((place, act))
        for start, group in groups.items():
            self.console.print()
            self.console.print(
                Padding(
                    Text(opening(self.reading.text, start), "italic dim", no_wrap=True, overflow="ellipsis"),
                    (0, 0, 0, 2),
                )
            )
            self._rows([self._act(place, act) for place, act in group])

    def _act(self, place: int, act: Act) -> Row:
        words = Text(shown(act.passage.quote))
        verb = shown(act.verb)
        if words.plain.startswith(verb):
            words.stylize("bold", 0, len(verb))
        elif verb:
            words = Text.assemble((f"[{verb}] ", "bold"), words)
        marks = [f"by {', '.join(act.actors)}"] if act.actors else []
        marks += [f"to {', '.join(act.addressees)}"] if act.addressees else []
        marks += [f"due {quoted(act.due)}"] if act.due else []
        marks += [f"line {', '.join(map(str, act.lines))}"] if act.lines else []
        marks += ["renews"] if act.renews else []
        marks += (
            [f"cites {', '.join(self.reading.instruments[at].id for at in act.instruments)}"] if act.instruments else []
        )
        marks += [f"confidence {act.confidence:.2f}"]
        marks += [f"note: {shown(act.note)}"] if act.note else []
        words.append("\n" + " · ".join(marks), "not bold dim")
        return Text(f"{place:>3}", "dim"), Text(f"{act.kind.value:<11}", _STYLES[act.kind]), words


def _check(check: Check) -> Row:
    verdict = Text("holds", "green") if check.holds else Text("fails", "bold red")
    return verdict, f"{check.claim}: {check.found:,} found"
