"""Find counted things and spans that are not money: "over 200 planners", "ten years", "1.5°C"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache

from concerted.reading.facts import Deadline, Quantity
from concerted.reading.great_numbers import great_numbers
from concerted.reading.layout import BlockKind, Layout
from concerted.reading.numbers import NUMBER, value_of
from concerted.reading.word_index import GuardedPattern, holds
from concerted.terms.passage import Passage

_READ = frozenset({BlockKind.PARAGRAPH, BlockKind.ITEM})
_ABOUT = (
    r"(?P<qualifier>more\s+than|less\s+than|fewer\s+than|at\s+least|at\s+most|up\s+to|close\s+to|as\s+many\s+as|as\s+much\s+as|"
    r"no\s+(?:more|less|fewer)\s+than|well\s+over|just\s+over|in\s+excess\s+of|over|nearly|almost|about|around|approximately|"
    r"roughly|some|exceeding)\s+"
)
_QUALIFIED = re.compile(rf"(?<![\w$€£¥.,/’'-]){_ABOUT}(?:a\s+|the\s+)?\Z")
_MEASURE = (
    r"%|p\s?er\s?cent\b|percent(?:age\s+points)?\b|[°º˚]\s?[CF]\b|degrees?(?:\s+(?:Celsius|C)\b)?|[kMGT]W(?:h|p)?\b|(?:[kMG]t|bcm)\b|"
    r"km2?\b|km²|kg\b|gigatonn?e?s?\b|(?:mega|giga|tera)watt(?:s|-hours?)?\b|hectares?\b|[GM]Hz\b|Gbps\b"
)
# Plurals that do not end in s, and what looks like a plural and is none.
_PLURALS = r"people|men|women|children|personnel|staff|troops|police|peacekeepers|media|species|aircraft|vehicles"
_NO_UNITS = frozenset(
    [
        "times",
        "as",
        "is",
        "was",
        "has",
        "this",
        "its",
        "his",
        "us",
        "plus",
        "towards",
        "previous",
        "various",
        "across",
        "dollars",
        "euros",
        "pounds",
        "yen",
        "cents",
        "process",
        "progress",
        "access",
        "crisis",
        "basis",
        "business",
        "address",
        "less",
        "press",
        "status",
        "focus",
        "virus",
        "congress",
        "series",
        "percents",
        "always",
        "besides",
        "afterwards",
        "thirds",
        "quarters",
        "fifths",
        "tenths",
        "halves",
    ]
)
_BREAKS = (
    r"(?:of|and|or|in|on|to|for|with|by|at|from|the|a|an|as|that|which|who|is|are|was|were|has|have|had|will|than|its|their|"
    r"our|we|per|into|within|after|before|during|through|under|between|while|when)\b"
)
_SPAN = "year|month|week|day|hour|minute|decade"
_QUANTITY = GuardedPattern(
    r"(?<![\w$€£¥.,/’'-])(?:\d{1,3}(?:\.\d+)?-(?=\d{1,3}(?!\d)))?"
    rf"(?P<number>(?i:{NUMBER})|(?<!half )\ban?\s+(?:dozen|hundred|thousand|million|billion)(?!\w)"
    r"|half(?:-|\sa\s|\s)(?:million|billion)(?!\w))"
    rf"(?:\s?(?P<measure>{_MEASURE})|-(?P<degree>degrees?(?:\s+(?:Celsius|C)\b)?)"
    rf"|-(?P<span>{_SPAN})(?:-(?:long|old))?(?=\s+(?!periods?\b|deadline|time|limit|notice)[a-z])"
    rf"|(?P<unit>\s+of\s+us\b|(?:\s+“?(?!{_BREAKS})[\w&’'-]+){{0,4}}?\s+“?(?:{_PLURALS}|[\w’-]*[a-z]s))(?![\w’'-]))"
)
# A share: "two thirds of the population", "over one-fifth of emissions", "by almost a half".
_SHARES = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "tenth": 10}
_AND_A_HALF = GuardedPattern(r"\b(?:an?|one)\s+(?P<unit>year|day|week|month|hour|decade)\s+and\s+a\s+half\b", re.I)
_HALF_A_DEGREE = GuardedPattern(r"\bhalf\s+a\s+degree(?:\s+(?:Celsius|C)\b)?", re.I)
# One of a span is a quantity where the words measure it: "just over one year ago".
_JUST_ONE = GuardedPattern(
    rf"\b(?P<qualifier>more\s+than|less\s+than|just\s+over|well\s+over|over|nearly|almost)\s+(?P<number>(?:one|a)\s+(?P<unit>{_SPAN}))(?![\w’'-])",
    re.I,
)
_ONE_SPAN = tuple(f" {one} {unit}" for one in ("one", "a") for unit in _SPAN.split("|"))
_MONEY = re.compile(r"(?:\$|€|£|¥|\b[A-Z]{3}|\b[A-Z]{1,2}\$)\s?$")
_REFERENCE = re.compile(
    r"\b(?:resolutions?|paragraphs?|paras?|articles?|annex(?:es)?|chapters?|sections?|pillars?|phases?|goals?|targets?|lines?\s+of\s+effort|no\.?|nos\.?|"
    r"SDGs?|COP|stage|tier|level|session|part|track|S/|A/|COVID-?)\s*(?:\d+\s*(?:\([^)]*\))?\s*(?:,|and|to|-)\s*)*(?:the\s+)?$",
    re.I,
)
_MONTHS = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)"
)
_DATE_BEFORE = re.compile(rf"\b{_MONTHS}\.?\s+(?:\d{{1,2}}\s*[-–]\s*)?$")
_DATE_AFTER = re.compile(rf"\s*(?:[-–]\s*\d{{1,2}}\s+)?{_MONTHS}\b")
_SPANS = ("days", "weeks", "months", "years", "hours", "minutes", "decades")
# A time until which something is to happen, and how often: no quantities.
_DEADLINE_BEFORE = re.compile(
    r"\b(?:within\s+a\s+(?:further\s+)?period\s+of|within|next|coming|following|every|each|later\s+than|in\s+the\s+next|in\s+no\s+more\s+than|not?\s+exceed(?:ing)?)"
    r"(?:\s+(?:the|a|an|another))?(?:\s+(?:next|coming|first|following|about|approximately))?\s+$",
    re.I,
)
_CURRENCY_AFTER = re.compile(r"\s+(?:[A-Z][\w.]*\s+){0,2}(?i:dollars|euros|pounds|yen|kronor|usd|eur)\b")
# A footnote's mark before what the footnote says: "3 Articles 10 and 13", "5 United Nations, Treaty Series".
_NOT_COUNTED = ("United Nations",)
_CITED_PARTS = re.compile(r"(?i:articles|paragraphs|sections|chapters|rules)")
_NUMBERED = re.compile(r"\s+\d")
_COMMITTEE = ("Committee", "Sanctions", "Monitoring", "Ombudsperson")
_OURSELVES = re.compile(
    r"\b(?:the|our|these|those|their|its|both|all|each\s+of\s+the|us)\s+(?:other\s+)?$",
    re.I,
)
_PARTIES = re.compile(
    r"(?:\w+\s+){0,2}(?:leaders|sides|countries|nations|governments|presidents|ministers|partners|principals|delegations|parties|peoples|states|"
    r"co-chairs|members|allies|democracies|economies|secretaries|heads|prime\s+ministers|organi[sz]ations)$",
    re.I,
)

_COUNTRIES = re.compile(r"\b(?:countries|nations|states)$", re.I)
_AS = re.compile(r"\b[Aa]s\s+$")
_OUR = re.compile(r"\b(?:our|both|us)\s+$", re.I)


def find_quantities(layout: Layout, deadlines: Sequence[Deadline] = (), issuers: int = 0) -> tuple[Quantity, ...]:
    """List the quantities of the body, in the order of the text; a length in one of ``deadlines`` is none.

    ``issuers`` is how many parties speak (0 where unknown), so that "the three countries" can be told from others.
    """
    found: list[Quantity] = []
    if layout.language not in ("en", "fr"):
        return ()
    if layout.language == "fr":
        from concerted.reading.french import quantities as french

        found += french.find_quantities(layout)
    for block in layout.blocks if layout.language != "fr" else ():
        if block.kind in _READ:
            span = (layout.text, block.start, block.end)
            each = [*_quantities(*span, issuers), *_shares(*span)]
            each += great_numbers(*span, each)
            found += sorted(each, key=lambda one: one.passage)
    limits = [(one.passage.start, one.passage.end) for one in deadlines]
    return tuple(one for one in found if not any(start <= one.passage.start < end for start, end in limits))


def _quantities(text: str, start: int, end: int, issuers: int) -> Iterator[Quantity]:
    at = start
    while match := _QUANTITY.search(text, at, end):
        at = match.end("number")  # a date may hide a count: "on May 3 seven crates"
        number, span = match["number"], match["span"]
        unit = " ".join(
            (match["measure"] or match["degree"] or (f"{span}s" if span else match["unit"])).replace("“", "").split()
        )
        about = _QUALIFIED.search(text, max(start, match.start() - 40), match.start())
        first = about.start() if about else match.start()
        before = text[max(start, first - 60) : match.start("number")]
        if not (match["measure"] or match["degree"] or span) and _is_something_else(text, match, before, unit, issuers):
            continue
        if _MONEY.search(before) or _REFERENCE.search(before):
            continue
        at = match.end()
        passage = Passage.of(text, match.start("number"), match.end())
        yield Quantity(passage, value_of(number), unit, _qualifier(about) if about else None)


@cache
def _share() -> GuardedPattern:
    return GuardedPattern(
        rf"(?<!first )(?<!second )(?<!latter )(?<!other )\b(?:{_ABOUT})?"
        r"(?P<number>(?:(?P<count>an?|one|two|three|four)[\s-])?(?P<part>half|(?:third|quarter|fifth|tenth)s?)(?!-)\b"
        rf"(?:\s+of\s+(?P<whole>(?!(?:the\s+)?(?:19|20)\d\d\b)(?:the\s+|all\s+)?(?:\d[\d.]*\s+)?(?!{_BREAKS})[\w’'-]+(?:\s+(?!{_BREAKS})[\w’'-]+){{0,3}}))?)",
        re.I,
    )


def _shares(text: str, start: int, end: int) -> Iterator[Quantity]:
    """Find fractions of something, and a span and a half."""
    for match in _share().finditer(text, start, end):
        count, part, whole = match["count"], match["part"].casefold(), match["whole"]
        if (part != "half" and not (count and whole)) or (whole is None and not (count and match["qualifier"])):
            continue
        parts = Decimal(1) if count is None or count.casefold() in ("a", "an") else value_of(count)
        value = round(parts / _SHARES[part.removesuffix("s")], 4).normalize()
        unit = f"share of {' '.join(whole.split())}" if whole else "share"
        yield Quantity(Passage.of(text, match.start("number"), match.end()), value, unit, _qualifier(match))
    for match in _AND_A_HALF.finditer(text, start, end):
        yield Quantity(Passage.of(text, match.start(), match.end()), Decimal("1.5"), match["unit"] + "s")

    for match in _HALF_A_DEGREE.finditer(text, start, end) if holds(text, start, end, "alf a degree") else ():
        about = _QUALIFIED.search(text, max(start, match.start() - 40), match.start())
        passage = Passage.of(text, match.start(), match.end())
        yield Quantity(passage, Decimal("0.5"), "degrees Celsius", _qualifier(about) if about else None)
    for match in _JUST_ONE.finditer(text, start, end) if holds(text, start, end, *_ONE_SPAN) else ():
        if not _DEADLINE_BEFORE.search(text, max(start, match.start() - 60), match.start()):
            passage = Passage.of(text, *match.span("number"))
            yield Quantity(passage, Decimal(1), match["unit"].casefold() + "s", _qualifier(match))


def _qualifier(match: re.Match[str]) -> str | None:
    return " ".join(match["qualifier"].split()).casefold() if match["qualifier"] else None


def _is_something_else(text: str, match: re.Match[str], before: str, unit: str, issuers: int) -> bool:
    """Tell a count from a year, a date, "one of", a deadline, a frequency, the issuers themselves or a name."""
    number, last = match["number"], unit.split()[-1]
    value = value_of(number)
    if unit in _NOT_COUNTED or (_CITED_PARTS.fullmatch(unit) and _NUMBERED.match(text, match.end())):
        return True
    if value <= 1 or (last.casefold() in _NO_UNITS and unit != "of us"):
        return True
    if (
        re.fullmatch(r"(?:1[89]|20)\d\d", number)
        or _DATE_BEFORE.search(before)
        or _DATE_AFTER.match(text, match.end("number"))
    ):
        return True
    if last.casefold().startswith(_SPANS) and _DEADLINE_BEFORE.search(before):
        return True
    if (
        value <= 10
        and (_OURSELVES.search(before) or _AS.search(before))
        and _PARTIES.fullmatch(re.split("['’]", unit)[0])
    ):
        others = issuers > 0 and value != issuers and _COUNTRIES.search(unit) and not _OUR.search(before)
        return not others
    if _CURRENCY_AFTER.match(text, match.end("number")):
        return True
    if re.fullmatch(r"[12]\d{3}", number) and unit.startswith(_COMMITTEE):
        return True
    # "the Three Seas", "Group of Seven countries": a number inside a name.
    inside = number[0].isupper() and re.search(r"\w\s+[“\"]?$", before) is not None
    return inside and (unit[0].isupper() or bool(re.search(r"\b[A-Z]\w*\s+(?:of\s+)?$", before)))
