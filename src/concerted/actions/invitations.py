"""Invitations: the secretariat offers a role, the invited person takes it with a link that works once."""

from __future__ import annotations

import hashlib
import re
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from allauth.account.models import EmailAddress
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.db.models import QuerySet

from concerted.actions import ledger, users
from concerted.actions.records import naming
from concerted.actions.users import Account
from concerted.register.access import Permission
from concerted.register.models import Coalition, Invitation, User
from concerted.register.part import part
from concerted.register.session import speaking
from concerted.terms.errors import Conflict, NotFound

LASTS = timedelta(days=14)
_BYTES = 32


@dataclass(frozen=True, slots=True)
class Invited:
    """An invitation that was made: its number, and what stands in its link, which is kept nowhere."""

    number: int
    token: str


@ledger.action("invitation.make")
def invite(
    *,
    coalition: str,
    email: str,
    name: str,
    role: str,
    by: User,
    at: datetime,
    party: str | None = None,
    organisation: str = "",
    line: int | None = None,
) -> Invited:
    """Offer a person a role; raises NotFound for coalition, party or line, NotAllowed, or Conflict.

    A Conflict is a role that cannot be, an address that is none, or one that is invited to this role already.
    """
    home = Coalition.objects.visible_to(by).filter(slug=coalition).first()
    if home is None:
        raise NotFound(f"no coalition {coalition!r}", where="coalition", expected="one of the register's coalitions")
    ledger.require(by, home, Permission.MEMBER_ADD)
    users.check_role(role, party=party, organisation=organisation, line=line)
    address = _address(email)
    of = naming.party(home, party) if party else None
    led = naming.line(home, line) if line is not None else None
    if _open(at).filter(coalition=home, email=address, role=role, line=led).exists():
        raise Conflict(f"{address} is invited already", where="email", expected="another address, or to withdraw it")
    token = secrets.token_urlsafe(_BYTES)
    made = Invitation.objects.create(
        coalition=home,
        email=address,
        name=name[:200],
        role=role,
        party=of,
        organisation=organisation,
        line=led,
        digest=_digest(token),
        by=by,
        at=at,
        expires_at=at + LASTS,
    )
    return Invited(made.pk, token)


@ledger.action("invitation.withdraw")
def withdraw(*, invitation: int, by: User, at: datetime) -> None:
    """Take an open invitation back: its link no longer works. Raises NotFound or NotAllowed."""
    found = _open(at).filter(pk__in=Invitation.objects.visible_to(by), pk=invitation).first()
    if found is None:
        raise NotFound("no such open invitation", where=f"invitation {invitation}", expected="one that is open")
    ledger.require(by, found.coalition, Permission.MEMBER_ADD)
    found.withdrawn_by, found.withdrawn_at = by, at
    found.save(update_fields=["withdrawn_by", "withdrawn_at"])


def accept(*, token: str, username: str, name: str, password: str, at: datetime) -> Account:
    """Open an account with the invited role. The ledger names who invited: by their right the role is given.

    Raises NotFound for a link that does not (or no longer) work, Conflict for a name that is taken or an address
    that somebody has already, WeakPassword.
    """
    return _accept(digest=_digest(token), account=None, names=(username, name), password=password, at=at)


def join(*, token: str, account: User, at: datetime) -> Account:
    """Give the invited role to somebody who has an account and has signed in. Raises as ``accept`` does."""
    return _accept(digest=_digest(token), account=account, names=("", ""), password="", at=at)


def welcome(*, address: str, name: str, at: datetime) -> Account | None:
    """Open an account for whoever is invited by an address that an identity provider has confirmed; None for nobody.

    It has no password: the identity provider is its way in.
    """
    account = None
    for invitation in _open(at).filter(email=address.lower()).order_by("pk"):
        if _still_allowed(invitation):
            names = (_username(address), name or invitation.name)
            account = _accept(digest=invitation.digest, account=account, names=names, password=None, at=at)
    return account


def _accept(
    *, digest: str, account: User | None, names: tuple[str, str], password: str | None, at: datetime
) -> Account:
    found = _open(at).filter(digest=digest).select_related("by").first()
    if found is None or not _still_allowed(found):
        raise NotFound("the link does not work", where="invitation", expected="one that is open, within 14 days")
    return _take(invitation=found.pk, account=account, names=names, password=password, by=found.by, at=at)


@ledger.action("invitation.accept")
def _take(
    *, invitation: int, account: User | None, names: tuple[str, str], password: str | None, by: User, at: datetime
) -> Account:
    found = _open(at).select_for_update(of=("self",)).filter(pk=invitation).select_related("coalition").first()
    if found is None:
        raise NotFound("the link does not work", where="invitation", expected="one that is open, within 14 days")
    ledger.require(by, found.coalition, Permission.MEMBER_ADD)
    if account is None:
        account = _make(found, names, password, at)
    users.appoint(
        account,
        found.coalition,
        found.role,
        party=found.party.code if found.party else None,
        organisation=found.organisation,
        line=found.line.number if found.line else None,
    )
    found.accepted_by, found.accepted_at = account, at
    found.save(update_fields=["accepted_by", "accepted_at"])
    return account


def _make(invitation: Invitation, names: tuple[str, str], password: str | None, at: datetime) -> User:
    username, name = names
    if User.objects.filter(username__iexact=username).exists():
        raise Conflict(f"the name {username} is taken", where="username", expected="another name")
    if EmailAddress.objects.filter(email__iexact=invitation.email, verified=True).exists():
        raise Conflict(f"{invitation.email} has an account", where="email", expected="to sign in, then to accept")
    account = users.make(username, name or invitation.name, password, at, email=invitation.email)
    # The secretariat has vouched for it.
    EmailAddress.objects.create(user=account, email=invitation.email, verified=True, primary=True)
    return account


def _open(at: datetime) -> QuerySet[Invitation]:
    return Invitation.objects.filter(accepted_at=None, withdrawn_at=None, expires_at__gt=at)


def _still_allowed(invitation: Invitation) -> bool:
    """Tell whether whoever invited may still do so: an invitation does not outlive its maker's right."""
    with transaction.atomic(), speaking(invitation.by):
        held = part(invitation.by, invitation.coalition)
    return held is not None and held.may(Permission.MEMBER_ADD)


def _address(email: str) -> str:
    address = email.strip().lower()
    try:
        validate_email(address)
    except ValidationError as error:
        raise Conflict(f"{address!r} is no address", where="email", expected="name@example.org or the like") from error
    return address


def _username(address: str) -> str:
    """Make a name to sign in with out of an address; a number makes it another than those that are there."""
    bare = re.sub(r"[^\w.-]", "", address.partition("@")[0])[:100] or "person"
    taken = {one.lower() for one in User.objects.filter(username__istartswith=bare).values_list("username", flat=True)}
    if bare.lower() not in taken:
        return bare
    return next(f"{bare}{number}" for number in range(2, len(taken) + 3) if f"{bare}{number}".lower() not in taken)


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
