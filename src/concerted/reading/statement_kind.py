"""What sort of document a statement is, and in which language it is written."""

from __future__ import annotations

import re
from collections import Counter

from concerted.reading.layout import BlockKind, Layout

# The more particular first: a "joint statement" is a statement, too.
_KINDS = (
    (
        "chair's summary",
        r"chair(?:man|person|woman)?(?:[’']s|s[’'])?\s+(?:summary|statement)|summary\s+(?:of\s+proceedings|by\s+the\s+chair)",
    ),
    ("communiqué", r"communiqu[ée]"),
    ("joint declaration", r"joint\s+(?:\w+\s+)?declaration|déclaration\s+(?:commune|conjointe)"),
    ("declaration", r"declaration|déclaration"),
    ("resolution", r"resolution|résolution|\b[SA]/RES/"),
    ("joint statement", r"joint\s+(?:[\w’'-]+\s+){0,4}statement|gemensamt\s+uttalande|بيان\s+مشترك"),
    ("statement", r"statement|uttalande|بيان"),
    ("principles", r"principles"),
    ("plan", r"\b(?:action\s+)?plan\b"),
    ("pledge", r"\bpledge\b"),
    ("proceedings", r"proceedings"),
)
_RESOLUTION = re.compile(r"\A(?:Resolution\s+\d|Adopted\s+by\s+the\s+(?:Security\s+Council|General\s+Assembly))")


def statement_kind(title: str, layout: Layout) -> str:
    """Name the kind of a statement from its title, else from its first headings; "statement" where neither says."""
    heads = [
        layout.text[block.start : block.end] for block in layout.blocks[:10] if block.kind is not BlockKind.PARAGRAPH
    ]
    if any(_RESOLUTION.match(head) for head in heads):
        return "resolution"
    for words in (title, *(head for head in heads if not head.startswith("#"))):
        for kind, pattern in _KINDS:
            if re.search(pattern, words, re.IGNORECASE):
                return kind
    return "statement"


# Words that are frequent in one language and rare in the others.
_FREQUENT = {
    "en": "the of and to in we our that for with",
    "fr": "le la les des et nous du une pour dans que",
    "sv": "och att det som för av är inte den till",
    "de": "der die und das nicht wir ist mit für von",
    "es": "el los las y que del por una con para",
    "it": "il gli della che di per una con dei nel",
    "pt": "os das que do para uma com dos na não",
    "nl": "de het een van en dat niet voor met zijn",
}


def language_of(text: str) -> str:
    """Tell the language of a text by its script and most frequent words (ISO 639-1); "" where nothing decides.

    Light on purpose: it chooses a vocabulary. Reads the first 20,000 characters.
    """
    sample = text[:20_000]
    letters = [char for char in sample if char.isalpha()]
    for code, first, last in (("ar", "\u0600", "\u06ff"), ("ru", "\u0400", "\u04ff"), ("zh", "\u4e00", "\u9fff")):
        if letters and sum(first <= char <= last for char in letters) > len(letters) / 2:
            return code
    words = re.findall(r"[^\W\d_]+", sample.lower())
    seen = Counter(words)
    counts = {code: sum(seen[word] for word in frequent.split()) for code, frequent in _FREQUENT.items()}
    best = max(counts, key=lambda code: counts[code])
    return best if counts[best] > 0.06 * len(words) and counts[best] else ""
