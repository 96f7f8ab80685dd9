"""Entries that were made past the program get their places in the ledger's tree."""

from __future__ import annotations

from datetime import datetime

from concerted.actions import ledger
from concerted.actions.sealing import seal_all
from concerted.register.models import User


@ledger.action("ledger.seal")
def seal_unsealed(*, by: User, at: datetime) -> int:
    """Put every entry without a place into the tree and sign it; gives how many there were."""
    return seal_all(at=at)
