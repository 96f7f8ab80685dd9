"""Clauses whose verb follows a subject that can speak."""

from __future__ import annotations

from concerted.reading.clause import COORDINATORS, Clause, Standing, View
from concerted.reading.subject import Stands, Subject
from concerted.reading.tokens import clause_words
from concerted.reading.verb_groups import Group
from concerted.reading.verbs import Inflection

# A phrase put before a subject without a comma is no longer than so many words.
_FRONTED = 14


def with_subject(view: View, group: Group) -> Clause | None:
    if view.found and view.found[0].standing is Standing.HEAD:
        return None
    subject = view.subjects.before(view.tokens, group.start, view.floor)
    if subject is None or subject.stands is Stands.THING:
        return None
    if subject.first > 0 and not opens_clause(view, subject):
        return None
    inflection = _finite(view, group, subject)
    if inflection is None:
        return None
    begin = view.clause_start(subject.first)
    view.subjects.remember(subject, view.tokens.ends[subject.last])
    return view.clause(begin, group, Standing.SUBJECT, inflection, subject)


def of_unknown_verb(view: View, place: int) -> Clause | None:
    """ "we embark on ...": whatever follows "we" is its verb; behind other issuers, a word in -ed."""
    tokens = view.tokens
    word = tokens.lower[place]
    if (
        not word.isalpha()
        or tokens.is_adverb(place)
        or word in clause_words().determiners | clause_words().prepositions
        or word in COORDINATORS
        or view.verbs.at(tokens.lower, place)
    ):
        return None
    at = place - 1
    while at > 0 and tokens.is_adverb(at):
        at -= 1
    if at < view.floor or (view.found and view.found[0].standing is Standing.HEAD):
        return None
    before = tokens.lower[at]
    if before != "we" and not (word.endswith("ed") and before in clause_words().issuers):
        return None
    subject = view.subjects.before(tokens, place, view.floor)
    if subject is None or not subject.speaks or (subject.first > 0 and not opens_clause(view, subject)):
        return None
    group = Group(place, place, place + 1, (), None, None, frozenset())
    return view.clause(view.clause_start(subject.first), group, Standing.SUBJECT, Inflection.FINITE, subject)


def _finite(view: View, group: Group, subject: Subject) -> Inflection | None:
    if group.auxiliaries:
        return Inflection.FINITE if group.is_finite else None
    options = group.inflections - {Inflection.ING}
    if not subject.plural and Inflection.S in options:
        return Inflection.S
    if Inflection.PAST in options:
        return Inflection.PAST
    if Inflection.BASE in options and subject.plural:
        return Inflection.BASE
    return Inflection.FINITE if group.predicate is not None else None


def opens_clause(view: View, subject: Subject) -> bool:
    tokens, floor = view.tokens, view.floor
    before = subject.first - 1
    while before >= floor and tokens.is_adverb(before):
        before -= 1
    if before < floor:
        return not view.found  # "We know we must act": the subject of what is known
    word = tokens.lower[before]
    if word in clause_words().subordinators and tokens.lower[max(0, before - 1)] != "doing":  # "in doing so we ..."
        return False
    if word in (";", ":", "—"):
        return True
    if word == "–":
        return subject.pronoun
    if word in COORDINATORS:
        return _is_new_clause(view, subject, before)
    if word == ",":
        if not view.found:
            return tokens.lower[before - 1] not in ("that", "which", "whether")
        last = view.found[-1]
        return last.standing is Standing.PARTICIPLE or not view.has_relative(last.complement, before)
    opener = _after_coordinator(view, before) if view.found else 0
    return opener is not None and _is_fronted(view, opener, before + 1)


def _is_new_clause(view: View, subject: Subject, coordinator: int) -> bool:
    """A subject behind "and" goes on with a that-clause only where no comma parts them and no issuer speaks."""
    if not view.found or view.tokens.lower[coordinator - 1] == "," or subject.stands is Stands.ISSUERS:
        return True
    return not view.has_relative(view.floor, coordinator)


def _is_fronted(view: View, first: int, last: int) -> bool:
    """Tell whether words are a phrase put before the subject without a comma ("At the summit we ...")."""
    if first >= last or last - first > _FRONTED:
        return False
    known = clause_words()
    tail = view.tokens.lower[last - 1]
    if tail in known.prepositions:
        return False
    word = view.tokens.lower[first]
    gerund = word.endswith("ing") and len(word) > 4 and not view.last_gerund_is_governed(view.floor, first)
    return word in known.prepositions or word in known.fronting or gerund


def _after_coordinator(view: View, before: int) -> int | None:
    for place in range(before, max(view.floor, before - _FRONTED), -1):
        if view.tokens.lower[place] in ("and", "but", ";", ":"):
            return place + 1
    return None
