"""What assessments come to: scores of partners by lines of effort, each over the marks that the person sees."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from concerted.assessing import scores as counting
from concerted.assessing.scores import Mark, Score
from concerted.register.models import Assessment, Commitment, LineOfEffort, Party
from concerted.register.models.scope import Person
from concerted.register.queries import references
from concerted.register.queries.scope import Scope, enter
from concerted.register.rows.progress import PartyScores, ScoreRow, ScoresPage


def scores(user: Person, slug: str, *, party: str | None = None, line: int | None = None) -> ScoresPage:
    """Give the scores of a coalition's partners by lines of effort: of all, of one ``party``, or on one ``line``."""
    scope = enter(user, slug)
    marks = [one for one in _marks(scope) if party in (None, one.party) and (line is None or line in one.lines)]
    found = counting.scores(marks)
    every = LineOfEffort.objects.visible_to(user).filter(coalition=scope.coalition).order_by("number")
    lines = [references.line(one) for one in every if line in (None, one.number)]
    shown = (*lines, *([None] if None in found.lines else []))
    numbers = [one.number if one else None for one in shown]
    parties = Party.objects.visible_to(user).filter(coalition=scope.coalition, code__in=found.parties).order_by("name")
    return ScoresPage(
        coalition=scope.ref,
        lines=shown,
        rows=tuple(
            PartyScores(
                party=references.party(one),
                cells=tuple(score_row(found.cells.get((one.code, number))) for number in numbers),
                total=_row(found.parties[one.code]),
            )
            for one in parties
        ),
        totals=tuple(score_row(found.lines.get(number)) for number in numbers),
        all=score_row(found.all),
    )


def score_row(one: Score | None) -> ScoreRow | None:
    """Write a score as a row; None for none."""
    return _row(one) if one else None


def _row(one: Score) -> ScoreRow:
    return ScoreRow(one.mean, one.percent, one.count)


def _marks(scope: Scope) -> Iterator[Mark]:
    """Give the marks in force, without a row for each: the newest of a party and promise, merged promises as one."""
    seen = Assessment.objects.visible_to(scope.user).filter(coalition=scope.coalition)
    given = list(seen.order_by("-pk").values_list("party__code", "commitment", "mark"))
    marked = Commitment.objects.reaching(scope.user).filter(pk__in=seen.values("commitment"))
    into = {number: other or number for number, other in marked.values_list("pk", "merged_into")}
    standing = Commitment.objects.visible_to(scope.user).filter(pk__in=set(into.values()))
    lines: dict[int, set[int]] = defaultdict(set)
    for number, line in standing.values_list("pk", "lines__number"):
        lines[number] |= {line} - {None}
    counted: set[tuple[str, int]] = set()
    for party, number, mark in given:
        promise = into.get(number)
        if promise is not None and promise in lines and (party, promise) not in counted:
            counted.add((party, promise))
            yield Mark(party, frozenset(lines[promise]), mark)
