"""Triggers that write an entry of the ledger for each row that comes, changes or goes, whoever does it and how."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from django.apps import apps

from concerted.register.policy import Owned, right
from concerted.register.row_rules import Model
from concerted.register.triggers.holding import Holding, holding

_ENTRY = (
    "INSERT INTO register_entry"
    " (act, at, by_id, action, noun, record, root_noun, root, coalition_id, owner_id, release_id, before, after, salt)"
)
_VERBS = ("insert", "update", "delete")
# In force for the tables' owner alone, so also in functions that run as the owner: see ``row_security``. A role that is
# no superuser cannot make it a function's own setting.
MAINTENANCE = "concerted.maintenance"
# What an action says of itself, as each engine's triggers find it: see ``register.context``.
_CONTEXT = {
    "sqlite": "COALESCE((SELECT act FROM register_context), ''),"
    " COALESCE((SELECT at FROM register_context), strftime('%Y-%m-%d %H:%M:%f', 'now')),"
    " (SELECT by_id FROM register_context), COALESCE((SELECT action FROM register_context), '')",
    "postgresql": "COALESCE(current_setting('concerted.act', true), ''),"
    " COALESCE(NULLIF(current_setting('concerted.at', true), '')::timestamptz, clock_timestamp()),"
    " NULLIF(current_setting('concerted.by', true), '')::bigint,"
    " COALESCE(current_setting('concerted.action', true), '')",
}
_SALT = {"sqlite": "lower(hex(randomblob(16)))", "postgresql": "replace(gen_random_uuid()::text, '-', '')"}
_RERELEASE = (
    "INSERT INTO register_rerelease (noun, record, coalition_id, owner_id, release_id) SELECT '{noun}', {pk},"
    " NEW.coalition_id, NEW.owner_id, NEW.release_id WHERE {changed} ON CONFLICT (noun, record) DO UPDATE"
    " SET coalition_id = excluded.coalition_id, owner_id = excluded.owner_id, release_id = excluded.release_id"
)


def recorded() -> Iterator[Model]:
    """Give every model whose rows the ledger keeps, tables that tie two models together included."""
    for model in apps.get_app_config("register").get_models(include_auto_created=True):
        if not right(model).derived:
            yield model


def names() -> tuple[str, ...]:
    """List the triggers."""
    return tuple(f"{model._meta.db_table}_keep_{verb}" for model in recorded() for verb in _VERBS)


def statements(vendor: str) -> list[str]:
    """Write the SQL that makes them."""
    write = _sqlite if vendor == "sqlite" else _postgresql
    return list(chain.from_iterable(write(model) for model in recorded()))


def beginnings(vendor: str) -> Iterator[str]:
    """Write the SQL that gives each row without an entry its first one, as a register from before the ledger needs."""
    for model in recorded():
        state = _now(vendor, model, "NEW")
        noun, pk = model._meta.model_name, _text(vendor, f"NEW.{model._meta.pk.column}")
        known = f"SELECT 1 FROM register_entry AS e WHERE e.noun = '{noun}' AND e.record = {pk}"  # noqa: S608 (our own names)
        entry = _entry(vendor, model, holding(model, "NEW"), "NEW", "NULL", state, f"NOT EXISTS ({known})")
        yield entry.replace(" WHERE NOT EXISTS", f" FROM {model._meta.db_table} AS NEW WHERE NOT EXISTS")


def differing(vendor: str) -> Iterator[tuple[str, str, str]]:
    """Write, for each noun, the SQL that finds rows that are not as the ledger last says, and that counts all rows.

    A row is found with its key, its last state in the ledger (NULL: it has none) and its state now, as JSON.
    """
    differs = "IS NOT" if vendor == "sqlite" else "IS DISTINCT FROM"
    for model in recorded():
        table, noun, pk = model._meta.db_table, model._meta.model_name, f"t.{model._meta.pk.column}"
        last = (
            f"(SELECT e.after FROM register_entry AS e WHERE e.noun = '{noun}' AND e.record = {_text(vendor, pk)}"  # noqa: S608 (our own names)
            " ORDER BY e.id DESC LIMIT 1)"
        )
        text = "" if vendor == "sqlite" else "::text"
        states = f"SELECT {pk} AS pk, {last} AS last, {_now(vendor, model, 't')}{text} AS state FROM {table} AS t"  # noqa: S608
        yield str(noun), f"SELECT * FROM ({states}) AS s WHERE last {differs} state", f"SELECT count(*) FROM {table}"  # noqa: S608


def vanished(vendor: str, noun: str) -> str:
    """Write the SQL that finds the keys of rows that the ledger says there are and that are not."""
    model = apps.get_model("register", noun)
    pk = model._meta.pk.column
    # SQLite reads any text as a number; PostgreSQL refuses some, and hashes the keys as text instead.
    same = f"t.{pk} = CAST(e.record AS INTEGER)" if vendor == "sqlite" else f"t.{pk}::text = e.record"
    return (
        f"SELECT e.record FROM register_entry AS e JOIN (SELECT max(id) AS id FROM register_entry WHERE noun = '{noun}'"  # noqa: S608 (our own names)
        " GROUP BY record) AS last ON last.id = e.id WHERE e.after IS NOT NULL"
        f" AND NOT EXISTS (SELECT 1 FROM {model._meta.db_table} AS t WHERE {same})"
    )


def _now(vendor: str, model: Model, row: str) -> str:
    """Write a row as JSON in the words of either engine."""
    return _state(model, row) if vendor == "sqlite" else f"(to_jsonb({row}){_postgresql_unkept(model)})"


def _state(model: Model, row: str, rights: str = "") -> str:
    """Write a row as JSON in SQLite's words; owner and release come from the row ``rights``, if it is given."""
    own = {"owner_id", "release_id"} if rights else set()
    pairs = (f"'{name}', {rights if name in own else row}.\"{name}\"" for name in _columns(model))
    return f"json_object({', '.join(pairs)})"


def _columns(model: Model) -> list[str]:
    unkept = right(model).unkept
    return [str(one.column) for one in model._meta.local_concrete_fields if one.name not in unkept]


def _entries(vendor: str, model: Model, verb: str, before: str, after: str, moved: str) -> list[str]:
    """Write the inserts of one verb; ``before``, ``after`` and ``moved`` are JSON, the last without changed rights.

    A change of owner or release is an entry of its own after that of what else changed, so that nobody to whom a
    record is released sees by its entries what it held before.
    """
    row = "OLD" if verb == "delete" else "NEW"
    held = holding(model, row)
    if verb != "update":
        states = ("NULL", after) if verb == "insert" else (before, "NULL")
        return [_entry(vendor, model, held, row, *states, "true")]
    differs = "IS NOT" if vendor == "sqlite" else "IS DISTINCT FROM"
    if not isinstance(right(model).rows, Owned):
        return [_entry(vendor, model, held, row, before, after, f"{before} {differs} {after}")]
    changed = f"(OLD.owner_id {differs} NEW.owner_id OR OLD.release_id {differs} NEW.release_id)"
    old = Holding("OLD.coalition_id", "OLD.owner_id", "OLD.release_id", held.root_noun, held.root)
    pk = _text(vendor, held.root)
    return [
        _entry(vendor, model, old, row, before, moved, f"{before} {differs} {moved}"),
        _entry(vendor, model, held, row, moved, after, changed),
        _RERELEASE.format(noun=held.root_noun, pk=pk, changed=changed),
    ]


def _entry(vendor: str, model: Model, held: Holding, row: str, before: str, after: str, when: str) -> str:
    noun, pk = model._meta.model_name, f"{row}.{model._meta.pk.column}"
    key, root = _text(vendor, pk), _text(vendor, held.root)
    text = "" if vendor == "sqlite" else "::text"
    return (
        f"{_ENTRY} SELECT {_CONTEXT[vendor]}, '{noun}', {key}, '{held.root_noun}', {root}, {held.coalition},"
        f" {held.owner}, {held.release}, {before}{text if before != 'NULL' else ''},"
        f" {after}{text if after != 'NULL' else ''}, {_SALT[vendor]} WHERE {when}"
    )


def _text(vendor: str, number: str) -> str:
    return f"CAST({number} AS TEXT)" if vendor == "sqlite" else f"({number})::text"


def _sqlite(model: Model) -> Iterator[str]:
    table = model._meta.db_table
    for verb in _VERBS:
        inserts = _entries(
            "sqlite", model, verb, _state(model, "OLD"), _state(model, "NEW"), _state(model, "NEW", "OLD")
        )
        yield f"CREATE TRIGGER {table}_keep_{verb} AFTER {verb.upper()} ON {table} BEGIN {'; '.join(inserts)}; END"


def _postgresql(model: Model) -> Iterator[str]:
    """Write one function for each table, which runs as its owner: the program's own role cannot write entries."""
    table, unkept = model._meta.db_table, _postgresql_unkept(model)
    rights = "jsonb_build_object('owner_id', OLD.owner_id, 'release_id', OLD.release_id)"
    moved = f"(after || {rights})" if isinstance(right(model).rows, Owned) else "after"
    bodies = {verb: "; ".join(_entries("postgresql", model, verb, "before", "after", "moved")) + ";" for verb in _VERBS}
    yield f"""
        CREATE OR REPLACE FUNCTION {table}_keep() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
        SET search_path = public, pg_temp AS $$
        DECLARE before jsonb; after jsonb; moved jsonb; maintained text := current_setting('{MAINTENANCE}', true);
        BEGIN
            PERFORM set_config('{MAINTENANCE}', 'on', true);
            IF TG_OP <> 'INSERT' THEN before := to_jsonb(OLD){unkept}; END IF;
            IF TG_OP <> 'DELETE' THEN after := to_jsonb(NEW){unkept}; END IF;
            IF TG_OP = 'INSERT' THEN {bodies["insert"]}
            ELSIF TG_OP = 'DELETE' THEN {bodies["delete"]}
            ELSE moved := {moved}; {bodies["update"]}
            END IF;
            PERFORM set_config('{MAINTENANCE}', COALESCE(maintained, ''), true);
            RETURN NULL;
        END $$"""
    for verb in _VERBS:
        yield (
            f"CREATE TRIGGER {table}_keep_{verb} AFTER {verb.upper()} ON {table}"
            f" FOR EACH ROW EXECUTE FUNCTION {table}_keep()"
        )


def _postgresql_unkept(model: Model) -> str:
    columns = [one.column for one in model._meta.local_concrete_fields if one.name in right(model).unkept]
    return "".join(f" - '{column}'" for column in columns)
