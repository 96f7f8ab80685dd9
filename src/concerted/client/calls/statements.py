"""Operations of statements. Written by `make api`."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from concerted.client.connection import Connection, Sending, part
from concerted.client.rows.actions import Made
from concerted.client.rows.statements import ComparisonChoice, StatementPage, StatementRow


class StatementsCalls(Connection):
    """Operations of statements."""

    def statements(
        self, slug: str, *, as_of: datetime.date | None = None, size: int = 100, sort: str | None = None
    ) -> Iterator[StatementRow]:
        """List the statements that were taken in, with how much of each is reviewed."""
        return self._rows(
            StatementRow,
            Sending(
                "GET", f"/api/v1/coalitions/{part(slug)}/statements", {"as_of": as_of, "size": size, "sort": sort}, {}
            ),
        )

    def take_in(
        self,
        slug: str,
        content: bytes,
        *,
        name: str,
        idempotency_key: str | None = None,
        as_new: bool = False,
        given: datetime.date | None = None,
    ) -> Made:
        """Take a statement in from a file (its bytes are the body, `name` is the file's), and read it.

        `given` is the day on which it was made, where its text does not say. A file that is there already makes
        nothing: the answer is the statement that there is. What looks like a corrected text of one that is
        there is refused, unless it comes `as_new`.
        """
        return self._row(
            Made,
            Sending(
                "POST",
                f"/api/v1/coalitions/{part(slug)}/statements",
                {"as_new": as_new, "given": given, "name": name},
                {"Idempotency-Key": idempotency_key},
                content,
            ),
        )

    def statement(self, slug: str, number: int, *, as_of: datetime.date | None = None) -> StatementPage:
        """Give a statement: its text, its layout, and every finding with its passage and how it stands."""
        return self._row(
            StatementPage,
            Sending("GET", f"/api/v1/coalitions/{part(slug)}/statements/{part(number)}", {"as_of": as_of}, {}),
        )

    def original(self, slug: str, number: int) -> bytes:
        """Hand out the file as it was taken in."""
        return self._file(Sending("GET", f"/api/v1/coalitions/{part(slug)}/statements/{part(number)}/original", {}, {}))

    def give_day(self, slug: str, number: int, *, day: datetime.date) -> None:
        """Say on which day a statement was made whose text does not; what is due is worked out anew."""
        self._done(
            Sending("PUT", f"/api/v1/coalitions/{part(slug)}/statements/{part(number)}/day", {}, {}, {"day": day})
        )

    def export(self, slug: str, number: int, form: str, *, as_of: datetime.date | None = None) -> bytes:
        """Hand out a statement with its findings and decisions: JSON, Akoma Ntoso, W3C annotations or tables
        (ZIP).
        """
        return self._file(
            Sending(
                "GET",
                f"/api/v1/coalitions/{part(slug)}/statements/{part(number)}/export/{part(form)}",
                {"as_of": as_of},
                {},
            )
        )

    def comparison_choice(self, slug: str, number: int) -> ComparisonChoice:
        """Tell which statements one can be compared with, and which one was made before it."""
        return self._row(
            ComparisonChoice,
            Sending("GET", f"/api/v1/coalitions/{part(slug)}/statements/{part(number)}/comparisons", {}, {}),
        )

    def comparison(self, slug: str, number: int, other: int, *, as_of: datetime.date | None = None) -> bytes:
        """Compare two statements: what was carried on, strengthened, weakened, dropped or is new.

        The answer is as `concerted compare --format json` writes it.
        """
        return self._file(
            Sending(
                "GET",
                f"/api/v1/coalitions/{part(slug)}/statements/{part(number)}/comparisons/{part(other)}",
                {"as_of": as_of},
                {},
            )
        )
