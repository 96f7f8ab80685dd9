"""People: who is in the coalition, who is invited, and who shall no longer be."""

from __future__ import annotations

from contextlib import suppress
from smtplib import SMTPException

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from concerted.actions import invitations, members
from concerted.exports import letters
from concerted.register.queries import people as asked
from concerted.register.rows.people import Welcome
from concerted.terms.errors import Conflict, NotFound
from concerted.web import errors
from concerted.web.frame import hidden, person, show
from concerted.web.names import party_name
from concerted.web.own_address import at_origin
from concerted.web.people_forms import InvitationForm
from concerted.web.words import word


@require_http_methods(["GET", "HEAD", "POST"])
@hidden
def people(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the people and the open invitations; a POST invites somebody and shows the link this once."""
    page = asked.people(person(request), slug, at=timezone.now())
    form = InvitationForm(page, request.POST or None)
    link = ""
    if request.method == "POST" and form.is_valid():
        try:
            link = _invite(request, slug, form)
        except (Conflict, NotFound) as error:
            errors.say(form, error)
        else:
            page = asked.people(person(request), slug, at=timezone.now())
    invited = form.cleaned_data.get("email", "") if link else ""
    return show(
        request,
        "people",
        slug,
        status=422 if form.errors else 200,
        page=page,
        form=InvitationForm(page) if link else form,
        link=link,
        invited=invited,
    )


@require_POST
@hidden
def withdraw(request: HttpRequest, slug: str, invitation: int) -> HttpResponse:
    """Take an invitation back."""
    invitations.withdraw(invitation=invitation, by=person(request), at=timezone.now())
    messages.success(request, _("The invitation is withdrawn; its link no longer works."))
    return redirect("web:people", slug)


@require_http_methods(["GET", "HEAD", "POST"])
@hidden
def dismiss(request: HttpRequest, slug: str, username: str) -> HttpResponse:
    """Ask, then end a person's part in the coalition."""
    return _ask(request, slug, username, "dismiss")


@require_http_methods(["GET", "HEAD", "POST"])
@hidden
def reset(request: HttpRequest, slug: str, username: str) -> HttpResponse:
    """Ask, then take away the second factors that a person has lost."""
    return _ask(request, slug, username, "reset")


def _ask(request: HttpRequest, slug: str, username: str, deed: str) -> HttpResponse:
    page = asked.people(person(request), slug, at=timezone.now())
    row = next((one for one in page.people if one.username == username), None)
    if row is None:
        raise NotFound("nobody is called so", where=slug, expected="one of the coalition's people")
    if request.method != "POST":
        return show(request, "person", slug, row=row, deed=deed)
    act = members.dismiss if deed == "dismiss" else members.reset_second_factor
    try:
        act(username=username, coalition=slug, by=person(request), at=timezone.now())
    except Conflict as error:
        messages.error(request, errors.said(error))
    else:
        done = {
            "dismiss": _("%(name)s is no longer in the coalition, and signed out everywhere."),
            "reset": _("%(name)s is signed out everywhere and sets up a second step anew."),
        }
        messages.success(request, done[deed] % {"name": row.name})
    return redirect("web:people", slug)


def _invite(request: HttpRequest, slug: str, form: InvitationForm) -> str:
    """Make the invitation and send it; gives the link, which the secretariat may hand over itself."""
    given = form.cleaned_data
    made = invitations.invite(
        coalition=slug,
        email=given["email"],
        name=given["name"],
        role=given["role"],
        party=given["party"] or None,
        organisation=given["organisation"],
        line=given["line"],
        by=person(request),
        at=timezone.now(),
    )
    link = at_origin(request.build_absolute_uri(reverse("account_invitation", args=[made.token])))
    welcome = asked.invitation(made.token, at=timezone.now())
    said = {"coalition": welcome.coalition, "by": welcome.by, "role": word(welcome.role), "link": link}
    subject = _("Invitation to the record of %(coalition)s") % said
    text = _(
        "%(by)s invites you to the record of %(coalition)s, as %(role)s. The link works once, for 14 days:\n\n"
        "%(link)s\n\n"
        "If you do not know what this is, do nothing."
    )
    try:
        letters.send(subject, text % said, welcome.email)
    except (SMTPException, OSError):
        messages.error(request, _("The mail could not be sent. Hand the link over yourself."))
    else:
        messages.success(request, _("The invitation is on its way to %(address)s.") % {"address": welcome.email})
        _tell_partner(request, slug, welcome)
    return link


def _tell_partner(request: HttpRequest, slug: str, welcome: Welcome) -> None:
    """Tell a partner's focal points who is invited to its rows: nobody comes to them unnoticed."""
    if welcome.party is None:
        return
    for address, language in asked.focal_addresses(person(request), slug, welcome.party.code):
        with translation.override(language or settings.LANGUAGE_CODE):
            subject = _("Somebody is invited for %(party)s") % {"party": party_name(welcome.party)}
            text = _(
                "%(by)s has invited %(name)s (%(email)s) to the record of %(coalition)s, as %(role)s of %(party)s.\n\n"
                "If you do not know this person, tell the secretariat at once."
            ) % {
                "by": welcome.by,
                "name": welcome.name,
                "email": welcome.email,
                "coalition": welcome.coalition,
                "role": word(welcome.role),
                "party": party_name(welcome.party),
            }
            # Who is invited is told to the others even if one cannot be reached.
            with suppress(SMTPException, OSError):
                letters.send(subject, text, address)
