"""People, and what they are in a coalition."""

from __future__ import annotations

from datetime import datetime
from typing import TypeAlias

from django.contrib.auth.hashers import make_password
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction

from concerted.actions import ledger
from concerted.actions.records import naming
from concerted.register.access import Permission, Role
from concerted.register.models import Coalition, Membership, User
from concerted.terms.errors import ConcertedError, Conflict, NotFound

# The account under which commands on this machine act; it has no password and cannot sign in.
OPERATOR = "operator"
LONGEST_NAME = 150
# For those who hand a person on and never look inside.
Account: TypeAlias = User


class WeakPassword(ConcertedError):
    """The password is one that others could guess."""


@transaction.atomic
def operator(*, at: datetime) -> User:
    """Give the account of this machine's command line, made when it is first asked for."""
    found: User
    found, new = User.objects.get_or_create(
        username=OPERATOR, defaults={"name": "Command line", "joined_at": at, "password": make_password(None)}
    )
    if new:
        ledger.enter(
            action="user.add",
            subject="user",
            subject_id=found.pk,
            by=found,
            at=at,
            coalition=None,
            after={"username": OPERATOR},
        )
    return found


@transaction.atomic
def add(
    *,
    username: str,
    password: str,
    coalition: str,
    role: str,
    by: User,
    at: datetime,
    name: str = "",
    party: str | None = None,
) -> int:
    """Add a person to a coalition; somebody who is in another one already keeps their password.

    Gives the person's number. Raises NotFound for coalition or party, NotAllowed, WeakPassword,
    or Conflict for a role that is none, a focal point without party, or somebody who is in it already.
    """
    home = Coalition.objects.filter(slug=coalition, memberships__user=by).first()
    if home is None:
        raise NotFound(f"no coalition {coalition!r}", where="coalition", expected="one of the register's coalitions")
    ledger.require(by, home, Permission.MEMBER_ADD)
    if role not in set(Role):
        raise Conflict(f"{role!r} is no role", where="role", expected=", ".join(Role))
    if role == Role.FOCAL_POINT and not party:
        raise Conflict("a focal point without a party", where="party", expected="the code of the party they speak for")
    user = User.objects.filter(username=username).first() or _make(username, name, password, at)
    if Membership.objects.filter(user=user, coalition=home).exists():
        raise Conflict(f"{username} is in the coalition already", where="name", expected="another name")
    Membership.objects.create(user=user, coalition=home, role=role, party=naming.party(home, party) if party else None)
    ledger.enter(
        action="user.add",
        subject="user",
        subject_id=user.pk,
        by=by,
        at=at,
        coalition=home,
        after={"username": username, "role": role, "party": party},
    )
    return user.pk


def _make(username: str, name: str, password: str, at: datetime) -> User:
    """Make an account; names are letters, digits and ``. - _ @``."""
    if not username or not all(letter.isalnum() or letter in ".-_@" for letter in username):
        raise Conflict(f"{username!r} is no name to sign in with", where="name", expected="letters, digits, . - _ or @")
    if len(username) > LONGEST_NAME:
        raise Conflict(
            f"a name of {len(username)} letters", where="name", expected=f"at most {LONGEST_NAME} letters and digits"
        )
    user = User(username=username, name=(name or username)[:200], joined_at=at)
    try:
        validate_password(password, user)
    except ValidationError as error:
        raise WeakPassword(" ".join(error.messages), where="password", expected="a longer or rarer one") from error
    user.set_password(password)
    user.save()
    return user
