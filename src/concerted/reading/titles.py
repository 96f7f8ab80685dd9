"""The grammar of names of texts: "Geneva Communiqué", "Convention on ...", "2030 Agenda", "FATF recommendations"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from concerted.reading.citations import Citation, date_after, short, words
from concerted.reading.dates import month_numbers
from concerted.reading.word_index import GuardedPattern

_TOKEN = re.compile(r"(?:[A-Z]\w*-)?(?:[A-Z]\.){2,}(?:-[\w’'-]*\w)?|\w(?:[\w’'/.&‑-]*\w)?(?:[’'](?=\s))?|[^\w\s]")
_CONNECTORS = frozenset(
    {"of", "on", "for", "in", "to", "and", "against", "with", "by", "at", "as", "from", "the", "towards", "toward", "&"}
)
_AFTER_HEAD = frozenset(
    {
        "of",
        "on",
        "for",
        "to",
        "against",
        "concerning",
        "regarding",
        "between",
        "towards",
        "toward",
        "with",
        "relating",
    }
)
_DAYS = frozenset({"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"})
_NUMERAL = re.compile(r"(?:19|20)\d\d(?:[-–]\d{2,4})?|\d{1,2}|[IVX]+|One|Two|Three")


_BODIES = frozenset(
    {"Conference", "Summit", "Forum", "Meeting", "Ministerial", "Dialogue", "Fund", "Committee", "Council"}
)
# Heads that need words before them, whatever follows ("Vision for ...").
_MONTH_BEFORE = re.compile(r"\b(?P<month>[A-Z]\w+)\s+(?P<year>(?:19|20)\d\d)\s+\Z")
_TOLD_APART = 2  # capitalised words after the head: "the Framework for Removal of Naval Mines"
_NAMED = 2  # words behind the head
_WEAK = frozenset({"Plan", "Vision", "Report", "Statement", "Call", "Act", "Framework", "Strategy", "Goals"})


@cache
def _heads() -> frozenset[str]:
    return frozenset(words()["heads"]["strong"])


@cache
def _any_head() -> GuardedPattern:
    return GuardedPattern(rf"\b(?:{'|'.join(map(re.escape, _heads()))})\b")


@cache
def _generic() -> frozenset[str]:
    return frozenset(words()["generic"])


@cache
def _openers() -> frozenset[str]:
    return frozenset(words()["openers"])


class _Tokens:
    """The words of a block with their places; two stand together if white space alone lies between them."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text = text
        found = [(match.start(), match.end(), match.group()) for match in _TOKEN.finditer(text, start, end)]
        self.starts = [item[0] for item in found]
        self.ends = [item[1] for item in found]
        self.words = [item[2] for item in found]
        for place, word in enumerate(self.words):  # "the Fleet and Harbour Act’s fund" cites the Act
            if word[-2:] in ("’s", "'s") and word[:-2] in _heads():
                self.words[place], self.ends[place] = word[:-2], self.ends[place] - 2

    def is_name(self, place: int) -> bool:
        """Tell whether a word can be part of a name: it has a capital or is a number."""
        word = self.words[place]
        if word in _DAYS or (word.lower() in month_numbers() and word[0].isupper() and word != "May"):
            return False
        return word[0].isupper() or (
            word[0].isdigit() and bool(re.fullmatch(r"\d{1,4}(?:[-–]\d{2,4})?(?:st|nd|rd|th)?", word))
        )

    def is_head(self, place: int) -> bool:
        return self.words[place] in _heads()


def find_titles(text: str, start: int, end: int) -> Iterator[Citation]:
    """Find texts cited by name in text[start:end], in the order of the text.

    A name is a capitalised noun of ``heads`` with capitalised words before it or a phrase after it
    ("... on the Law of the Sea") that tell it apart; generic words ("Joint Statement") do not.
    """
    if not _any_head().search(text, start, end):
        return
    tokens = _Tokens(text, start, end)
    upto = 0
    for place in range(len(tokens.words)):
        if place < upto or not tokens.is_head(place):
            continue
        if place + 1 < len(tokens.words) and tokens.is_head(place + 1):
            continue  # "Framework Agreement": the last of the run is the head
        span = _span(tokens, place, upto)
        if span:
            first, last = span
            citation = _cited(tokens, first, place, last, end)
            if citation:
                yield citation
                upto = last


def _span(tokens: _Tokens, head: int, floor: int) -> tuple[int, int] | None:
    """Find the first word of a name and the one after its last; None if the head only qualifies another noun."""
    first = head
    while first > floor and (tokens.is_name(first - 1) or _joins(tokens, first - 1, floor)):
        first -= 1
    first = _without_openers(tokens, _over_bracket(tokens, first, floor) if first else first, head)
    if (
        first
        and tokens.words[first - 1].lower() in month_numbers()
        and re.fullmatch(r"(?:19|20)\d\d", tokens.words[first])
    ):
        if all(word in _generic() for word in tokens.words[first + 1 : head]):
            return None  # "the 2 October 2013 Statement" is told by its date
        first += 1
    last = _of_its_kind(tokens, head + 1)
    counted = tokens.words[head] in ("Recommendation", "Protocol")
    while last < len(tokens.words) and _NUMERAL.fullmatch(tokens.words[last]) and not _is_day(tokens, last):
        if re.fullmatch(r"\d{1,2}", tokens.words[last]) and not counted:
            break  # a footnote's mark or the next paragraph's number
        last += 1
    follows = last < len(tokens.words) and tokens.is_name(last) and not _is_day(tokens, last)
    if follows and not _begins_sentence(tokens, last) and tokens.words[last].lower() not in _AFTER_HEAD:
        return None
    return first, _over_alias(tokens, last)


def _over_alias(tokens: _Tokens, last: int) -> int:
    """Follow the phrases after the head, over a short name in brackets ("the Plan of Action (POA) to Clear ...")."""
    words_, behind = tokens.words, last + 3
    if (
        words_[last - 1] == "Action"
        and behind < len(words_)
        and words_[last] == "("
        and words_[last + 1].isupper()
        and words_[last + 2] == ")"
    ):
        upto = _after(tokens, behind)
        return upto if upto > behind else last
    return _after(tokens, last)


def _over_bracket(tokens: _Tokens, first: int, floor: int) -> int:
    """Go on to the left over an abbreviation in brackets ("Programme for Safe Harbours (PSH) Work Plan")."""
    words_, place = tokens.words, first - 3
    if (
        place <= floor
        or words_[first] == "Agenda"
        or words_[first - 1] != ")"
        or words_[place] != "("
        or not words_[first - 2].isupper()
    ):
        return first
    while place > floor and (tokens.is_name(place - 1) or words_[place - 1] in ("for", "of", "on")):
        place -= 1
    while place < first and not tokens.is_name(place):
        place += 1
    return place


def _of_its_kind(tokens: _Tokens, last: int) -> int:
    """Take in what belongs to the head itself: "Plan of Action", "Code of Conduct", "Memorandum of Understanding"."""
    fixed = ("Action", "Conduct", "Practice", "Understanding", "Cooperation", "Intent", "Agreement")
    if tokens.words[last - 1] not in ("Plan", "Code", "Memorandum", "Programme", "Program"):
        return last
    if last + 1 < len(tokens.words) and tokens.words[last] == "of" and tokens.words[last + 1] in fixed:
        return last + 2
    return last


def _is_day(tokens: _Tokens, place: int) -> bool:
    """Tell whether a number is a date's day ("30 June 2012")."""
    following = tokens.words[place + 1] if place + 1 < len(tokens.words) else ""
    return tokens.words[place].isdigit() and following.lower() in month_numbers()


def _begins_sentence(tokens: _Tokens, place: int) -> bool:
    return not tokens.text[tokens.ends[place - 1] : tokens.starts[place]].isspace()


def _joins(tokens: _Tokens, place: int, floor: int) -> bool:
    """Tell whether "and" joins two words of one name ("the CHIPS and Science Act")."""
    if tokens.words[place] not in ("and", "&") or place <= floor + 1 or not tokens.is_name(place - 1):
        return False
    left = place - 1
    while left > floor and tokens.is_name(left):
        if tokens.is_head(left):
            return False
        left -= 1
    return tokens.words[left].lower() in ("the", "new", "of") and place - left <= 4


def _without_openers(tokens: _Tokens, first: int, head: int) -> int:
    while first < head and (tokens.words[first] in _openers() or tokens.words[first] in ("and", "&")):
        first += 1
    while first < head and re.fullmatch(r"\d{1,3}", tokens.words[first]):
        first += 1
    return first


def _after(tokens: _Tokens, last: int) -> int:
    """Follow the phrases after the head ("on the Law of the Sea", "to Combat Desertification")."""
    place, upto, pair = last, last, False
    size = len(tokens.words)
    while place < size:
        word = tokens.words[place]
        coded = word == "in" and tokens.words[last - 1] == "Conduct"
        if word.lower() not in (_AFTER_HEAD if upto == last else _CONNECTORS) and not coded:
            break
        following = place + 1
        while following < size and tokens.words[following] in ("the", "its", "a", "an", "of", "in", "to"):
            following += 1
        if following >= size or following - place > 3 or not tokens.is_name(following):
            break
        if word == "and" and (tokens.words[place + 1] == "the" or _names_another(tokens, following)) and not pair:
            break
        pair = word == "between"
        if _between(tokens, last - (tokens.words[last - 1] != ")"), following):
            break
        if following == place + 1 and re.fullmatch(r"\d+", tokens.words[following]) and "oward" not in word:
            break
        place = following
        while place < size and tokens.is_name(place) and not _begins_sentence(tokens, place):
            place += 1
        if word in ("for", "on"):
            place = _to_end_of_list(tokens, place)
        if upto > last and word in _LOOSE and _only_qualifies(tokens, place):
            break
        upto = place
    return upto


def _to_end_of_list(tokens: _Tokens, place: int) -> int:
    """Go on over "Security, Public Health and Safe Communities": names set off by commas and closed by "and"."""
    at, commas = place, 0
    while at + 1 < len(tokens.words) and tokens.words[at] in (",", "and") and tokens.is_name(at + 1):
        closes = tokens.words[at] == "and"
        commas += not closes
        at += 1
        while at < len(tokens.words) and tokens.is_name(at) and not _begins_sentence(tokens, at):
            if tokens.is_head(at):
                return place
            at += 1
        if closes:
            return at if commas else place
    return place


# A later phrase after one of these belongs to the sentence if its name only qualifies a noun ("... for CRI members").
_LOOSE = frozenset({"for", "with", "by", "at", "from"})
_FUNCTION = _CONNECTORS | {
    "or",
    "is",
    "are",
    "was",
    "were",
    "has",
    "have",
    "which",
    "that",
    "who",
    "will",
    "should",
    "shall",
}


def _only_qualifies(tokens: _Tokens, place: int) -> bool:
    following = tokens.words[place] if place < len(tokens.words) else ""
    return following.isalpha() and following.islower() and following not in _FUNCTION


def _between(tokens: _Tokens, first: int, last: int) -> bool:
    """Tell whether anything but white space stands between words."""
    return any(
        tokens.text[tokens.ends[place] : tokens.starts[place + 1]].strip()
        for place in range(max(first, last - 4), last)
    ) or any(not tokens.words[place][0].isalnum() for place in range(max(first, last - 4), last))


def _names_another(tokens: _Tokens, place: int) -> bool:
    """Tell whether the words after "and" are the name of another text."""
    while place < len(tokens.words) and (tokens.is_name(place) or tokens.words[place] == "of"):
        if tokens.is_head(place):
            return True
        place += 1
    return False


def _cited(tokens: _Tokens, first: int, head: int, last: int, end: int) -> Citation | None:
    begin, stop = tokens.starts[first], tokens.ends[last - 1]
    before = [word for word in tokens.words[first:head] if word not in ("and", "&", "(", ")", "for", "of", "on")]
    behind = tokens.words[_of_its_kind(tokens, head + 1) : last]
    if behind[:1] == ["("]:
        behind = behind[3:]  # a short name in brackets
    noun = tokens.words[head]
    if behind and behind[0] == "with" and _BODIES.intersection(behind):
        return None  # "the Pact with Harbours Conference" is no text
    title = " ".join(tokens.text[begin:stop].split())
    dated, after = date_after(tokens.text, stop, end)
    monthly = _MONTH_BEFORE.search(tokens.text, max(0, begin - 24), begin)
    if monthly and not dated and monthly["month"].lower() in month_numbers():
        begin, dated = monthly.start(), f"{monthly['year']}-{month_numbers()[monthly['month'].lower()]:02}"
    proper = [word for word in before if word not in _generic() and word not in _heads()]
    phrase = bool(behind) and (
        behind[0].lower() in _AFTER_HEAD or behind[0] == "in" or bool(re.fullmatch(r"\d{4}", behind[0]))
    )
    only_with = words()["heads"]["only_with"].get(noun)
    if only_with and not any(word in tokens.words[first:last] for word in only_with):
        return None
    if not proper and not phrase and not dated:
        return _made_by(tokens.text, begin, stop, end, noun)
    if noun == "Goals" and "Development" in before:
        return None  # aims that a text sets, and no text
    if noun == "Assessment" and len(proper) < 2:
        return None
    told = sum(word[0].isupper() for word in behind) > _TOLD_APART
    if only_with == [] and not proper and not (phrase and (before or told)):
        return None
    long = noun in ("Framework", "Strategy", "Plan") and told
    named = noun == "Plan" and len(behind) == _NAMED and behind[0] == "of"  # "a Plan of Recovery"
    if not before and noun in _WEAK and not dated and not (long or named):
        return None
    if noun in ("Report", "Call") and not (proper and (phrase or dated or re.search(r"\d{4}", title))):
        return None
    bare = re.sub(r"\s\([A-Z]+\)(?=\s)", "", title)
    return Citation(begin, after, short(bare), bare, None, dated, noun)


_MADE_BY = re.compile(
    r"\s+(?:developed|established|adopted|issued|agreed|drawn\s+up)\s+(?:by\s+(?:the\s+|our\s+)?[Ll]eaders\s+)?(?:within|by|under|in|at)\s+(?:the\s+)?"
    r"(?P<body>(?:20\d\d\s+)?[A-Z][\w’'-]*(?:\s+(?:(?:of|for|and|on)\s+)?[A-Z][\w’'-]*)+)"
)


def _made_by(text: str, begin: int, stop: int, end: int, noun: str) -> Citation | None:
    """Read a generic name that only its maker tells apart ("the Code of Conduct developed within the ...")."""
    match = _MADE_BY.match(text, stop, end)
    if match is None:
        return None
    title, body = " ".join(text[begin : match.end()].split()), " ".join(match["body"].split())
    kind = " ".join(text[begin:stop].split())
    return Citation(begin, match.end(), short(f"{kind} of {body}"), title, body, None, noun)
