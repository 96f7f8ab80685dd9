"""People, and what they are in a coalition."""

from __future__ import annotations

from datetime import datetime
from typing import TypeAlias

from django.contrib.auth.hashers import make_password
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from concerted.actions import ledger
from concerted.actions.records import naming
from concerted.register.access import MEMBERS, NATIONAL, Permission, Role
from concerted.register.models import Coalition, Membership, User
from concerted.register.models.party import LANGUAGES
from concerted.terms.errors import ConcertedError, Conflict, NotFound

# The account under which commands on this machine act; it has no password and cannot sign in.
OPERATOR = "operator"
LONGEST_NAME = 150
# For those who hand a person on and never look inside.
Account: TypeAlias = User


class WeakPassword(ConcertedError):
    """The password is one that others could guess."""


def operator(*, at: datetime) -> User:
    """Give the account of this machine's command line, made when it is first asked for."""
    return User.objects.filter(username=OPERATOR).first() or _make_operator(at=at)


@ledger.action("user.add")
def _make_operator(*, at: datetime) -> User:
    found: User
    found, _new = User.objects.get_or_create(
        username=OPERATOR, defaults={"name": "Command line", "joined_at": at, "password": make_password(None)}
    )
    return found


@ledger.action("user.add")
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
    organisation: str = "",
    line: int | None = None,
    language: str = "",
) -> int:
    """Give a person a role in a coalition; somebody who has an account already keeps their password and language.

    Gives the person's number. Raises NotFound for coalition, party or line, NotAllowed, WeakPassword,
    or Conflict for a role that cannot be or that the person has already.
    """
    home = Coalition.objects.filter(
        slug=coalition, pk__in=Membership.objects.filter(user=by).values("coalition")
    ).first()
    if home is None:
        raise NotFound(f"no coalition {coalition!r}", where="coalition", expected="one of the register's coalitions")
    ledger.require(by, home, Permission.MEMBER_ADD)
    check_role(role, party=party, organisation=organisation, line=line)
    user = User.objects.filter(username=username).first() or make(username, name, password, at, language=language)
    appoint(user, home, role, party=party, organisation=organisation, line=line)
    return user.pk


@ledger.action("user.choose_language")
def choose_language(*, language: str, by: User, at: datetime) -> None:
    """Keep the language in which a person wants mails: one of ``LANGUAGES``. Raises Conflict for any other."""
    if language not in LANGUAGES:
        raise Conflict(f"{language!r} is no language", where="language", expected=", ".join(LANGUAGES))
    if by.language != language:
        by.language = language
        by.save(update_fields=["language"])


@ledger.action("user.choose_digests")
def choose_digests(*, wanted: bool, by: User, at: datetime) -> None:
    """Keep whether a person wants a digest once a week."""
    if by.digests != wanted:
        by.digests = wanted
        by.save(update_fields=["digests"])


def check_role(role: str, *, party: str | None, organisation: str, line: int | None) -> None:
    """Raise Conflict for a role that is none, or that lacks the party or line it needs, or has what it cannot have."""
    if role not in MEMBERS:
        raise Conflict(f"{role!r} is no role", where="role", expected=", ".join(MEMBERS))
    if role in NATIONAL and not party:
        raise Conflict(f"a {role} without a party", where="party", expected="the code of the party they belong to")
    if role == Role.LINE_LEAD and line is None:
        raise Conflict("a line lead without a line", where="line", expected="the number of the line of effort")
    if role != Role.LINE_LEAD and line is not None:
        raise Conflict(f"a {role} of line {line}", where="line", expected="a line for a line lead alone")
    if party and organisation:
        raise Conflict("a party and an organisation", where="organisation", expected="one of them")
    if role == Role.SECRETARIAT and (party or organisation):
        raise Conflict("a party of the secretariat", where="party", expected="none: the secretariat is the coalition's")


def appoint(
    user: User, home: Coalition, role: str, *, party: str | None, organisation: str = "", line: int | None = None
) -> Membership:
    """Give a person a role; part of the action that calls it. Raises Conflict where it contradicts what they are."""
    of = naming.party(home, party) if party else None
    led = naming.line(home, line) if line is not None else None
    for held in Membership.objects.filter(user=user, coalition=home):
        if (held.role, held.line) == (role, led):
            raise Conflict(f"{user.username} is {role} already", where="name", expected="another name or role")
        if (held.party, held.organisation) != (of, organisation):
            belongs = held.party or held.organisation or "the secretariat"
            raise Conflict(f"{user.username} belongs to {belongs}", where="party", expected="the same for every role")
    return Membership.objects.create(
        user=user, coalition=home, role=role, party=of, organisation=organisation, line=led
    )


def make(username: str, name: str, password: str | None, at: datetime, *, email: str = "", language: str = "") -> User:
    """Make an account; names are letters, digits and ``. - _ @``. Without a password there is another way in."""
    if not username or not all(letter.isalnum() or letter in ".-_@" for letter in username):
        raise Conflict(f"{username!r} is no name to sign in with", where="name", expected="letters, digits, . - _ or @")
    if len(username) > LONGEST_NAME:
        raise Conflict(
            f"a name of {len(username)} letters", where="name", expected=f"at most {LONGEST_NAME} letters and digits"
        )
    user = User(username=username, name=(name or username)[:200], email=email, language=language, joined_at=at)
    try:
        if password is not None:
            validate_password(password, user)
    except ValidationError as error:
        raise WeakPassword(" ".join(error.messages), where="password", expected="a longer or rarer one") from error
    user.set_password(password)
    user.save()
    return user
