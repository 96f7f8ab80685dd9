"""``python -m tests.postgresql python -m benchmarks.scale``: what pages take at three sizes of the register.

Each size has a database of its own on the server that CONCERTED_REGISTER names, filled by a superuser and asked as the
application's role, by three people in turns. ``--load`` lets 200 people use the first one at once instead.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import click
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from benchmarks.scale.filling import ROLE, SLUG
from concerted.cli.init import make
from concerted.register.place import KEY_VARIABLE, LEDGER_KEY_VARIABLE, REGISTER


@click.command()
@click.option("--share", "shares", multiple=True, type=float, default=(0.01, 0.1, 1.0), show_default=True)
@click.option("--times", default=20, show_default=True, help="How often each page is asked for by each person.")
@click.option("--fill", "filling", is_flag=True, hidden=True)
@click.option("--ask", "asking", is_flag=True, hidden=True)
@click.option("--load", "loading", is_flag=True, help="Let many people use it at once.")
@click.option("--users", default=200, show_default=True, help="How many people, with --load.")
@click.option("--seconds", default=60, show_default=True, help="How long they use it, with --load.")
def measure(
    shares: tuple[float, ...], times: int, filling: bool, asking: bool, loading: bool, users: int, seconds: int
) -> None:
    """Print for each page and person the median and the 95th percentile in milliseconds, and how they grow."""
    address = os.environ.get(REGISTER, "")
    if not address.startswith("postgres"):
        sys.exit("PostgreSQL alone is measured: python -m tests.postgresql python -m benchmarks.scale")
    if filling:
        from benchmarks.scale.filling import fill

        make(address, (SLUG,))
        fill(shares[0])
        return
    if asking:
        from benchmarks.scale.asking import ask

        ask(times)
        return
    with tempfile.TemporaryDirectory(prefix="concerted-scale-") as folder:
        os.environ |= _keys(Path(folder))
        if loading:
            from benchmarks.scale.load import load

            databases = _filled(address, shares[:1])
            load(databases[shares[0]], _as_role(databases[shares[0]]), users=users, seconds=seconds)
            return
        from benchmarks.scale.growth import report

        databases = _filled(address, shares)
        report({share: _asked(_as_role(one), times) for share, one in databases.items()})


def _keys(folder: Path) -> dict[str, str]:
    """Give the site a key, and the ledger one of its own, for as long as this runs."""
    os.chdir(folder)
    ledger = Ed25519PrivateKey.generate()
    pem = ledger.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()).decode()
    return {KEY_VARIABLE: "a key for measuring alone, and long enough to be one of them", LEDGER_KEY_VARIABLE: pem}


def _filled(address: str, shares: tuple[float, ...]) -> dict[float, str]:
    """Make a database for each size, unless it is there already, and give their addresses."""
    found = {}
    for share in shares:
        name = f"scale_{share:g}".replace(".", "_")
        one = urlunsplit(urlsplit(address)._replace(path=f"/{name}"))
        if _make_database(address, name):
            start = time.perf_counter()
            _again({REGISTER: one}, "--fill", "--share", str(share))
            print(f"{name}: filled in {time.perf_counter() - start:.0f} s", flush=True)
        found[share] = one
    return found


def _make_database(address: str, name: str) -> bool:
    import psycopg

    with psycopg.connect(address, autocommit=True) as connection:
        if connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone():
            return False
        connection.execute(f'CREATE DATABASE "{name}"'.encode())
    return True


def _as_role(address: str) -> str:
    parts = urlsplit(address)
    return urlunsplit(parts._replace(netloc=f"{ROLE}@{parts.netloc.rpartition('@')[2]}"))


def _asked(address: str, times: int) -> str:
    return _again({REGISTER: address}, "--ask", "--times", str(times))


def _again(environment: dict[str, str], *arguments: str) -> str:
    """Run this program for one database, in a process of its own."""
    command = [sys.executable, "-m", "benchmarks.scale", *arguments]
    tree = str(Path(__file__).parents[2])
    path = os.pathsep.join(one for one in (tree, os.environ.get("PYTHONPATH")) if one)
    ran = subprocess.run(  # noqa: S603 (our own program)
        command, env=os.environ | environment | {"PYTHONPATH": path}, stdout=subprocess.PIPE, text=True, check=True
    )
    return ran.stdout


if __name__ == "__main__":
    measure()
