"""How people sign in, and whether they must do more."""

from __future__ import annotations

from collections.abc import Collection

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from allauth.usersessions.models import UserSession
from django.contrib.auth.hashers import check_password

from concerted.register.models import Membership, User
from concerted.register.rows.accounts import AccountRow
from concerted.terms.errors import NotFound

FACTORS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


def person(username: str) -> User:
    """Give the person of a user name, for whoever runs the installation; raises NotFound."""
    found: User | None = User.objects.filter(username=username, is_active=True).first()
    if found is None:
        raise NotFound(f"nobody is called {username!r}", where="user", expected="a name of `concerted user list`")
    return found


def numbered(number: int) -> User | None:
    """Give the person of a number that their own signed link names; None where there is none who may sign in."""
    found: User | None = User.objects.filter(pk=number, is_active=True).first()
    return found


def account(user: User) -> AccountRow:
    """Tell the ways in that a person has; their own business alone."""
    held = list(Authenticator.objects.filter(user=user))
    kinds = [one.type for one in held]
    codes = next((one for one in held if one.type == Authenticator.Type.RECOVERY_CODES), None)
    return AccountRow(
        username=user.username,
        address=EmailAddress.objects.filter(user=user, verified=True).values_list("email", flat=True).first() or "",
        language=user.language,
        digests=user.digests,
        password=user.has_usable_password(),
        app=Authenticator.Type.TOTP in kinds,
        passkeys=kinds.count(Authenticator.Type.WEBAUTHN),
        codes=len(codes.wrap().get_unused_codes()) if codes else 0,
        sessions=UserSession.objects.filter(user=user).count(),
        connected=SocialAccount.objects.filter(user=user).exists(),
    )


def lacks_second_factor(user: User, roles: Collection[str]) -> bool:
    """Tell whether a person has one of the roles somewhere and no second factor."""
    if Authenticator.objects.filter(user=user, type__in=FACTORS).exists():
        return False
    return Membership.objects.filter(user=user, role__in=roles).exists()


def without_second_factor(role: str) -> tuple[str, ...]:
    """List by user name those who have a role somewhere, can sign in and have no second factor.

    For whoever runs the installation: it is narrowed to nobody's rights.
    """
    held = Authenticator.objects.filter(type__in=FACTORS).values("user")
    found = User.objects.filter(is_active=True, memberships__role=role).exclude(pk__in=held).distinct()
    return tuple(one.username for one in found.order_by("username") if _can_sign_in(one))


def with_password(usernames: Collection[str], password: str) -> tuple[str, ...]:
    """List those of some users who can sign in with a password that is known; for whoever runs the installation.

    Each costs as long as a sign-in.
    """
    found = User.objects.filter(username__in=usernames, is_active=True).order_by("username")
    return tuple(one.username for one in found if check_password(password, one.password))


def _can_sign_in(user: User) -> bool:
    return user.has_usable_password() or SocialAccount.objects.filter(user=user).exists()
