"""Triggers that let tables only grow: a row cannot be changed or deleted, not even past the program."""

from __future__ import annotations

APPEND_ONLY = (
    "register_entry",
    "register_leaf",
    "register_tile",
    "register_checkpoint",
    "register_finding",
    "register_decision",
    "register_statuschange",
    "register_original",
    "register_version",
    "register_anchor",
    "register_followup",
    "register_paperfile",
)
_VERBS = ("update", "delete")


def names() -> tuple[str, ...]:
    """List the triggers that refuse changes."""
    return tuple(f"{table}_no_{verb}" for table in APPEND_ONLY for verb in _VERBS)


def statements(vendor: str) -> list[str]:
    """Write the SQL that makes them; PostgreSQL refuses to empty any of these tables, too."""
    if vendor == "sqlite":
        return [
            f"CREATE TRIGGER {table}_no_{verb} BEFORE {verb.upper()} ON {table}"
            f" BEGIN SELECT RAISE(ABORT, '{table} only grows'); END"
            for table in APPEND_ONLY
            for verb in _VERBS
        ]
    function = """
        CREATE OR REPLACE FUNCTION register_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN RAISE EXCEPTION '% only grows', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation'; END $$"""
    return [
        function,
        *(
            f"CREATE TRIGGER {table}_no_{verb} BEFORE {verb.upper()} ON {table}"
            " FOR EACH ROW EXECUTE FUNCTION register_refuse()"
            for table in APPEND_ONLY
            for verb in _VERBS
        ),
        *(
            f"CREATE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table}"
            " FOR EACH STATEMENT EXECUTE FUNCTION register_refuse()"
            for table in APPEND_ONLY
        ),
    ]
