"""Duplicates: records that are one."""

from __future__ import annotations

from concerted.actions import mergers
from concerted.api.asking import Asking
from concerted.api.fields import Count, Number, Seen, Sent, Slug
from concerted.api.meetings import edition
from concerted.api.operation import Operations
from concerted.register import queries
from concerted.register.rows.mergers import MergerPage
from concerted.terms.errors import NotFound

operations = Operations()
_PATH = "/coalitions/{slug:slug}/mergers/{slug:noun}/{int:number}"


class Into(Sent):
    """The number of the record that a duplicate is the same as."""

    into: Count


@operations.read(_PATH, edition=lambda page: page.record.edition)
def merger(request: Asking, slug: Slug, noun: Slug, number: Number) -> MergerPage:
    """Show what a record may be the same as, the likest first, and the duplicates that it stands for."""
    return queries.merger(request.asker, slug, noun, number)


@operations.change(_PATH)
def merge(request: Asking, slug: Slug, noun: Slug, number: Number, body: Into, seen: Seen) -> None:
    """Merge a duplicate into the record that it is the same as; its address leads there."""
    queries.merger(request.asker, slug, noun, number)
    mergers.merge(noun=noun, duplicate=number, into=body.into, seen=edition(seen), by=request.asker, at=request.at)


@operations.change(f"{_PATH}/duplicates/{{int:duplicate}}", method="DELETE")
def split(request: Asking, slug: Slug, noun: Slug, number: Number, duplicate: Number) -> None:
    """Take a merger back: the duplicate is a record of its own again."""
    page = queries.merger(request.asker, slug, noun, number)
    if duplicate not in {one.id for one in page.duplicates}:
        raise NotFound("no such duplicate", where=f"{noun} {duplicate}", expected="one that it stands for")
    mergers.split(noun=noun, duplicate=duplicate, by=request.asker, at=request.at)
