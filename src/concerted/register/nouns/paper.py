"""What a meeting paper says of itself."""

from __future__ import annotations

from dataclasses import dataclass

from concerted.register.models.paper import Paper, PaperStatus
from concerted.register.nouns.noun import Column, Form, Noun


@dataclass(frozen=True, slots=True)
class Content:
    """What a paper says of itself; ``item`` is the agenda item that it is for (None: the whole meeting)."""

    meeting: int
    title: str
    item: int | None = None
    note: str = ""
    status: str = PaperStatus.CURRENT.value
    why: str = ""


def written(one: Paper) -> Content:
    """Give what a paper says, from its row."""
    return Content(
        meeting=one.meeting_id, title=one.title, item=one.item_id, note=one.note, status=one.status, why=one.why
    )


PAPER = Noun(
    name="paper",
    plural="papers",
    model=Paper,
    content=Content,
    columns=(
        Column("meeting", Form.RECORD, "the meeting", required=True, noun="meeting"),
        Column("item", Form.RECORD, "the agenda item", noun="item"),
        Column("title", Form.WORDS, "what the paper is called", required=True, longest=300),
        Column("note", Form.WORDS, "a remark", longest=1000),
        Column("status", Form.CHOICE, "whether it stands", required=True, choices=tuple(PaperStatus.values)),
        Column("why", Form.WORDS, "why it is withdrawn", longest=1000),
    ),
    written=written,
    related=("meeting", "item"),
)
