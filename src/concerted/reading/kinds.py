"""The kind of an act, judged by its verb's complement in the order of the gold set's rules (section 3)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from concerted.reading.clause import Clause, Standing
from concerted.reading.facts import Kind
from concerted.reading.subjects import Stands
from concerted.reading.tokens import Tokens, clause_words
from concerted.reading.verb_groups import AUXILIARIES, BE
from concerted.reading.verbs import Inflection, Pattern, Verb, Verbs, predicate_patterns

_RENEWED = re.compile(
    r"^(?:(?:the|an?|its|their|our|his|her|U\.S\.)\s+)?(?:(?!(?:of|to|for|on|in)\b)[\w’'.-]+\s+){0,3}?(?:continued|continuing|renewed)\s+"
    r"(?:(?!(?:of|to|for|on|in)\b)[\w’'.,-]+\s+){0,4}?"
    r"(?:support|commitments?|determination|concerns?|solidarity|condemnation|appreciation|calls?|resolve|readiness)\b"
    r"|^(?:(?!that\b)[\w’'.-]+\s+){0,5}?to\s+(?:\w+ly\s+)?(?:continu(?:e|ing)|remain(?:ing)?|maintain(?:ing)?|keep(?:ing)?)\b",
    re.I,
)
_ADVERBIAL = r"(?:\w+ly\s+|also\s+|still\s+|now\s+|not\s+|therefore\s+|further\s+|clearly\s+)*"


@dataclass(frozen=True, slots=True)
class Judgement:
    """An act's kind; ``whole`` where its text is the whole clause; ``sure`` is its confidence."""

    kind: Kind
    renews: bool = False
    sure: float = 0.9
    whole: bool = False


def judge(tokens: Tokens, clause: Clause, verbs: Verbs) -> Judgement | None:
    """Judge a main clause; None for a plain assertion, which counts only where no other act stands beside it."""
    group = set(clause.auxiliaries)
    subject = clause.subject
    agent = subject is None or subject.agent
    if group & {"must", "should", "cannot"} or ("shall" in group and not _speaks(clause)) or {"can", "not"} <= group:
        return Judgement(Kind.CALL, sure=0.85, whole=not agent)
    if clause.is_future:
        return _judge_future(tokens, clause)
    if group & {"can", "could", "may", "might"}:
        joins = "may" in group and tokens.lower[clause.main] in ("join", "accede", "withdraw", "endorse", "associate")
        return Judgement(Kind.DECISION, sure=0.7) if joins else None
    if not _speaks(clause):
        return _judge_thing(tokens, clause, verbs)
    if clause.predicate is not None:
        return _judge_predicate(tokens, clause, verbs)
    last = next((word for word in reversed(clause.auxiliaries) if word != "not"), "")
    if last in BE:
        return _judge_being(tokens, clause)
    if clause.verb is None:
        return None
    return judge_verb(clause.verb, clause.complement, clause, tokens, verbs)


def _speaks(clause: Clause) -> bool:
    return clause.subject is None or clause.subject.speaks


def _judge_future(tokens: Tokens, clause: Clause) -> Judgement | None:
    subject = clause.subject
    words = [
        word for word in tokens.lower[clause.verb_at : clause.main + 1] if word not in AUXILIARIES or word == "continue"
    ]
    main = words[-1] if words else ""
    renews = bool(
        {"continue", "maintain", "remain", "redouble", "reinforce", "renew", "keep"} & {*words, *clause.auxiliaries}
    )
    copula = "be" in clause.auxiliaries
    verbal = re.search(r"(?:ed|ing|en|ght|held|built|met|set|made|led|put|sent)$", main) is not None
    if copula and not verbal and clause.predicate is None:
        return _judge_copula(tokens, clause) if not _speaks(clause) else None
    if subject is None or subject.speaks:
        return Judgement(Kind.COMMITMENT, renews)
    if subject.stands is Stands.OUTSIDERS or not subject.own and not _takes_up(tokens, clause):
        return None
    if not copula and main in clause_words().effects:
        return None
    return Judgement(Kind.COMMITMENT, renews, 0.65)


def _takes_up(tokens: Tokens, clause: Clause) -> bool:
    """Tell whether the subject takes up what was promised before ("This will include ...", "The loans will ...")."""
    subject = clause.subject
    if subject is None:
        return False
    words = tokens.lower[subject.first : subject.last + 1]
    return words in (["this"], ["these"], ["it"], ["they"]) or (words[:1] in (["this"], ["these"]) and subject.own)


def _judge_predicate(tokens: Tokens, clause: Clause, verbs: Verbs) -> Judgement | None:
    predicate = clause.predicate
    if predicate is None:
        return None
    linking = set(tokens.lower[clause.verb_at : clause.complement])
    renews = bool(linking & {"remain", "remains", "remained", "continue", "continues"})
    complement = tokens.words(clause.complement, clause.end)
    if predicate.kind is Kind.ENDORSEMENT and re.match(r"to\s+\w+", complement):
        place = clause.complement + 1
        hit = verbs.at(tokens.lower, place) if place < len(tokens) else None
        if hit and hit[0].group not in ("noting", "telling"):
            return judge_verb(hit[0], place + hit[2], clause, tokens, verbs)
        if not re.match(r"to\s+(?:be|have|see|note|meet|welcome|host)\b", complement):
            return Judgement(Kind.COMMITMENT, renews, 0.6)
    for pattern in predicate_patterns(predicate.kind):
        if _fits(pattern, complement):
            return Judgement(pattern.kind, renews, 0.8)
    renews = renews or _RENEWED.match(complement) is not None
    return Judgement(predicate.kind, renews, 0.7 if predicate.kind is Kind.FINDING else 0.9)


def _judge_being(tokens: Tokens, clause: Clause) -> Judgement | None:
    """Judge "are ...ing" and passives of the issuers."""
    verb, word = clause.verb, tokens.lower[clause.main]
    if not word.endswith("ing"):
        return _judge_copula(tokens, clause)
    if word in ("continuing", "maintaining") or (verb is not None and verb.group == "promise"):
        return Judgement(Kind.COMMITMENT, word in ("continuing", "maintaining"), 0.8)
    if verb is not None and (verb.group in ("request", "institution", "announcement") or verb.strong):
        kind = kind_of_complement(verb, tokens.words(clause.complement, clause.end), Inflection.ING)
        return Judgement(kind, verb.renews, 0.75)
    return None


def judge_verb(verb: Verb, complement_at: int, clause: Clause, tokens: Tokens, verbs: Verbs) -> Judgement | None:
    """Judge a verb of the issuers by what follows it, from the token ``complement_at`` to the clause's end."""
    complement = tokens.words(complement_at, clause.end)
    if verb.group == "telling":
        return _judge_telling(verb, complement)
    if verb.group == "preamble":
        return Judgement(Kind.FINDING, sure=0.85) if clause.standing is Standing.HEAD else None
    if (
        verb.group == "promise"
        and not verb.strong
        and not re.match(rf"{_ADVERBIAL}(?:to|for|not\s+to|that|our|their|at)\b", complement)
    ):
        return None
    if verb.group == "carrying_on":
        return _judge_continuing(complement_at, complement, tokens, clause, verbs)
    if _is_visit(verb, complement):
        return None
    kind = kind_of_complement(verb, complement, clause.inflection)
    renews = verb.renews or _RENEWED.match(complement) is not None
    return Judgement(kind, renews, 0.95 if verb.strong else 0.8)


def _is_visit(verb: Verb, complement: str) -> bool:
    """ "welcomed the Prime Minister to the White House" tells of a place."""
    person = r"(?:His|Her|the\s+(?:Prime|President|Chancellor|King|Crown|Foreign|Secretary)|President|Prime|Chancellor|King)\b"
    return (
        verb.lemma in ("welcome", "receive")
        and re.match(rf"{person}.*\bto\s+(?:the\s+)?[A-Z]", complement, re.S) is not None
    )


def kind_of_complement(verb: Verb, complement: str, inflection: Inflection | None) -> Kind:
    """Find the first pattern of the verb's table that its complement fits; the verb's own kind where none does."""
    for pattern in verb.complements:
        if pattern.lemmas and verb.lemma not in pattern.lemmas:
            continue
        if pattern.inflection is not None and pattern.inflection is not inflection:
            continue
        if _fits(pattern, complement):
            return pattern.kind
    return verb.kind


def _fits(pattern: Pattern, complement: str) -> bool:
    return bool(pattern.pattern.search(complement)) and not (pattern.unless and pattern.unless.search(complement))


def _judge_telling(verb: Verb, complement: str) -> Judgement | None:
    if verb.lemma == "need" and complement.startswith("to "):
        return Judgement(Kind.CALL, sure=0.8)
    if verb.lemma == "have" and re.match(r"to\s+(?!date\b)\w", complement):
        return Judgement(Kind.CALL, sure=0.7)
    if verb.lemma in ("provide", "give", "offer") and re.match(
        r"(?:our|their|its|broad|full|strong)\s+(?:\w+\s+){0,2}support\b", complement
    ):
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
    if re.match(r"(?:our|their|its|in\s+our|with\s+our)\b", complement):
        return Judgement(Kind.COMMITMENT, True, 0.7)
    return None


@cache
def _needs() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    need = re.compile(
        rf"^{_ADVERBIAL}(?:necessary|required|needed|imperative|incumbent|obligatory|mandatory|obliged|an?\s+(?:[\w-]+\s+)*need\b|no\s+(?:alternative|justification\s+for\s+delay)"
        r"|the\s+(?:\w+\s+)*need\s+(?:to|for)|time\s+(?:to|for))",
        re.I,
    )
    blame = re.compile(
        rf"^{_ADVERBIAL}(?:an?\s+|the\s+)?(?:[\w-]+\s+){{0,2}}?(?:unacceptable|unjustifiable|unjustified|illegal|unlawful|criminal|inexcusable"
        r"|intolerable|reprehensible|abhorrent|heinous|indefensible|inadmissible|illegitimate|deplorable|without\s+(?:any\s+)?justification|violations?\s+of"
        r"|breach(?:es)?\s+of|in\s+(?:\w+\s+)?(?:violation|breach)\s+of)\b",
        re.I,
    )
    settled = re.compile(r"\b(?:herein|hereby|herewith|hereto)\b", re.I)
    set_for = re.compile(r"^(?:scheduled|due|set|planned)\s+(?:to|for)\b", re.I)
    return need, blame, settled, set_for


def _judge_copula(tokens: Tokens, clause: Clause) -> Judgement | None:
    need, blame, settled, set_for = _needs()
    rest = tokens.words(clause.main, clause.end)
    if settled.search(tokens.words(clause.verb_at, clause.end)):
        return Judgement(Kind.DECISION, sure=0.8)
    if need.match(rest):
        return Judgement(Kind.CALL, sure=0.75, whole=True)
    if blame.match(rest):
        return Judgement(Kind.CONCERN, sure=0.75, whole=True)
    own = clause.subject is None or clause.subject.own or clause.subject.speaks
    if own and set_for.match(rest):
        return Judgement(Kind.COMMITMENT, sure=0.7)
    return None


def _judge_thing(tokens: Tokens, clause: Clause, verbs: Verbs) -> Judgement | None:
    """Judge what is said of a thing or of somebody else: need, blame, what was settled, an aim of the issuers."""
    subject = clause.subject
    group = set(clause.auxiliaries)
    word = tokens.lower[clause.main]
    complement = tokens.words(clause.complement, clause.end)
    aim = subject is not None and _is_aim(tokens, subject.first, subject.last)
    if aim and (group & {"is", "was"} or word in ("remains", "remain", "is")):
        rest = tokens.words(clause.main if group else clause.complement, clause.end)
        if re.match(rf"{_ADVERBIAL}to\s+\w", rest):
            return Judgement(Kind.COMMITMENT, word in ("remains", "remain"), 0.75, whole=True)
    if group & BE:
        return _judge_copula(tokens, clause)
    if word in ("remains", "remain", "stays"):
        need = _needs()[0]
        return Judgement(Kind.CALL, sure=0.7, whole=True) if need.match(complement) else None
    if clause.verb is None:
        return None
    if clause.verb.lemma in ("need", "have") and re.match(r"to\s+\w", complement):
        return Judgement(Kind.CALL, sure=0.7, whole=subject is not None and not subject.agent)
    shows = clause.verb.group in ("declaring", "noting") or clause.verb.lemma in (
        "show",
        "demonstrate",
        "reinforce",
        "highlight",
    )
    if shows and kind_of_complement(verbs.forms["stress"][0][0], re.sub(r"^us\s+", "", complement), None) is Kind.CALL:
        return Judgement(Kind.CALL, sure=0.65, whole=True)
    own_organ = subject is not None and subject.own and subject.stands is Stands.THING
    if own_organ and clause.verb.group == "promise" and re.match(r"to\s+\w", complement):
        return Judgement(Kind.COMMITMENT, sure=0.65)
    return None


def _is_aim(tokens: Tokens, first: int, last: int) -> bool:
    aims = (
        "aim",
        "goal",
        "objective",
        "objectives",
        "intention",
        "ambition",
        "purpose",
        "priority",
        "aspiration",
        "intent",
        "hope",
        "commitment",
    )
    words = tokens.lower[first : last + 1]
    return any(word in ("our", "their") for word in words[:2]) and any(word in aims for word in words[:6])
