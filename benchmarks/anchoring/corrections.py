"""A text that is corrected at random while every letter remembers where it came from."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from random import Random
from typing import TypeAlias

Edit: TypeAlias = "Callable[[Correction, Random], None]"

# Of a passage that keeps fewer of its letters nobody would say that it is still there.
GONE = 0.5


class Correction:
    """A text under correction: ``text`` as it is now, ``origins`` the place of each character in the first text."""

    def __init__(self, text: str) -> None:
        """Start with the text as it is."""
        self.text = text
        self.origins: list[int | None] = list(range(len(text)))

    def replace(self, start: int, end: int, words: str) -> None:
        """Put other words in place of a stretch; their first and last character stand for its own."""
        origins: list[int | None] = [None] * len(words)
        if words and start < end:
            origins[-1], origins[0] = self.origins[end - 1], self.origins[start]
        self.text = self.text[:start] + words + self.text[end:]
        self.origins[start:end] = origins

    def move(self, start: int, end: int, to: int) -> None:
        """Move a stretch to another place; ``to`` counts in the text without it."""
        words, origins = self.text[start:end], self.origins[start:end]
        self.text = self.text[:start] + self.text[end:]
        del self.origins[start:end]
        self.text = self.text[:to] + words + self.text[to:]
        self.origins[to:to] = origins

    def retype(self, pattern: str, words: str) -> None:
        """Write what matches a pattern otherwise; each match keeps the origin of its first character."""
        for match in reversed(list(re.finditer(pattern, self.text))):
            origin = self.origins[match.start()]
            written = match.expand(words) if "\\" in words else words
            self.text = self.text[: match.start()] + written + self.text[match.end() :]
            self.origins[match.start() : match.end()] = [origin] + [None] * (len(written) - 1) if written else []

    def places(self) -> dict[int, int]:
        """Tell where each character of the first text is now."""
        return {origin: place for place, origin in enumerate(self.origins) if origin is not None}


def truth(places: dict[int, int], start: int, end: int, text: str) -> tuple[int, int] | None:
    """Give the true place of a passage, from its first character that is left to its last one; None if it is gone."""
    wanted = [at for at in range(start, end) if not text[at].isspace()]
    left = [places[at] for at in wanted if at in places]
    if len(left) <= 1 or len(left) < GONE * len(wanted):
        return None
    return min(left), max(left) + 1


_STRANGE = (
    "Delegates also took note of the report on harbour lights and asked for a further one.",
    "The depositary will inform all parties of this in due course.",
    "In this regard they recalled the importance of clean water and safe roads for everyone.",
)


def _word(correction: Correction, random: Random) -> re.Match[str] | None:
    words = list(re.finditer(r"[A-Za-z]{3,}", correction.text))
    return random.choice(words) if words else None


def typing_error(correction: Correction, random: Random) -> None:
    """Correct a letter."""
    if word := _word(correction, random):
        at = random.randrange(word.start(), word.end())
        correction.replace(at, at + random.choice((0, 1)), random.choice("aeiost"))


def other_word(correction: Correction, random: Random) -> None:
    """Put one word of the text in place of another."""
    one, other = _word(correction, random), _word(correction, random)
    if one and other:
        correction.replace(one.start(), one.end(), other.group())


def word_more(correction: Correction, random: Random) -> None:
    """Put a word in."""
    one, other = _word(correction, random), _word(correction, random)
    if one and other:
        correction.replace(one.start(), one.start(), other.group() + " ")


def word_less(correction: Correction, random: Random) -> None:
    """Leave a word out."""
    if word := _word(correction, random):
        correction.replace(word.start(), min(word.end() + 1, len(correction.text)), "")


def figure(correction: Correction, random: Random) -> None:
    """Change a figure."""
    if figures := list(re.finditer(r"\d+", correction.text)):
        one = random.choice(figures)
        correction.replace(one.start(), one.end(), str(random.randrange(2, 400)))


def sentence_less(correction: Correction, random: Random) -> None:
    """Leave a sentence out."""
    if found := list(re.finditer(r"[A-Z][^.\n]{20,}\.", correction.text)):
        one = random.choice(found)
        correction.replace(one.start(), one.end(), "")


def sentence_more(correction: Correction, random: Random) -> None:
    """Put a sentence in: a strange one, or one that the text already has."""
    found = list(re.finditer(r"[A-Z][^.\n]{20,}\. ", correction.text))
    if found:
        words = random.choice([*_STRANGE, random.choice(found).group().strip()])
        at = random.choice(found).end()
        correction.replace(at, at, words + " ")


def paragraph_moved(correction: Correction, random: Random) -> None:
    """Move a paragraph."""
    ends = [match.end() for match in re.finditer(r"\n\n", correction.text)]
    if len(ends) > 3:
        place = random.randrange(len(ends) - 1)
        start, end = ends[place], ends[place + 1]
        rest = [at if at <= start else at - (end - start) for at in ends if not start < at <= end]
        correction.move(start, end, random.choice(rest))


def retyped(correction: Correction, random: Random) -> None:
    """Write the text out anew in other typography: line ends, quotation marks, composed letters."""
    pattern, words = random.choice(((r"(?<!\n)\n(?!\n)", " "), ("[“”]", '"'), ("’", "'"), (r"(?<=\. )(?=[A-Z])", " ")))
    correction.retype(pattern, words)
    if random.random() < 0.3:
        for at in reversed(range(len(correction.text))):
            apart = unicodedata.normalize("NFD", correction.text[at])
            if len(apart) > 1:
                origin = correction.origins[at]
                correction.replace(at, at + 1, apart)
                correction.origins[at] = origin


# How often each comes in a hundred corrections.
EDITS: dict[Edit, int] = {
    typing_error: 25,
    other_word: 12,
    word_more: 12,
    word_less: 10,
    figure: 8,
    sentence_less: 9,
    sentence_more: 9,
    paragraph_moved: 10,
    retyped: 5,
}


def corrected(text: str, edits: int, seed: int, *, but: Sequence[Edit] = ()) -> Correction:
    """Correct a text a number of times, the same way for the same seed; leave some sorts of edits out."""
    random = Random(seed)  # noqa: S311  # chance, not secrecy
    correction = Correction(text)
    sorts = [(edit, weight) for edit, weight in EDITS.items() if edit not in but]
    for edit in random.choices([edit for edit, _ in sorts], [weight for _, weight in sorts], k=edits):
        edit(correction, random)
    return correction
