"""The search index: an FTS5 table beside the entries on SQLite, an index over their ``tsvector`` on PostgreSQL."""

from __future__ import annotations

from typing import Any

SEARCH_TABLE = "register_searchentry"
SEARCH_INDEX = "register_search"
# The words of an entry, and what it is about as a word that nobody can look for: a common word of a rare noun is found
# without going through all that have the word.
SEARCHED = "(to_tsvector('simple', words) || array_to_tsvector(ARRAY['=' || noun]::text[]))"


def index(vendor: str) -> str:
    """Write the SQL that makes the index."""
    if vendor == "sqlite":
        return (
            f"CREATE VIRTUAL TABLE {SEARCH_INDEX} USING fts5(words, content='{SEARCH_TABLE}', content_rowid='id',"
            " tokenize='unicode61 remove_diacritics 2')"
        )
    return f"CREATE INDEX {SEARCH_INDEX} ON {SEARCH_TABLE} USING gin ({SEARCHED})"


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
