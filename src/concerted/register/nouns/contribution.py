"""What a contribution says."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from concerted.register.models import Contribution, ContributionKind, ContributionStage
from concerted.register.nouns.noun import Column, Form, Noun


@dataclass(frozen=True, slots=True)
class Content:
    """What a contribution says; see the model. ``line`` is the number of a line of effort.

    ``party`` is the code of the partner that gives; "" for the one that whoever enters it speaks for.
    """

    kind: str
    summary: str
    source: str
    line: int | None = None
    amount: Decimal | None = None
    currency: str = ""
    quantity: Decimal | None = None
    unit: str = ""
    first: date | None = None
    last: date | None = None
    caveat: str = ""
    party: str = ""
    stage: str = ""
    stage_on: date | None = None


def written(one: Contribution) -> Content:
    """Give what a contribution says, from its row."""
    return Content(
        kind=one.kind,
        summary=one.summary,
        source=one.source,
        line=one.line.number if one.line else None,
        amount=one.amount,
        currency=one.currency,
        quantity=one.quantity,
        unit=one.unit,
        first=one.first,
        last=one.last,
        caveat=one.caveat,
        party=one.party.code,
        stage=one.stage,
        stage_on=one.stage_on,
    )


CONTRIBUTION = Noun(
    name="contribution",
    plural="contributions",
    model=Contribution,
    content=Content,
    columns=(
        Column("party", Form.PARTY, "who gives"),
        Column("line", Form.LINE, "the line of effort that it is given to"),
        Column("kind", Form.CHOICE, "the kind of what is given", required=True, choices=tuple(ContributionKind.values)),
        Column("stage", Form.CHOICE, "how far along it is", choices=tuple(ContributionStage)),
        Column("stage_on", Form.DAY, "the day on which it came to this stage"),
        Column("summary", Form.TEXT, "what is given", required=True, longest=2000),
        Column("amount", Form.NUMBER, "how much money", places=2),
        Column("currency", Form.CURRENCY, "the currency of the amount"),
        Column("quantity", Form.NUMBER, "how many of the unit", places=3),
        Column("unit", Form.UNIT, "what the quantity counts", longest=60),
        Column("first", Form.DAY, "the first day"),
        Column("last", Form.DAY, "the last day"),
        Column("caveat", Form.TEXT, "the national caveat", longest=5000),
        Column("source", Form.WORDS, "what it rests on", required=True, longest=1000),
    ),
    written=written,
    related=("party", "line"),
)
