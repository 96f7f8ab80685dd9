"""Operations of imports. Written by `make api`."""

from __future__ import annotations

from concerted.client.connection import Connection, Sending, part
from concerted.client.rows.actions import Made
from concerted.client.rows.imports import ImportPage, ImportRow, ImportRows, Imports


class ImportsCalls(Connection):
    """Operations of imports."""

    def export_sheet(self, slug: str, noun: str, form: str) -> bytes:
        """Hand out a noun's records as a sheet that can be edited and imported again, or its columns alone."""
        return self._file(Sending("GET", f"/api/v1/coalitions/{part(slug)}/sheets/{part(noun)}/{part(form)}", {}, {}))

    def import_sheet(
        self,
        slug: str,
        noun: str,
        content: bytes,
        *,
        name: str,
        idempotency_key: str | None = None,
        profile: str | None = None,
        reach: str = "owner only",
        sheet: str | None = None,
    ) -> Made:
        """Bring a sheet in (its bytes are the body, `name` is the file's): it is read, and nothing is written yet.

        `sheet` is that of a workbook, else the first one; `profile` says how a table of others is to be read;
        `reach` is for new rows. The answer is an import: let it go on until it is ready, look at its rows, then
        have it written.
        """
        return self._row(
            Made,
            Sending(
                "POST",
                f"/api/v1/coalitions/{part(slug)}/sheets/{part(noun)}",
                {"name": name, "profile": profile, "reach": reach, "sheet": sheet},
                {"Idempotency-Key": idempotency_key},
                content,
            ),
        )

    def imports(self, slug: str, *, before: int | None = None) -> Imports:
        """List the newest 100 imports of one's own, or those before the one of a number."""
        return self._row(Imports, Sending("GET", f"/api/v1/coalitions/{part(slug)}/imports", {"before": before}, {}))

    def import_page(self, slug: str, number: int, *, after: int = 0, tier: str | None = None) -> ImportPage:
        """Give an import: how far it is, and 100 of its findings, all or those of a tier, past the row `after`."""
        return self._row(
            ImportPage,
            Sending(
                "GET", f"/api/v1/coalitions/{part(slug)}/imports/{part(number)}", {"after": after, "tier": tier}, {}
            ),
        )

    def abandon_import(self, slug: str, number: int) -> None:
        """Give an import up: what was written stays, nothing more is."""
        self._done(Sending("DELETE", f"/api/v1/coalitions/{part(slug)}/imports/{part(number)}", {}, {}))

    def import_rows(
        self, slug: str, number: int, *, outcome: str | None = None, past: int | None = None, size: int = 25
    ) -> ImportRows:
        """Show what an import that is ready would do, row by row and field by field, past the place `past`."""
        return self._row(
            ImportRows,
            Sending(
                "GET",
                f"/api/v1/coalitions/{part(slug)}/imports/{part(number)}/rows",
                {"outcome": outcome, "past": past, "size": size},
                {},
            ),
        )

    def import_findings(self, slug: str, number: int) -> bytes:
        """Hand out everything that was found in an import as a table."""
        return self._file(Sending("GET", f"/api/v1/coalitions/{part(slug)}/imports/{part(number)}/findings", {}, {}))

    def go_on(self, slug: str, number: int) -> ImportRow:
        """Do the next steps of an import, for a second or two: again until it is ready, and once written, done."""
        return self._row(
            ImportRow, Sending("POST", f"/api/v1/coalitions/{part(slug)}/imports/{part(number)}/steps", {}, {})
        )

    def say_how(self, slug: str, number: int, *, decimals: str = "", days: str = "") -> None:
        """Say how all numbers and days of a sheet are written; it is compared anew."""
        self._done(
            Sending(
                "PUT",
                f"/api/v1/coalitions/{part(slug)}/imports/{part(number)}/habits",
                {},
                {},
                {"decimals": decimals, "days": days},
            )
        )

    def write_import(self, slug: str, number: int) -> None:
        """Let an import that is ready be written, as it was looked at: it goes on with its steps."""
        self._done(Sending("POST", f"/api/v1/coalitions/{part(slug)}/imports/{part(number)}/writing", {}, {}))

    def decide_rows(self, slug: str, number: int, *, places: tuple[int, ...], choice: str) -> int:
        """Decide on at most 200 held rows: import them all the same, or leave them out; gives how many were
        written.
        """
        return self._row(
            int,
            Sending(
                "PUT",
                f"/api/v1/coalitions/{part(slug)}/imports/{part(number)}/held",
                {},
                {},
                {"places": places, "choice": choice},
            ),
        )
