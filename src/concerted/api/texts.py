"""Versions of a statement's text, and the findings that a corrected one left without a place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse

from concerted.actions import new_version, orphans
from concerted.actions.carrying import Carried, Plan
from concerted.actions.new_version import Replaced
from concerted.api.answers import file
from concerted.api.asking import Asking
from concerted.api.fields import Day, Number, Place, Seen, Sent, Slug, Text
from concerted.api.meetings import edition
from concerted.api.operation import Operations
from concerted.api.reading import opened
from concerted.api.statements import BYTES, FileName
from concerted.reading.acceptance import require_statement
from concerted.register import queries
from concerted.register.rows.findings import StatementPage
from concerted.register.rows.versions import OrphanQueue
from concerted.terms.errors import NotFound

operations = Operations()
_PATH = "/coalitions/{slug:slug}/statements/{int:number}/versions"
_ORPHANS = "/coalitions/{slug:slug}/orphans"


@dataclass(frozen=True, slots=True)
class CarriedRow:
    """A finding on its way into a corrected text: its words before and after ("" for no place)."""

    finding: int
    before: str
    after: str
    how: str
    turned: tuple[str, ...]
    confidence: float


@dataclass(frozen=True, slots=True)
class Correction:
    """What a corrected text changes, or (``version``) has changed; ``known_as`` says why it changes nothing.

    ``stays``, ``moved``, ``orphaned`` and ``new`` count findings; the rows are those of a preview.
    """

    version: int
    stays: int
    moved: int
    orphaned: int
    new: int
    known_as: str
    moving: tuple[CarriedRow, ...] = ()
    losing: tuple[CarriedRow, ...] = ()


class PlaceSent(Sent):
    """Where in the present text an orphaned finding stands, in code points; ``version`` is that of the text seen."""

    start: Place
    end: Place
    version: Place


class NoteSent(Sent):
    """Why an orphaned finding no longer stands."""

    note: Text


@operations.read(f"{_PATH}/{{int:version}}")
def version(request: Asking, slug: Slug, number: Number, version: Number) -> StatementPage:
    """Give a statement as it read in a version, with the marks that it had."""
    return queries.statement(request.asker, slug, number, version)


@operations.read(f"{_PATH}/{{int:version}}/original", record="statement", produces=(BYTES,))
def version_original(request: Asking, slug: Slug, number: Number, version: Number) -> HttpResponse:
    """Hand out the file that a version came in as."""
    found = queries.original(request.asker, slug, number, version)
    return file(found.data, BYTES, found.name)


@operations.change(f"{_PATH}/preview", method="POST", consumes="*/*")
def preview_correction(
    request: Asking, slug: Slug, number: Number, name: FileName, given: Day | None = None
) -> Correction:
    """Show what a corrected text (its bytes are the body) would change, and change nothing."""
    handed = _handed_in(request, slug, number, name, given)
    plan = new_version.preview(**handed, by=request.asker)
    return _replaced(plan) if isinstance(plan, Replaced) else _planned(plan)


@operations.change(_PATH, method="POST", consumes="*/*")
def correct_text(
    request: Asking, slug: Slug, number: Number, name: FileName, seen: Seen, given: Day | None = None
) -> Correction:
    """Give a statement a corrected text (its bytes are the body); every finding goes along, or waits for a person."""
    handed = _handed_in(request, slug, number, name, given)
    return _replaced(new_version.replace(**handed, seen=edition(seen), by=request.asker, at=request.at))


def _handed_in(request: Asking, slug: str, number: int, name: str, given: Day | None) -> dict[str, Any]:
    page = queries.statement(request.asker, slug, number)
    document = opened(request.body, name, request.content_type)
    known = page.given_date or page.statement.issued_on
    reading = new_version.read_corrected(
        document, given=given, known=known, coalition=queries.coalition_terms(request.asker, slug)
    )
    require_statement(reading, where=name)
    return {"statement": number, "document": document, "original": request.body, "reading": reading}


def _replaced(done: Replaced) -> Correction:
    return Correction(done.version, done.stays, done.moved, done.orphaned, done.new, done.known_as)


def _planned(plan: Plan) -> Correction:
    return Correction(
        version=plan.statement.version,
        stays=plan.stays,
        moved=len(plan.moved),
        orphaned=len(plan.orphaned),
        new=len(plan.proposed),
        known_as="",
        moving=tuple(map(_carried, plan.moved)),
        losing=tuple(map(_carried, plan.orphaned)),
    )


def _carried(one: Carried) -> CarriedRow:
    found = one.anchor.passage
    return CarriedRow(
        one.finding.pk,
        one.before.quote,
        found.quote if found else "",
        one.anchor.how.value,
        tuple(one.anchor.turned),
        one.anchor.confidence,
    )


@operations.read(_ORPHANS, past=True)
def orphaned(request: Asking, slug: Slug) -> OrphanQueue:
    """List the accepted findings that have no place in a corrected text, with places that they may have."""
    return queries.orphans(request.asker, slug)


@operations.change(f"{_ORPHANS}/{{int:number}}/place")
def place_orphan(request: Asking, slug: Slug, number: Number, body: PlaceSent) -> None:
    """Say where in the present text an orphaned finding stands; its record follows."""
    _orphan(request, slug, number)
    orphans.place_at(finding=number, start=body.start, end=body.end, seen=body.version, by=request.asker, at=request.at)


@operations.change(f"{_ORPHANS}/{{int:number}}/withdrawal")
def withdraw_orphan(request: Asking, slug: Slug, number: Number, body: NoteSent) -> None:
    """Record that an orphaned finding no longer stands, and why."""
    _orphan(request, slug, number)
    orphans.withdraw(finding=number, note=body.note, by=request.asker, at=request.at)


def _orphan(request: Asking, slug: str, number: int) -> None:
    if number not in {one.finding.id for one in queries.orphans(request.asker, slug).items}:
        raise NotFound("no such orphan", where=f"finding {number}", expected="one of the list")
