"""Names of the coalition's own records that a partner's records point at: by what they are, as both registers know.

A commitment goes by the digest of its statement and its place there, a reporting window by its days, a benchmark of the
coalition by its title and unit, a meeting by its name and first day. Only what exactly one record answers to is found.
"""

from __future__ import annotations

from datetime import date

from concerted.ledger.packs.canonical import digest
from concerted.register.models import Benchmark, Coalition, Commitment, Meeting, Window


def shared_name(noun: str, record: int) -> tuple[str, int] | None:
    """Name a record of the coalition's; None for what is named by the register where it was entered."""
    if noun == "commitment":
        found = Commitment.objects.filter(pk=record).values_list("finding__statement__sha256", "finding__start").first()
        return (f"statement {found[0]}", found[1]) if found else None
    if noun == "window":
        window = Window.objects.filter(pk=record).first()
        return (f"window {window.first} {window.last}", window.opens.toordinal()) if window else None
    if noun == "benchmark":
        benchmark = Benchmark.objects.filter(pk=record, owner=None).first()
        return (f"benchmark {_said(benchmark)}", 0) if benchmark else None
    if noun == "meeting":
        meeting = Meeting.objects.filter(pk=record, owner=None).first()
        return (f"meeting {_called(meeting)}", meeting.start.toordinal() if meeting.start else 0) if meeting else None
    return None


def shared_record(coalition: Coalition, noun: str, origin: str, number: int) -> int | None:
    """Find the record that goes by a shared name; None where there is none, or more than one."""
    kind, _blank, rest = origin.partition(" ")
    found: list[int] = []
    if (noun, kind) == ("commitment", "statement"):
        rows = Commitment.objects.filter(coalition=coalition, finding__statement__sha256=rest, finding__start=number)
        found = list(rows.filter(in_force=True, merged_into=None).values_list("pk", flat=True)[:2])
    elif (noun, kind) == ("window", "window"):
        found = _windows(coalition, rest, number)
    elif (noun, kind) == ("benchmark", "benchmark"):
        rows_of = Benchmark.objects.filter(coalition=coalition, owner=None, in_force=True)
        found = [one.pk for one in rows_of if _said(one) == rest]
    elif (noun, kind) == ("meeting", "meeting"):
        held = Meeting.objects.filter(coalition=coalition, owner=None, in_force=True, merged_into=None)
        found = [
            one.pk for one in held if _called(one) == rest and (one.start.toordinal() if one.start else 0) == number
        ]
    return found[0] if len(found) == 1 else None


def _windows(coalition: Coalition, days: str, opens: int) -> list[int]:
    try:
        first, last = (date.fromisoformat(one) for one in days.split(" "))
        start = date.fromordinal(opens)
    except (ValueError, OverflowError):
        return []
    rows = Window.objects.filter(coalition=coalition, first=first, last=last, opens=start, in_force=True)
    return list(rows.values_list("pk", flat=True)[:2])


def _called(one: Meeting) -> str:
    return digest({"name": one.name})


def _said(one: Benchmark) -> str:
    return digest({"title": one.title, "unit": one.unit})
