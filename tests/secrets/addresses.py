"""Every address of the site with everything that it can name, and the planted words in an answer."""

from __future__ import annotations

import itertools
import re
import zlib
from collections.abc import Iterable, Iterator
from typing import Any

from django.db.models import Q
from django.urls import get_resolver, reverse

from concerted.register.merged import MERGEABLE
from concerted.register.models import (
    Action,
    Assessment,
    Benchmark,
    Breach,
    Call,
    Clarification,
    Commitment,
    Conclusion,
    Contribution,
    Delegate,
    Finding,
    Guideline,
    Import,
    Instrument,
    Item,
    LineLead,
    LineOfEffort,
    Measurement,
    Meeting,
    Minute,
    Paper,
    Party,
    PartyName,
    PartyStanding,
    Publication,
    Report,
    Request,
    Requirement,
    Reservation,
    Statement,
    Window,
    WorkingGroupSeat,
)
from concerted.register.models.pack import Held, Pack
from concerted.register.nouns import NOUNS as KEPT
from tests.answers import said
from tests.secrets.planting import WORDS
from tests.standing import SLUG
from tests.web.test_page_rights import pages

NOUNS: dict[str, Any] = {
    "statement": Statement,
    "commitment": Commitment,
    "call": Call,
    "contribution": Contribution,
    "meeting": Meeting,
    "breach": Breach,
    "instrument": Instrument,
    "request": Request,
    "requirement": Requirement,
    "publication": Publication,
    "clarification": Clarification,
    "benchmark": Benchmark,
    "measurement": Measurement,
    "window": Window,
    "report": Report,
    "item": Item,
    "delegate": Delegate,
    "paper": Paper,
    "minute": Minute,
    "conclusion": Conclusion,
    "action": Action,
    "reservation": Reservation,
    "guideline": Guideline,
    "assessment": Assessment,
    "held": Held,
    "pack": Pack,
    "import": Import,
    "standing": PartyStanding,
    "name": PartyName,
    "lead": LineLead,
    "seat": WorkingGroupSeat,
}
PLACES = {"held": "packs", "clarification": "questions", "publication": "totals", "window": "reporting"}
# Bytes that are as they are, whatever the day, and pages of two statements that each have one of their own.
HEAVY = ("web:comparison", "web:original", "web:version-original", "web:paper-file")
NOT_THERE = 9_999_999
OWN_PAGE = re.compile(rf"^/{SLUG}/[a-z-]+/\d+/$")
NUMBER = re.compile(r"\d+")
DATED = ("standing", "name", "lead", "seat")
# What pages take that are for some nouns alone, and one that they do not take.
TAKEN: dict[str, dict[str, list[Any]]] = {
    "web:meeting-report": {"form": ["markdown", "odt"]},
    "web:draft-statement-file": {"form": ["markdown", "odt"]},
    "web:merge": {"noun": [*MERGEABLE, "window"]},
    "web:split": {"noun": [*MERGEABLE, "window"]},
    "web:change-dated": {"noun": [*DATED, "window"]},
    "web:sheets": {"noun": [*KEPT, "window"]},
    "web:export-sheet": {"noun": [*KEPT, "window"], "form": ["csv"]},
}


def sampled(every: Iterable[tuple[str, str]], most: int) -> Iterator[tuple[str, str]]:
    """Thin addresses out evenly, to about so many of each name; which ones differs from name to name."""
    by_name: dict[str, list[str]] = {}
    for name, address in every:
        by_name.setdefault(name, []).append(address)
    for name, found in by_name.items():
        step = max(1, len(found) // most)
        yield from ((name, address) for address in found[zlib.crc32(name.encode()) % step :: step])


def walked() -> Iterator[tuple[str, str]]:
    """Give every record's own page, and of each further page a few of each noun, form or part, every owner in turn."""
    whole, others = [], []
    for name, address in addresses():
        if OWN_PAGE.search(address):
            whole.append((name, address))
        else:
            # What the address names besides a row.
            others.append((f"{name} {NUMBER.sub('', address)}", address))
    yield from whole
    yield from ((name.partition(" ")[0], address) for name, address in sampled(others, 3))


def addresses() -> Iterator[tuple[str, str]]:
    """Give every page with everything that its address can name: every row there is, and one that there is not."""
    first = list(Statement.objects.order_by("pk").values_list("pk", flat=True))
    own = {Finding.objects.filter(statement=one, fact="act").earliest("pk").pk: one for one in first}
    known: dict[str, list[Any]] = {
        "slug": [SLUG],
        "code": list(Party.objects.values_list("code", flat=True)),
        "finding": list(own),
        "other": first[:3],
        "version": [1, 2],
        "form": ["record", "akoma-ntoso", "annotations", "tables", "csv"],
        "verdict": ["accept"],
        "noun": [*NOUNS, "line", "partner"],
        "index": [0, 1, 40],
        "username": ["nils", "ada"],
        "invitation": [1],
        "address": [1],
    }
    for name, page in pages(get_resolver().url_patterns):
        if not name.startswith("web:"):
            continue
        wanted = [one for one in page.pattern.converters if one not in ("number", "key")]
        assert set(wanted) <= set(known), f"{name}: say here what {set(wanted) - set(known)} can be"
        may_be = known | TAKEN.get(name, {})
        for values in itertools.product(*(may_be[one] for one in wanted)):
            named = dict(zip(wanted, values, strict=True))
            place = named.get("noun") or str(page.pattern).partition("/")[2].partition("/")[0]
            for given in _numbers(page, place):
                # A finding stands under its own statement; under one other it is as good as under all others.
                if "finding" not in named or given.get("number", first[0]) in (first[0], own[named["finding"]]):
                    yield name, reverse(name, kwargs=named | given)


def _numbers(page: Any, place: str) -> list[dict[str, Any]]:
    """Give what a page calls the rows of its place by, which is a noun or the first part of its address."""
    if "number" in page.pattern.converters:
        numbers = LineOfEffort.objects.values_list("number", flat=True) if place in ("line", "lines") else _pks(place)
        return [{"number": one} for one in (*sorted(set(numbers)), NOT_THERE)]
    if "key" in page.pattern.converters:
        fields: dict[str, Any] = {"line": (LineOfEffort, "number"), "partner": (Party, "code")}
        model, field = fields.get(place, (None, ""))
        keys = sorted(set(model.objects.values_list(field, flat=True))) if model else apart(NOUNS[place])
        return [{"key": str(one)} for one in (*keys, NOT_THERE)]
    return [{}]


def _pks(place: str) -> list[int]:
    """Give the numbers of the rows of a place, whoever sees them; those of every noun where it is none's."""
    models = [model for noun, model in NOUNS.items() if place in (noun, f"{noun}s", PLACES.get(noun))]
    return [pk for model in models or NOUNS.values() for pk in apart(model)]


def apart(model: Any) -> list[int]:
    """Give the number of one row for each way in which records of a noun differ for who may see them."""
    fields = {one.name for one in model._meta.fields}
    if "owner" not in fields:
        return list(model.objects.values_list("pk", flat=True))
    empty = [Q(**{f"{name}__isnull": True}) for name in ("finding", "merged_into") if name in fields]
    alike = [*sorted(fields & {"in_force", "owner", "release"}), *empty]
    return sorted(
        {tuple(values): pk for pk, *values in model.objects.order_by("pk").values_list("pk", *alike)}.values()
    )


def words_in(answer: Any) -> set[str]:
    """Find the holders' words in what was answered: the page, a file and those in it, a header."""
    text = said(answer)
    return {word for word in WORDS if word in text}
