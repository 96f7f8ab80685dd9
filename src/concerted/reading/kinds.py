"""The kind of an act, judged by its verb's complement in the order of the gold set's rules (section 3)."""

from __future__ import annotations

from concerted.reading.assertions import judge_copula, judge_future, judge_thing
from concerted.reading.clause import Clause, Standing
from concerted.reading.complements import fits, kind_of_complement
from concerted.reading.facts import Kind
from concerted.reading.judgement import Judgement
from concerted.reading.tokens import Tokens, clause_words
from concerted.reading.verb_groups import BE
from concerted.reading.verbs import Inflection, Verb, Verbs


def judge(tokens: Tokens, clause: Clause, verbs: Verbs) -> Judgement | None:
    """Judge a main clause; None for a plain assertion, which counts only where no other act stands beside it."""
    group = set(clause.auxiliaries)
    speaks = clause.subject is None or clause.subject.speaks
    agent = clause.subject is None or clause.subject.agent
    if group & {"must", "should", "cannot"} or ("shall" in group and not speaks) or {"can", "not"} <= group:
        return Judgement(Kind.CALL, sure=0.85, whole=not agent)
    if group & {"have", "has"} and tokens.lower[clause.main] == "to":
        return Judgement(Kind.CALL, sure=0.75, whole=not agent)
    if clause.is_future:
        return judge_future(tokens, clause, verbs)
    if group & {"can", "could", "may", "might"}:
        joins = "may" in group and tokens.lower[clause.main] in verbs.words["joining"]
        return Judgement(Kind.DECISION, sure=0.7) if joins else None
    if not speaks:
        return judge_thing(tokens, clause, verbs)
    if clause.predicate is not None:
        return _judge_predicate(tokens, clause, verbs)
    last = next((word for word in reversed(clause.auxiliaries) if word != "not"), "")
    if last in BE:
        return _judge_being(tokens, clause, verbs)
    if clause.verb is None:
        return None
    return _judge_verb(clause.verb, clause.complement, clause, tokens, verbs)


def _judge_predicate(tokens: Tokens, clause: Clause, verbs: Verbs) -> Judgement | None:
    """Judge "are committed to", "remain concerned at", "are pleased to announce"."""
    predicate = clause.predicate
    if predicate is None:
        return None
    linking = set(tokens.lower[clause.verb_at : clause.complement])
    renews = bool(linking & {"remain", "remains", "remained", "continue", "continues"})
    complement = tokens.words(clause.complement, clause.end)
    place = clause.complement + 1
    if predicate.kind is Kind.ENDORSEMENT and complement.startswith("to ") and _is_infinitive(tokens, place):
        hit = verbs.at(tokens.lower, place) if place < len(tokens) else None
        if hit and hit[0].group not in ("noting", "telling"):
            return _judge_verb(hit[0], place + hit[2], clause, tokens, verbs)
        if tokens.lower[place] not in ("be", "have", "see", "note", "meet", "welcome", "host"):
            return Judgement(Kind.COMMITMENT, renews, 0.6)
    for pattern in verbs.predicate_complements.get(predicate.kind, ()):
        if fits(pattern, complement):
            return Judgement(pattern.kind, renews, 0.8)
    renews = renews or verbs.assertions["renewed"].match(complement) is not None
    return Judgement(predicate.kind, renews, 0.7 if predicate.kind is Kind.FINDING else 0.9)


def _is_infinitive(tokens: Tokens, place: int) -> bool:
    """Tell "to announce" from "to the host"."""
    if place >= len(tokens):
        return False
    first = tokens.text[tokens.starts[place]]
    return first.islower() and tokens.lower[place] not in clause_words().determiners | {"all", "both", "those", "each"}


def _judge_being(tokens: Tokens, clause: Clause, verbs: Verbs) -> Judgement | None:
    """Judge "are ...ing" and passives of the issuers."""
    verb, word = clause.verb, tokens.lower[clause.main]
    complement = tokens.words(clause.complement, clause.end)
    if verb is not None and verb.group in ("agreement", "ruling") and complement.startswith("to "):
        return Judgement(kind_of_complement(verb, complement, None), sure=0.7)  # "it was agreed to ..."
    if not word.endswith("ing"):
        return judge_copula(tokens, clause, verbs)
    if word in ("continuing", "maintaining") or (verb is not None and verb.group == "promise"):
        return Judgement(Kind.COMMITMENT, word in ("continuing", "maintaining"), 0.8)
    if verb is not None and (verb.group in ("request", "institution", "announcement") or verb.strong):
        if verb.group == "telling":
            return None
        kind = kind_of_complement(verb, complement, Inflection.ING)
        return Judgement(kind, verb.renews, 0.75)
    return None


def _judge_verb(verb: Verb, complement_at: int, clause: Clause, tokens: Tokens, verbs: Verbs) -> Judgement | None:
    """Judge a verb of the issuers by what follows it, from the token ``complement_at`` to the clause's end."""
    complement = tokens.words(complement_at, clause.end)
    said = verbs.assertions
    if verb.group == "telling":
        return _judge_telling(verb, complement, verbs)
    if verb.group == "preamble":
        return Judgement(Kind.FINDING, sure=0.85) if clause.standing is Standing.HEAD else None
    if verb.group == "promise" and not verb.strong and not said["aimed"].match(complement):
        return None
    if verb.group == "carrying_on":
        return _judge_continuing(complement_at, complement, tokens, clause, verbs)
    if verb.lemma == "welcome" and said["visit"].match(complement):
        return None
    kind = kind_of_complement(verb, complement, clause.inflection)
    renews = verb.renews or said["renewed"].match(complement) is not None
    return Judgement(kind, renews, 0.95 if verb.strong else 0.8)


def _judge_telling(verb: Verb, complement: str, verbs: Verbs) -> Judgement | None:
    """Verbs that tell are no acts but with some complements ("need to ...", "offer full support")."""
    if verb.lemma in ("need", "have") and complement.startswith("to ") and not complement.startswith("to date"):
        return Judgement(Kind.CALL, sure=0.75)
    if verb.lemma == "share" and verbs.assertions["resolved"].match(complement):
        return Judgement(Kind.COMMITMENT, sure=0.6)
    if verb.lemma in ("provide", "give", "offer") and verbs.assertions["support"].match(complement):
        return Judgement(Kind.ENDORSEMENT, sure=0.7)
    return None


def _judge_continuing(
    complement_at: int, complement: str, tokens: Tokens, clause: Clause, verbs: Verbs
) -> Judgement | None:
    """ "continue to call on ..." keeps the kind of what goes on; "continue to work" is a promise."""
    inner = complement_at + 1
    if tokens.lower[complement_at:inner] == ["to"] and inner < len(tokens):
        while inner < len(tokens) - 1 and tokens.is_adverb(inner):
            inner += 1
        hit = verbs.at(tokens.lower, inner)
        if hit and hit[0].group in ("request", "blame", "declaring", "noting", "praise"):
            rest = tokens.words(inner + hit[2], clause.end)
            return Judgement(kind_of_complement(hit[0], rest, clause.inflection), True, 0.8)
        if tokens.lower[inner] == "be":
            predicate = verbs.predicate_at(tokens.lower, inner + 1)
            return Judgement(predicate.kind, True, 0.8) if predicate else None
        return Judgement(Kind.COMMITMENT, True, 0.75)
    return Judgement(Kind.COMMITMENT, True, 0.7) if verbs.assertions["own_deed"].match(complement) else None
