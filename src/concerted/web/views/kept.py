"""The pages of any noun that people keep: its list, a record, and the forms that enter, change and withdraw one.

A noun gets all five by an entry in ``web.kept_words`` and ``*kept.pages("requirement")`` among the addresses, which
are called ``requirements``, ``requirement``, ``add-requirement``, ``change-requirement`` and ``withdraw-requirement``;
``page_rights`` opens them by itself. A noun whose record shows more has a view of its own for it, which calls
``record_page`` with its own template (it extends ``web/kept_record.html`` and fills the block ``more``) and is handed
to ``pages`` as ``record``; likewise ``listing``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from concerted.actions.editing import Edited
from concerted.actions.kept import KEPT
from concerted.register import queries
from concerted.register.nouns import NOUNS
from concerted.register.rows.kept_pages import KeptList, KeptPage
from concerted.terms.errors import Conflict, NotAllowed
from concerted.web import errors
from concerted.web.frame import edition, hidden, person, show, whole, words
from concerted.web.kept_forms import KeptForm
from concerted.web.kept_shown import filters, listed
from concerted.web.kept_words import WORDS
from concerted.web.merging import conflict, merged
from concerted.web.pager import pager


def pages(
    noun: str,
    *,
    listing: Callable[..., HttpResponseBase] | None = None,
    record: Callable[..., HttpResponseBase] | None = None,
) -> list[URLPattern]:
    """Give the addresses of a noun's pages; each view is told the ``noun``."""
    plural, told = NOUNS[noun].plural, {"noun": noun}
    one = f"<slug:slug>/{plural}/<int:number>/"
    return [
        path(f"<slug:slug>/{plural}/", listing or kept_list, told, name=plural),
        path(f"<slug:slug>/{plural}/new/", add, told, name=f"add-{noun}"),
        path(one, record or kept_record, told, name=noun),
        path(f"{one}change/", change, told, name=f"change-{noun}"),
        path(f"{one}withdraw/", withdraw, told, name=f"withdraw-{noun}"),
    ]


def list_page(request: HttpRequest, slug: str, noun: str, template: str = "kept_list", **more: Any) -> HttpResponse:
    """Answer with a page of a noun's records, all or those that the address asks for."""
    said = WORDS[noun]
    found = queries.kept_list(
        person(request),
        slug,
        noun,
        asked={name: words(request.GET, name) or "" for name in request.GET},
        order=said.order,
        page=whole(request.GET, "page") or 1,
    )
    return page_of_list(request, slug, noun, found, template, **more)


def page_of_list(
    request: HttpRequest, slug: str, noun: str, found: KeptList, template: str = "kept_list", **more: Any
) -> HttpResponse:
    """Answer with a page of records that were asked for."""
    said = WORDS[noun]
    return show(
        request,
        template,
        slug,
        said=said,
        page=found,
        rows=[listed(one, said) for one in found.rows],
        filters=filters(found, said),
        pager=pager(request.GET, found.paging, anchor="list"),
        **_addresses(slug, noun),
        **more,
    )


def record_page(
    request: HttpRequest, slug: str, page: KeptPage, template: str = "kept_record", **more: Any
) -> HttpResponse:
    """Answer with one record."""
    noun, number = page.record.noun, page.record.id
    said = WORDS[noun]
    return show(
        request,
        template,
        slug,
        record=(noun, number),
        said=said,
        page=page,
        row=listed(page.record, said, every=True),
        **_addresses(slug, noun, number),
        **more,
    )


@require_safe
@hidden
def kept_list(request: HttpRequest, slug: str, noun: str) -> HttpResponse:
    """List a noun's records."""
    return list_page(request, slug, noun)


@require_safe
@hidden
def kept_record(request: HttpRequest, slug: str, noun: str, number: int) -> HttpResponse:
    """Show one record of a noun."""
    return record_page(request, slug, queries.kept_page(person(request), slug, noun, number))


@require_http_methods(["GET", "HEAD", "POST"])
@hidden
def add(request: HttpRequest, slug: str, noun: str) -> HttpResponse:
    """Ask for a record of the side that the person keeps records of, and enter it."""
    choice = queries.kept_choice(person(request), slug, noun)
    # What the address names is filled in: a page can lead here with a line or a record chosen.
    known = {name: words(request.GET, name) for name in request.GET}
    form = KeptForm(WORDS[noun], choice, request.POST or None, known, new=True)
    if request.method == "POST" and form.is_valid():
        try:
            number = KEPT[noun].add(
                coalition=slug,
                content=form.content,
                reach=form.cleaned_data["reach"],
                by=person(request),
                at=timezone.now(),
            )
        except Conflict as error:
            errors.say(form, error)
        else:
            messages.success(request, str(WORDS[noun].entered))
            return redirect(f"web:{noun}", slug, number)
    return _form_page(request, slug, noun, form)


@require_http_methods(["GET", "HEAD", "POST"])
@hidden
def change(request: HttpRequest, slug: str, noun: str, number: int) -> HttpResponse:
    """Change a record; what somebody else changed meanwhile is shown beside what the person wrote."""
    page = _own(request, slug, noun, number)

    def blank(values: Mapping[str, Any]) -> KeptForm:
        return KeptForm(WORDS[noun], page.choice, initial=values)

    form = blank(asdict(page.record.content) | {"seen": str(page.record.edition)})
    if request.method == "POST":
        form = KeptForm(WORDS[noun], page.choice, merged(request.POST))
        if form.is_valid():
            try:
                KEPT[noun].change(
                    number=number,
                    content=form.content,
                    seen=edition(form.cleaned_data["seen"]),
                    by=person(request),
                    at=timezone.now(),
                )
            except Edited as edited:
                back = reverse(f"web:{noun}", args=[slug, number])
                return conflict(request, slug, form, blank, edited, back=back)
            except Conflict as error:
                errors.say(form, error)
            else:
                messages.success(request, str(WORDS[noun].changed))
                return redirect(f"web:{noun}", slug, number)
    return _form_page(request, slug, noun, form, page)


@require_http_methods(["GET", "HEAD", "POST"])
@hidden
def withdraw(request: HttpRequest, slug: str, noun: str, number: int) -> HttpResponse:
    """Ask, then take a record back."""
    page = _own(request, slug, noun, number)
    if request.method != "POST":
        row, said = listed(page.record, WORDS[noun]), WORDS[noun]
        return show(
            request,
            "kept_withdraw",
            slug,
            record=(noun, number),
            said=said,
            page=page,
            row=row,
            **_addresses(slug, noun, number),
        )
    try:
        KEPT[noun].withdraw(
            number=number, seen=edition(request.POST.get("seen", "")), by=person(request), at=timezone.now()
        )
    except Edited:
        messages.error(request, _("Somebody else changed it meanwhile: look at it again. Nothing was withdrawn."))
        return redirect(f"web:{noun}", slug, number)
    messages.success(request, str(WORDS[noun].withdrawn))
    return redirect(f"web:{NOUNS[noun].plural}", slug)


def _form_page(
    request: HttpRequest, slug: str, noun: str, form: KeptForm, page: KeptPage | None = None
) -> HttpResponse:
    return show(
        request,
        "kept_form",
        slug,
        status=422 if form.errors else 200,
        record=(noun, page.record.id) if page else None,
        said=WORDS[noun],
        form=form,
        row=page.record if page else None,
        **_addresses(slug, noun, page.record.id if page else None),
    )


def _own(request: HttpRequest, slug: str, noun: str, number: int) -> KeptPage:
    page = queries.kept_page(person(request), slug, noun, number)
    if not page.record.may_change:
        raise NotAllowed("it is its owner's", where=f"{noun} {number}", expected="one of its owner's people")
    return page


def _addresses(slug: str, noun: str, number: int | None = None) -> dict[str, Any]:
    """Give the addresses of a noun's pages by what they do."""
    found = {
        "list_href": reverse(f"web:{NOUNS[noun].plural}", args=[slug]),
        "add_href": reverse(f"web:add-{noun}", args=[slug]),
    }
    if number is not None:
        for name, to in (("own", noun), ("change", f"change-{noun}"), ("withdraw", f"withdraw-{noun}")):
            found[f"{name}_href"] = reverse(f"web:{to}", args=[slug, number])
    return found
