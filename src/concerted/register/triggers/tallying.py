"""Triggers that count rows as they come and go, by all that decides who sees them.

A tally follows from other rows alone: ``recount`` works every one out anew, ``differing`` finds those that are wrong.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter
from typing import TypeAlias

from django.db.backends.base.base import BaseDatabaseWrapper

from concerted.register.triggers import cells
from concerted.register.triggers.cells import COUNTED, KEY, Cells
from concerted.register.triggers.recording import MAINTENANCE

TABLE = "register_tally"
_SUMS = ("count", "hundredths", "keys")
_CELL = " || '/' || ".join(f"COALESCE({one}, 0)" if one.endswith("_id") else one for one in KEY)
# A table, a verb, and what its rows change: what counts with them, and what counted before them.
_Change: TypeAlias = tuple[str, str, tuple[Cells, ...], tuple[Cells, ...]]


def names() -> tuple[str, ...]:
    """List the triggers."""
    return tuple(f"{table}_tally_{verb}" for table, verb, _come, _gone in _changes())


def statements(vendor: str) -> list[str]:
    """Write the SQL that makes them."""
    write = _sqlite if vendor == "sqlite" else _postgresql
    every = sorted(_changes(), key=itemgetter(0))
    return [
        statement
        for table, changes in groupby(every, key=itemgetter(0))
        for statement in write(table, {verb: _added(vendor, come, gone) for _table, verb, come, gone in changes})
    ]


def recount(connection: BaseDatabaseWrapper, counted: Iterable[Cells] | None = None) -> None:
    """Work the tallies out anew, every one or those that are named."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            # Row-level security holds for the tables' owner, too.
            cursor.execute("SELECT set_config(%s, 'on', true)", [MAINTENANCE])
        cursor.execute(f"DELETE FROM {TABLE}")  # noqa: S608 (our own name)
        # One after the other: together they would be sorted as one.
        for one in cells.every() if counted is None else counted:
            cursor.execute(_added(connection.vendor, (one,)))


def differing(vendor: str) -> str:
    """Write the SQL that finds tallies that are wrong: the cell, how many rows it counts and how many there are."""
    there = " UNION ALL ".join(_summed(vendor, (one,)) for one in cells.every())
    names = ", ".join(_SUMS)
    pairs = f"SELECT cell, {names}, 0 AS there FROM {TABLE}"  # noqa: S608 (our own names)
    wanted = f"SELECT {_CELL}, {', '.join(f'-{one}' for one in _SUMS)}, count FROM ({there}) AS w"  # noqa: S608
    different = " OR ".join(f"sum({one}) <> 0" for one in _SUMS)
    return (
        f"SELECT cell, sum(count) + sum(there), sum(there) FROM ({pairs} UNION ALL {wanted}) AS b"  # noqa: S608
        f" GROUP BY cell HAVING {different}"
    )


def _changes() -> Iterator[_Change]:
    for one in COUNTED:
        come, gone = tuple(one.cells(one.row("NEW"))), tuple(one.cells(one.row("OLD")))
        yield one.table, "insert", come, ()
        yield one.table, "update", come, gone
        yield one.table, "delete", (), gone
        for table, arms in ((one.parties, one.of_party), (one.lines, one.of_line)):
            if table:
                come, gone = tuple(arms("NEW")), tuple(arms("OLD"))
                yield table, "insert", come, ()
                yield table, "update", come, gone
                yield table, "delete", (), gone
    yield "register_statement", "update", _stated("NEW"), _stated("OLD")
    f = "(SELECT NEW.id AS id, NEW.statement_id AS statement_id, NEW.fact AS fact)"
    yield "register_finding", "insert", tuple(cells.findings(f, standing="NULL", verdict="NULL")), ()
    own = "f.id = NEW.finding_id"
    before = "(SELECT d.verdict FROM register_decision AS d WHERE d.id = NEW.previous_id)"
    now, was = (tuple(cells.findings(only=own, verdict=verdict)) for verdict in ("NEW.verdict", before))
    yield "register_decision", "insert", now, was
    before = (
        "(SELECT a.standing FROM register_anchor AS a WHERE a.finding_id = f.id AND a.id < NEW.id"
        " ORDER BY a.id DESC LIMIT 1)"
    )
    now, was = (tuple(cells.findings(only=own, standing=standing)) for standing in ("NEW.standing", before))
    yield "register_anchor", "insert", now, was
    columns = ("id", "coalition_id", "owner_id", "release_id", "root_noun", "root", "at")
    entry = f"(SELECT {', '.join(f'NEW.{one} AS {one}' for one in columns)})"
    yield "register_entry", "insert", (cells.entries(entry),), ()
    root = "t.root_noun = NEW.noun AND t.root = NEW.record"
    new, old = (_rereleased(row, root) for row in ("NEW", "OLD"))
    yield "register_rerelease", "insert", (new,), (cells.entries(only=root, anew=False),)
    yield "register_rerelease", "update", (new,), (old,)


def _stated(row: str) -> tuple[Cells, ...]:
    """Give what is counted within a statement, as it is released by a trigger's row of it."""
    columns = ("id", "coalition_id", "owner_id", "release_id")
    statement = f"(SELECT {', '.join(f'{row}.{one} AS {one}' for one in columns)})"
    records = (cell for one in COUNTED for cell in one.cells(s=statement))
    return (*records, *cells.findings(s=statement))


def _rereleased(row: str, root: str) -> Cells:
    columns = ("noun", "record", "owner_id", "release_id")
    return cells.entries(r=f"(SELECT {', '.join(f'{row}.{one} AS {one}' for one in columns)})", only=root)


def _summed(vendor: str, come: Iterable[Cells], gone: Iterable[Cells] = ()) -> str:
    """Add up by cell what comes and goes; what comes to nothing is left out."""
    signed = (*((1, one) for one in come), *((-1, one) for one in gone))
    every = " UNION ALL ".join(one.sql(vendor, sign) for sign, one in signed)
    sums = ", ".join(f"sum({one}) AS {one}" for one in _SUMS)
    return (
        f"SELECT {', '.join(KEY)}, {sums}, max(last) AS last FROM ({every}) AS c GROUP BY {', '.join(KEY)}"  # noqa: S608 (our own names)
        f" HAVING {' OR '.join(f'sum({one}) <> 0' for one in _SUMS)}"
    )


def _added(vendor: str, come: Iterable[Cells], gone: Iterable[Cells] = ()) -> str:
    """Write the SQL that adds to the tallies what comes and goes."""
    later = "GREATEST({0}.last, excluded.last)"
    if vendor == "sqlite":
        later = "max(COALESCE({0}.last, excluded.last), COALESCE(excluded.last, {0}.last))"
    return (
        f"INSERT INTO {TABLE} ({', '.join((*KEY, *_SUMS))}, last, cell)"  # noqa: S608 (our own names)
        f" SELECT {', '.join((*KEY, *_SUMS))}, last, {_CELL} FROM ({_summed(vendor, come, gone)}) AS g WHERE true"
        f" ON CONFLICT (cell) DO UPDATE SET {', '.join(f'{one} = {TABLE}.{one} + excluded.{one}' for one in _SUMS)},"
        f" last = {later.format(TABLE)}"
    )


def _sqlite(table: str, changes: dict[str, str]) -> Iterator[str]:
    for verb, change in changes.items():
        yield f"CREATE TRIGGER {table}_tally_{verb} AFTER {verb.upper()} ON {table} BEGIN {change}; END"


def _postgresql(table: str, changes: dict[str, str]) -> Iterator[str]:
    """Write one function for each table, which runs as its owner: the program's own role cannot write tallies."""
    cases = " ELSIF ".join(f"TG_OP = '{verb.upper()}' THEN {change};" for verb, change in changes.items())
    yield f"""
        CREATE OR REPLACE FUNCTION {table}_tally() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
        SET search_path = public, pg_temp AS $$
        #variable_conflict use_column
        DECLARE maintained text := current_setting('{MAINTENANCE}', true);
        BEGIN
            PERFORM set_config('{MAINTENANCE}', 'on', true);
            IF {cases} END IF;
            PERFORM set_config('{MAINTENANCE}', COALESCE(maintained, ''), true);
            RETURN NULL;
        END $$"""
    for verb in changes:
        yield (
            f"CREATE TRIGGER {table}_tally_{verb} AFTER {verb.upper()} ON {table}"
            f" FOR EACH ROW EXECUTE FUNCTION {table}_tally()"
        )
