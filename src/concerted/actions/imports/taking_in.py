"""A file becomes an import: its rows are read once, a part at a time, and kept until they are written."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from itertools import chain, islice
from typing import BinaryIO

from concerted.actions import ledger
from concerted.actions.imports.columns import NUMBER, header, keys
from concerted.actions.imports.doubts import Doubt, Said
from concerted.actions.imports.working import Progress, held
from concerted.actions.kept import KEPT
from concerted.formats.sheets import Row, Sheet, open_sheet
from concerted.formats.sheets.cells import dumps
from concerted.formats.sheets.profiles import KEY, Profile
from concerted.formats.sheets.values import shown_by, together
from concerted.register.access import Permission
from concerted.register.models import Coalition, Import, ImportFinding, ImportPart, ImportState, Party, Reach, User
from concerted.register.nouns import Noun
from concerted.terms.errors import Conflict, NotFound

PART = 500  # rows
# A title and words about the sheet may stand above its first row.
_ABOVE = 20
_MOST_REPEATED = 10_000


def take_in(
    file: BinaryIO,
    name: str,
    *,
    coalition: str,
    noun: str,
    by: User,
    clock: Callable[[], datetime],
    sheet: str | None = None,
    profile: Profile | None = None,
    reach: str = Reach.OWNER,
    resume: bool = False,
) -> Iterator[Progress]:
    """Read a sheet of a noun's rows into an import of its own, or on into one that broke off; says how far it is.

    Nothing of the record is written. Raises UnreadableDocument for a file that cannot be read, Conflict for one whose
    first row does not fit or that has no rows, NotFound and NotAllowed.
    """
    digest = _digest(file)
    opened = open_sheet(file, name, sheet)
    if noun not in KEPT:
        raise NotFound(f"nobody keeps a {noun!r}", where="noun", expected=f"one of {', '.join(KEPT)}")
    columns, unknown, rows = _fitted(KEPT[noun].noun, opened, profile)
    first_rows = list(islice(rows, 1))
    if not first_rows:
        raise Conflict("there is no row below the first", where=name, expected="at least one")
    number = begin(
        coalition=coalition, noun=noun, name=name, sha256=digest, sheet=opened.name, columns=columns,
        profile=profile.name if profile else "", epoch=opened.epoch, reach=reach, resume=resume, by=by, at=clock(),
    )  # fmt: skip
    column_habits = dict.fromkeys(columns, ("", ""))
    repeats = _Repeats(columns)
    count = 0
    rest = chain(first_rows, rows)
    while some := list(islice(rest, PART)):
        for place, row in enumerate(some, count):
            repeats.see(place, row)
            for key, cell in zip(columns, row.cells, strict=False):
                if isinstance(cell, str) and key:
                    number_shown, day_shown = shown_by(cell)
                    decimals, days = column_habits[key]
                    column_habits[key] = together(decimals, number_shown), together(days, day_shown)
        store(number=number, first=count, rows=some, by=by, at=clock())
        count += len(some)
        yield Progress(number, ImportState.READING, count, count)
    close(number=number, rows=count, habits=column_habits, repeated=repeats.found, unknown=unknown, by=by, at=clock())
    yield Progress(number, ImportState.COMPARING, 0, count)


def _digest(file: BinaryIO) -> str:
    digest = hashlib.sha256()
    file.seek(0)
    while piece := file.read(1 << 20):
        digest.update(piece)
    return digest.hexdigest()


def _fitted(noun: Noun, sheet: Sheet, profile: Profile | None) -> tuple[list[str], list[str], Iterator[Row]]:
    """Find the first row; gives the keys of the columns, the names of those that are left out, and all other rows."""
    above = list(islice(sheet.rows, _ABOVE))
    if profile is not None:
        if profile.noun != noun.name:
            raise Conflict(
                f"it makes {KEPT[profile.noun].noun.plural if profile.noun in KEPT else profile.noun}",
                where=f"profile {profile.name}",
                expected=noun.plural,
            )
        if odd := [key for key in profile.keys if key not in keys(noun)]:
            raise Conflict(
                f"a {noun.name} has no column {', '.join(odd)}",
                where=f"profile {profile.name}",
                expected=", ".join(keys(noun)),
            )
        return list(profile.made), [], profile.applied(chain(above, sheet.rows))
    trouble: Conflict | None = None
    for place, row in enumerate(above):
        try:
            found = header(noun, row.cells)
        except Conflict as error:
            trouble = trouble or error
        else:
            named = [str(cell) for cell, key in zip(row.cells, found, strict=True) if not key and cell is not None]
            return found, named, chain(above[place + 1 :], sheet.rows)
    raise trouble or Conflict("the sheet is empty", where=sheet.name or "file", expected="a row of column names")


class _Repeats:
    """Finds rows that stand in a file twice: the same record, or the very same cells of a new one."""

    def __init__(self, columns: Sequence[str]) -> None:
        self._number = next((columns.index(one) for one in (NUMBER, KEY) if one in columns), None)
        self._seen: dict[int, int] = {}
        self.found: dict[str, int] = {}

    def see(self, place: int, row: Row) -> None:
        """Look at a row; raises Conflict where too many are repeated for anybody to look at."""
        at = self._number
        number = row.cells[at] if at is not None and at < len(row.cells) else None
        # The rows' own words would not fit into memory, their hashes do.
        key = hash(str(number)) if number is not None else hash(row.cells)
        first = self._seen.setdefault(key, row.number)
        if first != row.number:
            self.found[str(place)] = first
        if len(self.found) > _MOST_REPEATED:
            raise Conflict("more than 10,000 rows stand there twice", where=f"row {row.number}", expected="each once")


@ledger.action("import.begin")
def begin(
    *,
    coalition: str,
    noun: str,
    name: str,
    sha256: str,
    sheet: str,
    columns: Sequence[str],
    profile: str,
    epoch: int,
    reach: str,
    resume: bool,
    by: User,
    at: datetime,
) -> int:
    """Begin an import, or find the one of the same file that broke off while it was read; gives its number."""
    home = Coalition.objects.visible_to(by).filter(slug=coalition).first()
    if home is None:
        raise NotFound("no such coalition", where="coalition", expected="one of your coalitions")
    part = ledger.require(by, home, Permission.RECORD_KEEP)
    if reach not in (Reach.OWNER, Reach.WORKING_GROUP, Reach.COALITION, Reach.PUBLIC):
        raise Conflict(f"{reach!r} is no release of new rows", where="reach", expected="owner only or wider")
    owner = Party.objects.filter(coalition=home, pk=part.party).first() if part.party is not None else None
    own = Import.objects.visible_to(by).filter(coalition=home, owner=owner, noun=noun, sha256=sha256, profile=profile)
    broken_off = own.filter(state=ImportState.READING, sheet=sheet).order_by("-pk").first() if resume else None
    if broken_off is not None:
        return broken_off.pk
    made = Import.objects.create(
        coalition=home,
        owner=owner,
        noun=noun,
        by=by,
        at=at,
        name=name[-300:],
        sha256=sha256,
        sheet=sheet[:100],
        profile=profile,
        reach=reach,
        epoch=epoch,
        columns=list(columns),
    )
    return made.pk


@ledger.action("import.read")
def store(*, number: int, first: int, rows: Sequence[Row], by: User, at: datetime) -> None:
    """Keep some rows of a file as they were read, unless they are there."""
    one, _part = held(number, by, ImportState.READING)
    if one.parts.filter(first=first).exists():
        return
    ImportPart.objects.create(of=one, first=first, size=len(rows), data=zlib.compress(dumps(list(rows)), 6))
    one.rows = first + len(rows)
    one.save(update_fields=["rows"])


@ledger.action("import.read_through")
def close(
    *,
    number: int,
    rows: int,
    habits: dict[str, tuple[str, str]],
    repeated: dict[str, int],
    unknown: Iterable[str],
    by: User,
    at: datetime,
) -> None:
    """Say that a file was read to its end, and what its columns show together."""
    one, _part = held(number, by, ImportState.READING)
    one.rows, one.repeated = rows, repeated
    one.habits = {key: shown for key, shown in habits.items() if key and any(shown)}
    one.state = ImportState.COMPARING
    one.save(update_fields=["rows", "repeated", "habits", "state"])
    said = [Said(Doubt.UNKNOWN_COLUMN, words[:100], words[:60], "a column of the template") for words in unknown]
    ImportFinding.objects.bulk_create(
        ImportFinding(
            of=one, row=1, column=each.column, tier=each.tier, trouble=each.doubt, found=each.found,
            expected=each.expected,
        )
        for each in said
    )  # fmt: skip
