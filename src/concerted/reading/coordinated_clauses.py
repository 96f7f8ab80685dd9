"""Clauses whose verb goes on with the one before: coordinated, or a participle of saying."""

from __future__ import annotations

from concerted.reading.clause import COORDINATORS, Clause, Standing, View
from concerted.reading.deeds import is_deed
from concerted.reading.subject import Stands
from concerted.reading.tokens import clause_words
from concerted.reading.verb_groups import AUXILIARIES, Group
from concerted.reading.verbs import Inflection

_INFINITIVE = frozenset(
    ("to", "will", "can", "must", "would", "shall", "should", "may", "let", "help", "could", "cannot")
)
# So many words behind the verb of a promise a verb of praise or blame is no longer a part of it.
_APART = 6
# Where a resolution's paragraph goes on with a participle, verbs of these groups are trusted behind a comma.
_WEAK_AFTER_COMMA = ("request", "praise", "blame", "declaring", "noting")


def coordinated(view: View, group: Group, edge: int) -> Clause | None:
    if not view.found:
        return None
    host = view.found[-1]
    tokens = view.tokens
    inflection = _agreement(view, host, group)
    joined = any(word in COORDINATORS for word in tokens.lower[edge : group.start])
    if edge <= host.complement and not joined:
        return None  # "Underlines, bearing in mind that ..., that ...": an aside
    if inflection is None:
        return _participle(view, group, host, edge, joined)
    comma = tokens.lower[edge] in (",", ";", "—", "–")
    if not joined and not (comma and group.verb is not None and not group.auxiliaries):
        return None
    if not _goes_on(view, host, group, edge, inflection, joined):
        return None
    return view.clause(edge, group, Standing.COORDINATED, inflection, host.subject)


def _goes_on(view: View, host: Clause, group: Group, edge: int, inflection: Inflection, joined: bool) -> bool:
    tokens = view.tokens
    following = tokens.lower[group.complement] if group.complement < len(tokens) else ""
    relative = view.has_relative(host.complement, edge)
    if group.auxiliaries or group.verb is None:
        return tokens.lower[edge] == ";" or not relative or _is_ours(view, host, group)
    if inflection is Inflection.PAST and (following == "by" or _goes_on_describing(view, host.complement, edge)):
        return False
    if tokens.lower[edge] in ("and", "or") and _continues_relative(view, host.complement, edge, inflection):
        return False
    if inflection is Inflection.ING and not view.style.resolution and _cites(view, host.complement, edge):
        return False
    comma = tokens.lower[edge] == ","
    if inflection is Inflection.ING and not comma and view.last_gerund_is_governed(host.complement, edge):
        return False  # "its work, including monitoring ... and confirming ..."
    if inflection is Inflection.S and host.standing is Standing.HEAD and _asks(group):
        return True
    if inflection is Inflection.ING and not group.verb.strong:
        weak = group.verb.group == "request" or (comma and group.verb.group in _WEAK_AFTER_COMMA)
        return weak and not view.last_gerund_is_governed(host.complement, edge)
    if inflection is Inflection.BASE and _promises(group, tokens.lower[edge], following):
        return True
    if inflection is Inflection.BASE and _continues_infinitive(view, host, edge, group):
        return False
    if group.verb.strong:
        return True
    if inflection is Inflection.PAST and not joined:
        return False  # "the centre, established in 2014": a participle
    if relative and tokens.lower[edge] != ",":
        return False
    return inflection is not Inflection.BASE or not _has_infinitive(view, host.complement, edge)


def _is_ours(view: View, host: Clause, group: Group) -> bool:
    """ "We note that the risk may grow and will work to lower it": whoever works is no risk."""
    subject = host.subject
    speaks = subject is not None and subject.pronoun and subject.stands is Stands.ISSUERS
    return speaks and "will" in group.auxiliaries and view.tokens.lower[group.main] in clause_words().own_deeds


def _goes_on_describing(view: View, first: int, last: int) -> bool:
    """ "a partnership guided by values, driven by trade, and committed to peace": participles of what was named."""
    lower = view.tokens.lower
    return lower[last] == "," and any(
        lower[place].endswith(("ed", "en")) and lower[place + 1] == "by" and lower[place - 1] == ","
        for place in range(first + 1, last - 1)
    )


def _asks(group: Group) -> bool:
    """Tell whether a form can only be that of a verb that asks ("and invites States to ...", not "and requests")."""
    return group.verb is not None and group.verb.group == "request" and not group.verb.noun and not group.auxiliaries


def _says_what(view: View, group: Group) -> bool:
    """Tell "and emphasized the need" from "and emphasized needs"."""
    verb, following = group.verb, view.tokens.lower[group.complement : group.complement + 1]
    if verb is not None and verb.group == "agreement" and following == ["to"]:
        return True
    known = verb is not None and verb.strong and verb.group in ("declaring", "noting")
    return known and bool(following) and (following[0] == "that" or following[0] in ("the", "our", "their", "its"))


def _judges(group: Group) -> bool:
    """Tell a verb of praise or blame that is one wherever it stands ("commend", "condemn")."""
    return group.verb is not None and group.verb.strong and group.verb.group in ("praise", "blame")


def _judges_apart(host: Clause, group: Group, edge: int) -> bool:
    """ "will keep supplying seed to those in need and welcome the work of ...": far behind a promise, nobody's task."""
    return _judges(group) and edge - host.complement > _APART


def _continues_relative(view: View, first: int, last: int, inflection: Inflection) -> bool:
    """ "which called for X and warned": the verb goes on with the relative clause before it, in its form."""
    tokens = view.tokens
    for place in range(last - 1, first - 1, -1):
        if tokens.lower[place] in ("which", "who"):
            after = place + 1
            while after < last and tokens.is_adverb(after):
                after += 1
            if after >= last or tokens.lower[after] in AUXILIARIES:
                return False
            hit = view.verbs.at(tokens.lower, after)
            return hit is not None and inflection in hit[1]
    return False


def _has_infinitive(view: View, first: int, last: int) -> bool:
    return any(
        view.tokens.lower[place] in _INFINITIVE and (view.tokens.lower[place] != "to" or _leads_to_deed(view, place))
        for place in range(max(0, first - 1), last)
    )


def _leads_to_deed(view: View, to: int) -> bool:
    """Tell "to work" from "to peace and stability"."""
    place = to + 1
    while place < len(view.tokens) - 1 and view.tokens.is_adverb(place):
        place += 1
    if place >= len(view.tokens):
        return False
    hit = view.verbs.at(view.tokens.lower, place)
    return (hit is not None and Inflection.BASE in hit[1]) or is_deed(view.tokens, place)


def _continues_infinitive(view: View, host: Clause, edge: int, group: Group) -> bool:
    """ "to reaffirm X and express Y": a verb of saying coordinated with an infinitive of saying."""
    if host.is_future or (host.verb is not None and host.verb.group == "promise"):
        return not _speaks_up(group) or (view.tokens.lower[edge] != "," and not _judges_apart(host, group, edge))
    for place in range(edge - 1, host.complement - 1, -1):
        if view.tokens.lower[place] == "to":
            hit = view.verbs.at(view.tokens.lower, place + 1) if place + 1 < edge else None
            return hit is not None and hit[0].strong
    return False


def _promises(group: Group, edge: str, following: str) -> bool:
    """Nobody promises to intend or to resolve to do something: such a verb begins a promise of its own."""
    if group.verb is None:
        return False
    return group.verb.lemma in ("intend", "look forward") or (
        # Without a comma "solidarity and resolve to ..." is a noun.
        group.verb.lemma == "resolve" and edge == "," and following == "to"
    )


def _speaks_up(group: Group) -> bool:
    """Tell whether a verb is hardly ever part of a promise ("welcome", "reaffirm", not "highlight" or "support")."""
    verb = group.verb
    if verb is None or not verb.strong:
        return False
    return verb.group in ("praise", "blame", "request", "noting") or verb.renews or verb.lemma in ("commit", "pledge")


def _agreement(view: View, host: Clause, group: Group) -> Inflection | None:
    """Tell in which form a verb group goes on with the host's; None if it cannot."""
    forms = group.inflections
    if group.auxiliaries or group.verb is None:
        ok = host.inflection is not Inflection.ING and group.is_finite and host.standing is not Standing.PARTICIPLE
        return Inflection.FINITE if ok else None
    if host.inflection is Inflection.FINITE:
        plural = host.subject is None or host.subject.plural
        for form in (Inflection.PAST, Inflection.BASE if plural else Inflection.S):
            if form in forms and not (form is Inflection.PAST and host.is_future):
                return form
        return None
    if host.inflection in forms:
        return host.inflection
    # Slips of the pen: "We denounce the raids and emphasized the need to ...", and in resolutions "Recognizes the role
    # of ... and commend their efforts".
    if host.inflection is Inflection.BASE and Inflection.PAST in forms and _says_what(view, group):
        return Inflection.PAST
    if host.inflection is Inflection.S and view.style.resolution and Inflection.BASE in forms and _judges(group):
        return Inflection.S
    head = host.standing is not Standing.PARTICIPLE and host.inflection is Inflection.ING
    if head and Inflection.S in forms and group.verb.strong:
        return Inflection.S
    return None


def _participle(view: View, group: Group, host: Clause, edge: int, joined: bool) -> Clause | None:
    """ "..., recognizing that ...": a participle of saying behind a main clause of the issuers."""
    verb = group.verb
    tokens = view.tokens
    if verb is None or Inflection.ING not in group.inflections or group.auxiliaries:
        return None
    if tokens.lower[edge] != "," or not verb.strong or verb.group in ("promise", "agreement", "institution"):
        return None
    if host.subject is not None and not host.subject.speaks:
        return None
    if _cites(view, host.complement, edge):
        return None
    if joined and view.last_gerund_is_governed(host.complement, edge):
        return None
    return view.clause(edge, group, Standing.PARTICIPLE, Inflection.ING, host.subject)


def _cites(view: View, first: int, last: int) -> bool:
    """Tell whether a text is named right before, so that a participle is its own ("the statement ..., condemning")."""
    lower = view.tokens.lower
    return any(
        lower[place] in clause_words().documents and "our" not in lower[max(first, place - 3) : place]
        for place in range(max(first, last - 16), last)
    )
