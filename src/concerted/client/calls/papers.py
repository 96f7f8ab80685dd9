"""Operations of papers. Written by `make api`."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from concerted.client.connection import Connection, Sending, part
from concerted.client.rows.actions import Made
from concerted.client.rows.papers import KeptPaper, PaperFileRow


class PapersCalls(Connection):
    """Operations of papers."""

    def papers(
        self,
        slug: str,
        *,
        as_of: datetime.date | None = None,
        item: int | None = None,
        meeting: int | None = None,
        owner: str | None = None,
        size: int = 100,
        status: str | None = None,
    ) -> Iterator[KeptPaper]:
        """List the papers that one sees, by their numbers, from past `after` on."""
        return self._rows(
            KeptPaper,
            Sending(
                "GET",
                f"/api/v1/coalitions/{part(slug)}/papers",
                {"as_of": as_of, "item": item, "meeting": meeting, "owner": owner, "size": size, "status": status},
                {},
            ),
        )

    def add_paper(
        self,
        slug: str,
        *,
        meeting: int,
        title: str,
        status: str,
        item: int | None = None,
        note: str = "",
        why: str = "",
        reach: str = "owner only",
        idempotency_key: str | None = None,
    ) -> Made:
        """Enter a paper; seen at first by: owner only."""
        return self._row(
            Made,
            Sending(
                "POST",
                f"/api/v1/coalitions/{part(slug)}/papers",
                {},
                {"Idempotency-Key": idempotency_key},
                {
                    "meeting": meeting,
                    "item": item,
                    "title": title,
                    "note": note,
                    "status": status,
                    "why": why,
                    "reach": reach,
                },
            ),
        )

    def paper(self, slug: str, number: int, *, as_of: datetime.date | None = None) -> KeptPaper:
        """Give what a paper says, whose it is, and how far it is released."""
        return self._row(
            KeptPaper, Sending("GET", f"/api/v1/coalitions/{part(slug)}/papers/{part(number)}", {"as_of": as_of}, {})
        )

    def change_paper(
        self,
        slug: str,
        number: int,
        *,
        meeting: int,
        title: str,
        status: str,
        if_match: str,
        item: int | None = None,
        note: str = "",
        why: str = "",
    ) -> KeptPaper:
        """Change all that a paper says."""
        return self._row(
            KeptPaper,
            Sending(
                "PUT",
                f"/api/v1/coalitions/{part(slug)}/papers/{part(number)}",
                {},
                {"If-Match": if_match},
                {"meeting": meeting, "item": item, "title": title, "note": note, "status": status, "why": why},
            ),
        )

    def withdraw_paper(self, slug: str, number: int, *, if_match: str) -> None:
        """Take a paper back: it stays in the ledger alone."""
        self._done(
            Sending("DELETE", f"/api/v1/coalitions/{part(slug)}/papers/{part(number)}", {}, {"If-Match": if_match})
        )

    def paper_files(self, slug: str, number: int, *, size: int = 100) -> Iterator[PaperFileRow]:
        """List the versions of a paper, the newest first."""
        return self._rows(
            PaperFileRow,
            Sending("GET", f"/api/v1/coalitions/{part(slug)}/papers/{part(number)}/files", {"size": size}, {}),
        )

    def file_paper(self, slug: str, number: int, content: bytes, *, if_match: str, name: str) -> int:
        """File a version of a paper (its bytes are the body, `name` is the file's); gives the version's number."""
        return self._row(
            int,
            Sending(
                "POST",
                f"/api/v1/coalitions/{part(slug)}/papers/{part(number)}/files",
                {"name": name},
                {"If-Match": if_match},
                content,
            ),
        )

    def paper_file(self, slug: str, number: int, version: int) -> bytes:
        """Hand out the file of a version."""
        return self._file(
            Sending("GET", f"/api/v1/coalitions/{part(slug)}/papers/{part(number)}/files/{part(version)}", {}, {})
        )
