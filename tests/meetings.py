"""A meeting with what is written down of it: minutes, a decision, an action point and a reservation."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from concerted.actions import action_points, conclusions, follow_up, items, meetings, minutes, papers, reservations
from concerted.register.models import User
from concerted.register.nouns import action, conclusion, item, minute, paper, reservation
from tests.standing import AT, SLUG, Register

BUOYS = action.Content(meeting=0, text="Count the buoys", line=1, responsible="NOR", due=date(2021, 8, 1))


@dataclass(frozen=True, slots=True)
class Held:
    """The numbers of what was kept."""

    meeting: int
    item: int
    minute: int
    conclusion: int
    action: int
    reservation: int


def plan(by: User, name: str = "Harbour days", day: date | None = None) -> int:
    content = meetings.Content(name, day or date(2021, 9, 1))
    return meetings.schedule(coalition=SLUG, content=content, by=by, at=AT)


def ask(by: User, meeting: int, reach: str = "coalition", **fields: object) -> int:
    """Ask for the buoys to be counted, or for what the fields say."""
    content = replace(BUOYS, meeting=meeting, **fields)  # type: ignore[arg-type]  # columns of an action point
    return action_points.add(coalition=SLUG, content=content, reach=reach, by=by, at=AT)


def write_down(register: Register, *, day: date | None = None) -> Held:
    """Keep one of each of a meeting, released to the coalition; the action point is said to be done."""
    by, norway = register.people.secretariat, register.people.norway
    meeting = plan(by, day=day)
    shared = {"coalition": SLUG, "reach": "coalition", "at": AT}
    topic = items.add(content=item.Content(meeting=meeting, title="Buoys", line=1), by=by, **shared)
    text = paper.Content(meeting=meeting, title="What the buoys cost", item=topic)
    cost = papers.add(content=text, by=by, **shared)
    papers.file(number=cost, data=b"Nine crowns each.", name="cost.txt", seen=1, by=by, at=AT)
    said = minutes.add(content=minute.Content(meeting=meeting, text="The buoys drift.", item=topic), by=by, **shared)
    decided = conclusions.add(
        content=conclusion.Content(meeting=meeting, text="The buoys are counted twice a year.", item=topic),
        by=by,
        **shared,
    )
    asked = ask(by, meeting, item=topic)
    follow_up.say_done(number=asked, text="Counted on 3 May.", link="", seen=1, by=norway, at=AT)
    apart = reservation.Content(text="Norway does not associate itself.", since=AT.date(), conclusion=decided)
    reserved = reservations.add(content=apart, by=norway, **shared)
    return Held(meeting, topic, said, decided, asked, reserved)
