"""Operations of contributions. Written by `make api`."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from decimal import Decimal

from concerted.client.connection import Connection, Sending, part
from concerted.client.rows.actions import Made
from concerted.client.rows.contributions import (
    ContributionChoice,
    ContributionPage,
    ContributionRow,
    ContributionSums,
    KeptContribution,
)


class ContributionsCalls(Connection):
    """Operations of contributions."""

    def contributions(
        self,
        slug: str,
        *,
        as_of: datetime.date | None = None,
        kind: str | None = None,
        line: int | None = None,
        owner: str | None = None,
        party: str | None = None,
        size: int = 100,
        stage: str | None = None,
    ) -> Iterator[KeptContribution]:
        """List the contributions that one sees, by their numbers, from past `after` on."""
        return self._rows(
            KeptContribution,
            Sending(
                "GET",
                f"/api/v1/coalitions/{part(slug)}/contributions",
                {
                    "as_of": as_of,
                    "kind": kind,
                    "line": line,
                    "owner": owner,
                    "party": party,
                    "size": size,
                    "stage": stage,
                },
                {},
            ),
        )

    def add_contribution(
        self,
        slug: str,
        *,
        kind: str,
        summary: str,
        source: str,
        party: str = "",
        line: int | None = None,
        stage: str = "",
        stage_on: datetime.date | None = None,
        amount: Decimal | None = None,
        currency: str = "",
        quantity: Decimal | None = None,
        unit: str = "",
        first: datetime.date | None = None,
        last: datetime.date | None = None,
        caveat: str = "",
        reach: str = "owner only",
        idempotency_key: str | None = None,
    ) -> Made:
        """Enter a contribution; seen at first by: owner only."""
        return self._row(
            Made,
            Sending(
                "POST",
                f"/api/v1/coalitions/{part(slug)}/contributions",
                {},
                {"Idempotency-Key": idempotency_key},
                {
                    "party": party,
                    "line": line,
                    "kind": kind,
                    "stage": stage,
                    "stage_on": stage_on,
                    "summary": summary,
                    "amount": amount,
                    "currency": currency,
                    "quantity": quantity,
                    "unit": unit,
                    "first": first,
                    "last": last,
                    "caveat": caveat,
                    "source": source,
                    "reach": reach,
                },
            ),
        )

    def contribution(self, slug: str, number: int, *, as_of: datetime.date | None = None) -> KeptContribution:
        """Give what a contribution says, whose it is, and how far it is released."""
        return self._row(
            KeptContribution,
            Sending("GET", f"/api/v1/coalitions/{part(slug)}/contributions/{part(number)}", {"as_of": as_of}, {}),
        )

    def change_contribution(
        self,
        slug: str,
        number: int,
        *,
        kind: str,
        summary: str,
        source: str,
        if_match: str,
        party: str = "",
        line: int | None = None,
        stage: str = "",
        stage_on: datetime.date | None = None,
        amount: Decimal | None = None,
        currency: str = "",
        quantity: Decimal | None = None,
        unit: str = "",
        first: datetime.date | None = None,
        last: datetime.date | None = None,
        caveat: str = "",
    ) -> KeptContribution:
        """Change all that a contribution says."""
        return self._row(
            KeptContribution,
            Sending(
                "PUT",
                f"/api/v1/coalitions/{part(slug)}/contributions/{part(number)}",
                {},
                {"If-Match": if_match},
                {
                    "party": party,
                    "line": line,
                    "kind": kind,
                    "stage": stage,
                    "stage_on": stage_on,
                    "summary": summary,
                    "amount": amount,
                    "currency": currency,
                    "quantity": quantity,
                    "unit": unit,
                    "first": first,
                    "last": last,
                    "caveat": caveat,
                    "source": source,
                },
            ),
        )

    def withdraw_contribution(self, slug: str, number: int, *, if_match: str) -> None:
        """Take a contribution back: it stays in the ledger alone."""
        self._done(
            Sending(
                "DELETE", f"/api/v1/coalitions/{part(slug)}/contributions/{part(number)}", {}, {"If-Match": if_match}
            )
        )

    def contribution_rows(
        self,
        slug: str,
        *,
        as_of: datetime.date | None = None,
        kind: str | None = None,
        line: int | None = None,
        party: str | None = None,
        release: str | None = None,
        size: int = 100,
        sort: str | None = None,
        source: str | None = None,
        stage: str | None = None,
    ) -> Iterator[ContributionRow]:
        """List what partners give with its sources and names, all or that of a party, line, kind, release, stage
        or source.

        The newest come first unless `sort` says otherwise. Pages lead to the first 10,000; `after=0` begins a
        list of all, by their numbers, without an order.
        """
        return self._rows(
            ContributionRow,
            Sending(
                "GET",
                f"/api/v1/coalitions/{part(slug)}/contributions/rows",
                {
                    "after": None if sort else 0,
                    "as_of": as_of,
                    "kind": kind,
                    "line": line,
                    "party": party,
                    "release": release,
                    "size": size,
                    "sort": sort,
                    "source": source,
                    "stage": stage,
                },
                {},
            ),
        )

    def contribution_sums(
        self,
        slug: str,
        *,
        as_of: datetime.date | None = None,
        kind: str | None = None,
        line: int | None = None,
        party: str | None = None,
        release: str | None = None,
        source: str | None = None,
        stage: str | None = None,
    ) -> ContributionSums:
        """Add up what partners give by line and currency, all or that of a party, line, kind, release or stage."""
        return self._row(
            ContributionSums,
            Sending(
                "GET",
                f"/api/v1/coalitions/{part(slug)}/contributions/sums",
                {
                    "as_of": as_of,
                    "kind": kind,
                    "line": line,
                    "party": party,
                    "release": release,
                    "source": source,
                    "stage": stage,
                },
                {},
            ),
        )

    def contribution_page(self, slug: str, number: int, *, as_of: datetime.date | None = None) -> ContributionPage:
        """Give a contribution with its source, who wrote it last, and the questions about it."""
        return self._row(
            ContributionPage,
            Sending("GET", f"/api/v1/coalitions/{part(slug)}/contributions/{part(number)}/page", {"as_of": as_of}, {}),
        )

    def contribution_choice(self, slug: str) -> ContributionChoice:
        """Tell what somebody who enters a contribution chooses from."""
        return self._row(
            ContributionChoice, Sending("GET", f"/api/v1/coalitions/{part(slug)}/contributions/choice", {}, {})
        )
