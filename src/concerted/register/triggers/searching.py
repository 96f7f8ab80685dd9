"""The search index: an FTS5 table beside the entries on SQLite, an index over their ``tsvector`` on PostgreSQL."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

SEARCH_TABLE = "register_searchentry"
SEARCH_INDEX = "register_search"
# The words of an entry, each behind its noun: PostgreSQL gathers every place of a word's beginning before it looks at
# anything else, so that the places of one noun must stand apart from those of the others.
SEARCHED_FUNCTION = "register_searched"
SEARCHED = f"{SEARCHED_FUNCTION}(noun, words)"
# PostgreSQL takes no word of more than 2,046 bytes.
_LONGEST_WORD = 500
_MAKE_SEARCHED = f"""
    CREATE OR REPLACE FUNCTION {SEARCHED_FUNCTION}(noun text, words text) RETURNS tsvector
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
        SELECT array_to_tsvector(ARRAY(
            SELECT noun || '=' || left(one, {_LONGEST_WORD})
            FROM unnest(tsvector_to_array(to_tsvector('pg_catalog.simple', words))) AS one
        ))
    $$"""  # noqa: S608 (our own names)


def asked(noun: str, words: Sequence[str]) -> str:
    """Write, for PostgreSQL, the query for entries of a noun with words that begin as ``words``, letters and digits."""
    return " & ".join(f"'{noun}={word}':*" for word in words)


def index(vendor: str) -> str:
    """Write the SQL that makes the index."""
    if vendor == "sqlite":
        return (
            f"CREATE VIRTUAL TABLE {SEARCH_INDEX} USING fts5(words, content='{SEARCH_TABLE}', content_rowid='id',"
            " tokenize='unicode61 remove_diacritics 2')"
        )
    return f"{_MAKE_SEARCHED}; CREATE INDEX {SEARCH_INDEX} ON {SEARCH_TABLE} USING gin ({SEARCHED})"


def drop(vendor: str) -> str:
    """Write the SQL that takes the index away."""
    return f"DROP {'TABLE' if vendor == 'sqlite' else 'INDEX'} {SEARCH_INDEX}"


def make_index(_apps: Any, schema_editor: Any) -> None:
    """Make the search index in a migration."""
    schema_editor.execute(index(schema_editor.connection.vendor), params=None)


def drop_index(_apps: Any, schema_editor: Any) -> None:
    """Take the search index away in a migration."""
    schema_editor.execute(drop(schema_editor.connection.vendor), params=None)


def statements(vendor: str) -> list[str]:
    """Write the SQL of the triggers that keep the index in step; PostgreSQL needs none."""
    if vendor == "postgresql":
        return []
    gone = f"INSERT INTO {SEARCH_INDEX}({SEARCH_INDEX}, rowid, words) VALUES ('delete', old.id, old.words);"  # noqa: S608 (our own names)
    come = f"INSERT INTO {SEARCH_INDEX}(rowid, words) VALUES (new.id, new.words);"  # noqa: S608 (our own names)
    return [
        f"CREATE TRIGGER {SEARCH_INDEX}_insert AFTER INSERT ON {SEARCH_TABLE} BEGIN {come} END",
        f"CREATE TRIGGER {SEARCH_INDEX}_delete AFTER DELETE ON {SEARCH_TABLE} BEGIN {gone} END",
        f"CREATE TRIGGER {SEARCH_INDEX}_update AFTER UPDATE ON {SEARCH_TABLE} BEGIN {gone} {come} END",
    ]
