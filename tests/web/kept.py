"""What the form of each noun that people keep sends: a noun more needs an entry, and its pages are walked."""

from __future__ import annotations

from datetime import date

from django.test import Client

from concerted.actions import meetings, review, windows
from concerted.register.models import Commitment, Meeting, Statement, User, Window
from concerted.register.nouns import NOUNS
from tests.web.conftest import AT, SLUG

SENT: dict[str, dict[str, str]] = {
    "contribution": {
        "summary": "Pumps for the upper river",
        "kind": "equipment",
        "line": "1",
        "amount": "1 200 000",
        "currency": "KES",
        "quantity": "40",
        "unit": "pumps",
        "first": "2024-06-01",
        "last": "",
        "caveat": "Not below the second dam.",
        "source": "Decision 14 of the cabinet",
        "reach": "owner only",
    },
    "request": {
        "title": "Help with gauges",
        "text": "The old ones are under water.",
        "day": "2024-05-01",
        "source": "Letter 7 of the river office",
        "reach": "coalition",
    },
    "requirement": {
        "part_of": "",
        "line": "1",
        "kind": "equipment",
        "summary": "Gauges for the upper river",
        "quantity": "12",
        "unit": "gauges",
        "amount": "",
        "currency": "",
        "place": "Above the first dam",
        "needed_from": "",
        "needed_by": "2024-09-01",
        "priority": "high",
        "status": "open",
        "source": "Letter 7 of the river office",
        "reach": "coalition",
    },
    "benchmark": {
        "line": "1",
        "title": "Gauges that answer",
        "indicator": "Gauges that have answered on every day of the month",
        "unit": "gauges",
        "baseline": "0",
        "baseline_on": "2024-01-01",
        "target": "2 400",
        "target_on": "2025-01-01",
        "source": "The plan of the river office",
        "reach": "coalition",
    },
    "measurement": {
        "first": "2024-04-01",
        "last": "2024-04-30",
        "value": "450",
        "source": "The log of the gauges",
        "reach": "coalition",
    },
    "item": {
        "line": "1",
        "title": "The upper gauges",
        "minutes": "25",
        "speaker": "The head of the river office",
        "room": "Hall of the weir",
        "note": "With the map of the dams.",
        "status": "on the agenda",
        "why": "",
        "reach": "coalition",
    },
    "paper": {"title": "Gauges of the lower weir", "note": "", "status": "current", "why": "", "reach": "coalition"},
    "delegate": {
        "organisation": "",
        "person": "Wanjiru Otieno",
        "role": "adviser",
        "status": "registered",
        "note": "Comes by boat.",
        "reach": "coalition",
    },
    "minute": {"text": "The gauges were discussed at length.", "reach": "coalition"},
    "conclusion": {"text": "The meeting decided to mend the gauges.", "ordinal": "3", "reach": "coalition"},
    "action": {
        "line": "1",
        "text": "Mend the gauges of the lower weir",
        "responsible": "UGA",
        "verifier": "",
        "due": "2124-06-01",
        "reach": "coalition",
    },
    "reservation": {
        "party": "UGA",
        "paragraph": "7",
        "text": "It does not associate itself with this paragraph.",
        "since": "2024-03-01",
        "until": "",
        "reach": "coalition",
    },
    "report": {
        "stand": "in progress",
        "text": "Warnings go out by telephone.",
        "evidence": "The log of the telephones",
        "reach": "coalition",
    },
}


# The coalition's own: its secretariat keeps them.
COMMON = {name for name, noun in NOUNS.items() if noun.common}


def promised() -> dict[str, str]:
    """Accept what the statement promises and plan a window, that a partner can report on it."""
    by = User.objects.get(username="secretariat")
    days = {"first": date(2024, 1, 1), "last": date(2024, 6, 30), "opens": date(2024, 5, 1), "closes": date(2124, 7, 1)}
    window = Window.objects.first()
    number = (
        window.pk
        if window
        else windows.add(coalition=SLUG, content=windows.Content(title="First half", **days), by=by, at=AT)
    )
    review.accept_statement(statement=Statement.objects.get(coalition__slug=SLUG).pk, by=by, at=AT)
    promise = Commitment.objects.get(text__startswith="pledged")
    return {"window": str(number), "commitment": str(promise.pk)}


def planned() -> str:
    """Announce a meeting, unless it is, that something can be put on its agenda; gives its number."""
    if there := Meeting.objects.filter(name="Meeting at the weir").first():
        return str(there.pk)
    by = User.objects.get(username="secretariat")
    content = meetings.Content("Meeting at the weir", date(2124, 5, 1))
    return str(meetings.schedule(coalition=SLUG, content=content, by=by, at=AT))


def enter(client: Client, noun: str, **more: str) -> int:
    """Enter a record of a noun through its form, and before it what it is about; gives its number."""
    if noun == "measurement" and "benchmark" not in more:
        more["benchmark"] = str(enter(client, "benchmark"))
    if noun == "report" and "commitment" not in more:
        more |= promised()
    if noun == "reservation" and "statement" not in more:
        more["statement"] = str(Statement.objects.earliest("pk").pk)
    if noun in ("item", "delegate", "paper", "minute", "conclusion", "action") and "meeting" not in more:
        more["meeting"] = planned()
    answer = client.post(f"/{SLUG}/{NOUNS[noun].plural}/new/", SENT[noun] | more)
    assert answer.status_code == 302, answer.context["form"].errors
    return int(answer.headers["Location"].rstrip("/").rpartition("/")[2])
