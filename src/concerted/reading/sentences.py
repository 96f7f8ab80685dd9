"""Sentences of a run of text, with their exact places."""

from __future__ import annotations

import re

from concerted.reading.layout import Sentence

# A sentence may end at these marks; what follows decides whether it does.
_END = re.compile(
    # That it begins with the marks themselves lets a search for it leap from mark to mark.
    r"""[.!?…؟。۔](?:(?<=[^\W\d]\.)["”’»)\]]*\d{1,2}"""
    r"""|(?<!۔)[.!?…؟。]*(?:["”’»)\]]|[ \u00a0\u202f]»)*(?:\[\d{1,3}\])?|(?<=۔))"""
    # The space between two sentences may be lost: "... by force.Ruritania has ...".
    r"(?:(?=\s+(\S+))|(?<=[a-z]{3}\.)(?=([A-Z][a-z]+)\s))"
)

# Words that a full stop does not end. Sources: UN Editorial Manual, and the statements read so far.
_ABBREVIATION = re.compile(
    r"(?:^|[\s(“\"‘'/-])(?:Mr|Mrs|Ms|Mme|Mmes|MM|Mgr|Messrs|Dr|Prof|Gen|Lt|Col|Capt|Adm|Amb|Sen|Rep|Gov|Hon|Rt|St|Sh|Jr|Sr|"
    r"No|Nos|nos|no|Art|art|arts|para|paras|Rev|Add|Corr|Res|Doc|vol|Vol|pp|p|Ch|ch|sect|vs|v|etc|e\.g|i\.e|cf|viz|"
    r"approx|Inc|Ltd|Co|Corp|Distr|a\.k\.a|f\.k\.a|s\.k|bn|ex|env|chap|Jan|Feb|Aug|Sept|Oct|Nov|Dec|M|Mlle)\.$"
)
# Initials of a person or a country: "J. R.", "U.S.", "D.C."; not the end of a name such as "ACT-A."
_INITIALS = re.compile(r"(?:^|[\s(“\"‘'/-])(?:[A-Z]\.-?)*[A-Z]\.(?<!-[A-Z]\.)$|(?:[A-Z]\.){2,}$")
_LABEL = re.compile(r"(?:^|\s)\W*(?:\d{1,3}|[IVX]{1,5}|[a-z])\.$")
# After an abbreviation these words begin a new sentence all the same ("... with the U.S. The two sides ...").
_OPENING = re.compile(
    r"(?:The|We|This|These|Those|They|It|In|On|At|To|As|Both|Our|All|Such|For|Since|Through|With|He|She|And|But|However"
    r"|Moreover|Furthermore|Finally|Participants|Ministers|Leaders),?"
)
_WINDOW = 16


def split_sentences(text: str, start: int, end: int) -> tuple[Sentence, ...]:
    """Cut ``text[start:end]`` into sentences.

    Places count code points. White space between sentences belongs to none; closing
    punctuation and quotation marks belong to the sentence they close. Scripts without
    capital letters break wherever a mark is followed by white space.
    """
    cuts = [match.end() for match in _END.finditer(text, start, end) if _ends(text, start, match)]
    found = []
    for cut in [*cuts, end]:
        first, last = _trim(text, start, min(cut, end))
        if first < last:
            found.append(Sentence(first, last))
        start = cut
    return tuple(found)


def _ends(text: str, start: int, match: re.Match[str]) -> bool:
    following = (match[1] or match[2]).lstrip("\"“‘«'([*")
    if not following or following[0].islower():
        return False
    if match[0][0] != "." or match[0].startswith(".."):
        return True
    stop = match.start() + 1
    before = text[max(start, stop - _WINDOW) : stop]
    if _ABBREVIATION.search(before):
        return before.endswith("etc.") and following[:1].isupper()
    if _INITIALS.search(before):
        return _OPENING.fullmatch(following) is not None and before.count(".") > 1
    # A number on its own at the start is a label ("1. We ..."), elsewhere it may end a sentence ("... in 2014.").
    return not (
        _LABEL.search(before)
        and stop - start <= 2 * _WINDOW
        and not text[start:stop].strip("*_# \t0123456789.abcdefghijIVX")
    )


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
