"""Who can be written to; part of the actions that send mails."""

from __future__ import annotations

from collections.abc import Iterable

from allauth.account.models import EmailAddress


def addresses(users: Iterable[int]) -> dict[int, str]:
    """Give the confirmed address of each of some people (by their numbers) who has one."""
    known = EmailAddress.objects.filter(user__in=set(users), verified=True, primary=True)
    return {one.user_id: one.email for one in known}
