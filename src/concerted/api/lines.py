"""Lines of effort, who leads them and sits in their working groups, and from when to when."""

from __future__ import annotations

from typing import Any

from concerted.actions import validity, working_groups
from concerted.api.asking import Asking
from concerted.api.fields import Day, Number, Place, Seen, Sent, Slug, plain
from concerted.api.meetings import edition
from concerted.api.operation import Operations
from concerted.register import queries
from concerted.register.rows.parties import DatedPage
from concerted.register.rows.records import LinePage, LineRow

operations = Operations()
_LINE = "/coalitions/{slug:slug}/lines/{int:number}"
_DATED = "/coalitions/{slug:slug}/validity/{slug:noun}/{int:number}"


class Tenure(Sent):
    """From which day (null: not known) to which (null: open), and what says so."""

    said_by: plain(500)  # type: ignore[valid-type]  # a sort of text
    since: Day | None = None
    until: Day | None = None


class Days(Tenure):
    """The same, with what says that it ended."""

    end_said_by: plain(500) = ""  # type: ignore[valid-type]  # a sort of text


@operations.read("/coalitions/{slug:slug}/lines", past=True, sorts={"number": lambda one: one.line.number})
def lines(request: Asking, slug: Slug) -> tuple[LineRow, ...]:
    """List the lines of effort with what is promised, asked for and given."""
    return queries.lines(request.asker, slug, today=request.day)


@operations.read("/coalitions/{slug:slug}/lines/{int:number}", past=True)
def line(request: Asking, slug: Slug, number: Place) -> LinePage:
    """Give a line of effort: who leads it, what is promised, asked for and given, when it meets."""
    return queries.line(request.asker, slug, number, today=request.day)


@operations.change(f"{_LINE}/leads/{{slug:code}}")
def give_lead(request: Asking, slug: Slug, number: Place, code: Slug, body: Tenure) -> None:
    """Record that a partner leads the line."""
    working_groups.lead(coalition=slug, line=number, party=code, by=request.asker, at=request.at, **_tenure(body))


@operations.change(f"{_LINE}/seats/{{slug:code}}")
def seat(request: Asking, slug: Slug, number: Place, code: Slug, body: Tenure) -> None:
    """Give a partner a seat in the line's working group."""
    working_groups.seat(coalition=slug, line=number, party=code, by=request.asker, at=request.at, **_tenure(body))


@operations.read(_DATED, edition=lambda page: page.row.edition)
def dated(request: Asking, slug: Slug, noun: Slug, number: Number) -> DatedPage:
    """Give a standing, name, lead, seat or cadence (a rule on how often a series meets) with its days and sources."""
    return queries.dated(request.asker, slug, noun, number)


@operations.change(_DATED)
def change_dated(request: Asking, slug: Slug, noun: Slug, number: Number, body: Days, seen: Seen) -> None:
    """End a standing, name, lead, seat or cadence, or put its days and sources right."""
    queries.dated(request.asker, slug, noun, number)
    validity.change(
        noun=noun,
        number=number,
        end_said_by=body.end_said_by,
        seen=edition(seen),
        by=request.asker,
        at=request.at,
        **_tenure(body),
    )


@operations.change(_DATED, method="DELETE")
def strike_dated(request: Asking, slug: Slug, noun: Slug, number: Number, seen: Seen) -> None:
    """Take back a standing, name, lead, seat or cadence that was entered by mistake."""
    queries.dated(request.asker, slug, noun, number)
    validity.strike(noun=noun, number=number, seen=edition(seen), by=request.asker, at=request.at)


def _tenure(body: Tenure) -> dict[str, Any]:
    return {"since": body.since, "until": body.until, "said_by": body.said_by}
