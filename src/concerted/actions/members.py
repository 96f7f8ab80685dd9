"""The end of a person's part in a coalition, and of a second factor that is lost."""

from __future__ import annotations

from datetime import datetime

from allauth.account.models import EmailAddress

from concerted.actions import calendar_addresses, ledger, sign_ins, tokens, users
from concerted.register.access import Permission
from concerted.register.asker import worked_out
from concerted.register.models import Coalition, Membership, User
from concerted.terms.errors import Conflict, NotFound


@ledger.action("member.dismiss")
def dismiss(*, username: str, coalition: str, by: User, at: datetime) -> None:
    """End every role of a person in a coalition and sign them out everywhere; their tokens and
    calendars work no more.

    An account that has no role left anywhere is closed, and its address is free for a new invitation. Raises
    NotFound, NotAllowed, or Conflict for oneself and for the command line's account.
    """
    home, user = _member(username, coalition, by)
    Membership.objects.filter(user=user, coalition=home).delete()
    sign_ins.end_of(user)
    tokens.withdraw_all(user, at)
    calendar_addresses.withdraw_all(user, home, at)
    # Their part in another coalition is not for this secretariat to see.
    if not worked_out(user.pk).belonging:
        user.is_active = False
        user.save(update_fields=["is_active"])
        EmailAddress.objects.filter(user=user).delete()


@ledger.action("member.reset_second_factor")
def reset_second_factor(*, username: str, coalition: str, by: User, at: datetime) -> None:
    """Take away the second factors of a person who has lost them, and sign them out everywhere.

    Raises NotFound, NotAllowed, or Conflict for oneself, for the command line's account and for whoever is in another
    coalition too: that is the command line's to decide.
    """
    home, user = _member(username, coalition, by)
    elsewhere = set(worked_out(user.pk).belonging) - {home.pk}
    if by.username != users.OPERATOR and elsewhere:
        raise Conflict(f"{username} is in another coalition too", where="name", expected="whoever runs the site")
    sign_ins.end_of(user)
    tokens.withdraw_all(user, at)
    sign_ins.forget_second_factors(user)


def _member(username: str, coalition: str, by: User) -> tuple[Coalition, User]:
    home = Coalition.objects.visible_to(by).filter(slug=coalition).first()
    if home is None:
        raise NotFound(f"no coalition {coalition!r}", where="coalition", expected="one of the register's coalitions")
    ledger.require(by, home, Permission.MEMBER_ADD)
    user = User.objects.filter(username=username, memberships__coalition=home).first()
    if user is None:
        raise NotFound(f"nobody is called {username!r}", where="name", expected="one of the coalition's people")
    if user == by or (not user.has_usable_password() and not EmailAddress.objects.filter(user=user).exists()):
        raise Conflict("not to oneself, or to the command line", where="name", expected="somebody else")
    return home, user
