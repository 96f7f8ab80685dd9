"""``python -m benchmarks.convening``: a hundred plenaries with their agendas, the next draft, and the calendar of all.

Beside each figure stands its ratio: to Indico 3.2.9's on two like cores, which had neither agenda nor delegations, and
to the icalendar library alone, which writes the same entries in the same run.
"""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from datetime import time as clock
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click
from icalendar import Calendar, Event, Todo, vCalAddress

from concerted.cli.init import make
from concerted.formats.calendars import Component, read
from concerted.formats.calendars.values import moment, text
from concerted.register.place import KEY_VARIABLE

if TYPE_CHECKING:
    from concerted.register.models import User

SLUG = "global-coalition"
FIRST = date(2026, 1, 15)
# Seconds that Indico 3.2.9 took for a hundred bare meetings, and for its feed of them.
INDICO_MEETINGS, INDICO_FEED = 9.6, 1.09
_TEXTS = ("UID", "SUMMARY", "DESCRIPTION", "LOCATION", "STATUS", "URL")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Step:
    """What was done, how many times, and in how many seconds in all."""

    what: str
    times: int
    seconds: float
    beside: str = ""


@click.command(help=__doc__)
@click.option("--meetings", "number", default=100, show_default=True, help="Plenaries, 180 days apart.")
@click.option("--delegations", default=60, show_default=True, help="Delegations at each.")
@click.option("--items", default=20, show_default=True, help="Items on the agenda of each.")
def measure(number: int, delegations: int, items: int) -> None:
    """Print what each step took."""
    os.environ[KEY_VARIABLE] = "a key for measuring alone, and long enough to be one of them"
    with tempfile.TemporaryDirectory(prefix="concerted-convening-") as folder:
        make(str(Path(folder) / "register.sqlite3"), (SLUG,))
        for step in _steps(number, delegations, items):
            each = step.seconds / step.times * 1000
            print(
                f"{step.what:44}{step.times:>7,}{step.seconds:>9.2f} s{each:>9.2f} ms each  {step.beside}", flush=True
            )


def _steps(number: int, delegations: int, items: int) -> Iterator[Step]:
    from concerted.actions import agenda, users
    from concerted.cli.site import acting, now
    from concerted.register.models import Item, Party, User

    users.add(username="nils", password=os.urandom(12).hex(), coalition=SLUG, role="secretariat", by=acting(), at=now())
    by = User.objects.get(username="nils")
    at = datetime(2026, 1, 1, tzinfo=UTC)
    planned, seconds = _timed(lambda: [_plan(place, by, at) for place in range(number)])
    yield Step("meetings announced", number, seconds, f"{seconds / INDICO_MEETINGS:.2f} of Indico's")
    codes = list(Party.objects.filter(coalition__slug=SLUG).order_by("code").values_list("code", flat=True))[
        :delegations
    ]
    _made, seconds = _timed(lambda: [_head(one, code, by, at) for one in planned for code in codes])
    yield Step("heads of delegation registered", number * len(codes), seconds)
    _made, seconds = _timed(lambda: [_item(one, place, by, at) for one in planned for place in range(items)])
    yield Step("agenda items entered", number * items, seconds)
    for place in range(items):
        _need(place, by, at)
    drafted, seconds = _timed(lambda: agenda.draw_up(meeting=planned[0], by=by, at=at))
    records = Item.objects.exclude(reason="").count()
    yield Step(f"an agenda drafted ({drafted} items come, {records} in all)", 1, seconds)
    pages, seconds = _timed(lambda: _drafted(by, planned[0], at))
    yield Step(f"its statement drafted as a Word file of {pages:,} bytes", 1, seconds)
    yield from _feeds(by)


def _drafted(by: User, meeting: int, at: datetime) -> int:
    from concerted.exports.documents import FORMS, written
    from concerted.exports.draft_statement import document, title
    from concerted.register import queries

    draft = queries.draft_statement(by, SLUG, meeting, today=at.date())
    return len(written(FORMS["docx"], document(draft), title=title(draft), at=at))


def _feeds(by: User) -> Iterator[Step]:
    from concerted.register import queries
    from concerted.web.calendars import written

    day = FIRST - timedelta(days=1)
    file, seconds = _timed(lambda: written(queries.calendar(by, SLUG, today=day)))
    entries = [one for one in read(file, "feed.ics").components if one.name in ("VEVENT", "VTODO")]
    alone, library = _timed(lambda: _by_library(entries))
    yield Step(
        f"the calendar of {len(entries)} entries, {len(file):,} bytes",
        1,
        seconds,
        f"{seconds / INDICO_FEED:.2f} of Indico's, {seconds / library:.1f} of icalendar's alone ({len(alone):,} bytes)",
    )
    _again, seconds = _timed(lambda: read(file, "feed.ics"))
    _tree, library = _timed(lambda: Calendar.from_ical(file))
    yield Step("the same read strictly", 1, seconds, f"{seconds / library:.1f} of icalendar's reading")


def _by_library(entries: list[Component]) -> bytes:
    """Write what the entries say with the library alone, past rights, database and checks."""
    calendar = Calendar()
    calendar.add("VERSION", "2.0")
    calendar.add("PRODID", "-//benchmark//EN")
    for one in entries:
        made = Event() if one.name == "VEVENT" else Todo()
        for each in one.properties:
            if each.name in _TEXTS:
                made.add(each.name, text(each.value))
            elif each.name in ("ATTENDEE", "ORGANIZER"):
                person = vCalAddress(each.value)
                for name, values in each.parameters.items():
                    person.params[name] = values[0]
                made.add(each.name, person)
            elif (at := moment(each.value)) is not None:
                made.add(each.name, at)
        calendar.add_component(made)
    return bytes(calendar.to_ical())


def _plan(place: int, by: User, at: datetime) -> int:
    from concerted.actions import meetings

    day = FIRST + timedelta(days=180 * place)
    hours: dict[str, Any] = {"zone": "Europe/Brussels", "opens": clock(9), "closes": clock(18)}
    content = meetings.Content(name=f"Plenary {place + 1}", start=day, series="plenary", **hours)
    return meetings.schedule(coalition=SLUG, content=content, by=by, at=at)


def _head(meeting: int, code: str, by: User, at: datetime) -> int:
    from concerted.actions import delegates
    from concerted.register.nouns.delegate import Content

    content = Content(meeting=meeting, person=f"Head of {code}", role="head of delegation", party=code)
    return delegates.add(coalition=SLUG, content=content, reach="coalition", by=by, at=at)


def _item(meeting: int, place: int, by: User, at: datetime) -> int:
    from concerted.actions import items
    from concerted.register.nouns.item import Content

    content = Content(meeting=meeting, title=f"Item {place + 1}", line=place % 5 + 1, minutes=Decimal(20))
    return items.add(coalition=SLUG, content=content, reach="coalition", by=by, at=at)


def _need(place: int, by: User, at: datetime) -> int:
    from concerted.actions import requirements
    from concerted.register.nouns.requirement import Content

    content = Content("training", f"Trainers of course {place + 1}", "high", "a letter", line=place % 5 + 1)
    return requirements.add(coalition=SLUG, content=content, reach="coalition", by=by, at=at)


def _timed(do: Callable[[], T]) -> tuple[T, float]:
    start = time.perf_counter()
    made = do()
    return made, time.perf_counter() - start


if __name__ == "__main__":
    measure()
