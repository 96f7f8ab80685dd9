"""How a promise or a call of an English statement is said again in the next one, as far as its words allow."""

from __future__ import annotations

import re

# Words after which a bare verb follows: "agreed to keep", "will host".
_BEFORE_A_VERB = {"to", "will", "shall", "must", "can"}
# What promises come to that name a thing: "reaffirmed their commitment to this effort".
_PROMISE = re.compile(r"\b(commitments?|resolve|determination|intention|readiness|dedication)$", re.IGNORECASE)
# "our commitment to that ..." says nothing.
_NOT_A_DEED = {"that", "for", "in", "on", "by", "with", "as", "of", "be", "been", "being"}
_CALL = re.compile(r"call(?:ed|s|ing)?\s+(upon|on|for)\b", re.IGNORECASE)


def deed(text: str, verb: str, start: int | None) -> str | None:
    """Give what a commitment is to do, as in "our commitment *to keep the harbours open*".

    ``text`` is the act's from its operative ``verb`` on, ``start`` the place of its first target (0 where that is all
    of it, None: not known). None where the words do not go on after "our commitment": the whole is quoted then.
    """
    told = verb.casefold().split()
    if not told:
        return None
    if not start:
        # "agreed to keep" goes on from its own last word, "undertook" from what follows.
        open_to = len(told) > 1 and told[-2] in _BEFORE_A_VERB
        start = len(verb) - len(told[-1]) if open_to else len(verb)
    rest = " ".join(text[start:].split())
    first = rest.casefold().split(" ", 1)[0].removesuffix(",")
    if not first or first in _NOT_A_DEED:
        return None
    if first == "to":
        return rest
    if first == told[-1]:
        # "will be held", "pledged full support": no verb that a "to" goes before.
        goes_on = len(told) > 1 and told[-2] in _BEFORE_A_VERB
    else:
        goes_on = bool(_PROMISE.search(verb)) and "be" not in told
    return f"to {rest}" if goes_on else None


def call(text: str) -> str | None:
    """Give what a call asks, as in "we call again *on the harbours to open*"; None for one in other words."""
    found = _CALL.match(text)
    return f"{found[1].lower()} {' '.join(text[found.end() :].split())}" if found else None


def clause(text: str, verb: str) -> str | None:
    """Give an act as in "we reaffirm that we *pledged our support*"; None for one that others do, as in a passive."""
    told = verb.casefold().split()
    return None if not told or {"be", "been", "is", "are", "was", "were"} & set(told) else " ".join(text.split())
