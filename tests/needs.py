"""A request for assistance and a requirement that several tests enter."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from concerted.register.nouns import request, requirement

BOATS_ASKED = request.Content(
    title="Boats for the winter patrols",
    source="a note of 4 January 2021",
    text="The old boats leave service in spring.",
    day=date(2021, 1, 4),
)
BOATS_NEEDED = requirement.Content(
    kind="equipment",
    summary="Six boats that keep the sea in winter",
    priority="high",
    source="a note of 4 January 2021",
    line=1,
    quantity=Decimal(6),
    unit="boats",
    place="Northern harbours",
    needed_by=date(2021, 10, 1),
)
