"""The kind of an act, judged by its verb's complement in the order of the gold set's rules (section 3)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from concerted.reading.assertions import judge_copula, judge_future, judge_thing
from concerted.reading.clause import Clause, Standing
from concerted.reading.complements import first_fitting, kind_of_complement
from concerted.reading.facts import Kind
from concerted.reading.judgement import Judgement
from concerted.reading.tokens import Tokens, clause_words
from concerted.reading.verb_groups import BE, HAVE
from concerted.reading.verbs import Inflection, Verb, Verbs

# "We are proud to begin a new chapter" tells of a feeling, "we are pleased to open an office" promises.
_PROUD = ("proud", "honoured", "honored", "privileged", "humbled")


def judge(tokens: Tokens, clause: Clause, verbs: Verbs) -> Judgement | None:
    """Judge a main clause; None for a plain assertion, which counts only where no other act stands beside it."""
    group = set(clause.auxiliaries)
    speaks = clause.subject is None or clause.subject.speaks
    agent = clause.subject is None or clause.subject.agent
    told = judge_thing(tokens, clause, verbs) if not speaks else None
    if told is not None and (told.kind is Kind.CONCERN or tokens.lower[clause.first] == "there"):
        return told
    if group & {"must", "should", "cannot"} or ("shall" in group and not speaks) or {"can", "not"} <= group:
        rules = not agent and "shall" in group and tokens.lower[clause.main] in verbs.words["taking_effect"]
        return Judgement(Kind.DECISION if rules else Kind.CALL, sure=0.85, whole=not agent)
    if group & {"have", "has"} and tokens.lower[clause.main] == "to":
        return Judgement(Kind.CALL, sure=0.75, whole=not agent)
    if clause.is_future:
        if tokens.lower[clause.main] in ("like", "wish"):  # "we would like to thank"
            return _judge_infinitive(clause.main + 1, tokens, clause, verbs) or Judgement(Kind.COMMITMENT, sure=0.6)
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
        having = clause.auxiliaries[-1:] and clause.auxiliaries[-1] in HAVE
        return _judge_telling(verbs.forms["have"][0][0], tokens.words(clause.main, clause.end)) if having else None
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
            return Judgement(Kind.FINDING if tokens.lower[clause.main] in _PROUD else Kind.COMMITMENT, renews, 0.6)
    if kind := first_fitting(predicate.complements, complement):
        return Judgement(kind, renews, 0.8)
    if predicate.kind is None:
        return None
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
        return Judgement(kind_of_complement(verb, complement), sure=0.7)  # "it was agreed to ..."
    if not word.endswith("ing"):
        return judge_copula(tokens, clause, verbs)
    if word in ("continuing", "maintaining") or (verb is not None and verb.group == "promise"):
        return Judgement(Kind.COMMITMENT, word in ("continuing", "maintaining"), 0.8)
    if verb is not None and (verb.group in ("request", "institution", "announcement") or verb.strong):
        if verb.group == "telling":
            return None
        kind = kind_of_complement(verb, complement)
        return Judgement(kind, verb.renews, 0.75)
    return None


def _judge_verb(verb: Verb, complement_at: int, clause: Clause, tokens: Tokens, verbs: Verbs) -> Judgement | None:
    """Judge a verb of the issuers by what follows it, from the token ``complement_at`` to the clause's end."""
    complement = tokens.words(complement_at, clause.end)
    said = verbs.assertions
    if verb.group == "telling":
        return _judge_telling(verb, complement)
    if verb.group == "wishing" and (judged := _judge_infinitive(complement_at, tokens, clause, verbs)):
        return judged
    if verb.group == "preamble":
        return Judgement(Kind.FINDING, sure=0.85) if clause.standing is Standing.HEAD else None
    if verb.group == "promise" and not verb.strong and not said["aimed"].match(complement):
        return None
    if verb.group == "carrying_on":
        return _judge_continuing(complement_at, complement, tokens, clause, verbs)
    if verb.lemma == "welcome" and said["visit"].match(complement):
        return None
    if verb.lemma == "thank" and complement.startswith("to "):
        return None  # "Thanks to the loan, ..."
    kind = kind_of_complement(verb, complement)
    if verb.group == "ruling" and clause.standing is Standing.HEAD and said["instituted"].match(complement):
        kind = Kind.DECISION  # "Decides to establish a committee": a resolution's words alone do it
    renews = verb.renews or said["renewed"].match(complement) is not None
    return Judgement(kind, renews, 0.95 if verb.strong else 0.8)


def _judge_telling(verb: Verb, complement: str) -> Judgement | None:
    """Verbs that tell are no acts but with some complements ("need to ...", "offer full support")."""
    kind = kind_of_complement(verb, complement)
    return Judgement(kind, sure=0.7) if kind is not Kind.FINDING else None


def _judge_continuing(
    complement_at: int, complement: str, tokens: Tokens, clause: Clause, verbs: Verbs
) -> Judgement | None:
    """ "continue to call on ..." keeps the kind of what goes on; "continue to work" is a promise."""
    if complement.startswith("to "):
        judged = _judge_infinitive(complement_at, tokens, clause, verbs)
        return replace(judged or Judgement(Kind.COMMITMENT, sure=0.75), renews=True)
    if verbs.assertions["own_support"].match(complement):
        return Judgement(Kind.ENDORSEMENT, True, 0.7)
    return Judgement(Kind.COMMITMENT, True, 0.7) if verbs.assertions["own_deed"].match(complement) else None


def _judge_infinitive(to: int, tokens: Tokens, clause: Clause, verbs: Verbs) -> Judgement | None:
    """Judge a verb of saying behind the "to" at a token ("wish to thank ...", "continue to be concerned")."""
    place = to + 1
    while place < len(tokens) - 1 and tokens.is_adverb(place):
        place += 1
    if tokens.lower[to : to + 1] != ["to"] or place >= len(tokens):
        return None
    if tokens.lower[place] == "be":
        found = verbs.predicate_at(tokens.lower, place + 1)
        return Judgement(found[0].kind, sure=0.8) if found and found[0].kind else None
    hit = verbs.at(tokens.lower, place)
    if hit is None or hit[0].group not in ("request", "blame", "declaring", "noting", "praise"):
        return None
    rest = tokens.words(place + hit[2], clause.end)
    return Judgement(kind_of_complement(hit[0], rest), hit[0].renews, 0.8)


Judged = tuple[Clause, Judgement | None]


def judged(clauses: Iterable[Clause], judge: Callable[[Clause], Judgement | None]) -> list[Judged]:
    """Judge each clause; words that only looked like a verb go back to the clause before them."""
    out: list[Judged] = []
    for clause in clauses:
        judgement = judge(clause)
        if judgement is None and out and _is_no_clause(out[-1][0], clause):
            host = out.pop()[0]
            host.end = clause.end
            out.append((host, judge(host)))
        else:
            out.append((clause, judgement))
    return out


def _is_no_clause(host: Clause, clause: Clause) -> bool:
    """ "condemns killings, attacks on schools", "remain committed to and invested in": a noun or a participle."""
    verb = clause.verb
    if verb is None or clause.auxiliaries or clause.standing not in (Standing.COORDINATED, Standing.PARTICIPLE):
        return False
    if verb.group == "carrying_on":
        return True
    tells = host.inflection is Inflection.PAST or bool({"have", "has", "had"} & set(host.auxiliaries))
    return verb.group == "telling" and not (clause.inflection is Inflection.PAST and tells)


def merged(tokens: Tokens, operative: list[tuple[Clause, Judgement]]) -> list[tuple[Clause, Judgement]]:
    """Join two verbs over one complement: of one kind, one act; of two, both end with the second."""
    out: list[tuple[Clause, Judgement]] = []
    for clause, judgement in operative:
        if out and clause.standing is Standing.COORDINATED:
            before, kind = out[-1]
            # "express concern over and strongly oppose": the preposition waits for the complement of both.
            if before.complement >= before.end or tokens.lower[before.end - 1] in clause_words().prepositions:
                before.end = clause.end
                if kind.kind is judgement.kind:
                    before.complement = clause.complement
                    continue
        out.append((clause, judgement))
    return out
