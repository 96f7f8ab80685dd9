"""Imports: what a sheet would change, what cannot be, what a person decides; then step by step."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase, StreamingHttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from concerted.actions.imports import deciding, looking, working
from concerted.actions.imports.looking import Looked
from concerted.actions.imports.template import findings_table
from concerted.formats.sheets import write_csv
from concerted.register import queries
from concerted.register.nouns import NOUNS
from concerted.register.rows.imports import ImportFindingRow, ImportPage
from concerted.terms.errors import Conflict
from concerted.web import errors
from concerted.web.frame import hidden, person, show, whole, words
from concerted.web.sheet_words import CHOICES, EXPECTED, OUTCOMES, STATES, TIERS, TROUBLES, label, title
from concerted.web.views.sheets import said

# An answer that takes longer looks as if nothing happened.
_AT_ONCE = 1.5  # seconds
_SHOWN = 25
# What a person's word alone settles, by what is said of the row.
_SETTLED = ("changed meanwhile", "there already", "repeated")


@dataclass(frozen=True, slots=True)
class Told:
    """A finding in words; ``may_decide`` where a person's word is wanted."""

    finding: ImportFindingRow
    column: str
    found: str
    what: Promise | str
    expected: Promise | str
    choice: Promise | str
    may_decide: bool


@require_safe
@hidden
def imports(request: HttpRequest, slug: str) -> HttpResponse:
    """List the imports of one's own."""
    page = queries.imports(person(request), slug, before=whole(request.GET, "before"))
    rows = [(one, title(one.noun), STATES[one.state]) for one in page.rows]
    nouns = [(name, title(name)) for name in NOUNS]
    return show(request, "imports", slug, page=page, rows=rows, nouns=nouns)


@require_safe
@hidden
def one_import(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Show an import: how far it is, what would change, and what was found."""
    tier = words(request.GET, "tier")
    outcome = words(request.GET, "outcome")
    page = queries.import_page(
        person(request),
        slug,
        number,
        tier=tier if tier in TIERS else None,
        after=whole(request.GET, "after") or 0,
    )
    one = page.one
    rows: tuple[Looked, ...] = ()
    more = False
    if one.state == "ready" and one.may_keep:
        past = whole(request.GET, "past")
        rows, more = looking.look(
            number=number,
            by=person(request),
            now=timezone.now(),
            outcome=outcome if outcome in OUTCOMES else None,
            after=-1 if past is None else past,
            most=_SHOWN,
        )
    noun = NOUNS[one.noun]
    return show(
        request,
        "import",
        slug,
        page=page,
        one=one,
        title=title(one.noun),
        state=STATES[one.state],
        running=working.running(one.state) and one.may_keep,
        counts=[(key, OUTCOMES[key], getattr(one.came, key)) for key in OUTCOMES],
        tiers=[(key, TIERS[key], count) for key, count in page.tiers if count],
        asked={"tier": tier, "outcome": outcome},
        rows=[(row, OUTCOMES[row.outcome], _differences(row, one.noun)) for row in rows],
        more=more,
        findings=[_told(found, page) for found in page.findings],
        record_name=noun.name,
    )


def _differences(row: Looked, noun: str) -> list[tuple[str, Any, Any]]:
    return [(label(NOUNS[noun], each.column), _shown(each.was), _shown(each.now)) for each in row.differences]


def _shown(value: Any) -> Any:
    """Write a day as a sheet does."""
    return value.isoformat() if isinstance(value, date) else value


def _told(found: ImportFindingRow, page: ImportPage) -> Told:
    known = {column.name for column in NOUNS[page.one.noun].columns} | {"number", "edition", "release"}
    open_ = page.one.may_keep and page.one.state in ("ready", "writing", "done") and found.choice != "import"
    return Told(
        found,
        label(NOUNS[page.one.noun], found.column) if found.column in known else found.column,
        errors.translated(found.found) if found.trouble == "cannot be so" else found.found,
        TROUBLES[found.trouble],
        EXPECTED.get(found.trouble) or errors.translated(found.expected),
        CHOICES.get(found.choice, ""),
        open_ and found.tier == "error" and found.trouble in _SETTLED,
    )


@require_POST
@hidden
def go_on(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Do the next steps of an import, for about as long as an answer may take."""
    one = queries.import_page(person(request), slug, number).one
    until = time.monotonic() + _AT_ONCE
    try:
        for _step in working.steps(number, one.state, person(request), timezone.now):
            if time.monotonic() > until:
                break
    except Conflict:
        # Somebody else drove it on meanwhile: the page says how far.
        pass
    return redirect("web:import", slug, number)


@require_POST
@hidden
def decide(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Do what a person decides: write it, give it up, say how numbers and days are written, or settle a held row."""
    queries.import_page(person(request), slug, number)
    given: dict[str, Any] = {"number": number, "by": person(request), "at": timezone.now()}
    try:
        _decided(request, given)
    except Conflict as error:
        said(request, error)
    return redirect(f"{reverse('web:import', args=[slug, number])}{_back(request.POST)}")


def _decided(request: HttpRequest, given: dict[str, Any]) -> None:
    what = words(request.POST, "what")
    if what == "start":
        deciding.start(**given)
    elif what == "abandon":
        deciding.abandon(**given)
        messages.success(request, _("The import is given up. What was written before stays."))
    elif what == "say how":
        deciding.say_how(
            decimals=words(request.POST, "decimals") or "", days=words(request.POST, "days") or "", **given
        )
    else:
        places = [int(place) for place in request.POST.getlist("place") if place.isdecimal() and len(place) < 10]
        deciding.decide(places=places, choice=what or "", **given)


def _back(sent: Mapping[str, str]) -> str:
    return "#findings" if sent.get("place") else ""


@require_safe
@hidden
def findings(request: HttpRequest, slug: str, number: int) -> HttpResponseBase:
    """Hand out everything that was found in an import as a table."""
    page = queries.import_page(person(request), slug, number)
    layout, rows = findings_table(queries.import_findings(person(request), slug, page.one.id))
    headers = {"Content-Disposition": f'attachment; filename="import-{number}-findings.csv"'}
    return StreamingHttpResponse(write_csv(layout, list(rows)), content_type="text/csv; charset=utf-8", headers=headers)
