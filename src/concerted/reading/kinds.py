"""The kind of an act, judged by its verb's complement in the order of the gold set's rules (section 3)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from concerted.reading.clauses import AUXILIARIES, Clause
from concerted.reading.facts import Kind
from concerted.reading.subjects import Stands, Subject
from concerted.reading.tokens import Tokens, clause_words
from concerted.reading.verbs import Inflection, Verb, Verbs


@dataclass(frozen=True, slots=True)
class Judgement:
    """An act's kind; ``whole`` where its text is the whole clause; ``sure`` is its confidence."""

    kind: Kind
    renews: bool = False
    sure: float = 0.9
    whole: bool = False


_RENEWING = re.compile(
    r"^(?:(?:the|an?|its|their|our|his|her|U\.S\.)\s+)?(?:[\w’'-]+\s+){0,3}?"
    r"(?:continued|continuing|renewed|enduring\s+and\s+continued|ongoing)\b(?=\s+(?:[\w’'.-]+\s+){0,3}?"
    r"(?:support|commitment|determination|concern|solidarity|condemnation|appreciation|calls?|resolve|readiness))",
    re.I,
)
_NEEDED = re.compile(
    r"\b(?:necessary|required|needed|imperative\s+(?:that|to)|incumbent|obligatory|mandatory)\b|\ba\s+(?:\w+\s+)*need\b|\bneed(?:s)?\s+(?:to|for)\b"
    r"|\bno\s+(?:room|place|alternative)\b(?!)",
    re.I,
)
_BLAME = re.compile(
    r"^(?:\w+ly\s+|not\s+|also\s+|a\s+|an\s+|the\s+|flagrant\s+|clear\s+|serious\s+|gross\s+|grave\s+|totally\s+|simply\s+)*"
    r"(?:unacceptable|unjustifiable|unjustified|illegal|unlawful|criminal|inexcusable|intolerable|reprehensible|abhorrent|heinous"
    r"|indefensible|illegitimate|without\s+(?:any\s+)?justification|violations?\s+of|breach(?:es)?\s+of|in\s+(?:\w+\s+)?(?:violation|breach)\s+of)\b",
    re.I,
)
_SETTLED = re.compile(r"\b(?:herein|hereby|herewith|hereto)\b", re.I)


def judge(tokens: Tokens, clause: Clause, verbs: Verbs) -> Judgement | None:
    """Judge a main clause; None for a plain assertion, which counts only where no other act stands beside it."""
    complement = tokens.words(clause.complement, clause.end)
    group = set(clause.auxiliaries)
    speaks = clause.subject is None or clause.subject.speaks
    if "continue" in group or "continues" in group:
        rest = _judge_future(tokens, clause, speaks) if clause.is_future else None
        return Judgement(Kind.COMMITMENT, True) if rest and rest.kind is Kind.COMMITMENT else rest
    if clause.is_future and "shall" not in group - ({"shall"} if speaks else set()):
        return _judge_future(tokens, clause, speaks)
    if group & {"must", "should", "shall", "cannot"} or (group & {"can"} and "not" in group):
        return Judgement(Kind.CALL, sure=0.85, whole=not _actor(clause.subject))
    if group & {"can", "could", "may", "might"}:
        return _judge_permission(tokens, clause, complement)
    if clause.predicate is not None:
        return _judge_predicate(tokens, clause, complement)
    passive = bool(group & {"is", "are", "was", "were", "been", "being", "be"})
    if passive:
        return _judge_passive(tokens, clause, complement)
    if clause.verb is None:
        return None
    return judge_verb(clause.verb, complement, clause, tokens, verbs)


def _actor(subject: Subject | None) -> bool:
    return subject is None or subject.speaks


def _judge_future(tokens: Tokens, clause: Clause, speaks: bool) -> Judgement | None:
    words = [w for w in tokens.lower[clause.verb_at : clause.complement] if w not in AUXILIARIES]
    main = tokens.lower[clause.main]
    copula = "be" in clause.auxiliaries
    progressive_or_passive = copula and (main.endswith(("ed", "ing", "en", "held", "built", "met", "set", "made")))
    if speaks and clause.subject is not None and clause.subject.stands is not Stands.THING:
        if copula and not progressive_or_passive and clause.predicate is None:
            return None
        return Judgement(
            Kind.COMMITMENT,
            bool({"continue", "maintain", "remain", "redouble"} & set(words)) or "continue" in clause.auxiliaries,
        )
    return None


def _judge_permission(tokens: Tokens, clause: Clause, complement: str) -> Judgement | None:
    if "may" in clause.auxiliaries and tokens.lower[clause.main] in ("join", "accede", "withdraw", "endorse"):
        return Judgement(Kind.DECISION, sure=0.7)
    return None


def _judge_predicate(tokens: Tokens, clause: Clause, complement: str) -> Judgement | None:
    predicate = clause.predicate
    assert predicate is not None
    linking = set(tokens.lower[clause.verb_at : clause.complement])
    renews = bool(linking & {"remain", "remains", "remained", "continue", "continues"})
    if not _actor(clause.subject) and predicate.kind is not Kind.FINDING:
        return None
    if predicate.kind is Kind.FINDING:
        return Judgement(Kind.FINDING, renews, 0.7)
    return Judgement(predicate.kind, renews)


def _judge_passive(tokens: Tokens, clause: Clause, complement: str) -> Judgement | None:
    verb = clause.verb
    if Inflection.ING in _forms(tokens, clause):
        if tokens.lower[clause.main] == "continuing" and _actor(clause.subject):
            return Judgement(Kind.COMMITMENT, True)
        if (
            verb is not None
            and _actor(clause.subject)
            and verb.group in ("request", "blame", "praise", "promise", "institution", "announcement")
        ):
            if verb.group in ("praise", "blame") and not verb.strong:
                return None
            return Judgement(verb.kind, verb.renews, 0.8)
        return None
    if _SETTLED.search(tokens.words(clause.verb_at, clause.end)):
        return Judgement(Kind.DECISION, sure=0.8)
    return None


def _forms(tokens: Tokens, clause: Clause) -> frozenset[Inflection]:
    word = tokens.lower[clause.main]
    return frozenset((Inflection.ING,)) if word.endswith("ing") and len(word) > 4 else frozenset()


def judge_verb(verb: Verb, complement: str, clause: Clause, tokens: Tokens, verbs: Verbs) -> Judgement | None:
    """Judge a finite verb or participle by what follows it."""
    if verb.group == "telling":
        return _judge_telling(verb, complement)
    if clause.subject is not None and not clause.subject.speaks:
        return None
    if verb.group == "preamble":
        return Judgement(Kind.FINDING, sure=0.85) if clause.inflection is Inflection.ING else None
    if (
        verb.group == "promise"
        and not verb.strong
        and not re.match(r"(?:\w+ly\s+)?(?:to|for|not\s+to|that|our|their|at)\b", complement)
    ):
        return None
    if verb.group == "carrying_on":
        return _judge_continuing(complement, tokens, clause, verbs)
    kind = kind_of_complement(verb, complement, clause.inflection)
    renews = verb.renews or _RENEWING.match(complement) is not None
    return Judgement(kind, renews, 0.95 if verb.strong else 0.8)


def kind_of_complement(verb: Verb, complement: str, inflection: Inflection | None) -> Kind:
    """Find the first pattern of the verb's table that its complement fits."""
    for pattern in verb.complements:
        if pattern.lemmas and verb.lemma not in pattern.lemmas:
            continue
        if pattern.inflection is not None and pattern.inflection is not inflection:
            continue
        if pattern.pattern.search(complement) and not (pattern.unless and pattern.unless.search(complement)):
            return pattern.kind
    return verb.kind


def _judge_telling(verb: Verb, complement: str) -> Judgement | None:
    if verb.lemma == "provide" and re.match(
        r"(?:our|their|its|broad|full|strong|continued|unwavering)\s+(?:\w+\s+){0,2}support\b", complement
    ):
        return Judgement(Kind.ENDORSEMENT, sure=0.7)
    return None


def _judge_continuing(complement: str, tokens: Tokens, clause: Clause, verbs: Verbs) -> Judgement | None:
    place = clause.complement
    if tokens.lower[place : place + 1] == ["to"] and place + 1 < len(tokens):
        hit = verbs.at(tokens.lower, place + 1)
        if hit and hit[0].group in ("request", "blame", "declaring", "noting", "praise"):
            rest = tokens.words(place + 1 + hit[2], clause.end)
            return Judgement(kind_of_complement(hit[0], rest, clause.inflection), True, 0.8)
        if tokens.lower[place + 1] == "be":
            predicate = verbs.predicate_at(tokens.lower, place + 2)
            return Judgement(predicate.kind, True, 0.8) if predicate else None
        return Judgement(Kind.COMMITMENT, True, 0.75)
    if (
        clause.verb is not None
        and clause.verb.lemma == "continue"
        and re.match(r"(?:our|their|its|the|in|with)\b", complement)
    ):
        return Judgement(Kind.COMMITMENT, True, 0.7)
    if re.match(r"(?:our|their|its)\b", complement):
        return Judgement(Kind.COMMITMENT, True, 0.7)
    return None


def judge_thing(
    tokens: Tokens, start: int, main: int, complement_at: int, end: int, auxiliaries: tuple[str, ...], first: int
) -> Judgement | None:
    """Judge what is said of a thing or of somebody else: need, blame, or the issuers' own meetings and means."""
    group = set(auxiliaries)
    known = clause_words()
    rest = tokens.words(main, end)
    if group & {"must", "should", "shall"} or "cannot" in group or {"can", "not"} <= group:
        return Judgement(Kind.CALL, sure=0.8, whole=True)
    if group & {"will", "would"}:
        own = _own_head(tokens, first, start)
        verb = tokens.lower[main]
        passive = "be" in group
        if not passive and verb in ("help", *known.effects):
            return None
        if passive and not verb.endswith(("ed", "en", "held", "built", "made", "set")):
            return None
        if own:
            return Judgement(Kind.COMMITMENT, "continue" in group, 0.7)
        return None
    if group & {"is", "are", "be", "remains", "remain"} or tokens.lower[main] in (
        "remains",
        "remain",
        "needs",
        "need",
        "requires",
    ):
        if group & {"is", "are", "be"} and _SETTLED.search(rest):
            return Judgement(Kind.DECISION, sure=0.8)
        if (
            group & {"is", "are"}
            and re.match(r"(?:scheduled|expected|due|set|planned)\s+to\b", rest)
            and _own_head(tokens, first, start)
        ):
            return Judgement(Kind.COMMITMENT, sure=0.7)
        head = rest[:120]
        if (
            (tokens.lower[main] not in ("requires",))
            and _NEEDED.search(head)
            and not re.match(r"(?:\w+\s+){0,3}which\b", head)
        ):
            return Judgement(Kind.CALL, sure=0.75, whole=True)
        if _BLAME.match(rest):
            return Judgement(Kind.CONCERN, sure=0.75, whole=True)
    return None


def _own_head(tokens: Tokens, first: int, last: int) -> bool:
    """Tell whether a subject is one of the issuers' own meetings, means or organs."""
    known = clause_words()
    words = tokens.lower[first:last]
    if "our" in words[:6] or (words[:1] in (["this"], ["these"], ["it"]) and len(words) == 1):
        return True
    for place, word in enumerate(words):
        if word in ("of", "for", "in", "on", "to", "from", "with") and place:
            return words[place - 1] in known.own_things
        if word in ("which", "that", ","):
            return place > 0 and words[place - 1] in known.own_things
    return bool(words) and words[-1] in known.own_things
