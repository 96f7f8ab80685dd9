"""Triggers by which the database itself keeps what may only grow, and the search index in step.

Both engines carry the same: a row of an append-only table cannot be changed or deleted, not
even past the program. SQLite has an FTS5 table beside ``register_searchentry``, PostgreSQL
an index over its ``tsvector``.
"""

from __future__ import annotations

from collections.abc import Sequence

from django.db.backends.base.base import BaseDatabaseWrapper

APPEND_ONLY = (
    "register_event",
    "register_finding",
    "register_decision",
    "register_statuschange",
    "register_original",
    "register_version",
    "register_anchor",
)
SEARCH_TABLE = "register_searchentry"
SEARCH_INDEX = "register_search"


def names(tables: Sequence[str] = APPEND_ONLY) -> tuple[str, ...]:
    """List the triggers that refuse changes, as both engines name them."""
    return tuple(f"{table}_no_{verb}" for table in tables for verb in ("update", "delete"))


def create(vendor: str, tables: Sequence[str]) -> list[str]:
    """Write the SQL that makes the first triggers and the search index on an engine: ``sqlite`` or ``postgresql``."""
    if vendor == "sqlite":
        return [*refuse(vendor, tables), *_sqlite_search()]
    function = """
        CREATE FUNCTION register_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN RAISE EXCEPTION '% only grows', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation'; END $$"""
    index = f"CREATE INDEX {SEARCH_INDEX} ON {SEARCH_TABLE} USING gin (to_tsvector('simple', words))"
    return [function, *refuse(vendor, tables), index]


def refuse(vendor: str, tables: Sequence[str]) -> list[str]:
    """Write the SQL that lets tables only grow; on SQLite, triggers that are there already stay."""
    if vendor == "sqlite":
        return [
            f"CREATE TRIGGER IF NOT EXISTS {table}_no_{verb} BEFORE {verb.upper()} ON {table}"
            f" BEGIN SELECT RAISE(ABORT, '{table} only grows'); END"
            for table in tables
            for verb in ("update", "delete")
        ]
    return [
        f"CREATE TRIGGER {table}_no_{verb} BEFORE {verb.upper()} ON {table}"
        " FOR EACH ROW EXECUTE FUNCTION register_refuse()"
        for table in tables
        for verb in ("update", "delete")
    ]


def relent(vendor: str, tables: Sequence[str]) -> list[str]:
    """Write the SQL that takes the refusals of tables away, for a migration backwards."""
    on = {"sqlite": "", "postgresql": " ON {}"}[vendor]
    return [f"DROP TRIGGER {name}{on.format(name.rsplit('_no_', 1)[0])}" for name in names(tables)]


def drop(vendor: str, tables: Sequence[str]) -> list[str]:
    """Write the SQL that takes them away again, for a migration backwards."""
    if vendor == "sqlite":
        search = [f"DROP TRIGGER {SEARCH_INDEX}_{verb}" for verb in ("insert", "update", "delete")]
        return [*relent(vendor, tables), *search, f"DROP TABLE {SEARCH_INDEX}"]
    return [
        f"DROP INDEX {SEARCH_INDEX}",
        *relent(vendor, tables),
        "DROP FUNCTION register_refuse()",
    ]


def missing(connection: BaseDatabaseWrapper) -> tuple[str, ...]:
    """List the refusing triggers that the database lacks."""
    query = {
        "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger'",
        "postgresql": "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgenabled <> 'D'",
    }[connection.vendor]
    with connection.cursor() as cursor:
        cursor.execute(query)
        present = {row[0] for row in cursor.fetchall()}
    return tuple(name for name in names() if name not in present)


def _sqlite_search() -> list[str]:
    gone = f"INSERT INTO {SEARCH_INDEX}({SEARCH_INDEX}, rowid, words) VALUES ('delete', old.id, old.words);"  # noqa: S608 (our own names)
    come = f"INSERT INTO {SEARCH_INDEX}(rowid, words) VALUES (new.id, new.words);"  # noqa: S608 (our own names)
    return [
        f"CREATE VIRTUAL TABLE {SEARCH_INDEX} USING fts5(words, content='{SEARCH_TABLE}', content_rowid='id',"
        " tokenize='unicode61 remove_diacritics 2')",
        f"CREATE TRIGGER {SEARCH_INDEX}_insert AFTER INSERT ON {SEARCH_TABLE} BEGIN {come} END",
        f"CREATE TRIGGER {SEARCH_INDEX}_delete AFTER DELETE ON {SEARCH_TABLE} BEGIN {gone} END",
        f"CREATE TRIGGER {SEARCH_INDEX}_update AFTER UPDATE ON {SEARCH_TABLE} BEGIN {gone} {come} END",
    ]
