"""Tokens: how a person's own programs reach the record, and how much of it they may."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from concerted.register.models.coalition import Coalition
from concerted.register.models.person import User
from concerted.register.models.scope import Scoped


class Token(Scoped):
    """A token of a person's. ``digest`` is the SHA-256 of what their program sends, which is not kept itself.

    It carries the person's own rights and no more than its ``scopes`` of them, in one ``coalition`` or (None) in all of
    theirs. It works until it is withdrawn, or ``expires_at`` has come.
    """

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=100)
    digest = models.CharField(max_length=64, unique=True)
    scopes = models.JSONField()
    coalition = models.ForeignKey(Coalition, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField()
    expires_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(expires_at__gt=F("at")), name="token_lasts")]

    def __str__(self) -> str:
        return self.name


class TokenUse(Scoped):
    """How often a token was used in the minute that began at ``since``, and when last (None: never).

    It stands in the register, so that a limit holds for every process that answers.
    """

    token = models.OneToOneField(Token, on_delete=models.PROTECT, related_name="use")
    since = models.DateTimeField()
    count = models.PositiveIntegerField(default=0)
    at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.token}: {self.count}"


class Reply(Scoped):
    """What was answered to a request that made something and named a key, so that a second one makes nothing.

    ``digest`` is the SHA-256 of what was asked; the answer says no more than the number of what was made.
    """

    token = models.ForeignKey(Token, on_delete=models.PROTECT, related_name="+")
    key = models.CharField(max_length=100)
    digest = models.CharField(max_length=64)
    status = models.PositiveSmallIntegerField()
    body = models.TextField()
    location = models.CharField(max_length=300)
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["token", "key"], name="one_reply_a_key")]

    def __str__(self) -> str:
        return self.key
