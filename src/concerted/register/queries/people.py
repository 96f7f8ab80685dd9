"""Who is in a coalition, who is invited, and what an invitation says."""

from __future__ import annotations

import hashlib
from datetime import datetime

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.db import transaction

from concerted.register.access import Permission, Role
from concerted.register.models import Invitation, LineOfEffort, Membership, User
from concerted.register.models.scope import Person
from concerted.register.queries import references
from concerted.register.queries.accounts import FACTORS
from concerted.register.queries.members import members
from concerted.register.queries.partners import parties
from concerted.register.queries.scope import Scope, enter
from concerted.register.rows.people import InvitationRow, PeoplePage, PersonRow, Welcome
from concerted.register.session import speaking
from concerted.terms.errors import NotAllowed, NotFound


def people(user: Person, slug: str, *, at: datetime) -> PeoplePage:
    """Show the people of a coalition to its secretariat and its auditors; raises NotAllowed for other members."""
    scope = enter(user, slug)
    if not (scope.part.may(Permission.MEMBER_ADD) or scope.part.may(Permission.LEDGER_AUDIT)):
        raise NotAllowed("only the secretariat and auditors see all people", where=slug, expected="one of them")
    return PeoplePage(
        people=_people(scope),
        invitations=tuple(_invitation(one, at) for one in _invitations(scope)),
        parties=tuple(references.party(one) for one in parties(scope)),
        lines=tuple(
            references.line(one)
            for one in LineOfEffort.objects.visible_to(user).filter(coalition=scope.coalition).order_by("number")
        ),
        may_invite=scope.part.may(Permission.MEMBER_ADD),
    )


def invitation(token: str, *, at: datetime) -> Welcome:
    """Give what an open invitation says to whoever holds its link, member or not; raises NotFound."""
    digest = hashlib.sha256(token.encode()).hexdigest()
    found = (
        Invitation.objects.filter(digest=digest, accepted_at=None, withdrawn_at=None, expires_at__gt=at)
        .select_related("by")
        .first()
    )
    if found is None:
        raise NotFound("the link does not work", where="invitation", expected="one that is open, within 14 days")
    # Whoever holds the link is nobody yet; what it names is what its maker may see.
    with transaction.atomic(), speaking(found.by):
        return _welcome(found)


def _welcome(found: Invitation) -> Welcome:
    return Welcome(
        slug=found.coalition.slug,
        coalition=found.coalition.name,
        email=found.email,
        name=found.name,
        role=found.role,
        party=references.party(found.party) if found.party else None,
        line=references.line(found.line) if found.line else None,
        by=found.by.name,
        expires_at=found.expires_at,
    )


def focal_addresses(user: Person, slug: str, code: str) -> tuple[tuple[str, str], ...]:
    """Give the confirmed addresses of a party's focal points, each with its person's language or "" for the site's.

    The secretariat writes to them.
    """
    scope = enter(user, slug)
    held = Membership.objects.visible_to(user).filter(
        coalition=scope.coalition, party__code=code, role=Role.FOCAL_POINT, user__is_active=True
    )
    found = EmailAddress.objects.filter(user__in=held.values("user"), verified=True, primary=True)
    return tuple(found.order_by("email").values_list("email", "user__language"))


def _people(scope: Scope) -> tuple[PersonRow, ...]:
    rows = members(scope.user, scope.coalition.slug)
    held = Membership.objects.visible_to(scope.user).filter(coalition=scope.coalition).values("user")
    every = User.objects.filter(pk__in=held).order_by("name", "username")
    guarded = set(Authenticator.objects.filter(type__in=FACTORS, user__in=every).values_list("user", flat=True))
    connected = set(SocialAccount.objects.filter(user__in=every).values_list("user", flat=True))
    return tuple(
        PersonRow(
            username=one.username,
            name=one.name,
            language=one.language,
            roles=tuple(row for row in rows if row.username == one.username),
            last_login=one.last_login,
            second_factor=one.pk in guarded,
            door=one.has_usable_password() or one.pk in connected,
        )
        for one in every
    )


def _invitations(scope: Scope) -> list[Invitation]:
    found = Invitation.objects.visible_to(scope.user).filter(
        coalition=scope.coalition, accepted_at=None, withdrawn_at=None
    )
    return list(found.select_related("party", "line", "by").order_by("-at", "-pk"))


def _invitation(one: Invitation, at: datetime) -> InvitationRow:
    return InvitationRow(
        id=one.pk,
        email=one.email,
        name=one.name,
        role=one.role,
        party=references.party(one.party) if one.party else None,
        organisation=one.organisation,
        line=references.line(one.line) if one.line else None,
        by=one.by.name,
        at=one.at,
        expires_at=one.expires_at,
        open=one.expires_at > at,
    )
