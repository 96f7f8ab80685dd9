"""Rules of rows that need nothing but the row itself: who sees it, and who may write it.

Each rule is a condition on a model's rows for somebody whose sets ``asker`` has worked out. Rules that lead to another
noun's row stand in ``policy``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, TypeAlias

from django.db import models
from django.db.models import Q

from concerted.register.asker import Sets

Model: TypeAlias = type[models.Model]


@dataclass(frozen=True, slots=True)
class Frame:
    """What every member of a coalition may know: its lines, parties, series. ``path`` leads to the coalition."""

    path: str = "coalition"

    def seen(self, model: Model, asker: Sets) -> Q:
        """Give the condition under which a row is seen."""
        return Q(**{f"{self.path}__in": asker.coalitions})

    def kept(self, model: Model, asker: Sets) -> Q:
        """Give the condition under which a row may be written: by the coalition's secretariat."""
        return Q(**{f"{self.path}__in": asker.secretariats})


@dataclass(frozen=True, slots=True)
class Standings(Frame):
    """Parties' standings: who has acceded or withdrawn as the frame, whom the coalition invites for members alone."""

    def seen(self, model: Model, asker: Sets) -> Q:
        """Give the condition under which a row is seen."""
        return Frame.seen(self, model, asker) & (~Q(standing="invited") | Q(coalition__in=asker.belonging))


@dataclass(frozen=True, slots=True)
class Releases:
    """Releases: the general ones with the coalition's frame, those to named partners by whom they concern."""

    def seen(self, model: Model, asker: Sets) -> Q:
        """Give the condition under which a row is seen."""
        named = Q(owner__in=asker.parties) | Q(pk__in=asker.releases)
        own = Q(owner__isnull=True, coalition__in=asker.secretariats)
        general = ~Q(kind="named partners")
        return Q(coalition__in=asker.coalitions) & (general | named | own)

    def kept(self, model: Model, asker: Sets) -> Q:
        """Give the condition under which a row may be written: nobody adds partners to what others name."""
        general = ~Q(kind="named partners") & Q(coalition__in=asker.working)
        own = Q(coalition__in=asker.secretariats) | general
        return Q(owner__in=asker.keeping, coalition__in=asker.working) | (Q(owner__isnull=True) & own)


@dataclass(frozen=True, slots=True)
class Memberships:
    """One's own part in a coalition (``person`` names whose it is); all for its secretariat and its auditors."""

    person: str = "user"

    def seen(self, model: Model, asker: Sets) -> Q:
        """Give the condition under which a row is seen."""
        every = Q(coalition__in=asker.secretariats) | Q(coalition__in=asker.audited)
        return Q(**{f"{self.person}__in": asker.person}) | every

    def kept(self, model: Model, asker: Sets) -> Q:
        """Give the condition under which a row may be written."""
        return Q(coalition__in=asker.secretariats)


@dataclass(frozen=True, slots=True)
class Readers:
    """What stands behind published totals: for those whom their ``release`` reaches, which observers are not."""

    def seen(self, model: Model, asker: Sets) -> Q:
        """Give the condition under which a row is seen."""
        return Q(release__in=asker.releases)

    def kept(self, model: Model, asker: Sets) -> Q:
        """Give the condition under which a row may be written: by the coalition's secretariat."""
        return Q(coalition__in=asker.secretariats)


@dataclass(frozen=True, slots=True)
class Workshop:
    """What somebody works at before it becomes a record: for the people of whose own it will be."""

    def seen(self, model: Model, asker: Sets) -> Q:
        """Give the condition under which a row is seen."""
        return Q(owner__in=asker.parties) | Q(owner__isnull=True, coalition__in=asker.secretariats)

    def kept(self, model: Model, asker: Sets) -> Q:
        """Give the condition under which a row may be written."""
        return Q(owner__in=asker.keeping) | Q(owner__isnull=True, coalition__in=asker.secretariats)


@dataclass(frozen=True, slots=True)
class Sightings:
    """Who has seen a record: for its owner's people, and what each has seen oneself."""

    def seen(self, model: Model, asker: Sets) -> Q:
        """Give the condition under which a row is seen."""
        own = Q(owner__in=asker.parties) | Q(owner__isnull=True, coalition__in=asker.secretariats)
        return Q(user__in=asker.person) | own

    def kept(self, model: Model, asker: Sets) -> Q:
        """Give the condition under which a row may be written."""
        return Q(user__in=asker.person)


@dataclass(frozen=True, slots=True)
class Own:
    """What is one's own business alone; ``person`` names whose it is."""

    person: str = "user"

    def seen(self, model: Model, asker: Sets) -> Q:
        """Give the condition under which a row is seen."""
        return Q(**{f"{self.person}__in": asker.person})

    kept = seen


@dataclass(frozen=True, slots=True)
class Rereleases:
    """How a record is released since that was changed; seen by those whom it reaches."""

    def seen(self, model: Model, asker: Sets) -> Q:
        """Give the condition under which a row is seen."""
        return reaching(asker)

    def kept(self, model: Model, asker: Sets) -> Q:
        """Let nobody write: the database does."""
        return Q(pk__isnull=True)


@dataclass(frozen=True, slots=True)
class Tallies:
    """How many rows there are: for whom each of them reaches, together with what they are within."""

    def seen(self, model: Model, asker: Sets) -> Q:
        """Give the condition under which a row is seen."""
        frame = Q(is_frame=True, coalition__in=asker.coalitions)
        return frame | (reaching(asker) & (Q(within_release__isnull=True) | reaching(asker, within="within_")))

    def kept(self, model: Model, asker: Sets) -> Q:
        """Let nobody write: the database does."""
        return Q(pk__isnull=True)


@dataclass(frozen=True, slots=True)
class Open:
    """Open to everybody: hashes and signatures, which disclose nothing of what they cover."""

    def seen(self, model: Model, asker: Sets) -> Q:
        """Give the condition under which a row is seen."""
        return Q()

    kept = seen


@dataclass(frozen=True, slots=True)
class People:
    """Oneself, and those with whom one shares a coalition."""

    def seen(self, model: Model, asker: Sets) -> Q:
        """Give the condition under which a row is seen."""
        members = rows_of("Membership").filter(coalition__in=asker.belonging)
        return Q(pk__in=asker.person) | Q(pk__in=members.values("user"))

    kept = seen


def reaching(asker: Sets, path: str = "", *, within: str = "") -> Q:
    """Give the condition under which a record with owner and release reaches a person; ``path`` leads to it.

    ``within`` begins the names of owner and release where a row has those of what it is within.
    """
    own = f"{path}{within}"
    nobody = Q(**{f"{own}owner__isnull": True})
    return (
        Q(**{f"{own}release__in": asker.releases})
        | Q(**{f"{own}owner__in": asker.parties})
        | (nobody & Q(**{f"{path}coalition__in": asker.secretariats}))
        | (nobody & Q(**{f"{own}release__in": asker.observed}))
    )


def keeping(asker: Sets) -> Q:
    """Give the condition under which a record may be written: by its owner's people; the coalition's by who works."""
    own = Q(owner__in=asker.keeping, coalition__in=asker.working)
    return own | Q(owner__isnull=True, coalition__in=asker.working)


def rows_of(name: str) -> Any:
    """Give every row of a model by its name, when the models are there."""
    from django.apps import apps

    return apps.get_model("register", name)._default_manager
