"""The day that a statement's own text gives for it, and the days that bound it where it gives none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from concerted.reading.dates import DateMention, Precision, find_dates
from concerted.reading.layout import Block, BlockKind, Layout
from concerted.terms.passage import Passage

_BODY = frozenset({BlockKind.PARAGRAPH, BlockKind.ITEM})
_ADOPTED = re.compile(
    r"\b(?:[Aa]dopted|[Dd]one|[Ss]igned|[Ii]ssued|[Aa]pproved|[Ff]aite?|[Aa]doptée?|[Pp]ubliée?|[ÉéEe]mise?)\b[^.;]{0,120}\b(?:on|le|,)\s+\Z"
)
_WE = re.compile(r"\b(?:we|nous)\b", re.IGNORECASE)
_OPENS = re.compile(
    r"(?:Today,?\s*|On\s+(?:this\s+[\w\s-]{3,40}\s+of\s+|today,?\s*)?|(?:Today|Met)[^.]{0,60}\bon\s+)\Z"
)
_TODAY = re.compile(r"\b(?:today|Today|aujourd[’']hui)\b")


def body_date(layout: Layout) -> tuple[date | None, Passage | None]:
    """Find the day that the body fixes for itself, and the words that do; (None, None) where it fixes none.

    A line of place and date, an adoption line, "On <day>, we ...", or "today" at a meeting whose days an
    introduction gives (the last of them).
    """
    for finder in (_by_line, _by_adoption, _by_we, _by_today):
        found = finder(layout)
        if found and found.last and found.precision in (Precision.DAY, Precision.DAYS):
            return found.last, found.passage
    return None, None


def _by_line(layout: Layout) -> DateMention | None:
    """Read a block that is a date, or a place and a date, and nothing else."""
    edge = [*layout.blocks[:14], *layout.blocks[-4:]]
    for block in edge:
        if block.kind in (BlockKind.PREAMBLE, BlockKind.FOREIGN) or block.end - block.start > 70:
            continue
        for mention in find_dates(layout.text, block.start, block.end):
            rest = layout.text[block.start : mention.passage.start] + layout.text[mention.passage.end : block.end]
            bare = re.fullmatch(r"[\w\s,،.’'()–-]{0,40}", rest) is not None
            few = block.kind is not BlockKind.PARAGRAPH or len(rest.split()) <= 3
            if mention.precision is Precision.DAY and mention.first and bare and few:
                return mention
    return None


def _by_adoption(layout: Layout) -> DateMention | None:
    for block in (*layout.blocks[:14], *layout.blocks[-6:]):
        if block.kind is BlockKind.PREAMBLE or block.end - block.start > 300:
            continue
        for mention in find_dates(layout.text, block.start, block.end):
            before = layout.text[block.start : mention.passage.start]
            if mention.first and (block.kind is BlockKind.ADOPTION or (_ADOPTED.search(before) and len(before) < 90)):
                return mention
    return None


def _opening_sentences(layout: Layout) -> Iterator[tuple[int, int]]:
    for block in [block for block in layout.blocks if block.kind in _BODY][:4]:
        for sentence in block.sentences[:6]:
            yield sentence.start, sentence.end


def _by_we(layout: Layout) -> DateMention | None:
    """Read "On July 14, we, the leaders of ..., convened": the speakers date their own deed."""
    for start, end in _opening_sentences(layout):
        for mention in find_dates(layout.text, start, end)[:1]:
            before, after = layout.text[start : mention.passage.start], layout.text[mention.passage.end : end]
            today = bool(_TODAY.search(before))
            opens = mention.precision is Precision.DAY and len(before) < 60 and _OPENS.search(before)
            if opens and mention.first and (today or _WE.search(after[:400])):
                return mention
    return None


def _by_today(layout: Layout) -> DateMention | None:
    if not any(_TODAY.search(layout.text, start, end) for start, end in _opening_sentences(layout)):
        return None
    for block in layout.blocks:
        if block.kind is BlockKind.FOREIGN:
            for mention in find_dates(layout.text, block.start, block.end):
                if mention.first:
                    return mention
    return None


_AHEAD = re.compile(
    r"\b(?:will|shall|to\s+be|upcoming|forthcoming|next|look(?:s|ing)?\s+forward|plans?\s+to|intends?\s+to|scheduled|effective"
    r"|starting|beginning|would|expires?|deadline|valid|ahead\s+of|in\s+advance\s+of|should|must|goals?|targets?|hosting|period)\b",
    re.IGNORECASE,
)
_LIMIT = re.compile(
    r"\b(?:by|before|until|till|no\s+later\s+than|not\s+later\s+than|prior\s+to|after|from)\s+(?:the\s+)?(?:end\s+of\s+)?\Z",
    re.IGNORECASE,
)


# The same in French, where the future stands in the verb's ending.
_AHEAD_IN_FRENCH = re.compile(
    r"\b(?:[^\W\d_]{2,}r(?:a|ont|ons)|prochaine?s?|prévue?s?|prévoi\w+|entend(?:ons|ent)|décid\w+\s+d[e’']|convenu\w*\s+d[e’']|invit\w+|pri(?:e|ent|ons)"
    r"|demand\w+|doi(?:t|vent)|propos\w+|à\s+compter|à\s+partir|échéance|en\s+vue|objectifs?|avec\s+intérêt|perspective)\b",
    re.IGNORECASE,
)
_LIMIT_IN_FRENCH = re.compile(
    r"\b(?:d[’']ici|avant|au\s+plus\s+tard|jusqu[’']|après|à\s+(?:compter|partir))\s*(?:à|au|en|le|du|de|l[’'])?\s*(?:la\s+fin\s+(?:de|du\s+mois\s+d[e’'])\s*)?\Z",
    re.IGNORECASE,
)
_SINCE_IN_FRENCH = re.compile(r"\b(?:[Dd]epuis|[Dd]urant|[Ee]n)\s+(?:l[’']année\s+)?\Z")


def past_days(layout: Layout) -> tuple[tuple[date, Passage], ...]:
    """List the days that the text speaks of as past, each with its words: it cannot have been made before them.

    Of a month or a year only the first day counts. Dates in a clause that looks ahead are left out.
    """
    found = []
    for block in layout.blocks:
        if block.kind not in _BODY and block.kind is not BlockKind.FOREIGN:
            continue
        for mention in find_dates(layout.text, block.start, block.end):
            if mention.first and not _looks_ahead(layout.text, block, mention, layout.language):
                day = mention.last if mention.precision in (Precision.DAY, Precision.DAYS) else mention.first
                found.append((day or mention.first, mention.passage))
    return tuple(found)


_SINCE = re.compile(r"\b(?:[Ss]ince|Through|[Tt]hroughout)\s+(?:(?:19|20)\d\d\s+and\s+)?\Z")
_SAID_PAST = re.compile(r"(?<!commit)(?<!\bneed)(?:ed|ince|met|held|took\s+place|was|were|hrough|began|uring)\b")


def _looks_ahead(text: str, block: Block, mention: DateMention, language: str) -> bool:
    at = mention.passage.start
    sentence = next((item for item in block.sentences if item.start <= at < item.end), None)
    start, end = (sentence.start, sentence.end) if sentence else (block.start, block.end)
    # A clause is never longer than this; a text without sentences must not be read over and over.
    start, end = max(start, at - 600), min(end, at + 600)
    start = max(start, text.rfind(";", start, at) + 1)
    if language == "fr":
        if mention.precision is Precision.YEAR and not _SINCE_IN_FRENCH.search(text, max(start, at - 30), at):
            return True
        limited = _LIMIT_IN_FRENCH.search(text, max(start, at - 40), at) is not None
        return limited or _AHEAD_IN_FRENCH.search(text, start, end) is not None
    if _LIMIT.search(text, max(start, at - 30), at):
        return True
    if mention.precision in (Precision.DAY, Precision.DAYS):
        return bool(_AHEAD.search(text, start, at))
    # A year alone is past only after "since" or "through", a month in a clause in the past tense.
    if mention.precision is Precision.YEAR:
        return not _SINCE.search(text, max(start, at - 30), at)
    return not _SAID_PAST.search(text, start, end) or bool(_AHEAD.search(text, start, end))
