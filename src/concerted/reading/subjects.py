"""Who a subject stands for: the issuers, some of them, a party that is named, or a thing."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from enum import StrEnum

from concerted.reading.tokens import Tokens, clause_words


class Stands(StrEnum):
    """What a subject stands for."""

    ISSUERS = "issuers"
    SOME = "some of the issuers"
    PARTIES = "parties by name"
    THING = "a thing"


@dataclass(frozen=True, slots=True)
class Subject:
    """The subject of a clause, its places counted in tokens."""

    first: int
    last: int
    stands: Stands
    parties: tuple[str, ...] = ()
    plural: bool = True
    pronoun: bool = False

    @property
    def speaks(self) -> bool:
        """Tell whether the subject can speak in the statement."""
        return self.stands is not Stands.THING


@dataclass(frozen=True, slots=True)
class Mention:
    """A party or a person of a party, named from ``start`` to ``end`` of the text."""

    start: int
    end: int
    party: str
    person: bool = False


@dataclass(slots=True)
class Subjects:
    """What a text's subjects stand for.

    ``mentions`` are in the order of the text; ``collectives`` are names, in lower case, that the
    text uses for the issuers as a body ("the coalition"); ``issuers`` are the issuing parties.
    ``last`` is the subject that "they" takes up.
    """

    mentions: tuple[Mention, ...] = ()
    collectives: frozenset[str] = frozenset()
    issuers: frozenset[str] = frozenset()
    last: Subject | None = None
    _starts: list[int] = field(default_factory=list)
    _ends: dict[int, Mention] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Index the mentions by where they end."""
        self._starts = [mention.start for mention in self.mentions]
        self._ends = {mention.end: mention for mention in self.mentions}

    def between(self, start: int, end: int) -> list[Mention]:
        """List the mentions that begin between two places of the text."""
        return list(self.mentions[bisect_left(self._starts, start) : bisect_left(self._starts, end)])

    def before(self, tokens: Tokens, verb: int, floor: int) -> Subject | None:
        """Read the subject that ends right before a verb group; None where no party or issuer does."""
        last = verb - 1
        while last >= floor and (tokens.is_adverb(last) or self._is_aside(tokens, last, floor)):
            last -= 1
            while last >= floor and tokens.lower[last] != "," and self._in_aside(tokens, last):
                last -= 1
        if last < floor:
            return None
        if tokens.lower[last] == ",":
            return self._apposition(tokens, last, floor)
        while last in tokens.partner and tokens.partner[last] < last:
            last = tokens.partner[last] - 1
            if last < floor:
                return None
        return self._ending_at(tokens, last, floor)

    def _is_aside(self, tokens: Tokens, last: int, floor: int) -> bool:
        return False

    def _in_aside(self, tokens: Tokens, last: int) -> bool:
        return False

    def _apposition(self, tokens: Tokens, comma: int, floor: int) -> Subject | None:
        """ "We, the Leaders of ..., reaffirm": a subject, then a description between commas."""
        for place in range(comma - 1, floor, -1):
            if tokens.lower[place] == "," and tokens.depth[place] == 0:
                subject = self._ending_at(tokens, place - 1, floor)
                if subject is not None and (subject.pronoun or comma - place > 2):
                    opens = subject.first == floor or tokens.lower[subject.first - 1] in (",", "and", ";", ":")
                    if opens and not any(
                        tokens.lower[p] in ("and", "which", "that") for p in range(place + 1, place + 2)
                    ):
                        return subject
        return None

    def _ending_at(self, tokens: Tokens, last: int, floor: int) -> Subject | None:
        word = tokens.lower[last]
        known = clause_words()
        if word in ("we", "they", "he", "she", "it"):
            return self._pronoun(tokens, last)
        mention = self._ends.get(tokens.ends[last])
        if mention is not None and (mention.person or tokens.starts[last] >= mention.start):
            return self._named(tokens, last, floor)
        if word in known.issuers or word in known.singular_issuers or word in self.collectives:
            return self._collective(tokens, last, floor)
        return self._description(tokens, last, floor)

    def _pronoun(self, tokens: Tokens, place: int) -> Subject | None:
        word = tokens.lower[place]
        if word == "we":
            return Subject(place, place, Stands.ISSUERS, pronoun=True)
        if self.last is None:
            return Subject(place, place, Stands.ISSUERS, pronoun=True) if word == "they" else None
        return Subject(place, place, self.last.stands, self.last.parties, word == "they", True)

    def _phrase_start(self, tokens: Tokens, last: int, floor: int) -> int:
        """Go back to where the noun phrase begins."""
        known = clause_words()
        place = last
        while place > floor:
            before = place - 1
            word = tokens.lower[before]
            if before in tokens.partner and tokens.partner[before] < before:
                place = tokens.partner[before]
                continue
            if word in known.subordinators or word in (";", ":", "—", "–", "-") or word in ("but", "or", "yet"):
                break
            if word == ",":
                if not self._joins_names(tokens, before, floor):
                    break
            elif word == "and" and not self._joins_names(tokens, before, floor):
                break
            place = before
        return place

    def _joins_names(self, tokens: Tokens, place: int, floor: int) -> bool:
        """Tell whether a comma or "and" stands between two names or issuers, so that the phrase goes on."""
        before = place - 1
        if before >= floor and tokens.lower[before] == ",":
            before -= 1
        if before < floor:
            return False
        if before in tokens.partner and tokens.partner[before] < before:
            before = tokens.partner[before] - 1
        known = clause_words()
        word = tokens.lower[before]
        named = tokens.ends[before] in self._ends
        if not named and not (word in known.issuers or word in known.singular_issuers):
            return False
        after = tokens.lower[place + 1] if place + 1 < len(tokens) else ""
        opens_clause = after in ("we", "they", "participants", "both")
        return not opens_clause

    def _named(self, tokens: Tokens, last: int, floor: int) -> Subject | None:
        first = self._phrase_start(tokens, last, floor)
        found = self.between(tokens.starts[first], tokens.ends[last])
        parties = tuple(dict.fromkeys(mention.party for mention in found))
        plural = len(found) > 1
        stands = Stands.ISSUERS if self._all_issuers(parties) else Stands.PARTIES
        first_mention = tokens.at(found[0].start) if found else first
        if first_mention - first > 8:
            return self._description(tokens, last, floor)
        return Subject(first, last, stands, () if stands is Stands.ISSUERS else parties, plural)

    def _all_issuers(self, parties: tuple[str, ...]) -> bool:
        return len(self.issuers) > 0 and self.issuers <= set(parties)

    def _collective(self, tokens: Tokens, last: int, floor: int) -> Subject | None:
        known = clause_words()
        word = tokens.lower[last]
        first = self._phrase_start(tokens, last, floor)
        before = tokens.lower[first:last]
        if known.others & set(before) and "of" not in before:
            return Subject(first, last, Stands.THING)
        found = self.between(tokens.starts[first], tokens.ends[last])
        parties = tuple(dict.fromkeys(mention.party for mention in found))
        if word in known.singular_issuers and word not in self.collectives:
            if not parties and self.last is not None and self.last.parties:
                return Subject(first, last, Stands.PARTIES, self.last.parties, False)
            return (
                Subject(first, last, Stands.PARTIES, parties, "and" in before)
                if parties
                else Subject(first, last, Stands.ISSUERS, (), "and" in before)
            )
        if known.some.search(tokens.words(first, last) + " "):
            return Subject(first, last, Stands.SOME)
        singular = (
            word in ("coalition", "council", "assembly", "initiative", "group")
            or (word in self.collectives
            and not word.endswith("s"))
        )
        return Subject(first, last, Stands.ISSUERS, (), not singular)

    def _description(self, tokens: Tokens, last: int, floor: int) -> Subject | None:
        """ "The leaders of the member nations of X", "Our governments' ministers": an issuer noun, then "of"."""
        known = clause_words()
        first = self._phrase_start(tokens, last, floor)
        for place in range(first, last):
            word = tokens.lower[place]
            if word in ("of", "from", "in", "for") and place > first:
                head = tokens.lower[place - 1]
                if head in known.issuers or head in self.collectives:
                    if known.others & set(tokens.lower[first:place]):
                        return None
                    if known.some.search(tokens.words(first, place) + " "):
                        return Subject(first, last, Stands.SOME)
                    return Subject(first, last, Stands.ISSUERS)
                return None
        return None
