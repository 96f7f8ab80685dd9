"""Whether a reading is one of a statement at all, and whether a date fits it."""

from __future__ import annotations

from datetime import date

from concerted.reading.facts import Kind, Reading
from concerted.terms.errors import DateOutsideWindow, NoStatement


def require_statement(reading: Reading, *, where: str = "") -> None:
    """Make sure that somebody does something with the words of a text.

    Every sentence of any prose reads as a finding at least. A statement has an issuer (a
    participant, a party in its title) or speaks for one ("we", "the Council"), and it promises,
    decides, calls for, supports or condemns something. Raises NoStatement.
    """
    speaks = [act for act in reading.acts if act.kind is not Kind.FINDING]
    issuers = reading.participants or reading.statement.title_participants
    if not reading.acts or not speaks or not (issuers or any("issuers" in act.actors for act in speaks)):
        raise NoStatement(
            "the text is no statement: nobody in it promises, decides, asks, supports or condemns anything",
            where=where,
            expected="a joint statement, a communiqué, a declaration or a resolution",
        )


def require_date(reading: Reading, given: date) -> None:
    """Make sure that a date which a person gives does not contradict the text; raises DateOutsideWindow."""
    statement = reading.statement
    if statement.issued_on is not None and statement.issued_on != given:
        raise DateOutsideWindow(
            f"{given} is not the date of the text", where="date", expected=statement.issued_on.isoformat()
        )
    window = statement.window
    if window is None:
        return
    early = window.earliest is not None and given < window.earliest
    late = window.latest is not None and given > window.latest
    if early or late:
        bound = window.earliest_from if early else window.latest_from
        because = f' ("{bound.quote}")' if bound else ""
        span = f"from {window.earliest or 'any day'} to {window.latest or 'any day'}"
        raise DateOutsideWindow(
            f"{given} is too {'early' if early else 'late'} for the text{because}",
            where="date",
            expected=f"a day {span}",
        )
