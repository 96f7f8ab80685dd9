"""Gatherings that a French statement speaks of, held and planned, with days, place and host."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from concerted.reading.body_date import body_date, past_days
from concerted.reading.dates import DateMention, Precision, find_dates, month_numbers
from concerted.reading.facts import Meeting, MeetingStatus
from concerted.reading.layout import BlockKind, Layout
from concerted.reading.meeting_dates import days_of, in_its_year
from concerted.reading.parties import find_parties
from concerted.reading.same_meeting import merged
from concerted.terms.passage import Passage
from concerted.terms.shelf import load, vocabulary

_READ = frozenset({BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.ADOPTION})


@dataclass(frozen=True, slots=True)
class _Words:
    noun: re.Pattern[str]
    weak: re.Pattern[str]
    coming: re.Pattern[str]
    held: re.Pattern[str]
    planned: re.Pattern[str]
    recurring: re.Pattern[str]
    open: re.Pattern[str]


@cache
def _words() -> _Words:
    data = {name: re.sub(r"\s*\n\s*|\s+(?=\|)", "", words) for name, words in load(vocabulary("fr/meetings")).items()}
    noun = (
        rf"(?:(?<![\w’'-])|(?<=\b[dD][’'])|(?<=\bqu[’']))(?P<det>{data['determiners']})\s*(?P<before>(?:(?:{data['before']})\s+){{0,3}})(?P<noun>{data['nouns']})(?![\w’'-])"
        rf"(?P<after>(?:\s+(?:ministérielle?s?|plénière|annuelle?|internationale?|régionale?|extraordinaire|spéciale?|conjointe?|commune?|virtuelle?|informelle?"
        rf"|tripartite|bilatérale?|(?:de\s+haut|au)\s+niveau(?:\s+\w+)?|des\s+donateurs|des\s+(?:ministres|chefs|dirigeants|États)(?:\s+[\w’']+){{0,4}}?)(?=\W|$))*"
        rf"(?:\s+(?:sur|pour|consacrée?\s+(?:à|aux?))\s+(?:la\s+|les?\s+|l[’'])?[\w’'-]+(?:\s+(?:(?:de\s+la|de|du|des|et|à|au)\s+)?(?!(?:à|au|en|le|du|se|sera|qui|que|aura|a|ont|et|de|des)\b)[\w’'-]+){{0,4}})?)"
    )

    def compiled(name: str) -> re.Pattern[str]:
        return re.compile(rf"\b(?:{data[name]})", re.I)

    return _Words(
        re.compile(noun, re.I),
        re.compile(rf"(?:{data['weak']})", re.I),
        compiled("coming"),
        compiled("held"),
        compiled("planned"),
        compiled("recurring"),
        compiled("open"),
    )


_VERB = re.compile(
    r"\b(?:(?P<past>(?:s[’']est|se\s+sont|nous\s+sommes)\s+(?:\w+\s+)?(?:réunie?s?|rencontrée?s?|retrouvée?s?|entretenue?s?))"
    r"|(?P<planned>(?:se\s+réunir(?:a|ont|ons)|nous\s+réunirons|se\s+retrouver(?:a|ont)|nous\s+retrouverons|se\s+rencontrer(?:a|ont)|nous\s+rencontrerons"
    r"|(?:décid\w+|convenu\w*|continuer(?:a|ont|ons)|entend\w+|prévo\w+)\s+(?:de\s+|d[’'])?se\s+(?:réunir|rencontrer|retrouver)"
    r"|(?:continuerons|décidons|entendons|prévoyons)\s+(?:à\s+|de\s+)?nous\s+(?:réunir|retrouver)))"
    r"|(?P<gathered>(?<![\w’'-])[Rr]éunie?s?(?=\s+(?:ce\s+jour\s+|aujourd[’']hui\s+)?(?:à|au|en|le)\s)))\b"
)
# What belongs to a gathering stands within so many characters of it.
_FAR = 400
_CAP = r"[A-ZÀ-Þ][\w’'-]*"
_PLACE = re.compile(
    rf"(?:[\s,]|\b(?:ce\s+jour|aujourd[’']hui|qui|se|sera|tiendra|tenue?s?|aura|lieu|organisée?|accueillie?|a|eu|s[’']est|hier|virtuellement|alternativement|deux|au\s+moins|une?|fois|par|an)\b)*"
    rf"\b(?P<lead>à|au|aux|en)\s+(?:la\s+|l[’'])?(?P<place>{_CAP}(?:[\s-](?:de\s+la\s+|de\s+|du\s+)?{_CAP})*)"
)
_HELD_IN = re.compile(
    rf"\b(?:s[’']est\s+tenue?|se\s+tiendra|aura\s+lieu|a\s+eu\s+lieu|se\s+sont\s+tenue?s)\s+(?:aujourd[’']hui\s+|ce\s+jour\s+)?"
    rf"(?:à|au|en)\s+(?:la\s+)?(?P<place>{_CAP}(?:[\s-]{_CAP})*)"
)
_NO_PLACE = re.compile(
    r"(?:Sommet|Conférence|Réunion|Conseil|Assemblée|Nations|Union|État|Gouvernement|Comité|Charte|République)\b"
)
_AT_HEAD = re.compile(r"(?:\A|[,;]\s*)(?:[Ll]e|[Ll]es|[Dd]u)\s+\Z")
_INVITED = re.compile(r"\b(?:à|sur)\s+l[’'](?:aimable\s+)?invitation\s+(?P<who>[^,;.]{3,80})", re.I)
_HOSTED_BY = re.compile(
    r"\b(?:accueillie?|organisée?|convoquée?)\s+(?:conjointement\s+)?par\s+(?P<who>[^,;.]{3,80})", re.I
)
_THAT_HOSTS = re.compile(
    r"\A\s*,?\s*qu(?:e\s+|[’'])(?P<who>[^,;.]{3,60}?)\s+"
    r"(?:accueiller|organiser|convoquer|se\s+propos|a\s+accueilli|a\s+organisé)",
    re.I,
)
_HOST_VERB = re.compile(
    r"(?P<who>[^,;.:]{3,90}?)\s+(?:a|ont|avons)?\s*"
    r"(?:accueilli|organisé|convoqué|accueiller(?:a|ont)|organiser(?:a|ont)|convoquer(?:a|ont))\b[^;.]{0,60}\Z",
    re.I,
)
_ADOPTED_AT = re.compile(
    r"[Aa]doptée?\s+par\s+(?P<body>(?:le|la|l[’'])\s*[\w’'\s]+?)\s+à\s+sa\s+(?P<number>\d+e)\s+séance(?:\s+plénière)?,?\s+(?:tenue\s+)?le\s+"
)


def find_meetings(
    layout: Layout,
    issued_on: date | None = None,
    given_date: date | None = None,
    line_of_words: Callable[[str], int | None] | None = None,
) -> tuple[Meeting, ...]:
    """Find the meetings of a French statement, in the order of the text; see ``reading.meetings``."""
    issued = issued_on or body_date(layout)[0]
    reference = issued or given_date or max((day for day, _ in past_days(layout)), default=None)
    found = list(_adoption(layout))
    for block in layout.blocks:
        if block.kind not in _READ:
            continue
        for sentence in block.sentences:
            start = sentence.start
            for part in re.split(r"(;)", layout.text[sentence.start : sentence.end]):
                if part != ";":
                    clause = _Clause(layout.text, start, start + len(part), reference, bool(issued or given_date))
                    found += clause.meetings(line_of_words)
                start += len(part)
    return tuple(merged(found))


@dataclass(frozen=True, slots=True)
class _Clause:
    """A sentence, or a part of one between semicolons."""

    text: str
    start: int
    end: int
    reference: date | None
    exact: bool

    def meetings(self, line_of_words: Callable[[str], int | None] | None) -> Iterator[Meeting]:
        """List the gatherings of the clause; a verb and the noun behind it are one."""
        verbs = list(_VERB.finditer(self.text, self.start, self.end))
        nouns = list(_words().noun.finditer(self.text, self.start, self.end))
        dates = list(find_dates(self.text, self.start, self.end))
        spans = sorted([*verbs, *nouns], key=lambda match: match.start())
        taken: set[int] = set()
        for place, match in enumerate(spans):
            if match.start() in taken:
                continue
            ceiling = next((one.start() for one in spans[place + 1 :]), self.end)
            if match.re is _VERB:
                behind = (one for one in nouns if 0 <= one.start() - match.end() < 120)
                noun = next((one for one in behind if self._joins(match, one)), None)
                if noun is not None:
                    taken.add(noun.start())
                    ceiling = next((one.start() for one in spans if one.start() > noun.start()), self.end)
                meeting = self._by_verb(match, noun, dates, ceiling)
            else:
                meeting = self._by_noun(match, dates, ceiling, spans[place - 1].end() if place else self.start)
            if meeting is not None:
                line = line_of_words(meeting.name) if line_of_words else None
                yield meeting if line is None else replace(meeting, line=line)

    def _joins(self, verb: re.Match[str], noun: re.Match[str]) -> bool:
        between = self.text[verb.end() : noun.start()]
        return _FOR.search(between) is not None

    def _by_verb(
        self, verb: re.Match[str], noun: re.Match[str] | None, dates: list[DateMention], ceiling: int
    ) -> Meeting | None:
        planned = verb["planned"] is not None
        if planned and _words().open.search(self.text, max(self.start, verb.start() - _FAR), verb.end()):
            return None
        status = MeetingStatus.PLANNED if planned else MeetingStatus.HELD
        dated = self._date(verb.start(), verb.end(), ceiling, dates)
        name = self._name(noun) if noun is not None else self._verbal_name(verb.start())
        upto = noun.end() if noun is not None else verb.end()
        return self._meeting(verb.start(), verb.end(), upto, ceiling, name, status, dated)

    def _verbal_name(self, verb: int) -> str:
        """Name a meeting that only a verb tells: "réunion", with who meets where that is a body."""
        subject = _BODY.search(self.text[max(self.start, verb - 80) : verb])
        return f"réunion ({' '.join(subject['who'].split())})" if subject else "réunion"

    def _by_noun(self, noun: re.Match[str], dates: list[DateMention], ceiling: int, floor: int) -> Meeting | None:
        words, text = _words(), self.text
        around = text[max(floor, noun.start() - 90) : min(self.end, noun.end() + 70)]
        lead = text[max(floor, noun.start() - 90) : noun.start()]
        dated = self._date(noun.start(), noun.end(), ceiling, dates)
        place, _ = self._place(noun.end(), ceiling)
        coming = bool(words.coming.search(noun["before"]))
        planned = bool(words.planned.search(around)) or coming
        held = bool(words.held.search(around))
        if not (dated or place) and not (held or planned):
            return None
        told = dated is not None and (dated.precision is not Precision.YEAR or held or planned)
        if words.weak.fullmatch(noun["noun"]) and not told:
            return None
        if words.open.search(lead) and not dated:
            return None
        if not dated and not place and not (noun["before"].strip() or noun["after"].strip()):
            return None
        if noun["noun"].lower().endswith("s") and not dated:
            return None
        status = self._status(dated, planned=planned, held=held)
        return self._meeting(noun.start(), noun.end(), noun.end(), ceiling, self._name(noun), status, dated)

    def _status(self, dated: DateMention | None, *, planned: bool, held: bool) -> MeetingStatus:
        if dated and dated.first and dated.last and self.reference and self.exact:
            return MeetingStatus.PLANNED if dated.first > self.reference else MeetingStatus.HELD
        return MeetingStatus.PLANNED if planned and not held else MeetingStatus.HELD

    def _name(self, noun: re.Match[str]) -> str:
        return " ".join(f"{noun['before']} {noun['noun']}{noun['after']}".split())

    def _meeting(
        self,
        start: int,
        behind: int,
        upto: int,
        ceiling: int,
        name: str,
        status: MeetingStatus,
        dated: DateMention | None,
    ) -> Meeting:
        text = self.text
        place, end = self._place(behind, ceiling)
        if place is None and upto > behind:
            place, end = self._place(upto, ceiling)
        if place is None and dated and dated.passage.start >= behind:
            place, end = self._place(dated.passage.end, ceiling)
        dated = in_its_year(dated, status, self.reference, self.exact)
        first, last = days_of(dated)
        if (
            first is None
            and self.exact
            and status is MeetingStatus.HELD
            and _TODAY.search(text, start, min(ceiling, start + _FAR))
        ):
            first = self.reference
        stop = upto
        if dated and 0 <= dated.passage.start - stop < 90:
            stop = max(stop, dated.passage.end)
        if place and 0 <= end - stop < 80:
            stop = max(stop, end)
        notes = []
        if _words().recurring.search(text, start, min(self.end, upto + 60)):
            notes.append("recurring; no day given")
        if dated and dated.first and dated.precision is Precision.MONTH:
            notes.append(f"month only: {dated.first.isoformat()[:7]}")
        elif dated and dated.first and dated.precision is Precision.YEAR:
            notes.append(f"year only: {dated.first.year}")
        hosts = self._hosts(start, upto)
        return Meeting(
            Passage.of(text, start, stop), name, status, first, last, place, hosts, note="; ".join(notes) or None
        )

    def _date(self, start: int, end: int, ceiling: int, dates: list[DateMention]) -> DateMention | None:
        inside = [one for one in dates if start <= one.passage.start < end]
        after = [
            one
            for one in dates
            if end <= one.passage.start < ceiling
            and one.passage.start - end < 110
            and not _LIMITED.search(self.text, max(end, one.passage.start - 24), one.passage.start)
        ]
        before = [one for one in dates if one.passage.end <= start and self._heads(one.passage.start)]
        choices = [*inside, *[one for one in after if one.precision is not Precision.YEAR], *before, *after]
        return choices[0] if choices else None

    def _heads(self, place: int) -> bool:
        """Tell whether a date opens the clause, or a part of it between commas."""
        begin = max(self.start, place - 40)
        before = self.text[begin:place].lstrip()
        return _AT_HEAD.search(before if begin == self.start else f"x{before}") is not None

    def _place(self, first: int, ceiling: int) -> tuple[str | None, int]:
        match = _PLACE.match(self.text, first, min(ceiling, first + 120)) or _HELD_IN.search(
            self.text, first, min(ceiling, first + _FAR)
        )
        if match is None:
            return None, first
        words = " ".join(match["place"].split())
        if words.lower() in month_numbers() or _NO_PLACE.match(words):
            return None, first
        return words, match.end("place")

    def _hosts(self, start: int, end: int) -> tuple[str, ...]:
        text, last = self.text, min(self.end, end + _FAR)
        places = [
            (match.start("who"), match.end("who"))
            for match in (
                _THAT_HOSTS.search(text[end:last]),
                _HOSTED_BY.search(text[start:last]),
                _INVITED.search(text[start:last]),
            )
            if match is not None
        ]
        origin = end if _THAT_HOSTS.search(text[end:last]) else start
        begin = max(self.start, start - _FAR)
        if not places and (match := _HOST_VERB.search(text[begin:start])):
            places, origin = [(match.start("who"), match.end("who"))], begin
        if not places:
            return ()
        first, last = places[0]
        named = find_parties(text, origin + first, origin + last, "fr")
        return tuple(dict.fromkeys(one.party for one in named))


# A body that meets; "les ministres" and the like are the issuers.
_BODY = re.compile(
    r"(?:\A|[,;:.]\s+|\bet\s+)(?:[Ll]e|[Ll]a|[Ll][’']|[Nn]otre|[Uu]ne?)\s*(?P<who>(?!(?:prochaine?|ministre)\b)[\w’'-]+(?:\s+[\w’'-]+){0,5})\s+\Z"
)
_TODAY = re.compile(r"\b(?:aujourd[’']hui|ce\s+jour)\b", re.I)
_FOR = re.compile(r"\b(?:pour|dans\s+le\s+cadre\s+d[eu]?|lors\s+d[eu]?|à\s+l[’']occasion\s+d[eu]?|en)\s*$")
_LIMITED = re.compile(
    r"\b(?:avant|d[’']ici|depuis|jusqu[’']|après|au\s+plus\s+tard)\s*(?:à|au|en|le|la\s+fin\s+d[e’'])?\s*\Z", re.I
)


def _adoption(layout: Layout) -> Iterator[Meeting]:
    """Read the meeting of an organ that adopted the text."""
    match = _ADOPTED_AT.search(layout.text, 0, min(len(layout.text), 6000))
    if match is None:
        return
    for mention in find_dates(layout.text, match.end(), match.end() + 30)[:1]:
        if mention.first and mention.passage.start == match.end():
            body = " ".join(match["body"].split())
            name = f"{match['number']} séance {'du ' + body[3:] if body.startswith('le ') else 'de ' + body}"
            passage = Passage.of(layout.text, match.start(), mention.passage.end)
            yield Meeting(passage, name, MeetingStatus.HELD, mention.first)
