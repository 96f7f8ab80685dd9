"""How the paragraphs of a text open."""

from __future__ import annotations

from concerted.reading.clause import Style
from concerted.reading.layout import BlockKind, Layout
from concerted.reading.tokens import tokenize
from concerted.reading.verbs import Inflection, Verbs

BODY = (BlockKind.PARAGRAPH, BlockKind.ITEM)


def style_of(layout: Layout, verbs: Verbs) -> Style:
    """See how the paragraphs of a text open."""
    if any(block.kind is BlockKind.SUBJECT for block in layout.blocks):
        return Style(resolution=True)
    openings = {Inflection.ING: 0, Inflection.S: 0, Inflection.BASE: 0}
    spoken = 0
    for block in layout.blocks:
        if block.kind in BODY:
            tokens = tokenize(layout.text, block.start, min(block.end, block.start + 80))
            place = 0
            while place < len(tokens) and tokens.is_adverb(place):
                place += 1
            spoken += tokens.lower[place : place + 1] == ["we"]
            hit = verbs.at(tokens.lower, place) if place < len(tokens) else None
            if hit and hit[0].strong:
                for form in hit[1] & set(openings):
                    openings[form] += 1
    least = max(3, 0.15 * sum(block.kind in BODY for block in layout.blocks))
    # "Recalling our commitment ..., we will ...": the leaders speak, however many paragraphs begin so.
    preamble = openings[Inflection.ING] >= least and openings[Inflection.ING] > spoken
    return Style(preamble or openings[Inflection.S] >= least, openings[Inflection.BASE] >= least)
