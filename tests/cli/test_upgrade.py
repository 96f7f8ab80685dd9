"""A register of the first release is brought up to date by `concerted init`, with every text kept as a version."""

from __future__ import annotations

import os
import re
import sqlite3
import subprocess
import sys
from pathlib import Path

from tests.cli.test_register_commands import STATEMENT, concerted

# Makes a register with the tables of the first release, and one statement in it.
FIRST_RELEASE = """
import django; django.setup()
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader
from django.utils import timezone
class Steps(MigrationLoader):
    # As the first releases came about; a new register takes all steps at once.
    def load_disk(self):
        super().load_disk()
        del self.disk_migrations["register", "0001_squashed"]
executor = MigrationExecutor(connection)
executor.loader = Steps(connection)
executor.migrate([("register", "0002_triggers")])
def model(name): return executor.loader.project_state([("register", "0002_triggers")]).apps.get_model("register", name)
at = timezone.now()
by = model("User").objects.create(username="u", name="U", joined_at=at)
home = model("Coalition").objects.create(slug="pact", name="Pact")
model("Membership").objects.create(user_id=by.pk, coalition_id=home.pk, role="reader")
model("Event").objects.create(at=at, by_id=by.pk, coalition_id=home.pk, action="coalition.set_up", subject="coalition",
    subject_id="pact", after={"name": "Pact"})
text = model("Statement").objects.create(coalition_id=home.pk, title="T", media_type="text/plain", sha256="0" * 64,
    text="Hello, harbours.", record={}, taken_in_by_id=by.pk, taken_in_at=at)
model("Original").objects.create(statement_id=text.pk, data=b"x")
model("Finding").objects.create(statement_id=text.pk, ordinal=1, fact="sum", start=0, end=5, quote="Hello", proposal={},
    confidence=1)
"""


def parts(register: Path) -> set[tuple[str, ...]]:
    """Name what a register is made of: its tables' columns and constraints, indexes and triggers."""
    with sqlite3.connect(register) as file:
        made = file.execute("SELECT type, name, COALESCE(sql, '') FROM sqlite_master").fetchall()
        found = {(kind, name) for kind, name, _sql in made}
        for kind, name, sql in made:
            if kind == "table":
                columns = file.execute('SELECT name, type, "notnull" FROM pragma_table_info(?)', (name,))
                found |= {(name, *map(str, column)) for column in columns}
                found |= {(name, constraint) for constraint in re.findall(r'CONSTRAINT "\w+"', sql)}
    return found


def test_texts_of_the_first_release_become_first_versions(tmp_path: Path) -> None:
    (tmp_path / "new").mkdir()
    assert concerted(tmp_path / "new", "init").returncode == 0
    new = parts(tmp_path / "new" / "concerted.sqlite3")
    environment = os.environ | {
        "CONCERTED_REGISTER": str(tmp_path / "concerted.sqlite3"),
        "DJANGO_SETTINGS_MODULE": "concerted.site.settings",
    }
    subprocess.run([sys.executable, "-c", FIRST_RELEASE], env=environment, check=True)
    done = concerted(tmp_path, "init")
    assert "migrations applied" in done.stdout, done.stdout + done.stderr
    assert parts(tmp_path / "concerted.sqlite3") == new
    with sqlite3.connect(tmp_path / "concerted.sqlite3") as register:
        versions = register.execute("SELECT number, text, length(words_sha256) FROM register_version").fetchall()
        findings = register.execute("SELECT version, quote FROM register_finding").fetchall()
        originals = register.execute("SELECT version, data FROM register_original").fetchall()
    assert (versions, findings, originals) == ([(1, "Hello, harbours.", 64)], [(1, "Hello")], [(1, b"x")])
    with sqlite3.connect(tmp_path / "concerted.sqlite3") as register:
        (role,) = register.execute("SELECT role FROM register_membership WHERE user_id = 1").fetchone()
        released = register.execute(
            "SELECT r.kind FROM register_release AS r JOIN register_statement AS s ON r.id = s.release_id"
        ).fetchall()
        taken_over = register.execute("SELECT after FROM register_entry WHERE action = 'coalition.set_up'").fetchall()
        begun = {noun for (noun,) in register.execute("SELECT noun FROM register_entry WHERE action = ''")}
    assert (role, released, taken_over) == ("observer", [("coalition",)], [('{"name": "Pact"}',)])
    assert {"statement", "finding", "membership", "coalition"} <= begun
    assert "ok     ledger only grows" in concerted(tmp_path, "check").stdout


def test_an_upgrade_that_broke_off_is_said_and_finished(tmp_path: Path) -> None:
    (tmp_path / "tides.txt").write_text(STATEMENT)
    assert concerted(tmp_path, "init", "--coalition", "global-coalition").returncode == 0
    with sqlite3.connect(tmp_path / "concerted.sqlite3") as register:
        # As a full disk or a kill leaves it between the tables and the triggers.
        for (name,) in register.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            register.execute(f'DROP TRIGGER "{name}"')
        register.execute("DELETE FROM register_context")
        register.execute("UPDATE register_coalition SET name = 'Unseen'")
    said = concerted(tmp_path, "load", "tides.txt")
    assert said.returncode == 2, said.stderr
    assert "triggers are missing; expected `concerted init` to be run" in said.stderr.splitlines()[-1]
    assert concerted(tmp_path, "init").returncode == 0
    assert concerted(tmp_path, "load", "tides.txt").stdout.startswith("Taken in:")
    verified = concerted(tmp_path, "verify")
    assert verified.returncode == 1
    assert "FAILED coalition 1: name not as the ledger last says" in verified.stdout
