"""Facts in a few words, as the command line prints them."""

from __future__ import annotations

import calendar
import re
from datetime import date

from concerted.reading.facts import Deadline, Instrument, Meeting, Quantity, Statement, Sum
from concerted.terms.passage import Passage

# A text may hold what a terminal takes for commands, or what turns the order of the letters after it.
_COMMANDS = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_LONGEST, _ENOUGH = 160, 110


def shown(words: str) -> str:
    """Make words of a text fit for one line of a terminal; unprintable characters become visible."""
    return _COMMANDS.sub("\ufffd", " ".join(words.split()))


def day(value: date | None) -> str:
    """Write a date in full: 3 December 2014."""
    return f"{value.day} {calendar.month_name[value.month]} {value.year}" if value else "any day"


def issued(statement: Statement) -> str:
    """Say when a statement was made, and how that is known."""
    given = statement.given_date
    if statement.issued_on is not None:
        source = f" ({quoted(statement.issued_from)})" if statement.issued_from else ""
        return day(statement.issued_on) + source
    window = statement.window
    if window is None or (window.earliest is None and window.latest is None):
        span = "not stated"
    elif window.latest is None:
        span = f"not stated; {day(window.earliest)} or later"
    elif window.earliest is None:
        span = f"not stated; {day(window.latest)} or earlier"
    else:
        span = f"not stated; between {day(window.earliest)} and {day(window.latest)}"
    return f"{span}; given: {day(given)}" if given else span


def meeting_row(meeting: Meeting) -> tuple[str, ...]:
    """Say whether a meeting was held, and of which, when, where, by whom and on what."""
    parts = [
        day(meeting.start) if meeting.start else "",
        f"to {day(meeting.end)}" if meeting.end else "",
        f"in {meeting.place}" if meeting.place else "",
        f"host {', '.join(meeting.host)}" if meeting.host else "",
        f"line {meeting.line}" if meeting.line else "",
        *(meeting.series or "", meeting.attendance or "", meeting.note or ""),
    ]
    return meeting.status.value, f"{meeting.name} ({'; '.join(filter(None, parts))})" if any(parts) else meeting.name


def deadline_row(deadline: Deadline) -> tuple[str, ...]:
    """Say the day of a deadline, from what it was worked out, and the words that set it."""
    worked_out = deadline.date or deadline.date_if_given
    length = f"{deadline.days} days" if deadline.days else f"{deadline.months} months" if deadline.months else ""
    source = f"from {deadline.worked_out_from}" if deadline.worked_out_from else ""
    because = " ".join(filter(None, (length, source)))
    return day(worked_out) if worked_out else "needs the statement's date", because, quoted(deadline.passage)


def instrument_row(instrument: Instrument) -> tuple[str, ...]:
    """Say an instrument's id, what the statement does with it, its date, its mentions and its title."""
    mentions = f"{len(instrument.passages)} mentions" if len(instrument.passages) > 1 else ""
    title = instrument.title if instrument.title != instrument.id else ""
    dated = day(instrument.date) if instrument.date else ""
    return instrument.id, ", ".join(filter(None, (instrument.relation, dated, mentions, title)))


def amount(fact: Sum | Quantity, unit: str | None) -> str:
    """Write an amount as the text qualifies it: over 12,000,000 USD."""
    return " ".join(filter(None, (fact.qualifier, f"{fact.value:,f}", unit)))


def quoted(passage: Passage) -> str:
    """Write a passage's words between quotation marks."""
    return f"“{shown(passage.quote)}”"


def opening(text: str, start: int, width: int) -> str:
    """Give the first words of a paragraph, its number included, in at most ``width`` characters."""
    words = shown(text[start : start + 2 * width].partition("\n\n")[0])
    return words if len(words) <= width else words[: width - 2].rsplit(" ", 1)[0] + " …"


def shortened(words: str) -> str:
    """Cut long words short and say how long they were."""
    words = shown(words)
    return words if len(words) <= _LONGEST else f"{words[:_ENOUGH].rsplit(' ', 1)[0]} … ({len(words):,} characters)"
