"""Where the register lies, and the key of its site, from the environment."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from concerted.ledger.keys import SigningKey, signing_key
from concerted.terms.errors import ConcertedError

REGISTER = "CONCERTED_REGISTER"
KEY_VARIABLE = "CONCERTED_SECRET_KEY"
LEDGER_KEY_VARIABLE = "CONCERTED_LEDGER_KEY"
DEFAULT = "concerted.sqlite3"
_ORIGIN = "concerted"


class BadAddress(ConcertedError):
    """The register's address is neither a file nor a PostgreSQL database."""


@dataclass(frozen=True, slots=True)
class Place:
    """A register's place: a file (``path``), or the parts of a PostgreSQL address."""

    path: Path | None
    options: Mapping[str, Any]

    @property
    def key_file(self) -> Path:
        """The file of the site's secret key: beside an SQLite file, else in the working directory."""
        return self.path.with_suffix(".key") if self.path else Path("concerted.key").absolute()

    @property
    def ledger_key_file(self) -> Path:
        """The file of the key that signs the ledger, beside the site's own."""
        return self.key_file.with_suffix(".ledger.pem")

    @property
    def name(self) -> str:
        """The register as a person calls it; never with a password."""
        if self.path:
            return str(self.path)
        where = self.options.get("HOST") or "this machine"
        return f"PostgreSQL database {self.options['NAME']} on {where}"


def place(address: str | None = None) -> Place:
    """Work out where the register is: a file's path or ``postgresql://user:password@host:port/name``.

    Without an address the environment's CONCERTED_REGISTER, then ``concerted.sqlite3`` in the
    working directory. Raises BadAddress for any other kind of address.
    """
    address = address or os.environ.get(REGISTER) or DEFAULT
    if "://" not in address:
        path = Path(address).expanduser().absolute()
        return Place(path, _sqlite(path))
    parts = urlsplit(address)
    name = unquote(parts.path.lstrip("/"))
    expected = "the path of an SQLite file or postgresql://user:password@host:port/name"
    if parts.scheme not in ("postgresql", "postgres") or not name:
        raise BadAddress(f"an address of the kind {parts.scheme!r}", where=REGISTER, expected=expected)
    try:
        port = parts.port
    except ValueError as error:
        raise BadAddress("the port is no number", where=REGISTER, expected=expected) from error
    return Place(None, _postgresql(name, parts.hostname, port, parts.username, parts.password, parts.query))


def _sqlite(path: Path) -> dict[str, Any]:
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(path),
        # Writers wait for each other from the first statement on, instead of failing in the middle.
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;",
        },
    }


def _postgresql(
    name: str, host: str | None, port: int | None, user: str | None, password: str | None, query: str
) -> dict[str, Any]:
    options = dict(parse_qsl(query))
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": name,
        # A socket's folder stands in the query, as libpq has it: ?host=/run/postgresql
        "HOST": options.pop("host", None) or unquote(host or ""),
        "PORT": str(port or options.pop("port", "")),
        "USER": unquote(user or options.pop("user", "")),
        "PASSWORD": unquote(password or ""),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": options,
    }


def secret_key(where: Place) -> str:
    """Read the site's secret key from CONCERTED_SECRET_KEY or the key file; "" where there is none yet."""
    if key := os.environ.get(KEY_VARIABLE):
        return key
    try:
        return where.key_file.read_text(encoding="ascii").strip()
    except FileNotFoundError:
        return ""


def ledger_pem(where: Place) -> str:
    """Read the ledger's private key from CONCERTED_LEDGER_KEY or its file, as PEM; "" where there is none yet."""
    if pem := os.environ.get(LEDGER_KEY_VARIABLE):
        return pem
    try:
        return where.ledger_key_file.read_text(encoding="ascii")
    except FileNotFoundError:
        return ""


@cache
def ledger_key(pem: str) -> SigningKey | None:
    """Read the key that signs the ledger; None where there is none. Raises UnreadableKey.

    Its name, the origin of every checkpoint, follows from the key: it stays when the site moves.
    """
    if not pem:
        return None
    key = signing_key(pem.encode(), _ORIGIN, where=LEDGER_KEY_VARIABLE)
    return SigningKey(f"{_ORIGIN}-{key.verifier.public.hex()[:12]}", key.private)
