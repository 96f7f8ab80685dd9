"""Questions to partners: those that a person may see, one of them, and what they may ask."""

from __future__ import annotations

from django.db.models import Case, IntegerField, QuerySet, Value, When

from concerted.register.models import Clarification, LineOfEffort, Party
from concerted.register.models.scope import Person
from concerted.register.queries import records, references
from concerted.register.queries.scope import Scope, enter
from concerted.register.rows.clarifications import ClarificationChoice, ClarificationPage, ClarificationRow
from concerted.terms.errors import NotAllowed, NotFound


def clarifications(user: Person, slug: str) -> tuple[ClarificationRow, ...]:
    """List the questions of a coalition that a person may see, the open ones first, then the latest."""
    scope = enter(user, slug)
    return clarification_rows(scope, asked_of(scope))


def clarification(user: Person, slug: str, id: int) -> ClarificationPage:
    """Give a question; raises NotFound."""
    scope = enter(user, slug)
    one = clarification_rows(scope, asked_of(scope).filter(pk=id))
    if not one:
        raise NotFound("no such question", where=f"clarification {id}", expected="one that you may see")
    return ClarificationPage(scope.ref, one[0])


def clarification_choice(
    user: Person, slug: str, *, contribution: int | None = None, party: str | None = None
) -> ClarificationChoice:
    """Give what a question to a party can be about; raises NotFound, or NotAllowed for who may not ask."""
    scope = enter(user, slug)
    given = records.contributions(scope).filter(pk=contribution, owner__isnull=False).first() if contribution else None
    asked = (
        given.party if given else Party.objects.visible_to(user).filter(coalition=scope.coalition, code=party).first()
    )
    if asked is None or (contribution and given is None):
        raise NotFound("nobody to ask", where=slug, expected="a partner, or a contribution of its own")
    every = LineOfEffort.objects.visible_to(user).filter(coalition=scope.coalition).order_by("number")
    lines = [line for line in every if scope.part.may_ask(line)]
    if not (scope.part.may_ask(given.line) if given else lines or scope.part.may_ask(None)):
        raise NotAllowed("they may not ask", where=slug, expected="the secretariat, or the lead of the line")
    return ClarificationChoice(
        coalition=scope.ref,
        party=references.party(asked),
        contribution=given.pk if given else None,
        about=given.summary if given else "",
        lines=tuple(references.line(line) for line in lines),
        in_general=scope.part.may_ask(None),
    )


def asked_of(scope: Scope) -> QuerySet[Clarification]:
    """Give the questions that a person may see, the open ones first."""
    seen = Clarification.objects.visible_to(scope.user).filter(coalition=scope.coalition)
    loaded = seen.select_related("party", "contribution", "line", "by", "answered_by")
    answered = Case(When(answer="", then=Value(0)), default=Value(1), output_field=IntegerField())
    return loaded.order_by(answered, "-at", "-pk")


def waiting(scope: Scope) -> int:
    """Count the open questions to the party that a person speaks for."""
    if scope.part.party is None:
        return 0
    seen = Clarification.objects.visible_to(scope.user).filter(coalition=scope.coalition, answer="")
    return seen.filter(party__in=[scope.part.party]).count()


def clarification_rows(scope: Scope, asked: QuerySet[Clarification]) -> tuple[ClarificationRow, ...]:
    """Write questions as rows."""
    return tuple(
        ClarificationRow(
            id=one.pk,
            party=references.party(one.party),
            contribution=one.contribution_id if one.contribution and one.contribution.in_force else None,
            about=one.contribution.summary if one.contribution else "",
            line=references.line(one.line) if one.line else None,
            text=one.text,
            by=one.by.name,
            at=one.at,
            answer=one.answer,
            answered_by=one.answered_by.name if one.answered_by else None,
            answered_at=one.answered_at,
            may_answer=not one.answer and scope.part.may_answer(one),
            may_withdraw=not one.answer and one.by_id == scope.user.pk,
        )
        for one in asked
    )
