"""What a search finds of each record: the one place that says so, for actions that keep it and for verifying.

`concerted init` makes the entries anew where they say something else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import singledispatch
from typing import Any, TypeAlias

from django.db.models import Exists, OuterRef, Q, QuerySet

from concerted.register.folding import fold
from concerted.register.models import (
    Action,
    Benchmark,
    Call,
    Citation,
    Commitment,
    Conclusion,
    Contribution,
    Delegate,
    Guideline,
    Instrument,
    Item,
    Measurement,
    Meeting,
    Minute,
    Paper,
    Party,
    Reach,
    Release,
    Report,
    Request,
    Requirement,
    Reservation,
    SearchEntry,
    Statement,
    Window,
)
from concerted.terms import parties

Measured: TypeAlias = Benchmark | Measurement
Progress: TypeAlias = Measured | Guideline | Report | Window
Needs: TypeAlias = Request | Requirement
OfMeetings: TypeAlias = Action | Conclusion | Delegate | Item | Meeting | Minute | Paper | Reservation
Searched: TypeAlias = Call | Commitment | Contribution | Instrument | Needs | OfMeetings | Party | Progress | Statement
_PARAGRAPH = re.compile(r"\S(?:.*\S)?(?:\n[^\n]*\S[^\n]*)*")
# PostgreSQL indexes at most a megabyte of words in a row.
_LONGEST = 20_000
_LONGEST_TITLE = 500


def noun(model: type[Any]) -> str:
    """Give the noun under which records of a model are found."""
    return "partner" if model is Party else str(model._meta.model_name)


def key(record: Searched) -> str:
    """Give what leads from an entry to its record: a partner's code, else the record's number."""
    return record.code if isinstance(record, Party) else str(record.pk)


def entries(record: Searched) -> Iterator[SearchEntry]:
    """Write a record's entries anew, unsaved; only a statement has more than one, in the order of their places."""
    if isinstance(record, Statement):
        yield from _of_statement(record)
        return
    title, body = _words(record)
    if isinstance(record, Party):
        owner, release = None, Release.objects.get(coalition=record.coalition_id, kind=Reach.PUBLIC).pk
    else:
        owner, release = record.owner_id, record.release_id
    yield SearchEntry(
        coalition_id=record.coalition_id,
        owner_id=owner,
        release_id=release,
        noun=noun(type(record)),
        key=key(record),
        title=title[:_LONGEST_TITLE],
        body=body,
        words=fold(f"{title}\n{body}"),
    )


def found() -> Iterator[QuerySet[Any, Any]]:
    """Give the records that have entries, by model: those in force, texts that something names, partners' own rows."""
    in_force = Q(in_force=True)
    cited = Citation.objects.filter(in_force, instrument=OuterRef("pk"))
    yield Party.objects.all()
    yield Instrument.objects.filter(~Q(said_by="") | Exists(cited))
    yield Meeting.objects.filter(in_force).prefetch_related("hosts")
    yield Commitment.objects.filter(in_force)
    # What follows from an act or a meeting is found as that.
    yield Contribution.objects.filter(in_force, finding=None).select_related("party")
    yield Request.objects.filter(in_force).select_related("party")
    yield Requirement.objects.filter(in_force).select_related("party")
    yield Call.objects.filter(in_force)
    yield Benchmark.objects.filter(in_force)
    yield Measurement.objects.filter(in_force)
    yield Window.objects.filter(in_force)
    yield Item.objects.filter(in_force)
    yield Delegate.objects.filter(in_force)
    yield Paper.objects.filter(in_force)
    yield Minute.objects.filter(in_force)
    yield Conclusion.objects.filter(in_force)
    yield Action.objects.filter(in_force).select_related("responsible")
    yield Reservation.objects.filter(in_force).select_related("party")
    yield Report.objects.filter(in_force)
    yield Guideline.objects.filter(in_force)
    yield Statement.objects.all()


@singledispatch
def _words(record: Any) -> tuple[str, str]:
    """Give a record's title and whatever else leads to it."""
    raise TypeError(f"{type(record).__name__}: nothing says how it is found")


@_words.register
def _(record: Party) -> tuple[str, str]:
    known = [one.text for one in parties.party(record.code).names] if parties.is_party(record.code) else [record.code]
    return record.name, " ".join([*known, *(one[form] for one in record.names for form in ("name", "short"))])


@_words.register
def _(record: Instrument) -> tuple[str, str]:
    return record.title, f"{record.key} {record.body}"


@_words.register
def _(record: Meeting) -> tuple[str, str]:
    return record.name, f"{record.place} {' '.join(host.name for host in record.hosts.all())}"


@_words.register(Commitment)
@_words.register(Call)
def _(record: Commitment | Call) -> tuple[str, str]:
    return record.text, record.verb


@_words.register
def _(record: Contribution) -> tuple[str, str]:
    return record.summary.replace("\n", " "), "\n".join((record.party.name, record.unit, record.caveat, record.source))


@_words.register
def _(record: Benchmark) -> tuple[str, str]:
    return record.title, "\n".join((record.indicator, record.unit, record.source))


@_words.register
def _(record: Measurement) -> tuple[str, str]:
    return record.source, ""


@_words.register
def _(record: Paper) -> tuple[str, str]:
    return record.title, record.note


@_words.register
def _(record: Delegate) -> tuple[str, str]:
    return record.person, "\n".join((record.organisation, record.note))


@_words.register
def _(record: Item) -> tuple[str, str]:
    return record.title, "\n".join((record.speaker, record.note))


@_words.register(Minute)
@_words.register(Conclusion)
def _(record: Minute | Conclusion) -> tuple[str, str]:
    return record.text[:_LONGEST_TITLE], record.text[_LONGEST_TITLE:]


@_words.register
def _(record: Action) -> tuple[str, str]:
    return record.text[:_LONGEST_TITLE], record.responsible.name if record.responsible else ""


@_words.register
def _(record: Reservation) -> tuple[str, str]:
    return record.text[:_LONGEST_TITLE], record.party.name


@_words.register
def _(record: Window) -> tuple[str, str]:
    return record.title, ""


@_words.register
def _(record: Report) -> tuple[str, str]:
    return record.text.replace("\n", " "), record.evidence


@_words.register
def _(record: Guideline) -> tuple[str, str]:
    return record.full.replace("\n", " "), f"{record.partial}\n{record.none}"


@_words.register
def _(record: Request) -> tuple[str, str]:
    return record.title, "\n".join((record.party.name, record.text, record.source))


@_words.register
def _(record: Requirement) -> tuple[str, str]:
    party = record.party.name if record.party else ""
    return record.summary.replace("\n", " "), "\n".join((party, record.unit, record.place, record.source))


def _of_statement(statement: Statement) -> Iterator[SearchEntry]:
    """Let a statement be found by its title, and by the words of each of its paragraphs."""
    own = {
        "coalition_id": statement.coalition_id,
        "owner_id": statement.owner_id,
        "release_id": statement.release_id,
        "noun": noun(Statement),
        "key": key(statement),
        "title": statement.title[:_LONGEST_TITLE],
        "statement_id": statement.pk,
    }
    yield SearchEntry(**own, body="", words=fold(f"{statement.title} {statement.place}"))
    for match in _PARAGRAPH.finditer(statement.text):
        for start in range(match.start(), match.end(), _LONGEST):
            body = statement.text[start : min(start + _LONGEST, match.end())]
            yield SearchEntry(**own, body=body, words=fold(body), start=start)
