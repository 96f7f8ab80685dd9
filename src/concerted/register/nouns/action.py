"""What an action point says."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from concerted.register.models.action import Action, ActionStatus
from concerted.register.models.release import Reach
from concerted.register.nouns.noun import Column, Form, Noun


@dataclass(frozen=True, slots=True)
class Content:
    """What an action point says; see the model. ``responsible`` and ``verifier`` are codes, "" for the secretariat.

    ``status`` "" says nothing of it: how it stands follows from its follow-up.
    """

    meeting: int
    text: str
    item: int | None = None
    line: int | None = None
    responsible: str = ""
    verifier: str = ""
    due: date | None = None
    status: str = ""


def written(one: Action) -> Content:
    """Give what an action point says, from its row."""
    return Content(
        meeting=one.meeting_id,
        text=one.text,
        item=one.item_id,
        line=one.line.number if one.line else None,
        responsible=one.responsible.code if one.responsible else "",
        verifier=one.verifier.code if one.verifier else "",
        due=one.due,
        status=one.status,
    )


ACTION = Noun(
    name="action",
    plural="actions",
    model=Action,
    content=Content,
    columns=(
        Column("meeting", Form.RECORD, "the meeting that asks for it", required=True, noun="meeting"),
        Column("item", Form.RECORD, "the agenda item at which it came up", noun="item"),
        Column("line", Form.LINE, "the line of effort that it belongs to"),
        Column("text", Form.TEXT, "what is to be done", required=True, longest=5000),
        Column("responsible", Form.PARTY, "who is to do it; empty for the secretariat"),
        Column("verifier", Form.PARTY, "who verifies it, somebody else; empty for the secretariat"),
        Column("due", Form.DAY, "the last day on which it is to be done"),
        Column(
            "status",
            Form.CHOICE,
            "how it stands, as its follow-up tells",
            choices=tuple(ActionStatus.values),
            told=True,
        ),
    ),
    written=written,
    related=("line", "meeting", "item", "responsible", "verifier"),
    reach=Reach.COALITION.value,
    common=True,
)
