"""What a request reads: the present, or the register as it stood at the end of a day."""

from __future__ import annotations

from urllib.parse import urlsplit

from django.http import HttpRequest

from concerted.register.as_of.keeping import Past
from concerted.register.nouns import NOUNS
from concerted.web.kept_words import WORDS

FIELD = "as_of"
# The pages of a coalition that can be read as of a day, by the first part of their address; "" is the board.
READABLE = frozenset(
    {
        "",
        "statements",
        "commitments",
        "partners",
        "lines",
        "totals",
        "meetings",
        "instruments",
        "review",
        "orphans",
    }
    | {"assessments", "scores", "reporting"}
    | {NOUNS[name].plural for name in WORDS}
)


def in_past(request: HttpRequest) -> Past | None:
    """Give the past that a request reads; None for the present."""
    found: Past | None = getattr(request, "past", None)
    return found


def is_readable(address: str) -> bool:
    """Tell whether a page of a coalition can be read as of a day."""
    return urlsplit(address).path.lstrip("/").partition("/")[2].partition("/")[0] in READABLE
