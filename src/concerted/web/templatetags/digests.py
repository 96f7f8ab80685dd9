"""Filters of the weekly digest: where each of its items leads, and what its reader is."""

from __future__ import annotations

from collections.abc import Iterable

from django import template
from django.urls import NoReverseMatch, reverse

from concerted.register.nouns import NOUNS
from concerted.register.rows.digest import DigestItem
from concerted.web import history_words, words

register = template.Library()

_OWN = {
    "commitment": "commitment",
    "clarification": "clarification",
    "window": "window",
    "meeting": "meeting",
    "action": "action",
    "verify": "action",
}
_LISTS = {
    "parties": "windows",
    "finding": "review",
    "orphan": "orphans",
    "report": "assessments",
    "series": "clock",
    "breach": "clock",
    "call": "commitments",
    "guideline": "commitments",
    "assessment": "assessments",
    "publication": "totals",
    "statement": "statements",
    "commitment": "commitments",
    "meeting": "meetings",
    "instrument": "instruments",
    "partner": "partners",
    "line": "lines",
    "window": "windows",
}


@register.filter
def digest_page(item: DigestItem, slug: str) -> str:
    """Give the address of the page that an item speaks of: its own, or the list that it stands in."""
    if item.number is not None:
        return reverse(f"web:{_OWN.get(item.noun, 'window')}", args=[slug, item.number])
    kept = NOUNS[item.noun].plural if item.noun in NOUNS else "board"
    try:
        return reverse(f"web:{_LISTS.get(item.noun, kept)}", args=[slug])
    except NoReverseMatch:
        # Items of agendas stand under their meetings.
        return reverse("web:board", args=[slug])


@register.filter
def noun_name(noun: str) -> str:
    """Name a kind of record in the reader's language."""
    said = words.word(noun)
    return history_words.field(noun) if said == noun else said


@register.filter
def role_names(roles: Iterable[str]) -> str:
    """List roles in the reader's language."""
    return words.listed(words.word(role) for role in roles)
