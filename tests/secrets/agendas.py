"""What stands on the agenda of the meeting that a planted statement tells of, and what was late."""

from __future__ import annotations

from datetime import date
from typing import Any

from concerted.register.models import (
    Breach,
    CalendarEntry,
    Commitment,
    Delegate,
    Item,
    ItemRecord,
    Meeting,
    Obligation,
    Paper,
    PaperFile,
    Party,
    User,
)
from tests.secrets.minutes import minutes_of
from tests.standing import AT


def agenda_of(word: str, statement: int, promise: Commitment, party: Party, home: dict[str, Any]) -> None:
    """Plant an item of the agenda of a statement's meeting, which a calendar announced, and a meeting that was late."""
    _late(word, statement, home)
    meeting = Meeting.objects.filter(finding__statement=statement).latest("pk")
    said = {"speaker": f"{word} speaker", "room": f"{word} hall", "note": f"{word} remark"}
    item = Item.objects.create(
        **home, **said, meeting=meeting, title=f"{word} item", minutes=20, status="left out", why=f"{word} quarrel"
    )
    CalendarEntry.objects.create(meeting=meeting, uid=f"{word} uid@host", sequence=0, file=f"{word} talks.ics")
    ItemRecord.objects.create(item=item, noun="commitment", number=promise.pk, edition=1)
    words = {"title": f"{word} paper", "note": f"{word} margin", "status": "withdrawn", "why": f"{word} fault"}
    paper = Paper.objects.create(**home, **words, meeting=meeting, item=item)
    own = {"name": f"{word} paper.txt", "media_type": "text/plain", "size": 9, "sha256": "0" * 64}
    by = User.objects.get(username="secretary")
    PaperFile.objects.create(paper=paper, version=1, data=f"{word} text".encode(), **own, by=by, at=AT)
    about = {"organisation": f"{word} school", "person": f"{word} guest", "role": "observer", "note": f"{word} hat"}
    Delegate.objects.create(**home, **about, meeting=meeting)
    minutes_of(word, statement, party, item, home)


def _late(word: str, statement: int, home: dict[str, Any]) -> None:
    """Plant that a series did not meet by the day that a statement set."""
    rule = Obligation.objects.filter(finding__statement=statement).latest("pk")
    told = {"series": f"{word} talks", "counted_from": date(2021, 3, 2), "due": date(2021, 4, 1)}
    by = User.objects.get(username="secretary")
    Breach.objects.create(**home, **told, obligation=rule, by=by, at=AT)
