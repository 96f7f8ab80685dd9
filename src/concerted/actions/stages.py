"""How far along a contribution is, where the verb of the statement that speaks of it says so."""

from __future__ import annotations

import re
from datetime import datetime
from functools import cache

from django.db.models import QuerySet

from concerted.actions import ledger
from concerted.register.models import Contribution, ContributionStage, Fact, Statement, User
from concerted.register.queries.references import in_force
from concerted.terms.shelf import load, vocabulary

# A statement itself takes these steps on its day; what it reports was done on another.
_TAKEN = (ContributionStage.OFFERED, ContributionStage.PLEDGED, ContributionStage.COMMITTED)
_FILES = {"en": "contribution-stages", "fr": "fr/contribution-stages"}


def told(verb: str, statement: Statement) -> dict[str, object]:
    """Give the fields of the stage that an act's verb tells of; none of them where it tells of none."""
    words = verb.strip().lower()
    stage = next((name for name, form in _forms(statement.language[:2]).items() if form.match(words)), "")
    return {"stage": stage, "stage_on": statement.issued_on if stage in _TAKEN else None}


def waiting() -> QuerySet[Contribution]:
    """Give the contributions of statements whose stage is not said."""
    return Contribution.objects.filter(finding__fact=Fact.ACT, in_force=True, stage="")


@ledger.action("contribution.say_stages")
def say_stages(*, by: User, at: datetime) -> int:
    """Say the stage of contributions that were accepted before stages were kept; gives how many.

    What a person has entered stays as it is: not said.
    """
    count = 0
    loaded = waiting().select_related("finding__statement").prefetch_related("finding__decisions").order_by("pk")
    for one in loaded:
        finding = one.finding
        last = in_force(finding) if finding else None
        if finding is None or last is None:
            continue
        found = told(str((last.corrected or finding.proposal).get("verb", "")), finding.statement)
        if found["stage"]:
            Contribution.objects.filter(pk=one.pk).update(**found)
            count += 1
    return count


@cache
def _forms(language: str) -> dict[str, re.Pattern[str]]:
    if language not in _FILES:
        return {}
    stems: dict[str, list[str]] = load(vocabulary(_FILES[language]))
    return {stage: re.compile(rf"(?:{'|'.join(words)})") for stage, words in stems.items()}
