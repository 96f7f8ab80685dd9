"""Terms that a text explains: "Harbour craft: boats that ...", "“Craft” means ...", "a pact called “SEAL”"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from concerted.reading.facts import Definition
from concerted.reading.layout import Block, Layout
from concerted.reading.word_index import GuardedPattern
from concerted.terms.passage import Passage

_GLOSSARY = GuardedPattern(r"\bDefinitions?\s+(?:for|of|used)\b[^.:]{0,80}:")
_ENTRY = re.compile(r"(?<![\w,])(?P<term>[A-Z][\w’ -]{2,40}):\s+(?P<meaning>[a-z][^:]{10,600}?\.)(?=\s|\Z)")
_MEANS = GuardedPattern(
    r"(?:\b[Tt]he\s+terms?\s+)?[“\"](?P<term>[^“”\"]{2,60})[”\"]\s+"
    r"(?:means?|shall\s+mean|refers?\s+to|(?:is|are)\s+defined\s+as|shall\s+be\s+understood\s+as)\s+(?P<meaning>[^.;]{5,400})"
)
_CALLED = GuardedPattern(
    r"\b(?P<meaning>(?:an?|the|our)\s+(?:[\w’-]+\s+){1,6}?)"
    r"(?<!so-)(?:called|named|dubbed|(?:to\s+be\s+)?known\s+as)\s+(?:the\s+)?[“\"](?P<term>[A-Z][^“”\"]{1,40})[”\"]"
)


def find_glosses(layout: Layout, blocks: Sequence[Block]) -> Iterator[Definition]:
    """Find entries of a glossary, meanings given to terms, and names given that the text goes on using."""
    text = layout.text
    in_glossary = False
    for block in blocks:
        opened = next(_GLOSSARY.finditer(text, block.start, block.end), None)
        begin = opened.end() if opened else block.start
        entries = list(_ENTRY.finditer(text, begin, block.end)) if text.find(":", begin, block.end) >= 0 else []
        in_glossary = bool(entries) and (opened is not None or (in_glossary and entries[0].start() == block.start))
        if in_glossary:
            yield from (_definition(text, match, match["meaning"].rstrip(".")) for match in entries)
        for match in _MEANS.finditer(text, block.start, block.end):
            yield _definition(text, match, match["meaning"])
        for match in _CALLED.finditer(text, block.start, block.end):
            if re.search(rf"\b{re.escape(match['term'].rstrip(',.'))}\b", text[match.end() :]):
                yield _definition(text, match, match["meaning"])


def _definition(text: str, match: re.Match[str], meaning: str) -> Definition:
    term = " ".join(match["term"].rstrip(",.").split())
    return Definition(Passage.of(text, match.start(), match.end()), term, " ".join(meaning.split()))
