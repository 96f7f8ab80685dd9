"""Clauses about a thing, or about somebody who does not speak."""

from __future__ import annotations

from concerted.reading.clause import COORDINATORS, Clause, Standing, View
from concerted.reading.tokens import clause_words
from concerted.reading.verb_groups import AUXILIARIES, LINKING, Group
from concerted.reading.verbs import Inflection

# No subject behind ", and" is longer than so many words.
_LONGEST_SUBJECT = 60


def of_a_thing(view: View, group: Group) -> Clause | None:
    """The first finite verb outside a subordinate clause, or one behind ", and" with a subject of its own."""
    tokens, floor = view.tokens, view.floor
    if view.found and view.found[0].standing is Standing.HEAD:
        return None
    if group.main < len(tokens) and tokens.lower[group.main] == "why":  # "That is why we ..."
        return None
    if view.waits or view.fronted or not group.is_finite or group.start == 0:
        return None
    if not view.found:
        if not group.auxiliaries and not _is_plain_verb(view, group):
            return None
        first = _noun_phrase_start(view, group.start)
    else:
        mark = _parting_mark(view, group.start)
        if mark is None or not group.auxiliaries:
            return None
        first = mark + 1
        if tokens.lower[first] in COORDINATORS:
            first += 1
    if first >= group.start or first < floor:
        return None
    subject = view.subjects.noun_phrase(tokens, first, _last_noun(view, first, group.start))
    inflection = (
        Inflection.FINITE if group.auxiliaries else min(group.inflections - {Inflection.ING}, default=Inflection.FINITE)
    )
    view.subjects.remember(subject, tokens.ends[subject.last])
    return view.clause(view.clause_start(first) if view.found else 0, group, Standing.SUBJECT, inflection, subject)


def _last_noun(view: View, first: int, verb: int) -> int:
    last = verb - 1
    while last > first and (view.tokens.is_adverb(last) or view.tokens.lower[last] in (",", ".")):
        last -= 1
    return last


def _noun_phrase_start(view: View, verb: int) -> int:
    """Go to the last comma before the verb that parts a fronted phrase from the subject."""
    tokens = view.tokens
    first = 0
    for place in range(verb - 1):
        if (
            tokens.lower[place] == ","
            and not tokens.depth[place]
            and tokens.lower[place + 1] not in ("and", "which", "who", "including", "such")
        ):
            opener = tokens.lower[first]
            if (
                opener in clause_words().prepositions
                or opener in clause_words().fronting
                or opener.endswith(("ing", "ly", "ed"))
            ):
                first = place + 1
    return first


def _parting_mark(view: View, verb: int) -> int | None:
    """Find ", and", ";" or ":" before a verb, with nothing subordinate between them nor open before."""
    tokens = view.tokens
    beside = view.found[-1].standing is Standing.PARTICIPLE and view.found[-1].first == 0
    for place in range(verb - 1, max(view.floor, verb - _LONGEST_SUBJECT) - 1, -1):
        word = tokens.lower[place]
        if beside and word == "," and tokens.lower[place + 1] not in ("and", "or", "including", "such", "in", "as"):
            return place
        if word in clause_words().subordinators:
            return None
        if word in (";", ":") and not tokens.depth[place]:
            return place
        if word in ("and", "but") and tokens.lower[place - 1] == ",":
            return place - 1 if not view.has_relative(view.found[-1].complement, place) else None
    return None


def _is_plain_verb(view: View, group: Group) -> bool:
    """Tell whether a form without auxiliary is a verb here, not a participle or a noun."""
    tokens = view.tokens
    following = tokens.lower[group.complement] if group.complement < len(tokens) else ""
    before = tokens.lower[group.start - 1]
    if following in ("by", "of", "") or before == "and" or view.is_governed(group.start):
        return False
    plain = group.inflections & {Inflection.PAST, Inflection.S}
    aims = (
        group.verb is not None and following == "to" and (group.verb.group == "promise" or group.verb.lemma == "need")
    )
    if group.verb is not None and group.verb.noun and Inflection.S in plain and not aims:
        return False
    shows = group.verb is not None and group.verb.strong and group.verb.group == "declaring"
    if not plain and not shows and group.predicate is None and tokens.lower[group.main] not in LINKING:
        return False
    for place in range(group.complement, len(tokens)):
        word = tokens.lower[place]
        if word in (",", ";", ":") or word in clause_words().subordinators:
            return True
        if word in AUXILIARIES and tokens.lower[place - 1] not in ("to", "and"):
            return False
    return True
