"""Progress reports: what partners say of each of their commitments, in a reporting window."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from django.db.models import Q, QuerySet
from django.utils import timezone

from concerted.actions import keeping, ledger
from concerted.actions.keeping import Keeping
from concerted.register.binding import binds
from concerted.register.models import Commitment, Reach, Report, User, Window
from concerted.register.nouns.report import REPORT, Content
from concerted.terms.errors import Conflict, NotAllowed


@ledger.action("report.add")
def add(*, coalition: str, content: Content, by: User, at: datetime, reach: str = Reach.OWNER) -> int:
    """Report on a commitment that binds the party for which the person speaks; gives the report's number.

    A report that comes after its window has closed is taken, too. Raises as ``keeping.enter``, or Conflict for a
    window that is not open yet, a commitment that does not bind the party, and a second report in one window.
    """
    return keeping.enter(_written(by, at), coalition=coalition, content=content, by=by, reach=reach)


@ledger.action("report.change")
def change(*, number: int, content: Content, seen: int, by: User, at: datetime) -> None:
    """Change what a report says; ``seen`` is the edition that the person saw. Raises as ``keeping.alter``."""
    keeping.alter(_written(by, at), number, content=content, seen=seen, by=by)


@ledger.action("report.withdraw")
def withdraw(*, number: int, seen: int, by: User, at: datetime) -> None:
    """Take a report back. Raises as ``keeping.take_back``."""
    keeping.take_back(KEEPING, number, seen=seen, by=by)


def _checked(content: Content) -> Content:
    return content


def _written(by: User, at: datetime) -> Keeping:
    """Keep reports on what a person sees and their party is bound by, and say who wrote them last, and when."""

    def fill(one: Report, content: Content) -> None:
        windows, commitments = Window.objects.visible_to(by), Commitment.objects.visible_to(by)
        _put(one, content, windows, commitments)
        if one.window.opens > timezone.localtime(at).date():
            raise Conflict(f"it opens on {one.window.opens}", where="window", expected="an open reporting window")
        if not commitments.filter(binds(by, one.party.pk), pk=one.commitment_id).exists():
            raise Conflict(
                f"it does not bind {one.party.code}",
                where="commitment",
                expected="one that it made by name, or with all issuers of a statement",
            )
        one.by, one.at = by, at

    return replace(KEEPING, fill=fill)


def _fill(one: Report, content: Content) -> None:
    """Fill a report that is only looked at: with what its owner sees as the whole coalition does."""
    is_open = Q(release__kind__in=(Reach.COALITION, Reach.PUBLIC), in_force=True)
    _put(one, content, Window.objects.filter(is_open), Commitment.objects.filter(is_open, merged_into=None))


def _put(one: Report, content: Content, windows: QuerySet[Window], commitments: QuerySet[Commitment]) -> None:
    if one.owner is None:
        raise NotAllowed("a report is its partner's own", where="party", expected="a partner's focal point")
    window = windows.filter(coalition=one.coalition, pk=content.window).prefetch_related("lines").first()
    if window is None:
        raise Conflict(f"no reporting window {content.window}", where="window", expected="one that you may see")
    commitment = commitments.filter(coalition=one.coalition, pk=content.commitment).first()
    if commitment is None:
        raise Conflict(f"no commitment {content.commitment}", where="commitment", expected="one that you may see")
    lines = {line.pk for line in window.lines.all()}
    if lines and not commitment.lines.filter(pk__in=lines).exists():
        raise Conflict("it is on other lines than the window", where="commitment", expected="one of the window's lines")
    one.window, one.commitment, one.party = window, commitment, keeping.giver(one, content.party)
    one.stand, one.text, one.evidence = content.stand, content.text, content.evidence
    same = Report.objects.filter(window=window, commitment=commitment, party=one.party, in_force=True)
    if same.exclude(pk=one.pk).exists():
        raise Conflict("it is reported on in this window", where="commitment", expected="a change of that report")


KEEPING = Keeping(REPORT, _checked, _fill, add, change, withdraw, signed=_written)
