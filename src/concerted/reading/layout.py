"""The document grammar: a text is blocks, blocks are sentences.

Readers of single facts share this one view of the text, so that a heading, a footnote or a
list of participants is recognised once.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class BlockKind(StrEnum):
    """What a block of the text is."""

    PREAMBLE = "file header"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "list item"
    PARTY_LIST = "list of participants"
    FOOTNOTE = "footnote"
    DATE_LINE = "place and date"
    ADOPTION = "adoption line"
    SUBJECT = "subject line"
    SALUTATION = "salutation"
    SIGNATURE = "signature"
    BOILERPLATE = "boilerplate"
    FOREIGN = "text in another language"
    SEPARATOR = "separator"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence's place in the text, closing punctuation included, white space around it not."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Block:
    """A block's place in the text, its number or bullet left out.

    ``label`` is the number or bullet as written. ``lead_in`` is the index of the block whose
    last sentence introduces this item, ``mark`` the sign that a footnote explains.
    ``depth`` nests items under items, from 1.
    """

    kind: BlockKind
    start: int
    end: int
    sentences: tuple[Sentence, ...] = ()
    label: str | None = None
    lead_in: int | None = None
    mark: str | None = None
    depth: int = 0


@dataclass(frozen=True, slots=True, eq=False)
class Layout:
    """A text and the blocks that cover every character of it that is not white space or a label."""

    text: str
    blocks: tuple[Block, ...]
    language: str = "en"
