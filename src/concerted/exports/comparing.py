"""Two statements of the register as readings, compared."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from concerted.exports.statements import reviewed
from concerted.formats.decisions import standing
from concerted.reading.comparison import Comparison, Order, compare, in_order
from concerted.reading.facts import Reading, Window
from concerted.register.rows.comparisons import ComparedStatement, ComparisonPage
from concerted.register.rows.references import LineRef, PartyRef, StatementRef
from concerted.terms.coalition import Coalition, LineOfEffort


@dataclass(frozen=True, slots=True)
class Compared:
    """What became of the commitments of the earlier statement in the later one.

    ``parties`` names the participants by their codes, ``lines`` are the coalition's that an act
    compared is about.
    """

    earlier: StatementRef
    later: StatementRef
    languages: tuple[str, str]
    order: Order
    comparison: Comparison
    parties: Mapping[str, PartyRef]
    lines: tuple[LineRef, ...]


def compared(page: ComparisonPage) -> Compared:
    """Compare two statements as people have left them, whichever is the earlier."""
    first, second = _reading(page.first), _reading(page.second)
    earlier, later, order = in_order(first, second)
    before, after = (page.first, page.second) if earlier is first else (page.second, page.first)
    lines = tuple(LineOfEffort(line.number, line.title) for line in page.lines)
    found = compare(earlier, later, Coalition(page.coalition.slug, (), lines))
    about = {number for act in (*found.earlier_acts, *found.later_acts) for number in act.lines}
    return Compared(
        before.statement,
        after.statement,
        (earlier.statement.language, later.statement.language),
        order,
        found,
        {party.code: party for one in (before, after) for party in one.parties},
        tuple(line for line in page.lines if line.number in about),
    )


def _reading(one: ComparedStatement) -> Reading:
    """Read a statement as people have left it, on the day that is known of it by now."""
    reading, ref = standing(reviewed(one.export)), one.statement
    known = replace(reading.statement, issued_on=ref.issued_on, window=Window(ref.earliest, ref.latest))
    return replace(reading, statement=known)
