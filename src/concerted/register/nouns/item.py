"""What an agenda item says."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from concerted.register.models.item import Item, Place
from concerted.register.nouns.noun import Column, Form, Noun


@dataclass(frozen=True, slots=True)
class Content:
    """What an agenda item says; see the model. ``meeting`` is the number of one, ``line`` that of a line."""

    meeting: int
    title: str
    line: int | None = None
    minutes: Decimal | None = None
    speaker: str = ""
    room: str = ""
    note: str = ""
    status: str = Place.ON.value
    why: str = ""


def written(one: Item) -> Content:
    """Give what an agenda item says, from its row."""
    return Content(
        meeting=one.meeting_id,
        title=one.title,
        line=one.line.number if one.line else None,
        minutes=None if one.minutes is None else Decimal(one.minutes),
        speaker=one.speaker,
        room=one.room,
        note=one.note,
        status=one.status,
        why=one.why,
    )


ITEM = Noun(
    name="item",
    plural="items",
    model=Item,
    content=Content,
    columns=(
        Column("meeting", Form.RECORD, "the meeting", required=True, noun="meeting"),
        Column("line", Form.LINE, "the line of effort that it belongs to"),
        Column("title", Form.WORDS, "what is to be talked about", required=True, longest=300),
        Column("minutes", Form.NUMBER, "how many minutes it gets"),
        Column("speaker", Form.WORDS, "who speaks first", longest=300, proposes="delegate"),
        Column("room", Form.WORDS, "the room", longest=200),
        Column("note", Form.TEXT, "a remark", longest=5000),
        Column("status", Form.CHOICE, "whether it is taken up", required=True, choices=tuple(Place.values)),
        Column("why", Form.WORDS, "why it is left out", longest=1000),
    ),
    written=written,
    related=("line", "meeting"),
)
