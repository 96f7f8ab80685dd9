"""A register on PostgreSQL that its owner, no superuser, copies and restores under forced row-level security."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from concerted.register.backup.archive import BackupFailed
from concerted.register.backup.postgresql import dump, exists
from concerted.register.place import place
from tests.cli.test_backup import server
from tests.cli.test_register_commands import concerted, empty
from tests.postgresql import binaries, private_server

__all__ = ["empty", "server"]
COUNT = 'SELECT count(*) FROM "{}"'
OWNER, SITE = "quay_owner", "quay_site"
# Nobody but its owner's people sees it: not even the secretariat.
GIVE = """
from decimal import Decimal
from concerted.cli.site import now, open_register
open_register(None)
from concerted.actions import contributions
from concerted.register.queries.accounts import person

content = contributions.Content("training", "Sixty divers", "a letter", quantity=Decimal(60), unit="divers")
contributions.add(coalition="global-coalition", content=content, by=person("nils"), at=now())
"""


def counts(address: str) -> dict[str, int]:
    """Count the rows of every table, as a superuser."""
    import psycopg

    with psycopg.connect(address) as session:
        tables = [name for (name,) in session.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")]
        found = {}
        for table in tables:
            (found[table],) = session.execute(COUNT.format(table)).fetchone()  # type: ignore[call-overload]
        return found


def narrowed(address: str) -> set[tuple[str, str]]:
    """List what narrows the rows: tables whose security is forced, policies, and who may call which function."""
    import psycopg

    forced = "SELECT 'forced', relname FROM pg_class WHERE relrowsecurity AND relforcerowsecurity"
    policies = "SELECT 'policy', policyname || coalesce(qual, '') || coalesce(with_check, '') FROM pg_policies"
    functions = (
        "SELECT 'function', proname FROM pg_proc WHERE prosecdef AND pronamespace = 'public'::regnamespace"
        " AND NOT has_function_privilege('public', oid, 'EXECUTE')"
    )
    with psycopg.connect(address) as session:
        return {tuple(row) for query in (forced, policies, functions) for row in session.execute(query)}  # type: ignore[call-overload]


def test_every_row_goes_along_and_stays_narrowed(server: str, tmp_path: Path, empty: Path) -> None:
    import psycopg

    with psycopg.connect(server, autocommit=True) as session:
        session.execute(f"CREATE ROLE {OWNER} LOGIN CREATEDB")  # type: ignore[call-overload]
        session.execute(f"CREATE ROLE {SITE} LOGIN")  # type: ignore[call-overload]
        session.execute(f"CREATE DATABASE quay OWNER {OWNER}")  # type: ignore[call-overload]

    def at(role: str, name: str, of: str = server) -> str:
        return of.replace("concerted@", f"{role}@").replace("/postgres?", f"/{name}?")

    quay, copied = at(OWNER, "quay"), at(OWNER, "copied")
    done = concerted(
        tmp_path, "init", "--register", quay, "--coalition", "global-coalition", "--application-role", SITE
    )
    assert done.returncode == 0, done.stderr
    site = {"CONCERTED_REGISTER": at(SITE, "quay")}
    (tmp_path / "tides.txt").write_bytes((empty / "tides.txt").read_bytes())
    for arguments in (("load", "tides.txt"), ("user", "add", "nils", "--role", "focal point", "--party", "NOR")):
        done = concerted(tmp_path, *arguments, **site)
        assert done.returncode == 0, done.stderr
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("CONCERTED_", "DJANGO_"))}
    given = subprocess.run([sys.executable, "-c", GIVE], cwd=tmp_path, env=kept | site, check=False)
    assert given.returncode == 0

    done = concerted(tmp_path, "backup", "site.backup", **site)
    assert (done.returncode, "to its owner alone" in done.stderr) == (2, True), done.stderr
    done = concerted(tmp_path, "backup", "kept.backup", "--register", quay)
    assert done.returncode == 0, done.stdout + done.stderr
    before = counts(at("concerted", "quay"))
    assert (before["register_statement"], before["register_contribution"]) == (1, 1)

    done = concerted(tmp_path, "restore", "kept.backup", "--register", copied)
    assert (done.returncode, "note   application's role" in done.stdout) == (0, False), done.stdout + done.stderr
    assert counts(at("concerted", "copied")) == before
    assert narrowed(at("concerted", "copied")) == narrowed(at("concerted", "quay"))
    assert concerted(tmp_path, "verify", "--register", copied).returncode == 0
    for role in (OWNER, SITE):
        with psycopg.connect(at(role, "copied")) as session:
            assert session.execute("SELECT count(*) FROM register_contribution").fetchone() == (0,), role
    assert "ok     database role" in concerted(tmp_path, "check", "--deploy", "--register", at(SITE, "copied")).stdout

    # On another server, whose owner has another name and where nobody serves yet.
    programs = binaries()
    assert programs
    with private_server(programs) as other:
        with psycopg.connect(other, autocommit=True) as session:
            session.execute("CREATE ROLE keeper LOGIN CREATEDB")
        moved = at("keeper", "moved", other)
        done = concerted(tmp_path, "restore", "kept.backup", "--register", moved)
        assert done.returncode == 0, done.stdout + done.stderr
        assert f"note   application's role: {SITE} is no role here" in done.stdout
        assert counts(at("concerted", "moved", other)) == before
        with psycopg.connect(moved) as session:
            assert session.execute("SELECT count(*) FROM register_contribution").fetchone() == (0,)
        assert concerted(tmp_path, "verify", "--register", moved).returncode == 0


@pytest.mark.skipif(not binaries(), reason="no PostgreSQL is installed here")
def test_copies_travel_as_safely_as_the_register_does(tmp_path: Path) -> None:
    where = place("postgresql://keeper:quay@/harbour?host=/nowhere&sslmode=as-safe-as-can-be")
    for copy in (lambda: dump(where, tmp_path / "copy", "1-1"), lambda: exists(where)):
        # Whoever hears of the register's own sslmode cannot make sense of this one.
        with pytest.raises(BackupFailed, match='invalid sslmode value: "as-safe-as-can-be"'):
            copy()
