"""Operations of releases. Written by `make api`."""

from __future__ import annotations

from concerted.client.connection import Connection, Sending, part
from concerted.client.rows.releases import Difference, ReleasePage


class ReleasesCalls(Connection):
    """Operations of releases."""

    def release(self, slug: str, noun: str, number: int) -> ReleasePage:
        """Show its owner's people how a record is released, and who of others has seen it."""
        return self._row(
            ReleasePage, Sending("GET", f"/api/v1/coalitions/{part(slug)}/releases/{part(noun)}/{part(number)}", {}, {})
        )

    def release_record(
        self,
        slug: str,
        noun: str,
        number: int,
        *,
        reach: str,
        if_match: str,
        parties: tuple[str, ...] = (),
        line: int | None = None,
        with_records: bool = False,
    ) -> ReleasePage:
        """Release a record to its owner alone, named partners, a working group, the coalition or the public."""
        return self._row(
            ReleasePage,
            Sending(
                "PUT",
                f"/api/v1/coalitions/{part(slug)}/releases/{part(noun)}/{part(number)}",
                {},
                {"If-Match": if_match},
                {"reach": reach, "parties": parties, "line": line, "with_records": with_records},
            ),
        )

    def difference(
        self, slug: str, noun: str, number: int, *, reach: str, parties: tuple[str, ...] = (), line: int | None = None
    ) -> Difference:
        """Tell whom another release would reach, and whom no longer; changes nothing."""
        return self._row(
            Difference,
            Sending(
                "POST",
                f"/api/v1/coalitions/{part(slug)}/releases/{part(noun)}/{part(number)}/difference",
                {},
                {},
                {"reach": reach, "parties": parties, "line": line},
            ),
        )
