"""Two people edited one record: the second sees both versions and merges them, field by field."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, QueryDict

from concerted.actions.editing import Edited
from concerted.web.frame import show
from concerted.web.words import full_day

MINE, THEIRS = "mine", "theirs"


@dataclass(frozen=True, slots=True)
class Difference:
    """A field that somebody changed: what it was, what the other made of it, what the person wrote.

    ``mine`` and ``theirs`` are the form's own values of it, ``was_shown`` and the like what people read. ``choice`` is
    the one that is taken unless the person says otherwise; "" where both changed it.
    """

    name: str
    label: str
    was_shown: str
    theirs_shown: str
    mine_shown: str
    theirs: str
    mine: str
    choice: str


def merged(sent: QueryDict) -> QueryDict:
    """Give what a form sends, merged where it comes from the page that shows both versions.

    Where the person has not chosen, it is as if they had not seen the other's version: they are asked again.
    """
    if "merge" not in sent:
        return sent
    data = sent.copy()
    for key in sent:
        place, _dash, name = key.partition("-")
        if place == MINE:
            choice = sent.get(f"keep-{name}")
            data[name] = sent.get(f"{THEIRS}-{name}" if choice == THEIRS else key, "")
            if choice not in (MINE, THEIRS):
                data["seen"] = sent.get("before", "")
    return data


def conflict(
    request: HttpRequest,
    slug: str,
    form: forms.Form,
    blank: Callable[[Mapping[str, Any]], forms.Form],
    edited: Edited,
    *,
    back: str,
) -> HttpResponse:
    """Answer with both versions; ``form`` is what the person sent, ``blank`` makes one from a record's values."""
    unsaid = "merge" in request.POST and form.data.get("seen") != request.POST.get("seen")
    was, now = blank(edited.was), blank(edited.now)
    chosen = request.POST if unsaid else QueryDict()
    differing = list(_differences(form, was, now, edited, chosen))
    listed = {one.name for one in differing} | {"seen"}
    return show(
        request,
        "merging",
        slug,
        status=409,
        edited=edited,
        differences=differing,
        carried=[(name, _sent(form, name)) for name in form.fields if name not in listed],
        before=form.data.get("seen", ""),
        unsaid=unsaid,
        back=back,
    )


def _differences(
    form: forms.Form, was: forms.Form, now: forms.Form, edited: Edited, chosen: QueryDict
) -> Iterator[Difference]:
    for name, field in form.fields.items():
        if name not in edited.now:
            continue
        before, theirs, mine = _raw(was[name]), _raw(now[name]), _sent(form, name)
        if _value(field, theirs) == _value(field, mine):
            continue
        choice = ""
        if name in edited.was and _value(field, mine) == _value(field, before):
            choice = THEIRS
        elif name in edited.was and _value(field, theirs) == _value(field, before):
            choice = MINE
        yield Difference(
            name=name,
            label=str(field.label),
            was_shown=_shown(field, before),
            theirs_shown=_shown(field, theirs),
            mine_shown=_shown(field, mine),
            theirs=theirs,
            mine=mine,
            choice=chosen.get(f"keep-{name}") or choice,
        )


def _sent(form: forms.Form, name: str) -> str:
    """Give what a person sent in a field, with the ends of lines that the register keeps."""
    return str(form.data.get(name, "")).replace("\r\n", "\n").strip()


def _raw(bound: forms.BoundField) -> str:
    """Give a field's value as the form sends it."""
    value = bound.value()
    widget = bound.field.widget
    return (
        str(widget.format_value(value) or "")
        if isinstance(widget, forms.DateInput | forms.TimeInput)
        else str(value or "")
    )


def _shown(field: forms.Field, raw: str) -> str:
    """Give a value as people read it: a choice by its name, a day in full."""
    day = _value(field, raw)
    if isinstance(day, date):
        return full_day(day)
    names = {str(value): str(name) for value, name in getattr(field, "choices", ()) if value}
    return names.get(raw, raw)


def _value(field: forms.Field, raw: str) -> object:
    """Give what a field makes of a value; the value itself where it makes nothing of it."""
    try:
        return field.clean(raw)
    except ValidationError:
        return raw
