"""How a person signs in."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AccountRow:
    """The ways in that a person has: ``address`` is confirmed, ``codes`` are recovery codes that are left.

    ``language`` is that of their mails, "" for the site's; ``digests`` that they want one every week.
    """

    username: str
    address: str
    language: str
    digests: bool
    password: bool
    app: bool
    passkeys: int
    codes: int
    sessions: int
    connected: bool

    @property
    def second_factor(self) -> bool:
        """Whether more than a password is asked."""
        return self.app or self.passkeys > 0
