"""Operations of action_points. Written by `make api`."""

from __future__ import annotations

from collections.abc import Iterator

from concerted.client.connection import Connection, Sending, part
from concerted.client.rows.action_points import ActionFollowUp


class ActionPointsCalls(Connection):
    """Operations of action_points."""

    def late_actions(self, slug: str, *, size: int = 100) -> Iterator[int]:
        """List the numbers of the action points that are overdue, the longest overdue first."""
        return self._rows(int, Sending("GET", f"/api/v1/coalitions/{part(slug)}/late-actions", {"size": size}, {}))

    def action_follow_up(self, slug: str, number: int) -> ActionFollowUp:
        """Give how an action point stands and what was said of it."""
        return self._row(
            ActionFollowUp, Sending("GET", f"/api/v1/coalitions/{part(slug)}/actions/{part(number)}/follow-up", {}, {})
        )

    def say_action_done(self, slug: str, number: int, *, if_match: str, text: str = "", link: str = "") -> None:
        """Say that an action point is done, with the evidence; its owner's people do."""
        self._done(
            Sending(
                "PUT",
                f"/api/v1/coalitions/{part(slug)}/actions/{part(number)}/done",
                {},
                {"If-Match": if_match},
                {"text": text, "link": link},
            )
        )

    def verify_action(self, slug: str, number: int, *, verdict: str, text: str, if_match: str) -> None:
        """Say whether what was done is adequate; the people of its verifier do, and nobody who said that it is
        done.
        """
        self._done(
            Sending(
                "PUT",
                f"/api/v1/coalitions/{part(slug)}/actions/{part(number)}/verdict",
                {},
                {"If-Match": if_match},
                {"verdict": verdict, "text": text},
            )
        )
