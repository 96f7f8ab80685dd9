"""Whom a commitment binds: who made it by name, or took part in a statement whose issuers made it all together."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from concerted.register.models import Aim, Commitment, Participation, Party, Report, Status, Window
from concerted.register.models.scope import Person

_SPEAKING = ("issuer", "joined")
_RUNNING = (Status.OPEN, Status.IN_PROGRESS)


def binds(user: Person, party: int) -> Q:
    """Give the condition on commitments that bind a party, as far as the person sees that it took part."""
    named = Commitment.actors.through._default_manager.filter(party=party)
    spoke = Participation.objects.visible_to(user).filter(party=party, role__in=_SPEAKING)
    return Q(pk__in=named.values("commitment")) | Q(by_issuers=True, finding__statement__in=spoke.values("statement"))


def bound(user: Person, commitment: Commitment) -> QuerySet[Party]:
    """Give the parties that a commitment binds, as far as the person sees that they took part."""
    parties = Q(pk__in=commitment.actors.values("pk"))
    if commitment.by_issuers:
        spoke = Participation.objects.visible_to(user).filter(
            statement=commitment.finding.statement_id, role__in=_SPEAKING
        )
        parties |= Q(pk__in=spoke.values("party"))
    return Party.objects.filter(parties, coalition=commitment.coalition_id).order_by("name")


def owed(user: Person, window: Window, party: int) -> QuerySet[Commitment]:
    """Give the commitments on which a party has not reported in a window, as far as the person sees them.

    Those that are still running and no general aims: nobody can say how far one has come with these.
    """
    found = Commitment.objects.visible_to(user).filter(coalition=window.coalition_id, status__in=_RUNNING)
    lines = [line.pk for line in window.lines.all()]
    if lines:
        on_lines = Commitment.lines.through._default_manager.filter(lineofeffort__in=lines)
        found = found.filter(pk__in=on_lines.values("commitment"))
    done = Report.objects.filter(window=window, party=party, in_force=True)
    return found.exclude(aim=Aim.GENERAL).filter(binds(user, party)).exclude(pk__in=done.values("commitment"))
