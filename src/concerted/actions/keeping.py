"""What all nouns share that people keep: entered, changed and taken back by their owner's people alone.

A noun's own module has its checks and its three actions, which call what stands here; ``concerted.actions.kept`` lists
them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from typing import Any

from concerted.actions import ledger, releases, searching
from concerted.actions.editing import Edited, at_edition, last_change
from concerted.actions.records import naming
from concerted.register.access import Permission
from concerted.register.audience import Wanted
from concerted.register.models import Coalition, Party, Reach, User
from concerted.register.nouns import Column, Form, Noun
from concerted.register.part import Part
from concerted.terms import currencies, units
from concerted.terms.errors import Conflict, NotAllowed, NotFound


@dataclass(frozen=True, slots=True)
class Keeping:
    """How a noun is kept.

    ``check`` refuses what its columns cannot tell (Conflict, whose ``where`` is a column) and gives the content as it
    is kept. ``fill`` puts a content into a row, whose coalition and owner are set, and finds what it names. ``add``,
    ``change`` and ``withdraw`` are the noun's actions: ``add(coalition=, content=, by=, at=, reach=)`` gives the
    number, ``change(number=, content=, seen=, by=, at=)``, ``withdraw(number=, seen=, by=, at=)``. ``signed`` gives how
    it is kept by a person at a time, where a row says who wrote it or what may be written hangs on who does; ``alone``
    says what no two rows in force may both say (None: nothing), beyond the rules of the database.
    """

    noun: Noun
    check: Callable[[Any], Any]
    fill: Callable[[Any, Any], None]
    add: Callable[..., int]
    change: Callable[..., None]
    withdraw: Callable[..., None]
    signed: Callable[[User, datetime], Keeping] | None = None
    alone: Callable[[Any], tuple[object, ...] | None] | None = None

    def by(self, person: User, at: datetime) -> Keeping:
        """Give how the noun is kept by a person at a time."""
        return self.signed(person, at) if self.signed else self

    def checked(self, content: Any) -> Any:
        """Bring a content into the form that is kept; raises Conflict, whose ``where`` is the column at fault."""
        return self.check(tidy(self.noun, content))


def enter(keeping: Keeping, *, coalition: str, content: Any, by: User, reach: str) -> int:
    """Enter a record of the party that the person speaks for, or the coalition's own; gives its number.

    Part of the action that calls it. Its owner alone sees it unless ``reach`` says more. Raises NotFound, NotAllowed,
    or Conflict, whose ``where`` is the column that cannot be so.
    """
    home = Coalition.objects.visible_to(by).filter(slug=coalition).first()
    if home is None:
        raise NotFound("no such coalition", where="coalition", expected="one of your coalitions")
    part = ledger.require(by, home, Permission.RECORD_KEEP)
    made = blank(keeping, part, content, reach=reach)
    made.save()
    searching.index_new([made])
    number: int = made.pk
    return number


def blank(keeping: Keeping, part: Part, content: Any, *, reach: str = Reach.OWNER) -> Any:
    """Make a record for who holds the part, not yet saved; raises as ``enter``."""
    home = part.coalition
    owner = Party.objects.get(coalition=home, pk=part.party) if part.party is not None else None
    if keeping.noun.common and owner is not None:
        raise NotAllowed("it is the coalition's own", where=keeping.noun.name, expected="the secretariat")
    made = keeping.noun.model(coalition=home, owner=owner)
    keeping.fill(made, keeping.checked(content))
    line = getattr(made, "line", None)
    made.release = releases.give(home, Wanted(reach, line=line.number if line else None), owner=owner)
    return made


def alter(keeping: Keeping, number: int, *, content: Any, seen: int, by: User) -> None:
    """Change what a record says; ``seen`` is the edition that the person saw. Part of the action that calls it.

    Its release stays. Raises NotFound, NotAllowed, Conflict as ``enter``, or Edited if somebody changed it meanwhile.
    """
    found = own(keeping, number, by, seen)
    checked = keeping.checked(content)
    was = keeping.noun.written(found)
    keeping.fill(found, checked)
    if keeping.noun.written(found) == was:
        return
    found.edition += 1
    found.save()
    searching.index(found)


def take_back(keeping: Keeping, number: int, *, seen: int, by: User) -> None:
    """Take a record back: it stays in the ledger, and no list, sum or search has it. Raises as ``alter``."""
    found = own(keeping, number, by, seen)
    found.in_force, found.edition = False, found.edition + 1
    found.save(update_fields=["in_force", "edition"])
    searching.forget(found)


def own(keeping: Keeping, number: int, by: User, seen: int) -> Any:
    """Find a record that the person keeps, in the edition that they saw, and hold it until the action ends."""
    noun = keeping.noun
    where = f"{noun.name} {number}"
    every = noun.model.objects.visible_to(by).select_related("coalition", *noun.related)
    found = every.filter(pk=number).first()
    if found is None:
        raise NotFound(f"no such {noun.name}", where=where, expected="one that you may see")
    part = ledger.membership(by, found.coalition)
    found = every.filter(pk=number).first()
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
            was=asdict(noun.written(was)) if was else {},
            now=asdict(noun.written(found)),
            seen=str(found.edition),
            by=last.by.name if last and last.by else None,
            at=last.at if last else None,
        )
    return found


def tidy(noun: Noun, content: Any) -> Any:
    """Trim a content's words and check what its columns tell; raises Conflict, whose ``where`` is the column."""
    clean = replace(
        content,
        **{
            one.name: _words(one, getattr(content, one.name))
            for one in noun.columns
            if isinstance(getattr(content, one.name), str)
        },
    )
    for one in noun.columns:
        value = getattr(clean, one.name)
        if one.required and value in ("", None):
            raise Conflict("it is empty", where=one.name, expected=one.says)
        if one.longest and len(value) > one.longest:
            raise Conflict(f"it has {len(value)} characters", where=one.name, expected=f"at most {one.longest}")
        if one.choices and value and value not in one.choices:
            raise Conflict(f"{value!r} is no {one.name}", where=one.name, expected=", ".join(one.choices))
        if one.form is Form.CURRENCY and value and value not in currencies.codes():
            raise Conflict(f"{value!r} is no currency", where=one.name, expected="a code of ISO 4217, as EUR")
    return clean


def paired(content: Any, figure: str, unit: str) -> None:
    """Refuse a figure without its unit and a unit without its figure, and a figure that is nothing."""
    value = getattr(content, figure)
    if value is not None and value <= 0:
        raise Conflict(f"{value} is nothing", where=figure, expected="more than 0, or no figure at all")
    if (value is None) != (not getattr(content, unit)):
        raise Conflict("one is without the other", where=unit, expected=f"{figure} and {unit}, or neither")


def forward(content: Any, first: str, last: str) -> None:
    """Refuse a period that ends before it starts."""
    start, end = getattr(content, first), getattr(content, last)
    if start and end and end < start:
        raise Conflict(f"it ends on {end}, before it starts", where=last, expected=f"{start} or later")


def giver(one: Any, code: str) -> Party:
    """Find the party that a record is of: the owner's own; the coalition's own record may be of any partner.

    Raises Conflict (``where`` party), or NotFound for a code that is none.
    """
    owner: Party | None = one.owner
    if owner is not None:
        if code not in ("", owner.code):
            raise Conflict(f"{code} is another partner", where="party", expected=f"{owner.code}, whose own it is")
        return owner
    if not code:
        raise Conflict("it is empty", where="party", expected="the code of a partner, such as KWT")
    return naming.party(one.coalition, code)


def _words(column: Column, value: str) -> str:
    """Trim words, with the ends of lines that the register keeps and not a browser's own."""
    if column.form in (Form.CURRENCY, Form.PARTY):
        return value.strip().upper()
    words = "\n".join(line.rstrip() for line in value.strip().splitlines())
    return units.known(words) if column.form is Form.UNIT else words
