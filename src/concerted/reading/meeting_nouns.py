"""Gatherings named by a noun: "the first meeting of the ...", "a conference on ...", "COP28"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from concerted.reading.dates import month_numbers
from concerted.reading.gatherings import Gathering, either, words
from concerted.reading.word_index import GuardedPattern


@cache
def _noun() -> GuardedPattern:
    return GuardedPattern(rf"\b(?:(?P<noun>(?i:{either('nouns')}))|(?P<cop>(?:COP|MC)\s?\d{{1,2}}))(?![\w’'-])")


_DETERMINER = (
    r"(?:(?:(?:this|last|next)\s+year|today|yesterday|(?:this|yesterday)\s+(?:morning|afternoon|evening))[’']s"
    r"|the|an?|our|its|their|his|her|this|that|these|those|such|each|every|any|no|some|another)"
)
# These point at a gathering that was named, or at none in particular.
_POINTING = frozenset({"this", "that", "these", "those", "such", "each", "every", "any", "no", "some", "another"})


@cache
def _before() -> re.Pattern[str]:
    word = (
        rf"(?!(?i:{either('stop')}|{_DETERMINER})\s)"
        rf"(?:\([A-Z][\w.-]*\)|[‘“\"'-]?\w[\w’'“”\"./&-]*|&|(?<=[\w.]\s)[–+-](?=\s[A-Z]))"
    )
    return re.compile(rf"(?<![\w’'.&/-])(?:(?P<det>(?i:{_DETERMINER}))\s+)?(?P<mods>(?:{word}\s+){{0,9}})\Z")


# "the Security and Development Summit", "the Compact with Africa Conference": capitals from the article on.
_JOINED = re.compile(
    r"(?<![\w’'.&/-])(?P<det>(?i:the|an?|our|its|their|(?:this|last)\s+year[’']s))\s+"
    r"(?P<mods>(?:(?:first|second|third|fourth|fifth|next|inaugural|annual)\s+(?=[a-z]))?"
    r"(?:[\w’'-]+\s+(?=[A-Z\d]))?(?:[A-Z\d][\w’'.&/-]*,?\s+){1,6}(?:and|for|of|on|with)\s+(?:(?:[A-Z\d][\w’'.&/-]*,?\s+){1,4}(?:and|for|of|on)\s+)?)\Z"
)
# "a boating and fishing forum".
_PAIRED = re.compile(r"(?<![\w’'.&/-])(?P<det>(?i:an?))\s+(?P<mods>(?:[a-z][\w-]+\s+){1,2}and\s+)\Z")
_CAPITAL = r"(?:(?:[A-Z]\.){2,}|[A-Z“\"][\w’'.&/-]*[\w’”\"]|[A-Z])"
_INNER = rf"(?:{_CAPITAL}|and|of|the|on|for|to|in|from|with|[–-](?=\s+[A-Z]))"
_NOT_LAST = "".join(rf"(?<!\s{word})" for word in ("in", "the", "of", "and", "on", "for", "to", "from", "with"))
_NAMED = rf"(?:the\s+|our\s+|a\s+)?(?:[a-z][\w-]+\s+)?(?:{_CAPITAL}|\d+)(?:\s+{_INNER})*{_NOT_LAST}"
_BODY = (
    r"(?:(?:\s+(?!(?:which|that|who|on|in|at|held|and|to|for|will)\b)[a-z][\w-]*){0,4}"
    r"\s+(?:group|council|committee|task\s+force|partnership|board|commission|representatives|officials|ministers|leaders))?"
)
_NO_SUBJECT = (
    r"(?:on|in|at|held|which|that|who|hosted|attended|to|will|and|as|by|with|from|met|was|were|today|during|following"
    r"|launched|organi[sz]ed|convened|chaired|took|taking|of|has|have|is|are|would|shall|this|these|all|any|how"
    r"|facilitated|offered|brought|provided|focused|addressed|explored)"
)
# After a word with a capital the subject may be a list ("Women, Peace, and Security").
_WORD = rf"(?!{_NO_SUBJECT}\b)[\w’'/-]+"
_SUBJECT = (
    rf"{_WORD}(?:\s+{_WORD}){{0,8}}"
    r"(?:(?:,\s+[A-Z][\w-]+){0,3},?\s+(?:and|&)\s+[A-Z][\w-]+(?:\s+[A-Z][\w-]+)*)?(?:\s+\([A-Z][\w\s-]{1,12}\))?"
)


@cache
def _after() -> re.Pattern[str]:
    return re.compile(
        rf"(?:\s+\([A-Z][\w\s-]{{1,12}}\)|\s+(?:of|for|between)\s+(?:this\s+[a-z][\w-]+(?:\s+plenary)?|{_NAMED}{_BODY}|leaders\b(?:\s+of\s+{_NAMED})?)"
        rf"|\s+(?:on|regarding|for|of)\s+(?!\d|(?:the\s+)?margins|the\s+sidelines|be\b|talks\b|all\b|any\b|these\b|this\b|an?\s+\w+\s+time\b|[A-Z][a-z]{{2,8}}\.?\s+\d){_SUBJECT})*"
    )


_DONE_BEFORE = re.compile(
    r"\b(?:co-)?(?:host(?:s|ed|ing)?|conven(?:es?|ed|ing)|h[oe]ld(?:s|ing)?|organi[sz](?:es?|ed|ing)|attend(?:s|ed|ing)?"
    r"|open(?:ed|ing)?|inaugurat\w+|conduct(?:ed|ing)?|chair(?:ed|ing)?|follows"
    r"|conclud(?:ed|ing)|organi[sz]ation\s+of)\s+(?:[^\W\d]+\s+){0,4}\Z",
    re.IGNORECASE,
)
_DONE_BY = re.compile(r"\w-(?:convened|hosted|organi[sz]ed)\Z")  # "a Council-hosted event"
_HAPPENS = (
    r"(?:(?:co-)?(?:held|hosted|convened|organi[sz]ed|chaired|attended|scheduled)|(?:will\s+)?take\s+place|took\s+place"
    r"|taking\s+place|occurred|met\b|facilitated)"
)
_AUXILIARY = r"(?:was|were|is|are|will\s+be|to\s+be|being|has\s+been)"
_DONE_AFTER = re.compile(
    rf"\s*(?:,?\s+(?:(?:which|that)\s+|(?=to\s+be\b)))?(?:\b{_AUXILIARY}\s+)?(?:being\s+|recently\s+|jointly\s+|also\s+)?\b{_HAPPENS}\b"
)
# "the fair of tools, which the mayor hosted".
HOSTED_BY_SUBJECT = re.compile(
    r",?\s+(?:which|that)\s+(?P<who>(?!will\b|was\b|is\b)[\w’'. -]{3,60}?)\s+(?:will\s+|had\s+|has\s+|is\s+to\s+)?"
    r"(?:co-)?(?:host|hosts|hosted|convened|organi[sz]ed)\b"
)
# "möte den 22 november", "réunion le 3 décembre".
_DATED = re.compile(r"\s+(?:den|le|du|des|am|on|of)\s+\d")


def gatherings_by_noun(text: str, start: int, end: int) -> Iterator[Gathering]:
    """Find nouns of gathering in text[start:end] with the words that belong to them."""
    for match in _noun().finditer(text, start, end):
        if match["cop"]:
            yield Gathering(match.start(), match.end(), " ".join(match.group().split()), proper=True)
            continue
        floor = max(start, match.start() - 140)
        before = _before().search(text[floor : match.start()])
        if before is None or _qualifies(text, match.end(), end):
            continue
        start_at = floor + before.start()
        if not before["det"]:
            joined = _JOINED.search(text, floor, start_at)
            if (
                joined
                and re.match(r"[A-Z\d]|international\b", text[start_at:])
                and not _noun().pattern.search(joined["mods"])
            ):
                before, start_at = joined, joined.start()
            elif paired := _PAIRED.search(text, floor, start_at):
                before, start_at = paired, paired.start()
        det, mods = (before["det"] or "").lower(), text[start_at + len(before["det"] or "") : match.start()].split()
        if mods and re.fullmatch(r"(?i:year|day)[’']s", mods[-1]):
            continue
        if det in _POINTING or not (det or mods or _DATED.match(text, match.end(), end)):
            continue
        gathering = _named(text, (start, end), match, start_at, det, mods)
        again = match["noun"].endswith("s") and _again().match(text, match.end(), end)
        dated = _DATED.match(text, match.end(), end)
        told = again or det or gathering.proper or gathering.ordinal or gathering.done or not mods or dated
        if told and not (gathering.name or "").endswith(("’s", "'s", "’")):
            yield gathering


@cache
def _again() -> re.Pattern[str]:
    return re.compile(rf"\s+(?:{either('recurring')})\b")


def _named(
    text: str, limits: tuple[int, int], match: re.Match[str], first: int, det: str, mods: list[str]
) -> Gathering:
    start, end = limits
    after = _after().match(text, match.end(), end)
    last = after.end() if after else match.end()
    last = _trimmed(text, match.end(), last)
    noun = re.sub(r"\s+", " ", match["noun"]).lower()
    told = [word for word in mods[1 if not det and first == start else 0 :] if not is_ordinal(word)]
    return Gathering(
        first,
        last,
        " ".join(text[first + len(det) : last].split()),
        done=any(_DONE_BY.search(word) for word in mods)
        or bool(_DONE_BEFORE.search(text[max(start, first - 70) : first]) or _happens(text, match.end(), last, end)),
        proper=any(word[0].isupper() or word[0].isdigit() for word in told)
        or (match["noun"][0].isupper() and bool(told or re.search(r"[A-Z]", text[match.end() : last]))),
        ordinal=any(is_ordinal(word) for word in mods),
        plural=noun.endswith("s") and noun not in ("consultations", "talks"),
        weak=noun in words()["weak"],
        noun=match["noun"],
        today=bool(re.match(r"today|this\s+(?:morning|afternoon|evening)", det)),
    )


_TAIL = re.compile(r"\s+(?:the|an?|of|and|on|for|to|in|at|as|with|our|its|their)\s*\Z|\s+\Z")


def _trimmed(text: str, noun_end: int, last: int) -> int:
    """Cut a name before a month ("Summit on September 18") and after its last word that says something."""
    for match in re.finditer(r"\s+(?:on|in|of)\s+(?P<month>[A-Z]\w+)", text[noun_end:last]):
        if match["month"].lower() in month_numbers():
            last = noun_end + match.start()
            break
    another = re.search(rf"\s+and\s+(?:the|our|an?)\s+(?=.*\b(?i:{either('nouns')})\b)", text[noun_end:last])
    if another:
        last = noun_end + another.start()
    while tail := _TAIL.search(text[noun_end:last]):
        last = noun_end + tail.start()
    return last


def _happens(text: str, noun_end: int, last: int, end: int) -> bool:
    return bool(
        _DONE_AFTER.match(text, last, end)
        or HOSTED_BY_SUBJECT.match(text, last, end)
        or _DONE_AFTER.match(text, noun_end, end)
    )


def is_ordinal(word: str) -> bool:
    """Tell whether a word gives a place in a series ("second", "annual", "6th")."""
    simple = re.sub(r"^(?:twen|thir|for|fif|six|seven|eigh|nine)ty-", "", word.lower())  # "thirty-second"
    return simple in words()["ordinals"] or bool(re.fullmatch(r"\d+(?:st|nd|rd|th)", word))


@cache
def _qualified() -> re.Pattern[str]:
    return re.compile(rf"\s+(?:(?i:{either('qualifies')}|{either('nouns')})\b|(?P<capital>[A-Z][\w-]+))")


def _qualifies(text: str, place: int, end: int) -> bool:
    """Tell whether the noun only qualifies the next one ("the Summit Chair")."""
    match = _qualified().match(text, place, end)
    return bool(match) and match is not None and (match["capital"] or "").lower() not in month_numbers()
