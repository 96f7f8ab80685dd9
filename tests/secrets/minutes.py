"""What is written down of the meeting that a planted statement tells of."""

from __future__ import annotations

from typing import Any

from concerted.register.models import Action, Conclusion, FollowUp, Item, Minute, Party, Reservation, User
from tests.standing import AT


def minutes_of(word: str, statement: int, party: Party, item: Item, home: dict[str, Any]) -> None:
    """Plant minutes, a decision, an action point with its follow-up, and a reservation."""
    about = {**home, "meeting": item.meeting, "item": item}
    Minute.objects.create(**about, text=f"{word} minute")
    Conclusion.objects.create(**about, ordinal=statement, text=f"{word} conclusion")
    action = Action.objects.create(**about, text=f"{word} errand", due=AT.date())
    by = User.objects.get(username="ada")
    FollowUp.objects.create(
        action=action, said="done", text=f"{word} proof", link=f"https://example.org/{word.lower()}", by=by, at=AT
    )
    Reservation.objects.create(
        **home, party=party, statement_id=statement, paragraph=f"{word} 7", text=f"{word} reserve", since=AT.date()
    )
