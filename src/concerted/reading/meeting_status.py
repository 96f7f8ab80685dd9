"""Whether words are about a gathering at all, and whether it is held or planned."""

from __future__ import annotations

import re
from datetime import date

from concerted.reading.dates import DateMention, Precision
from concerted.reading.facts import MeetingStatus
from concerted.reading.gatherings import Clause, Gathering, cue, either

_INTRODUCED = re.compile(
    r"\b(?:at|during|following|after|since|outcomes?\s+of|margins\s+of|sidelines\s+of|occasion\s+of|ahead\s+of|advance\s+of|before"
    r"|prior\s+to|until|from|towards?|since|host\s+of|successful|forward\s+to|made\s+in|announced\s+in)\s+(?:the\s+|a\s+|our\s+)?\Z",
    re.IGNORECASE,
)
_GRAND = re.compile(r"\b(?:Summit|Conference|Ministerial|Meeting|Plenary|Dialogue|COP\s?\d+|Session)\b")


def counts(clause: Clause, gathering: Gathering, dated: DateMention | None, place: str | None) -> bool:
    """Tell whether the words are about one gathering (or a recurring one), held or promised."""
    text, name = clause.text, gathering.name or ""
    lead = text[max(clause.start, gathering.start - 90) : gathering.start]
    called_for = bool(cue("open").search(lead)) and not (
        dated and dated.first and (dated.precision is not Precision.YEAR or re.search(r"\b(?:upcoming|next)\b", name))
    )
    if gathering.verb and not name:
        around = text[clause.start : gathering.end + 60]
        if gathering.verb == "past" and cue("recurring").search(text[gathering.start : gathering.end]):
            return False
        return not (called_for and gathering.verb == "planned" and re.search(r"\bif\b|\bshould\b", around))
    if called_for or not name:
        return False
    if re.match(r"(?:COP|MC)\s?\d", name) or name.startswith("COP"):
        return True
    if gathering.plural:
        if gathering.proper and re.match(rf"\s+(?:{either('recurring')})\b", text[gathering.end : gathering.end + 30]):
            return True
        if re.match(rf"\s+(?:{either('recurring')})\b", text[gathering.end : gathering.end + 30]) and "’" in name:
            return True
        if gathering.proper and _SETTLED_AT.search(text, max(clause.start, gathering.start - 150), gathering.start):
            return True
        if cue("recurring").search(name) and _SINCE.match(text, gathering.end):
            return True
        if _REGULAR.match(name) and not _CHANNEL.search(lead) and _WILL.search(text, clause.start, gathering.start):
            return True
        if _PROMISED.search(lead) or (_HELD.search(lead) and gathering.start - clause.start > 4):
            return True
        return (
            gathering.done
            and gathering.noun != "events"
            and bool(
                gathering.proper
                or bool(cue("recurring").search(name + lead))
                or re.match(r"(?i:subsequent|further)\b", name)
            )
        )
    one = bool(re.match(r"an?\s", text[gathering.start : gathering.start + 3]))
    told = gathering.proper or gathering.ordinal or bool(dated) or bool(place)
    if _PROMISED.search(lead) and (told or re.match(r"an?\s", text[gathering.start : gathering.start + 3])):
        return True
    if gathering.noun in ("dialogue", "dialogues", "consultations", "talks") and not (
        dated and dated.precision is Precision.DAY
    ):
        return False
    if gathering.noun == "Dialogue" and not (gathering.done or dated or _NTH.match(name)):
        return False
    if not told and len(name.split()) < 3 and text[gathering.start : gathering.start + 4].lower() == "the ":
        return bool(_BY_WHOM.match(text, gathering.end))  # else "the meeting" points at one that was named
    if gathering.today:
        return not gathering.plural
    if gathering.done:
        return told or not gathering.weak or bool(re.match(r"an?\s", text[gathering.start : gathering.start + 3]))
    if gathering.proper and _ON_MARGINS.search(lead):
        return True
    if (
        gathering.noun in ("session", "meeting")
        and gathering.ordinal
        and _OF_A_DEED.search(text, max(clause.start, gathering.start - 170), gathering.start)
    ):
        return True
    if dated and one and 0 <= dated.passage.start - gathering.end < _AT_ONCE:
        return True
    if gathering.noun == "Forum" and gathering.proper and _INTRODUCED.search(lead) and _soon(clause, gathering, dated):
        return True
    if gathering.weak and not (gathering.ordinal or (dated and dated.precision is Precision.DAY)):
        return bool(_MINISTERIAL.search(name)) and gathering.proper and (bool(place) or _soon(clause, gathering, dated))
    if dated and dated.precision in (Precision.DAY, Precision.DAYS):
        return True
    if gathering.ordinal and dated:
        return True
    if re.match(r"our\s+\w+\s+today\b", text[gathering.start : gathering.end + 8], re.IGNORECASE):
        return True
    return _cited(clause, gathering, dated, place, lead)


_PROMISED = re.compile(
    r"\b(?:will|shall|intends?\s+to|plans?\s+to|planned\s+to|committed\s+to|commit\s+to|agreed\s+to|decided\s+to|pledged?\s+to)\s+"
    r"(?:(?:also|further|jointly|soon|then|each|continue\s+to)\s+){0,2}(?:co-)?(?:convene|host|hold|organi[sz]e)\s+\Z"
    r"|\b(?:commit|commits|committed|look(?:s|ing)?\s+forward)\s+to\s+(?:co-)?(?:convening|hosting|holding|organi[sz]ing)\s+\Z"
)
_HELD = re.compile(r"(?<!\bbe\s)(?<!\bbeen\s)\b(?:co-)?(?:hosted|held|convened|organi[sz]ed)\s+\Z")
_REGULAR = re.compile(r"(?:more\s+)?regular\s")
_CHANNEL = re.compile(r"\b(?:through|via|by|in|at|during|of|from|using)\s+(?:the\s+|our\s+|their\s+)?\Z")
_WILL = re.compile(r"\b(?:will|shall|intend|plan|agreed?|decided?|commit(?:ted)?)\b")
# "the decision of the Council at its ninth session".
_OF_A_DEED = re.compile(
    r"\b(?:decision|resolution|declaration|statement|report|recommendations?)\s+(?:(?:adopted|made|issued)\s+)?(?:of|by)\s+the\s+[^.;,]{3,130}?\s+at\s+\Z"
    r"|\b(?:decided|adopted|agreed|decision\s+taken|made|taken)\s+at\s+\Z"
)
_AT_ONCE = 9  # letters between a gathering and its day: "a seminar on nets in 2031"
_NEXT = re.compile(r"(?i:(?:our|the|its|their)?\s*(?:next|upcoming|forthcoming)\b)")
_MONTHLY = re.compile(
    r"\A(?:\w+\s+)?(?:[Ss]pring|[Ss]ummer|[Ff]all|[Aa]utumn|[Ww]inter|January|February|March|April|May|June|July|August"
    r"|September|October|November|December)\s"
)
_SINCE = re.compile(r"\s*\(since\s+\d")
_BRACKETED_YEAR = re.compile(r"\s+\((?:19|20)\d\d\)")
_ON_MARGINS = re.compile(r"\b(?:margins|sidelines)\s+of\s+\Z")
_SETTLED_AT = re.compile(
    r"\b(?:reached|agreed|signed|decided|concluded|(?:declarations?|statements?)\s+adopted)\b[^.;]{0,110}?\bat\s+(?:the\s+)?$"
)
_NTH = re.compile(
    r"(?:\w+\s+)?(?:\d+(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\w+eenth|\w+tieth)\b",
    re.I,
)
_BY_WHOM = re.compile(r"\s+(?:organi[sz]ed|hosted|convened)\s+by\b")
_MINISTERIAL = re.compile(r"\bMinisterial\b")
_SOON = re.compile(
    r"\s*,?\s*(?:later\s+)?(?:this|next)\s+(?:year|month|week|spring|summer|autumn|fall|winter)\b|\s+this\s+(?=[A-Z])"
)
_PREDICATE = re.compile(
    r"\s+(?:\([^()]*\)\s+)?(?:was|were|has|had|offered|brought|took|provided|focused|addressed|produced|resulted|agreed|reaffirmed|facilitated|explored)\b"
)
_GREETED = re.compile(
    r"\b(?:welcom\w+|appreciat\w+|applaud\w*|commend\w*|congratulat\w+|outcomes?\s+of|results\s+of|success\s+of|hosting\s+of|further\s+to"
    r"|importance\s+of|forward\s+to|recall\w*)\s+(?:the\s+)?\Z",
    re.IGNORECASE,
)


def _soon(clause: Clause, gathering: Gathering, dated: DateMention | None) -> bool:
    return (
        bool(dated)
        or bool(_SOON.match(clause.text, gathering.end, clause.end))
        or bool(re.match(r"(?:this|last|next)\s+year[’']s", clause.text[gathering.start : gathering.end]))
    )


def _cited(clause: Clause, gathering: Gathering, dated: DateMention | None, place: str | None, lead: str) -> bool:
    """Tell whether a gathering named in passing is one single gathering, not a channel or a format."""
    name, text = gathering.name or "", clause.text
    grand = bool(_GRAND.search(name)) and gathering.proper
    introduced = bool(_INTRODUCED.search(lead))
    when = _soon(clause, gathering, dated) or bool(_BRACKETED_YEAR.match(text, gathering.end))
    of_whom = gathering.proper or re.search(r"\b(?:of|for)\s+(?:the\s+|our\s+)?[A-Z]", name) is not None
    if introduced and gathering.noun == "conference" and re.search(r"\bon\s+(?:the\s+)?[A-Z]", name):
        return True
    if of_whom and (_NEXT.match(name) or _MONTHLY.match(name)):
        return True
    if of_whom and dated and dated.precision is Precision.MONTH and dated.passage.start < gathering.end:
        return True
    if grand and (gathering.ordinal or place or when or re.search(r"\b(?:19|20)\d\d\b", name)):
        return True
    if gathering.proper and (introduced or _GREETED.search(lead)):
        return grand or gathering.ordinal or bool(place) or bool(when)
    if _NTH.match(name) and (gathering.proper or place or when):
        return True
    if gathering.proper and (place or when):
        return introduced
    one = text[gathering.start : gathering.start + 2] in ("A ", "An")
    return (grand or gathering.ordinal or (one and gathering.proper)) and bool(
        _PREDICATE.match(text, gathering.end, clause.end)
    )


_HAPPENED = re.compile(
    r"(?<!\bbe\s)(?<!\bbe co-)(?:(?<!-)|(?<=\bco-))\b(?:hosted|convened|held|took\s+place|was|were|attended|chaired)\b"
)
_TO_HAPPEN = re.compile(
    r"\b(?:to\s+be|will\s+be|be)\s+(?:co-)?(?:hosted|convened|held)|\b(?:will|to)\s+(?:co-)?(?:host|convene|hold)\b"
)


_OVER = re.compile(
    r"\b(?:further\s+to|following|outcomes?\s+of|the\s+successful)\s+(?:the\s+)?(?:successful\s+)?\Z", re.IGNORECASE
)
_COMING = re.compile(
    r"\s*,?\s*(?:later\s+this|next|this\s+(?:spring|summer|autumn|fall|winter))\s+\w+|\s*,?\s*this\s+(?:summer|autumn|fall|[A-Z][a-z]+)\b"
)


def status_of(clause: Clause, gathering: Gathering, dated: DateMention | None) -> MeetingStatus:
    """Tell held from planned: by the verb, by the day against the statement's own, by words that look ahead."""
    if gathering.verb in ("past", "gerund", "present"):
        return MeetingStatus.HELD
    if gathering.verb == "planned":
        return MeetingStatus.PLANNED
    text = clause.text
    if gathering.today or re.match(r"\s+today\b", text[gathering.end : min(clause.end, gathering.end + 8)]):
        return MeetingStatus.HELD
    around = text[max(clause.start, gathering.start - 110) : gathering.start]
    if _PROMISED.search(around):
        return MeetingStatus.PLANNED
    after = re.split(r",\s+(?:we|our)\b", text[gathering.end : min(clause.end, gathering.end + 60)])[0]
    ahead = not _OVER.search(around) and bool(
        cue("ahead").search(around + " " + (gathering.name or ""))
        or re.search(r"\b(?:will|to\s+be|planned|scheduled|edition\s+of\s+which)\b", after)
        or _COMING.match(after)
    )
    year = re.match(r"\D{0,12}\b(20\d\d)\b", gathering.name or "")
    if clause.exact and clause.reference:
        by_day = _by_day(dated, int(year[1]) if year else None, clause.reference)
        if by_day:
            return by_day
    near = text[max(clause.start, gathering.start - 40) : min(clause.end, gathering.end + 30)]
    if _HAPPENED.search(near) and not _TO_HAPPEN.search(near):
        return MeetingStatus.HELD
    this_year = dated.in_year(clause.reference.year) if dated and clause.exact and clause.reference else dated
    by_day = _by_day(this_year, None, clause.reference) if clause.reference and not ahead else None
    if by_day:
        return by_day
    return MeetingStatus.PLANNED if ahead else MeetingStatus.HELD


def _by_day(dated: DateMention | None, year: int | None, reference: date) -> MeetingStatus | None:
    """Tell held from planned by the day, or the year in the name, against a day; None where they leave it open."""
    if year and year != reference.year:
        return MeetingStatus.HELD if year < reference.year else MeetingStatus.PLANNED
    if dated and dated.last and dated.last < reference:
        return MeetingStatus.HELD
    if dated and dated.first and dated.last and dated.first <= reference <= dated.last and dated.first != dated.last:
        return None if dated.precision in (Precision.MONTH, Precision.YEAR) else MeetingStatus.HELD
    if dated and dated.first and dated.last:
        return MeetingStatus.PLANNED if dated.first > reference else MeetingStatus.HELD
    return None
