"""A register on PostgreSQL that one role owns and another one serves, set up and used by the commands themselves."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
import pytest
from django.db import connection

from tests.standing import FIRST

pytestmark = pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite knows no roles: the file is all")
OWNER, SITE = "harbour_owner", "harbour_site"


@pytest.fixture(scope="module")
def addresses() -> Iterator[dict[str, str]]:
    """A database of an owner without other rights, and the addresses of owner and site."""
    given = os.environ["CONCERTED_REGISTER"]
    parts = urlsplit(given)
    with psycopg.connect(given, autocommit=True) as admin:
        for role in (OWNER, SITE):
            admin.execute(f"CREATE ROLE {role} LOGIN")  # type: ignore[call-overload]
        admin.execute(f"CREATE DATABASE harbour OWNER {OWNER}")  # type: ignore[call-overload]
    try:
        host = parts.netloc.rpartition("@")[2]
        yield {role: f"postgresql://{role}@{host}/harbour?{parts.query}" for role in (OWNER, SITE)}
    finally:
        with psycopg.connect(given, autocommit=True) as admin:
            admin.execute("DROP DATABASE harbour WITH (FORCE)")
            for role in (OWNER, SITE):
                admin.execute(f"DROP ROLE {role}")  # type: ignore[call-overload]


@pytest.fixture(scope="module")
def run(
    addresses: dict[str, str], tmp_path_factory: pytest.TempPathFactory
) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Run a command as one of the roles, in a folder of its own."""
    folder = tmp_path_factory.mktemp("harbour")
    (folder / "harbour.txt").write_text(FIRST)
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("CONCERTED_", "DJANGO_"))}

    def run(role: str, *arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-c", "from concerted.cli import main; main()", *arguments],
            cwd=folder,
            env=kept | {"CONCERTED_REGISTER": addresses[role], "PYTHONPATH": os.pathsep.join(sys.path)},
            capture_output=True,
            text=True,
            stdin=subprocess.DEVNULL,
            check=False,
        )

    return run


def test_one_role_owns_the_register_and_another_serves(
    addresses: dict[str, str], run: Callable[..., subprocess.CompletedProcess[str]]
) -> None:
    coalition = next(Path(__file__).parents[2].glob("coalitions/*/coalition.yaml")).parent.name
    made = run(OWNER, "init", "--coalition", coalition, "--application-role", SITE)
    assert made.returncode == 0, made.stderr
    assert f"Application's role: {SITE}" in made.stdout

    loaded = run(SITE, "load", "harbour.txt")
    assert loaded.returncode == 0, loaded.stderr
    added = run(SITE, "user", "add", "nils", "--role", "observer", "--organisation", "Society for Crews")
    assert added.returncode == 0, added.stderr
    assert "nils\tobserver" in run(SITE, "user", "list").stdout

    with psycopg.connect(addresses[SITE]) as site:
        assert site.execute("SELECT count(*) FROM register_statement").fetchone() == (0,)
        assert site.execute("SELECT count(*) FROM register_entry").fetchone() == (0,)
    with psycopg.connect(addresses[OWNER]) as owner:
        # Not even the owner sees a row by mistake.
        assert owner.execute("SELECT count(*) FROM register_statement").fetchone() == (0,)
        owner.execute("SET concerted.maintenance = 'on'")
        assert owner.execute("SELECT count(*) FROM register_statement").fetchone() == (1,)

    assert "ok     database role" in run(SITE, "check", "--deploy").stdout
    assert "FAILED database role" in run(OWNER, "check", "--deploy").stdout
    verified = run(OWNER, "verify")
    assert verified.returncode == 0, verified.stdout + verified.stderr
    refused = run(SITE, "verify")
    assert (refused.returncode, "to its owner alone" in refused.stderr) == (2, True)

    again = run(OWNER, "init")
    assert (again.returncode, f"Application's role: {SITE}" in again.stdout) == (0, True), again.stderr


@pytest.mark.parametrize(("role", "said"), [("nobody_at_all", "no role"), (OWNER, "owns the tables")])
def test_a_role_that_cannot_serve_is_refused(
    run: Callable[..., subprocess.CompletedProcess[str]], role: str, said: str
) -> None:
    refused = run(OWNER, "init", "--application-role", role)
    assert (refused.returncode, said in refused.stderr) == (2, True), refused.stderr
    assert len(refused.stderr.strip().splitlines()) == 1
