"""The grammar of French, as the reader of acts asks for it."""

from __future__ import annotations

import re

from concerted.reading.act_style import BODY
from concerted.reading.clause import Clause, Standing, Style
from concerted.reading.dates import find_dates
from concerted.reading.due import find_due
from concerted.reading.french.clauses import ClauseFinder
from concerted.reading.french.kinds import judge
from concerted.reading.french.subjects import SubjectReader
from concerted.reading.french.tokens import is_adverb, tokenize
from concerted.reading.french.words import clause_words, operative_verbs
from concerted.reading.judgement import Judgement
from concerted.reading.layout import BlockKind, Layout
from concerted.reading.lists import LeadIn
from concerted.reading.subjects import Subjects
from concerted.reading.tokens import Tokens
from concerted.reading.verbs import Inflection
from concerted.terms.passage import Passage

_TAIL = re.compile(r"(?:[;,]?\s+(?:et|ou))?[\s;,.:–—-]*$", re.I)
_NOUN = re.compile(
    r"^(?:(?:notre|nos|leurs?|sa|son|ses|une?|le|la|l['’]|avec)\s*){0,2}(?:[\w’'-]+\s+){0,3}?(?:engagements?|détermination|volonté|intention"
    r"|soutien|appui|gratitude|reconnaissance|préoccupations?|inquiétudes?|nécessité|solidarité|condoléances|attachement|satisfaction)\b",
    re.I,
)
_AHEAD = re.compile(
    r"\b[^\W\d_]{2,}r(?:a|ont|ons)\b|\b(?:convoquer|tenir|accueillir|organiser|réunir|publier|présenter)\b"
)
_ON = re.compile(r"\b(?:le|les|en|au|du|à\s+compter\s+du)\s+\Z")
_PAST = re.compile(r"(?:ée?s?|tenue?s?|prise?s?|émise?s?|conclue?s?)\s+(?:[\w’'-]+\s+){0,2}\Z")
_INFINITIVE = re.compile(r"^(?:(?:à|de|d['’])\s*)?(?:ne\s+pas\s+)?(?:s['’]|se\s+)?[\w-]+(?:er|ir|re)\b", re.I)


class FrenchGrammar:
    """The grammar of French."""

    joining = frozenset((",", "et", "mais", "ou", ";", ":"))

    def __init__(self, layout: Layout, subjects: Subjects) -> None:
        self.text = layout.text
        self.verbs = operative_verbs()
        self.subjects = SubjectReader(subjects)
        self.style = self._style(layout)

    def _style(self, layout: Layout) -> Style:
        """A text whose paragraphs open with "Rappelant" or "Décide" is a resolution."""
        if any(block.kind is BlockKind.SUBJECT for block in layout.blocks):
            return Style(resolution=True)
        opening = 0
        bodies = [block for block in layout.blocks if block.kind in BODY]
        for block in bodies:
            tokens = self.tokens(block.start, min(block.end, block.start + 60))
            place = 0
            while place < len(tokens) and is_adverb(tokens, place):
                place += 1
            forms = (
                [form for _, forms in self.verbs.forms.get(tokens.lower[place], ()) for form in forms]
                if place < len(tokens)
                else []
            )
            opening += bool({Inflection.ING, Inflection.S} & set(forms))
        return Style(opening >= max(3, 0.3 * len(bodies)))

    def tokens(self, start: int, end: int) -> Tokens:
        """Cut a sentence into words and marks."""
        return tokenize(self.text, start, end)

    def says_nothing(self, words: str) -> str | None:
        """Give the reason for which a whole sentence is no act by its form."""
        if clause_words().formula.fullmatch(words):
            return "formula"
        return "names a term only" if clause_words().naming.fullmatch(words) else None

    def clauses(self, tokens: Tokens, *, item: bool) -> list[Clause]:
        """List the main clauses of a sentence."""
        return ClauseFinder(tokens, self.verbs, self.subjects, self.style).clauses()

    def judge(self, tokens: Tokens, clause: Clause) -> Judgement | None:
        """Judge a main clause."""
        return judge(tokens, clause, self.verbs)

    def verb_words(self, tokens: Tokens, clause: Clause) -> str:
        """Give the words of a clause's verb, adverbs left out, and the noun or infinitive that gives its kind."""
        spoken = "".join(
            tokens.text[tokens.starts[place] : tokens.ends[place]] + ("" if tokens.lower[place].endswith("'") else " ")
            for place in range(clause.verb_at, min(max(clause.complement, clause.main + 1), len(tokens)))
            if tokens.lower[place] != "," and not is_adverb(tokens, place)
        )
        complement = tokens.words(clause.complement, clause.end)
        match = _NOUN.match(complement) or _INFINITIVE.match(complement)
        return f"{spoken}{match[0]}" if match else spoken.strip()

    def speaks_for_itself(self, tokens: Tokens, clauses: list[Clause], lead: LeadIn) -> bool:
        """Tell whether an item is a sentence of its own, not the end of its lead-in's."""
        if not clauses:
            return False
        first = clauses[0]
        forms = {form for _, every in self.verbs.forms.get(tokens.lower[0], ()) for form in every}
        known = clause_words()
        unknown = tokens.lower[0] not in known.determiners | known.prepositions
        if Inflection.BASE in forms or (unknown and re.fullmatch(r"\w+(?:er|ir|re)", tokens.lower[0])):
            return False
        if first.standing is Standing.SUBJECT:
            subjects = [clause.subject for clause in clauses if clause.subject is not None]
            return any(one.speaks for one in subjects) or bool(first.auxiliaries)
        return first.first == 0 and (first.verb is None or lead.open or first.inflection is not Inflection.ING)

    def only_points(self, complement: str) -> bool:
        """Tell whether words say nothing but that a list follows."""
        return clause_words().pointing.fullmatch(complement) is not None

    def leads_on(self, clause: Clause, complement: str) -> bool:
        """Tell whether a lead-in only points at its list, or only names who is asked ("appelons tous les pays à :")."""
        asked = clause.verb is not None and clause.verb.group in ("request", "engaging")
        return self.only_points(complement) or (
            asked and re.search(r"\s(?:à|de|d['’])\s*:\s*$", complement) is not None
        )

    def promises(self, complement: str) -> bool:
        """Tell whether the words after "declare" lead to deeds."""
        return False

    def asks_for_more(self, complement: str) -> bool:
        """Tell whether the words after "agree" lead to sentences."""
        return re.match(r"(?:de\s+)?ce\s+qui\s+suit", complement) is not None

    def end(self, start: int, end: int) -> int:
        """Move an act's end before what only leads on."""
        if self.text[end - 1 : end] == ":":
            match = clause_words().trailing.search(self.text, start, end)
            if match and match.start() > start:
                end = match.start()
        return self.end_of_item(start, end)

    def end_of_item(self, start: int, end: int) -> int:
        """Move an item's end before a semicolon or a final "et"."""
        match = _TAIL.search(self.text, max(start, end - 40), end)
        return match.start() if match else end

    def due(self, start: int, end: int) -> Passage | None:
        """Find the words that say by when; the day of what lies ahead says so too."""
        return find_due(self.text, start, end) or self._day_ahead(start, end)

    def _day_ahead(self, start: int, end: int) -> Passage | None:
        if not _AHEAD.search(self.text, start, end):
            return None
        for mention in find_dates(self.text, start, end):
            lead = _ON.search(self.text, start, mention.passage.start)
            if lead and not _PAST.search(self.text, start, lead.start()):
                return Passage.of(self.text, lead.start(), mention.passage.end)
        return None
