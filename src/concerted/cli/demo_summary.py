"""The record of a coalition for a person at a terminal: what was read, what is promised, when it meets next."""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from concerted.cli.wording import day, shortened, shown
from concerted.reading.facts import Aim, Kind
from concerted.register.rows.board import Board, ClockRow
from concerted.register.rows.findings import StatementRow
from concerted.register.rows.parties import PartyRow
from concerted.register.rows.records import CommitmentRow, InstrumentRow, LineRow, MeetingRow
from concerted.register.rows.references import StatementRef

_NARROWEST, _WIDEST, _MOST = 60, 110, 8
_PADDING = re.compile(r" +$", re.MULTILINE)

Cell = str | Text


@dataclass(frozen=True, slots=True)
class Record:
    """What the register answers about one coalition, all of it as one person may see it."""

    board: Board
    statements: tuple[StatementRow, ...]
    partners: tuple[PartyRow, ...]
    commitments: tuple[CommitmentRow, ...]
    instruments: tuple[InstrumentRow, ...]
    meetings: tuple[MeetingRow, ...]


def show(record: Record) -> None:
    """Print the record on standard output: as wide as the terminal, with colour only on one."""
    width = min(max(shutil.get_terminal_size((100, 0)).columns, _NARROWEST), _WIDEST)
    console = Console(width=width, highlight=False)
    with console.capture() as printed:
        _print(_Page(console), record)
    sys.stdout.write(_PADDING.sub("", printed.get()))


def _print(page: _Page, record: Record) -> None:
    page.title(record.board.coalition.name)
    page.section("Statements", [_statement(row) for row in record.statements])
    page.section(f"Partners  {len(record.partners)}", [(_parties(record.partners),)])
    page.section("Lines of effort", [_line(row) for row in record.board.lines])
    open_ones = [row for row in record.commitments if row.status in ("open", "in progress")]
    # What can be followed up comes first, as on the board.
    followed = [row for row in open_ones if row.aim != Aim.GENERAL]
    aims = _count(len(open_ones) - len(followed), "general aim")
    page.section(f"Commitments  {len(followed)} open, {aims}", [_commitment(row) for row in followed], _MOST)
    page.section(f"Instruments  {len(record.instruments)}", [(_instruments(record.instruments),)])
    page.section(f"Meetings  {len(record.meetings)}", [_meeting(row) for row in record.meetings], 2 * _MOST)
    page.section("The next plenary", [row for clock in record.board.clocks for row in _clock(clock)])


class _Page:
    def __init__(self, console: Console) -> None:
        self.console = console

    def title(self, words: str) -> None:
        self.console.print()
        self.console.print(Text(shown(words), "bold reverse"), end="\n")

    def section(self, heading: str, rows: Sequence[tuple[Cell, ...]], most: int | None = None) -> None:
        """Print rows in columns under a heading; beyond ``most`` rows only how many there are."""
        self.console.print()
        self.console.print(Text(heading, "bold"))
        if not rows:
            self.console.print(Padding(Text("none yet", "dim"), (0, 0, 0, 2)))
            return
        table = Table.grid(padding=(0, 2, 0, 0), pad_edge=False)
        for place in range(max(map(len, rows))):
            cells = [row[place] for row in rows if place < len(row)]
            table.add_column(no_wrap=max(len(str(cell)) for cell in cells) <= 16)
        for row in rows[:most]:
            table.add_row(*(cell if isinstance(cell, Text) else Text(shown(cell)) for cell in row))
        self.console.print(Padding(table, (0, 0, 0, 2)))
        if most is not None and len(rows) > most:
            self.console.print(Padding(Text(f"... and {len(rows) - most} more on the site", "dim"), (0, 0, 0, 2)))


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _when(statement: StatementRef) -> str:
    if statement.issued_on:
        return day(statement.issued_on)
    return f"{day(statement.earliest)} to {day(statement.latest)}"


def _statement(row: StatementRow) -> tuple[Cell, ...]:
    kinds = ", ".join(_count(count, kind) for kind in Kind if (count := row.by_kind.get(kind, 0)))
    words = Text(shown(row.statement.title))
    words.append(f"\n{row.parties} parties; {kinds}; {row.reviewed.percent}% reviewed", "dim")
    return _when(row.statement), words


def _parties(rows: Iterable[PartyRow]) -> Text:
    return Text(" · ", "dim").join(Text(shown(row.party.name)) for row in rows)


def _line(row: LineRow) -> tuple[Cell, ...]:
    counted = ((row.open_commitments, "commitment"), (row.calls, "call"), (row.contributions, "contribution"))
    counts = ", ".join(_count(*each) for each in counted)
    leads = f"; lead: {', '.join(lead.name for lead in row.leads)}" if row.leads else ""
    return str(row.line.number), Text.assemble(shown(row.line.title), (f"\n{counts}{leads}", "dim"))


def _commitment(row: CommitmentRow) -> tuple[Cell, ...]:
    marks = ["all issuers" if row.by_issuers else ", ".join(party.name for party in row.actors)]
    marks += [f"line {', '.join(str(line.number) for line in row.lines)}"] if row.lines else []
    marks += [f"due {day(row.due_on)}"] if row.due_on else []
    marks += ["renewed"] if row.renews else []
    marks += [_count(len(row.targets), "target")] if len(row.targets) > 1 else []
    return "·", Text.assemble(shortened(row.text), (f"\n{'; '.join(filter(None, marks))}", "dim"))


def _instruments(rows: Iterable[InstrumentRow]) -> Text:
    return Text(" · ", "dim").join(Text(shown(row.key)) for row in rows)


def _meeting(row: MeetingRow) -> tuple[Cell, ...]:
    hosts = ", ".join(party.name for party in row.hosts)
    marks = [f"host: {hosts}"] if hosts else []
    marks += [f"line {row.line.number}"] if row.line else []
    marks += [row.meeting.status]
    start = day(row.meeting.start) if row.meeting.start else "no day"
    return start, Text.assemble(shown(row.meeting.name), (f"  {'; '.join(marks)}", "dim"))


def _clock(row: ClockRow) -> list[tuple[Cell, ...]]:
    if row.due_on:
        by = f"by {day(row.due_on)}"
    elif row.due_earliest or row.due_latest:
        by = f"by a day between {day(row.due_earliest)} and {day(row.due_latest)}"
    else:
        by = "by a day that cannot be worked out"
    counted = f", {row.within} from {day(row.counted_from)}" if row.counted_from else ""
    said = f"“{shown(row.source.quote)}” ({shown(row.source.statement.title)})" if row.source else shown(row.said_by)
    met = f" by {shown(row.met_by.name)}" if row.met_by else ""
    return [
        (Text(row.state + met, "bold"), Text(f"The {row.series} must meet again {by}{counted}.")),
        ("", Text(f"It follows from {said}.", "dim")),
    ]
