"""The front door of disclosure control: a table in, the figures that may be published out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from concerted.disclosure.layers import over_time
from concerted.disclosure.rules import Reason, Rules
from concerted.disclosure.table import Key, Publication, Table


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure as readers get it.

    ``total`` is None where it is not published, ``known`` the sum of the rows that readers see anyway.
    ``protects`` names the figures that could be worked out from this one. ``former`` is the last
    publication that showed it, with its total then: that may stay on the page with its date.
    """

    total: Decimal | None
    known: Decimal
    reason: Reason | None = None
    protects: tuple[Key, ...] = ()
    former: tuple[str, Decimal] | None = None


@dataclass(frozen=True, slots=True)
class Protected:
    """A table fit to be published.

    ``lost`` is the withheld value of the figures left out. ``proven``: nothing that protects loses less
    than this. ``nothing_protects``: every figure with a withheld part had to go. ``exposed`` are contributors
    of whom earlier publications have let something out that can't be taken back.
    """

    figures: Mapping[Key, Figure]
    lost: Decimal
    proven: bool
    nothing_protects: bool
    exposed: tuple[str, ...]

    @property
    def shown(self) -> frozenset[Key]:
        """Give the figures that are published, as ``Publication.shown`` wants them next time."""
        return frozenset(key for key, figure in self.figures.items() if figure.total is not None)


def protect(table: Table, rules: Rules | None = None, earlier: Sequence[Publication] = ()) -> Protected:
    """Choose which figures of a table to publish, so that no reader works out what a contributor withholds.

    Guards every contributor's withheld parts, alone and summed up, against each other contributor, who knows
    its own part and who else is in a cell: there must be tables that fit all published figures, of this
    and of ``earlier`` publications (oldest first), in which all its parts are larger by the distance
    of the rules, and others in which they are smaller. Loses as little withheld value as it can. Where
    nothing protects, no figure with a withheld part is published. The same table gives the same answer.
    """
    from concerted.disclosure.suppression import Suppression  # the optimiser takes long to load

    rules = rules or Rules()
    reasons = {key: rules.reason(table.withheld(key)) for key in table.figures}
    suppression = Suppression(table, rules, reasons, over_time(earlier, table) if earlier else None)
    left_out = suppression.left_out()
    figures: dict[Key, Figure] = {}
    for key in table.figures:
        if key in left_out:
            reason, protects = suppression.explain(key)
            figures[key] = Figure(None, table.known(key), reason, protects, _former(key, earlier))
        else:
            figures[key] = Figure(table.total(key), table.known(key))
    open_to_doubt = {key for key in table.figures if table.withheld(key)}
    return Protected(
        figures=figures,
        lost=sum((table.total(key) - table.known(key) for key in left_out), Decimal(0)),
        proven=suppression.proven,
        nothing_protects=bool(open_to_doubt) and open_to_doubt <= left_out,
        exposed=suppression.exposed,
    )


def _former(key: Key, earlier: Sequence[Publication]) -> tuple[str, Decimal] | None:
    shown = [(one.name, one.table.total(key)) for one in earlier if key in one.shown]
    return shown[-1] if shown else None
