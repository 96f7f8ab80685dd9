"""Rows of commitments. Written by `make api`."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from concerted.client.rows.account import CoalitionRef
from concerted.client.rows.boards import CommitmentRow


@dataclass(frozen=True, slots=True)
class StatusRow:
    """A change of a commitment's status; ``evidence`` says what it rests on."""

    status: str
    by: str | None
    at: datetime.datetime
    evidence: str


@dataclass(frozen=True, slots=True)
class CommitmentPage:
    """A commitment with its history; ``earlier`` and ``later`` are the promises it renews and that renew it."""

    coalition: CoalitionRef
    commitment: CommitmentRow
    history: tuple[StatusRow, ...]
    earlier: tuple[CommitmentRow, ...]
    later: tuple[CommitmentRow, ...]
    may_change_status: bool
