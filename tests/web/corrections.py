"""A corrected text of the invented statement, and the register after it was loaded."""

from __future__ import annotations

from django.http import HttpResponse
from django.test import Client

from tests.web.conftest import TEXT, Register

# A typing error put right, a deadline that changed, and a sentence more.
CORRECTED = (
    TEXT.replace("hospitality", "great hospitality")
    .replace("within 90 days", "within 60 days")
    .replace("<soon>.", "<soon>. They also decided to open a common office in Kampala.")
)


def correct(client: Client, register: Register, text: str = CORRECTED) -> HttpResponse:
    """Paste a corrected text, and confirm what the preview shows."""
    address = f"{register.page}correct-text/"
    shown = client.post(address, {"text": text})
    assert shown.status_code == 200, shown.content.decode()
    return client.post(address, kept_of(shown) | {"confirm": "1"})  # type: ignore[return-value]


def kept_of(shown: object) -> dict[str, str]:
    """Give the hidden fields of a preview."""
    context = shown.context  # type: ignore[attr-defined]
    return {"kept": context["kept"], "name": context["name"], "seen": str(context["page"].version)}
