"""The report of one meeting: who took part, what was on the agenda, what was said, decided and asked, and reservations.

Each entry names its record, so that a reader finds it in the register; nothing is in it that the reader may not see.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from concerted.formats.pages import Heading, Items, Paragraph, Part, Table
from concerted.register.nouns import NOUNS
from concerted.register.rows.agenda import ItemRow
from concerted.register.rows.funding_gaps import FundingGapRow
from concerted.register.rows.meetings import MeetingPage
from concerted.register.rows.minutes import MinuteRow, Minutes
from concerted.register.rows.papers import PaperRow
from concerted.register.rows.references import PartyRef
from concerted.register.rows.seating import Seating


@dataclass(frozen=True, slots=True)
class Wording:
    """How a report is said: ``say`` gives a word, ``day`` a day, ``party`` a name, ``gap`` what is missing in money.

    ``origin`` is the site's.
    """

    say: Callable[[str], str]
    day: Callable[[date], str]
    party: Callable[[PartyRef], str]
    gap: Callable[[FundingGapRow], str]
    origin: str = ""


def _gap(one: FundingGapRow) -> str:
    missing, asked, pledged, delivered = (
        f"{amount:,.{0 if amount == amount.to_integral_value() else 2}f} {one.currency}"
        for amount in (one.missing, one.asked, one.pledged, one.delivered)
    )
    return f"{missing} missing of {asked} asked (pledged {pledged}, delivered {delivered})"


PLAIN = Wording(say=lambda words: words, day=lambda day: day.isoformat(), party=lambda one: one.name, gap=_gap)


def plenary(page: MeetingPage, minutes: Minutes, seating: Seating, words: Wording = PLAIN) -> tuple[Part, ...]:
    """Write the report of a meeting as the parts of a document."""
    return tuple(_parts(page, minutes, seating, words))


def _parts(page: MeetingPage, minutes: Minutes, seating: Seating, words: Wording) -> Iterator[Part]:
    say, rows = words.say, [row for part in minutes.parts for row in part.rows]
    yield Heading(page.row.meeting.name, 1)
    yield Table((say("Meeting"), ""), tuple(_facts(page, words)))
    if seating.seats:
        yield Heading(say("Participants"))
        people = (
            (seat.plate, "; ".join(f"{one.person} ({say(one.role)})" for one in seat.delegates))
            for seat in seating.seats
        )
        yield Table((say("Delegation"), say("Delegates")), tuple(people))
    yield from _agenda(minutes, words)
    papers = sorted((*minutes.agenda.papers, *(one for item in _items(minutes) for one in item.papers)), key=_number)
    if papers:
        yield Heading(say("Papers"))
        yield Items(tuple(_paper(one, minutes, words) for one in papers))
    yield Heading(say("Minutes"))
    for part in minutes.parts:
        if part.rows:
            yield Heading(part.item.title if part.item else say("At no item of the agenda"), 3)
            for row in part.rows:
                lead = {"conclusion": f"{_called(row, words)}:", "action": f"{say('Action point')}:"}.get(row.noun, "")
                yield Paragraph(f"{row.text} [{_reference(row.noun, row.id, minutes, words)}]", lead)
    if not rows:
        yield Paragraph(say("Nothing is written down."))
    decided = [row for row in rows if row.noun == "conclusion"]
    if decided:
        yield Heading(say("Decisions"))
        yield Items(
            tuple(
                f"{_called(row, words)}: {row.text} [{_reference('conclusion', row.id, minutes, words)}]"
                for row in decided
            )
        )
    asked = [row for row in rows if row.noun == "action"]
    if asked:
        yield Heading(say("Action points"))
        head = ("Action point", "Owner", "Verified by", "To be done by", "Status", "Reference")
        yield Table(tuple(say(one) for one in head), tuple(_action(row, minutes, words) for row in asked))
    reserved = [(row, one) for row in decided for one in row.reservations]
    if reserved:
        yield Heading(say("Reservations"))
        yield Items(
            tuple(
                f"{words.party(one.party)} ({_called(row, words)}): {one.text}"
                f"{'' if one.until is None else f' – {words.day(one.until)}'}"
                f" [{_reference('reservation', one.id, minutes, words)}]"
                for row, one in reserved
            )
        )


def _facts(page: MeetingPage, words: Wording) -> Iterator[tuple[str, str]]:
    row, say = page.row, words.say
    days = " – ".join(words.day(one) for one in (row.meeting.start, row.meeting.end) if one)
    hours = " – ".join(f"{one:%H:%M}" for one in (row.opens, row.closes) if one)
    found = {
        "Days": days,
        "Times": f"{hours} {row.zone}".strip() if hours else "",
        "Place": row.place,
        "Room": row.room,
        "Host": ", ".join(words.party(one) for one in row.hosts),
        "Line of effort": f"{row.line.number} {row.line.title}" if row.line else "",
        "Series": say(row.series) if row.series else "",
        "Status": say(row.meeting.status),
        "Attendance": row.attendance,
    }
    yield from ((say(name), value) for name, value in found.items() if value)


def _agenda(minutes: Minutes, words: Wording) -> Iterator[Part]:
    items = _items(minutes)
    if items:
        yield Heading(words.say("Agenda"))
        yield Table(
            tuple(words.say(one) for one in ("Time", "Item", "Line of effort", "Speaker", "Reference")),
            tuple(
                (
                    f"{one.starts:%H:%M}" if one.starts else "",
                    one.title,
                    f"{one.line.number} {one.line.title}" if one.line else "",
                    one.speaker,
                    _reference("item", one.id, minutes, words),
                )
                for one in items
            ),
        )
    found = [(one, gap) for one in items for gap in one.gaps]
    if found:
        yield Heading(words.say("Funding gaps"), 3)
        yield Items(tuple(f"{_of(gap, one.title)}: {words.gap(gap)}" for one, gap in found))


def _of(gap: FundingGapRow, title: str) -> str:
    return f"{gap.line.number} {gap.line.title}" if gap.line else title


def _items(minutes: Minutes) -> list[ItemRow]:
    return [item for part in minutes.agenda.parts for item in part.items]


def _number(one: PaperRow) -> int:
    return one.id


def _paper(one: PaperRow, minutes: Minutes, words: Wording) -> str:
    """Name a paper with its version, or why it is withdrawn."""
    told = f"{words.say('Version')} {one.version}" if one.version else words.say("not handed in yet")
    stands = f"{words.say('withdrawn')}: {one.withdrawn}" if one.withdrawn else told
    return f"{one.title} ({stands}) [{_reference('paper', one.id, minutes, words)}]"


def _action(row: MinuteRow, minutes: Minutes, words: Wording) -> tuple[str, ...]:
    office = words.say("the secretariat")
    return (
        row.text,
        words.party(row.responsible) if row.responsible else office,
        words.party(row.verifier) if row.verifier else office,
        words.day(row.due) if row.due else "",
        words.say(row.status),
        _reference("action", row.id, minutes, words),
    )


def _called(row: MinuteRow, words: Wording) -> str:
    return words.say("Decision") if row.ordinal is None else f"{words.say('Decision')} {row.ordinal}"


def _reference(noun: str, number: int, minutes: Minutes, words: Wording) -> str:
    """Give the address of a record under the site's own."""
    return f"{words.origin}/{minutes.agenda.coalition.slug}/{NOUNS[noun].plural}/{number}/"
