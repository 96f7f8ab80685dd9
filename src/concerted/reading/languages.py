"""In which language a text is written, and whether it is one that is read."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache
from typing import Any

from concerted.terms.errors import UnreadLanguage
from concerted.terms.shelf import load, vocabulary

# So many characters tell; a title and a page's header lie before them.
_SAMPLE = 10_000
# This share of the words must be everyday words of a language to say that it is no other.
_LEAST_SHARE = 0.06
# No other language has so many of its everyday words in a text of some length.
_PLAINLY, _FEW_WORDS = 0.25, 20
# From so many words on, a text without everyday words of any language is in one that is not known.
_MANY_WORDS = 60
# What ISO 639-2 calls undetermined.
UNKNOWN = "und"
# A letter that few languages have weighs as much as this share of an everyday word.
_LETTER = 0.5
_HEADER = re.compile(r"\A(?:#[ \t]+[a-z][a-z _-]*:.*(?:\n|\Z))+")
_ADDRESS = re.compile(r"(?:https?://|www\.|@)\S+")
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Language:
    """A language: its name in English, its script, and what tells it from others of that script."""

    code: str
    name: str
    script: str
    words: frozenset[str]
    letters: frozenset[str]


@cache
def _read() -> dict[str, Language]:
    """Load the languages whose statements are read, by their ISO 639-1 codes."""
    return {code: _language(code, entry) for code, entry in load(vocabulary("languages")).items()}


@cache
def _others() -> Any:
    """Load the languages that are only told by name, and the scripts of all; most texts do without."""
    return load(vocabulary("other-languages"))


@cache
def languages() -> dict[str, Language]:
    """Load the languages that are told apart, by their ISO 639-1 codes."""
    return _read() | {code: _language(code, entry) for code, entry in _others()["languages"].items()}


def _language(code: str, entry: dict[str, str]) -> Language:
    words, letters = frozenset(entry.get("words", "").split()), frozenset(entry.get("letters", ""))
    return Language(code, entry["name"], entry["script"], words, letters)


def language_of(text: str) -> str:
    """Tell the language of a text by its script and everyday words (ISO 639-1).

    "" where nothing decides, "und" where much is written and in no language that is known. Reads the first
    10,000 characters, without the carrier's header and addresses.
    """
    header = _HEADER.match(text)
    start = header.end() if header else 0
    sample = _ADDRESS.sub(" ", text[start : start + _SAMPLE]).lower()
    words = Counter(_WORD.findall(sample))
    for one in _read().values():
        if _everyday(one, words) > _PLAINLY * words.total() and words.total() >= _FEW_WORDS:
            return one.code
    letters = Counter(sample)
    script = _script(letters)
    candidates = [one for one in languages().values() if one.script == script]
    if len(candidates) < 2:
        return candidates[0].code if candidates else UNKNOWN if any(map(str.isalpha, letters)) else ""
    scores = dict.fromkeys((one.code for one in candidates), 0.0)
    for seen, telling in ((words, _telling_words(script)), (letters, _telling_letters(script))):
        for sign in seen.keys() & telling.keys():
            for code, weight in telling[sign]:
                scores[code] += weight * seen[sign]
    best = max(candidates, key=lambda one: scores[one.code])
    different = sum(word in words for word in best.words)
    # "met in", "for i": two words of a language that is not read may be anything.
    least = 2 if best.code in _read() or best.letters & letters.keys() else 3
    if different >= least and _everyday(best, words) > _LEAST_SHARE * words.total():
        return best.code
    # A line of names in Arabic letters is read as Arabic unless letters of another language say otherwise.
    if script == "arabic" and best.code in ("ar", candidates[0].code):
        return best.code
    return UNKNOWN if words.total() >= _MANY_WORDS else ""


def _everyday(one: Language, words: Counter[str]) -> int:
    return sum(words[word] for word in one.words)


def _script(letters: Counter[str]) -> str:
    """Name the script of most letters; "" where there are none or it is unknown."""
    counts: Counter[str] = Counter()
    for letter, count in letters.items():
        if letter.isalpha():
            counts[_script_of(letter)] += count
    if counts["kana"]:
        counts["kana"] += counts.pop("han", 0)  # Japanese is written in both
    return counts.most_common(1)[0][0] if counts else ""


@cache
def _script_of(letter: str) -> str:
    return next((name for name, (first, last) in _others()["scripts"].items() if first <= letter <= last), "")


_Weights = dict[str, tuple[tuple[str, float], ...]]


@cache
def _telling_words(script: str) -> _Weights:
    """Weigh the everyday words of a script's languages, the more the fewer share one."""
    return _shared({one.code: one.words for one in languages().values() if one.script == script}, 1, 1)


@cache
def _telling_letters(script: str) -> _Weights:
    """Weigh the letters that few of a script's languages have."""
    return _shared({one.code: one.letters for one in languages().values() if one.script == script}, 0, _LETTER)


def _shared(signs: dict[str, frozenset[str]], always: float, divided: float) -> _Weights:
    codes: dict[str, list[str]] = {}
    for code, own in signs.items():
        for sign in own:
            codes.setdefault(sign, []).append(code)
    return {sign: tuple((code, always + divided / len(every)) for code in every) for sign, every in codes.items()}


def require_read(language: str, *, where: str = "") -> None:
    """Make sure that texts of a language are read; raises UnreadLanguage, which names it."""
    if language in _read():
        return
    known = languages().get(language)
    read = [one.name for one in _read().values()]
    named = f"{', '.join(read[:-1])} and {read[-1]}"
    name = known.name if known else "an unknown language"
    raise UnreadLanguage(f"the text is in {name}", where=where, expected=named)
