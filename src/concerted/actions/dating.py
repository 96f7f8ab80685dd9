"""Give a statement its day where its text does not say it."""

from __future__ import annotations

from datetime import date, datetime

from concerted.actions import ledger, records, renewals
from concerted.reading.read import read
from concerted.register.access import Permission
from concerted.register.models import Decision, Fact, Finding, Statement, User, Verdict
from concerted.register.places import place, standing, with_anchors
from concerted.terms import coalition as terms
from concerted.terms.document import Document
from concerted.terms.errors import Conflict, NotFound

# Records of these facts hold days that are worked out from the statement's own.
_DATED = (Fact.ACT, Fact.DEADLINE)


@ledger.action("statement.set_date")
def set_date(*, statement: int, day: date, by: User, at: datetime, coalition: terms.Coalition | None = None) -> None:
    """Give a statement the day on which it was made; what is due by its promises and deadlines is worked out anew.

    ``coalition`` is that of its file, for reading; the record says who gave the day. Raises NotFound, NotAllowed,
    DateOutsideWindow if the text contradicts the day, or Conflict if the text says its day itself or the statement
    has this day already.
    """
    where = f"statement {statement}"
    found = Statement.objects.visible_to(by).select_related("coalition").filter(pk=statement).first()
    if found is None:
        raise NotFound("no such statement", where=where, expected="one of your coalitions' statements")
    ledger.require(by, found.coalition, Permission.STATEMENT_TAKE_IN)
    found.refresh_from_db()
    if found.record.get("issued_on"):
        raise Conflict("the text says its day itself", where=where, expected="a corrected text, if it is wrong there")
    if found.issued_on == day:
        raise Conflict(f"it has the day {day} already", where=where, expected="another day")
    document = Document(found.text, found.media_type, found.title, found.source, language=found.language)
    read(document, given_date=day, coalition=coalition)
    found.issued_on = found.given_date = day
    found.earliest = found.latest = None
    found.given_by = by
    found.save(update_fields=["issued_on", "given_date", "earliest", "latest", "given_by"])
    _work_out(found)


def _work_out(statement: Statement) -> None:
    """Enter the records of accepted acts and deadlines again, and link what renews what."""
    accepted = Decision.objects.filter(
        finding__statement=statement, next=None, verdict__in=(Verdict.ACCEPTED, Verdict.CORRECTED)
    )
    lasts = {one.finding_id: one for one in accepted}
    every = with_anchors(standing(Finding.objects.filter(pk__in=lasts, fact__in=_DATED)))
    for finding in every:
        finding.statement = statement
        if (where := place(finding, lasts[finding.pk])) is not None:
            records.enter(finding, where.data)
    renewals.link(statement.coalition, every)
