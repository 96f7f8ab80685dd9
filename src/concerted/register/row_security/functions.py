"""Functions that run as the tables' owner, past row-level security: each discloses one narrow thing."""

from __future__ import annotations

from collections.abc import Iterator

from django.apps import apps
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import BigIntegerField
from django.db.models.expressions import RawSQL

from concerted.register.asker import SETS_FUNCTION, TOLD, WITHHELD, Session, every_set
from concerted.register.models import Entry, Rerelease, SearchEntry
from concerted.register.policy import right
from concerted.register.record_rules import about
from concerted.register.row_security.narrowing import condition, inlined
from concerted.register.triggers.recording import MAINTENANCE
from concerted.register.triggers.searching import SEARCHED

UNSEALED_FUNCTION = "register_unsealed"
FOUND_FUNCTION = "register_found"
STANDING_FUNCTION = "register_standing"
NEWEST_FUNCTION = "register_newest"
# What the application's role may call, with the arguments' types.
FUNCTIONS = (
    f"{SETS_FUNCTION}(bigint)",
    f"{UNSEALED_FUNCTION}(text)",
    f"{FOUND_FUNCTION}(bigint, text[], bigint)",
    f"{STANDING_FUNCTION}(bigint, timestamptz, text, text)",
    f"{NEWEST_FUNCTION}(bigint)",
    f"{WITHHELD}(text, text)",
    f"{TOLD}(text, text)",
)
# A trigger's function, too, could be called by whoever hangs it on a table of their own, and would write entries.
_OURS = (
    "SELECT oid::regprocedure::text FROM pg_proc"
    " WHERE prosecdef AND pronamespace = 'public'::regnamespace AND proname LIKE 'register\\_%'"
)


def statements(connection: BaseDatabaseWrapper) -> Iterator[str]:
    """Write the SQL that makes them, and takes them and the triggers' functions from everybody else."""
    yield _sets(connection)
    yield _unsealed()
    yield _found(connection)
    yield _withheld(connection)
    yield _told(connection)
    yield _standing(connection)
    yield _newest()
    with connection.cursor() as cursor:
        cursor.execute(_OURS)
        for (function,) in cursor.fetchall():
            yield f"REVOKE ALL ON FUNCTION {function} FROM PUBLIC"


def _sets(connection: BaseDatabaseWrapper) -> str:
    """Whoever asks, before the session says so: the sets of ``asker.Asker``, by the person's number."""
    person = RawSQL("$1", [], BigIntegerField())
    sql, parameters = every_set(person).query.sql_with_params()
    pairs = "TABLE (name text, number bigint)"
    return _function(f"{SETS_FUNCTION}(bigint)", pairs, f"RETURN QUERY {inlined(connection, sql, parameters)}")


def _unsealed() -> str:
    """The entries of an act that is not ended, for the leaves of the tree: its author may not see all it changed."""
    entry = Entry._meta.db_table
    rows = (
        f"SELECT e.* FROM {entry} AS e WHERE e.act = $1 AND $1 <> ''"  # noqa: S608 (our own names)
        " AND $1 = current_setting('concerted.act', true)"
        " AND NOT EXISTS (SELECT 1 FROM register_leaf AS l WHERE l.entry_id = e.id) ORDER BY e.id"
    )
    return _function(f"{UNSEALED_FUNCTION}(text)", f"SETOF {entry}", f"RETURN QUERY {rows}")


def _found(connection: BaseDatabaseWrapper) -> str:
    """What each of some queries finds of what the session sees in a coalition: so many, as a common word leads to all.

    Under row-level security the index of words is out of reach.
    """
    seen = condition(connection, SearchEntry, right(SearchEntry).rows.seen(SearchEntry, Session()))
    rows = (
        f"SELECT found.id FROM unnest($2) AS one (asked), LATERAL (SELECT id FROM {SearchEntry._meta.db_table}"  # noqa: S608
        f" WHERE coalition_id = $1 AND {SEARCHED} @@ one.asked::tsquery AND ({seen}) LIMIT $3) AS found"
    )
    return _function(f"{FOUND_FUNCTION}(bigint, text[], bigint)", "SETOF bigint", f"RETURN QUERY {rows}")


def _withheld(connection: BaseDatabaseWrapper) -> str:
    """Whether a record was released anew, and not to the session: its older entries are withheld, too."""
    reached = condition(connection, Rerelease, right(Rerelease).rows.seen(Rerelease, Session()))
    row = f"SELECT NOT COALESCE(({reached}), false) FROM {Rerelease._meta.db_table} WHERE noun = $1 AND record = $2"  # noqa: S608
    return _function(f"{WITHHELD}(text, text)", "boolean", f"given := COALESCE(({row}), false)", "given")


def _told(connection: BaseDatabaseWrapper) -> str:
    """Whether the session sees a record about other records, by its noun and number: what names it may be told of."""
    cases = []
    for noun in about():
        model = apps.get_model("register", noun)
        seen = condition(connection, model, right(model).rows.seen(model, Session()))
        row = f"SELECT 1 FROM {model._meta.db_table} WHERE id = $2::bigint AND ({seen})"  # noqa: S608 (our own names)
        cases.append(f"IF $1 = '{noun}' THEN given := EXISTS ({row}); END IF")
    # What is not about others is told of without planning any of that.
    return _function(f"{TOLD}(text, text)", "boolean", f"given := true; {'; '.join(cases)}", "given")


def _standing(connection: BaseDatabaseWrapper) -> str:
    """The last entries, before a time, of the rows that stood then: of records that the session sees as they were then.

    Which one is the last only shows among all. Parts of a record are seen with it, whenever they were written; a noun
    and a key narrow it to one record.
    """
    entry = Entry._meta.db_table
    seen = condition(connection, Entry, right(Entry).rows.seen(Entry, Session()))
    rows = f"""
        WITH last AS (
            SELECT max(id) AS id FROM {entry} WHERE coalition_id = $1 AND at < $2
            AND ($3 = '' OR (root_noun = $3 AND root = $4)) GROUP BY noun, record
        ), standing AS MATERIALIZED (
            SELECT e.* FROM {entry} AS e JOIN last ON last.id = e.id WHERE e.after IS NOT NULL
        ), roots AS MATERIALIZED (
            SELECT noun, record FROM standing AS {entry} WHERE noun = root_noun AND record = root AND ({seen})
        )
        SELECT s.* FROM standing AS s JOIN roots ON roots.noun = s.root_noun AND roots.record = s.root"""  # noqa: S608
    name = f"{STANDING_FUNCTION}(bigint, timestamptz, text, text)"
    return _function(name, f"SETOF {entry}", f"RETURN QUERY {rows}")


def _newest() -> str:
    """The number of the last entry of a coalition, seen or not: it tells that something was written, and not what."""
    last = f"SELECT max(id) FROM {Entry._meta.db_table} WHERE coalition_id = $1"  # noqa: S608 (our own names)
    return _function(f"{NEWEST_FUNCTION}(bigint)", "bigint", f"newest := ({last})", "newest")


def _function(name: str, returned: str, body: str, value: str = "") -> str:
    """Write a function that runs as the owner and sees every row; its result may be the one ``value`` that is named."""
    return f"""
        CREATE OR REPLACE FUNCTION {name} RETURNS {returned} LANGUAGE plpgsql STABLE SECURITY DEFINER
        SET search_path = public, pg_temp AS $body$
        #variable_conflict use_column
        DECLARE given boolean; newest bigint; maintained text := current_setting('{MAINTENANCE}', true);
        BEGIN
            PERFORM set_config('{MAINTENANCE}', 'on', true);
            {body};
            PERFORM set_config('{MAINTENANCE}', COALESCE(maintained, ''), true);
            RETURN {value};
        END $body$"""
