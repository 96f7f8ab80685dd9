"""What the registration of a delegate says."""

from __future__ import annotations

from dataclasses import dataclass

from concerted.register.models.delegate import Capacity, Coming, Delegate
from concerted.register.models.release import Reach
from concerted.register.nouns.noun import Column, Form, Noun


@dataclass(frozen=True, slots=True)
class Content:
    """What the registration of a delegate says; see the model. ``meeting`` is the number of one, ``party`` a code."""

    meeting: int
    person: str
    role: str
    party: str = ""
    organisation: str = ""
    status: str = Coming.REGISTERED.value
    note: str = ""


def written(one: Delegate) -> Content:
    """Give what the registration of a delegate says, from its row."""
    return Content(
        meeting=one.meeting_id,
        person=one.person,
        role=one.role,
        party=one.party.code if one.party else "",
        organisation=one.organisation,
        status=one.status,
        note=one.note,
    )


DELEGATE = Noun(
    name="delegate",
    plural="delegates",
    model=Delegate,
    content=Content,
    columns=(
        Column("meeting", Form.RECORD, "the meeting", required=True, noun="meeting"),
        Column("party", Form.PARTY, "for which partner"),
        Column("organisation", Form.WORDS, "for which organisation that is no partner", longest=200),
        Column("person", Form.WORDS, "who comes", required=True, longest=200),
        Column("role", Form.CHOICE, "in which role", required=True, choices=tuple(Capacity.values)),
        Column("status", Form.CHOICE, "whether they come", required=True, choices=tuple(Coming.values)),
        Column("note", Form.WORDS, "a remark", longest=1000),
    ),
    written=written,
    related=("party", "meeting"),
    reach=Reach.COALITION.value,
)
