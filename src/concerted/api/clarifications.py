"""Questions to partners about what is theirs alone to change."""

from __future__ import annotations

from concerted.actions import clarifications as asking
from concerted.api.asking import Asking
from concerted.api.fields import Count, Number, Sent, Slug, Text, Word
from concerted.api.operation import Operations
from concerted.register import queries
from concerted.register.rows.clarifications import ClarificationChoice, ClarificationPage, ClarificationRow

operations = Operations()


class Question(Sent):
    """A question about a contribution (its number), or to a party (its code) about a line or in general."""

    text: Text
    contribution: Count | None = None
    party: Word | None = None
    line: Count | None = None


class Answer(Sent):
    """An answer."""

    text: Text


@operations.read("/coalitions/{slug:slug}/questions", sorts={"id": lambda one: one.id, "at": lambda one: one.at})
def clarifications(request: Asking, slug: Slug) -> tuple[ClarificationRow, ...]:
    """List the questions that one may see, the open ones first."""
    return queries.clarifications(request.asker, slug)


@operations.read("/coalitions/{slug:slug}/questions/{int:number}")
def clarification(request: Asking, slug: Slug, number: Number) -> ClarificationPage:
    """Give a question and its answer."""
    return queries.clarification(request.asker, slug, number)


@operations.read("/coalitions/{slug:slug}/questions/choice")
def clarification_choice(
    request: Asking, slug: Slug, contribution: Number | None = None, party: Word | None = None
) -> ClarificationChoice:
    """Tell whom one can ask about a contribution or, by its code, a party: about which lines."""
    return queries.clarification_choice(request.asker, slug, contribution=contribution, party=party)


@operations.make("/coalitions/{slug:slug}/questions")
def ask(request: Asking, slug: Slug, body: Question) -> int:
    """Ask a partner about one of its contributions, or about a line, or in general."""
    choice = queries.clarification_choice(request.asker, slug, contribution=body.contribution, party=body.party)
    return asking.ask(
        coalition=slug,
        contribution=choice.contribution,
        party=choice.party.code,
        line=body.line,
        text=body.text,
        by=request.asker,
        at=request.at,
    )


@operations.change("/coalitions/{slug:slug}/questions/{int:number}/answer")
def answer(request: Asking, slug: Slug, number: Number, body: Answer) -> ClarificationPage:
    """Answer a question to one's own party."""
    queries.clarification(request.asker, slug, number)
    asking.answer(clarification=number, text=body.text, by=request.asker, at=request.at)
    return queries.clarification(request.asker, slug, number)


@operations.change("/coalitions/{slug:slug}/questions/{int:number}", method="DELETE")
def withdraw_clarification(request: Asking, slug: Slug, number: Number) -> None:
    """Take one's own open question back."""
    queries.clarification(request.asker, slug, number)
    asking.withdraw(clarification=number, by=request.asker, at=request.at)
