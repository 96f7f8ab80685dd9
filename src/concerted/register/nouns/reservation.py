"""What a reservation says."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from concerted.register.models.release import Reach
from concerted.register.models.reservation import Reservation
from concerted.register.nouns.noun import Column, Form, Noun


@dataclass(frozen=True, slots=True)
class Content:
    """What a reservation says; see the model. ``party`` is a code, "" for the owner's own."""

    text: str
    since: date
    party: str = ""
    statement: int | None = None
    paragraph: str = ""
    conclusion: int | None = None
    until: date | None = None


def written(one: Reservation) -> Content:
    """Give what a reservation says, from its row."""
    return Content(
        text=one.text,
        since=one.since,
        party=one.party.code,
        statement=one.statement_id,
        paragraph=one.paragraph,
        conclusion=one.conclusion_id,
        until=one.until,
    )


RESERVATION = Noun(
    name="reservation",
    plural="reservations",
    model=Reservation,
    content=Content,
    columns=(
        Column("party", Form.PARTY, "whose reservation it is"),
        Column("statement", Form.RECORD, "the statement that it is about", noun="statement"),
        Column("paragraph", Form.WORDS, "the number of the statement's paragraph; empty for all of it", longest=20),
        Column("conclusion", Form.RECORD, "or the decision of a meeting that it is about", noun="conclusion"),
        Column("text", Form.TEXT, "the words of the reservation", required=True, longest=5000),
        Column("since", Form.DAY, "the first day on which it stands", required=True),
        Column("until", Form.DAY, "the last day, once it is withdrawn"),
    ),
    written=written,
    related=("party", "statement", "conclusion"),
    reach=Reach.COALITION.value,
)
