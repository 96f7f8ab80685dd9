"""The acts of a statement, and the sentences that hold none, with the reason."""

from __future__ import annotations

import re
from collections.abc import Iterable

from concerted.reading.act_actors import actors_of, with_names
from concerted.reading.act_style import BODY
from concerted.reading.clause import Clause, Standing
from concerted.reading.facts import Act, Kind, Line, PassedOver
from concerted.reading.grammar import EnglishGrammar, Grammar
from concerted.reading.judgement import Judgement
from concerted.reading.kinds import judged, merged
from concerted.reading.layout import Block, Layout, Sentence
from concerted.reading.lists import LeadIn
from concerted.reading.paragraphs import strip
from concerted.reading.subject import Stands, Subject
from concerted.reading.subjects import Subjects
from concerted.reading.tokens import Tokens
from concerted.reading.verbs import LANGUAGES
from concerted.terms.passage import Passage

# "Cleaner Ports – the partners will ...": behind the name of a line, what is done about it.
_DASH = re.compile(r"\s*(?:[–—:]|-)\s+")
_FEW = 5


class ActReader:
    """Read the acts of one text, sentence by sentence."""

    def __init__(self, layout: Layout, subjects: Subjects, lines: Iterable[Line] = ()) -> None:
        self.layout = layout
        self.text = layout.text
        self.subjects = subjects
        self.grammar = _grammar(layout, subjects)
        self.line_names = [(line.passage.start, line.passage.end) for line in lines]
        self.lead_ins: dict[int, LeadIn] = {}
        self.acts: list[Act] = []
        self.passed_over: list[PassedOver] = []

    def read(self) -> None:
        """Go through the blocks in their order."""
        for number, block in enumerate(self.layout.blocks):
            if block.kind in BODY:
                self._block(number, block)
            elif block.start < block.end:
                self._pass(block.start, block.end, block.kind.value)

    def _pass(self, start: int, end: int, reason: str) -> None:
        self.passed_over.append(PassedOver(Passage.of(self.text, start, end), reason))

    def _block(self, number: int, block: Block) -> None:
        lead = self.lead_ins.get(block.lead_in) if block.lead_in is not None else None
        for place, sentence in enumerate(block.sentences):
            last = place == len(block.sentences) - 1
            introduces = last and self.text.endswith(":", sentence.start, sentence.end)
            heading = self._line_of_effort(sentence) if lead is not None and place == 0 else None
            if heading is not None:
                self._pass(sentence.start, heading, "names a line of effort")
                sentence = Sentence(*strip(self.text, heading, sentence.end))
                if sentence.start >= sentence.end:
                    continue
            reason = self._sentence(
                sentence, lead if place == 0 and heading is None else None, number if introduces else None
            )
            if reason:
                self._pass(sentence.start, sentence.end, reason)

    def _line_of_effort(self, sentence: Sentence) -> int | None:
        """Find where the name of a line of effort that an item opens with ends; its own sentence may follow it."""
        for start, end in self.line_names:
            if start < sentence.end and sentence.start < end:
                rest = self.text[end : sentence.end]
                dash = _DASH.match(rest)
                return end + dash.end() if dash and len(rest.split()) > _FEW else sentence.end
        return None

    def _sentence(self, sentence: Sentence, lead: LeadIn | None, introduces: int | None) -> str | None:
        """Read one sentence; gives the reason if it holds no act."""
        words = self.text[sentence.start : sentence.end]
        if reason := self.grammar.says_nothing(words):
            return reason
        tokens = self.grammar.tokens(sentence.start, sentence.end)
        if not any(word[0].isalnum() for word in tokens.lower):
            return "no words"
        clauses = self.grammar.clauses(tokens, item=lead is not None)
        found = judged(clauses, lambda clause: self.grammar.judge(tokens, clause))
        clauses = [clause for clause, _ in found]
        if lead is not None and not self.grammar.speaks_for_itself(tokens, clauses, lead):
            self._item(sentence, lead, introduces)
            return None
        operative = merged(tokens, [(clause, judgement) for clause, judgement in found if judgement is not None])
        before = len(self.acts)
        if operative:
            self._operative(tokens, sentence, clauses, operative, introduces)
            return None if len(self.acts) > before else "introduces a list"
        if introduces is not None:
            self._introduce_plainly(tokens, clauses, introduces)
            if not clauses or self.grammar.only_points(tokens.words(clauses[-1].complement, clauses[-1].end)):
                return "introduces a list"
        if not clauses and len(words.split()) <= 4:
            return "no sentence"
        self._plain(tokens, sentence, clauses)
        return None

    # --- Operative sentences.

    def _operative(
        self,
        tokens: Tokens,
        sentence: Sentence,
        clauses: list[Clause],
        operative: list[tuple[Clause, Judgement]],
        introduces: int | None,
    ) -> None:
        main = [clause for clause, _ in operative if clause.standing is not Standing.PARTICIPLE]
        told = next((clause for clause in clauses if clause.standing is Standing.SUBJECT), None) if not main else None
        alone = len(operative) == 1 and not told
        if told is not None and told.first == 0:
            self._told_beside(tokens, told)
        for clause, judgement in operative:
            if (
                introduces is not None
                and clause is operative[-1][0]
                and self._introduce(tokens, clause, judgement, introduces)
            ):
                continue
            complement = tokens.words(clause.complement, clause.end)
            if (
                self.grammar.only_points(complement)
                and clause.verb is not None
                and clause.verb.group in ("promise", "agreement")
            ):
                continue
            self._act(tokens, clause, judgement, sentence, alone=alone)
        if told is not None and told.first > 0:
            self._told_beside(tokens, told)

    def _told_beside(self, tokens: Tokens, clause: Clause) -> None:
        """The plain main clause beside a participle of saying: a finding with its subject, without full stop."""
        start, end, told = (
            self._first_word(tokens, clause),
            self._end(tokens, clause.end),
            Judgement(Kind.FINDING, sure=0.6),
        )
        if start < end:
            self._add(start, end, told, self.grammar.verb_words(tokens, clause), clause.subject)

    def _act(self, tokens: Tokens, clause: Clause, judgement: Judgement, sentence: Sentence, *, alone: bool) -> None:
        start = tokens.starts[clause.verb_at]
        end = self._end(tokens, clause.end)
        if judgement.whole:
            if alone and clause.first == 0:
                start, end = sentence.start, sentence.end
            else:
                start = self._first_word(tokens, clause)
        if start < end:
            self._add(start, end, judgement, self.grammar.verb_words(tokens, clause), clause.subject)

    def _end(self, tokens: Tokens, place: int) -> int:
        end = tokens.ends[place - 1] if place else tokens.start
        return self.grammar.end(tokens.start, end)

    def _add(
        self, start: int, end: int, judgement: Judgement, verb: str, subject: Subject | None, lead: LeadIn | None = None
    ) -> None:
        due = None
        if judgement.kind in (Kind.COMMITMENT, Kind.CALL, Kind.DECISION):
            due = self.grammar.due(start, end) or (lead.due if lead else None)
        self.acts.append(
            Act(
                Passage.of(self.text, start, end),
                judgement.kind,
                verb,
                actors_of(subject, judgement.kind),
                judgement.renews,
                due,
                lead.passage if lead else None,
                confidence=judgement.sure,
                note=_note(subject),
                candidates=subject.parties if subject and subject.stands is Stands.OPEN else (),
            )
        )

    def _first_word(self, tokens: Tokens, clause: Clause) -> int:
        """Find where a clause with its subject begins, behind the mark or word that joins it to the one before."""
        first = clause.first
        while first < clause.verb_at and tokens.lower[first] in self.grammar.joining:
            first += 1
        return tokens.starts[first]

    # --- Lists.

    def _introduce(self, tokens: Tokens, clause: Clause, judgement: Judgement, number: int) -> bool:
        """Remember a lead-in; True where it only points, so that it is no act itself."""
        complement = tokens.words(clause.complement, clause.end)
        pointing = self.grammar.leads_on(clause, complement)
        start = tokens.starts[clause.verb_at]
        passage = Passage.of(self.text, start, max(self._end(tokens, clause.end), tokens.ends[clause.main]))
        due = self.grammar.due(tokens.start, tokens.end)
        group = clause.verb.group if clause.verb else ""
        if pointing and group == "declaring" and self.grammar.promises(complement):
            judgement = Judgement(Kind.COMMITMENT, judgement.renews, 0.7)
        asks = group == "declaring" or (group == "agreement" and self.grammar.asks_for_more(complement))
        self.lead_ins[number] = LeadIn(
            self.grammar.verb_words(tokens, clause), judgement, clause.subject, passage, due, open=pointing and asks
        )
        return pointing

    def _introduce_plainly(self, tokens: Tokens, clauses: list[Clause], number: int) -> None:
        """Remember a lead-in without an operative verb: its items are judged on their own words, else findings."""
        clause = clauses[-1] if clauses else None
        passage = Passage.of(self.text, tokens.start, tokens.end)
        verb = self.grammar.verb_words(tokens, clause) if clause else ""
        # "We prioritise:": whatever the verb, the parties do what the list says.
        doing = clause is not None and clause.verb is None and not clause.auxiliaries
        judgement = Judgement(Kind.COMMITMENT if doing else Kind.FINDING, sure=0.5)
        self.lead_ins[number] = LeadIn(verb, judgement, clause.subject if clause else None, passage, None, open=True)

    def _item(self, sentence: Sentence, lead: LeadIn, introduces: int | None) -> None:
        """Add an item under its lead-in's verb; items under it inherit the same."""
        if introduces is not None:
            self.lead_ins[introduces] = lead
        stop = self.grammar.end_of_item(sentence.start, sentence.end)
        if stop > sentence.start:
            self._add(sentence.start, stop, lead.judgement, lead.verb, lead.subject, lead)

    # --- Plain assertions.

    def _plain(self, tokens: Tokens, sentence: Sentence, clauses: list[Clause]) -> None:
        first = next(
            (clause for clause in clauses if clause.standing is Standing.SUBJECT), clauses[0] if clauses else None
        )
        verb = self.grammar.verb_words(tokens, first) if first else ""
        judgement = Judgement(Kind.FINDING, sure=0.7 if first else 0.4)
        self._add(sentence.start, sentence.end, judgement, verb, first.subject if first else None)


def _grammar(layout: Layout, subjects: Subjects) -> Grammar:
    """Choose the grammar of a text's language; another than English is loaded only for such a text."""
    if layout.language == "fr":
        from concerted.reading.french.grammar import FrenchGrammar

        return FrenchGrammar(layout, subjects)
    return EnglishGrammar(layout, subjects)


def find_acts(
    layout: Layout, subjects: Subjects, lines: Iterable[Line] = ()
) -> tuple[tuple[Act, ...], tuple[PassedOver, ...]]:
    """Find the acts of a statement and account for every sentence that holds none.

    ``lines`` are the lines of effort that the text sets out; their names are no acts. Languages
    without a vocabulary of operative verbs give no acts; their sentences are passed over as such.
    """
    if layout.language not in LANGUAGES:
        reason = "no operative verbs are known in this language"
        return (), tuple(
            PassedOver(Passage.of(layout.text, b.start, b.end), reason) for b in layout.blocks if b.start < b.end
        )
    reader = ActReader(layout, subjects, lines)
    reader.read()
    return tuple(with_names(reader.acts, layout.text, subjects)), tuple(reader.passed_over)


def _note(subject: Subject | None) -> str | None:
    """Say what stays open about who acts."""
    if subject is None or subject.stands not in (Stands.SOME, Stands.OPEN):
        return None
    return "some of the issuers only" if subject.stands is Stands.SOME else "who acts is open"
