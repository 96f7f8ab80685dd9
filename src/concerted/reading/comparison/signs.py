"""What in the words of a pair says that the later act promises more than, less than or as much as the earlier one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from concerted.reading.comparison.likeness import Rarity
from concerted.reading.comparison.parts import parts_gone
from concerted.reading.comparison.rows import Fate, Reason, Sign
from concerted.reading.comparison.strength import caveats, force, operative, stepped_up
from concerted.reading.facts import ISSUERS, Act, Deadline, Reading
from concerted.terms.passage import Passage

Amount = tuple[Decimal, Passage]

# A date, an amount and the verb weigh more than words around them.
_HEAVY = {
    *(Reason.FIRMER_VERB, Reason.SOFTER_VERB),
    *(Reason.DATE_SET, Reason.DATE_GONE, Reason.DATE_EARLIER, Reason.DATE_LATER),
    *(Reason.AMOUNT_SET, Reason.AMOUNT_GONE, Reason.AMOUNT_HIGHER, Reason.AMOUNT_LOWER),
}


def signs(
    earlier: Reading, was: Act, later: Reading, now: Act, also: tuple[Act, ...], rare: Rarity
) -> tuple[Sign, ...]:
    """List the evidence that a pair holds; ``also`` are later acts that take up parts of the earlier one besides."""
    return (
        *_force(was, now),
        *_dates(earlier, was, later, now),
        *_amounts(earlier, was, later, now),
        *_steps(was, now),
        *_caveats(was, now),
        *_actors(was, now),
        *(Sign(Fate.NARROWED, Reason.PART_GONE, part) for part in parts_gone(earlier, was, (now, *also), rare)),
        *_lines(was, (now, *also)),
        *([Sign(Fate.RENEWED, Reason.SAID_AGAIN, later=operative(now))] if now.renews else ()),
    )


def headline(found: tuple[Sign, ...]) -> Fate:
    """Weigh the evidence: more, less, of fewer things, or, where nothing or as much speaks for either, the same."""

    def weight(fate: Fate) -> int:
        return sum(2 if sign.reason in _HEAVY else 1 for sign in found if sign.fate is fate)

    more, less = weight(Fate.STRENGTHENED), weight(Fate.WEAKENED)
    if more != less:
        return Fate.STRENGTHENED if more > less else Fate.WEAKENED
    return Fate.NARROWED if weight(Fate.NARROWED) else Fate.RENEWED


def _force(was: Act, now: Act) -> Iterator[Sign]:
    (before, verb), (after, other) = force(was), force(now)
    if after > before:
        yield Sign(Fate.STRENGTHENED, Reason.FIRMER_VERB, verb, other)
    elif after < before:
        yield Sign(Fate.WEAKENED, Reason.SOFTER_VERB, verb, other)


def _dates(earlier: Reading, was: Act, later: Reading, now: Act) -> Iterator[Sign]:
    """Compare the first deadlines; where either text has only vague words for a time, nothing is said."""
    before, after = _deadline(earlier, was), _deadline(later, now)
    if before is None and after is not None and was.due is None:
        yield Sign(Fate.STRENGTHENED, Reason.DATE_SET, None, after.passage)
    elif before is not None and after is None and now.due is None:
        yield Sign(Fate.WEAKENED, Reason.DATE_GONE, before.passage, None)
    elif before is not None and after is not None and before.passage.quote.casefold() != after.passage.quote.casefold():
        length = _span(before), _span(after)
        # A length is compared with a length and a day of the calendar with another one.
        first, second = length if None not in length else (_day(before), _day(after))
        if first is not None and second is not None and first != second:
            sooner = second < first  # type: ignore[operator]  # both are days, or both numbers
            fate, reason = (Fate.STRENGTHENED, Reason.DATE_EARLIER) if sooner else (Fate.WEAKENED, Reason.DATE_LATER)
            yield Sign(fate, reason, before.passage, after.passage)


def _deadline(reading: Reading, act: Act) -> Deadline | None:
    found = [reading.deadlines[number] for number in act.deadlines]
    if not found and act.due is not None:
        due = act.due
        found = [one for one in reading.deadlines if due.start <= one.passage.start and one.passage.end <= due.end]
    return next(iter(found), None)


def _span(deadline: Deadline) -> int | None:
    return deadline.days or (deadline.months * 30 if deadline.months else None)


def _day(deadline: Deadline) -> date | None:
    return deadline.date or deadline.date_if_given


def _amounts(earlier: Reading, was: Act, later: Reading, now: Act) -> Iterator[Sign]:
    """Compare the largest sum in each currency, and the largest count of each thing that both count."""
    before, after = _sums(earlier, was), _sums(later, now)
    if after and not before:
        yield Sign(Fate.STRENGTHENED, Reason.AMOUNT_SET, None, next(iter(after.values()))[1])
    if before and not after:
        yield Sign(Fate.WEAKENED, Reason.AMOUNT_GONE, next(iter(before.values()))[1], None)
    pairs = [(before[unit], after[unit]) for unit in before if unit in after]
    counted, counts = _counts(earlier, was), _counts(later, now)
    for (value, words), (other, others) in pairs + [
        (counted[unit], counts[unit]) for unit in counted if unit in counts
    ]:
        if other > value:
            yield Sign(Fate.STRENGTHENED, Reason.AMOUNT_HIGHER, words, others)
        elif other < value:
            yield Sign(Fate.WEAKENED, Reason.AMOUNT_LOWER, words, others)


def _sums(reading: Reading, act: Act) -> dict[str, Amount]:
    return _largest((one.currency or "", one.value, one.passage) for one in (reading.sums[at] for at in act.sums))


def _counts(reading: Reading, act: Act) -> dict[str, Amount]:
    counted = (reading.quantities[at] for at in act.quantities)
    return _largest((one.unit.casefold().removesuffix("s"), one.value, one.passage) for one in counted)


def _largest(amounts: Iterator[tuple[str, Decimal, Passage]]) -> dict[str, Amount]:
    found: dict[str, Amount] = {}
    for unit, value, words in amounts:
        if unit not in found or value > found[unit][0]:
            found[unit] = value, words
    return found


def _steps(was: Act, now: Act) -> Iterator[Sign]:
    before, after = stepped_up(was), stepped_up(now)
    if after is not None and before is None:
        yield Sign(Fate.STRENGTHENED, Reason.STEPPED_UP, None, after)
    if before is not None and after is None and now.renews:  # "will expand", and then "will continue"
        yield Sign(Fate.WEAKENED, Reason.NO_LONGER_STEPPED_UP, before, None)


def _caveats(was: Act, now: Act) -> Iterator[Sign]:
    before, after = caveats(was), caveats(now)
    if len(after) > len(before):
        yield Sign(Fate.WEAKENED, Reason.CAVEAT_ADDED, None, after[-1])
    if len(after) < len(before):
        yield Sign(Fate.STRENGTHENED, Reason.CAVEAT_LIFTED, before[-1], None)


def _actors(was: Act, now: Act) -> Iterator[Sign]:
    """Compare who acts; all issuers are more than some of them."""
    before, after = set(was.actors), set(now.actors)
    if (ISSUERS in after and before and ISSUERS not in before) or (before and before < after):
        yield Sign(Fate.STRENGTHENED, Reason.MORE_ACTORS)
    if (ISSUERS in before and after and ISSUERS not in after) or (after and after < before):
        yield Sign(Fate.NARROWED, Reason.FEWER_ACTORS)


def _lines(was: Act, now: tuple[Act, ...]) -> Iterator[Sign]:
    """See whether a line of effort is gone while another one stays; words name lines too loosely for more."""
    after = {line for act in now for line in act.lines}
    if after and set(was.lines) & after and set(was.lines) - after:
        yield Sign(Fate.NARROWED, Reason.LINE_GONE, was.passage)
