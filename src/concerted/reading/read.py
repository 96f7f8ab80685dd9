"""READ: one statement's text becomes a Reading."""

from __future__ import annotations

import re
from datetime import date

from concerted.reading.actors import subjects_of
from concerted.reading.acts import find_acts
from concerted.reading.blocks import lay_out
from concerted.reading.checks import check_claims
from concerted.reading.confidence import rated
from concerted.reading.deadlines import find_deadlines
from concerted.reading.definitions import find_definitions
from concerted.reading.facts import Line, Reading, Role, Statement
from concerted.reading.instruments import find_instruments
from concerted.reading.issuance import find_issuance
from concerted.reading.languages import language_of
from concerted.reading.layout import BlockKind, Layout
from concerted.reading.lines import find_lines, lines_named
from concerted.reading.links import link
from concerted.reading.meetings import find_meetings
from concerted.reading.money import find_sums, find_unread_sums
from concerted.reading.participants import find_participants, title_participants
from concerted.reading.people import find_people
from concerted.reading.quantities import find_quantities
from concerted.reading.statement_kind import statement_kind
from concerted.reading.supplied_title import supplied_title
from concerted.terms.coalition import Coalition
from concerted.terms.document import Document
from concerted.terms.parties import knowing

LANGUAGE = "en"
_TOP_BLOCKS = 6
_KINDS = re.compile(
    r"\b(resolution|communiqué|communique|declaration|summary|statement|résolution|déclaration|résumé|conclusions|بيان|إعلان|القرار)\b",
    re.I,
)


def read(document: Document, *, given_date: date | None = None, coalition: Coalition | None = None) -> Reading:
    """Read a statement: every fact with the passage that says it, every sentence accounted for.

    ``given_date`` is the day that the user says the statement was made on; where there is none,
    deadlines are counted from the carrier's own. ``coalition`` says whose statement it is, and what it calls
    its parties. Pure;
    raises DateOutsideWindow if the user's date contradicts the text.
    """
    with knowing(coalition.parties if coalition else ()):
        return rated(unrated(document, given_date=given_date, coalition=coalition))


def unrated(document: Document, *, given_date: date | None = None, coalition: Coalition | None = None) -> Reading:
    """Read a statement as ``read`` does; an act's confidence is the certainty of the rule that found it."""
    # What the words say outweighs what the carrier says of a page that holds two languages.
    layout = lay_out(document.text, language_of(document.text) or document.language or LANGUAGE)
    participants = find_participants(layout)
    title = document.title or _heading(layout)
    in_title = title_participants(title, layout.language)
    definitions = find_definitions(layout)
    instruments = find_instruments(layout, title)
    sums = find_sums(layout)
    lines = find_lines(layout)
    given = given_date or document.given_date

    def line_of(words: str) -> int | None:
        return _only_line(words, coalition, lines)

    # The window is what the text alone allows: a given day must not bend what it is tested against.
    meetings = find_meetings(layout, line_of_words=line_of)
    issued_on, issued_from, window, place = find_issuance(layout, document, meetings, given_date)
    if given is not None and issued_on is None:
        meetings = find_meetings(layout, None, given, line_of)
    deadlines = find_deadlines(layout, issued_on, given, window)
    issuers = len({one.party for one in participants if one.role is Role.ISSUER} or in_title)
    quantities = find_quantities(layout, deadlines, issuers)
    subjects = subjects_of(layout, participants, in_title, title, definitions)
    acts, passed_over = find_acts(layout, subjects, lines)
    kind = statement_kind(title, layout)
    statement = Statement(
        title or supplied_title(kind, layout, meetings),
        kind,
        layout.language,
        issued_on,
        issued_from,
        window,
        given,
        place,
        document.source,
        document.sha256,
        coalition.slug if coalition else None,
        tuple(one for one in in_title if all(one.party != known.party for known in participants)),
    )
    return Reading(
        document.text,
        statement,
        participants,
        definitions,
        find_people(layout),
        lines,
        instruments,
        meetings,
        link(layout, acts, subjects, lines, coalition, sums, quantities, instruments, deadlines),
        deadlines,
        sums,
        quantities,
        check_claims(layout, participants, lines),
        tuple(sorted((*passed_over, *find_unread_sums(layout)), key=lambda one: one.passage)),
    )


def _only_line(words: str, coalition: Coalition | None, lines: tuple[Line, ...]) -> int | None:
    """Tell which line of effort a meeting's words name; None unless exactly one."""
    numbers = lines_named(words, coalition, lines)
    return numbers[0] if len(numbers) == 1 else None


def _heading(layout: Layout) -> str:
    """Find the heading at the top that says what the text is; an empty string where it has none."""
    for block in layout.blocks[:_TOP_BLOCKS]:
        words = layout.text[block.start : block.end]
        if block.kind is BlockKind.HEADING and _KINDS.search(words):
            return " ".join(words.split())
    return ""
