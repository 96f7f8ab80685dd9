"""What the page of a drafted statement asks: which records a point rests on, and where they are."""

from __future__ import annotations

from django import template

from concerted.exports import draft_statement
from concerted.register.rows.draft_statement import DraftPoint

register = template.Library()

register.filter(draft_statement.grounds)


@register.simple_tag
def draft_href(slug: str, record: tuple[str, int], point: DraftPoint) -> str:
    """Give the address of a record that a point rests on."""
    noun, number = record
    return draft_statement.address(slug, noun, number, point.finding)
