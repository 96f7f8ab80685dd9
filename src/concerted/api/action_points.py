"""Action points are followed up: said to be done, verified; their own words are their noun's operations."""

from __future__ import annotations

from typing import Literal

from concerted.actions import follow_up
from concerted.api.asking import Asking
from concerted.api.fields import Number, Seen, Sent, Slug, Text
from concerted.api.meetings import edition
from concerted.api.operation import Operations
from concerted.register import queries
from concerted.register.rows.action_points import ActionFollowUp

operations = Operations()
_HOME = "/coalitions/{slug:slug}"
_ONE = f"{_HOME}/actions/{{int:number}}"


class DoneSent(Sent):
    """The evidence that an action point is done: words, an address, or both."""

    text: Text = ""
    link: Text = ""


class VerdictSent(Sent):
    """Whether what was done is adequate, and why."""

    verdict: Literal["adequate", "not adequate"]
    text: Text


@operations.read(f"{_HOME}/late-actions")
def late_actions(request: Asking, slug: Slug) -> tuple[int, ...]:
    """List the numbers of the action points that are overdue, the longest overdue first."""
    return queries.late_actions(request.asker, slug, today=request.day)


@operations.read(f"{_ONE}/follow-up", edition=lambda row: row.edition)
def action_follow_up(request: Asking, slug: Slug, number: Number) -> ActionFollowUp:
    """Give how an action point stands and what was said of it."""
    request.shown.append(("action", number))
    return queries.action_follow_up(request.asker, slug, number, today=request.day)


@operations.change(f"{_ONE}/done")
def say_action_done(request: Asking, slug: Slug, number: Number, body: DoneSent, seen: Seen) -> None:
    """Say that an action point is done, with the evidence; its owner's people do."""
    queries.action_follow_up(request.asker, slug, number, today=request.day)
    follow_up.say_done(
        number=number, text=body.text, link=body.link, seen=edition(seen), by=request.asker, at=request.at
    )


@operations.change(f"{_ONE}/verdict")
def verify_action(request: Asking, slug: Slug, number: Number, body: VerdictSent, seen: Seen) -> None:
    """Say whether what was done is adequate; the people of its verifier do, and nobody who said that it is done."""
    queries.action_follow_up(request.asker, slug, number, today=request.day)
    follow_up.verify(
        number=number,
        adequate=body.verdict == "adequate",
        text=body.text,
        seen=edition(seen),
        by=request.asker,
        at=request.at,
    )
