"""The file of a backup: a tar archive of the database's copy, keys if they were asked for, and a manifest over all."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tarfile
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from concerted.terms.errors import ConcertedError

FORMAT = "concerted backup 1"
MANIFEST = "manifest.json"
DATABASE = "database"
SECRET_KEY, LEDGER_KEY = "secret.key", "ledger.pem"
_PARTS = (DATABASE, SECRET_KEY, LEDGER_KEY)
_AT_ONCE = 1 << 20


class BackupFailed(ConcertedError):
    """The register could not be copied, or a copy not be put in its place."""


class UnreadableBackup(ConcertedError):
    """The file is no backup, or not whole."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup holds: when it was made, of which engine, and the ledger's size, last checkpoint and public key.

    ``roles`` are the application's on PostgreSQL.
    """

    at: str
    engine: str
    size: int
    checkpoint: str | None
    key: str | None
    parts: Mapping[str, str]
    roles: tuple[str, ...]


@contextmanager
def folder_beside(target: Path) -> Iterator[Path]:
    """Give a folder for half-made files on the target's own disk; it goes with all in it, whatever happens.

    Raises BackupFailed where the disk is full or refuses.
    """
    try:
        folder = Path(tempfile.mkdtemp(prefix=f".{target.name}.", dir=target.parent))
    except OSError as error:
        raise _failed(error, target) from error
    try:
        yield folder
    except OSError as error:
        raise _failed(error, target) from error
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def pack(folder: Path, target: Path, about: Mapping[str, Any]) -> None:
    """Write the parts that lie in a folder as one file, readable by its owner alone, in one step at its place."""
    parts = {name: digest(folder / name) for name in _PARTS if (folder / name).exists()}
    manifest = {"format": FORMAT, **about, "parts": parts}
    (folder / MANIFEST).write_text(json.dumps(manifest, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    half = folder / "archive"
    with os.fdopen(os.open(half, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        with tarfile.open(fileobj=file, mode="w") as archive:
            for name in (MANIFEST, *parts):
                archive.add(folder / name, arcname=name, recursive=False)
        file.flush()
        os.fsync(file.fileno())
    os.replace(half, target)


def unpack(source: Path, folder: Path) -> Manifest:
    """Put the parts of a backup into a folder, each compared with its digest; raises UnreadableBackup."""
    try:
        with tarfile.open(source, mode="r:") as archive:
            for name in (MANIFEST, *_PARTS):
                # Names and modes in the file are not to be trusted: only what is known is read, under our own names.
                member = archive.getmember(name) if name in archive.getnames() else None
                data = archive.extractfile(member) if member else None
                if data is not None:
                    _write(data, folder / name)
        manifest = _manifest(json.loads((folder / MANIFEST).read_text(encoding="utf-8")), source)
    except (tarfile.TarError, ValueError, KeyError, TypeError, FileNotFoundError) as error:
        raise UnreadableBackup("it is no backup, or cut off", where=str(source), expected=FORMAT) from error
    present = {name: digest(folder / name) for name in _PARTS if (folder / name).exists()}
    if present != dict(manifest.parts) or DATABASE not in present:
        raise UnreadableBackup("it is damaged", where=str(source), expected="parts with the digests of its manifest")
    return manifest


def digest(path: Path) -> str:
    """Hash a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _manifest(read: Mapping[str, Any], source: Path) -> Manifest:
    if read["format"] != FORMAT:
        raise UnreadableBackup(f"its format is {read['format']!r:.60}", where=str(source), expected=FORMAT)
    ledger = read["ledger"]
    size, roles = int(ledger["size"]), tuple(map(str, read.get("roles", ())))
    return Manifest(read["at"], read["engine"], size, ledger["checkpoint"], ledger["key"], dict(read["parts"]), roles)


def _write(data: IO[bytes], path: Path) -> None:
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        shutil.copyfileobj(data, file, _AT_ONCE)


def _failed(error: OSError, target: Path) -> BackupFailed:
    return BackupFailed(error.strerror or str(error), where=str(target), expected="a writable folder with room enough")
