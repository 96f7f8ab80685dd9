"""What an import of a pack would do, with nothing written; what a person may not see is counted alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from concerted.ledger.packs.change import Released
from concerted.register.models import Reach
from concerted.register.nouns import NOUNS
from concerted.register.packing.known import Known
from concerted.register.packing.opening import Opened
from concerted.register.packing.plain import released
from concerted.register.packing.weighing import Fate, Weighed, weigh
from concerted.register.session import speaking
from concerted.register.snapshot import snapshot

# They reach whoever may import a partner's packs without being of the partner.
_OPEN = (Reach.COALITION, Reach.PUBLIC)


@dataclass(frozen=True, slots=True)
class Difference:
    """A column that says something else: before (here) and after (in the pack), None for nothing."""

    column: str
    before: object
    after: object


@dataclass(frozen=True, slots=True)
class PreviewRow:
    """What would become of a record: its noun, its number at the register where it was entered, what would differ."""

    fate: Fate
    noun: str
    origin: str
    number: int
    differences: tuple[Difference, ...] = ()
    why: str = ""


@dataclass(slots=True)
class Preview:
    """An import that was only looked at.

    ``fates`` counts every record, once its ``rows`` were read to their end; ``unseen`` those of them that are not shown
    to who asks.
    """

    opened: Opened
    fates: Counter[Fate] = field(default_factory=Counter)
    unseen: int = 0

    def rows(self) -> Iterator[PreviewRow]:
        """Give what would come, change or be withdrawn, or what a person would have to decide, in bounded memory."""
        party = self.opened.party
        own = self.opened.part.party == party.pk
        # The party's rows are read as its courier reads them; what is given out is the person's to see.
        with snapshot(), speaking(self.opened.courier):
            known = Known(party, self.opened.looked.head.sender)
            for place, change in enumerate(self.opened.changes(), 1):
                where = self.opened.place(place)
                weighed = weigh(change, known=known, where=where)
                self.fates[weighed.fate] += 1
                if weighed.fate is Fate.UNCHANGED:
                    continue
                if own or _open(weighed):
                    yield _row(weighed)
                else:
                    self.unseen += 1


def differences(weighed: Weighed) -> tuple[Difference, ...]:
    """Compare what is here with what the pack says, column by column, the release last."""
    change, row = weighed.change, weighed.row
    noun = NOUNS[change.noun]
    there = row is not None and getattr(row, "in_force", True)
    before: Any = noun.written(row) if there else None
    pairs = ((one.name, _value(before, one.name), _value(weighed.content, one.name)) for one in noun.columns)
    found = [Difference(name, was, now) for name, was, now in pairs if was != now]
    now_released, was_released = change.release, released(row.release) if there else None
    if now_released != was_released:
        found.append(Difference("release", said(was_released), said(now_released)))
    return tuple(found)


def said(release: Released | None) -> str | None:
    """Say a release in a line: its kind, with the line or the partners."""
    if release is None:
        return None
    line = "" if release.line is None else str(release.line)
    return " ".join((release.kind, line, *release.partners)).replace("  ", " ").strip()


def _value(content: Any, name: str) -> object:
    value = None if content is None else getattr(content, name)
    return None if value == "" else value


def _open(weighed: Weighed) -> bool:
    """Tell whether the record is open to the whole coalition, both as it is here and as the pack has it."""
    kinds = [weighed.change.release.kind] if weighed.change.release else []
    kinds += [weighed.row.release.kind] if weighed.row is not None else []
    return bool(kinds) and all(kind in _OPEN for kind in kinds)


def _row(weighed: Weighed) -> PreviewRow:
    change = weighed.change
    shown = differences(weighed) if weighed.fate in (Fate.ADDED, Fate.CHANGED, Fate.CONFLICT) else ()
    return PreviewRow(weighed.fate, change.noun, change.origin, change.number, shown, weighed.why)
