"""What sort of document a statement is."""

from __future__ import annotations

import re

from concerted.reading.layout import BlockKind, Layout

# The more particular first: a "joint statement" is a statement, too.
_KINDS = (
    (
        "chair's summary",
        r"chair(?:man|person|woman)?(?:[’']s|s[’'])?\s+(?:summary|statement)|summary\s+(?:of\s+proceedings|by\s+the\s+chair)"
        r"|(?:résumé|conclusions)\s+(?:de\s+la\s+|du\s+|des\s+)(?:co)?présiden",
    ),
    ("communiqué", r"communiqu[ée]"),
    ("joint declaration", r"joint\s+(?:\w+\s+)?declaration|déclaration\s+(?:commune|conjointe)"),
    ("declaration", r"declaration|déclaration|إعلان"),
    ("resolution", r"resolution|résolution|\b[SA]/RES/|\A(?:ال)?قرار\s"),
    ("joint statement", r"joint\s+(?:[\w’'-]+\s+){0,4}statement|gemensamt\s+uttalande|بيان\s+مشترك"),
    ("statement", r"statement|uttalande|بيان"),
    ("principles", r"principles"),
    ("plan", r"\b(?:action\s+)?plan\b"),
    ("pledge", r"\bpledge\b"),
    ("proceedings", r"proceedings"),
)
_RESOLUTION = re.compile(
    r"\A(?:R[eé]solution\s+\d|(?:Résolution\s+)?[Aa]doptée?\s+par\s+(?:le\s+Conseil\s+de\s+sécurité|l[’']Assemblée\s+générale)|Adopted\s+by\s+the\s+(?:Security\s+Council|General\s+Assembly))"
)


def statement_kind(title: str, layout: Layout) -> str:
    """Name the kind of a statement from its title, else from its first headings; "statement" where neither says."""
    heads = [
        layout.text[block.start : block.end]
        for block in layout.blocks[:10]
        if block.kind not in (BlockKind.PARAGRAPH, BlockKind.ITEM)
    ]
    if any(_RESOLUTION.match(head) for head in heads):
        return "resolution"
    for words in (title, *(head for head in heads if not head.startswith("#"))):
        for kind, pattern in _KINDS:
            if re.search(pattern, words, re.IGNORECASE):
                return kind
    return "statement"
