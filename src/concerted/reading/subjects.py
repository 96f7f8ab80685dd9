"""Who a subject stands for: the issuers, some of them, a party that is named, an outsider, or a thing."""

from __future__ import annotations

import re
from dataclasses import dataclass

from concerted.reading.noun_phrases import NounPhrases, parties_of
from concerted.reading.subject import Mention, Sort, Stands, Subject
from concerted.reading.tokens import Tokens, clause_words

# So many words may stand between a subject and its verb: a list of all the parties.
_LONGEST = 300
# Words that open a description or an aside behind a subject.
_ASIDE = frozenset(("with", "including", "together", "along", "alongside", "joined", "accompanied", "led", "supported"))
_NUMBERS = {"two": 2, "both": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7}
_ASIDE |= {"representing", "united", "guided"}


def _ends_with_adjective(found: list[Mention], end: int) -> bool:
    return any(one.end == end and one.sort is Sort.ADJECTIVE for one in found)


def _holds_office(text: str, name: int, noun: str) -> bool:
    """Tell whether the office stands before a party's name and no person: "the President of ..."."""
    return re.search(rf"\b{noun}\s+of\s+(?:the\s+)?$", text[max(0, name - 40) : name], re.I) is not None


@dataclass(slots=True)
class Subjects(NounPhrases):
    """What a text's subjects stand for.

    ``organs`` are names, in lower case, of bodies that the issuers set up; ``issuers`` are the
    issuing parties, ``joined`` those that join them. ``last`` is the subject that "they" takes up, which
    ended at ``upto``.
    """

    organs: frozenset[str] = frozenset()
    issuers: frozenset[str] = frozenset()
    joined: frozenset[str] = frozenset()
    last: Subject | None = None
    upto: int = 0

    def remember(self, subject: Subject | None, upto: int = 0) -> None:
        """Keep a subject, which ends at a place of the text, for the pronouns that follow."""
        if subject is not None and not subject.pronoun and subject.stands is not Stands.THING:
            self.last, self.upto = subject, upto

    def before(self, tokens: Tokens, verb: int, floor: int) -> Subject | None:
        """Read the subject that ends right before a verb group; None where no noun phrase does.

        ``floor`` is the first token that may belong to it.
        """
        last = verb - 1
        while last >= floor and (tokens.is_adverb(last) or tokens.lower[last] == "."):
            last -= 1
        if last < floor:
            return None
        if tokens.lower[last] == ",":
            return self._before_aside(tokens, last, floor)
        while last in tokens.partner and tokens.partner[last] < last:
            last = tokens.partner[last] - 1
            if last < floor:
                return None
        return self._ending_at(tokens, last, floor)

    def _before_aside(self, tokens: Tokens, comma: int, floor: int) -> Subject | None:
        """ "We, the Leaders of ..., reaffirm": a subject, then a description or an aside between commas."""
        floor = max(floor, comma - _LONGEST)
        for place in range(floor, comma - 1):
            if tokens.lower[place + 1] != "," or tokens.depth[place + 1]:
                continue
            if tokens.lower[place] == "we":
                return Subject(place, place, Stands.ISSUERS, pronoun=True)
        for place in range(comma - 1, floor, -1):
            if tokens.lower[place] == "," and tokens.lower[place + 1] in _ASIDE and not tokens.depth[place]:
                subject = self._ending_at(tokens, place - 1, floor)
                if subject is not None and subject.stands is not Stands.THING and subject.first - floor < 25:
                    return subject
        for place in range(comma - 1, floor, -1):
            if tokens.lower[place] in (";", ":"):
                return None
            if (
                tokens.lower[place] == ","
                and not tokens.depth[place]
                and tokens.lower[place + 1] not in ("and", "or", "but")
            ):
                subject = self._ending_at(tokens, place - 1, floor)
                if subject is not None and subject.stands is not Stands.THING:
                    parting = ("and", ";", ":", "but") if floor else ("and", ";", ":", "but", ",")
                    opens = subject.first == floor or tokens.lower[subject.first - 1] in parting
                    return subject if opens else None
                return None
        return None

    def _ending_at(self, tokens: Tokens, last: int, floor: int) -> Subject | None:
        word = tokens.lower[last]
        if word in ("we", "they", "he", "she", "it"):
            return self._pronoun(tokens, last)
        known = clause_words()
        if word in ("many", "several", "some") and (last == floor or tokens.lower[last - 1] in (",", "and", ";")):
            return Subject(last, last, Stands.SOME)
        if (
            (not word[0].isalnum() and word not in ("”", '"'))
            or word in known.determiners
            or word in known.prepositions
        ):
            return None
        first = self.phrase_start(tokens, last, floor)
        first = self.behind_fronted(tokens, first, last)
        if tokens.lower[first] == "we":
            return Subject(first, last, Stands.ISSUERS, pronoun=True)
        return self._with_partner(tokens, self.noun_phrase(tokens, first, last), floor)

    def _with_partner(self, tokens: Tokens, second: Subject, floor: int) -> Subject:
        """ "The Secretary of State and the Foreign Minister intend": two officers, each with an article, speak."""
        joint = second.first - 1
        if second.plural or not second.speaks or joint <= floor or tokens.lower[joint] != "and":
            return second
        first = self._ending_at(tokens, joint - 1, floor)
        opens = first is not None and (first.first == floor or tokens.lower[first.first - 1] in (",", ";", ":"))
        if first is None or not opens or first.plural or first.pronoun or not first.speaks:
            return second
        parties = tuple(dict.fromkeys((*first.parties, *second.parties))) if first.parties and second.parties else ()
        return Subject(first.first, second.last, self.stand_of(parties) if parties else Stands.ISSUERS, parties)

    def _pronoun(self, tokens: Tokens, place: int) -> Subject:
        word = tokens.lower[place]
        if word == "we":
            return Subject(place, place, Stands.ISSUERS, pronoun=True)
        if self.last is None or (word == "it" and self.last.plural):
            return Subject(
                place, place, Stands.ISSUERS if word == "they" else Stands.THING, pronoun=True, agent=word != "it"
            )
        rivals = self._rivals(tokens, tokens.starts[place], people=word in ("he", "she"))
        if self.last.stands is Stands.PARTIES and rivals:
            return Subject(place, place, Stands.OPEN, (*self.last.parties, *rivals), word == "they", True)
        return Subject(place, place, self.last.stands, self.last.parties, word == "they", True)

    def _rivals(self, tokens: Tokens, pronoun: int, *, people: bool) -> tuple[str, ...]:
        """List the issuers named since the last subject, whom a pronoun may take up as well as that subject.

        "He" takes up a person; "they" takes up two parties or more.
        """
        known = self.last.parties if self.last else ()
        others = parties_of(
            one
            for one in self.between(self.upto, pronoun)
            if one.party in self.issuers
            and one.party not in known
            and (one.sort is Sort.PERSON or (one.sort is Sort.NAME and not people))
            and tokens.text[one.end : one.end + 1] not in ("’", "'")
        )
        return others if people or len(others) > 1 else ()

    def noun_phrase(self, tokens: Tokens, first: int, last: int) -> Subject:
        """Tell what a noun phrase stands for, by its head: the last noun before a preposition."""
        known = clause_words()
        words = tokens.lower
        head = self.head(tokens, first, last)
        noun = words[head]
        found = self.mentions_of(tokens, first, last)
        names = parties_of(one for one in found if one.sort is not Sort.ADJECTIVE)
        if head == last and words[last - 1] != "the" and _ends_with_adjective(found, tokens.ends[last]):
            return Subject(first, last, Stands.THING, agent=False)  # "coordinating U.S. and Japanese support"
        own = "our" in words[first : min(first + 6, last + 1)] or noun in known.own_things or noun in self.organs
        before = words[first:head]
        if tokens.ends[head] in self._ends or (head == last and tokens.ends[head] + 1 in self._ends):
            return self._named(first, last, parties_of(found), len(found) > 1, found, tokens)
        if words[last] == "us" and words[last - 1 : last] == ["of"]:
            everyone = words[first] in ("all", "each", "both")
            return Subject(first, last, Stands.ISSUERS if everyone else Stands.SOME)
        both = [
            words[place]
            for at in range(first, last)
            if words[at] == "and"
            for place in range(at + 1, min(at + 4, last + 1))
        ]
        if names and known.issuers & set(both) and not known.others & set(both):
            return Subject(first, last, Stands.ISSUERS)
        if names and "and" in before and found[0].start <= tokens.starts[min(first + 1, last)] and head == last:
            return self._named(first, last, names, True, found, tokens)
        if noun in self.organs:
            return Subject(first, last, Stands.ISSUERS, (), False, own=True)
        if noun in known.issuers or noun in self.collectives:
            if known.others & set(before):
                return Subject(first, last, Stands.THING, own=own)
            if known.some.search(tokens.words(first, head) + " ") or (
                head > first and words[first] in ("these", "those")
            ):
                stands = (
                    Stands.SOME
                    if words[first] not in ("these", "those") or (self.last and self.last.stands is Stands.SOME)
                    else Stands.ISSUERS
                )
                return Subject(first, last, stands)
            if names and not self._are_the_issuers(names, found, tokens):
                return Subject(first, last, self.stand_of(names), names)
            if counted := self._counted(before, first, last):
                return counted
            body = noun in self.collectives
            return Subject(first, last, Stands.ISSUERS, (), noun.endswith("s"), own=body)
        if words[first] in ("each", "every") and {f"{noun}s", f"{noun[:-1]}ies"} & known.issuers:
            return Subject(first, last, Stands.ISSUERS, (), False)
        if noun in known.singular_issuers:
            return self._officer(tokens, first, last, noun, names, "and" in before or "and" in words[head:last])
        if noun in known.organs and found:
            parties = parties_of(found)
            return Subject(first, last, self.stand_of(parties), parties, noun.endswith("s") or noun == "military")
        return Subject(
            first, last, Stands.THING, (), True, agent=noun in known.organs, own=own and not self._foreign(names)
        )

    def _counted(self, before: list[str], first: int, last: int) -> Subject | None:
        """ "The two leaders" in a statement of three: the two that spoke last, or open."""
        number = next((_NUMBERS[word] for word in before if word in _NUMBERS), None)
        if number is None or number >= len(self.issuers):
            return None
        if self.last is not None and len(self.last.parties) == number:
            return Subject(first, last, self.last.stands, self.last.parties)
        return Subject(first, last, Stands.OPEN, tuple(sorted(self.issuers)))

    def _named(
        self, first: int, last: int, parties: tuple[str, ...], plural: bool, found: list[Mention], tokens: Tokens
    ) -> Subject:
        if self._are_the_issuers(parties, found, tokens):
            return Subject(first, last, Stands.ISSUERS, (), plural, own=not plural)
        return Subject(first, last, self.stand_of(parties), parties, plural)

    def _are_the_issuers(self, parties: tuple[str, ...], found: list[Mention], tokens: Tokens) -> bool:
        if self.issuers and self.issuers <= set(parties):
            return True
        spoken = {tokens.text[one.start : one.end].lower() for one in found} | {party.lower() for party in parties}
        return (bool(parties) and all(party.lower() in self.collectives for party in parties)) or (
            bool(spoken & self.collectives) and len(parties) == 1
        )

    def stand_of(self, parties: tuple[str, ...]) -> Stands:
        """Tell what named parties are: issuers or those that join them, or others."""
        if not parties:
            return Stands.THING
        outside = bool(self.issuers) and not (self.issuers | self.joined) & set(parties)
        return Stands.OUTSIDERS if outside else Stands.PARTIES

    def _foreign(self, names: tuple[str, ...]) -> bool:
        return bool(names) and self.stand_of(names) is Stands.OUTSIDERS

    def _officer(
        self, tokens: Tokens, first: int, last: int, noun: str, names: tuple[str, ...], several: bool
    ) -> Subject:
        if names:
            return Subject(first, last, self.stand_of(names), names, several)
        if several:
            return Subject(first, last, Stands.ISSUERS)
        holders = parties_of(
            mention
            for mention in reversed(self.between(0, tokens.starts[first]))
            if (mention.sort is Sort.PERSON and noun in tokens.text[mention.start : mention.end].lower())
            or (mention.sort is Sort.NAME and _holds_office(tokens.text, mention.start, noun))
        )
        if len(holders) == 1:
            return Subject(first, last, self.stand_of(holders), holders, False)
        if holders:
            return Subject(first, last, Stands.OPEN, holders, False)
        if self.last is not None and len(self.last.parties) == 1:
            return Subject(first, last, self.last.stands, self.last.parties, False)
        return Subject(first, last, Stands.ISSUERS, (), False)
