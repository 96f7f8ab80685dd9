"""How a finding came into a corrected text, as people say it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from concerted.actions.carrying import Carried, Plan
from concerted.reading.comparison.changed_words import changed_words
from concerted.reading.comparison.rows import Run
from concerted.register.rows.versions import Candidate, Orphan
from concerted.web.reading_words import HOW
from concerted.web.words import listed, share

TURNED: dict[str, Promise] = {
    "figure": gettext_lazy("a figure"),
    "date": gettext_lazy("a date"),
    "party": gettext_lazy("a party"),
    "negation": gettext_lazy("a negation"),
    "force": gettext_lazy("how it binds"),
}


@dataclass(frozen=True, slots=True)
class Sides:
    """Old and new words beside each other, with what changed in them; ``now`` is empty where there is no place.

    ``kept_words`` is always true: the two are one passage, so that changes are marked.
    """

    was: tuple[Run, ...]
    now: tuple[Run, ...]
    kept_words: bool = True


@dataclass(frozen=True, slots=True)
class Shown:
    """A finding of a preview: what it is, how it came over, how sure that is, and its words."""

    fact: str
    kind: str
    how: str
    sure: str
    sides: Sides


@dataclass(frozen=True, slots=True)
class Offered:
    """A place that an orphan may have, with its words against the old ones."""

    candidate: Candidate
    sides: Sides


def said(how: str, turned: Sequence[str] = ()) -> str:
    """Say how a finding came over, and which sorts of words changed: "the words changed: a figure"."""
    words = str(HOW.get(how, how))
    if not turned:
        return words
    return _("%(how)s: %(what)s") % {"how": words, "what": listed(str(TURNED.get(one, one)) for one in turned)}


def moved(plan: Plan) -> list[Shown]:
    """Show what goes to other words, the least sure first."""
    return [_shown(one) for one in sorted(plan.moved, key=lambda one: one.anchor.confidence)]


def orphaned(plan: Plan) -> list[Shown]:
    """Show what waits for a person, in the order of the text."""
    return [_shown(one) for one in plan.orphaned]


def offered(orphan: Orphan) -> list[Offered]:
    """Put each place that an orphan may have beside its old words."""
    return [Offered(one, _sides(orphan.finding.quote, one.quote)) for one in orphan.candidates]


def _shown(one: Carried) -> Shown:
    found = one.anchor.passage
    sure = share(one.anchor.confidence) if found else ""
    sides = _sides(one.before.quote, found.quote) if found else Sides((Run(one.before.quote, changed=False),), ())
    return Shown(one.finding.fact, one.finding.kind, said(one.anchor.how, one.anchor.turned), sure, sides)


def _sides(was: str, now: str) -> Sides:
    return Sides(*changed_words(was, now))
