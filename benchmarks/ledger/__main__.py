"""``python -m benchmarks.ledger``: time and memory of verifying registers of some sizes, on SQLite.

Contributions are put in and changed past the program, the triggers write the entries, and the program's own action
gives them their places in the tree. Then each command runs in a process of its own.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from pathlib import Path

import click

from concerted.cli.init import make
from concerted.register.place import KEY_VARIABLE

SLUG = "global-coalition"
# Each is one entry when it comes and one when it changes; what a search finds of it is as the program writes it.
_CONTRIBUTIONS = """
    INSERT INTO register_contribution
        (coalition_id, owner_id, party_id, release_id, kind, summary, amount, currency, unit, caveat, source, in_force,
         edition)
    WITH RECURSIVE numbers(g) AS (SELECT 1 UNION ALL SELECT g + 1 FROM numbers WHERE g < %s)
    SELECT p.coalition_id, p.id, p.id, r.id, 'funds', 'Boats and crews of pier ' || g, g, 'NOK', '',
        'to be used in harbours of partners alone, and not before their own parliament has agreed', 'a letter', 1, 1
    FROM numbers JOIN register_party AS p ON p.code = 'NOR'
        JOIN register_release AS r ON r.coalition_id = p.coalition_id
            AND r.kind = CASE WHEN g %% 10 = 0 THEN 'coalition' ELSE 'owner only' END
"""
_WORDS = """
    INSERT INTO register_searchentry (coalition_id, owner_id, release_id, noun, key, title, body, words)
    SELECT coalition_id, owner_id, release_id, 'contribution', id, summary, body, lower(summary || char(10) || body)
    FROM (SELECT *, 'Norway' || char(10) || unit || char(10) || caveat || char(10) || source AS body
        FROM register_contribution)
"""
_CHANGE = "UPDATE register_contribution SET amount = amount + 1, edition = edition + 1"


@click.command()
@click.option("--entries", multiple=True, type=int, default=(200_000, 1_000_000), show_default=True)
def measure(entries: tuple[int, ...]) -> None:
    """Print the seconds, the most memory and the size of what was written of each command, for each size."""
    print(f"{'entries':>10}  {'':24}{'seconds':>9}{'MB of memory':>14}{'MB of file':>12}")
    os.environ[KEY_VARIABLE] = "a key for measuring alone, and long enough to be one of them"
    for number in entries:
        with tempfile.TemporaryDirectory(prefix="concerted-ledger-") as folder:
            register, bundle = Path(folder) / "register.sqlite3", Path(folder) / "bundle.json"
            _child(_fill, str(register), number)
            commands = {
                "verify": (["verify", "--register", str(register)], register),
                "bundle": (["bundle", str(bundle), "--user", "nils", "--register", str(register)], bundle),
                "verify BUNDLE": (["verify", str(bundle)], bundle),
                "backup": (["backup", str(register.with_suffix(".backup")), "--register", str(register)], register),
            }
            for name, (arguments, file) in commands.items():
                start = time.perf_counter()
                memory = _child(_command, *arguments)
                taken = time.perf_counter() - start
                size = file.stat().st_size / 1e6
                print(f"{number:>10}  {name:24}{taken:>9.1f}{memory / 1e6:>14.0f}{size:>12.0f}", flush=True)


def _fill(register: str, number: int) -> None:
    make(register, (SLUG,))
    from secrets import token_urlsafe

    from django.db import connection

    from concerted.actions import users
    from concerted.actions.unsealed import seal_unsealed
    from concerted.cli.site import acting, now

    users.add(
        username="nils",
        password=token_urlsafe(),
        coalition=SLUG,
        role="focal point",
        party="NOR",
        by=acting(),
        at=now(),
    )
    with connection.cursor() as cursor:
        cursor.execute(_CONTRIBUTIONS, [number // 2])
        cursor.execute(_WORDS)
        cursor.execute(_CHANGE)
    seal_unsealed(by=acting(), at=now())


def _command(*arguments: str) -> None:
    from concerted.cli import main

    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    main(list(arguments))


def _child(what: object, *arguments: object) -> int:
    """Run a function in a process of its own; gives the most bytes of memory that it held. Exits if it failed."""
    child = os.fork()
    if child == 0:
        try:
            what(*arguments)  # type: ignore[operator]
        except SystemExit as error:
            os._exit(int(error.code or 0))
        os._exit(0)
    _pid, status, used = os.wait4(child, 0)
    if status:
        sys.exit(f"{arguments}: exit code {os.waitstatus_to_exitcode(status)}")
    return used.ru_maxrss * 1024


if __name__ == "__main__":
    measure()
