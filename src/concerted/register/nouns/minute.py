"""What an entry of a meeting's minutes says."""

from __future__ import annotations

from dataclasses import dataclass

from concerted.register.models.minute import Minute
from concerted.register.models.release import Reach
from concerted.register.nouns.noun import Column, Form, Noun


@dataclass(frozen=True, slots=True)
class Content:
    """What an entry of the minutes says; ``item`` is the agenda item that it is of (None: none)."""

    meeting: int
    text: str
    item: int | None = None


def written(one: Minute) -> Content:
    """Give what an entry says, from its row."""
    return Content(meeting=one.meeting_id, text=one.text, item=one.item_id)


MINUTE = Noun(
    name="minute",
    plural="minutes",
    model=Minute,
    content=Content,
    columns=(
        Column("meeting", Form.RECORD, "the meeting", required=True, noun="meeting"),
        Column("item", Form.RECORD, "the agenda item", noun="item"),
        Column("text", Form.TEXT, "what was said", required=True, longest=20_000),
    ),
    written=written,
    related=("meeting", "item"),
    reach=Reach.COALITION.value,
    common=True,
)
