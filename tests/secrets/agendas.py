"""What stands on the agenda of the meeting that a planted statement tells of."""

from __future__ import annotations

from typing import Any

from concerted.register.models import CalendarEntry, Commitment, Item, ItemRecord, Meeting


def agenda_of(word: str, statement: int, promise: Commitment, home: dict[str, Any]) -> None:
    """Plant an item of the agenda of a statement's meeting, about its promise; a calendar announced the meeting."""
    meeting = Meeting.objects.filter(finding__statement=statement).latest("pk")
    said = {"speaker": f"{word} speaker", "room": f"{word} hall", "note": f"{word} remark"}
    item = Item.objects.create(
        **home, **said, meeting=meeting, title=f"{word} item", minutes=20, status="left out", why=f"{word} quarrel"
    )
    CalendarEntry.objects.create(meeting=meeting, uid=f"{word} uid@host", sequence=0, file=f"{word} talks.ics")
    ItemRecord.objects.create(item=item, noun="commitment", number=promise.pk, edition=1)
