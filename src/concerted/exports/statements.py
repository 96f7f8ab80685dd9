"""The files that a statement can be taken along as: their names, media types, and how each is made."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.utils.text import slugify

from concerted.formats.decisions import Decision, Reviewed
from concerted.register.rows.exports import Export

_LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class Form:
    """A form of an export: what its address ends with, its file's ending, its media type, and who writes it."""

    name: str
    suffix: str
    media_type: str
    write: Callable[[Reviewed, date], bytes]


def _json(reviewed: Reviewed, today: date) -> bytes:
    from concerted.formats import record

    return record.dumps(reviewed).encode()


def _akoma_ntoso(reviewed: Reviewed, today: date) -> bytes:
    from concerted.formats.akoma_ntoso import statement

    return statement.dumps(reviewed, today)


def _annotations(reviewed: Reviewed, today: date) -> bytes:
    from concerted.formats import web_annotation

    return web_annotation.dumps(reviewed).encode()


def _tables(reviewed: Reviewed, today: date) -> bytes:
    from concerted.formats import tables

    return tables.zipped(reviewed, mark=True)


FORMS = {
    form.name: form
    for form in (
        Form("record", ".json", "application/json", _json),
        Form("akoma-ntoso", ".akn", "application/akn+xml", _akoma_ntoso),
        Form("annotations", ".jsonld", 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"', _annotations),
        Form("tables", ".zip", "application/zip", _tables),
    )
}


def reviewed(export: Export) -> Reviewed:
    """Read what leaves the register as a reading with its decisions, each passage checked against the text."""
    from concerted.formats.record import reading_of

    decisions = [
        Decision(one.list, one.place, one.state, one.decision.by, one.decision.at, one.decision.comment)
        for one in export.decisions
    ]
    return Reviewed(reading_of(dict(export.record), export.text), tuple(decisions))


def file_name(export: Export, form: Form) -> str:
    """Name the file of an export after its statement."""
    title = slugify(export.title)[:_LONGEST_NAME].strip("-")
    return f"{title or 'statement'}-{export.id}{form.suffix}"
