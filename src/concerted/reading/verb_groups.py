"""Verb groups: auxiliaries, the adverbs between them, and the main verb or predicate they lead to."""

from __future__ import annotations

from dataclasses import dataclass

from concerted.reading.tokens import Tokens
from concerted.reading.verbs import Inflection, Predicate, Verb, Verbs

BE = frozenset(("am", "is", "are", "was", "were", "be", "been", "being"))
HAVE = frozenset(("have", "has", "had"))
MODAL = frozenset(("will", "would", "shall", "should", "can", "could", "may", "might", "must", "cannot"))
DO = frozenset(("do", "does", "did"))
AUXILIARIES = BE | HAVE | MODAL | DO
LINKING = frozenset(("remain", "remains", "remained", "stand", "stands", "stood", "feel", "continue", "continues"))


@dataclass(frozen=True, slots=True)
class Group:
    """A verb group, its places counted in tokens; ``complement`` is where the words after it begin."""

    start: int
    main: int
    complement: int
    auxiliaries: tuple[str, ...]
    verb: Verb | None
    predicate: Predicate | None
    inflections: frozenset[Inflection]

    @property
    def is_finite(self) -> bool:
        """Tell whether the group can be the verb of a clause: led by an auxiliary, or in -s, past or base form."""
        if self.auxiliaries:
            return self.auxiliaries[0] not in ("be", "been", "being")
        return self.verb is None or self.predicate is not None or bool(self.inflections - {Inflection.ING})


def verb_group(tokens: Tokens, place: int, verbs: Verbs) -> Group | None:
    """Read the verb group that begins at a token; None where no auxiliary and no known verb stands there."""
    auxiliaries: list[str] = []
    at, size = place, len(tokens)
    while at < size:
        word = tokens.lower[at]
        if word in AUXILIARIES or (auxiliaries and word == "not"):
            auxiliaries.append(word)
        elif auxiliaries and word in ("continue", "continues") and tokens.lower[at + 1 : at + 2] == ["to"]:
            auxiliaries.append(word)
            at += 1
        elif auxiliaries and word == "and" and tokens.lower[at + 1 : at + 2] and tokens.lower[at + 1] in MODAL:
            pass  # "are and will remain"
        elif auxiliaries and word == "," and (closing := _aside(tokens, at)):
            at = closing
        elif not (auxiliaries and tokens.is_adverb(at)):
            break
        at += 1
    if at >= size:
        return Group(place, size - 1, size, tuple(auxiliaries), None, None, frozenset()) if auxiliaries else None
    verb: Verb | None = None
    inflections: frozenset[Inflection] = frozenset()
    length = 1
    if hit := verbs.at(tokens.lower, at):
        verb, inflections, length = hit
    copula = next((word for word in reversed(auxiliaries) if word != "not"), "") in BE
    if copula or tokens.lower[at] in LINKING:
        behind = at if copula else _behind_linking(tokens, at)
        found = verbs.predicate_at(tokens.lower, behind)
        # "stand united and in solidarity with" is more than "stand united".
        if found and (copula or at + length <= behind + found[1]):
            predicate, words = found
            return Group(place, at, behind + words, tuple(auxiliaries), verb, predicate, inflections)
    if not auxiliaries and verb is None and tokens.lower[at] not in LINKING:
        return None
    return Group(place, at, at + length, tuple(auxiliaries), verb, None, inflections)


def _behind_linking(tokens: Tokens, at: int) -> int:
    behind = at + 1
    if tokens.lower[at].startswith("continue") and tokens.lower[behind : behind + 2] == ["to", "be"]:
        behind += 2
    while behind < len(tokens) and tokens.is_adverb(behind):
        behind += 1
    return behind


def _aside(tokens: Tokens, comma: int) -> int | None:
    """Find the comma that closes a short aside in a verb group ("will, therefore, work")."""
    opener = tokens.lower[comma + 1] if comma + 1 < len(tokens) else ""
    for place in range(comma + 2, min(comma + 16, len(tokens) - 1)):
        if tokens.lower[place] in (";", ":"):
            return None
        if tokens.lower[place] == ",":
            short = place - comma <= 3
            return place if short or opener in ("where", "as", "in", "if", "when", "to", "with", "subject") else None
    return None
