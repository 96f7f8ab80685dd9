"""Agendas and seating of meetings: shown, drafted, put in order; an item's own words are its noun's operations."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, Strict

from concerted.actions import agenda as drafting
from concerted.actions import items
from concerted.api.asking import Asking
from concerted.api.fields import Number, Seen, Sent, Slug, Word
from concerted.api.meetings import edition
from concerted.api.operation import Operations
from concerted.register import queries
from concerted.register.queries.kept import kept_record
from concerted.register.rows.agenda import Agenda
from concerted.register.rows.seating import Seating

operations = Operations()
_HOME = "/coalitions/{slug:slug}"
Minutes = Annotated[int, Strict(), Field(ge=5, le=24 * 60)]


class DraftSent(Sent):
    """How many minutes the meeting has; without them, as many as it sits."""

    minutes: Minutes | None = None


class MoveSent(Sent):
    """Which way an item goes within its line."""

    way: Literal["up", "down"]


class LeftOutSent(Sent):
    """Why an item is left out."""

    why: Word


@operations.read(f"{_HOME}/meetings/{{int:number}}/agenda", past=True)
def agenda(request: Asking, slug: Slug, number: Number) -> Agenda:
    """Give the agenda of a meeting by line, with times of day, and what was left out of it."""
    request.shown.append(("meeting", number))
    return queries.agenda(request.asker, slug, number)


@operations.read(f"{_HOME}/meetings/{{int:number}}/seating", past=True)
def seating(
    request: Asking,
    slug: Slug,
    number: Number,
    language: Literal["en", "fr"] = "en",
    form: Literal["short", "long"] = "short",
    first: Word = "",
) -> Seating:
    """Seat the delegations of a meeting by protocol; `first` is the code of the one drawn to sit first."""
    request.shown.append(("meeting", number))
    return queries.seating(request.asker, slug, number, today=request.day, language=language, form=form, first=first)


@operations.change(f"{_HOME}/meetings/{{int:number}}/agenda/draft", method="POST")
def draft_agenda(request: Asking, slug: Slug, number: Number, body: DraftSent) -> int:
    """Draft an agenda from the register; gives how many items are new or have more in them."""
    queries.agenda(request.asker, slug, number)
    return drafting.draw_up(meeting=number, minutes=body.minutes, by=request.asker, at=request.at)


@operations.change(f"{_HOME}/items/{{int:number}}/place")
def move_item(request: Asking, slug: Slug, number: Number, body: MoveSent, seen: Seen) -> None:
    """Let an item change places with the one before or after it on its line."""
    kept_record(request.asker, slug, "item", number)
    items.move(number=number, up=body.way == "up", seen=edition(seen), by=request.asker, at=request.at)


@operations.change(f"{_HOME}/items/{{int:number}}/left-out")
def leave_out_item(request: Asking, slug: Slug, number: Number, body: LeftOutSent, seen: Seen) -> None:
    """Leave an item out of the agenda, and keep why."""
    kept_record(request.asker, slug, "item", number)
    items.leave_out(number=number, why=body.why, seen=edition(seen), by=request.asker, at=request.at)
