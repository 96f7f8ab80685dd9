"""The parts of a promise, and which of them come back in another one."""

from __future__ import annotations

import re
from collections.abc import Iterable

from concerted.reading.comparison.likeness import Rarity
from concerted.reading.facts import Act, Reading
from concerted.terms.passage import Passage
from concerted.terms.stems import telling, widespread

# Where the reading names no targets: "to A, and to B", "A; B", "A as well as B".
_BETWEEN = re.compile(r";\s+(?:and\s+)?|,?\s+as\s+well\s+as\s+|,\s+and\s+(?=(?:to|by|through)\s)|,?\s+and\s+(?=to\s)")
# A part comes back if words of this share of its weight do.
_SHARE = 0.34


def parts_gone(earlier: Reading, was: Act, now: tuple[Act, ...], rare: Rarity) -> tuple[Passage, ...]:
    """List the parts of an act that nothing in later acts takes up; none unless another part is taken up.

    Words weigh by their rarity. Parts without a telling word are left out: nobody could say what
    became of them.
    """
    kept = {stem for act in now for stem in telling(act.passage.quote)}
    cited = [passage for number in was.instruments for passage in earlier.instruments[number].passages]
    gone, found = [], 0
    for part in _parts(was):
        words = frozenset(telling(_without(part, cited)))
        weight = {stem: rare.get((stem,), 1.0) for stem in words - widespread()}
        whole = sum(weight.values())
        if not whole:
            continue
        if sum(its for stem, its in weight.items() if stem in kept) >= _SHARE * whole:
            found += 1
        else:
            gone.append(part)
    return tuple(gone) if found else ()


def _without(part: Passage, cited: Iterable[Passage]) -> str:
    """Take the names of instruments out: one may have taken another's place."""
    words = part.quote
    for passage in sorted(cited, reverse=True):
        if part.start <= passage.start and passage.end <= part.end:
            words = words[: passage.start - part.start] + words[passage.end - part.start :]
    return words


def _parts(act: Act) -> tuple[Passage, ...]:
    if len(act.targets) > 1:
        return act.targets
    text, start, found = act.passage.quote, 0, []
    for between in (*_BETWEEN.finditer(text), None):
        end = between.start() if between else len(text)
        if start < end:
            found.append(Passage(act.passage.start + start, act.passage.start + end, text[start:end]))
        start = between.end() if between else end
    return tuple(found)
