"""The acts of a statement, and the sentences that hold none, with the reason."""

from __future__ import annotations

import re
from dataclasses import dataclass

from concerted.reading.clauses import AUXILIARIES, Clause, ClauseFinder, Standing, Style, verb_group
from concerted.reading.due import find_due
from concerted.reading.facts import Act, Kind, PassedOver
from concerted.reading.kinds import Judgement, judge, judge_thing
from concerted.reading.layout import Block, BlockKind, Layout, Sentence
from concerted.reading.subjects import Stands, Subject, Subjects
from concerted.reading.tokens import Tokens, clause_words, tokenize
from concerted.reading.verbs import LANGUAGES, Inflection, Verbs, operative_verbs
from concerted.terms.passage import Passage

_BODY = (BlockKind.PARAGRAPH, BlockKind.ITEM)
_CLOSING = " \t\n.;,:–—-"


@dataclass(frozen=True, slots=True)
class LeadIn:
    """A verb that introduces a list: its items inherit verb, kind and actors."""

    verb: str
    judgement: Judgement
    subject: Subject | None
    passage: Passage
    complete: bool
    due: Passage | None = None


@dataclass(slots=True)
class Found:
    """What a text's sentences turned out to be."""

    acts: list[Act]
    passed_over: list[PassedOver]


class ActReader:
    """Read the acts of one text, sentence by sentence."""

    def __init__(self, layout: Layout, subjects: Subjects) -> None:
        self.layout = layout
        self.text = layout.text
        self.subjects = subjects
        self.verbs: Verbs = operative_verbs(layout.language)
        self.style = style_of(layout, self.verbs)
        self.lead_ins: dict[int, LeadIn] = {}
        self.found = Found([], [])

    def read(self) -> Found:
        """Go through the blocks in their order."""
        for number, block in enumerate(self.layout.blocks):
            if block.kind in _BODY:
                self._block(number, block)
            else:
                self._pass(block.start, block.end, block.kind.value)
        return self.found

    def _pass(self, start: int, end: int, reason: str) -> None:
        self.found.passed_over.append(PassedOver(Passage.of(self.text, start, end), reason))

    def _block(self, number: int, block: Block) -> None:
        lead = self.lead_ins.get(block.lead_in) if block.lead_in is not None else None
        for place, sentence in enumerate(block.sentences):
            last = place == len(block.sentences) - 1
            introduces = last and self.text[sentence.start : sentence.end].rstrip().endswith(":")
            before = len(self.found.acts)
            self._sentence(sentence, lead if place == 0 else None, number if introduces else None, block)
            if len(self.found.acts) == before:
                reason = "introduces a list" if introduces else "names a term only"
                self._pass(sentence.start, sentence.end, reason)

    def _sentence(self, sentence: Sentence, lead: LeadIn | None, introduces: int | None, block: Block) -> None:
        tokens = tokenize(self.text, sentence.start, sentence.end)
        if not len(tokens):
            return
        finder = ClauseFinder(tokens, self.verbs, self.subjects, self.style, item=lead is not None)
        clauses = finder.clauses()
        judged = [(clause, judge(tokens, clause, self.verbs)) for clause in clauses]
        operative = [(clause, judgement) for clause, judgement in judged if judgement is not None]
        if lead is not None and not any(
            clause.subject is not None or clause.standing is Standing.SUBJECT for clause, _ in operative
        ):
            self._item(sentence, lead)
            return
        if not operative:
            self._plain(tokens, sentence, clauses, introduces)
            return
        host_told = False
        for clause, judgement in operative:
            if introduces is not None and clause is operative[-1][0]:
                if self._introduce(tokens, clause, judgement, introduces):
                    continue
            self._act(tokens, clause, judgement, sentence, alone=len(operative) == 1)
        only_participles = all(clause.standing is Standing.PARTICIPLE for clause, _ in operative)
        if only_participles and not host_told:
            self._host(tokens, [clause for clause, _ in operative], sentence)
        speaker = next((clause.subject for clause, _ in operative if clause.subject and clause.subject.speaks), None)
        if speaker is not None and not speaker.pronoun:
            self.subjects.last = speaker

    # --- One act.

    def _act(self, tokens: Tokens, clause: Clause, judgement: Judgement, sentence: Sentence, *, alone: bool) -> None:
        start = tokens.starts[clause.verb_at]
        end = self._end(tokens, clause.end)
        if judgement.whole:
            start, end = (
                (sentence.start, sentence.end) if alone and clause.first == 0 else (tokens.starts[clause.first], end)
            )
        if start >= end:
            return
        self._add(start, end, judgement, _verb_words(tokens, clause), clause.subject, sentence)

    def _end(self, tokens: Tokens, place: int) -> int:
        end = tokens.ends[place - 1] if place else tokens.start
        return _trim_end(self.text, tokens.start, end)

    def _add(
        self,
        start: int,
        end: int,
        judgement: Judgement,
        verb: str,
        subject: Subject | None,
        sentence: Sentence,
        lead: LeadIn | None = None,
    ) -> None:
        due = None
        if judgement.kind in (Kind.COMMITMENT, Kind.CALL, Kind.DECISION):
            due = find_due(self.text, start, end) or (lead.due if lead else None)
        note = "some of the issuers only" if subject and subject.stands is Stands.SOME else None
        actors = subject.parties if subject and subject.stands is Stands.PARTIES and subject.parties else ("issuers",)
        self.found.acts.append(
            Act(
                Passage.of(self.text, start, end),
                judgement.kind,
                verb,
                actors,
                judgement.renews,
                due,
                lead.passage if lead else None,
                confidence=judgement.sure,
                note=note,
            )
        )

    # --- Lists.

    def _introduce(self, tokens: Tokens, clause: Clause, judgement: Judgement, number: int) -> bool:
        """Remember a lead-in; True where it only points, so that it is no act itself."""
        complement = tokens.words(clause.complement, clause.end).rstrip(": ")
        only_points = not complement or POINTING.search(complement) is not None
        start = tokens.starts[clause.verb_at]
        end = max(self._end(tokens, clause.end), start + 1)
        self.lead_ins[number] = LeadIn(
            _verb_words(tokens, clause),
            judgement,
            clause.subject,
            Passage.of(self.text, start, end),
            not only_points,
            find_due(self.text, tokens.start, tokens.end),
        )
        return only_points

    def _item(self, sentence: Sentence, lead: LeadIn) -> None:
        end = re.sub(r"(?:[;,]?\s*(?:and|or))?[\s;,.:]*$", "", self.text[sentence.start : sentence.end])
        stop = sentence.start + len(end)
        if stop > sentence.start:
            self._add(sentence.start, stop, lead.judgement, lead.verb, lead.subject, sentence, lead)

    # --- Plain assertions.

    def _plain(self, tokens: Tokens, sentence: Sentence, clauses: list[Clause], introduces: int | None) -> None:
        predicates = finite_groups(tokens, self.verbs)
        acts = []
        for place, (group_start, main, complement, auxiliaries, first) in enumerate(predicates):
            end = predicates[place + 1][4] if place + 1 < len(predicates) else len(tokens)
            judgement = judge_thing(tokens, group_start, main, complement, end, auxiliaries, first)
            if judgement is not None:
                acts.append((group_start, end, judgement, main, auxiliaries))
        for group_start, end, judgement, main, auxiliaries in acts:
            start, stop = tokens.starts[group_start], self._end(tokens, end)
            if judgement.whole:
                start, stop = sentence.start, sentence.end
            verb = " ".join([*(a for a in auxiliaries), tokens.words(main, main + 1)]).strip()
            if start < stop:
                self._add(start, stop, judgement, verb, None, sentence)
            if judgement.whole:
                break
        if acts:
            return
        if introduces is not None:
            return
        if DEFINING.fullmatch(self.text[sentence.start : sentence.end]):
            return
        subject = next((clause.subject for clause in clauses if clause.subject), None)
        verb = ""
        if clauses:
            verb = _verb_words(tokens, clauses[0])
        elif predicates:
            group_start, main, _, auxiliaries, _ = predicates[0]
            verb = " ".join(dict.fromkeys([*auxiliaries, tokens.lower[main]]))
        self._add(sentence.start, sentence.end, Judgement(Kind.FINDING, sure=0.6), verb, subject, sentence)
        if subject is not None and subject.speaks and not subject.pronoun:
            self.subjects.last = subject

    def _host(self, tokens: Tokens, participles: list[Clause], sentence: Sentence) -> None:
        """The main clause beside participles of saying, where it says nothing operative itself."""
        first = participles[0]
        if first.first == 0 and first.verb_at <= 3:
            after = _first_comma_clause(tokens, first)
            if after is None:
                return
            start = after
        else:
            start = 0
            end = self._end(tokens, first.first)
            self._add(sentence.start, end, Judgement(Kind.FINDING, sure=0.6), "", None, sentence)
            return
        end = self._end(tokens, len(tokens))
        self._add(tokens.starts[start], end, Judgement(Kind.FINDING, sure=0.6), "", None, sentence)


POINTING = re.compile(
    r"^(?:to|that|by|on|in)?\s*$|\b(?:the\s+)?following(?:\s+[\w-]+){0,6}$|\bas\s+follows$|^(?:to\s+)?(?:these|the)\s+(?:\w+\s+){0,2}(?:steps|actions|measures|principles|commitments|decisions)$|\b(?:to|that|by|shall|will|should|must)$",
    re.I,
)
DEFINING = re.compile(r"\(?[^.]{0,80}\b(?:hereafter|hereinafter|henceforth)\b[^.]{0,160}\.?\)?\.?", re.S)


def _trim_end(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1] in _CLOSING:
        end -= 1
    return end


def _verb_words(tokens: Tokens, clause: Clause) -> str:
    """Give the words of the verb group, adverbs left out, with the infinitive or noun that it governs."""
    words = [
        tokens.text[tokens.starts[p] : tokens.ends[p]]
        for p in range(clause.verb_at, clause.complement)
        if not tokens.is_adverb(p)
    ]
    return " ".join(words)


def _first_comma_clause(tokens: Tokens, participle: Clause) -> int | None:
    return None


def finite_groups(tokens: Tokens, verbs: Verbs) -> list[tuple[int, int, int, tuple[str, ...], int]]:
    """List the verb groups of a sentence about a thing: start, main verb, complement, auxiliaries, clause start."""
    found: list[tuple[int, int, int, tuple[str, ...], int]] = []
    known = clause_words()
    place, relative, first = 0, False, 0
    subordinate = (
        len(tokens) > 0
        and tokens.lower[0] in known.subordinators
        and tokens.lower[0] not in ("that", "what", "who", "how", "why", "once")
    )
    while place < len(tokens):
        word = tokens.lower[place]
        if tokens.depth[place]:
            place += 1
            continue
        if word == "," and subordinate:
            subordinate = False
            first = place + 1
        elif (
            word
            in (
                "which",
                "who",
                "whose",
                "where",
                "that",
                "whom",
                "while",
                "when",
                "as",
                "because",
                "if",
                "until",
                "since",
            )
            and place
        ):
            relative = True
        elif word in (",", ";"):
            relative = (
                False
                if word == ";"
                else relative and not (place + 1 < len(tokens) and tokens.lower[place + 1] in AUXILIARIES)
            )
            if not found:
                first = place + 1
        elif word in AUXILIARIES or (not found and word in ("remains", "requires", "needs", "continues")):
            group = verb_group(tokens, place, verbs)
            taken = group.complement if group else place + 1
            inverted = False
            if not relative and not subordinate and not inverted:
                coordinated = not found or tokens.lower[place - 1] in ("and", "but", ",") or tokens.is_adverb(place - 1)
                if coordinated:
                    main = group.main if group else place
                    begin = first if not found else place - 1
                    found.append((place, main, taken, group.auxiliaries if group else (), begin))
            elif relative:
                relative = False
            place = max(place + 1, (group.main if group else place) + (0 if group and group.main == place else 0))
            continue
        place += 1
    return found


def style_of(layout: Layout, verbs: Verbs) -> Style:
    """See how the paragraphs of a text open."""
    if any(block.kind is BlockKind.SUBJECT for block in layout.blocks):
        return Style(resolution=True)
    openings = {Inflection.ING: 0, Inflection.S: 0, Inflection.BASE: 0}
    for block in layout.blocks:
        if block.kind in _BODY:
            tokens = tokenize(layout.text, block.start, min(block.end, block.start + 80))
            place = 0
            while place < len(tokens) and tokens.is_adverb(place):
                place += 1
            hit = verbs.at(tokens.lower, place) if place < len(tokens) else None
            if hit and hit[0].strong:
                for form in hit[1] & set(openings):
                    openings[form] += 1
    return Style(openings[Inflection.ING] >= 3 or openings[Inflection.S] >= 3, openings[Inflection.BASE] >= 3)


def find_acts(layout: Layout, subjects: Subjects) -> tuple[tuple[Act, ...], tuple[PassedOver, ...]]:
    """Find the acts of a statement and account for every sentence that holds none.

    Languages without a vocabulary of operative verbs give no acts; their sentences are passed over as such.
    """
    if layout.language not in LANGUAGES:
        reason = "no operative verbs are known in this language"
        return (), tuple(
            PassedOver(Passage.of(layout.text, b.start, b.end), reason) for b in layout.blocks if b.start < b.end
        )
    found = ActReader(layout, subjects).read()
    return tuple(found.acts), tuple(found.passed_over)
