"""What a request for assistance says."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from concerted.register.models import Request
from concerted.register.nouns.noun import Column, Form, Noun


@dataclass(frozen=True, slots=True)
class Content:
    """What a request for assistance says; see the model.

    ``party`` is the code of the partner that asks; "" for the one that whoever enters it speaks for.
    """

    title: str
    source: str
    text: str = ""
    day: date | None = None
    party: str = ""


def written(one: Request) -> Content:
    """Give what a request says, from its row."""
    return Content(title=one.title, source=one.source, text=one.text, day=one.day, party=one.party.code)


REQUEST = Noun(
    name="request",
    plural="requests",
    model=Request,
    content=Content,
    columns=(
        Column("party", Form.PARTY, "who asks"),
        Column("title", Form.WORDS, "what is asked for, in a few words", required=True, longest=300),
        Column("text", Form.TEXT, "what is asked for and why", longest=20_000),
        Column("day", Form.DAY, "the day on which it was asked"),
        Column("source", Form.WORDS, "what it rests on", required=True, longest=1000),
    ),
    written=written,
    related=("party",),
)
