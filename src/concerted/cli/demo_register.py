"""Fill a register with the built-in coalition, through the same actions as any other: set up, take in, review."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from concerted.cli.init import make
from concerted.cli.site import acting
from concerted.terms.coalition import Coalition
from concerted.terms.coalition_file import coalitions
from concerted.terms.errors import Conflict
from concerted.terms.parties import party
from concerted.terms.shelf import BadData, folder

if TYPE_CHECKING:
    from concerted.actions.intake import TakenIn
    from concerted.actions.users import Account
    from concerted.terms.coalition import KnownStatement

# Known to everybody: the demo's site answers on this machine alone.
PASSWORD = "plenary in 180 days"  # noqa: S105


@dataclass(frozen=True, slots=True)
class SignIn:
    """A person of the demo, and what they may do."""

    username: str
    name: str
    role: str
    party: str | None
    may: str


def built_in() -> Coalition:
    """Give the first coalition that has digests of its statements; raises BadData if none has."""
    for one in coalitions():
        if any(statement.digest for statement in one.statements):
            return one
    raise BadData("no coalition has digests", where=str(folder("coalitions")), expected="a complete installation")


def people(coalition: Coalition) -> tuple[SignIn, ...]:
    """List the demo's people: the secretariat, a focal point and a reader of a party that leads."""
    code = (coalition.leads or coalition.partners)[0].party
    name = party(code).name()
    return (
        SignIn("secretariat", "Demo secretariat", "secretariat", None, "reviews what was read and keeps the record"),
        SignIn("focal", "Demo focal point", "focal point", code, f"speaks for {name} and keeps its commitments"),
        SignIn("reader", "Demo reader", "partner reader", code, f"reads for {name}"),
    )


def fill(register: Path, coalition: Coalition, at: datetime) -> Iterator[str]:
    """Make the register or complete it, saying in lines what was done and what was there already."""
    yield from make(str(register), (coalition.slug,))
    operator = acting()
    yield _add(people(coalition), coalition.slug, operator, at)
    yield _give(coalition.slug, at)
    told = sorted((one for one in coalition.statements if one.digest), key=lambda one: (one.issued_on is None, one.id))
    for place, statement in enumerate(told, 1):
        taken = _take_in(statement, coalition, operator, at)
        if not taken.new:
            yield f"Already there: {taken.title} ({taken.findings} findings)"
            continue
        # The last one stays half open, so that there is something to review.
        accepted = _review(taken, coalition.slug, at, half=place == len(told))
        yield f"Taken in: {taken.title} ({taken.findings} findings, {accepted} of them accepted)"


def _add(wanted: tuple[SignIn, ...], slug: str, operator: Account, at: datetime) -> str:
    from concerted.actions import users
    from concerted.register import queries

    known = {one.username for one in queries.members(operator, slug)}
    for one in wanted:
        if one.username not in known:
            users.add(
                username=one.username,
                password=PASSWORD,
                name=one.name,
                role=one.role,
                party=one.party,
                coalition=slug,
                by=operator,
                at=at,
            )
    names = ", ".join(one.username for one in wanted)
    return f"People: {names} {'already there' if all(one.username in known for one in wanted) else 'added'}"


def _give(slug: str, at: datetime) -> str:
    """Enter two invented contributions of the demo's focal point: one that it keeps, one that all may see."""
    from django.contrib.auth import authenticate

    from concerted.actions import contributions, requirements
    from concerted.register import queries
    from concerted.register.nouns import requirement
    from concerted.register.nouns.contribution import Content

    focal = authenticate(username="focal", password=PASSWORD)
    if focal is None:
        return "Contributions: none, the focal point's password was changed"
    if any(row.owner for row in queries.contributions(focal, slug).rows):
        return "Contributions: already there"
    line = next((one.number for one in queries.contribution_choice(focal, slug).lines), None)
    source = "Invented for the demo"
    kept = Content(
        kind="funds",
        summary="Invented example: funds that are not announced yet",
        source=source,
        line=line,
        amount=Decimal(2_500_000),
        currency="USD",
        caveat="Invented: not before the budget is passed.",
        stage="offered",
    )
    shared = Content(
        kind="training",
        summary="Invented example: places in a course",
        source=source,
        line=line,
        quantity=Decimal(40),
        unit="places",
        stage="committed",
        stage_on=at.date(),
    )
    contributions.add(coalition=slug, content=kept, by=focal, at=at)
    contributions.add(coalition=slug, content=shared, reach="coalition", by=focal, at=at)
    need = requirement.Content(
        kind="expertise",
        summary="Invented example: advisers for a training centre",
        priority="high",
        source=source,
        line=line,
        quantity=Decimal(12),
        unit="advisers",
        status="partly covered",
    )
    requirements.add(coalition=slug, content=need, reach="coalition", by=focal, at=at)
    return "Contributions: two invented ones, one that its partner keeps and one released to the coalition"


def _take_in(statement: KnownStatement, coalition: Coalition, operator: Account, at: datetime) -> TakenIn:
    from concerted.actions import intake
    from concerted.formats import open_document
    from concerted.reading.read import read

    digest = folder("coalitions") / coalition.slug / str(statement.digest)
    data = digest.read_bytes()
    document = open_document(data, digest.name)
    reading = read(document, given_date=statement.issued_on, coalition=coalition)
    return intake.take_in(
        document=document, original=data, reading=reading, coalition=coalition.slug, by=operator, at=at
    )


def _review(taken: TakenIn, slug: str, at: datetime, *, half: bool) -> int:
    """Accept what was read as the demo's secretariat, all of it or the first half; gives how much."""
    from django.contrib.auth import authenticate

    from concerted.actions import review
    from concerted.register import queries

    secretariat = authenticate(username="secretariat", password=PASSWORD)
    if secretariat is None:
        raise Conflict("its password was changed", where="the demo's secretariat", expected="a new demo register")
    if not half:
        return review.accept_statement(statement=taken.statement, by=secretariat, at=at).accepted
    rows = [row for row in queries.statement(secretariat, slug, taken.statement).findings if row.reviewable]
    for row in rows[: len(rows) // 2]:
        review.accept(finding=row.id, by=secretariat, at=at)
    return len(rows) // 2
