"""Releases: who sees a record, and who shall."""

from __future__ import annotations

from typing import Literal

from concerted.actions import releases
from concerted.api.asking import Asking
from concerted.api.fields import Count, Flag, Number, Seen, Sent, Slug, Word
from concerted.api.meetings import edition
from concerted.api.operation import Operations
from concerted.register import queries
from concerted.register.audience import Wanted
from concerted.register.rows.releases import Difference, ReleasePage

operations = Operations()
_PATH = "/coalitions/{slug:slug}/releases/{slug:noun}/{int:number}"


class Reach(Sent):
    """How far: ``parties`` are the codes of named partners, ``line`` is that of a working group."""

    reach: Literal["owner only", "named partners", "working group", "coalition", "public"]
    parties: tuple[Word, ...] = ()
    line: Count | None = None

    @property
    def wanted(self) -> Wanted:
        """Give the release that is asked for."""
        named = self.parties if self.reach == "named partners" else ()
        return Wanted(self.reach, frozenset(named), self.line if self.reach == "working group" else None)


class ReleaseSent(Reach):
    """A release; ``with_records`` widens what comes from a statement too, where it was released as that was."""

    with_records: Flag = False


@operations.read(_PATH, edition=lambda page: page.edition)
def release(request: Asking, slug: Slug, noun: Slug, number: Number) -> ReleasePage:
    """Show its owner's people how a record is released, and who of others has seen it."""
    return queries.release(request.asker, slug, noun, number)


@operations.change(f"{_PATH}/difference", method="POST")
def difference(request: Asking, slug: Slug, noun: Slug, number: Number, body: Reach) -> Difference:
    """Tell whom another release would reach, and whom no longer; changes nothing."""
    return queries.difference(request.asker, slug, noun, number, body.wanted)


@operations.change(_PATH)
def release_record(
    request: Asking, slug: Slug, noun: Slug, number: Number, body: ReleaseSent, seen: Seen
) -> ReleasePage:
    """Release a record to its owner alone, named partners, a working group, the coalition or the public."""
    queries.release(request.asker, slug, noun, number)
    wanted = body.wanted
    releases.release(
        noun=noun,
        record=number,
        reach=wanted.reach,
        parties=wanted.parties,
        line=wanted.line,
        with_records=body.with_records,
        seen=edition(seen),
        by=request.asker,
        at=request.at,
    )
    return queries.release(request.asker, slug, noun, number)
