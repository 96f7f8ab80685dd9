"""Partners: who is in a coalition, what a party promised, what it gave, what is asked of it."""

from __future__ import annotations

from typing import Literal

from concerted.actions import accessions, party_names
from concerted.api.asking import Asking
from concerted.api.fields import Day, Sent, Slug, Word, plain
from concerted.api.operation import Operations
from concerted.register import queries
from concerted.register.rows.parties import PartyRow
from concerted.register.rows.records import PartnerPage

operations = Operations()
_PARTY = "/coalitions/{slug:slug}/partners/{slug:code}"
_Group = Literal["partners", "candidates", "former", "others"]


class Naming(Sent):
    """What a party is called since a day: its name and a short form of it, in up to three languages."""

    said_by: plain(500)  # type: ignore[valid-type]  # a sort of text
    since: Day | None = None
    name_en: Word = ""
    short_en: Word = ""
    name_fr: Word = ""
    short_fr: Word = ""
    name_ar: Word = ""
    short_ar: Word = ""


class Standing(Naming):
    """That a party is invited, accedes or withdraws, since a day and by a source.

    One that is not recorded yet is brought in, with its names where the vocabulary does not know its code.
    """

    standing: Literal["invited", "acceded", "withdrawn"]


@operations.read(
    "/coalitions/{slug:slug}/partners",
    past=True,
    sorts={
        "code": lambda one: one.party.code,
        "commitments": lambda one: one.commitments,
        "contributions": lambda one: one.contributions,
    },
)
def partners(request: Asking, slug: Slug, on: Day | None = None, group: _Group = "partners") -> tuple[PartyRow, ...]:
    """List who is in on a day with what each has promised and gives; or who is invited, has left, is only named."""
    rows: tuple[PartyRow, ...] = getattr(queries.partners(request.asker, slug, on=on or request.day), group)
    return rows


@operations.read(_PARTY, past=True)
def partner(request: Asking, slug: Slug, code: Slug) -> PartnerPage:
    """Give a partner: what it promised by name and jointly, what it gives, what is asked of it."""
    return queries.partner(request.asker, slug, code, today=request.day)


@operations.change(f"{_PARTY}/standing")
def record_standing(request: Asking, slug: Slug, code: Slug, body: Standing) -> None:
    """Record that a party is invited, accedes (again) or withdraws; one that is not there yet is brought in."""
    given = {"standing": body.standing, "since": body.since, "said_by": body.said_by}
    if code in {one.code for one in queries.new_parties(request.asker, slug)} or _said(body):
        accessions.add(coalition=slug, code=code, names=_said(body), by=request.asker, at=request.at, **given)
    else:
        accessions.record(coalition=slug, party=code, by=request.asker, at=request.at, **given)


@operations.change(f"{_PARTY}/names")
def rename(request: Asking, slug: Slug, code: Slug, body: Naming) -> None:
    """Record what a party is called from a day on."""
    party_names.rename(
        coalition=slug,
        party=code,
        names=_said(body),
        since=body.since,
        said_by=body.said_by,
        by=request.asker,
        at=request.at,
    )


def _said(body: Naming) -> dict[str, tuple[str, str]]:
    written = {code: (getattr(body, f"name_{code}"), getattr(body, f"short_{code}")) for code in ("en", "fr", "ar")}
    return {code: names for code, names in written.items() if names[0]}
