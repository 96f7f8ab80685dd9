"""People: who is in the coalition, who is invited, and who shall no longer be."""

from __future__ import annotations

from typing import Annotated, Literal

from django.conf import settings
from django.urls import reverse
from pydantic import Field

from concerted.actions import invitations, members
from concerted.api.asking import Asking
from concerted.api.fields import Count, Number, Sent, Slug, Word
from concerted.api.operation import Made, Operations
from concerted.register.queries import people as asked
from concerted.register.rows.people import PeoplePage
from concerted.terms.errors import NotFound

operations = Operations()
Username = Annotated[str, Field(max_length=150)]


class InvitationSent(Sent):
    """Whom to invite, to which role: a party, an organisation or a line as the role needs it."""

    email: Word
    name: Word
    role: Literal["secretariat", "line lead", "focal point", "partner reader", "observer", "auditor"]
    party: Word | None = None
    organisation: Word = ""
    line: Count | None = None


@operations.read("/coalitions/{slug:slug}/people")
def people(request: Asking, slug: Slug) -> PeoplePage:
    """Show the secretariat and the auditors who is in the coalition and who is invited."""
    return asked.people(request.asker, slug, at=request.at)


@operations.make("/coalitions/{slug:slug}/invitations")
def invite(request: Asking, slug: Slug, body: InvitationSent) -> Made:
    """Invite somebody; ``address`` is the link that works once, for 14 days, and is shown this once.

    Nothing is sent: hand the link over yourself. Sent again under its key, the answer shows the link again.
    """
    made = invitations.invite(coalition=slug, by=request.asker, at=request.at, **body.model_dump())
    path = reverse("account_invitation", args=[made.token], urlconf=settings.ROOT_URLCONF)
    return Made(made.number, f"{settings.ORIGIN}{path}")


@operations.change("/coalitions/{slug:slug}/invitations/{int:number}", method="DELETE")
def withdraw_invitation(request: Asking, slug: Slug, number: Number) -> None:
    """Take an open invitation back: its link no longer works."""
    page = asked.people(request.asker, slug, at=request.at)
    if number not in {one.id for one in page.invitations}:
        raise NotFound("no such open invitation", where=f"invitation {number}", expected="one that is open")
    invitations.withdraw(invitation=number, by=request.asker, at=request.at)


@operations.change("/coalitions/{slug:slug}/people/{str:username}", method="DELETE")
def dismiss(request: Asking, slug: Slug, username: Username) -> None:
    """End a person's part in the coalition, and sign them out everywhere."""
    members.dismiss(username=username, coalition=slug, by=request.asker, at=request.at)


@operations.change("/coalitions/{slug:slug}/people/{str:username}/second-step", method="DELETE")
def reset_second_factor(request: Asking, slug: Slug, username: Username) -> None:
    """Take away the second factors that a person has lost; they set up new ones."""
    members.reset_second_factor(username=username, coalition=slug, by=request.asker, at=request.at)
