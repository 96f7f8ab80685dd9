"""What is counted, as SQL: for each noun a query with a row for each time that one of its records counts.

``t`` is the record, ``f`` the finding that it comes from and ``s`` that finding's statement. Each may be a table or, in
a trigger, a row of it as it was or is now.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from concerted.register.record_rules import about, framed

KEY = (
    "noun",
    "coalition_id",
    "owner_id",
    "release_id",
    "is_frame",
    "within_owner_id",
    "within_release_id",
    "party_id",
    "line_id",
    "kind",
    "status",
    "currency",
)
_NUMBERS = KEY[1:4] + KEY[5:9]
_HUNDREDTHS = {
    # SQLite keeps amounts as floating point: what it holds exactly, it gives exactly in hundredths.
    "sqlite": "COALESCE(CAST(ROUND(t.amount * 100) AS INTEGER), 0)",
    "postgresql": "COALESCE(t.amount * 100, 0)",
}
_STATED = ("s.owner_id", "s.release_id")
_PARTY, _LINE = "p.party_id", "l.lineofeffort_id"


@dataclass(frozen=True, slots=True)
class Cells:
    """One query: where its rows come from, and the SQL of each column that is not as for most."""

    noun: str
    source: str
    where: str
    held: tuple[str, str, str] = ("t.coalition_id", "t.owner_id", "t.release_id")
    within: tuple[str, str] = ("NULL", "NULL")
    is_frame: str = "false"
    party: str = "NULL"
    line: str = "NULL"
    kind: str = "''"
    status: str = "''"
    currency: str = "''"
    amount: bool = False
    key: str = "t.id"
    last: str = "NULL"

    def sql(self, vendor: str, sign: int = 1) -> str:
        """Write the query; each row counts ``sign``."""
        numbers = (*self.held, *self.within, self.party, self.line)
        columns = dict(zip(_NUMBERS, (f"CAST({one} AS bigint)" for one in numbers), strict=True))
        columns |= {"noun": f"'{self.noun}'", "is_frame": self.is_frame}
        columns |= {"kind": self.kind, "status": self.status, "currency": self.currency}
        time = "timestamptz" if vendor == "postgresql" else "text"
        sums = {
            "count": f"{sign}",
            "hundredths": f"{sign} * {_HUNDREDTHS[vendor]}" if self.amount else "0",
            "keys": f"{sign} * {self.key}",
            "last": f"CAST({self.last} AS {time})",
        }
        said = ", ".join(f"{value} AS {name}" for name, value in (*((one, columns[one]) for one in KEY), *sums.items()))
        return f"SELECT {said} FROM {self.source} WHERE {self.where}"  # noqa: S608 (our own names)


@dataclass(frozen=True, slots=True)
class Counted:
    """A noun whose records count: its table, the columns that say so, and the tables that tie it to others.

    ``parties`` and ``lines`` name a table and its column; ``own`` are the columns of the cells that are its own.
    """

    noun: str
    own: dict[str, str]
    columns: tuple[str, ...]
    merges: bool = True
    parties: str = ""
    lines: str = ""

    @property
    def table(self) -> str:
        """Name the table."""
        return f"register_{self.noun}"

    def row(self, name: str) -> str:
        """Write a trigger's row (OLD or NEW) as a table of one row."""
        every = ("id", "coalition_id", "owner_id", "release_id", "finding_id", "in_force", *self.columns)
        columns = (*every, "merged_into_id") if self.merges else every
        return f"(SELECT {', '.join(f'{name}.{one} AS {one}' for one in columns)})"

    def cells(self, t: str = "", s: str = "", only: str = "true") -> Iterator[Cells]:
        """Give the cells of all records, or of those of a row ``t`` or a statement's row ``s``."""
        for party in (False, True) if self.parties else (False,):
            for line in (False, True) if self.lines else (False,):
                yield self.arm(_PARTY if party else "", _LINE if line else "", t, s, only)

    def of_party(self, row: str) -> Iterator[Cells]:
        """Give the cells that a trigger's row of ``parties`` brings to its record."""
        for line in ("", _LINE) if self.lines else ("",):
            yield self.arm(f"{row}.party_id", line, "", "", f"t.id = {row}.{self.noun}_id")

    def of_line(self, row: str) -> Iterator[Cells]:
        """Give the cells that a trigger's row of ``lines`` brings to its record."""
        for party in ("", _PARTY) if self.parties else ("",):
            yield self.arm(party, f"{row}.lineofeffort_id", "", "", f"t.id = {row}.{self.noun}_id")

    def arm(self, party: str, line: str, t: str, s: str, only: str) -> Cells:
        """Give the cells of records by party and line; "" stands for any of them."""
        record = t or self.table
        source = (
            f"{record} AS t LEFT JOIN register_finding AS f ON f.id = t.finding_id"
            " LEFT JOIN register_statement AS s ON s.id = f.statement_id"
        )
        if s:
            stated = f"{s} AS s JOIN register_finding AS f ON f.statement_id = s.id"
            source = f"{stated} JOIN {record} AS t ON t.finding_id = f.id"
        if party == _PARTY:
            source += f" JOIN {self.parties} AS p ON p.{self.noun}_id = t.id"
        if line == _LINE:
            source += f" JOIN {self.lines} AS l ON l.{self.noun}_id = t.id"
        where = f"t.in_force AND t.merged_into_id IS NULL AND {only}" if self.merges else f"t.in_force AND {only}"
        found = Cells(self.noun, source, where, within=_STATED, amount="amount" in self.columns, **self.own)  # type: ignore[arg-type]  # all are text
        return replace(found, party=party or found.party, line=line or found.line)


COUNTED = (
    Counted(
        "contribution",
        {
            "party": "t.party_id",
            "line": "t.line_id",
            "kind": "t.kind",
            "status": "t.stage",
            "currency": "t.currency",
        },
        ("party_id", "line_id", "kind", "stage", "currency", "amount"),
    ),
    Counted(
        "commitment",
        {"kind": "t.aim", "status": "t.status"},
        ("aim", "status"),
        parties="register_commitment_actors",
        lines="register_commitment_lines",
    ),
    Counted("call", {}, (), parties="register_call_addressees", lines="register_call_lines"),
    Counted("participation", {"party": "t.party_id", "kind": "t.role"}, ("party_id", "role"), merges=False),
)

_STANDING = "(SELECT a.standing FROM register_anchor AS a WHERE a.finding_id = f.id ORDER BY a.id DESC LIMIT 1)"
_VERDICT = "(SELECT d.verdict FROM register_decision AS d WHERE d.finding_id = f.id ORDER BY d.id DESC LIMIT 1)"


def findings(
    f: str = "register_finding",
    s: str = "register_statement",
    only: str = "true",
    standing: str = _STANDING,
    verdict: str = _VERDICT,
) -> Iterator[Cells]:
    """Give the findings that wait for a decision, and the accepted ones that wait for a place."""
    source = f"{f} AS f JOIN {s} AS s ON s.id = f.statement_id"
    held = ("s.coalition_id", *_STATED)
    waits = (
        f"f.fact <> 'passed_over' AND COALESCE({standing}, 'anchored') = 'anchored'"
        f" AND COALESCE({verdict}, 'undone') = 'undone' AND {only}"
    )
    orphaned = f"{standing} = 'orphaned' AND {verdict} IN ('accepted', 'corrected') AND {only}"
    yield Cells("waiting", source, waits, held=held, key="f.id")
    yield Cells("orphan", source, orphaned, held=held, key="f.id")


def entries(
    t: str = "register_entry", r: str = "register_rerelease", only: str = "true", *, anew: bool = True
) -> Cells:
    """Give the entries of the ledger, as their records are released now; not ``anew`` as if they never had been.

    Those of records about others are left out: who sees them follows from more than owner and release.
    """
    frame, others = (", ".join(f"'{noun}'" for noun in nouns) for nouns in (framed(), about()))
    again = f" LEFT JOIN {r} AS r ON r.noun = t.root_noun AND r.record = t.root" if anew else ""
    return Cells(
        "entry",
        f"{t} AS t{again}",
        f"t.coalition_id IS NOT NULL AND t.root_noun NOT IN ({others}) AND {only}",
        within=("r.owner_id", "r.release_id") if anew else ("NULL", "NULL"),
        is_frame=f"(t.root_noun IN ({frame}))",
        key="0",
        last="t.at",
    )


def records() -> Iterator[Cells]:
    """Give all that is counted besides the ledger."""
    for counted in COUNTED:
        yield from counted.cells()
    yield from findings()


def every() -> Iterator[Cells]:
    """Give all that is counted."""
    yield from records()
    yield entries()
