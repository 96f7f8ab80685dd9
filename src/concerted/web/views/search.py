"""Search over texts and records."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from concerted.register import queries
from concerted.register.rows.search import Hit
from concerted.web.chips import chips
from concerted.web.frame import hidden, person, show, words
from concerted.web.kept_words import WORDS
from concerted.web.words import word

_PAGES = {
    "commitment": "commitment",
    "instrument": "instrument",
    "meeting": "meeting",
    "partner": "partner",
    "line": "line",
    "statement": "statement",
    "window": "window",
    "guideline": "guideline",
    **{noun: noun for noun in WORDS},
}


@dataclass(frozen=True, slots=True)
class Found:
    """A hit and the address that shows it."""

    hit: Hit
    href: str


@require_safe
@hidden
def search(request: HttpRequest, slug: str) -> HttpResponse:
    """Find words in texts and records; ``q`` holds the words, ``noun`` keeps one sort of thing."""
    asked = (words(request.GET, "q") or "")[:200]
    results = queries.search(person(request), slug, asked, noun=words(request.GET, "noun"))
    sorts = [(noun, word(noun), count) for noun, count in results.counts.items() if count]
    return show(
        request,
        "search",
        slug,
        q=asked,
        results=results,
        hits=[Found(hit, _href(hit, slug)) for hit in results.hits],
        chips=chips(request.GET, "noun", sorts) if len(sorts) > 1 else [],
    )


def _href(hit: Hit, slug: str) -> str:
    if hit.statement is not None and hit.start is not None:
        return reverse("web:statement", args=[slug, hit.statement.id]) + f"?at={hit.start}#here"
    if hit.noun in _PAGES:
        return reverse(f"web:{_PAGES[hit.noun]}", args=[slug, hit.key])
    if hit.statement is not None:
        return reverse("web:statement", args=[slug, hit.statement.id])
    return ""
