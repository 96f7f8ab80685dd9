"""What a promise says is to be done: where that begins behind words that only promise, and which words are verbs."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from concerted.reading.tokens import Tokens, clause_words
from concerted.terms.shelf import load, vocabulary

# The languages whose deeds are known.
LANGUAGES = ("en",)
_MODALS = frozenset(("will", "shall", "would"))
_TIMED = frozenset(("by", "before", "within", "until", "over", "and"))


class Form(StrEnum):
    """The form in which a deed stands."""

    BASE = "base"
    GERUND = "gerund"
    NOUN = "noun"


@dataclass(frozen=True, slots=True)
class DeedWords:
    """The vocabulary of deeds."""

    promising: frozenset[str]
    adjectives: frozenset[str]
    nouns: frozenset[str]
    links: frozenset[str]
    deeds: frozenset[str]
    nouns_too: frozenset[str]
    modifiers: frozenset[str]
    no_gerunds: frozenset[str]
    accompanying: frozenset[str]
    asides: frozenset[str]
    openers: frozenset[str]
    small: frozenset[str]


@cache
def deed_words() -> DeedWords:
    """Load the vocabulary of deeds; raises BadData where the file is missing or no YAML."""
    data = load(vocabulary("aims"))
    words = data["promising"]
    return DeedWords(
        frozenset((words["auxiliaries"] + " " + words["verbs"]).split()),
        frozenset(words["adjectives"].split()),
        frozenset(words["nouns"].split()),
        frozenset(words["links"].split()),
        *(
            frozenset(data[name].split())
            for name in ("deeds", "nouns_too", "modifiers", "no_gerunds", "accompanying", "asides", "openers", "small")
        ),
    )


def is_gerund(tokens: Tokens, place: int) -> bool:
    """Tell whether a word is a deed in -ing, not a noun or adjective ("training", "existing")."""
    word = tokens.lower[place]
    if len(word) < 5 or not word.endswith("ing") or word in deed_words().no_gerunds:
        return False
    return place + 1 < len(tokens) and tokens.lower[place + 1] not in ("of", ".")


def is_deed(tokens: Tokens, place: int) -> bool:
    """Tell whether a word behind "to" or "will" is a verb."""
    word = tokens.lower[place]
    return word in deed_words().deeds or word in _GOING_ON or is_verb(tokens, place)


_GOING_ON = frozenset(("continue", "seek", "aim", "keep", "remain", "strive", "plan", "commit", "be"))


def is_verb(tokens: Tokens, place: int, *, parted: bool = False) -> bool:
    """Tell whether a word in its base form is a deed behind "and" or a comma, where it may as well be a noun.

    ``parted`` says that a comma stands before it.
    """
    known, word = deed_words(), tokens.lower[place]
    if not tokens.text[tokens.starts[place]].islower():
        return False
    following = tokens.lower[place + 1] if place + 1 < len(tokens) else ""
    object_opens = following in clause_words().determiners or following in known.openers
    if word in known.nouns_too:
        capital = bool(following) and tokens.text[tokens.starts[place + 1]].isupper()
        if following in ("out", "up", "down", "back", "off"):
            return True
        if parted and word not in known.modifiers and following.isalpha():
            return following not in clause_words().prepositions | known.small
        working = word in ("work", "partner", "focus") and (following in _WITH or following.endswith("ly"))
        return object_opens or capital or working or _ADJECTIVE.search(following) is not None
    if word in known.deeds:
        return True
    # An unknown word before an article is a verb too; no noun stands there.
    return (
        object_opens
        and word.isalpha()
        and word[-1] != "s"
        and word not in clause_words().prepositions | known.asides | known.small
    )


# Behind a verb an adjective opens the object ("and support local pilots"); behind a noun hardly ever.
_ADJECTIVE = re.compile(r"^\w{2,}(?:al|ive|ic|ed|able|ible|ous|ful|ary|ent|ant|ing|less|er|ern|ese|ean|ian)$")
_WITH = frozenset(("with", "to", "towards", "together", "on"))
_POSSESSIVE = re.compile(r"[’']s?$")


def skip_adverbs(tokens: Tokens, place: int, stop: int) -> int:
    """Go on over adverbs from a place, two joined by "and" included."""
    while place < stop:
        word = tokens.lower[place]
        if tokens.is_adverb(place) or word in ("better", "both", "either"):
            place += 1
        elif word == "and" and place + 1 < stop and tokens.is_adverb(place - 1) and tokens.is_adverb(place + 1):
            place += 2
        else:
            break
    return place


def find_deed(tokens: Tokens, *, item: bool) -> tuple[int, Form]:
    """Find where the deed of a promise begins, and its form.

    ``item`` says that the text is an item of a list, whose lead-in promises. Where nothing but
    words of promising stands, the deed is the whole text.
    """
    known, last = deed_words(), len(tokens) - 1
    place, verbal = 0, item
    while place < last:
        word = tokens.lower[place]
        if word == "that":
            ahead = next((p for p in range(place, min(place + 40, last)) if tokens.lower[p] in _MODALS), None)
            verbal = ahead is not None
            if ahead is None or ahead > place + 3:
                place += 1  # "that the locks will remain open": what is promised begins with its subject
                return place, Form.BASE if verbal else Form.NOUN
            place = ahead
        elif word in known.promising and not (verbal and _acts(tokens, place)):
            verbal = word in _MODALS or verbal
        elif word in ("to", ",") or tokens.is_adverb(place):
            verbal = verbal or word == "to"
        elif word in known.links and place and _promises(tokens.lower[place - 1]):
            verbal = word == "to"
        elif word in _TIMED and (ahead := _to_behind(tokens, place)) is not None:
            place, verbal = ahead, True
        elif (verbal and is_verb(tokens, place)) or not (
            word in known.adjectives | known.nouns or _leads_to_noun(tokens, place)
        ):
            break
        place += 1
    return place, _form(tokens, place, verbal=verbal)


def _to_behind(tokens: Tokens, place: int) -> int | None:
    """ "aim by 2031 to open ...": find the "to" of the deed behind a time or a noun put between."""
    for ahead in range(place + 1, min(place + 6, len(tokens) - 1)):
        if tokens.lower[ahead] == "to" and tokens.lower[ahead + 1] in deed_words().deeds:
            return ahead
    return None


def _acts(tokens: Tokens, place: int) -> bool:
    """ "will continue our efforts", "to stand by the pilots": a word of promising that is itself the deed."""
    following = tokens.lower[place + 1] if place + 1 < len(tokens) else ""
    word = tokens.lower[place]
    if word in ("be", "is", "are", "have", "not", "do", "will", "shall", "would", "been"):
        return False
    return following not in ("to", "that", "ready", "committed", "determined") and not following.endswith("ing")


def _promises(word: str) -> bool:
    known = deed_words()
    return word in known.nouns or word in known.adjectives or word in known.promising


def _leads_to_noun(tokens: Tokens, place: int) -> bool:
    """Tell whether a possessive or adjective stands before a noun of promising ("our strong commitment")."""
    known = deed_words()
    word = tokens.lower[place]
    leads = word in clause_words().determiners | known.adjectives or _POSSESSIVE.search(word) is not None
    if not leads and not tokens.text[tokens.starts[place]].isupper():
        return False
    ahead = tokens.lower[place + 1 : place + 7]
    for one in ahead:
        if one in known.nouns:
            return True
        if one in known.links | known.deeds - known.nouns_too or one in ("and", ";"):
            return False
    return False


def _form(tokens: Tokens, place: int, *, verbal: bool) -> Form:
    if is_gerund(tokens, place) or tokens.lower[place] == "working":
        return Form.GERUND
    before = tokens.lower[place - 1] if place else ""
    if before == "to" or not place:  # "to dredge" against "to the pilots", "Dredge ..." against "Locks that ..."
        return Form.BASE if tokens.lower[place] in deed_words().deeds or is_verb(tokens, place) else Form.NOUN
    return Form.BASE if verbal else Form.NOUN
