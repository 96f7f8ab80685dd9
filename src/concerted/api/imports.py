"""Sheets: a noun's records as a file, the way back in, and what a person decides on the way."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any, Literal

from django.http import FileResponse, StreamingHttpResponse
from django.utils import timezone

from concerted.actions.imports import deciding, looking, taking_in, working
from concerted.actions.imports.template import cells, findings_table, plain, table
from concerted.api.asking import Asking
from concerted.api.fields import AfterNumber, Count, Number, PageSize, Place, Sent, Slug, Word
from concerted.api.operation import Made, Operations
from concerted.api.problems import Refused
from concerted.api.statements import FileName
from concerted.formats.sheets import profiles, write_csv, write_workbook
from concerted.register import queries
from concerted.register.queries.kept import noun as kept_noun
from concerted.register.rows.imports import ImportPage, ImportRow, Imports
from concerted.register.rows.kept import KeptRow
from concerted.terms.errors import Conflict

operations = Operations()
_SHEETS = "/coalitions/{slug:slug}/sheets/{slug:noun}"
_IMPORT = "/coalitions/{slug:slug}/imports/{int:number}"
_CSV = "text/csv"
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# An answer that takes longer looks as if nothing happened.
_AT_ONCE = 1.5  # seconds
Reach = Literal["owner only", "working group", "coalition", "public"]
Tier = Literal["critical", "error", "warning"]
Outcome = Literal["added", "changed", "unchanged", "held", "refused"]


@dataclass(frozen=True, slots=True)
class SheetDifference:
    """A field as the record has it (``was``; of a new row: nothing), and as the sheet says it (``now``)."""

    column: str
    was: Any
    now: Any


@dataclass(frozen=True, slots=True)
class LookedAt:
    """A row with what would become of it; ``number`` is its record's, null for a new one."""

    place: int
    row: int
    outcome: str
    number: int | None
    differences: tuple[SheetDifference, ...]


@dataclass(frozen=True, slots=True)
class ImportRows:
    """Rows of an import; ``more`` tells that others follow, past the place of the last."""

    rows: tuple[LookedAt, ...]
    more: bool


class HabitsSent(Sent):
    """How all numbers and days of a sheet are written; "" leaves it to each column."""

    decimals: Literal["point", "comma", ""] = ""
    days: Literal["day first", "month first", ""] = ""


class RowsSent(Sent):
    """Held rows, by their places, and what becomes of them."""

    places: tuple[Count, ...]
    choice: Literal["import", "leave out"]


@operations.read(f"{_SHEETS}/{{slug:form}}", produces=(_XLSX, _CSV))
def export_sheet(
    request: Asking, slug: Slug, noun: Slug, form: Literal["xlsx", "csv", "template-xlsx", "template-csv"]
) -> FileResponse:
    """Hand out a noun's records as a sheet that can be edited and imported again, or its columns alone."""
    found = kept_noun(noun)
    parties, lines = queries.named(request.asker, slug)
    layout = table(found, plain(found), parties=parties, lines=lines)
    filled = not form.startswith("template")
    rows = cells(found, _seen(request, slug, noun) if filled else ())
    file = tempfile.TemporaryFile()  # noqa: SIM115 (the answer closes it)
    workbook = form.endswith("xlsx")
    if workbook:
        write_workbook(layout, rows, file)
    else:
        file.writelines(write_csv(layout, rows))
    file.seek(0)
    name = f"{slug}-{found.plural}{'' if filled else '-template'}.{'xlsx' if workbook else 'csv'}"
    kind = _XLSX if workbook else f"{_CSV}; charset=utf-8"
    return FileResponse(file, as_attachment=True, filename=name, content_type=kind)


def _seen(request: Asking, slug: str, noun: str) -> Iterator[KeptRow]:
    """Let the owners of records that are kept from others know who took them along."""
    own = queries.coalition(request.asker, slug).party
    for row in queries.kept(request.asker, slug, noun):
        if row.release != "public" and row.owner != own:
            request.shown.append((noun, row.id))
        yield row


@operations.make(_SHEETS, consumes="*/*")
def import_sheet(
    request: Asking,
    slug: Slug,
    noun: Slug,
    name: FileName,
    sheet: Word | None = None,
    profile: Word | None = None,
    reach: Reach = "owner only",
) -> Made:
    """Bring a sheet in (its bytes are the body, `name` is the file's): it is read, and nothing is written yet.

    `sheet` is that of a workbook, else the first one; `profile` says how a table of others is to be read; `reach` is
    for new rows. The answer is an import: let it go on until it is ready, look at its rows, then have it written.
    """
    kept_noun(noun)
    try:
        *_before, last = taking_in.take_in(
            BytesIO(request.body),
            name,
            coalition=slug,
            noun=noun,
            by=request.asker,
            clock=timezone.now,
            sheet=sheet,
            profile=_profile(profile, noun),
            reach=reach,
            resume=True,
        )
    except Conflict as error:
        raise Refused(error.what, status=422, where=error.where, expected=error.expected) from error
    return Made(last.number, f"{request.path.partition('/sheets/')[0]}/imports/{last.number}")


def _profile(name: str | None, noun: str) -> profiles.Profile | None:
    if name is None:
        return None
    known = [one for one in profiles.names() if profiles.profile(one).noun == noun]
    if name not in known:
        raise Refused(f"no profile {name!r}", status=422, where="query.profile", expected=", ".join(known) or "none")
    return profiles.profile(name)


@operations.read("/coalitions/{slug:slug}/imports")
def imports(request: Asking, slug: Slug, before: Number | None = None) -> Imports:
    """List the newest 100 imports of one's own, or those before the one of a number."""
    return queries.imports(request.asker, slug, before=before)


@operations.read(_IMPORT)
def import_page(
    request: Asking, slug: Slug, number: Number, tier: Tier | None = None, after: AfterNumber = 0
) -> ImportPage:
    """Give an import: how far it is, and 100 of its findings, all or those of a tier, past the row `after`."""
    return queries.import_page(request.asker, slug, number, tier=tier, after=after)


@operations.read(f"{_IMPORT}/rows")
def import_rows(
    request: Asking,
    slug: Slug,
    number: Number,
    outcome: Outcome | None = None,
    past: Place | None = None,
    size: PageSize = 25,
) -> ImportRows:
    """Show what an import that is ready would do, row by row and field by field, past the place `past`."""
    _ready(request, slug, number)
    after = -1 if past is None else past
    rows, more = looking.look(number=number, by=request.asker, now=request.at, outcome=outcome, after=after, most=size)
    return ImportRows(tuple(map(_looked_at, rows)), more)


def _ready(request: Asking, slug: str, number: int) -> None:
    one = queries.import_page(request.asker, slug, number).one
    if one.state != "ready":
        raise Conflict(f"it is {one.state}", where=f"import {number}", expected="ready: let it go on until it is")


def _looked_at(one: looking.Looked) -> LookedAt:
    differences = tuple(SheetDifference(each.column, each.was, each.now) for each in one.differences)
    return LookedAt(one.place, one.row, one.outcome, one.number, differences)


@operations.read(f"{_IMPORT}/findings", produces=(_CSV,))
def import_findings(request: Asking, slug: Slug, number: Number) -> StreamingHttpResponse:
    """Hand out everything that was found in an import as a table."""
    page = queries.import_page(request.asker, slug, number)
    layout, rows = findings_table(queries.import_findings(request.asker, slug, page.one.id))
    answer = StreamingHttpResponse(write_csv(layout, list(rows)), content_type=f"{_CSV}; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="import-{number}-findings.csv"'
    return answer


@operations.change(f"{_IMPORT}/steps", method="POST")
def go_on(request: Asking, slug: Slug, number: Number) -> ImportRow:
    """Do the next steps of an import, for a second or two: again until it is ready, and once written, done."""
    state = queries.import_page(request.asker, slug, number).one.state
    until = time.monotonic() + _AT_ONCE
    for _step in working.steps(number, state, request.asker, timezone.now):
        if time.monotonic() > until:
            break
    return queries.import_page(request.asker, slug, number).one


@operations.change(f"{_IMPORT}/habits")
def say_how(request: Asking, slug: Slug, number: Number, body: HabitsSent) -> None:
    """Say how all numbers and days of a sheet are written; it is compared anew."""
    _own(request, slug, number)
    deciding.say_how(number=number, decimals=body.decimals, days=body.days, by=request.asker, at=request.at)


@operations.change(f"{_IMPORT}/writing", method="POST")
def write_import(request: Asking, slug: Slug, number: Number) -> None:
    """Let an import that is ready be written, as it was looked at: it goes on with its steps."""
    _own(request, slug, number)
    deciding.start(number=number, by=request.asker, at=request.at)


@operations.change(_IMPORT, method="DELETE")
def abandon_import(request: Asking, slug: Slug, number: Number) -> None:
    """Give an import up: what was written stays, nothing more is."""
    _own(request, slug, number)
    deciding.abandon(number=number, by=request.asker, at=request.at)


@operations.change(f"{_IMPORT}/held")
def decide_rows(request: Asking, slug: Slug, number: Number, body: RowsSent) -> int:
    """Decide on at most 200 held rows: import them all the same, or leave them out; gives how many were written."""
    _own(request, slug, number)
    return deciding.decide(number=number, places=body.places, choice=body.choice, by=request.asker, at=request.at)


def _own(request: Asking, slug: str, number: int) -> None:
    """Find an import in the coalition of the address; raises NotFound."""
    queries.import_page(request.asker, slug, number)
