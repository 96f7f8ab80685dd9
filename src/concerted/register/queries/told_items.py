"""Agenda items that are about records of which a person sees none: told of to nobody but their keepers."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from concerted.register.audience import record_model
from concerted.register.models import Item, ItemRecord
from concerted.register.queries.scope import Scope


def untold(scope: Scope) -> set[int]:
    """Give the numbers of a coalition's items that are kept from a person though released to them.

    A record may be released to fewer after an item about it was drafted. One question for each noun of the records.
    """
    items = Item.objects.visible_to(scope.user).filter(coalition=scope.coalition)
    about: dict[int, list[tuple[str, int]]] = defaultdict(list)
    wanted: dict[str, set[int]] = defaultdict(set)
    every = ItemRecord.objects.filter(item__in=items.values("pk")).order_by()
    for item, noun, number in every.values_list("item", "noun", "number"):
        about[item].append((noun, number))
        wanted[noun].add(number)
    seen: set[tuple[str, int]] = set()
    for noun, numbers in wanted.items():
        model: Any = record_model(noun)
        rows = model.objects.visible_to(scope.user).filter(coalition=scope.coalition, pk__in=numbers)
        seen |= {(noun, number) for number in rows.values_list("pk", flat=True)}
    hidden = {item for item, records in about.items() if not seen.intersection(records)}
    own = items.filter(pk__in=hidden) if hidden else ()
    return hidden - {one.pk for one in own if scope.part.may_change(one)}
