"""Who asks, and when: what each operation finds in its request."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.http import HttpRequest

from concerted.register.rows.paging import Paging
from concerted.register.rows.tokens import TokenRow

PREFIX = "/api/v1"


class Asking(HttpRequest):
    """A request to the programming interface, as ``door`` has let it in.

    ``asker`` is the person whose token it showed, or the public (then ``token`` is None). ``at`` is the time, ``day``
    the one on which, or as of which, it asks. ``shown`` are the records that the answer gives away; ``fields``
    those of what can be sent. ``paging`` tells where the register cut a list, if it did.
    """

    asker: Any
    token: TokenRow | None
    at: datetime
    day: date
    shown: list[tuple[str, int]]
    fields: frozenset[str]
    paging: Paging | None
