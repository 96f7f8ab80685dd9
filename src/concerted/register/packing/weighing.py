"""How a record of a pack stands to what is here: it comes, changes it, changes nothing, or contradicts it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from concerted.ledger.packs.change import Change
from concerted.register.packing.known import Known
from concerted.register.packing.plain import content, noun_of, state
from concerted.terms.errors import Conflict


class Fate(StrEnum):
    """What becomes of a record of a pack."""

    ADDED = "added"
    CHANGED = "changed"
    WITHDRAWN = "withdrawn"
    # As it is here, or older than what came before.
    UNCHANGED = "unchanged"
    # Both registers changed it.
    CONFLICT = "conflict"
    # It cannot be here as it is.
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Weighed:
    """A record of a pack beside the row that it is here (None: none yet).

    ``content`` is what the pack says, None where it is withdrawn or refused, for ``why``. ``news`` tells whether what
    the other register has became known by it.
    """

    fate: Fate
    change: Change
    row: Any = None
    content: Any = None
    why: str = ""
    news: bool = True


def weigh(change: Change, *, known: Known, where: str) -> Weighed:
    """Hold a record of a pack against the row here, for whoever sees the party's own rows.

    It is taken over where the row is as the other register gave it last, or as that says it last knew it. Raises
    UnreadablePack for what only a newer version can have written.
    """
    noun = noun_of(change, where=where)
    carried, names = known.carried(change), known.names
    record = names.record(noun.name, change.origin, change.number)
    try:
        said = None if change.withdrawn else content(change, names, where=where)
    except Conflict as error:
        said, why = None, str(error)
    else:
        why = ""
    if carried is not None and change.edition <= carried.edition:
        return Weighed(Fate.UNCHANGED, change, content=said, news=False)
    if record is None:
        if change.withdrawn:
            return Weighed(Fate.UNCHANGED, change, news=False)
        return Weighed(Fate.REFUSED if why else Fate.ADDED, change, content=said, why=why, news=not why)
    row = known.row(noun, record)
    if row is None:
        return Weighed(Fate.REFUSED, change, why=f"{noun.name} {record} here is not the partner's own", news=False)
    here = state(noun, row, names)
    if change.state in (here, change.base):
        return Weighed(Fate.UNCHANGED, change, row, said)
    if here not in (carried.state if carried else None, change.base):
        return Weighed(Fate.CONFLICT, change, row, said, why)
    if why:
        return Weighed(Fate.REFUSED, change, row, why=why, news=False)
    return Weighed(Fate.WITHDRAWN if change.withdrawn else Fate.CHANGED, change, row, said)
