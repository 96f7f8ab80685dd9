"""People from the command line: an invitation whose link works, and a second step that is lost."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from tests.cli.test_register_commands import concerted, empty, folder  # noqa: F401


def test_an_invitation_prints_its_link_once(folder: Path) -> None:  # noqa: F811
    asked = ("user", "invite", "amal@ministry.example", "--role", "focal point", "--party", "KWT")
    done = concerted(folder, *asked, CONCERTED_ORIGIN="https://record.example.org")
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith(
        "Invited: amal@ministry.example, focal point of KWT, in global-coalition\nLink: https://"
    )
    token = done.stdout.strip().rsplit("/", 2)[1]
    assert len(token) > 40
    with sqlite3.connect(folder / "concerted.sqlite3") as register:
        assert not any(token in line for line in register.iterdump())
    again = concerted(folder, *asked)
    assert (again.returncode, "is invited already" in again.stderr) == (2, True)


def test_a_lost_second_step_is_taken_away(folder: Path) -> None:  # noqa: F811
    concerted(folder, "user", "add", "kamau", "--role", "secretariat")
    with sqlite3.connect(folder / "concerted.sqlite3") as register:
        (user,) = register.execute("SELECT id FROM register_user WHERE username = 'kamau'").fetchone()
        register.execute(
            "INSERT INTO mfa_authenticator (type, data, user_id, created_at) VALUES ('totp', '{}', ?, '2026-01-01')",
            [user],
        )
    assert concerted(folder, "user", "reset", "kamau").returncode == 0
    with sqlite3.connect(folder / "concerted.sqlite3") as register:
        assert register.execute("SELECT count(*) FROM mfa_authenticator").fetchone() == (0,)
    assert concerted(folder, "user", "reset", "nobody").returncode == 2
