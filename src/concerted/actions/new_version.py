"""A corrected text of a statement: what it would change, and the change itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from concerted.actions import ledger, records, searching
from concerted.actions.carrying import Carried, Plan, plan
from concerted.actions.intake import belonging, described, keep_version, read_facts, read_finding
from concerted.formats.record import record
from concerted.reading.facts import Reading
from concerted.reading.read import read
from concerted.reading.resemblance import words_sha256
from concerted.register.access import Permission
from concerted.register.models import PROPOSED, Anchor, Finding, Standing, Statement, User, Verdict, Version
from concerted.terms import coalition as terms
from concerted.terms.document import Document
from concerted.terms.errors import Conflict, DateOutsideWindow, NotFound, Stale


@dataclass(frozen=True, slots=True)
class Replaced:
    """What became of a corrected text; ``known_as`` says why nothing changed, if nothing did."""

    statement: int
    title: str
    version: int
    stays: int = 0
    moved: int = 0
    orphaned: int = 0
    new: int = 0
    known_as: str = ""


def read_corrected(
    document: Document, *, given: date | None, known: date | None, coalition: terms.Coalition | None
) -> Reading:
    """Read a corrected text; the day that was ``known`` holds on where the text, or a person (``given``), says none.

    Raises DateOutsideWindow if the day that a person gives contradicts the text.
    """
    reading = read(document, given_date=given, coalition=coalition)
    if given is not None or known is None or reading.statement.issued_on or reading.statement.given_date:
        return reading
    try:
        return read(document, given_date=known, coalition=coalition)
    except DateOutsideWindow:
        return reading


def preview(*, statement: int, document: Document, original: bytes, reading: Reading, by: User) -> Plan | Replaced:
    """Work out what a corrected text would change, and change nothing; a Replaced says that it is no other text.

    Takes a second for 135 kB. Raises as ``replace`` does.
    """
    found = _statement(statement, by)
    ledger.may(by, found.coalition, Permission.STATEMENT_TAKE_IN)
    known = _known(found, belonging(document, original, reading), reading.text)
    if known is not None:
        return known
    return plan(found, reading.text, reading.statement.language, read_facts(reading, record(reading)))


@ledger.action("statement.replace")
def replace(
    *, statement: int, seen: int, document: Document, original: bytes, reading: Reading, by: User, at: datetime
) -> Replaced:
    """Give a statement a corrected text; every finding is carried over, or waits for a person as orphaned.

    ``seen`` is the version that the person has seen. The old text stays as it was. The same bytes or words change
    nothing, and the result says so. Raises NotFound, NotAllowed, UnreadableDocument if bytes, text and reading do
    not belong together, or Conflict if the statement has another version than the person saw, or if the bytes are
    another statement's.
    """
    found = _statement(statement, by)
    ledger.require(by, found.coalition, Permission.STATEMENT_TAKE_IN)
    found.refresh_from_db()
    where = f"statement {found.pk}"
    if seen != found.version:
        latest = Version.objects.select_related("by").get(statement=found, number=found.version)
        raise Stale(
            f"version {found.version} was loaded by {latest.by.name} on {latest.at:%Y-%m-%d at %H:%M} UTC",
            where=where,
            expected=f"a correction of that text, not of version {seen}",
        )
    sha256 = belonging(document, original, reading)
    known = _known(found, sha256, reading.text)
    if known is not None:
        return known
    stored = record(reading)
    planned = plan(found, reading.text, reading.statement.language, read_facts(reading, stored))
    day = found.issued_on
    for field, value in described(document, reading, stored, sha256).items():
        setattr(found, field, value)
    if found.record.get("issued_on"):
        found.given_by = None  # The text now says it itself.
    found.version += 1
    found.save()
    keep_version(found, original, by, at)
    _write(planned, found, by, at)
    _enter_again(planned, found, day)
    searching.forget(found)
    searching.index_text(found)
    result = Replaced(
        found.pk,
        found.title,
        found.version,
        stays=planned.stays,
        moved=len(planned.moved),
        orphaned=len(planned.orphaned),
        new=len(planned.proposed),
    )
    return result


def _statement(pk: int, by: User) -> Statement:
    found = Statement.objects.visible_to(by).select_related("coalition").filter(pk=pk).first()
    if found is None:
        raise NotFound("no such statement", where=f"statement {pk}", expected="one of your coalitions' statements")
    return found


def _known(statement: Statement, sha256: str, text: str) -> Replaced | None:
    """Tell that a text is no other one than the statement has; raises Conflict if it is another statement's."""
    if sha256 == statement.sha256 or words_sha256(text) == words_sha256(statement.text):
        why = "the same bytes" if sha256 == statement.sha256 else "the same words"
        return Replaced(statement.pk, statement.title, statement.version, known_as=why)
    other = Statement.objects.filter(coalition=statement.coalition, sha256=sha256).exclude(pk=statement.pk).first()
    if other is not None:
        raise Conflict(
            f"these bytes are statement {other.pk}, {other.title!r}",
            where=f"statement {statement.pk}",
            expected="a corrected text of this one",
        )
    return None


def _write(planned: Plan, statement: Statement, by: User, at: datetime) -> None:
    """Store an anchor for every finding that was carried, and what was read for the first time."""
    Anchor.objects.bulk_create(_anchor(one, statement, by, at) for one in planned.carried)
    last = statement.findings.order_by("-ordinal").values_list("ordinal", flat=True).first() or 0
    Finding.objects.bulk_create(
        read_finding(statement, ordinal, fact) for ordinal, fact in enumerate(planned.new, last + 1)
    )


def _anchor(one: Carried, statement: Statement, by: User, at: datetime) -> Anchor:
    stands = one.standing is Standing.ANCHORED
    found = one.anchor.passage
    candidates = [*([found] if found and not stands else []), *one.anchor.candidates]
    return Anchor(
        finding=one.finding,
        version=statement.version,
        standing=one.standing,
        start=found.start if found and stands else None,
        end=found.end if found and stands else None,
        quote=found.quote if found and stands else "",
        confidence=one.anchor.confidence,
        how=one.anchor.how.value,
        turned=list(one.anchor.turned),
        candidates=[[place.start, place.end] for place in candidates],
        proposal=one.proposal if stands else None,
        corrected=one.corrected if stands else None,
        after=one.last,
        by=by,
        at=at,
    )


def _enter_again(planned: Plan, statement: Statement, day: date | None) -> None:
    """Bring the records of accepted findings to the new words, and to the statement's day where that has changed."""
    for one in planned.carried:
        if one.standing is not Standing.ANCHORED or one.state in (PROPOSED, Verdict.REJECTED):
            continue
        passage = one.anchor.passage
        if day != statement.issued_on or (passage and passage.quote != one.before.quote):
            one.finding.statement = statement
            records.enter(one.finding, one.corrected or one.proposal or one.finding.proposal)
