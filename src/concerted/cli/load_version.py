"""``concerted load --replaces``: a corrected text of a statement, shown before it is stored."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import click

from concerted.cli.site import acting, now
from concerted.cli.source import open_source
from concerted.terms.errors import Conflict

if TYPE_CHECKING:
    from concerted.actions.carrying import Carried, Plan

_WIDE = 100


def load_version(source: str, slug: str, replaced: int, given: date | None, *, yes: bool) -> None:
    """Show what a corrected text would change, ask, and give it to the statement."""
    from concerted.actions import new_version
    from concerted.actions.new_version import Replaced
    from concerted.reading.acceptance import require_statement
    from concerted.register import queries

    by = acting()
    known = queries.statement(by, slug, replaced)
    data, document = open_source(source)
    day = known.given_date or known.statement.issued_on
    reading = new_version.read_corrected(document, given=given, known=day, coalition=queries.coalition_terms(by, slug))
    require_statement(reading, where=document.source)
    planned = new_version.preview(statement=replaced, document=document, original=data, reading=reading, by=by)
    if isinstance(planned, Replaced):
        click.echo(f"No other text: {planned.title} has {planned.known_as}; nothing changed")
        return
    for line in shown(planned):
        click.echo(line)
    if not yes and not click.confirm("Replace the text?"):
        raise Conflict("nothing was stored", where=source, expected="your consent, or --yes")
    result = new_version.replace(
        statement=replaced, seen=known.version, document=document, original=data, reading=reading, by=by, at=now()
    )
    click.echo(f"Replaced: {result.title} (statement {result.statement}) is now version {result.version}")


def shown(planned: Plan) -> list[str]:
    """Write what stays, moves, waits for a person and is new, old and new words one under the other."""
    lines = [f"{planned.stays} findings stay on their words"]
    for title, every in (
        (f"{len(planned.moved)} go to other words or another place:", planned.moved),
        (f"{len(planned.orphaned)} wait for a person:", planned.orphaned),
    ):
        if every:
            lines.append(title)
            lines += [line for one in every for line in _pair(one)]
    if planned.superseded:
        lines.append(f"{planned.superseded} that nobody had accepted are read anew")
    if planned.proposed:
        lines.append(f"{len(planned.proposed)} are new, for review:")
        lines += [f"  + {fact.kind or fact.fact}: {_short(fact.passage.quote)}" for fact in planned.proposed]
    return lines


def _pair(one: Carried) -> list[str]:
    why = f" ({', '.join(one.anchor.turned)})" if one.anchor.turned else ""
    found = one.anchor.passage
    head = f"  {one.finding.kind or one.finding.fact}, {one.anchor.how.value}{why}, {one.anchor.confidence:.2f}"
    return [head, f"    - {_short(one.before.quote)}", f"    + {_short(found.quote) if found else 'no place'}"]


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _WIDE else line[: _WIDE - 1] + "…"
