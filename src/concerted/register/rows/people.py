"""The people of a coalition, as its secretariat sees them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from concerted.register.rows.members import MemberRow
from concerted.register.rows.references import LineRef, PartyRef


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A person with all their roles; ``door`` tells whether they can sign in at all: the command line cannot.

    ``language`` is that of their mails, "" for the site's.
    """

    username: str
    name: str
    language: str
    roles: tuple[MemberRow, ...]
    last_login: datetime | None
    second_factor: bool
    door: bool


@dataclass(frozen=True, slots=True)
class InvitationRow:
    """An invitation that nobody has taken yet; ``open`` until its days are over."""

    id: int
    email: str
    name: str
    role: str
    party: PartyRef | None
    organisation: str
    line: LineRef | None
    by: str
    at: datetime
    expires_at: datetime
    open: bool


@dataclass(frozen=True, slots=True)
class PeoplePage:
    """Who is in a coalition, who is invited, and what somebody can be invited to."""

    people: tuple[PersonRow, ...]
    invitations: tuple[InvitationRow, ...]
    parties: tuple[PartyRef, ...]
    lines: tuple[LineRef, ...]
    may_invite: bool


@dataclass(frozen=True, slots=True)
class Welcome:
    """What an open invitation says to whoever holds its link. ``coalition`` is the coalition's name."""

    slug: str
    coalition: str
    email: str
    name: str
    role: str
    party: PartyRef | None
    line: LineRef | None
    by: str
    expires_at: datetime
