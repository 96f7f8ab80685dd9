"""Keep a few registers of the past while they are asked for, in files that nobody else can read."""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile
from collections import OrderedDict
from collections.abc import Hashable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from threading import Lock

from django.utils import timezone

from concerted.register.as_of.filling import began, count, fill, make_tables
from concerted.register.as_of.reading import reading
from concerted.register.as_of.standing import newest
from concerted.register.asker import Person, asker
from concerted.register.models import Coalition
from concerted.terms.errors import ConcertedError, NotFound

# With so many, the first page of a day takes about as long as a web server waits for an answer (30 s).
MOST_ENTRIES = 100_000
MOST_KEPT = 8
_NAME = "concerted-as-of-"


class NoSuchDay(ConcertedError):
    """The register cannot be read as of this day."""


@dataclass(frozen=True, slots=True)
class Past:
    """The register as of a day; ``began_on`` is when its ledger began, for the person who asks (None: never yet)."""

    day: date
    began_on: date | None


@contextmanager
def as_of(user: Person, slug: str, day: date, *, today: date) -> Iterator[Past]:
    """Let every question be answered as of the end of a day until the context ends.

    The first time it costs about two seconds for 10,000 entries of the ledger, then next to nothing. Raises NotFound
    for a stranger, NoSuchDay for a day to come and for a register that is too large.
    """
    if day > today:
        raise NoSuchDay("the day is still to come", where=day.isoformat(), expected="today or a day before")
    found = Coalition.objects.visible_to(user).filter(slug=slug).first()
    if found is None:
        raise NotFound("no such coalition", where=slug, expected="one of your coalitions")
    before = timezone.make_aware(datetime.combine(day + timedelta(days=1), time()))
    first = began(user, found)
    with reading(_kept.file(user, found, before), day):
        yield Past(day, timezone.localtime(first).date() if first else None)


class _Kept:
    """The files of this process, the last asked for at the end."""

    def __init__(self) -> None:
        self._files: OrderedDict[Hashable, Path] = OrderedDict()
        self._lock = Lock()
        self._folder: Path | None = None
        self._process = 0

    def file(self, user: Person, coalition: Coalition, before: datetime) -> Path:
        """Give the file for what a person may see now; whatever is written since, it is another one.

        One is made at a time, so that many questions at once cannot take all of the machine.
        """
        key = (user.pk, asker(user), coalition.pk, before, newest(coalition))
        with self._lock:
            folder = self._home()
            if key in self._files:
                self._files.move_to_end(key)
                return self._files[key]
            if (number := count(coalition, before)) > MOST_ENTRIES:
                raise NoSuchDay(
                    f"the ledger has {number} entries until then",
                    where=timezone.localtime(before - timedelta(days=1)).date().isoformat(),
                    expected=f"up to {MOST_ENTRIES}",
                )
            handle, name = tempfile.mkstemp(".sqlite3", dir=folder)
            os.close(handle)
            file = Path(name)
            try:
                shutil.copyfile(self._tables(folder), file)
                fill(file, user=user, coalition=coalition, before=before)
            except BaseException:
                file.unlink()
                raise
            self._files[key] = file
            while len(self._files) > MOST_KEPT:
                # Whoever still reads it goes on doing so.
                self._files.popitem(last=False)[1].unlink()
            return file

    def _tables(self, folder: Path) -> Path:
        """Give the file with the tables alone, made once in a process."""
        file = folder / "tables.sqlite3"
        if not file.exists():
            made = file.with_suffix(".new")
            made.unlink(missing_ok=True)
            make_tables(made)
            made.rename(file)
        return file

    def _home(self) -> Path:
        """Make the folder of this process, after a fork its own; take away what killed processes left behind."""
        if self._folder is None or self._process != os.getpid():
            self._files.clear()
            _sweep()
            self._process = os.getpid()
            self._folder = Path(tempfile.mkdtemp(prefix=f"{_NAME}{self._process}-"))
            atexit.register(shutil.rmtree, self._folder, ignore_errors=True)
        return self._folder


def _sweep() -> None:
    for folder in Path(tempfile.gettempdir()).glob(f"{_NAME}*"):
        process = folder.name.removeprefix(_NAME).partition("-")[0]
        if process.isdecimal() and folder.stat().st_uid == os.getuid() and not _runs(int(process)):
            shutil.rmtree(folder, ignore_errors=True)


def _runs(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


_kept = _Kept()
