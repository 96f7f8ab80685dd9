"""What partners give: entered, changed and withdrawn by their own focal points alone."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from datetime import date, datetime
from decimal import Decimal

from concerted.actions import ledger, releases, searching
from concerted.actions.editing import Edited, at_edition, last_change
from concerted.actions.records import naming
from concerted.register.access import Permission
from concerted.register.audience import Wanted
from concerted.register.models import (
    Coalition,
    Contribution,
    ContributionKind,
    LineOfEffort,
    Party,
    Reach,
    User,
)
from concerted.terms import currencies
from concerted.terms.errors import Conflict, NotAllowed, NotFound

LONGEST = {"summary": 2000, "unit": 60, "caveat": 5000, "source": 1000}


@dataclass(frozen=True, slots=True)
class Content:
    """What a contribution says; see the model. ``line`` is the number of a line of effort."""

    kind: str
    summary: str
    source: str
    line: int | None = None
    amount: Decimal | None = None
    currency: str = ""
    quantity: Decimal | None = None
    unit: str = ""
    first: date | None = None
    last: date | None = None
    caveat: str = ""


@ledger.action("contribution.add")
def add(*, coalition: str, content: Content, by: User, at: datetime, reach: str = Reach.OWNER) -> int:
    """Enter a contribution of the party that the person speaks for; gives its number.

    Its owner alone sees it unless ``reach`` says more. Raises NotFound, NotAllowed, or Conflict, whose ``where`` is
    the field that cannot be so.
    """
    home = Coalition.objects.visible_to(by).filter(slug=coalition).first()
    if home is None:
        raise NotFound("no such coalition", where="coalition", expected="one of your coalitions")
    part = ledger.require(by, home, Permission.CONTRIBUTION_KEEP_OWN)
    party = Party.objects.filter(coalition=home, pk__in=[part.party] if part.party else []).first()
    if party is None:
        raise NotAllowed(f"{by.name} speaks for no partner", where=home.slug, expected="a partner's focal point")
    checked = _checked(content)
    line = _line(home, checked)
    release = releases.give(home, Wanted(reach, line=line.number if line else None), owner=party)
    made = Contribution(coalition=home, party=party, owner=party, release=release)
    _write(made, checked, line)
    return made.pk


@ledger.action("contribution.change")
def change(*, contribution: int, content: Content, seen: int, by: User, at: datetime) -> None:
    """Change what a contribution says; ``seen`` is the edition that the person saw.

    Its release stays. Raises NotFound, NotAllowed, Conflict as ``add``, or Edited if somebody changed it meanwhile.
    """
    found = _own(contribution, by, seen)
    checked = _checked(content)
    if checked == written(found):
        return
    found.edition += 1
    _write(found, checked, _line(found.coalition, checked))


@ledger.action("contribution.withdraw")
def withdraw(*, contribution: int, seen: int, by: User, at: datetime) -> None:
    """Take a contribution back: it stays in the ledger, and no list, sum or search has it. Raises as ``change``."""
    found = _own(contribution, by, seen)
    found.in_force, found.edition = False, found.edition + 1
    found.save(update_fields=["in_force", "edition"])
    searching.forget(found)


def written(one: Contribution) -> Content:
    """Give what a contribution says, from its row."""
    return Content(
        kind=one.kind,
        summary=one.summary,
        source=one.source,
        line=one.line.number if one.line else None,
        amount=one.amount,
        currency=one.currency,
        quantity=one.quantity,
        unit=one.unit,
        first=one.first,
        last=one.last,
        caveat=one.caveat,
    )


def _own(number: int, by: User, seen: int) -> Contribution:
    """Find a contribution that the person keeps, in the edition that they saw, and hold it until the action ends."""
    where = f"contribution {number}"
    found = Contribution.objects.visible_to(by).select_related("coalition").filter(pk=number).first()
    if found is None:
        raise NotFound("no such contribution", where=where, expected="one that you may see")
    part = ledger.membership(by, found.coalition)
    found = Contribution.objects.visible_to(by).filter(pk=number).first()
    if found is None:
        raise NotFound("it was withdrawn", where=where, expected="one that you may see")
    if not part.may_change(found):
        raise NotAllowed(
            f"{by.name} ({', '.join(part.roles)}) may not change it",
            where=where,
            expected="a focal point of the partner whose own it is: others can ask",
        )
    if found.edition != seen:
        was, last = at_edition(found, seen, by), last_change(found, by)
        raise Edited(
            "somebody else changed it meanwhile",
            where=where,
            expected=f"edition {seen}, as you saw it",
            was=asdict(written(was)) if was else {},
            now=asdict(written(found)),
            seen=str(found.edition),
            by=last.by.name if last and last.by else None,
            at=last.at if last else None,
        )
    return found


def _checked(content: Content) -> Content:
    """Bring a content into the form that is kept; raises Conflict for what cannot be so."""
    clean = replace(
        content,
        summary=_text(content.summary),
        source=_text(content.source),
        currency=content.currency.strip().upper(),
        unit=_text(content.unit),
        caveat=_text(content.caveat),
    )
    for name, longest in LONGEST.items():
        if (length := len(getattr(clean, name))) > longest:
            raise Conflict(f"it has {length} characters", where=name, expected=f"at most {longest}")
    if clean.kind not in ContributionKind.values:
        raise Conflict(f"{clean.kind!r} is no kind", where="kind", expected=", ".join(ContributionKind.values))
    for name, what in (("summary", "what is given"), ("source", "what it rests on")):
        if not getattr(clean, name):
            raise Conflict("it is empty", where=name, expected=what)
    for name, unit in (("amount", "currency"), ("quantity", "unit")):
        figure = getattr(clean, name)
        if figure is not None and figure <= 0:
            raise Conflict(f"{figure} is nothing", where=name, expected="more than 0, or no figure at all")
        if (figure is None) != (not getattr(clean, unit)):
            raise Conflict("one is without the other", where=unit, expected=f"{name} and {unit}, or neither")
    if clean.currency and clean.currency not in currencies.codes():
        raise Conflict(f"{clean.currency!r} is no currency", where="currency", expected="a code of ISO 4217, as EUR")
    if clean.first and clean.last and clean.last < clean.first:
        raise Conflict(f"it ends on {clean.last}, before it starts", where="last", expected=f"{clean.first} or later")
    return clean


def _text(words: str) -> str:
    """Trim a text, with the ends of lines that the register keeps and not a browser's own."""
    return "\n".join(line.rstrip() for line in words.strip().splitlines())


def _line(home: Coalition, content: Content) -> LineOfEffort | None:
    return naming.line(home, content.line) if content.line is not None else None


def _write(one: Contribution, content: Content, line: LineOfEffort | None) -> None:
    for name, value in asdict(content).items():
        setattr(one, name, line if name == "line" else value)
    one.save()
    searching.index(one)
