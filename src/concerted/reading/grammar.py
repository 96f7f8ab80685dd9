"""What the reader of acts asks of a language: where clauses begin and end, and what they do."""

from __future__ import annotations

import re
from typing import Protocol

from concerted.reading.act_style import style_of
from concerted.reading.clause import Clause, Standing
from concerted.reading.clauses import ClauseFinder
from concerted.reading.due import find_due
from concerted.reading.judgement import Judgement
from concerted.reading.kinds import judge
from concerted.reading.layout import Layout
from concerted.reading.lists import LeadIn, act_end, only_addresses, only_points, without_pointer
from concerted.reading.subjects import Subjects
from concerted.reading.tokens import Tokens, opens_late, tokenize
from concerted.reading.verb_words import verb_words
from concerted.reading.verbs import Inflection, operative_verbs
from concerted.terms.passage import Passage


class Grammar(Protocol):
    """The grammar of one language at work on one text."""

    # Words and marks that join a clause to the one before.
    joining: frozenset[str]

    def tokens(self, start: int, end: int) -> Tokens:
        """Cut a sentence into words and marks."""

    def says_nothing(self, words: str) -> str | None:
        """Give the reason for which a whole sentence is no act by its form; None for most."""

    def clauses(self, tokens: Tokens, *, item: bool) -> list[Clause]:
        """List the main clauses of a sentence, each with its end."""

    def judge(self, tokens: Tokens, clause: Clause) -> Judgement | None:
        """Judge a main clause; None for a plain assertion."""

    def verb_words(self, tokens: Tokens, clause: Clause) -> str:
        """Give the words of a clause's verb."""

    def speaks_for_itself(self, tokens: Tokens, clauses: list[Clause], lead: LeadIn) -> bool:
        """Tell whether an item is a sentence of its own, not the end of its lead-in's."""

    def only_points(self, complement: str) -> bool:
        """Tell whether the words after a lead-in's verb say nothing but that a list follows."""

    def leads_on(self, clause: Clause, complement: str) -> bool:
        """Tell whether a lead-in only points at its list, or only names who is asked, so that it is no act itself."""

    def promises(self, complement: str) -> bool:
        """Tell whether the words after "declare" lead to deeds ("to:")."""

    def asks_for_more(self, complement: str) -> bool:
        """Tell whether the words after "agree" lead to sentences ("as follows:")."""

    def end(self, start: int, end: int) -> int:
        """Move an act's end before what only leads on: a semicolon, a final "and", ", including:"."""

    def end_of_item(self, start: int, end: int) -> int:
        """Move an item's end before a semicolon or a final "and"."""

    def due(self, start: int, end: int) -> Passage | None:
        """Find the words that say by when."""


_DEFINING = re.compile(
    r"\(?[^.]{0,80}\b(?:hereafter|hereinafter|henceforth(?=\W*(?:referred|called|known|(?:the\s+)?[\"“‘«])))\b[^.]{0,160}\.?\)?\.?",
    re.S,
)
_FORMULA = re.compile(
    r"(?:[^.]{0,120}\b(?:can\s+be\s+found|(?:is|are)\s+available)\s+(?:here|online|at)\b[^.]{0,80}|let\s+(?:us|our\s+message)\s+be\s+clear"
    r"|\d+(?:st|nd|rd|th)\s+(?:plenary\s+)?meeting\s+\d.{0,80}|\d{1,2}\s+(?:See\s|United\s+Nations,\s+Treaty\s).*)\W*",
    re.I | re.S,
)


class EnglishGrammar:
    """The grammar of English."""

    joining = frozenset((",", "and", "but", ";", ":"))

    def __init__(self, layout: Layout, subjects: Subjects) -> None:
        self.text = layout.text
        self.subjects = subjects
        self.verbs = operative_verbs()
        self.style = style_of(layout, self.verbs)

    def tokens(self, start: int, end: int) -> Tokens:
        """Cut a sentence into words and marks."""
        return tokenize(self.text, start, end)

    def says_nothing(self, words: str) -> str | None:
        """Give the reason for which a whole sentence is no act by its form."""
        if _FORMULA.fullmatch(words):
            return "formula"
        return "names a term only" if _DEFINING.fullmatch(words) else None

    def clauses(self, tokens: Tokens, *, item: bool) -> list[Clause]:
        """List the main clauses of a sentence."""
        return ClauseFinder(tokens, self.verbs, self.subjects, self.style, item=item).clauses()

    def judge(self, tokens: Tokens, clause: Clause) -> Judgement | None:
        """Judge a main clause."""
        return judge(tokens, clause, self.verbs)

    def verb_words(self, tokens: Tokens, clause: Clause) -> str:
        """Give the words of a clause's verb."""
        return verb_words(tokens, clause, self.verbs)

    def speaks_for_itself(self, tokens: Tokens, clauses: list[Clause], lead: LeadIn) -> bool:
        """Tell whether an item is a sentence of its own."""
        if not clauses or tokens.lower[0] == "to":
            return False
        first = clauses[0]
        if first.standing is Standing.SUBJECT:
            begins, subject = self.verbs.at(tokens.lower, 0), first.subject
            deed = begins is not None and bool(begins[1] & {Inflection.BASE, Inflection.ING})
            if subject is None or (not lead.open and (deed or (subject.first > 0 and not opens_late(tokens)))):
                return False  # "Work with owners to ensure that they are paid": a deed, whatever verbs follow
            return subject.speaks or bool(first.auxiliaries)
        return first.first == 0 and (lead.open or first.inflection is Inflection.S)

    def only_points(self, complement: str) -> bool:
        """Tell whether words say nothing but that a list follows."""
        return only_points(complement)

    def leads_on(self, clause: Clause, complement: str) -> bool:
        """Tell whether a lead-in only points at its list, or only names who is asked."""
        return only_points(complement) or (clause.verb is not None and only_addresses(clause.verb, complement))

    def promises(self, complement: str) -> bool:
        """Tell whether the words after "declare" lead to deeds."""
        return complement.lower().startswith("to")

    def asks_for_more(self, complement: str) -> bool:
        """Tell whether the words after "agree" lead to sentences."""
        return complement.lower().startswith("as follows")

    def end(self, start: int, end: int) -> int:
        """Move an act's end before what only leads on."""
        return act_end(self.text, start, without_pointer(self.text, start, end))

    def end_of_item(self, start: int, end: int) -> int:
        """Move an item's end before a semicolon or a final "and"."""
        return act_end(self.text, start, end)

    def due(self, start: int, end: int) -> Passage | None:
        """Find the words that say by when."""
        return find_due(self.text, start, end)
