"""The kind of an act in French, judged by its verb's complement in the order of the gold set's rules."""

from __future__ import annotations

import re

from concerted.reading.clause import Clause, Standing
from concerted.reading.complements import first_fitting, kind_of_complement
from concerted.reading.facts import Kind
from concerted.reading.french.words import clause_words
from concerted.reading.judgement import Judgement
from concerted.reading.subject import Stands
from concerted.reading.tokens import Tokens
from concerted.reading.verbs import Verb, Verbs

_PROMISING_NOUN = re.compile(r"^(?:aucun\s+effort|tous\s+nos\s+efforts)\b", re.I)


def judge(tokens: Tokens, clause: Clause, verbs: Verbs) -> Judgement | None:
    """Judge a main clause; None for a plain assertion, which counts only where no other act stands beside it."""
    traits = set(clause.auxiliaries)
    subject = clause.subject
    speaks = subject is None or subject.speaks
    agent = subject is None or subject.agent
    if not speaks and (thing := _of_a_thing(tokens, clause, verbs)) is not None and thing.kind is Kind.CONCERN:
        return thing
    if {"devoir", "falloir"} & traits:
        return Judgement(Kind.CALL, sure=0.85, whole=not agent)
    if subject is not None and subject.pronoun and not agent:
        return _impersonal(tokens, clause, verbs)
    if "future" in traits and "pouvoir" not in traits:
        return _future(tokens, clause, verbs)
    if "pouvoir" in traits:
        return _possible(tokens, clause, verbs, speaks=speaks)
    if not speaks:
        return _of_a_thing(tokens, clause, verbs)
    if clause.predicate is not None:
        return _predicate(tokens, clause, verbs)
    if "ne" in traits and _denied(tokens, clause):
        return None
    if "être" in traits and (clause.verb is None or not _is_active(clause)):
        return _passive(tokens, clause, verbs)
    return _said(clause.verb, clause.complement, tokens, clause, verbs) if clause.verb else None


def _denied(tokens: Tokens, clause: Clause) -> bool:
    """ "n'ont pas retenu", but not "ne ménagent aucun effort"."""
    verb = clause.verb
    if verb is None or verb.group in ("telling", "institution", "announcement", "agreement", "ruling"):
        return _PROMISING_NOUN.match(tokens.words(clause.complement, clause.end)) is None
    return False


def _is_active(clause: Clause) -> bool:
    """ "sont convenus", "se sont félicités": être as the auxiliary of an active verb."""
    verb = clause.verb
    return verb is not None and (verb.group == "agreement" or verb.lemma.startswith(("se ", "s'", "venir", "devenir")))


def _predicate(tokens: Tokens, clause: Clause, verbs: Verbs) -> Judgement | None:
    """Judge "sommes déterminés à", "restent préoccupés par", "se disent prêts à"."""
    predicate = clause.predicate
    if predicate is None:
        return None
    complement = tokens.words(clause.complement, clause.end)
    renews = clause.verb is not None and clause.verb.lemma in ("rester", "demeurer")
    if kind := first_fitting(predicate.complements, complement):
        return Judgement(kind, renews, 0.8)
    if predicate.kind is None:
        return None
    return Judgement(predicate.kind, renews, 0.7 if predicate.kind is Kind.FINDING else 0.9)


def _said(verb: Verb, complement_at: int, tokens: Tokens, clause: Clause, verbs: Verbs) -> Judgement | None:
    """Judge a verb of the issuers by what follows it."""
    complement = tokens.words(complement_at, clause.end).replace("’", "'")
    said = verbs.assertions
    if verb.group == "telling":
        kind = kind_of_complement(verb, complement)
        return Judgement(kind, sure=0.7) if kind is not Kind.FINDING else None
    if verb.group == "preamble":
        return Judgement(Kind.FINDING, sure=0.85) if clause.standing is Standing.HEAD else None
    if verb.group == "linking":
        return None
    if verb.lemma == "constituer" and said["blamed"].match(complement):
        return Judgement(Kind.CONCERN, sure=0.7, whole=True)
    if verb.group == "promise" and not verb.strong and not said["aimed"].match(complement) and complement.strip(" :"):
        return None
    if verb.group == "carrying_on":
        return _carried_on(complement, verbs)
    kind = kind_of_complement(verb, complement)
    renews = verb.renews or said["renewed"].match(complement) is not None
    renews = renews or (verb.group == "wishing" and _SAID_AGAIN.match(complement) is not None)
    return Judgement(kind, renews, 0.95 if verb.strong else 0.8)


_SAID_AGAIN = re.compile(r"(?:à\s+)?(?:rappeler|réaffirmer|réitérer|renouveler|confirmer)\b")
_TO_SAY = re.compile(r"^(?:à|de|d')\s*(\w+)\b")


def _carried_on(complement: str, verbs: Verbs) -> Judgement | None:
    """ "continuent d'exhorter" keeps the kind of what goes on; "poursuivent leurs efforts" is a promise."""
    inner = _TO_SAY.match(complement)
    if inner and (hits := verbs.forms.get(inner[1])):
        verb = hits[-1][0]
        if verb.strong and verb.group in ("request", "blame", "praise", "noting"):
            return Judgement(verb.kind, True, 0.75)
    return Judgement(Kind.COMMITMENT, True, 0.7) if verbs.assertions["own_deed"].match(complement) else None


def _future(tokens: Tokens, clause: Clause, verbs: Verbs) -> Judgement | None:
    """The issuers, their meetings and means are bound by the future; of others and of effects it only tells."""
    subject = clause.subject
    word = tokens.lower[clause.main]
    lemma = clause.verb.lemma if clause.verb else word
    renews = "ne" not in clause.auxiliaries and any(one in lemma for one in verbs.words["renewing"])
    effect = lemma in clause_words().effects
    if subject is None or subject.speaks:
        tells = subject is not None and subject.own and effect
        if clause.main == clause.verb_at and "être" in clause.auxiliaries and clause.predicate is None:
            return None if subject is None or not subject.pronoun else Judgement(Kind.COMMITMENT, renews, 0.6)
        return None if tells else Judgement(Kind.COMMITMENT, renews)
    if subject.stands is Stands.OUTSIDERS:
        return None
    passive = "être" in clause.auxiliaries
    if passive and clause.main > clause.verb_at:
        return Judgement(Kind.COMMITMENT, renews, 0.6)
    return Judgement(Kind.COMMITMENT, renews, 0.65) if subject.own and not effect and not passive else None


def _possible(tokens: Tokens, clause: Clause, verbs: Verbs, *, speaks: bool) -> Judgement | None:
    """ "ne peut être associé": nobody may do it; "peuvent adhérer": a rule that is settled."""
    traits = set(clause.auxiliaries)
    if "ne" in traits and "être" in traits:
        return Judgement(Kind.CALL, sure=0.7, whole=True)
    joins = "ne" not in traits and clause.verb is not None and clause.verb.lemma in verbs.words["joining"]
    return Judgement(Kind.DECISION, sure=0.7) if joins and not speaks else None


def _impersonal(tokens: Tokens, clause: Clause, verbs: Verbs) -> Judgement | None:
    """ "il convient de", "il est urgent de", "il a été décidé de"."""
    word = tokens.lower[clause.main]
    complement = tokens.words(clause.complement, clause.end).replace("’", "'")
    rest = tokens.words(clause.main, clause.end).replace("’", "'")
    if word.startswith("convien") and clause.complement == clause.main + 1:
        return Judgement(Kind.CALL, sure=0.75, whole=True)
    if word in ("incombe", "appartient"):
        return Judgement(Kind.CALL, sure=0.7, whole=True)
    said = verbs.assertions
    after = tokens.words(clause.verb_at + 1, clause.end)
    if said["needed"].match(after) or said["needed"].match(rest):
        return Judgement(Kind.CALL, sure=0.75, whole=True)
    if said["blamed"].match(after) or said["blamed"].match(rest):
        return Judgement(Kind.CONCERN, sure=0.75, whole=True)
    if clause.verb is None:
        return None
    if clause.verb.group in ("agreement", "ruling"):
        settled = re.match(r"(?:de\s+|d')\s*" + _INSTITUTE, complement)
        kind = Kind.DECISION if settled else kind_of_complement(clause.verb, complement)
        return Judgement(kind, sure=0.7)
    if clause.verb.group in ("request", "declaring", "noting") and "être" in clause.auxiliaries:
        return Judgement(kind_of_complement(clause.verb, complement), sure=0.65)
    return None


_INSTITUTE = r"(?:créer|instituer|établir|instaurer|constituer|mettre\s+en\s+place|lancer|adopter|nommer|désigner)\b"


def _passive(tokens: Tokens, clause: Clause, verbs: Verbs) -> Judgement | None:
    """Judge passives and what follows "être": need, blame, what is asked or settled."""
    said, verb = verbs.assertions, clause.verb
    rest = tokens.words(clause.main if clause.main > clause.verb_at else clause.complement, clause.end).replace(
        "’", "'"
    )
    past = "avoir" in clause.auxiliaries
    if said["needed"].match(rest):
        return Judgement(Kind.CALL, sure=0.75, whole=True)
    if said["blamed"].match(rest):
        return Judgement(Kind.CONCERN, sure=0.75, whole=True)
    by = re.match(r"(?:\w+\s+){0,2}par\b(?!\s+la\s+présente)", tokens.words(clause.complement, clause.end))
    if verb is not None and not by:
        if verb.group in ("request", "engaging"):
            return Judgement(Kind.CALL, sure=0.75)
        if verb.group == "institution" and not past and clause.subject is not None and not clause.subject.speaks:
            return Judgement(Kind.DECISION, sure=0.65)
        if verb.group in ("praise", "blame") and verb.strong:
            return Judgement(verb.kind, sure=0.65, whole=True)
    own = clause.subject is None or clause.subject.own or clause.subject.speaks
    return Judgement(Kind.COMMITMENT, sure=0.7) if own and said["scheduled"].match(rest) else None


def _of_a_thing(tokens: Tokens, clause: Clause, verbs: Verbs) -> Judgement | None:
    """Judge a clause whose subject does not speak; None for a plain assertion."""
    subject, said = clause.subject, verbs.assertions
    if subject is None:
        return None
    words = tokens.words(subject.first, clause.end).replace("’", "'")
    kind = first_fitting(verbs.of_things, words)
    if kind is not None:
        return Judgement(kind, False, 0.7, whole=True)
    if subject.stands is Stands.OUTSIDERS and "être" not in clause.auxiliaries:
        return None
    complement = tokens.words(clause.complement, clause.end).replace("’", "'")
    verb = clause.verb
    if "être" in clause.auxiliaries:
        return _passive(tokens, clause, verbs)
    if verb is None:
        return None
    if verb.lemma in ("prendre", "entrer") and said["in_force"].match(complement):
        return Judgement(Kind.DECISION, sure=0.7)
    shows = verb.group in ("declaring", "noting") or verb.lemma in verbs.words["showing"]
    if shows and kind_of_complement(_stress(verbs), complement) is Kind.CALL:
        return Judgement(Kind.CALL, sure=0.65, whole=True)
    if subject.own and verb.group == "promise" and said["aimed"].match(complement) and verb.strong:
        return Judgement(Kind.COMMITMENT, sure=0.65)
    return None


def _stress(verbs: Verbs) -> Verb:
    """Give a verb that leaves the kind to its complement."""
    return verbs.forms["souligner"][0][0]
