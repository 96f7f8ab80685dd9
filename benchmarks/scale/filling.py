"""Fill a PostgreSQL register with invented records, as many as a share of the full size says.

All rows are written past the triggers, which would take hours: the entries of the ledger are written beside them with
the rows' own contents, and the tallies are counted at the end by the program itself. Up to a fiftieth of the full size
the program seals the entries; beyond it leaves get hashes that are no entry's, and a tree is made over them that grows
as any other.
"""

from __future__ import annotations

from secrets import token_urlsafe
from typing import Any

SLUG, ROLE = "global-coalition", "measured_site"
PARTNERS = 200
# The full size. Partners, lines, meetings and obligations are the same at every size.
CONTRIBUTIONS, COMMITMENTS, ENTRIES = 1_000_000, 200_000, 5_000_000
PER_STATEMENT = 100
PEOPLE: dict[str, dict[str, Any]] = {
    "secretary": {"role": "secretariat"},
    "focal": {"role": "focal point", "party": "NOR"},
    "watcher": {"role": "observer", "organisation": "An institute"},
}
_KINDS = "ARRAY['funds','personnel','training','equipment','basing','hosting','expertise','other']"
_CURRENCIES = "ARRAY['EUR','USD','NOK','KES','JPY']"
_WORDS = "ARRAY['boats','radios','tents','pumps','bridges','medics','trucks','maps','drones','cables']"

_GROWN = ("finding", "decision", "commitment", "contribution", "searchentry", "entry")
_SEALED = 0.02
_LEAVES = """
    INSERT INTO register_leaf ("index", entry_id, hash)
    SELECT row_number() OVER (ORDER BY e.id) - 1 + (SELECT COALESCE(max("index") + 1, 0) FROM register_leaf), e.id,
        encode(sha256(e.salt::bytea), 'hex')
    FROM register_entry AS e WHERE NOT EXISTS (SELECT 1 FROM register_leaf AS l WHERE l.entry_id = e.id)
"""


def fill(share: float) -> None:
    """Fill the register that is set up; it has the coalition and nothing else."""
    from django.db import connection, transaction

    from concerted.actions import users
    from concerted.actions.unsealed import seal_unsealed
    from concerted.cli.site import acting, now
    from concerted.register import triggers
    from concerted.register.row_security import granting

    for username, part in PEOPLE.items():
        users.add(username=username, password=token_urlsafe(), coalition=SLUG, by=acting(), at=now(), **part)
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        cursor.execute("SET LOCAL synchronous_commit = off")
        cursor.execute("SET LOCAL work_mem = '256MB'")
        cursor.execute("SET LOCAL maintenance_work_mem = '512MB'")
        cursor.execute("SELECT setseed(0.5)")
        made = _without_indexes(cursor)
        _partners(cursor)
        _statements(cursor, max(1, round(COMMITMENTS * share / PER_STATEMENT)))
        _contributions(cursor, round(CONTRIBUTIONS * share))
        _searched(cursor)
        _ledger(cursor, round(ENTRIES * share))
        for table in ("register_party", "register_release"):
            cursor.execute(f"SELECT setval(pg_get_serial_sequence('{table}', 'id'), (SELECT max(id) FROM {table}))")
        for index in made:
            cursor.execute(index)
        if share > _SEALED:
            cursor.execute(_LEAVES)
            _tree()
    with connection.cursor() as cursor:
        # Else the planner takes the tables for empty ones while all is counted.
        cursor.execute("VACUUM ANALYZE")
    with transaction.atomic():
        triggers.recount(connection)
    seal_unsealed(by=acting(), at=now())
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")
        cursor.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [ROLE])
        if cursor.fetchone() is None:
            cursor.execute(f"CREATE ROLE {ROLE} LOGIN")
    granting.grant(connection, ROLE)


def _tree() -> None:
    """Store the hashes over the leaves."""
    from concerted.ledger.growing import Growing
    from concerted.register.models import Leaf, Tile

    growing = Growing()
    for (leaf,) in Leaf.objects.order_by("index").values_list("hash").iterator(100_000):
        Tile.objects.bulk_create(
            Tile(level=one.level, index=one.index, hash=one.hash.hex()) for one in growing.append(bytes.fromhex(leaf))
        )


def _without_indexes(cursor: Any) -> list[str]:
    """Drop the indexes of the tables that grow, as they are made much quicker at the end, and give what makes them."""
    cursor.execute(
        "SELECT i.indexname, i.indexdef FROM pg_indexes AS i WHERE i.schemaname = 'public' AND i.tablename = ANY(%s)"
        " AND NOT EXISTS (SELECT 1 FROM pg_constraint AS c WHERE c.conname = i.indexname)",
        [[f"register_{noun}" for noun in _GROWN]],
    )
    found = cursor.fetchall()
    for name, _made in found:
        cursor.execute(f'DROP INDEX "{name}"')
    return [made for _name, made in found]


def _insert(cursor: Any, table: str, columns: dict[str, str], source: str, returning: str = "") -> None:
    """Insert rows; columns that must be filled and are not named get an empty value of their type."""
    cursor.execute(
        "SELECT column_name, data_type FROM information_schema.columns WHERE table_name = %s AND is_nullable = 'NO'"
        " AND is_identity = 'NO' AND column_default IS NULL AND table_schema = 'public'",
        [table],
    )
    empty = {"boolean": "false", "jsonb": "'[]'", "timestamp with time zone": "now()", "double precision": "0"}
    for name, kind in cursor.fetchall():
        columns.setdefault(name, "0" if "int" in kind or kind == "numeric" else empty.get(kind, "''"))
    names = ", ".join(f'"{name}"' for name in columns)
    cursor.execute(f"INSERT INTO {table} ({names}) SELECT {', '.join(columns.values())} FROM {source}{returning}")


def _partners(cursor: Any) -> None:
    """Let there be 200 partners, each with a release to three others, and a seat in a working group."""
    home = f"register_coalition AS c WHERE c.slug = '{SLUG}'"
    cursor.execute(
        f"SELECT count(*) FROM register_party AS p JOIN {home.replace('WHERE', 'ON p.coalition_id = c.id WHERE')}"
    )
    known = cursor.fetchone()[0]
    names = {"coalition_id": "c.id", "code": "'P' || lpad(g::text, 3, '0')", "name": "'Pier ' || chr(65 + g % 26) || g"}
    _insert(cursor, "register_party", names, f"generate_series(1, {PARTNERS - known}) AS g, {home}")
    named = {
        "coalition_id": "p.coalition_id",
        "kind": "'named partners'",
        "owner_id": "p.id",
        "key": "'named by ' || p.code",
    }
    _insert(cursor, "register_release", named, "register_party AS p")
    cursor.execute(
        "INSERT INTO register_release_parties (release_id, party_id) SELECT r.id, p.id FROM register_release AS r"
        " JOIN register_party AS p ON p.coalition_id = r.coalition_id"
        " WHERE r.kind = 'named partners' AND (p.id - r.owner_id) % 61 = 3"
    )
    _insert(
        cursor,
        "register_workinggroupseat",
        {"coalition_id": "p.coalition_id", "line_id": "l.id", "party_id": "p.id", "said_by": "'a letter'"}
        | {"edition": "1", "in_force": "true"},
        "register_party AS p JOIN register_lineofeffort AS l ON (p.id + l.number) % 5 = 0",
    )
    # How a row of number g is released: by what it draws, to a line's working group, all or some.
    cursor.execute(
        "CREATE TEMPORARY TABLE releases ON COMMIT DROP AS SELECT r.id, r.kind, r.owner_id, r.line_id"
        " FROM register_release AS r"
    )
    cursor.execute("CREATE INDEX ON releases (kind, owner_id, line_id)")
    cursor.execute(
        "CREATE TEMPORARY TABLE drawn ON COMMIT DROP AS SELECT row_number() OVER (ORDER BY md5(id::text)) AS n, id"
        " FROM register_party"
    )
    cursor.execute("CREATE UNIQUE INDEX ON drawn (n)")
    cursor.execute(
        "CREATE TEMPORARY TABLE numbered ON COMMIT DROP AS SELECT row_number() OVER (ORDER BY number) AS n, id"
        " FROM register_lineofeffort"
    )


def _statements(cursor: Any, number: int) -> None:
    """Take in statements, each with commitments, calls and participants that are accepted and findings that wait."""
    cursor.execute("SELECT id FROM register_user ORDER BY id LIMIT 1")
    person = str(cursor.fetchone()[0])
    release = "CASE WHEN g % 10 < 6 THEN 'public' ELSE 'coalition' END"
    _insert(
        cursor,
        "register_statement",
        {
            "coalition_id": "c.id",
            "release_id": f"(SELECT r.id FROM releases AS r WHERE r.kind = {release})",
            "edition": "1",
            "title": "'Statement ' || g || ' of the piers'",
            "language": "'en'",
            "issued_on": "DATE '2015-01-01' + (g * 4000 / %(n)s)::int".replace("%(n)s", str(number)),
            "media_type": "'text/plain'",
            "sha256": "encode(sha256(('statement ' || g)::bytea), 'hex')",
            "text": "'Statement ' || g || E'\\n\\n' || repeat('The ministers met at the pier and agreed. ', 60)",
            "version": "1",
            "record": "'{}'",
            "taken_in_by_id": person,
            "taken_in_at": "now()",
        },
        f"generate_series(1, {number}) AS g, register_coalition AS c WHERE c.slug = '{SLUG}'",
    )
    facts = f"generate_series(1, {PER_STATEMENT + 40}) AS g"
    acts, parts = PER_STATEMENT + 10, PER_STATEMENT + 30
    fact = f"CASE WHEN g <= {acts} THEN 'act' WHEN g <= {parts} THEN 'participant' ELSE 'instrument' END"
    kind = f"CASE WHEN g <= {PER_STATEMENT} THEN 'commitment' WHEN g <= {PER_STATEMENT + 10} THEN 'call' ELSE '' END"
    _insert(
        cursor,
        "register_finding",
        {
            "statement_id": "s.id",
            "version": "1",
            "ordinal": "g",
            "fact": fact,
            "kind": kind,
            "start": "g * 10",
            "end": "g * 10 + 9",
            "quote": "'agreed to send item ' || g",
            "proposal": "'{}'",
            "confidence": "0.8",
        },
        f"register_statement AS s, {facts} ORDER BY s.id, g",
    )
    _insert(
        cursor,
        "register_decision",
        {"finding_id": "f.id", "verdict": "'accepted'", "by_id": person, "at": "now()"},
        f"register_finding AS f WHERE f.ordinal <= {PER_STATEMENT + 30}",
    )
    # A record that somebody widened or narrowed is released otherwise than its statement.
    own = {
        "coalition_id": "s.coalition_id",
        "finding_id": "f.id",
        "release_id": "CASE WHEN f.id % 17 = 0 THEN (SELECT r.id FROM releases AS r WHERE r.kind = 'coalition')"
        " ELSE s.release_id END",
        "edition": "1",
        "in_force": "true",
    }
    act = {
        "text": f"'agreed to send ' || ({_WORDS})[1 + f.id % 10] || ' to harbour ' || f.id % 977"
        " || ' by convoy ' || f.id",
        "verb": "'agreed'",
        "by_issuers": "f.id % 5 < 3",
        "due_words": "CASE WHEN f.id % 3 = 0 THEN 'by then' ELSE '' END",
        "due_on": "CASE WHEN f.id % 3 = 0 THEN s.issued_on + (f.id % 700)::int END",
    }
    promise = {
        "status": "(ARRAY['open','open','in progress','fulfilled','lapsed'])[1 + f.id % 5]",
        "aim": "(ARRAY['specific','specific','general aim',''])[1 + f.id % 4]",
    }
    found = "register_finding AS f JOIN register_statement AS s ON s.id = f.statement_id"
    _insert(cursor, "register_commitment", own | act | promise, f"{found} WHERE f.kind = 'commitment' ORDER BY f.id")
    _insert(cursor, "register_call", own | act, f"{found} WHERE f.kind = 'call' ORDER BY f.id")
    part = {"statement_id": "s.id", "party_id": "d.id", "role": "'issuer'", "name": "'a pier'"}
    drawn = f"JOIN drawn AS d ON d.n = 1 + (f.id * 7919) % {PARTNERS}"
    _insert(cursor, "register_participation", own | part, f"{found} {drawn} WHERE f.fact = 'participant' ORDER BY f.id")
    for noun, parties in (("commitment", "actors"), ("call", "addressees")):
        cursor.execute(
            f"INSERT INTO register_{noun}_{parties} ({noun}_id, party_id) SELECT t.id, d.id FROM register_{noun} AS t"
            f" JOIN drawn AS d ON d.n = 1 + (t.id * 104729 / 3) % {PARTNERS} WHERE NOT t.by_issuers"
        )
        cursor.execute(
            f"INSERT INTO register_{noun}_lines ({noun}_id, lineofeffort_id)"
            f" SELECT t.id, l.id FROM register_{noun} AS t JOIN numbered AS l ON l.n = 1 + t.id % 7"
        )


def _contributions(cursor: Any, number: int) -> None:
    """Let partners give, some much more than others, released as widely as each likes."""
    drawn = f"""(SELECT g, 1 + floor({PARTNERS} * power(random(), 1.5))::int AS n, random() AS reach, random() AS line
        FROM generate_series(1, {number}) AS g) AS x JOIN drawn AS d ON d.n = x.n
        LEFT JOIN numbered AS l ON l.n = 1 + floor(x.line * 6)::int
        JOIN register_party AS p ON p.id = d.id"""
    whole = "(SELECT r.id FROM releases AS r WHERE r.kind = '{}'{})"
    release = f"""CASE WHEN x.reach < 0.05 THEN {whole.format("coalition", "")}
        WHEN x.reach < 0.40 THEN {whole.format("owner only", "")}
        WHEN x.reach < 0.50 THEN {whole.format("named partners", " AND r.owner_id = p.id")}
        WHEN x.reach < 0.60 AND l.id IS NOT NULL THEN {whole.format("working group", " AND r.line_id = l.id")}
        WHEN x.reach < 0.90 THEN {whole.format("coalition", "")} ELSE {whole.format("public", "")} END"""
    _insert(
        cursor,
        "register_contribution",
        {
            "coalition_id": "p.coalition_id",
            "owner_id": "CASE WHEN x.reach >= 0.05 THEN p.id END",
            "party_id": "p.id",
            "release_id": release,
            "line_id": "l.id",
            "edition": "1",
            "in_force": "true",
            "kind": f"({_KINDS})[1 + x.g % 8]",
            "summary": f"initcap(({_WORDS})[1 + x.g % 10]) || ' for harbour ' || x.g % 977 || ', lot ' || x.g",
            "amount": "CASE WHEN x.g % 8 < 4 THEN 1000 + x.g % 100000 END",
            "currency": f"CASE WHEN x.g % 8 < 4 THEN ({_CURRENCIES})[1 + (p.id + x.g / 8 % 2) % 5] ELSE '' END",
            "quantity": "CASE WHEN x.g % 8 >= 4 THEN 1 + x.g % 50 END",
            "unit": "CASE WHEN x.g % 8 >= 4 THEN 'lots' ELSE '' END",
            "first": "DATE '2016-01-01' + (x.g % 3000)::int",
            "source": "'a letter'",
        },
        f"{drawn} ORDER BY x.g",
    )


def _searched(cursor: Any) -> None:
    """Let contributions, promises and statements be found."""
    titles = {"contribution": "summary", "commitment": "text", "statement": "title"}
    for noun, title in titles.items():
        kept = {"coalition_id": "t.coalition_id", "owner_id": "t.owner_id", "release_id": "t.release_id"}
        said = {"noun": f"'{noun}'", "key": "t.id::text", "title": f"t.{title}", "words": f"lower(t.{title})"}
        _insert(cursor, "register_searchentry", kept | said, f"register_{noun} AS t")


def _ledger(cursor: Any, number: int) -> None:
    """Write entries with the rows' own contents until there are enough, promises' first."""
    whole = {
        "act": "md5(t.id || '{noun}' || n)",
        "at": "TIMESTAMPTZ '2020-01-01' + t.id * interval '1 minute'",
        "by_id": "(SELECT min(id) FROM register_user)",
        "action": "CASE n WHEN 1 THEN '{noun}.add' ELSE '{noun}.change' END",
        "noun": "'{noun}'",
        "record": "t.id::text",
        "root_noun": "'{noun}'",
        "root": "t.id::text",
        "coalition_id": "t.coalition_id",
        "owner_id": "t.owner_id",
        "release_id": "t.release_id",
        "before": "CASE n WHEN 1 THEN NULL ELSE to_jsonb(t)::text END",
        "after": "to_jsonb(t)::text",
        "salt": "md5('salt' || t.id || n)",
    }
    cursor.execute("SELECT count(*) FROM register_entry")
    left = number - cursor.fetchone()[0]
    for noun, share in (("commitment", 0.2), ("contribution", 0.8)):
        wanted = round(left * share)
        cursor.execute(f"SELECT count(*) FROM register_{noun}")
        times = max(1, -(-wanted // max(1, cursor.fetchone()[0])))
        columns = {name: value.replace("{noun}", noun) for name, value in whole.items()}
        source = f"register_{noun} AS t, generate_series(1, {times}) AS n"
        _insert(cursor, "register_entry", columns, f"{source} LIMIT {wanted}")
