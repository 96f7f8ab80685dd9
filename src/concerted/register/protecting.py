"""Totals that keep what partners withhold: chosen for the public and for observers at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from concerted.disclosure import Figure, Key, Publication, Reason, Rules, Table, protect
from concerted.disclosure.layers import over_time
from concerted.register.counting import Count, Once
from concerted.register.models import Reach


@dataclass(frozen=True, slots=True)
class Totals:
    """Figures fit to be published; see ``disclosure.Protected``. ``exposed`` are numbers of parties."""

    figures: Mapping[Key, Figure]
    proven: bool
    nothing_protects: bool
    exposed: frozenset[int]

    @property
    def reasons(self) -> dict[Key, Reason]:
        """Give why figures are left out."""
        return {key: one.reason for key, one in self.figures.items() if one.reason}


def totals(count: Count) -> Totals:
    """Choose which totals to publish.

    The public knows what is public, observers also the coalition's own records. A figure is published where it may
    be for either: whatever else is left out tells nobody more. May take seconds where much was published before.
    """
    first, *others = [protect(table, earlier=earlier) for table, earlier in _views(count)]
    figures = dict(first.figures)
    out = {key for key, one in figures.items() if one.total is None}
    whole = [out]
    for other in others:
        whole.append({key for key, one in other.figures.items() if one.total is None})
        figures |= {key: other.figures[key] for key in whole[-1] - out}
        out |= whole[-1]
    every = (first, *others)
    return Totals(
        figures=figures,
        proven=all(one.proven for one in every) and out in whole,
        nothing_protects=any(one.nothing_protects for one in every),
        exposed=_numbers(*(one.exposed for one in every)),
    )


def exposed_by(count: Count, rows: frozenset[Once]) -> frozenset[int]:
    """Tell of whom readers could work out more by earlier totals, were contributions released to the public.

    Gives numbers of parties; those whose contributions they are decide for themselves and are not among them. Readers
    are the public and observers: other members see what partners release to the coalition.
    """
    if not count.earlier or rows <= count.once_public:
        return frozenset()
    more = _learnt(count.widened(rows)) - _learnt(count)
    return frozenset(party for party, _figure in more) - {party for _row, party, _key, _amount in rows}


def _learnt(count: Count) -> set[tuple[int, Key]]:
    """List whose part in which figure of which publication can be worked out, of one alone or of several."""
    from concerted.disclosure.audit import audit  # the optimiser takes long to load

    found = set()
    for _table, earlier in _views(count):
        changes, out, places = over_time(earlier[:-1], earlier[-1].table)
        out |= {places[key] for key in earlier[-1].shown}
        for number, (table, shown) in enumerate([(changes, out), *((one.table, one.shown) for one in earlier)]):
            for one in audit(table, shown, Rules(), (None,)):
                found.add((int(one.contributor), (str(number), *one.figure)))
    return found


def written(count: Count, made: Totals, reach: str) -> list[dict[str, Any]]:
    """Write figures as a publication that is released so far keeps them.

    What is left out has its former value, from the last publication of it that is displayed at least as widely.
    """
    former: dict[Key, dict[str, str]] = {}
    for one in count.earlier:
        if one.publication.in_force and one.publication.release.kind in (reach, Reach.PUBLIC):
            day = one.publication.at.isoformat()
            values = {tuple(figure["key"]): figure["total"] for figure in one.publication.figures}
            former |= {key: {"total": values[key], "at": day} for key in one.shown}
    partners = count.partners()
    return [
        {"key": list(key), "total": str(one.total), "partners": partners.get(key, 0)}
        if one.total is not None
        else {"key": list(key), "total": None, "former": former.get(key)}
        for key, one in sorted(made.figures.items(), key=lambda pair: str(pair[0]))
    ]


def _views(count: Count) -> list[tuple[Table, list[Publication]]]:
    """Give the tables of now and of before as the public knows them and, where that is another thing, as observers."""
    views = [
        (
            count.table(count.now, for_observers=knowing),
            [
                Publication(one.publication.at.isoformat(), count.table(one.counted, for_observers=knowing), one.shown)
                for one in count.earlier
            ],
        )
        for knowing in (False, True)
    ]
    return views[:1] if views[0] == views[1] else views


def _numbers(*exposed: tuple[str, ...]) -> frozenset[int]:
    return frozenset(int(party) for one in exposed for party in one)
