"""Find the parties that a text names: the longest name wins, and only in its own spelling.

One pass over the words: a word that begins some name is looked up, and the names that begin
with it are tried, longest first. Accents, typographic quotes, Arabic vowel signs and single
line breaks are folded away for the comparison; offsets stay those of the text.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from concerted.reading.word_index import index_of
from concerted.terms.adjectives import adjectives_of_parties
from concerted.terms.parties import EVERY_LANGUAGE, Form, Party, other_places, own, parties


@dataclass(frozen=True, slots=True)
class PartyMention:
    """Words at ``start`` to ``end`` of the text that name a party, by a noun, an adjective or one of its organs."""

    start: int
    end: int
    party: str
    form: Form = Form.NAME


def find_parties(text: str, start: int = 0, end: int | None = None, language: str = "en") -> tuple[PartyMention, ...]:
    """List the parties named between two places, in the order of the text; mentions never overlap.

    Names of ``language``, abbreviations and Arabic names count. A name that is also a common
    word or a person's counts only where a list of parties or the words around it show it to
    be one. Cost: linear, about 10 ms for 135 kB.
    """
    stop = len(text) if end is None else end
    mentions, starts = _all(text, language, own())
    found = []
    for place in range(bisect_left(starts, start), len(mentions)):
        if mentions[place].end > stop:
            break
        found.append(mentions[place])
    return tuple(_sure(text, found))


@lru_cache(maxsize=8)
def _all(text: str, language: str, added: tuple[Party, ...]) -> tuple[tuple[PartyMention, ...], tuple[int, ...]]:
    """Find the parties of a whole text once, for all readers that ask for parts of it."""
    mentions = tuple(_mentions(text, language, added))
    return mentions, tuple(mention.start for mention in mentions)


def _mentions(text: str, language: str, added: tuple[Party, ...]) -> list[PartyMention]:
    folded, places = _fold(text)
    names, first_words = _names(language, added), _first_words(language, added)
    index = index_of(folded if places or _SPLITTING.search(text) else text)
    may_begin = [word for word in index.words() if _begins(word, first_words)]
    found: list[PartyMention] = []
    upto = 0
    for at in index.places(may_begin):
        if at < upto:
            continue
        end = _end_of_word(folded, at)
        word = folded[at:end]
        hit = _longest(folded, at, names.get(word, ()))
        if hit is None and word.isupper() and len(word) > 2:
            hit = _in_capitals(folded, at, names.get(word.capitalize(), ()))
        if hit is None and _is_arabic(word):
            at, hit = _after_prefixes(folded, at, end, names)
        if hit is None:
            continue
        upto = at + len(hit[0])
        _, party, form = hit
        if party and not (form is Form.PERSONAL and _is_a_person(folded, at, found, places)):
            first_at, last_at = (at, upto - 1) if places is None else (places[at], places[upto - 1])
            found.append(PartyMention(first_at, last_at + 1, party, form))
    return found


def _begins(word: str, first_words: frozenset[str]) -> bool:
    """Tell whether a word, in lower case, may begin a name; any Arabic one may behind its prefixes."""
    if word in first_words or _is_arabic(word):
        return True
    if word.isascii() and word.isalpha():
        return False
    return word[: _end_of_word(word, 0)].translate(_FOLDED) in first_words


def _is_arabic(word: str) -> bool:
    return "\u0600" <= word[0] <= "\u06ff"


def _end_of_word(text: str, at: int) -> int:
    match = _WORD.match(text, at)
    return match.end() if match else at


# A footnote's number may stand right behind a name.
_WORD = re.compile(r"[^\W\d]+|\w+")

# --- Folding: what does not tell two names apart.

# (Few distinct signs stand in a text, and to replace each is quicker than to translate every letter.)
_MARKS = re.compile("[\u0300-\u036f\u0640\u064b-\u065f\u0670\u00ad\u200b-\u200f\u2060\ufeff]")
_FOLDED = {
    **{ord(mark): "'" for mark in "’‘ʼʹ´`"},
    **{ord(dash): "-" for dash in "‐‑‒–"},
    **{ord(space): " " for space in "\n\t\u00a0\u2009\u202f"},
    **{ord(alef): "ا" for alef in "أإآٱ"},
    ord("ى"): "ي",
    ord("ة"): "ه",
}
for _code in range(0xC0, 0x250):
    _letter = unicodedata.normalize("NFD", chr(_code))
    if len(_letter) > 1 and unicodedata.combining(_letter[1]):
        _FOLDED[_code] = _letter[0]
_FOLDED_SIGNS = frozenset(map(chr, _FOLDED))
# Letters that are folded into a mark cut a word in two.
_SPLITTING = re.compile(
    f"[{''.join(chr(code) for code, sign in _FOLDED.items() if chr(code).isalnum() > sign.isalnum())}]"
)


def _fold(text: str) -> tuple[str, list[int] | None]:
    """Fold a text; where that drops characters, also tell where each one that is left stood."""
    if not _MARKS.search(text):
        return _plain(text), None
    places = [place for place, letter in enumerate(text) if not _MARKS.match(letter)]
    return _plain("".join([text[place] for place in places])), places


def _plain(text: str) -> str:
    for sign in _FOLDED_SIGNS.intersection(text):
        text = text.replace(sign, _FOLDED[ord(sign)])
    return text


# --- The names of a language by their first word.

_Entry = tuple[str, str | None, Form]


@lru_cache(maxsize=12)
def _names(language: str, added: tuple[Party, ...]) -> dict[str, tuple[_Entry, ...]]:
    """Index the names of a language, longest first; no party stands for a name that is none's.

    ``added`` are the parties that a coalition names otherwise, with which others are known than without.
    """
    known = {language, EVERY_LANGUAGE, "ar"}
    entries: list[_Entry] = []
    for party in parties().values():
        entries += [(_fold(name.text)[0], party.id, name.form) for name in party.names if name.language in known]
    entries += [(_fold(name)[0], None, Form.NAME) for one in known for name in other_places().get(one, ())]
    if language == "fr":
        entries += [(_fold(word)[0], party_id, Form.ADJECTIVE) for word, party_id in adjectives_of_parties()]
    index: dict[str, list[_Entry]] = {}
    for name, party_id, form in entries:
        spellings = {name}
        if name.startswith("ال"):  # after the preposition l- the article loses its first letter
            spellings.add(name[1:])
        for spelling in spellings:
            first = _WORD.search(spelling)
            if first:
                index.setdefault(first.group(), []).append((spelling, party_id, form))
    for same in index.values():
        same.sort(key=lambda entry: -len(entry[0]))
    return {word: tuple(same) for word, same in index.items()}


# A footnote's number that a conversion has put right behind a name: "Norway1, Ghana".
_FOOTNOTE = re.compile(r"\d{1,2}(?=[\s,.;)])")


@lru_cache(maxsize=12)
def _first_words(language: str, added: tuple[Party, ...]) -> frozenset[str]:
    return frozenset(word.lower() for word in _names(language, added))


def _longest(folded: str, at: int, entries: tuple[_Entry, ...]) -> _Entry | None:
    for entry in entries:
        name = entry[0]
        if not folded.startswith(name, at):
            continue
        after = folded[at + len(name) : at + len(name) + 1]
        if not (after.isalnum() or after in ("_", "$")) or (len(name) > 3 and _FOOTNOTE.match(folded, at + len(name))):
            return entry
    return None


def _in_capitals(folded: str, at: int, entries: tuple[_Entry, ...]) -> _Entry | None:
    """Look a name up that stands in capitals throughout: "the UNITED STATES"."""
    for name, party, form in entries:
        words = folded[at : at + len(name)]
        if form is not Form.ADJECTIVE and len(name) > 3 and words.isupper() and words == name.upper():
            return _longest(folded, at, ((words, party, form),))
    return None


def _after_prefixes(folded: str, at: int, end: int, names: dict[str, tuple[_Entry, ...]]) -> tuple[int, _Entry | None]:
    """Look an Arabic word up without its "and", "so" and one-letter prepositions."""
    for letters in ("وف", "بلك"):
        if folded[at] in letters and end - at > 3:
            at += 1
            hit = _longest(folded, at, names.get(folded[at:end], ()))
            if hit:
                return at, hit
    return at, None


# --- Names that are also something else.

_BEFORE_A_PLACE = re.compile(
    "After|Against|And|Around|As|At|Before|Beyond|Between|Both|By|During|For|From|Governments|In|Inside|Into|Like|Near|"
    "Neighbou?ring|(?:North|South|East|West)(?:ern)?|On|Outside|Over|The|Through(?:out)?|Towards?|Under|Via|When|While|"
    "With(?:in|out)?"
)
_WORD_BEFORE = re.compile(r"(?:\b(Mr|Mrs|Ms|Dr|Sir)\.?|(?<![.\w])[A-Z]\.|\b([A-Z]\w+)) $")


def _is_a_person(folded: str, at: int, found: list[PartyMention], places: list[int] | None) -> bool:
    """Tell whether a title or a given name stands before the name: "Ms. Chad", "Ada Chad", "Ada B. Chad"."""
    before = _WORD_BEFORE.search(folded, max(0, at - 30), at)
    if before is None or (before[2] and _BEFORE_A_PLACE.fullmatch(before[2])):
        return False
    last = before.end() - 2 if places is None else places[before.end() - 2]
    return not (found and found[-1].end == last + 1)


_BETWEEN = re.compile(r"\W{0,3}(?:(?:and|the|et|la|le|les|l'|och)\s)*\W?|\s*[,،]?\s*و?")


def _sure(text: str, found: list[PartyMention]) -> list[PartyMention]:
    """Keep an ambiguous name only beside another party in a list."""
    if all(mention.form is not Form.AMBIGUOUS for mention in found):
        return found
    beside = set[PartyMention]()
    for left, right in pairwise(found):
        if _BETWEEN.fullmatch(text, left.end, right.start):
            beside |= {left, right}
    return [mention for mention in found if mention.form is not Form.AMBIGUOUS or mention in beside]
