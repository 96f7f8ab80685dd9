"""Operations of mergers. Written by `make api`."""

from __future__ import annotations

from concerted.client.connection import Connection, Sending, part
from concerted.client.rows.mergers import MergerPage


class MergersCalls(Connection):
    """Operations of mergers."""

    def merger(self, slug: str, noun: str, number: int) -> MergerPage:
        """Show what a record may be the same as, the likest first, and the duplicates that it stands for."""
        return self._row(
            MergerPage, Sending("GET", f"/api/v1/coalitions/{part(slug)}/mergers/{part(noun)}/{part(number)}", {}, {})
        )

    def merge(self, slug: str, noun: str, number: int, *, into: int, if_match: str) -> None:
        """Merge a duplicate into the record that it is the same as; its address leads there."""
        self._done(
            Sending(
                "PUT",
                f"/api/v1/coalitions/{part(slug)}/mergers/{part(noun)}/{part(number)}",
                {},
                {"If-Match": if_match},
                {"into": into},
            )
        )

    def split(self, slug: str, noun: str, number: int, duplicate: int) -> None:
        """Take a merger back: the duplicate is a record of its own again."""
        self._done(
            Sending(
                "DELETE",
                f"/api/v1/coalitions/{part(slug)}/mergers/{part(noun)}/{part(number)}/duplicates/{part(duplicate)}",
                {},
                {},
            )
        )
