"""What kind of block a paragraph is, judged by its look and its neighbours."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from concerted.reading.layout import BlockKind
from concerted.reading.paragraphs import LabelKind, Paragraph
from concerted.terms.shelf import load, vocabulary

_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_SMALL = frozenset(
    ["a", "an", "and", "at", "by", "de", "del", "des", "du", "for", "from", "in", "la", "le", "of", "on"]
) | {"or", "the", "to", "und", "van", "von", "with", "via", "vs", "les", "et", "au", "aux", "ainsi", "que"}
_ELIDED = re.compile(r"^[ldLD][’'](?=\w)")
# Closing punctuation, also with a footnote's number after it ("... resolution 72/4;1").
_CLOSED = re.compile(r"[.;,:?!…،؛؟][\"”’)\]]*[*†‡¹²³]{0,3}\s*(?:\d{0,2}|and|or)$")
# "Directs the Committee to:" introduces a list, it does not head a part.
_LEADS_ON = re.compile(r"\b(?:to|that|by|following|includes?|including|are|is|will|shall|should|must|we)\s*:$", re.I)
_VERBS = frozenset(
    (
        "est",
        "sont",
        "ont",
        "sera",
        "seront",
        "is",
        "are",
        "was",
        "were",
        "will",
        "has",
        "have",
        "must",
        "shall",
        "should",
        "we",
        "met",
    )
)
_HEADING_WORDS = 26


@dataclass(frozen=True, slots=True)
class LayoutWords:
    """The vocabulary of layout, compiled."""

    kinds: tuple[tuple[BlockKind, re.Pattern[str]], ...]
    party_lists: tuple[re.Pattern[str], ...]
    party_entries: tuple[re.Pattern[str], ...]
    function_words: dict[str, frozenset[str]]


# Languages whose blocks have looks of their own, beside those that any statement may have.
_WITH_OWN_LOOKS = ("fr", "ar")


@cache
def layout_words(language: str = "") -> LayoutWords:
    """Load the vocabulary of layout, a language's own first; raises BadData where a file is missing or no YAML."""
    data = load(vocabulary("layout"))
    if language in _WITH_OWN_LOOKS:
        return _joined(_compiled(load(vocabulary(f"{language}/layout")) | {"function_words": {}}), layout_words())
    return _compiled(data)


def _joined(first: LayoutWords, second: LayoutWords) -> LayoutWords:
    return LayoutWords(
        first.kinds + second.kinds,
        first.party_lists + second.party_lists,
        first.party_entries + second.party_entries,
        first.function_words | second.function_words,
    )


def _compiled(data: Any) -> LayoutWords:

    def compiled(pattern: str) -> re.Pattern[str]:
        return re.compile(re.sub(r"\n\s*", "", pattern).replace("MONTH", f"(?:{data['months']})"))

    return LayoutWords(
        tuple((BlockKind(entry["kind"]), compiled(entry["pattern"])) for entry in data["kinds"]),
        tuple(compiled(pattern) for pattern in data["party_lists"]),
        tuple(compiled(pattern) for pattern in data["party_entries"]),
        {language: frozenset(words.split()) for language, words in data["function_words"].items()},
    )


def _of(language: str) -> LayoutWords:
    return layout_words(language if language in _WITH_OWN_LOOKS else "")


def look(text: str, paragraph: Paragraph, language: str) -> BlockKind:
    """Judge a paragraph by its own look; what needs its neighbours is settled by ``blocks``."""
    words = text[paragraph.start : paragraph.end]
    for kind, pattern in _of(language).kinds:
        if (len(words) < 400 or kind is BlockKind.BOILERPLATE) and pattern.fullmatch(words):
            return kind
    if is_foreign(words, language):
        return BlockKind.FOREIGN
    if paragraph.label_kind in (LabelKind.BULLET, LabelKind.BRACKET, LabelKind.LETTER, LabelKind.ROMAN):
        return BlockKind.ITEM
    if paragraph.label_kind is LabelKind.HASH or _is_heading(words, paragraph):
        return BlockKind.HEADING
    return BlockKind.PARAGRAPH


def _is_heading(words: str, paragraph: Paragraph) -> bool:
    tokens = words.split()
    if not tokens or len(tokens) > _HEADING_WORDS or paragraph.run_on:
        return False
    if paragraph.label_kind is LabelKind.CAPITAL_ROMAN and words[-1] not in ".;,":
        return True
    if _LEADS_ON.search(words):
        return False
    if words[-1] == ":" and tokens[0].lower() != "we" and (paragraph.bold or _is_title(tokens)):
        return len(tokens) <= 12
    if _CLOSED.search(words) or words[0].islower():
        return False
    return paragraph.bold or len(tokens) <= 8 or _is_title(tokens) or not _has_sentence_shape(tokens)


def _is_title(tokens: list[str]) -> bool:
    """Tell whether the words are capitalised as in a title ("Energy and Environment")."""
    heavy = [token for token in tokens if token.strip("“”\"'().,").lower() not in _SMALL and token[0].isalpha()]
    return bool(heavy) and sum(token[0].isupper() for token in heavy) >= 0.75 * len(heavy)


def _has_sentence_shape(tokens: list[str]) -> bool:
    return not _VERBS.isdisjoint([token.strip(",") for token in " ".join(tokens).lower().split(" ")])


def is_party_list(words: str) -> bool:
    """Tell whether words are mostly names: capitalised, without a full stop or a verb."""
    tokens = _WORD.findall(words)
    if len(tokens) < 6 or (words.rstrip()[-1:] in ".;:?!" and len(tokens) < 40) or _has_sentence_shape(tokens):
        return False
    heavy = [_ELIDED.sub("", token) for token in tokens if token.lower() not in _SMALL]
    lowered = sum(token[0].islower() for token in heavy)
    return bool(heavy) and lowered <= 0.05 * len(heavy)


def introduces_parties(words: str, language: str = "") -> bool:
    """Tell whether a block announces a list of parties ("... participants:")."""
    tail = words[-120:].rstrip()
    return any(pattern.search(tail) for pattern in _of(language).party_lists)


def is_party_entry(words: str, language: str = "") -> bool:
    """Tell whether a block is one person with an office, or one party, and nothing else."""
    if len(words) > 200 or words.rstrip()[-1:] in ";:?!":
        return False
    if not any(pattern.fullmatch(words) for pattern in _of(language).party_entries):
        return False
    return not _has_sentence_shape(words.split())


def is_foreign(words: str, language: str) -> bool:
    """Tell whether words are in another language than the document's, by their everyday words."""
    vocabulary_of = layout_words().function_words
    if language not in vocabulary_of:
        return False
    tokens = _WORD.findall(words[:2000].lower())
    if len(tokens) < 4:
        return False
    own = sum(map(vocabulary_of[language].__contains__, tokens))
    if own * 8 > len(tokens):
        return False
    letters = [c for c in words[:400] if c.isalpha()]
    if sum(c > "\u0370" for c in letters) > 0.6 * len(letters):
        return True
    others = max(sum(t in known for t in tokens) for name, known in vocabulary_of.items() if name != language)
    return others >= 2 and others > 2 * own
