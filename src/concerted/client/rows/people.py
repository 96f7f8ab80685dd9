"""Rows of people. Written by `make api`."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from concerted.client.rows.action_points import PartyRef
from concerted.client.rows.agendas import LineRef


@dataclass(frozen=True, slots=True)
class MemberRow:
    """A role of a person: what they sign in with, their name, whom they belong to, the line that they lead."""

    username: str
    name: str
    role: str
    party: PartyRef | None
    organisation: str
    line: LineRef | None


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A person with all their roles; ``door`` tells whether they can sign in at all: the command line cannot.

    ``language`` is that of their mails, "" for the site's."""

    username: str
    name: str
    language: str
    roles: tuple[MemberRow, ...]
    last_login: datetime.datetime | None
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
    at: datetime.datetime
    expires_at: datetime.datetime
    open: bool


@dataclass(frozen=True, slots=True)
class PeoplePage:
    """Who is in a coalition, who is invited, and what somebody can be invited to."""

    people: tuple[PersonRow, ...]
    invitations: tuple[InvitationRow, ...]
    parties: tuple[PartyRef, ...]
    lines: tuple[LineRef, ...]
    may_invite: bool
