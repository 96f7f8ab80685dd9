"""Reporting windows: from when to when partners report, and on what."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime

from concerted.actions import ledger, releases, searching
from concerted.actions.records import naming
from concerted.register.access import Permission
from concerted.register.audience import Wanted
from concerted.register.models import Coalition, Reach, Report, User, Window
from concerted.terms.errors import Conflict, NotFound

LONGEST_TITLE = 300


@dataclass(frozen=True, slots=True)
class Content:
    """What a window says; see the model. ``lines`` are numbers of lines of effort, none for all."""

    title: str
    first: date
    last: date
    opens: date
    closes: date
    lines: tuple[int, ...] = ()


@ledger.action("window.add")
def add(*, coalition: str, content: Content, by: User, at: datetime, reach: str = Reach.COALITION) -> int:
    """Plan a reporting window; gives its number. Raises NotFound, NotAllowed, or Conflict (``where`` is the field)."""
    home = Coalition.objects.visible_to(by).filter(slug=coalition).first()
    if home is None:
        raise NotFound("no such coalition", where="coalition", expected="one of your coalitions")
    ledger.require(by, home, Permission.WINDOW_KEEP)
    made = Window(coalition=home, release=releases.give(home, Wanted(reach), owner=None))
    _write(made, _checked(content))
    return made.pk


@ledger.action("window.change")
def change(*, window: int, content: Content, seen: int, by: User, at: datetime) -> None:
    """Change a window; ``seen`` is the edition that the person saw. Raises as ``add`` does."""
    found = _own(window, by, seen)
    found.edition += 1
    _write(found, _checked(content))


@ledger.action("window.withdraw")
def withdraw(*, window: int, seen: int, by: User, at: datetime) -> None:
    """Take a window back; raises as ``change``, or Conflict once somebody has reported in it."""
    found = _own(window, by, seen)
    if Report.objects.filter(window=found, in_force=True).exists():
        raise Conflict("partners have reported in it", where="window", expected="a window without reports")
    found.in_force, found.edition = False, found.edition + 1
    found.save(update_fields=["in_force", "edition"])
    searching.forget(found)


def _own(number: int, by: User, seen: int) -> Window:
    where = f"window {number}"
    found = Window.objects.visible_to(by).select_related("coalition").filter(pk=number).first()
    if found is None:
        raise NotFound("no such reporting window", where=where, expected="one that you may see")
    ledger.require(by, found.coalition, Permission.WINDOW_KEEP)
    found.refresh_from_db(fields=["edition", "in_force"])
    if found.edition != seen or not found.in_force:
        raise Conflict("somebody else changed it meanwhile", where=where, expected=f"edition {found.edition}")
    return found


def _checked(content: Content) -> Content:
    clean = replace(content, title=" ".join(content.title.split()), lines=tuple(sorted(set(content.lines))))
    if not 0 < len(clean.title) <= LONGEST_TITLE:
        raise Conflict(f"it has {len(clean.title)} characters", where="title", expected=f"1 to {LONGEST_TITLE}")
    for first, last in (("first", "last"), ("opens", "closes")):
        if getattr(clean, last) < getattr(clean, first):
            raise Conflict(f"it ends before {getattr(clean, first)}", where=last, expected="that day or later")
    return clean


def _write(one: Window, content: Content) -> None:
    lines = [naming.line(one.coalition, number) for number in content.lines]
    one.title, one.first, one.last = content.title, content.first, content.last
    one.opens, one.closes = content.opens, content.closes
    one.save()
    if {line.pk for line in lines} != set(one.lines.values_list("pk", flat=True)):
        one.lines.set(lines)
    searching.index(one)
