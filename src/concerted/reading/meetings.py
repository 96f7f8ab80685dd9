"""Gatherings that a statement speaks of, held and planned, with days, place, host and line of effort."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from concerted.reading.body_date import body_date, past_days
from concerted.reading.dates import DateMention, Precision, find_dates, month_numbers
from concerted.reading.facts import Meeting, MeetingStatus
from concerted.reading.gatherings import Gathering, cue, either
from concerted.reading.layout import Block, BlockKind, Layout
from concerted.reading.meeting_details import attendance_of, foreign_place, hosts_of, line_of, place_of
from concerted.reading.meeting_nouns import gatherings_by_noun
from concerted.reading.meeting_verbs import gatherings_by_verb, visited
from concerted.terms.passage import Passage

_READ = frozenset({BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.ADOPTION, BlockKind.FOREIGN})
LineOf = Callable[[str], int | None]


@dataclass(frozen=True, slots=True)
class _Clause:
    """A sentence, or a part of one between semicolons, and what is known of the statement's own day."""

    text: str
    start: int
    end: int
    sentence: int
    issued: date | None
    reference: date | None
    opening: bool
    kind: BlockKind


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
    issued = issued_on or body_date(layout)[0]
    reference = issued or given_date or max((day for day, _ in past_days(layout)), default=None)
    meetings: list[Meeting] = []
    for place, block in enumerate(layout.blocks):
        if block.kind in _READ:
            for clause in _clauses(layout, block, (issued, reference), place < 8):
                meetings += _in_clause(clause, line_of_words)
    adopted = _adoption(layout)
    return tuple(_merged([*adopted, *meetings]))


def _clauses(layout: Layout, block: Block, days: tuple[date | None, date | None], opening: bool) -> Iterator[_Clause]:
    spans = [(item.start, item.end) for item in block.sentences] or [(block.start, block.end)]
    for first, last in spans:
        start = first
        for semicolon in [match.start() for match in re.finditer(";", layout.text[first:last])]:
            yield _Clause(layout.text, start, first + semicolon, first, *days, opening, block.kind)
            start = first + semicolon + 1
        yield _Clause(layout.text, start, last, first, *days, opening, block.kind)


def _in_clause(clause: _Clause, line_of_words: LineOf | None) -> Iterator[Meeting]:
    gatherings = _joined(clause, _gatherings(clause))
    dates = [mention for mention in find_dates(clause.text, clause.start, clause.end)]
    for place, gathering in enumerate(gatherings):
        floor = gatherings[place - 1].end if place else clause.start
        ceiling = gatherings[place + 1].start if place + 1 < len(gatherings) else clause.end
        meeting = _meeting(clause, gathering, floor, ceiling, dates, line_of_words)
        if meeting:
            yield meeting


_TODAY_IN = re.compile(r"\b[Tt]oday,?\s+(?:here\s+)?in\s+(?P<place>[A-Z][\w’'-]+)")


def _today_in(clause: _Clause) -> str | None:
    """Read the place of the statement's own meeting from "Today in Brussels"."""
    match = _TODAY_IN.search(clause.text, clause.start, clause.end) if clause.opening else None
    return match["place"] if match else None


_AT = re.compile(
    r"(?:(?!\b(?:during|margins|sidelines|following|after|ahead|before|since|which|who)\b)[^;]){0,150}?\b(?:at|for|in)\s+\Z"
)


def _gatherings(clause: _Clause) -> list[Gathering]:
    """List the gatherings of a clause, nouns and verbs, none overlapping."""
    span = (clause.text, clause.start, clause.end)
    kept: list[Gathering] = []
    for gathering in sorted(
        [*gatherings_by_noun(*span), *gatherings_by_verb(*span)], key=lambda item: (item.start, -item.end)
    ):
        if not kept or gathering.start >= kept[-1].end:
            kept.append(gathering)
    return kept


def _joined(clause: _Clause, gatherings: list[Gathering]) -> list[Gathering]:
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
            found[-1] = replace(gathering, start=before.start, verb=before.verb, done=True)
        else:
            found.append(gathering)
    return found


def _meeting(
    clause: _Clause,
    gathering: Gathering,
    floor: int,
    ceiling: int,
    dates: list[DateMention],
    line_of_words: LineOf | None,
) -> Meeting | None:
    text = clause.text
    dated = _date_of(text, gathering, floor, ceiling, dates)
    place, end = place_of(text, gathering.end, ceiling)
    if place is None and dated and dated.passage.start >= gathering.end:
        place, end = place_of(text, dated.passage.end, ceiling)
        place = place or (
            foreign_place(text, dated.passage.end, clause.end) if clause.kind is BlockKind.FOREIGN else None
        )
    if not _counts(clause, gathering, dated, place):
        return None
    guest = visited(text, gathering.start, gathering.end) if gathering.verb else None
    place = guest or place or _today_in(clause)
    status = _status(clause, gathering, dated)
    dated = _in_its_year(dated, status, clause.reference)
    start, last = _days(dated)
    if (
        start is None
        and clause.opening
        and re.search(r"\b[Tt]oday\b", text[clause.start : gathering.start])
        and status is MeetingStatus.HELD
    ):
        start = clause.issued
    upto = gathering.end
    if dated and 0 <= dated.passage.start - gathering.end < 60:
        upto = max(upto, dated.passage.end)
    if place and end - gathering.end < 80:
        upto = max(upto, end)
    hosts = hosts_of(text, clause.sentence, floor, gathering.start, gathering.end, ceiling, guest is not None)
    name = gathering.name or _verbal_name(clause, gathering)
    line = line_of(text, gathering.start, ceiling)
    if line is None and line_of_words:
        line = line_of_words(name)
    return Meeting(
        Passage.of(text, gathering.start, upto),
        _without_line(name),
        status,
        start,
        last,
        place,
        hosts,
        line,
        _series(gathering),
        attendance_of(text, gathering.end, ceiling),
        _note(clause, gathering, dated),
    )


def _date_of(text: str, gathering: Gathering, floor: int, ceiling: int, dates: list[DateMention]) -> DateMention | None:
    """Choose the date that belongs to a gathering: in its name, right after it, or at the head of its clause."""
    inside = [mention for mention in dates if gathering.start <= mention.passage.start < gathering.end]
    after = [
        mention
        for mention in dates
        if gathering.end <= mention.passage.start < ceiling
        and mention.passage.start - gathering.end < 110
        and not re.search(
            r"\b(?:by|until|since|before|from\s+now)\s+(?:the\s+end\s+of\s+)?\Z",
            text[gathering.end : mention.passage.start],
        )
    ]
    before = [
        mention
        for mention in dates
        if floor <= mention.passage.end <= gathering.start
        and re.search(r"\b(?:On|on|In|in|of)\s+\Z", text[max(0, mention.passage.start - 10) : mention.passage.start])
        and not re.search(r"[;:]", text[mention.passage.end : gathering.start])
    ]
    if after and re.search(
        r"\b(?:adopted|signed|launched|announced|agreed|founded|founding)\b",
        text[gathering.end : after[0].passage.start],
    ):
        after = []
    for choice in (
        inside[:1],
        [item for item in after if item.precision is not Precision.YEAR][:1],
        before[-1:],
        after[:1],
    ):
        if choice:
            return choice[0]
    return None


_INTRODUCED = re.compile(
    r"\b(?:at|during|in|following|after|since|outcomes?\s+of|on\s+the\s+(?:margins|sidelines|occasion)\s+of|through|by|ahead\s+of|in\s+advance\s+of|before"
    r"|prior\s+to|to|for|until|towards|of|from|host\s+of|successful|forward\s+to)\s+(?:the\s+|a\s+|our\s+)?\Z",
    re.IGNORECASE,
)
_GRAND = re.compile(r"\b(?:Summit|Conference|Ministerial|Meeting|Plenary|Dialogue|COP\s?\d+|Session)\b")


def _counts(clause: _Clause, gathering: Gathering, dated: DateMention | None, place: str | None) -> bool:
    """Tell whether the words are about one gathering (or a recurring one), held or promised."""
    text, name = clause.text, gathering.name or ""
    lead = text[max(clause.start, gathering.start - 90) : gathering.start]
    called_for = bool(cue("open").search(lead)) and not (dated and dated.first)
    if gathering.verb and not name:
        around = text[clause.start : gathering.end + 60]
        if gathering.verb == "past" and cue("recurring").search(text[gathering.start : gathering.end]):
            return False
        return not (called_for and gathering.verb == "planned" and re.search(r"\bif\b|\bshould\b", around))
    if called_for or not name:
        return False
    if re.match(r"COP", name):
        return True
    if gathering.plural:
        return gathering.done and (
            gathering.proper or bool(cue("recurring").search(name + lead)) or "ubsequent" in name
        )
    told = gathering.proper or gathering.ordinal or bool(dated) or bool(place)
    if gathering.done:
        return told or not gathering.weak or bool(re.match(r"an?\s", text[gathering.start : gathering.start + 3]))
    if gathering.weak and not (gathering.ordinal or (dated and dated.precision is Precision.DAY)):
        return False
    if dated and dated.precision in (Precision.DAY, Precision.DAYS):
        return True
    grand = bool(_GRAND.search(name)) and gathering.proper
    if grand and (gathering.ordinal or place):
        return True
    return (grand or (gathering.ordinal and gathering.proper)) and bool(_INTRODUCED.search(lead))


_HAPPENED = re.compile(r"\b(?:hosted|convened|held|took\s+place|was|were|attended)\b")
_TO_HAPPEN = re.compile(
    r"\b(?:to\s+be|will\s+be|be)\s+(?:co-)?(?:hosted|convened|held)|\b(?:will|to)\s+(?:co-)?(?:host|convene|hold)\b"
)


def _status(clause: _Clause, gathering: Gathering, dated: DateMention | None) -> MeetingStatus:
    """Tell held from planned: by the verb, by the day against the statement's own, by words that look ahead."""
    if gathering.verb in ("past", "gerund", "present"):
        return MeetingStatus.HELD
    if gathering.verb == "planned":
        return MeetingStatus.PLANNED
    text = clause.text
    around = text[max(clause.start, gathering.start - 110) : gathering.start]
    after = text[gathering.end : min(clause.end, gathering.end + 60)]
    ahead = bool(
        cue("ahead").search(around + " " + (gathering.name or ""))
        or re.search(r"\b(?:will|to\s+be|planned|scheduled|edition\s+of\s+which)\b", after)
    )
    near = text[max(clause.start, gathering.start - 40) : min(clause.end, gathering.end + 30)]
    if _HAPPENED.search(near) and not _TO_HAPPEN.search(text, clause.start, clause.end):
        return MeetingStatus.HELD
    if dated and dated.last and clause.reference:
        if dated.last < clause.reference:
            return MeetingStatus.HELD
        if dated.first and dated.first > clause.reference:
            return MeetingStatus.PLANNED
    return MeetingStatus.PLANNED if ahead else MeetingStatus.HELD


def _in_its_year(dated: DateMention | None, status: MeetingStatus, reference: date | None) -> DateMention | None:
    if dated is None or dated.first is not None or reference is None:
        return dated
    return dated.last_before(reference) if status is MeetingStatus.HELD else dated.first_from(reference)


def _days(dated: DateMention | None) -> tuple[date | None, date | None]:
    if dated is None or dated.precision not in (Precision.DAY, Precision.DAYS):
        return None, None
    return dated.first, dated.last if dated.precision is Precision.DAYS else None


def _note(clause: _Clause, gathering: Gathering, dated: DateMention | None) -> str | None:
    notes = []
    if cue("recurring").search(clause.text[gathering.start : min(clause.end, gathering.end + 30)]):
        notes.append("recurring; no day given")
    if dated and dated.first and dated.precision is Precision.MONTH:
        notes.append(f"month only: {dated.first.isoformat()[:7]}")
    elif dated and dated.precision is Precision.MONTH:
        notes.append(f"month only: {dated.passage.quote}")
    elif dated and dated.first and dated.precision is Precision.YEAR:
        notes.append(f"year only: {dated.first.year}")
    if re.search(
        r"\bvirtual(?:ly)?\b",
        clause.text[max(clause.start, gathering.start - 20) : min(clause.end, gathering.end + 40)],
    ):
        notes.append("virtual")
    return "; ".join(notes) or None


_SUBJECT = re.compile(
    r"(?:\A|[,;:–—]\s*|\b(?:and|that|while|where|which|including)\s+)(?P<who>(?:[\w’'.&/-]+\s+){1,9})\Z"
)
_NO_NAME = frozenset({"we", "they", "participants", "today we", "as we", "also", "leaders", "ministers", "members"})


def _verbal_name(clause: _Clause, gathering: Gathering) -> str:
    """Name a meeting that only a verb tells: "meeting", or "(regular) meetings of <subject>"."""
    kind = (
        "regular meetings" if cue("recurring").search(clause.text[gathering.start : gathering.end + 30]) else "meeting"
    )
    subject = _SUBJECT.search(clause.text[clause.start : gathering.start])
    who = " ".join(subject["who"].split()) if subject else ""
    who = re.sub(r"\b(?:we|We|have|has|are|is|also|had|will)\b\s*|^(?:and|our|the|Our|The)\s+", "", who).strip()
    return kind if not who or who.lower() in _NO_NAME else f"{kind} of {who}"


def _without_line(name: str) -> str:
    return re.sub(r"\s*\(Line of Effort \d+\)", "", name)


def _series(gathering: Gathering) -> str | None:
    if not gathering.name or not gathering.ordinal:
        return None
    series = re.sub(rf"^(?:(?:{either('ordinals')}|\d+(?:st|nd|rd|th))\s+)+", "", gathering.name, flags=re.IGNORECASE)
    return _without_line(series) or None


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


def _merged(meetings: list[Meeting]) -> list[Meeting]:
    """Keep each gathering once: same passage, same name, or the statement's own meeting told twice at its beginning."""
    found: list[Meeting] = []
    for meeting in meetings:
        for place, seen in enumerate(found):
            if _same(seen, meeting):
                found[place] = _fuller(seen, meeting)
                break
        else:
            found.append(meeting)
    return sorted(found, key=lambda meeting: meeting.passage)


_PLAIN = frozenset(
    ["meeting", "meetings", "möte", "summit", "conference", "session", "plenary", "ministerial", "the", "of", "for", "on", "and", "in", "to", "a", "our", "first", "second", "third", "fourth", "fifth", "next", "last", "leaders", "leader", "level", "members", "ministers"]
)


def _content(name: str) -> frozenset[str]:
    """Give the words of a name that tell it apart, without months and numbers of days."""
    found = re.findall(r"\w+", re.sub(r"[’']s\b|[’']", "", name.casefold()))
    return frozenset(
        word for word in found if word not in _PLAIN and word not in month_numbers() and not word.isdigit()
    )


def _ordinals(name: str) -> frozenset[str]:
    return frozenset(
        word
        for word in re.findall(r"\w+", name.casefold())
        if re.fullmatch(r"\d+(?:st|nd|rd|th)|\d+", word) or word in _NTH
    )


_NTH = frozenset(["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh"])


def _nameless(meeting: Meeting) -> bool:
    return bool(re.match(r"(?:meeting|möte|réunion)\b", meeting.name)) and "regular" not in meeting.name


def _same(seen: Meeting, meeting: Meeting) -> bool:
    """Tell whether two mentions are of one gathering; different days, places or numbers in a series tell them apart."""
    if seen.passage.start <= meeting.passage.start < seen.passage.end:
        return True
    if seen.start and meeting.start and seen.start != meeting.start:
        if not (seen.end and seen.start <= meeting.start <= seen.end):
            return False
    if seen.status is not meeting.status:
        return bool(_content(seen.name)) and seen.name == meeting.name
    if _ordinals(seen.name) and _ordinals(meeting.name) and _ordinals(seen.name) != _ordinals(meeting.name):
        return False
    one, other = _content(seen.name), _content(meeting.name)
    nameless = _nameless(seen) or _nameless(meeting)
    same_day = bool(seen.start and meeting.start)
    if seen.place and meeting.place and seen.place.split(",")[0] != meeting.place.split(",")[0]:
        return False
    if same_day and (nameless or not one or not other or one & other):
        return True
    if seen.place and meeting.place and nameless and seen.status is MeetingStatus.HELD:
        return True
    near = meeting.passage.start - seen.passage.end < 700
    if near and nameless and seen.status is MeetingStatus.HELD and (seen.start or meeting.start):
        return not meeting.place or not seen.place
    if not one or not other:
        return seen.name == meeting.name and not nameless
    return one <= other or other <= one


def _fuller(seen: Meeting, meeting: Meeting) -> Meeting:
    named = meeting if _nameless(seen) and not _nameless(meeting) else seen
    note = seen.note or meeting.note
    if (seen.start or meeting.start) and note and note.startswith(("month", "year")):
        note = None
    return replace(
        seen,
        name=named.name,
        series=named.series,
        start=seen.start or meeting.start,
        end=seen.end or meeting.end,
        place=seen.place or meeting.place,
        host=seen.host or meeting.host,
        line=seen.line if seen.line is not None else meeting.line,
        attendance=seen.attendance or meeting.attendance,
        note=note,
    )
