"""Take a statement in: its bytes, its text and everything that was read in it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from concerted.actions import ledger, searching
from concerted.actions.likeness import refuse_a_correction, same_words
from concerted.actions.records import naming
from concerted.formats.record import record
from concerted.reading.facts import Reading
from concerted.reading.resemblance import sketch, words_sha256
from concerted.register.access import Permission
from concerted.register.models import Coalition, Fact, Finding, Original, Reach, Statement, User, Version
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
    """What became of a statement: its number, how many findings it has, and whether it is new.

    ``known_as`` says why it is not: the same bytes, or the same words in another format.
    """

    statement: int
    title: str
    findings: int
    new: bool
    known_as: str = ""


@ledger.action("statement.take_in")
def take_in(
    *,
    document: Document,
    original: bytes,
    reading: Reading,
    coalition: str,
    by: User,
    at: datetime,
    as_new: bool = False,
) -> TakenIn:
    """Store a statement with its original bytes, its text and every finding with its passage.

    The same bytes or words a second time change nothing; the result then says so (``new`` is
    False). A text that looks like a corrected one of a statement that is there is refused
    (LooksCorrected) unless it is taken in ``as_new``. Raises NotFound for a coalition that is
    not in the register, NotAllowed for a person who may not, UnreadableDocument if bytes, text
    and reading do not belong together.
    """
    home = Coalition.objects.filter(slug=coalition).first()
    if home is None:
        raise NotFound(f"no coalition {coalition!r} in the register", where="coalition", expected="one that is set up")
    ledger.require(by, home, Permission.STATEMENT_TAKE_IN)
    sha256 = belonging(document, original, reading)
    known = Version.objects.filter(statement__coalition=home, sha256=sha256).select_related("statement").first()
    if known is not None:
        return _already(known.statement, "the same bytes")
    known = same_words(home, reading.text)
    if known is not None:
        return _already(known.statement, "the same words")
    if not as_new:
        refuse_a_correction(home, document, reading)
    stored = record(reading)
    statement = Statement.objects.create(
        coalition=home,
        release=naming.release(home, Reach.COALITION),
        taken_in_by=by,
        taken_in_at=at,
        **described(document, reading, stored, sha256),
    )
    keep_version(statement, original, by, at)
    found = [read_finding(statement, place, each) for place, each in enumerate(read_facts(reading, stored), 1)]
    findings = Finding.objects.bulk_create(found)
    searching.index_text(statement)
    return TakenIn(statement.pk, statement.title, len(findings), new=True)


def _already(known: Statement, why: str) -> TakenIn:
    return TakenIn(known.pk, known.title, known.findings.count(), new=False, known_as=why)


def belonging(document: Document, original: bytes, reading: Reading) -> str:
    """Give the sha256 of the bytes; raises UnreadableDocument if document or reading are of others."""
    sha256 = hashlib.sha256(original).hexdigest()
    if reading.text != document.text or document.sha256 not in ("", sha256):
        raise UnreadableDocument("the reading is of another document", where=document.source, expected=sha256)
    return sha256


def described(document: Document, reading: Reading, stored: dict[str, Any], sha256: str) -> dict[str, Any]:
    """Give what a statement's row says of its text."""
    own = reading.statement
    issued_on = own.issued_on or own.given_date
    window = own.window if issued_on is None else None
    return {
        "title": (own.title or document.title or document.source)[:500],
        "kind": own.kind,
        "language": own.language,
        "issued_on": issued_on,
        "earliest": window.earliest if window else None,
        "latest": window.latest if window else None,
        "given_date": own.given_date,
        "place": (own.place or "")[:300],
        "source": (own.source or document.source)[:1000],
        "media_type": document.media_type,
        "sha256": sha256,
        "text": reading.text,
        "record": {key: value for key, value in stored.items() if key not in LISTS},
    }


def keep_version(statement: Statement, original: bytes, by: User, at: datetime) -> None:
    """Keep a statement's present text as the version that it is, with its bytes."""
    Version.objects.create(
        statement=statement,
        number=statement.version,
        text=statement.text,
        sha256=statement.sha256,
        words_sha256=words_sha256(statement.text),
        sketch=list(sketch(statement.text)),
        media_type=statement.media_type,
        source=statement.source,
        by=by,
        at=at,
    )
    Original.objects.create(statement=statement, version=statement.version, data=original)


@dataclass(frozen=True, slots=True)
class ReadFact:
    """A fact of a reading: its sort, its place, its form in the record, and its number among those of its sort."""

    fact: Fact
    kind: str
    passage: Passage
    proposal: dict[str, Any]
    confidence: float
    index: int


def read_facts(reading: Reading, stored: dict[str, Any]) -> list[ReadFact]:
    """List the facts in the order of the text; of two at one place the longer one comes first."""
    every = [
        ReadFact(
            fact=LISTS[name],
            kind=fact.kind.value if LISTS[name] is Fact.ACT else "",
            passage=fact.passage if hasattr(fact, "passage") else fact.passages[0],
            proposal=proposal,
            confidence=getattr(fact, "confidence", 1.0),
            index=index,
        )
        for name in LISTS
        for index, (fact, proposal) in enumerate(zip(getattr(reading, name), stored[name], strict=True))
    ]
    return sorted(every, key=lambda one: (one.passage.start, -one.passage.end))


def read_finding(statement: Statement, ordinal: int, read: ReadFact) -> Finding:
    """Make the finding of a fact that was read in the statement's present text."""
    return Finding(
        statement=statement,
        version=statement.version,
        ordinal=ordinal,
        fact=read.fact,
        kind=read.kind,
        start=read.passage.start,
        end=read.passage.end,
        quote=read.passage.quote,
        proposal=read.proposal,
        confidence=read.confidence,
    )
