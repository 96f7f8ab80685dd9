"""What a progress report says."""

from __future__ import annotations

from dataclasses import dataclass

from concerted.register.models import Report, Status
from concerted.register.nouns.noun import Column, Form, Noun


@dataclass(frozen=True, slots=True)
class Content:
    """What a progress report says; see the model. ``window`` and ``commitment`` are numbers."""

    window: int
    commitment: int
    stand: str
    text: str
    evidence: str = ""
    party: str = ""


def written(one: Report) -> Content:
    """Give what a progress report says, from its row."""
    return Content(
        window=one.window_id,
        commitment=one.commitment_id,
        stand=one.stand,
        text=one.text,
        evidence=one.evidence,
        party=one.party.code,
    )


REPORT = Noun(
    name="report",
    plural="reports",
    model=Report,
    content=Content,
    columns=(
        Column("party", Form.PARTY, "who reports"),
        Column("window", Form.RECORD, "the reporting window", required=True, noun="window"),
        Column("commitment", Form.RECORD, "the commitment that it is about", required=True, noun="commitment"),
        Column("stand", Form.CHOICE, "how it stands", required=True, choices=tuple(Status.values)),
        Column("text", Form.TEXT, "what was done", required=True, longest=10_000),
        Column("evidence", Form.TEXT, "what shows it", longest=5000),
    ),
    written=written,
    related=("party",),
)
