"""What would become of the rows of a sheet: the same for looking at them first as for writing them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import MISSING, dataclass, fields, replace
from datetime import datetime
from typing import Any

from django.db.models import Q

from concerted.actions import releases
from concerted.actions.imports.clashes import apart
from concerted.actions.imports.columns import EDITION, NUMBER, RELEASE
from concerted.actions.imports.doubts import SETTLED, Doubt, Said
from concerted.actions.imports.outcomes import Judged, Outcome
from concerted.actions.imports.reader import Known, as_words, read, shown
from concerted.actions.kept import KEPT
from concerted.actions.records import naming
from concerted.formats.sheets import Cell, Row
from concerted.formats.sheets.profiles import KEY
from concerted.formats.sheets.values import Habits, Unread, read_number
from concerted.register.audience import Wanted, record_model
from concerted.register.models import Choice, Import, ImportedRow, LineOfEffort, Party, Reach, Tier, User
from concerted.register.nouns import Column, Form
from concerted.register.part import Part
from concerted.terms.errors import Conflict, NotAllowed, NotFound

_REACHES = (Reach.OWNER, Reach.WORKING_GROUP, Reach.COALITION, Reach.PUBLIC)
_WORDS = (Form.WORDS, Form.TEXT)
_NONE = (Form.NUMBER, Form.DAY, Form.LINE, Form.RECORD)


@dataclass(slots=True)
class _Read:
    """A row whose cells were read: by column, with the record that it names, or that its ``key`` has made before.

    ``same`` tells that the table said the very same when the record came of it; ``says`` is the digest of that.
    """

    place: int
    row: int
    values: dict[str, Any]
    number: int | None
    edition: int | None
    release: str
    said: list[Said]
    key: str = ""
    says: str = ""
    same: bool = False


class Judge:
    """Judges rows of one import for who runs it; it asks the database a few times for all of them together."""

    def __init__(self, one: Import, part: Part, by: User, at: datetime) -> None:
        self._import, self._part, self._by = one, part, by
        self._keeping = KEPT[one.noun].by(by, at)
        self._noun = self._keeping.noun
        self._home = part.coalition
        self._owner = one.owner
        self._known = Known(
            frozenset(LineOfEffort.objects.filter(coalition=self._home).values_list("number", flat=True)),
            frozenset(Party.objects.filter(coalition=self._home).values_list("code", flat=True)),
        )
        self._releases: dict[tuple[str, int | None], Any] = {}
        defaults = {field.name: field.default for field in fields(self._noun.content)}  # type: ignore[arg-type]
        self._empty = {
            column.name: (None if column.form in _NONE else "")
            if defaults[column.name] is MISSING
            else defaults[column.name]
            for column in self._noun.columns
        }

    def judge(self, rows: Iterable[Row], first: int, chosen: Mapping[int, str]) -> list[Judged]:
        """Judge rows, the first of which has the place ``first``; ``chosen`` is what was decided on held ones."""
        every = [self._read(row, place) for place, row in enumerate(rows, first)]
        self._find_titles(every)
        self._find_before([one for one in every if one.key])
        there = self._records({one.number for one in every if one.number is not None})
        with naming.remembering():
            judged = [self._judge(one, there, chosen) for one in every]
        twins = self._twins([one.record for one in judged if one.outcome is Outcome.ADDED])
        return apart([self._compared(one, twins, chosen) for one in judged], self._keeping.alone)

    def _read(self, row: Row, place: int) -> _Read:
        said: list[Said] = []
        cells = dict(zip(self._import.columns, row.cells, strict=False))
        values = {
            column.name: read(column, cells.get(column.name), self._habits(column.name), self._known, said)
            for column in self._noun.columns
            if column.name in self._import.columns
        }
        number = self._own(cells.get(NUMBER), NUMBER, said)
        edition = self._own(cells.get(EDITION), EDITION, said)
        try:
            release = as_words(cells.get(RELEASE)).casefold()
        except Unread as error:
            release = ""
            said.append(Said(Doubt.BROKEN, RELEASE, shown(cells.get(RELEASE)), error.expected))
        if str(place) in self._import.repeated:
            said.append(Said(Doubt.REPEATED, "", str(self._import.repeated[str(place)]), "each row once"))
        return _Read(place, row.number, values, number, edition, release, said, key=str(cells.get(KEY) or ""))

    def _habits(self, column: str) -> Habits:
        decimals, days = self._import.habits.get(column, ("", ""))
        return Habits(self._import.decimals or decimals, self._import.days or days, self._import.epoch)

    def _own(self, cell: Cell, column: str, said: list[Said]) -> int | None:
        """Read the number or the edition of a record."""
        try:
            value = read_number(cell, Habits("point"))
        except Unread:
            value = None
            said.append(Said(Doubt.NO_RECORD, column, shown(cell), "a number as the export gives it"))
        return None if value is None or value != int(value) else int(value)

    def _find_titles(self, every: Sequence[_Read]) -> None:
        """Find the records that cells call by their titles instead of their numbers."""
        for column in self._noun.columns:
            if column.form is not Form.RECORD:
                continue
            titles = {words for one in every if isinstance(words := one.values.get(column.name), str) and words}
            numbers = _by_title(column, titles, self._home, self._by) if titles else {}
            for one in every:
                words = one.values.get(column.name)
                if isinstance(words, str):
                    found = [int(words)] if words.isdecimal() else numbers.get(words, [])
                    if words and len(found) != 1:
                        doubt = Doubt.SEVERAL_RECORDS if found else Doubt.NO_RECORD
                        one.said.append(Said(doubt, column.name, words[:60], f"the number of a {column.noun}"))
                    one.values[column.name] = found[0] if len(found) == 1 else None

    def _find_before(self, keyed: Sequence[_Read]) -> None:
        """Find the records that rows made when their table came before."""
        if not keyed:
            return
        # By their keys alone, as in ``_twins``; an import of the same owner is seen by whoever sees this one.
        rows = ImportedRow.objects.filter(key__in={one.key for one in keyed}).select_related("of").order_by("pk")
        own = self._noun.name, self._home.pk, self._import.owner_id, self._import.profile
        last = {row.key: row for row in rows if (row.noun, row.of.coalition_id, row.of.owner_id, row.of.profile) == own}
        for one in keyed:
            one.says = hashlib.blake2b(repr(one.values).encode(), digest_size=16).hexdigest()
            if before := last.get(one.key):
                one.number, one.edition, one.same = before.record, before.edition, before.says == one.says

    def _records(self, numbers: set[int]) -> dict[int, Any]:
        rows = self._noun.model.objects.visible_to(self._by).filter(coalition=self._home, pk__in=numbers)
        found = {one.pk: one for one in rows.select_related("owner", "release", *self._noun.related)}
        for one in found.values():
            one.coalition = self._home
        return found

    def _judge(self, one: _Read, there: Mapping[int, Any], chosen: Mapping[int, str]) -> Judged:
        record, was = None, None
        if one.number is not None:
            record = there.get(one.number)
            if one.same and all(said.tier is Tier.WARNING or said.doubt in SETTLED for said in one.said):
                # Whatever people made of the record since, the table says nothing new.
                return Judged(one.place, one.row, Outcome.UNCHANGED, record, (), tuple(one.said))
            if record is None and one.key:
                one.said.append(Said(Doubt.TAKEN_BACK, "", f"{self._noun.name} {one.number}", "one that is there"))
            elif record is None:
                one.said.append(Said(Doubt.NO_RECORD, NUMBER, str(one.number), f"a {self._noun.name} that you see"))
            else:
                was = self._noun.written(record)
        differences: tuple[tuple[str, Any, Any], ...] = ()
        if not any(said.tier is not Tier.WARNING and said.doubt not in SETTLED for said in one.said):
            record, differences = self._filled(one, record, was)
        if was is not None:
            self._compare(one, record, bool(differences))
        return Judged(one.place, one.row, _outcome(one.said, was, differences, chosen.get(one.place)), record,
                      differences, tuple(one.said), one.key, one.says)  # fmt: skip

    def _filled(self, one: _Read, record: Any, was: Any) -> tuple[Any, tuple[tuple[str, Any, Any], ...]]:
        """Put what a row says into its record, or a new one; gives what differs."""
        base = self._noun.values(was) if was is not None else self._empty
        if record is None:
            record = self._noun.model(coalition=self._home, owner=self._owner)
        try:
            self._keeping.fill(record, self._keeping.checked(self._noun.content(**(base | one.values))))
            if was is None:
                record.release = self._release(one, record)
        except (Conflict, NotAllowed, NotFound) as error:
            one.said.append(Said(Doubt.NOT_SO, error.where[:100], error.what, error.expected))
            return record, ()
        now = self._noun.values(self._noun.written(record))
        before = base if was is not None else self._empty
        return record, tuple((name, before[name], now[name]) for name in now if before[name] != now[name])

    def _release(self, one: _Read, record: Any) -> Any:
        reach = one.release or self._import.reach
        if reach not in _REACHES:
            raise Conflict(f"{reach!r} is no release of a new row", where=RELEASE, expected=", ".join(_REACHES))
        line = getattr(record, "line", None)
        key = reach, line.number if line else None
        if key not in self._releases:
            self._releases[key] = releases.give(self._home, Wanted(reach, line=key[1]), owner=self._owner)
        return self._releases[key]

    def _compare(self, one: _Read, record: Any, differs: bool) -> None:
        """Say what stands against changing a record, where the row would."""
        if one.release and one.release != record.release.kind:
            one.said.append(Said(Doubt.RELEASE_STAYS, RELEASE, one.release, record.release.kind))
        if not differs:
            return
        if not self._part.may_change(record):
            one.said.append(Said(Doubt.NOT_YOURS, NUMBER, str(one.number), "a record of your own"))
        elif one.edition is None:
            one.said.append(Said(Doubt.NO_EDITION, EDITION, "", f"{record.edition}, if it is what you saw"))
        elif one.edition != record.edition:
            one.said.append(Said(Doubt.CHANGED_MEANWHILE, EDITION, str(record.edition), str(one.edition)))

    def _twins(self, new: Sequence[Any]) -> dict[Any, int]:
        """Find records that say the very same as new ones, by what they say.

        The database has an index of what they are about, or else of the first words that each of them needs.
        """
        if not new:
            return {}
        asked = [one for one in self._noun.columns if one.required and one.form in (Form.RECORD, *_WORDS)]
        about = [one for one in asked if one.form is Form.RECORD]
        same = Q()
        for name in [f"{one.name}_id" for one in about] or [one.name for one in asked]:
            same &= Q(**{f"{name}__in": {getattr(one, name) for one in new}})
        for column in self._noun.columns:
            if column.form is Form.NUMBER:
                figures = {getattr(one, column.name) for one in new}
                none = Q(**{f"{column.name}__isnull": True}) if None in figures else Q(pk__in=())
                same &= none | Q(**{f"{column.name}__in": figures - {None}})
        # By this alone: SQLite, which keeps no statistics, would rather look through all that the coalition has.
        found = list(self._noun.model.objects.filter(same).values_list("pk", flat=True))
        if not found:
            return {}
        rows = self._noun.model.objects.visible_to(self._by).filter(
            pk__in=found, coalition=self._home, owner=self._owner
        )
        return {self._noun.written(one): one.pk for one in rows.select_related(*self._noun.related)}

    def _compared(self, one: Judged, twins: Mapping[Any, int], chosen: Mapping[int, str]) -> Judged:
        if one.outcome is not Outcome.ADDED or not twins:
            return one
        number = twins.get(self._noun.written(one.record))
        if number is None:
            return one
        said = (*one.said, Said(Doubt.THERE_ALREADY, "", f"{self._noun.name} {number}", "what is not there yet"))
        outcome = Outcome.ADDED if chosen.get(one.place) == Choice.IMPORT else Outcome.HELD
        return replace(one, outcome=outcome, said=said)


def _outcome(said: Sequence[Said], was: Any, differences: Sequence[Any], choice: str | None) -> Outcome:
    if any(one.tier is Tier.CRITICAL for one in said):
        return Outcome.REFUSED
    if was is not None and not differences and all(one.doubt in SETTLED for one in said if one.tier is Tier.ERROR):
        return Outcome.UNCHANGED
    if any(one.tier is Tier.ERROR and (choice != Choice.IMPORT or one.doubt not in SETTLED) for one in said):
        return Outcome.HELD
    return Outcome.ADDED if was is None else Outcome.CHANGED


def _by_title(column: Column, titles: set[str], home: Any, by: User) -> dict[str, list[int]]:
    """Give the numbers of the records of each title that the person sees."""
    model: Any = record_model(column.noun)
    if column.noun in KEPT:
        columns = KEPT[column.noun].noun.columns
        name = next(one.name for one in columns if one.required and one.form in _WORDS)
    else:
        # A meeting, a statement, a window or a commitment is called by one of these.
        held = {field.name for field in model._meta.get_fields()}
        name = next(one for one in ("title", "name", "text") if one in held)
    rows = model.objects.visible_to(by).filter(coalition=home, **{f"{name}__in": titles})
    found: dict[str, list[int]] = {}
    for title, number in rows.values_list(name, "pk"):
        found.setdefault(title, []).append(number)
    return found
