"""What the form of each noun that people keep sends: a noun more needs an entry, and its pages are walked."""

from __future__ import annotations

from django.test import Client

from concerted.register.nouns import NOUNS
from tests.web.conftest import SLUG

SENT: dict[str, dict[str, str]] = {
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
}


def enter(client: Client, noun: str, **more: str) -> int:
    """Enter a record of a noun through its form; gives its number."""
    answer = client.post(f"/{SLUG}/{NOUNS[noun].plural}/new/", SENT[noun] | more)
    assert answer.status_code == 302, answer.context["form"].errors
    return int(answer.headers["Location"].rstrip("/").rpartition("/")[2])
