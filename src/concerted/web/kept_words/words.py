"""What the pages of a noun say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.utils.functional import Promise


@dataclass(frozen=True, slots=True)
class KeptWords:
    """A noun's words and the order of its pages.

    ``title`` heads the list, ``question`` is what the pages answer; ``add``, ``change`` and ``withdraw`` head the
    forms; ``none`` says that the list is empty and ``entered``, ``changed`` and ``withdrawn`` what was done. ``labels``
    name the noun's columns and ``hints`` say more of some. ``heading`` is the column that a record is called by and
    ``listed`` those that a list tells besides. ``forward`` are pairs of days of which the second is not before the
    first; ``demanded`` are columns that a form asks for though a record may be without. ``order`` is that of the list,
    in columns of the noun.
    """

    noun: str
    title: Promise
    question: Promise
    add: Promise
    change: Promise
    withdraw: Promise
    none: Promise
    entered: Promise
    changed: Promise
    withdrawn: Promise
    labels: Mapping[str, Promise]
    listed: tuple[str, ...]
    heading: str = "title"
    hints: Mapping[str, Promise] = field(default_factory=dict)
    forward: tuple[tuple[str, str], ...] = ()
    demanded: tuple[str, ...] = ()
    order: tuple[str, ...] = ("-pk",)
