"""Gatherings that a statement speaks of, held and planned, with days, place, host and line of effort."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache

from concerted.reading.body_date import body_date, past_days
from concerted.reading.dates import DateMention, find_dates
from concerted.reading.facts import Meeting, MeetingStatus
from concerted.reading.gatherings import Clause, Gathering
from concerted.reading.layout import Block, BlockKind, Layout
from concerted.reading.meeting_dates import date_of, days_of, in_its_year, note_of
from concerted.reading.meeting_details import attendance_of, foreign_place, hosts_of, line_of, place_of
from concerted.reading.meeting_names import plain_name, series_of, verbal_name
from concerted.reading.meeting_nouns import gatherings_by_noun
from concerted.reading.meeting_short_names import gatherings_by_short_name
from concerted.reading.meeting_status import counts, status_of
from concerted.reading.meeting_verbs import gatherings_by_verb, spoke, visited
from concerted.reading.same_meeting import merged
from concerted.terms.passage import Passage

_READ = frozenset({BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.ADOPTION, BlockKind.FOREIGN})
# So many blocks at the top may tell of the statement's own meeting.
_OPENING = 8
LineOf = Callable[[str], int | None]


def find_meetings(
    layout: Layout,
    issued_on: date | None = None,
    given_date: date | None = None,
    line_of_words: LineOf | None = None,
) -> tuple[Meeting, ...]:
    """Find the meetings of a statement, in the order of the text.

    Planned ones count if the text promises them, recurring ones too; exercises, sessions that are only
    called for or conditional, and meetings as a channel do not. ``line_of_words`` may tell from a meeting's
    words which line of effort it serves where no number is written. A day without a year is put into the
    year that the statement's own day, or its latest past date, allows.
    """
    if layout.language == "fr":
        from concerted.reading.french import meetings as french

        return french.find_meetings(layout, issued_on, given_date, line_of_words)
    issued = issued_on or body_date(layout)[0]
    reference = issued or given_date or max((day for day, _ in past_days(layout)), default=None)
    meetings: list[Meeting] = []
    today: list[Meeting] = []
    for clause, gatherings in _gathered(layout):
        dated = replace(clause, issued=issued, reference=reference, exact=bool(issued or given_date))
        for gathering, meeting in _in_clause(dated, gatherings, line_of_words):
            (today if gathering.today else meetings).append(meeting)
    # "Today's meeting" is the statement's own, told elsewhere as a rule.
    own = today[:1] if not any(_may_be_own(meeting, issued) for meeting in meetings) else []
    return tuple(merged([*_adoption(layout), *own, *meetings]))


def _may_be_own(meeting: Meeting, issued: date | None) -> bool:
    if meeting.status is not MeetingStatus.HELD:
        return False
    return meeting.name.startswith("meeting") or meeting.start is None or meeting.start == issued


@lru_cache(maxsize=2)
def _gathered(layout: Layout) -> tuple[tuple[Clause, tuple[Gathering, ...]], ...]:
    """List the clauses that speak of gatherings, once for every day that the statement may have been made on."""
    return tuple(
        (clause, gatherings)
        for place, block in enumerate(layout.blocks)
        if block.kind in _READ
        for clause in _clauses(layout, block, place < _OPENING)
        if (gatherings := tuple(_joined(clause, _gatherings(clause))))
    )


def _clauses(layout: Layout, block: Block, opening: bool) -> Iterator[Clause]:
    spans = [(item.start, item.end) for item in block.sentences] or [(block.start, block.end)]
    for first, last in spans:
        start = first
        while (semicolon := layout.text.find(";", start, last)) >= 0:
            yield Clause(layout.text, start, semicolon, first, opening, block.kind)
            start = semicolon + 1
        yield Clause(layout.text, start, last, first, opening, block.kind)


def _in_clause(
    clause: Clause, gatherings: Sequence[Gathering], line_of_words: LineOf | None
) -> Iterator[tuple[Gathering, Meeting]]:
    dates = list(find_dates(clause.text, clause.start, clause.end))
    for place, gathering in enumerate(gatherings):
        floor = gatherings[place - 1].end if place else clause.start
        ceiling = gatherings[place + 1].start if place + 1 < len(gatherings) else clause.end
        meeting = _meeting(clause, gathering, floor, ceiling, dates, line_of_words)
        if meeting:
            yield gathering, meeting


_TODAY_IN = re.compile(r"\b[Tt]oday,?\s+(?:here\s+)?in\s+(?P<place>[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+)*)")


def _today_in(clause: Clause) -> str | None:
    """Read the place of the statement's own meeting from "Today in Brussels"."""
    match = _TODAY_IN.search(clause.text, clause.start, clause.end) if clause.opening else None
    return match["place"] if match else None


_AT = re.compile(
    r"(?:(?!\b(?:during|margins|sidelines|following|after|ahead|before|since|which|who)\b)[^;]){0,150}?"
    r"\b(?:at|for|in|on\s+the\s+occasion\s+of)\s+\Z"
)


def _gatherings(clause: Clause) -> list[Gathering]:
    """List the gatherings of a clause, nouns and verbs, none overlapping."""
    span = (clause.text, clause.start, clause.end)
    kept: list[Gathering] = []
    for gathering in sorted(
        [*gatherings_by_noun(*span), *gatherings_by_verb(*span), *gatherings_by_short_name(*span)],
        key=lambda item: (item.start, -item.end),
    ):
        if not kept or gathering.start >= kept[-1].end:
            kept.append(gathering)
    return kept


# "the Climate Change Conference in Lima (COP 20)".
_COP_IN_BRACKETS = re.compile(r"(?:\s+in\s+[A-Z][\w’-]+(?:\s+[A-Z][\w’-]+)?)?\s+\((?:COP|MC)\s?\d+")


def _joined(clause: Clause, gatherings: list[Gathering]) -> list[Gathering]:
    """Put "met ... at the first session of ..." together: the verb and the noun are one gathering."""
    found: list[Gathering] = []
    for gathering in gatherings:
        before = found[-1] if found else None
        if (
            before
            and before.verb
            and not before.name
            and gathering.name
            and not gathering.done
            and _AT.fullmatch(clause.text[before.end : gathering.start])
        ):
            found[-1] = replace(gathering, start=before.start, verb=before.verb, done=True, verb_end=before.end)
        elif (
            before
            and before.name
            and gathering.name
            and _COP_IN_BRACKETS.fullmatch(clause.text[before.end : gathering.end])
        ):
            found[-1] = replace(before, name=f"{before.name} ({gathering.name})", proper=True)
        elif before and before.name and gathering.verb and not before.verb and gathering.start - before.end < 4:
            found[-1] = replace(
                before, end=gathering.end, verb=gathering.verb, done=True
            )  # "the session would convene"
        else:
            found.append(gathering)
    return found


def _meeting(
    clause: Clause,
    gathering: Gathering,
    floor: int,
    ceiling: int,
    dates: list[DateMention],
    line_of_words: LineOf | None,
) -> Meeting | None:
    text = clause.text
    dated = date_of(text, gathering, floor, ceiling, dates, floor == clause.start)
    place, end = place_of(text, gathering.end, ceiling)
    if place is None and gathering.verb_end:
        place, _ = place_of(text, gathering.verb_end, gathering.end)
    if place is None and dated and dated.passage.start >= gathering.end:
        place, end = place_of(text, dated.passage.end, ceiling)
        place = place or (
            foreign_place(text, dated.passage.end, clause.end) if clause.kind is BlockKind.FOREIGN else None
        )
    if not counts(clause, gathering, dated, place):
        return None
    guest = visited(text, gathering.start, gathering.end) if gathering.verb else None
    place = guest or place or _today_in(clause)
    status = status_of(clause, gathering, dated)
    dated = in_its_year(dated, status, clause.reference, clause.exact)
    start, last = days_of(dated)
    if (
        start is None
        and clause.opening
        and re.search(r"\b[Tt]oday\b", text[max(clause.start, gathering.start - 400) : gathering.start])
        and status is MeetingStatus.HELD
    ):
        start = clause.issued
    upto = gathering.end
    if gathering.verb and not gathering.name:
        upto = max(upto, _few_words(text, gathering.end, ceiling))
    if dated and 0 <= dated.passage.start - gathering.end < _NEAR:
        upto = max(upto, dated.passage.end)
    if place and end - gathering.end < 80:
        upto = max(upto, end)
    hosts = hosts_of(text, clause.sentence, floor, gathering.start, gathering.end, ceiling, guest is not None)
    who = spoke(text, gathering.start, gathering.end) if gathering.verb else None
    name = gathering.name or (f"meeting of {who}" if who else verbal_name(clause, gathering))
    line = line_of(text, gathering.start, ceiling)
    if line is None and line_of_words:
        line = line_of_words(name)
    begin = (
        _with_subject(text, gathering.start, floor)
        if gathering.verb and (gathering.noun or not gathering.name)
        else gathering.start
    )
    return Meeting(
        Passage.of(text, begin, upto),
        plain_name(name),
        status,
        start,
        last,
        place,
        hosts,
        line,
        series_of(gathering),
        attendance_of(text, gathering.end, ceiling),
        note_of(clause, gathering, dated),
    )


_SUBJECT = re.compile(
    r"(?:(?<=[,;:–—]\s)|(?<=\bthat\s)|\A\s*)(?:and\s+)?(?P<who>(?!and\s*\Z)[^\s,;:–—][^,;:–—]{0,110}?)\s*\Z"
)


def _with_subject(text: str, start: int, floor: int) -> int:
    """Begin a passage with who meets, where the words before the verb say so."""
    match = _SUBJECT.search(text[floor:start])
    return floor + match.start("who") if match and start - floor - match.start("who") < _NEAR else start


_NEAR = 130  # letters: a day further off is not told of the gathering
_WORDS = re.compile(r"(?:\s+(?!and\b|where\b|which\b)[\w’'-]+){0,8}")


def _few_words(text: str, start: int, end: int) -> int:
    """Go on for a few words after a bare verb, so that the passage says more than "met"."""
    match = _WORDS.match(text, start, end)
    return match.end() if match else start


_ADOPTED_AT = re.compile(
    r"\b[Aa]dopted\s+by\s+the\s+(?P<body>[A-Z][\w\s]+?)\s+at\s+its\s+(?P<number>\d+\w*)\s+(?:plenary\s+)?meeting,?\s+(?:held\s+)?on\s+"
)


def _adoption(layout: Layout) -> list[Meeting]:
    """Read the meeting of an organ that adopted the text ("Adopted by ... at its 7256th meeting, on ...")."""
    match = _ADOPTED_AT.search(layout.text, 0, min(len(layout.text), 6000))
    if match is None:
        return []
    for mention in find_dates(layout.text, match.end(), match.end() + 30)[:1]:
        if mention.first and mention.passage.start == match.end():
            name = f"{match['number']} meeting of the {match['body']}"
            passage = Passage.of(layout.text, match.start(), mention.passage.end)
            return [Meeting(passage, name, MeetingStatus.HELD, mention.first, series=f"UN {match['body']} meetings")]
    return []
