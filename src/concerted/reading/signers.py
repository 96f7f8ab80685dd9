"""People who sign: a name on one line and the office on the next, or both in columns that were read line by line."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from concerted.reading.layout import Block, Layout
from concerted.reading.person_names import heads_of, mask, name_alone, office_alone
from concerted.terms.parties import Form

_SHORT = 90  # letters: no line of a signature is longer
_MOST = 60  # lines of all signatures together


def signed_by(layout: Layout, name: Block, office: Block) -> bool:
    """Tell whether two lines are a signature: a name, then an office."""
    masked, _ = mask(layout.text, office.start, office.end, layout.language)
    return bool(name_alone().fullmatch(layout.text, name.start, name.end) and office_alone().fullmatch(masked))


def signers_in_columns(layout: Layout) -> Iterator[tuple[Block, str, str | None]]:
    """Find names that stand line by line before as many offices; give each with its office and party.

    A page with two columns of signatures loses them when its text is taken out. Nothing is given
    unless names, offices and parties are equally many.
    """
    short = takewhile(lambda block: block.end - block.start < _SHORT, reversed(layout.blocks[-_MOST:]))
    lines = list(reversed(list(short)))
    place = 0
    while place < len(lines):
        names = list(takewhile(lambda line: _is_name(layout, line), lines[place:]))
        place += max(1, len(names))
        if len(names) < 2:
            continue
        offices = list(takewhile(lambda line: not _is_name(layout, line) and not _leads(layout, line), lines[place:]))
        if offices:
            yield from _paired(layout, names, offices)
        place += len(offices)


def _is_name(layout: Layout, line: Block) -> bool:
    if not name_alone().fullmatch(layout.text, line.start, line.end):
        return False
    masked, mentions = mask(layout.text, line.start, line.end, layout.language)
    return not mentions and not heads_of(masked)


def _leads(layout: Layout, line: Block) -> bool:
    return layout.text[line.start : line.end].rstrip().endswith(":")


def _paired(layout: Layout, names: list[Block], offices: list[Block]) -> Iterator[tuple[Block, str, str | None]]:
    start, end = offices[0].start, offices[-1].end
    masked, mentions = mask(layout.text, start, end, layout.language)
    heads = heads_of(masked)
    parties = [one.party for one in mentions if one.form is not Form.ADJECTIVE]
    if len(heads) == len(names) == len(parties):
        for line, (first, last), party in zip(names, heads, parties, strict=True):
            yield line, " ".join(layout.text[start + first : start + last].split()), party
