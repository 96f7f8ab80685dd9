"""Operations of clarifications. Written by `make api`."""

from __future__ import annotations

from collections.abc import Iterator

from concerted.client.connection import Connection, Sending, part
from concerted.client.rows.actions import Made
from concerted.client.rows.clarifications import ClarificationChoice, ClarificationPage, ClarificationRow


class ClarificationsCalls(Connection):
    """Operations of clarifications."""

    def clarifications(self, slug: str, *, size: int = 100, sort: str | None = None) -> Iterator[ClarificationRow]:
        """List the questions that one may see, the open ones first."""
        return self._rows(
            ClarificationRow,
            Sending("GET", f"/api/v1/coalitions/{part(slug)}/questions", {"size": size, "sort": sort}, {}),
        )

    def ask(
        self,
        slug: str,
        *,
        text: str,
        contribution: int | None = None,
        party: str | None = None,
        line: int | None = None,
        idempotency_key: str | None = None,
    ) -> Made:
        """Ask a partner about one of its contributions, or about a line, or in general."""
        return self._row(
            Made,
            Sending(
                "POST",
                f"/api/v1/coalitions/{part(slug)}/questions",
                {},
                {"Idempotency-Key": idempotency_key},
                {"text": text, "contribution": contribution, "party": party, "line": line},
            ),
        )

    def clarification(self, slug: str, number: int) -> ClarificationPage:
        """Give a question and its answer."""
        return self._row(
            ClarificationPage, Sending("GET", f"/api/v1/coalitions/{part(slug)}/questions/{part(number)}", {}, {})
        )

    def withdraw_clarification(self, slug: str, number: int) -> None:
        """Take one's own open question back."""
        self._done(Sending("DELETE", f"/api/v1/coalitions/{part(slug)}/questions/{part(number)}", {}, {}))

    def clarification_choice(
        self, slug: str, *, contribution: int | None = None, party: str | None = None
    ) -> ClarificationChoice:
        """Tell whom one can ask about a contribution or, by its code, a party: about which lines."""
        return self._row(
            ClarificationChoice,
            Sending(
                "GET",
                f"/api/v1/coalitions/{part(slug)}/questions/choice",
                {"contribution": contribution, "party": party},
                {},
            ),
        )

    def answer(self, slug: str, number: int, *, text: str) -> ClarificationPage:
        """Answer a question to one's own party."""
        return self._row(
            ClarificationPage,
            Sending("PUT", f"/api/v1/coalitions/{part(slug)}/questions/{part(number)}/answer", {}, {}, {"text": text}),
        )
