"""Commitments: what was promised, by whom, by when, and where does it stand?"""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from concerted.actions import commitments as changing
from concerted.actions.editing import Edited
from concerted.register import queries
from concerted.terms.errors import Conflict
from concerted.web import errors
from concerted.web.chips import chips
from concerted.web.forms import STATUSES, StatusForm
from concerted.web.frame import hidden, person, show, today, whole, words
from concerted.web.merging import conflict, merged
from concerted.web.pager import pager
from concerted.web.words import AIMS, word


@require_safe
@hidden
def commitments(request: HttpRequest, slug: str) -> HttpResponse:
    """List the commitments, all or those of one status, aim, line or party."""
    asked, day = request.GET, today(request)
    page = queries.commitments(
        person(request),
        slug,
        today=day,
        status=words(asked, "status"),
        aim=words(asked, "aim"),
        line=whole(asked, "line"),
        party=words(asked, "party"),
        order=words(asked, "order") or "",
        page=whole(asked, "page") or 1,
    )
    lines = [(str(one.number), f"{one.number} {one.title}", None) for one in page.lines]
    return show(
        request,
        "commitments",
        slug,
        rows=page.rows,
        pager=pager(asked, page.paging),
        orders=chips(asked, "order", [("due", _("soonest due"), None)], first=_("as read")),
        status_chips=chips(asked, "status", [(status, word(status), None) for status in STATUSES]),
        aim_chips=chips(asked, "aim", [(aim, word(aim), None) for aim in AIMS]),
        line_chips=chips(asked, "line", lines) if lines else [],
    )


@require_http_methods(["GET", "HEAD", "POST"])
@hidden
def commitment(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Show a commitment; a POST changes its status."""
    page = queries.commitment(person(request), slug, number, today=today(request))
    progress = queries.commitment_progress(person(request), slug, number, today=today(request))
    sent = merged(request.POST)
    form = StatusForm(sent or None, initial={"status": page.commitment.status})
    if request.method == "POST" and form.is_valid():
        try:
            changing.change_status(
                by=person(request),
                at=timezone.now(),
                commitment=number,
                seen=sent.get("seen") or None,
                **form.cleaned_data,
            )
        except Edited as edited:
            back = reverse("web:commitment", args=[slug, number])
            return conflict(request, slug, form, lambda values: StatusForm(initial=values), edited, back=back)
        except Conflict as error:
            form.add_error(None, errors.said(error))
        else:
            messages.success(request, _("The status is changed."))
            return redirect("web:commitment", slug, number)
    source = page.commitment.source
    apart = (
        queries.reservations_to(person(request), slug, statement=source.statement.id, start=source.start)
        if source
        else ()
    )
    return show(
        request,
        "commitment",
        slug,
        status=422 if form.errors else 200,
        record=("commitment", number),
        page=page,
        progress=progress,
        reservations=apart,
        form=form,
    )
