"""The door: who is known by an address, and the ending of sign-ins."""

from __future__ import annotations

from datetime import datetime

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session

from concerted.actions import ledger
from concerted.actions.users import Account
from concerted.register.models import User
from concerted.terms.errors import NotFound


def known(*, address: str) -> Account | None:
    """Give the person whose confirmed e-mail address this is; None for none, for two, or for a closed account."""
    found = EmailAddress.objects.filter(email__iexact=address, verified=True, user__is_active=True)[:2]
    people = [one.user for one in found.select_related("user")]
    return people[0] if len(people) == 1 else None


@ledger.action("sign_in.end")
def end(*, session: int, by: User, at: datetime) -> None:
    """End one of the person's own sign-ins; raises NotFound for anybody else's."""
    found = UserSession.objects.filter(pk=session, user=by).first()
    if found is None:
        raise NotFound("no such sign-in of yours", where="session", expected="one of the list")
    found.end()


@ledger.action("sign_in.end_all")
def end_all(*, by: User, at: datetime) -> int:
    """End every sign-in of the person, also the one that asks; gives how many there were."""
    return end_of(by)


def end_of(user: User) -> int:
    """End every sign-in of a person; part of a larger action."""
    held = list(UserSession.objects.filter(user=user))
    Session.objects.filter(session_key__in=[one.session_key for one in held]).delete()
    UserSession.objects.filter(user=user).delete()
    return len(held)


def forget_second_factors(user: User) -> int:
    """Take away every second factor of a person, so that they set one up anew; part of a larger action."""
    gone: int = Authenticator.objects.filter(user=user).delete()[0]
    return gone


@ledger.action("sign_in.clear_expired")
def clear_expired(*, by: User, at: datetime) -> None:
    """Forget every sign-in that has run out or was ended, of whomever; whoever signs in tidies up for all."""
    Session.objects.filter(expire_date__lt=at).delete()
    UserSession.objects.exclude(session_key__in=Session.objects.values("session_key")).delete()
