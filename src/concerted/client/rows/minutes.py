"""Rows of minutes. Written by `make api`."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from concerted.client.rows.action_points import PartyRef
from concerted.client.rows.agendas import Agenda, ItemRow, LineRef, ReleaseRow


@dataclass(frozen=True, slots=True)
class MinuteContent:
    """What a minute says."""

    meeting: int
    item: int | None
    text: str


@dataclass(frozen=True, slots=True)
class KeptMinute:
    """A record of a noun that people keep: what it says (the noun's ``content``), whose it is, and who sees
    it.

    ``owner`` is a party's code (None: the coalition); ``release`` says how far it is released; ``edition``
    counts its changes."""

    id: int
    edition: int
    owner: str | None
    release: str
    may_change: bool
    content: MinuteContent


@dataclass(frozen=True, slots=True)
class ReservationRow:
    """A party's reservation; ``about`` is the title of the statement or the words of the decision that it is
    about.

    ``paragraph`` is that of the statement, "" for all of it; ``ordinal`` the number of the decision in its
    meeting."""

    id: int
    party: PartyRef
    statement: int | None
    paragraph: str
    conclusion: int | None
    ordinal: int | None
    about: str
    text: str
    since: datetime.date
    until: datetime.date | None
    release: ReleaseRow


@dataclass(frozen=True, slots=True)
class MinuteRow:
    """Something written down: a ``minute``, a ``conclusion`` with its ``ordinal``, or an ``action`` with the
    rest.

    ``by`` wrote it last, ``at`` that moment; None where the person may not know it. ``responsible`` None
    stands for the secretariat."""

    noun: str
    id: int
    edition: int
    text: str
    item: int | None
    by: str | None
    at: datetime.datetime | None
    release: ReleaseRow
    may_change: bool
    ordinal: int | None
    responsible: PartyRef | None
    verifier: PartyRef | None
    due: datetime.date | None
    status: str
    reservations: tuple[ReservationRow, ...]


@dataclass(frozen=True, slots=True)
class MinutesPart:
    """What was written down at an item of the agenda, in the order of time; ``item`` None: at none."""

    item: ItemRow | None
    rows: tuple[MinuteRow, ...]


@dataclass(frozen=True, slots=True)
class Minutes:
    """The minutes of a meeting by the items of its agenda, after them what was said at none.

    ``version`` differs as soon as anything in them does. ``parties`` and ``lines`` are those of the
    coalition."""

    agenda: Agenda
    parts: tuple[MinutesPart, ...]
    version: str
    may_write: bool
    parties: tuple[PartyRef, ...]
    lines: tuple[LineRef, ...]
