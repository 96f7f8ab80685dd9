"""Packs: what travels to and from other registers, and what of it waits for a decision."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace

from django import forms
from django.contrib import messages
from django.http import FileResponse, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from concerted.actions import pack_decisions, pack_exports, pack_uploads
from concerted.ledger.packs.canonical import UnreadablePack
from concerted.register import queries
from concerted.register.access import Permission
from concerted.register.packing.deciding import Both, both
from concerted.terms.errors import Conflict, NotAllowed
from concerted.web import errors
from concerted.web.frame import hidden, person, show, words
from concerted.web.history_words import field, said
from concerted.web.merging import MINE, THEIRS

# The one choice where there are no two versions to take columns from.
WHOLE = "record"
# An answer that takes longer looks as if nothing happened.
_AT_ONCE = 1.5  # seconds


@dataclass(frozen=True, slots=True)
class Choice:
    """What a person chooses between, in words; ``chosen`` is "" until they have."""

    name: str
    label: str
    mine: str
    theirs: str
    chosen: str


class PackForm(forms.Form):
    """A pack to be taken in."""

    file = forms.FileField(label=gettext_lazy("Pack"))


@require_http_methods(["GET", "HEAD", "POST"])
@hidden
def packs(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the packs that came and went, the keys, and what waits for a decision; a POST brings a pack in."""
    page = queries.packs(person(request), slug)
    may_import = Permission.PACK_IMPORT in page.coalition.permissions
    form = PackForm(request.POST, request.FILES) if request.method == "POST" else PackForm()
    if request.method == "POST":
        if not may_import:
            raise NotAllowed("packs are for others", where=slug, expected="the secretariat or a focal point")
        if form.is_valid() and (begun := _begun(request, slug, form)) is not None:
            return redirect("web:pack", slug, begun)
    day = timezone.localdate()
    keys = [one for one in page.keys if one.since <= day and (one.until is None or one.until > day)]
    return show(
        request,
        "packs",
        slug,
        status=422 if form.errors else 200,
        page=page,
        form=form,
        may_import=may_import,
        registers=sorted({one.register for one in keys if one.party == page.coalition.party}),
    )


def _begun(request: HttpRequest, slug: str, form: PackForm) -> int | None:
    """Begin an import and give the pack's number; None, with the form saying why, for a file that is refused."""
    sent = form.cleaned_data["file"]
    try:
        return pack_uploads.take_in(
            file=sent.file, name=sent.name, coalition=slug, by=person(request), clock=timezone.now
        ).pack
    # Also for another partner's pack: whose it is stands in the file.
    except (UnreadablePack, NotAllowed) as error:
        form.add_error("file", errors.said(error))
    return None


@require_safe
@hidden
def pack(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Show a pack: how far it is, what became of its records, and what of it waits for a decision."""
    page = queries.pack(person(request), slug, number)
    may_import = Permission.PACK_IMPORT in queries.coalition(person(request), slug).permissions
    return show(request, "pack", slug, page=page, one=page.pack, running=page.goes_on and may_import)


@require_POST
@hidden
def go_on(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Take over more of a pack's records, for about as long as an answer may take."""
    queries.pack(person(request), slug, number)
    until = time.monotonic() + _AT_ONCE
    try:
        for _step in pack_uploads.go_on(pack=number, coalition=slug, by=person(request), clock=timezone.now):
            if time.monotonic() > until:
                break
    except UnreadablePack as error:
        # Its key was taken back meanwhile.
        messages.error(request, errors.said(error))
        return redirect("web:packs", slug)
    return redirect("web:pack", slug, number)


@require_POST
@hidden
def export(request: HttpRequest, slug: str) -> FileResponse:
    """Hand out a pack of all that is the partner's own, sealed for the other register."""
    made = pack_exports.export(
        coalition=slug, to=words(request.POST, "to") or "", since=0, by=person(request), clock=timezone.now
    )
    headers = {"X-Content-Type-Options": "nosniff"}
    return FileResponse(
        made.file, as_attachment=True, filename=made.name, content_type="application/octet-stream", headers=headers
    )


@require_http_methods(["GET", "HEAD", "POST"])
@hidden
def held(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Show both versions of a record; a POST keeps one of them, or what was chosen of each."""
    one = both(person(request), slug, number)
    if not one.may_decide:
        raise NotAllowed("it is its partner's own", where=f"held {number}", expected="its focal point")
    names = _names(one)
    sent = request.POST if request.method == "POST" else QueryDict()
    chosen = {name: sent.get(f"keep-{name}", "") for name in names}
    trouble = ""
    if request.method == "POST" and all(choice in (MINE, THEIRS) for choice in chosen.values()):
        try:
            _decide(request, one, chosen)
        except Conflict as error:
            trouble = errors.said(error)
        else:
            messages.success(request, _("It is decided. The other register learns of it with the next pack."))
            return redirect("web:packs", slug)
    return show(
        request,
        "held",
        slug,
        status=422 if request.method == "POST" else 200,
        one=one,
        choices=[_choice(one, name, chosen[name]) for name in names],
        unsaid=request.method == "POST" and not trouble,
        trouble=trouble,
        back=reverse("web:packs", args=[slug]),
    )


def _names(one: Both) -> list[str]:
    """Name what is chosen: the columns that differ where there are two versions, else the record as a whole."""
    if one.mine is None or one.theirs is None:
        return [WHOLE]
    return [each.column for each in one.differences] or [WHOLE]


def _decide(request: HttpRequest, one: Both, chosen: dict[str, str]) -> None:
    seen = words(request.POST, "seen") or ""
    edition = int(seen) if seen.isdecimal() and len(seen) < 10 else -1
    by, at = person(request), timezone.now()
    if len(choices := set(chosen.values())) == 1:
        pack_decisions.decide(held=one.held, choice=choices.pop(), seen=edition, by=by, at=at)
        return
    theirs = {
        name: getattr(one.theirs, name) for name, choice in chosen.items() if choice == THEIRS and name != "release"
    }
    pack_decisions.merge(
        held=one.held,
        content=replace(one.mine, **theirs),
        release_of=chosen.get("release", MINE),
        seen=edition,
        by=by,
        at=at,
    )


def _choice(one: Both, name: str, chosen: str) -> Choice:
    if name == WHOLE:
        return Choice(name, _("The record"), _whole(one.mine), _whole(one.theirs, why=one.why), chosen)
    found = next(each for each in one.differences if each.column == name)
    mine, theirs = (_words(value, name) for value in (found.before, found.after))
    return Choice(name, field(name), mine, theirs, chosen)


def _words(value: object, name: str) -> str:
    if value is None:
        return ""
    kind, _blank, more = str(value).partition(" ") if name == "release" else ("", "", "")
    if kind in ("working", "named"):
        # The kind is of two words; what follows is the line or the partners.
        second, _blank, rest = more.partition(" ")
        return f"{said(f'{kind} {second}', name)}: {rest}"
    return said(value, name)  # type: ignore[arg-type]  # as columns hold them


def _whole(content: object, why: str = "") -> str:
    """Say what a version is in a line: its words, or that there is none."""
    if content is None:
        return f"{_('withdrawn or not there')}{f' ({errors.stored(why)})' if why else ''}"
    values = [getattr(content, name) for name in content.__dataclass_fields__]  # type: ignore[attr-defined]  # it is one
    return " · ".join(_words(value, "") for value in values if value not in (None, ""))
