"""Take a statement in: its bytes, its text and everything that was read in it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from concerted.actions import ledger, searching
from concerted.formats.record import record
from concerted.reading.facts import Reading
from concerted.register.access import Permission
from concerted.register.models import Coalition, Fact, Finding, Original, Statement, User
from concerted.terms.document import Document
from concerted.terms.errors import NotFound, UnreadableDocument
from concerted.terms.passage import Passage

# The lists of a record and the fact that each of their entries is.
LISTS = {
    "participants": Fact.PARTICIPANT,
    "definitions": Fact.DEFINITION,
    "people": Fact.PERSON,
    "lines": Fact.LINE,
    "instruments": Fact.INSTRUMENT,
    "meetings": Fact.MEETING,
    "acts": Fact.ACT,
    "deadlines": Fact.DEADLINE,
    "sums": Fact.SUM,
    "quantities": Fact.QUANTITY,
    "checks": Fact.CHECK,
    "passed_over": Fact.PASSED_OVER,
}


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What became of a statement: its number, how many findings it has, and whether it is new."""

    statement: int
    title: str
    findings: int
    new: bool


@transaction.atomic
def take_in(
    *, document: Document, original: bytes, reading: Reading, coalition: str, by: User, at: datetime
) -> TakenIn:
    """Store a statement with its original bytes, its text and every finding with its passage.

    The same bytes a second time change nothing; the result then says so (``new`` is False).
    Raises NotFound for a coalition that is not in the register, NotAllowed for a person who may
    not, UnreadableDocument if bytes, text and reading do not belong together.
    """
    home = Coalition.objects.filter(slug=coalition).first()
    if home is None:
        raise NotFound(f"no coalition {coalition!r} in the register", where="coalition", expected="one that is set up")
    ledger.require(by, home, Permission.STATEMENT_TAKE_IN)
    sha256 = hashlib.sha256(original).hexdigest()
    if reading.text != document.text or document.sha256 not in ("", sha256):
        raise UnreadableDocument("the reading is of another document", where=document.source, expected=sha256)
    known = Statement.objects.filter(coalition=home, sha256=sha256).first()
    if known is not None:
        return TakenIn(known.pk, known.title, known.findings.count(), new=False)
    stored = record(reading)
    statement = _store(document, original, sha256, reading, stored, home, by, at)
    findings = Finding.objects.bulk_create(_findings(statement, reading, stored))
    searching.index_text(statement)
    ledger.enter(
        action="statement.take_in",
        subject="statement",
        subject_id=statement.pk,
        by=by,
        at=at,
        coalition=home,
        after={"title": statement.title, "sha256": sha256, "source": statement.source, "findings": len(findings)},
    )
    return TakenIn(statement.pk, statement.title, len(findings), new=True)


def _store(
    document: Document,
    original: bytes,
    sha256: str,
    reading: Reading,
    stored: dict[str, Any],
    coalition: Coalition,
    by: User,
    at: datetime,
) -> Statement:
    own = reading.statement
    issued_on = own.issued_on or own.given_date
    window = own.window if issued_on is None else None
    statement = Statement.objects.create(
        coalition=coalition,
        title=(own.title or document.title or document.source)[:500],
        kind=own.kind,
        language=own.language,
        issued_on=issued_on,
        earliest=window.earliest if window else None,
        latest=window.latest if window else None,
        given_date=own.given_date,
        place=(own.place or "")[:300],
        source=(own.source or document.source)[:1000],
        media_type=document.media_type,
        sha256=sha256,
        text=reading.text,
        record={key: value for key, value in stored.items() if key not in LISTS},
        taken_in_by=by,
        taken_in_at=at,
    )
    Original.objects.create(statement=statement, data=original)
    return statement


def _findings(statement: Statement, reading: Reading, stored: dict[str, Any]) -> Iterator[Finding]:
    """Make the findings in the order of the text; of two at one place the longer one comes first."""
    every = [
        (_place(fact), LISTS[name], fact, proposal)
        for name in LISTS
        for fact, proposal in zip(getattr(reading, name), stored[name], strict=True)
    ]
    every.sort(key=lambda one: (one[0].start, -one[0].end))
    for ordinal, (passage, kind, fact, proposal) in enumerate(every, 1):
        yield Finding(
            statement=statement,
            ordinal=ordinal,
            fact=kind,
            kind=fact.kind.value if kind is Fact.ACT else "",
            start=passage.start,
            end=passage.end,
            quote=passage.quote,
            proposal=proposal,
            confidence=getattr(fact, "confidence", 1.0),
        )


def _place(fact: Any) -> Passage:
    """Give a fact's passage; of several mentions the first one."""
    passage: Passage = fact.passage if hasattr(fact, "passage") else fact.passages[0]
    return passage
