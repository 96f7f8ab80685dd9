"""What a decision of a meeting says."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from concerted.register.models.minute import Conclusion
from concerted.register.models.release import Reach
from concerted.register.nouns.noun import Column, Form, Noun


@dataclass(frozen=True, slots=True)
class Content:
    """What a decision says; ``ordinal`` is its number in the meeting (None: the next one)."""

    meeting: int
    text: str
    item: int | None = None
    ordinal: Decimal | None = None


def written(one: Conclusion) -> Content:
    """Give what a decision says, from its row."""
    return Content(
        meeting=one.meeting_id,
        text=one.text,
        item=one.item_id,
        ordinal=None if one.ordinal is None else Decimal(one.ordinal),
    )


CONCLUSION = Noun(
    name="conclusion",
    plural="conclusions",
    model=Conclusion,
    content=Content,
    columns=(
        Column("meeting", Form.RECORD, "the meeting that decided it", required=True, noun="meeting"),
        Column("item", Form.RECORD, "the agenda item", noun="item"),
        Column("ordinal", Form.NUMBER, "its number in the meeting; the next one where it is empty"),
        Column("text", Form.TEXT, "what was decided", required=True, longest=20_000),
    ),
    written=written,
    related=("meeting", "item"),
    reach=Reach.COALITION.value,
    common=True,
)
