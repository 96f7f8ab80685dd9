"""What a requirement says."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from concerted.register.models import ContributionKind, Coverage, Priority, Requirement
from concerted.register.nouns.noun import Column, Form, Noun


@dataclass(frozen=True, slots=True)
class Content:
    """What a requirement says; see the model. ``line`` is the number of a line, ``part_of`` that of a request.

    ``party`` is the code of the partner that needs it; "" for the one that whoever enters it speaks for, in the
    coalition's own records for the coalition as a whole.
    """

    kind: str
    summary: str
    priority: str
    source: str
    line: int | None = None
    part_of: int | None = None
    amount: Decimal | None = None
    currency: str = ""
    quantity: Decimal | None = None
    unit: str = ""
    place: str = ""
    needed_from: date | None = None
    needed_by: date | None = None
    status: str = Coverage.OPEN.value
    party: str = ""


def written(one: Requirement) -> Content:
    """Give what a requirement says, from its row."""
    return Content(
        kind=one.kind,
        summary=one.summary,
        priority=one.priority,
        source=one.source,
        line=one.line.number if one.line else None,
        part_of=one.part_of_id,
        amount=one.amount,
        currency=one.currency,
        quantity=one.quantity,
        unit=one.unit,
        place=one.place,
        needed_from=one.needed_from,
        needed_by=one.needed_by,
        status=one.status,
        party=one.party.code if one.party else "",
    )


REQUIREMENT = Noun(
    name="requirement",
    plural="requirements",
    model=Requirement,
    content=Content,
    columns=(
        Column("party", Form.PARTY, "who needs it"),
        Column("part_of", Form.RECORD, "the request for assistance that it is a part of", noun="request", own=True),
        Column("line", Form.LINE, "the line of effort that it is needed for"),
        Column("kind", Form.CHOICE, "the kind of what is needed", required=True, choices=tuple(ContributionKind)),
        Column("summary", Form.TEXT, "what is needed", required=True, longest=2000),
        Column("quantity", Form.NUMBER, "how many of the unit", places=3),
        Column("unit", Form.UNIT, "what the quantity counts", longest=60),
        Column("amount", Form.NUMBER, "how much money", places=2),
        Column("currency", Form.CURRENCY, "the currency of the amount"),
        Column("place", Form.WORDS, "where it is needed", longest=300),
        Column("needed_from", Form.DAY, "the first day on which it is needed"),
        Column("needed_by", Form.DAY, "the day by which it is needed"),
        Column("priority", Form.CHOICE, "how urgent it is", required=True, choices=tuple(Priority.values)),
        Column("status", Form.CHOICE, "how much of it is met", required=True, choices=tuple(Coverage.values)),
        Column("source", Form.WORDS, "what it rests on", required=True, longest=1000),
    ),
    written=written,
    related=("party", "line"),
)
