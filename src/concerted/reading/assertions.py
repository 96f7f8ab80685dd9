"""What is said of a thing: need, blame, what is settled, what the issuers' own meetings and means will do."""

from __future__ import annotations

import re

from concerted.reading.clause import Clause
from concerted.reading.complements import first_fitting, kind_of_complement
from concerted.reading.facts import Kind
from concerted.reading.judgement import Judgement
from concerted.reading.subject import Stands
from concerted.reading.tokens import Tokens, clause_words
from concerted.reading.verb_groups import AUXILIARIES, BE
from concerted.reading.verbs import Verbs

# Participles end so; "will be key" is no passive.
_VERBAL = re.compile(r"(?:ed|ing|en|ght|held|built|met|set|made|led|put|sent)$")


def judge_future(tokens: Tokens, clause: Clause, verbs: Verbs) -> Judgement | None:
    """Judge "will": the issuers, their meetings and means are bound by it; of others and of effects it only tells."""
    subject = clause.subject
    speaks = subject is None or subject.speaks
    group = tokens.lower[clause.verb_at : clause.main + 1]
    words = [word for word in group if word not in AUXILIARIES]
    main = words[-1] if words else ""
    renews = bool(verbs.words["renewing"] & {*words, *clause.auxiliaries})
    copula = "be" in clause.auxiliaries
    if copula and not _VERBAL.search(main) and clause.predicate is None:
        if speaks and subject is not None and subject.pronoun:
            return Judgement(Kind.COMMITMENT, renews, 0.6)  # "we will be transparent"
        return None if speaks else judge_copula(tokens, clause, verbs)
    known = clause_words()
    if speaks:
        tells = subject is not None and subject.own and main in known.effects
        return None if tells else Judgement(Kind.COMMITMENT, renews)
    if subject is None or subject.stands is Stands.OUTSIDERS:
        return None
    if copula:
        return None if main in known.passive_effects else Judgement(Kind.COMMITMENT, renews, 0.6)
    own = subject.own or tokens.words(subject.first, subject.last + 1).lower() in ("this", "these", "it", "they")
    return Judgement(Kind.COMMITMENT, renews, 0.65) if own and main not in known.effects else None


def judge_copula(tokens: Tokens, clause: Clause, verbs: Verbs) -> Judgement | None:
    """Judge what follows "be": need, blame, a rule that is settled, a date that is set."""
    said = verbs.assertions
    rest = tokens.words(clause.main, clause.end)
    if said["settled"].search(tokens.words(clause.verb_at, clause.end)):
        return Judgement(Kind.DECISION, sure=0.8)
    if said["needed"].match(rest):
        return Judgement(Kind.CALL, sure=0.75, whole=True)
    if said["blamed"].match(rest):
        return Judgement(Kind.CONCERN, sure=0.75, whole=True)
    passive = _judge_passive(tokens, clause)
    if passive is not None:
        return passive
    own = clause.subject is None or clause.subject.own or clause.subject.speaks
    if own and re.match(r"to\s+\w", rest):
        return Judgement(Kind.COMMITMENT, sure=0.7)  # "The parties are to meet in May"
    return Judgement(Kind.COMMITMENT, sure=0.7) if own and said["scheduled"].match(rest) else None


def _judge_passive(tokens: Tokens, clause: Clause) -> Judgement | None:
    """ "States are urged to ...", "the efforts of ... were commended"; nothing where the text says by whom."""
    verb, complement = clause.verb, tokens.words(clause.complement, clause.end)
    if verb is None or tokens.lower[clause.main].endswith("ing") or re.search(r"^(?:\w+\s+){0,2}by\b", complement):
        return None
    if verb.group == "request" and (clause.subject is None or not clause.subject.pronoun):
        return Judgement(Kind.CALL, sure=0.7)
    if verb.group in ("praise", "blame") and verb.strong:
        return Judgement(verb.kind, sure=0.65, whole=True)
    return None


def judge_thing(tokens: Tokens, clause: Clause, verbs: Verbs) -> Judgement | None:
    """Judge a clause whose subject does not speak; None for a plain assertion."""
    subject, said = clause.subject, verbs.assertions
    if subject is None:
        return None
    kind = first_fitting(verbs.of_things, tokens.words(subject.first, clause.end))
    if kind is not None:
        return Judgement(kind, tokens.lower[clause.main] in ("remains", "remain"), 0.7, whole=True)
    group = set(clause.auxiliaries)
    word = tokens.lower[clause.main]
    complement = tokens.words(clause.complement, clause.end)
    remains = word in ("remains", "remain")
    if _is_aim(tokens, subject.first, subject.last, verbs) and (group & {"is", "was"} or remains):
        rest = complement if remains else tokens.words(clause.main, clause.end)
        if said["to_do"].match(rest):
            return Judgement(Kind.COMMITMENT, remains, 0.75, whole=True)
    if group & BE:
        agreed = clause.verb is not None and clause.verb.group in ("agreement", "ruling") and word.endswith("ed")
        if agreed and clause.verb is not None and tokens.lower[subject.last] == "it":
            return Judgement(kind_of_complement(clause.verb, complement), sure=0.7)
        return judge_copula(tokens, clause, verbs)
    if remains:
        return Judgement(Kind.CALL, sure=0.7, whole=True) if said["needed"].match(complement) else None
    verb = clause.verb
    if verb is None:
        return None
    if verb.lemma in ("need", "have") and said["to_do"].match(complement):
        return Judgement(Kind.CALL, sure=0.7, whole=not subject.agent)
    shows = verb.group in ("declaring", "noting") or verb.lemma in verbs.words["showing"]
    neutral = verbs.forms["stress"][0][0]
    if shows and kind_of_complement(neutral, re.sub(r"^us\s+", "", complement)) is Kind.CALL:
        return Judgement(Kind.CALL, sure=0.65, whole=True)
    organ = subject.own and subject.stands is Stands.THING
    if organ and verb.group == "promise" and said["to_do"].match(complement):
        return Judgement(Kind.COMMITMENT, sure=0.65)
    return None


def _is_aim(tokens: Tokens, first: int, last: int, verbs: Verbs) -> bool:
    """ "Our aim remains to ...", "Our priority now is to ..."."""
    words = tokens.lower[first : last + 1]
    return bool({"our", "their"} & set(words[:2])) and bool(verbs.words["aims"] & set(words[:6]))
