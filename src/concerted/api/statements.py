"""Statements: taken in, listed, given whole, taken along as files, compared."""

from __future__ import annotations

from typing import Annotated, Literal

from django.http import HttpResponse
from pydantic import Field

from concerted.actions import dating, intake
from concerted.api.answers import JSON, file
from concerted.api.asking import Asking
from concerted.api.fields import Day, Number, Sent, Slug
from concerted.api.operation import Made, Operations
from concerted.api.problems import Refused
from concerted.api.reading import opened
from concerted.exports.comparing import compared
from concerted.exports.statements import FORMS, file_name, reviewed
from concerted.formats.comparison_record import dumps
from concerted.reading.acceptance import require_statement
from concerted.reading.read import read
from concerted.register import queries
from concerted.register.rows.comparisons import ComparisonChoice
from concerted.register.rows.findings import StatementPage, StatementRow
from concerted.terms.errors import Conflict

operations = Operations()
_PATH = "/coalitions/{slug:slug}/statements"
FileName = Annotated[str, Field(min_length=1, max_length=200, pattern=r"^[^/\\\x00]+$")]
BYTES = "application/octet-stream"


class DaySent(Sent):
    """The day on which a statement was made."""

    day: Day


@operations.read(
    _PATH, past=True, sorts={"id": lambda one: one.statement.id, "issued_on": lambda one: one.statement.issued_on}
)
def statements(request: Asking, slug: Slug) -> tuple[StatementRow, ...]:
    """List the statements that were taken in, with how much of each is reviewed."""
    return queries.statements(request.asker, slug)


@operations.make(_PATH, consumes="*/*")
def take_in(request: Asking, slug: Slug, name: FileName, given: Day | None = None, as_new: bool = False) -> Made:
    """Take a statement in from a file (its bytes are the body, `name` is the file's), and read it.

    `given` is the day on which it was made, where its text does not say. A file that is there already makes nothing:
    the answer is the statement that there is. What looks like a corrected text of one that is there is refused, unless
    it comes `as_new`.
    """
    document = opened(request.body, name, request.content_type)
    reading = read(document, given_date=given, coalition=queries.coalition_terms(request.asker, slug))
    require_statement(reading, where=name)
    done = intake.take_in(
        document=document,
        original=request.body,
        reading=reading,
        coalition=slug,
        as_new=as_new,
        by=request.asker,
        at=request.at,
    )
    return Made(done.statement, f"{request.path}/{done.statement}")


@operations.read(f"{_PATH}/{{int:number}}", past=True, record="statement", edition=lambda page: page.version)
def statement(request: Asking, slug: Slug, number: Number) -> StatementPage:
    """Give a statement: its text, its layout, and every finding with its passage and how it stands."""
    return queries.statement(request.asker, slug, number)


@operations.read(f"{_PATH}/{{int:number}}/original", record="statement", produces=(BYTES,))
def original(request: Asking, slug: Slug, number: Number) -> HttpResponse:
    """Hand out the file as it was taken in."""
    found = queries.original(request.asker, slug, number)
    return file(found.data, BYTES, found.name)


@operations.change(f"{_PATH}/{{int:number}}/day")
def give_day(request: Asking, slug: Slug, number: Number, body: DaySent) -> None:
    """Say on which day a statement was made whose text does not; what is due is worked out anew."""
    queries.statement(request.asker, slug, number)
    try:
        dating.set_date(
            statement=number,
            day=body.day,
            coalition=queries.coalition_terms(request.asker, slug),
            by=request.asker,
            at=request.at,
        )
    except Conflict as error:
        raise Conflict(error.what, where="statement", expected=error.expected) from error


@operations.read(
    f"{_PATH}/{{int:number}}/export/{{slug:form}}",
    record="statement",
    past=True,
    produces=tuple(dict.fromkeys(one.media_type.partition(";")[0] for one in FORMS.values())),
)
def export(
    request: Asking, slug: Slug, number: Number, form: Literal["record", "akoma-ntoso", "annotations", "tables"]
) -> HttpResponse:
    """Hand out a statement with its findings and decisions: JSON, Akoma Ntoso, W3C annotations or tables (ZIP)."""
    found, chosen = queries.export(request.asker, slug, number), FORMS[form]
    data = chosen.write(reviewed(found), request.day)
    return file(data, chosen.media_type, file_name(found, chosen))


@operations.read(f"{_PATH}/{{int:number}}/comparisons")
def comparison_choice(request: Asking, slug: Slug, number: Number) -> ComparisonChoice:
    """Tell which statements one can be compared with, and which one was made before it."""
    return queries.comparison_choice(request.asker, slug, number)


@operations.read(f"{_PATH}/{{int:number}}/comparisons/{{int:other}}", past=True, record="statement")
def comparison(request: Asking, slug: Slug, number: Number, other: Number) -> HttpResponse:
    """Compare two statements: what was carried on, strengthened, weakened, dropped or is new.

    The answer is as `concerted compare --format json` writes it.
    """
    if number == other:
        raise Refused("it is the same statement", status=422, where="other", expected="another one")
    request.shown.append(("statement", other))
    found = compared(queries.comparison(request.asker, slug, number, other))
    return HttpResponse(dumps(found.comparison, found.order), content_type=JSON)
