"""Which lines of effort, instruments and participants of one statement are in the other."""

from __future__ import annotations

from collections import Counter

from concerted.reading.comparison.rows import Carried, InstrumentRow, LineRow, ParticipantRow
from concerted.reading.facts import Participant, Reading, Role
from concerted.terms.coalition import Coalition
from concerted.terms.stems import telling

# Two titles name the same line if they share this much of the shorter one's words.
_SAME = 0.6


def _carried(earlier: object, later: object) -> Carried:
    return Carried.CARRIED if earlier and later else Carried.DROPPED if earlier else Carried.ADDED


def lines(earlier: Reading, later: Reading, coalition: Coalition | None) -> tuple[LineRow, ...]:
    """Compare the lines of effort: the coalition's own by their numbers, else those set out by their titles.

    A line is in a statement that sets it out or has an act about it. Those in neither are left out.
    """
    acts = Counter(n for act in earlier.acts for n in act.lines), Counter(n for act in later.acts for n in act.lines)
    first, second = ({line.number: line.title for line in reading.lines} for reading in (earlier, later))
    rows = []
    if coalition is not None and coalition.lines:
        for line in coalition.lines:
            number = line.number
            before, after = number in first or acts[0][number], number in second or acts[1][number]
            if before or after:
                one, two = (number if number in titles else None for titles in (first, second))
                rows.append(LineRow(_carried(before, after), line.title, one, two, acts[0][number], acts[1][number]))
        return tuple(rows)
    same = {one: two for one, two in ((one, _same(title, second)) for one, title in first.items()) if two is not None}
    for number, title in first.items():
        two = same.get(number)
        rows.append(LineRow(_carried(True, two), title, number, two, acts[0][number], acts[1][two] if two else 0))
    fresh = [number for number in second if number not in same.values()]
    rows += [LineRow(Carried.ADDED, second[number], None, number, 0, acts[1][number]) for number in fresh]
    return tuple(rows)


def _same(title: str, others: dict[int, str]) -> int | None:
    """Find the line of another statement with the same title in substance; None where there is none."""
    words = frozenset(telling(title))
    for number, other in others.items():
        its = frozenset(telling(other))
        if title.casefold() == other.casefold() or len(words & its) >= _SAME * max(1, min(len(words), len(its))):
            return number
    return None


def instruments(earlier: Reading, later: Reading) -> tuple[InstrumentRow, ...]:
    """Compare the instruments by their ids: those in both first, then those added, then those dropped."""
    first = {one.id: number for number, one in enumerate(earlier.instruments)}
    second = {one.id: number for number, one in enumerate(later.instruments)}
    rows = [
        InstrumentRow(_carried(key in first, key in second), key, title, first.get(key), second.get(key))
        for key, title in ({one.id: one.title for one in (*earlier.instruments, *later.instruments)}).items()
    ]
    return tuple(sorted(rows, key=lambda row: _ORDER.index(row.carried)))


_ORDER = (Carried.CARRIED, Carried.ADDED, Carried.DROPPED)


def participants(earlier: Reading, later: Reading) -> tuple[ParticipantRow, ...]:
    """Compare the parties that issue or join the statements, those named in a title alone included."""
    first, second = _roles(earlier), _roles(later)
    return tuple(
        ParticipantRow(
            _carried(party in first, party in second),
            party,
            (second.get(party) or first[party])[0],
            first[party][1] if party in first else None,
            second[party][1] if party in second else None,
        )
        for party in dict.fromkeys((*first, *second))
    )


def _roles(reading: Reading) -> dict[str, tuple[str, Role]]:
    """Give each party's name and role; who hosts and issues issues."""
    found: dict[str, tuple[str, Role]] = {}
    for one in sorted(reading.participants, key=_rank):
        found.setdefault(one.party, (one.name, one.role))
    for title in reading.statement.title_participants:
        found.setdefault(title.party, (title.name, Role.ISSUER))
    return found


def _rank(participant: Participant) -> tuple[int, int]:
    return list(Role).index(participant.role), participant.passage.start
