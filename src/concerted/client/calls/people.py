"""Operations of people. Written by `make api`."""

from __future__ import annotations

from concerted.client.connection import Connection, Sending, part
from concerted.client.rows.actions import Made
from concerted.client.rows.people import PeoplePage


class PeopleCalls(Connection):
    """Operations of people."""

    def people(self, slug: str) -> PeoplePage:
        """Show the secretariat and the auditors who is in the coalition and who is invited."""
        return self._row(PeoplePage, Sending("GET", f"/api/v1/coalitions/{part(slug)}/people", {}, {}))

    def invite(
        self,
        slug: str,
        *,
        email: str,
        name: str,
        role: str,
        party: str | None = None,
        organisation: str = "",
        line: int | None = None,
        idempotency_key: str | None = None,
    ) -> Made:
        """Invite somebody; ``address`` is the link that works once, for 14 days, and is shown this once.

        Nothing is sent: hand the link over yourself. Sent again under its key, the answer shows the link again.
        """
        return self._row(
            Made,
            Sending(
                "POST",
                f"/api/v1/coalitions/{part(slug)}/invitations",
                {},
                {"Idempotency-Key": idempotency_key},
                {
                    "email": email,
                    "name": name,
                    "role": role,
                    "party": party,
                    "organisation": organisation,
                    "line": line,
                },
            ),
        )

    def withdraw_invitation(self, slug: str, number: int) -> None:
        """Take an open invitation back: its link no longer works."""
        self._done(Sending("DELETE", f"/api/v1/coalitions/{part(slug)}/invitations/{part(number)}", {}, {}))

    def dismiss(self, slug: str, username: str) -> None:
        """End a person's part in the coalition, and sign them out everywhere."""
        self._done(Sending("DELETE", f"/api/v1/coalitions/{part(slug)}/people/{part(username)}", {}, {}))

    def reset_second_factor(self, slug: str, username: str) -> None:
        """Take away the second factors that a person has lost; they set up new ones."""
        self._done(Sending("DELETE", f"/api/v1/coalitions/{part(slug)}/people/{part(username)}/second-step", {}, {}))
