"""Comparisons: what became of what one statement promised in a later one?"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import get_language_bidi
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from concerted.exports.comparing import Compared, compared
from concerted.reading.comparison import Carried, Comparison, InstrumentRow, Pair, opening, wording
from concerted.reading.facts import Act
from concerted.register import queries
from concerted.register.rows.references import PartyRef
from concerted.web.chips import chips
from concerted.web.frame import hidden, person, show, sighted, whole, words
from concerted.web.protocol import in_order
from concerted.web.ribbons import draw
from concerted.web.words import share, word

# What has changed stands before what has not.
_ORDER = (Carried.ADDED, Carried.DROPPED, Carried.CARRIED)


@dataclass(frozen=True, slots=True)
class Shown:
    """A pair with its acts; the others of the later statement that belong to it stand with their words.

    ``openings`` are the words of the acts' sentences before them, their subjects above all.
    """

    pair: Pair
    number: int
    earlier: Act | None
    later: Act | None
    openings: tuple[str, str]
    confidence: str
    also: tuple[tuple[Act, str], ...]
    candidates: tuple[tuple[Act, str], ...]

    @property
    def lines(self) -> frozenset[int]:
        """Give the lines of effort that either act is about."""
        return frozenset(number for act in (self.earlier, self.later) if act for number in act.lines)


@require_safe
@hidden
def choose(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Lead to the comparison with the statement that was chosen, else with the one before."""
    choice = queries.comparison_choice(person(request), slug, number)
    other = whole(request.GET, "with") or (choice.before.id if choice.before else None)
    if other is not None and other != number:
        return redirect("web:comparison", slug, number, other)
    return show(request, "comparison_alone", slug, choice=choice)


@require_safe
@hidden
def comparison(request: HttpRequest, slug: str, number: int, other: int) -> HttpResponse:
    """Show two statements side by side: all pairs, or those of one fate or line of effort."""
    if number == other:
        return redirect("web:compare", slug, number)
    asked, both = request.GET, queries.comparison(person(request), slug, number, other)
    page = compared(both)
    sighted(request, ("statement", number), ("statement", other))
    found = page.comparison
    fate, line = words(asked, "fate"), whole(asked, "line")
    every = [_shown(found, pair, place) for place, pair in enumerate(found.pairs, 1)]
    fates = [(each.value, word(each), count) for each, count in found.counts.items() if count]
    about = Counter(number for one in every for number in one.lines)
    lines = [
        (str(each.number), _("line %(number)s") % {"number": each.number}, about[each.number]) for each in page.lines
    ]
    return show(
        request,
        "comparison",
        slug,
        page=page,
        number=number,
        others=both.others,
        other=other,
        pairs=[one for one in every if fate in (None, one.pair.fate) and (line is None or line in one.lines)],
        total=len(every),
        ribbons=draw(found.counts, leftward=get_language_bidi()),
        fate_chips=chips(asked, "fate", fates),
        line_chips=chips(asked, "line", lines) if lines else [],
        instruments=_instruments(page),
        participants=_participants(page),
    )


def _shown(found: Comparison, pair: Pair, number: int) -> Shown:
    later = found.later_acts
    was = None if pair.earlier is None else found.earlier_acts[pair.earlier]
    now = None if pair.later is None else later[pair.later]
    return Shown(
        pair,
        number,
        was,
        now,
        (opening(found.earlier, was) if was else "", opening(found.later, now) if now else ""),
        share(pair.confidence),
        tuple((later[each], wording(later[each])) for each in pair.also),
        tuple((later[each], wording(later[each])) for each in pair.candidates),
    )


def _instruments(page: Compared) -> list[tuple[Carried, list[InstrumentRow]]]:
    rows = page.comparison.instruments
    return [(each, group) for each in _ORDER if (group := [row for row in rows if row.carried is each])]


def _participants(page: Compared) -> list[tuple[Carried, list[PartyRef]]]:
    rows = page.comparison.participants
    groups = ((each, [page.parties[row.party] for row in rows if row.carried is each]) for each in _ORDER)
    return [(each, in_order(group, lambda party: party)) for each, group in groups if group]
