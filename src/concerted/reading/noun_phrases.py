"""Noun phrases: where one begins, which word is its head, which parties it names."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, field

from concerted.reading.subject import Mention, Sort
from concerted.reading.tokens import Tokens, clause_words
from concerted.terms.parties import parties


@dataclass(slots=True)
class NounPhrases:
    """The noun phrases of a text.

    ``mentions`` are the parties named, in the order of the text; ``collectives`` are names, in lower
    case, that the text uses for the issuers as a body ("the coalition").
    """

    mentions: tuple[Mention, ...] = ()
    collectives: frozenset[str] = frozenset()
    _starts: list[int] = field(default_factory=list, init=False)
    _ends: dict[int, Mention] = field(default_factory=dict, init=False)

    def __post_init__(self) -> None:
        """Index the mentions by where they begin and end."""
        self._starts = [mention.start for mention in self.mentions]
        self._ends = {mention.end: mention for mention in self.mentions if mention.sort is not Sort.ADJECTIVE}

    def between(self, start: int, end: int) -> list[Mention]:
        """List the mentions that begin between two places of the text."""
        return list(self.mentions[bisect_left(self._starts, start) : bisect_left(self._starts, end)])

    def behind_fronted(self, tokens: Tokens, first: int, last: int) -> int:
        """ "Through the forum, our governments": the subject begins behind the comma of the phrase put before it."""
        if tokens.lower[first] in clause_words().prepositions:
            comma = next((p for p in range(last, first, -1) if tokens.lower[p] == "," and not tokens.depth[p]), None)
            first = comma if comma is not None else first
        while first < last and (tokens.is_adverb(first) or tokens.lower[first] == ","):
            first += 1
        return first

    def phrase_start(self, tokens: Tokens, last: int, floor: int) -> int:
        """Go back to where the noun phrase begins."""
        known = clause_words()
        place = last
        while place > floor:
            before = place - 1
            word = tokens.lower[before]
            if before in tokens.partner and tokens.partner[before] < before:
                place = tokens.partner[before]
                continue
            pair = tuple(tokens.lower[max(0, before - 1) : before + 1])
            if word in known.subordinators and pair not in (("such", "as"), ("more", "than"), ("fewer", "than")):
                break
            if word in (";", ":", "—", "–", "-", "but", "or", "yet"):
                break
            if word in (",", "and") and self._is_inside_name(tokens.starts[before]):
                place = before
                continue
            if word in (",", "and") and not self._joins_names(tokens, before, floor):
                break
            if word == "," and "and" not in tokens.lower[before:last]:
                break  # a list of names ends with "and"; this comma parts a phrase put in front
            place = before
        return place

    def _is_inside_name(self, position: int) -> bool:
        at = bisect_left(self._starts, position) - 1
        return at >= 0 and self.mentions[at].end > position

    def _joins_names(self, tokens: Tokens, place: int, floor: int) -> bool:
        """Tell whether a comma or "and" stands between two names or issuers, so that the phrase goes on."""
        before = place - 1
        while before >= floor and tokens.lower[before] in (",", "."):
            before -= 1
        if before < floor:
            return False
        if before in tokens.partner and tokens.partner[before] < before:
            before = tokens.partner[before] - 1
        known = clause_words()
        word = tokens.lower[before]
        named = tokens.ends[before] in self._ends or tokens.ends[before] + 1 in self._ends
        adjective = any(
            one.end == tokens.ends[before] for one in self.between(tokens.starts[before] - 20, tokens.ends[before])
        )
        after = tokens.lower[place + 1] if place + 1 < len(tokens) else ""
        if after in ("we", "they", "participants", "both"):
            return False
        if word in ("the", "all"):
            return True
        speaking = known.issuers | known.singular_issuers | known.organs | self.collectives
        return named or adjective or word in speaking

    def mentions_of(self, tokens: Tokens, first: int, last: int) -> list[Mention]:
        """List the mentions of a phrase, without those of an aside ("with support from ...")."""
        stop = tokens.ends[last]
        for place in range(first + 1, last):
            if tokens.lower[place] == "," and tokens.lower[place + 1] in (
                "with",
                "including",
                "together",
                "along",
                "joined",
            ):
                stop = tokens.starts[place]
                break
        return self.between(tokens.starts[first], stop)

    def head(self, tokens: Tokens, first: int, last: int) -> int:
        place = first
        while place <= last:
            if place in tokens.partner and tokens.partner[place] > place:
                place = tokens.partner[place] + 1
                continue
            if (
                tokens.lower[place] in clause_words().in_phrases
                and place > first
                and tokens.ends[place - 1] not in self._inner_ends(tokens, place)
            ):
                if (
                    tokens.lower[place] == "of"
                    and tokens.lower[place - 1] in clause_words().partitives
                    and place < last
                ):
                    first = place = place + 1
                    continue
                head = place - 1
                while (head > first and tokens.lower[head] in (",", ")", "(")) or (
                    head in tokens.partner and tokens.partner[head] < head and head > first
                ):
                    head = tokens.partner[head] - 1 if head in tokens.partner else head - 1
                return head
            place += 1
        return last

    def _inner_ends(self, tokens: Tokens, place: int) -> tuple[int, ...]:
        """A preposition inside a name ("Republic of Chad", "Secretary of State John Kerry") does not end the phrase."""
        at = tokens.starts[place]
        inside = any(one.start <= at < one.end for one in self.between(at - 90, at + 1))
        return (tokens.ends[place - 1],) if inside else ()


def parties_of(mentions: Iterable[Mention]) -> tuple[str, ...]:
    """List the parties mentioned, each once; an authority counts with the state that it is part of, if both are."""
    named = dict.fromkeys(mention.party for mention in mentions)
    known = parties()
    return tuple(one for one in named if one not in known or known[one].part_of not in named)
