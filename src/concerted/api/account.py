"""Who one is here, and where: the entrance."""

from __future__ import annotations

from dataclasses import dataclass

from concerted.actions import tokens
from concerted.api.asking import Asking
from concerted.api.fields import Slug
from concerted.api.operation import Operations
from concerted.register import queries
from concerted.register.rows.references import CoalitionRef
from concerted.register.rows.tokens import TokenRow

operations = Operations()


@dataclass(frozen=True, slots=True)
class Me:
    """The person whose token it is, the token, and the coalitions that it opens.

    ``language`` is that of the person's mails, "" for the site's.
    """

    username: str
    name: str
    language: str
    token: TokenRow
    coalitions: tuple[CoalitionRef, ...]


@operations.read("/me")
def me(request: Asking) -> Me:
    """Tell whose token it is, what it may do and where."""
    row = _token(request)
    every = queries.coalitions(request.asker)
    return Me(
        username=request.asker.username,
        name=request.asker.name,
        language=request.asker.language,
        token=row,
        coalitions=tuple(one for one in every if row.coalition in (None, one.slug)),
    )


@operations.change("/me/token", method="DELETE")
def withdraw_token(request: Asking) -> None:
    """Withdraw the token that is used: it works no more."""
    tokens.withdraw(token=_token(request).id, by=request.asker, at=request.at)


def _token(request: Asking) -> TokenRow:
    if request.token is None:
        raise TypeError("whoever has no token does not come here")
    return request.token


@operations.read("/coalitions", sorts={"slug": lambda one: one.slug, "name": lambda one: one.name})
def coalitions(request: Asking) -> tuple[CoalitionRef, ...]:
    """List the coalitions that the token opens, by name; without one, those that are open to the public."""
    only = request.token.coalition if request.token else None
    return tuple(one for one in queries.coalitions(request.asker) if only in (None, one.slug))


@operations.read("/coalitions/{slug:slug}")
def coalition(request: Asking, slug: Slug) -> CoalitionRef:
    """Give a coalition, and what the person may do in it."""
    return queries.coalition(request.asker, slug)
