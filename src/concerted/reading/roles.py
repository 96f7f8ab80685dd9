"""What the words around a group of parties make of it: those who speak, who join, who host."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum

from concerted.reading.party_groups import Member, PartyGroup
from concerted.terms.parties import party


class Claim(StrEnum):
    """How a sentence names a group, the plainest claim to speak first."""

    WE = "we, the ..."
    NAMED = "the governments of ..."
    SUBJECT = "... reaffirm"
    MET = "... met ..."
    SPEAKS = "... condemns"
    BETWEEN = "between ..."
    JOINED = "joined by ..."


_OFFICES = (
    r"(?:[Ll]eaders?|[Gg]overnments?|[Hh]eads?|[Mm]inist(?:ers?|ries)|[Rr]epresentatives?|[Mm]embers?|[Pp]arties|States?|"
    r"[Cc]ountries|[Nn]ations|[Pp]residents?|[Ss]ecretar(?:y|ies)|[Cc]hiefs?|[Pp]artners|[Pp]articipants|[Oo]fficials?|"
    r"[Dd]elegations?|EU|G7|[Uu]ndersigned)"
)
_SMALL = (
    r"(?i:the|our|all|of|and|or|for|as|in|their|its|from|to|senior|foreign|defen[cs]e|interior|finance|economic|state|"
    r"government|affairs|general|prime|national|joint|on|behalf|member)"
)
_TO_NAMES = rf"(?:(?:{_SMALL}|{_OFFICES}|[A-Z][\w’'-]*|\([\w’' -]+\)|[\d,/–—-]+)\s*)*"
_WE = re.compile(rf"\b[Ww][Ee](?:\s*[,:–—-]+\s*|\s+(?=the\b|all\b)){_TO_NAMES}$")
# The same in French, Swedish and Arabic.
_WE_ELSEWHERE = re.compile(r"\b(?:[Nn]ous|NOUS|[Vv]i)\s*,\s*[^.;:]{0,90}$|(?:^|\s)نحن[\s،,][^.؛:]{0,90}$")
_NAMED = re.compile(
    rf"(?:\b(?:[Aa]s\s+|[Tt]he\s+|[Ww]e,?\s+|by\s+|of\s+|from\s+|[Tt]oday,?\s+|^|,\s*)(?:{_SMALL}\s+)*{_OFFICES}"
    rf"(?:\s*,\s*or\s+their\s+\w+\s*,)?(?:\s+(?:and|or)\s+(?:\w+\s+)?{_OFFICES})*(?:\s+of\s+[A-Z]\w+(?:\s+[A-Z]\w+)?(?:,?\s+or\s+their\s+\w+,)?)?"
    r"\s*,?\s+(?:of|from|representing)\s+(?:the\s+)?(?:\w+\s+of\s+(?:the\s+)?)?"
    r"|\b(?:comprising|consisting\s+of|composed\s+of|co-?chaired\s+by|[Tt]hose\s+(?:countries|states|governments|members)\s+are"
    r"|(?:statement|declaration|communiqu[ée]|text)\b[^.;:]{0,80}\b(?:agreed|signed|issued|released|made)\s+(?:today\s+)?by)\s*:?\s*(?:the\s+)?(?:\w+\s+of\s+(?:the\s+)?)?"
    r"|\b(?:[Mm]embers|[Pp]arties|[Pp]artners|[Nn]ations|[Cc]ountries|[Gg]overnments|[Ll]eaders|[Mm]inisters|[Pp]articipants)\b[^.;:]{0,90}"
    r"(?:\s*[–—:]\s*|\s-\s)(?:the\s+)?"
    r"|(?:[Ss]tatement|[Dd]eclaration|[Cc]ommuniqu[ée])[^.]{0,60}\(\s*(?:the\s+)?)$"
)
_JOINED_BEFORE = re.compile(
    r"\b(?:joined\s+(?:today\s+)?by|witnessed\s+by|in\s+the\s+presence\s+of)\s+(?:the\s+)?"
    r"(?:(?:senior|high-level)\s+)?(?:\w+\s+){0,4}?(?:(?:from|of)\s+)?(?:the\s+)?$|\b[Mm]et\s+(?:\w+\s+){0,2}with\s+(?:the\s+)?$|"
    r"\bparticipants\W+(?:who\s+|which\s+)?includ(?:ed|ing)\s+(?:the\s+)?$"
)
_JOINED_AFTER = re.compile(
    r"\W*\s*(?:also\s+|today\s+)?(?:(?:have|has|had)\s+)?(?:agreed\s+to\s+join|joined|decided\s+to\s+join|"
    r"associated?\s+(?:themselves|itself)|expressed\s+(?:their\s+|its\s+)?support|aligned\s+(?:themselves|itself))\b"
)
_FRONTED = re.compile(r"^(?:[^.;:]*[,–—]\s*)?(?:[Tt]he\s+|and\s+)?(?:(?:[\w’-]+\s+){1,4}of\s+(?:the\s+)?)?$")
_NO_VERB = re.compile(
    r"[\s,]*(?:\([^()]*\)\s*,?\s*)?(?:and\s+(?:its|their)\s+[Mm]ember\s+[Ss]tates\s*,?\s*)?(?:(?:also|today|jointly|hereby|together|each|all|strongly|all\s+share|as\s+\w+(?:\s+\w+){0,9},)\s+)*"
    r"(?!(?:of|in|on|for|to|and|or|at|with|by|from|under|as|that|which|who|is|was|in\s+the|than|through|into|against|within|whose|"
    r"where|while|including|during|between|among|towards?)\b)[a-z]+"
)
_BETWEEN = re.compile(r"\bbetween\s+(?:the\s+)?(?:\w+\s+of\s+(?:the\s+)?)?$|\bamong\s+(?:the\s+)?$")
_THOSE = re.compile(
    r"\b(?:[Tt]hose|[Tt]hese)\s+(?:countries|states|governments|partners|nations|members)\s+are:?\s+(?:the\s+)?$"
)


def claim_of(text: str, start: int, group: PartyGroup, end: int, before: Claim | None) -> Claim | None:
    """Say what a sentence (at ``start`` to ``end``) claims of a group in it; None if nothing.

    ``before`` is what the sentence before claimed of its own group: "Those countries are ..." goes on with it.
    """
    head = text[start : group.start]
    several = len(group.members) > 1
    if _THOSE.search(head):
        return before or Claim.NAMED
    if _JOINED_BEFORE.search(head) or (_JOINED_AFTER.match(text, group.end, end) and start + 200 > group.start):
        return Claim.JOINED
    if _WE.search(head) or _WE_ELSEWHERE.search(head):
        return Claim.WE
    if _NAMED.search(head) and (several or _is_whole(group)):
        return Claim.NAMED
    if _INVITED.search(head):
        return Claim.SUBJECT if len(_inviting(text, group)) < len(group.members) else None
    return _weaker_claim(text, group, end, head, several)


def _weaker_claim(text: str, group: PartyGroup, end: int, head: str, several: bool) -> Claim | None:
    if several and _FRONTED.match(head) and _TAKES_PART.match(text, group.end, end):
        return Claim.JOINED
    if several and _FRONTED.match(head) and _NO_VERB.match(text, group.end, end):
        return Claim.SUBJECT
    if several and _BETWEEN.search(head):
        return Claim.BETWEEN
    if _FRONTED.match(head) and _MEETS.match(text, group.end, end):
        return Claim.MET
    if not several and _OPENS.fullmatch(head) and _SPEAKING.match(text, group.end, end):
        return Claim.SPEAKS
    if re.search(r"\b(?:met\s+with|welcomed|hosted|received)\s+(?:the\s+)?$", head):
        return Claim.MET
    return None


_TAKES_PART = re.compile(r"\s*,?\s*(?:also\s+)?(?:participated|took\s+part|attended)\b")
_MEETS = re.compile(r"[\s,]*(?:also\s+|today\s+)?(?:met\s+with|welcomed|hosted|received|visited|convened)\b")


_OPENS = re.compile(r"[“\"]?(?:[Tt]he\s+)?(?:[Mm]embers\s+of\s+the\s+)?")
_SPEAKING = re.compile(
    r"\s+(?:(?:strongly|again|today|also|starkt|kraftfullt|fermement)\s+)*(?:condemn|welcome|call|urge|reaffirm|reiterate|express|"
    r"deplore|regret|recall|recogni[sz]e|support|stand|declare|note|fördöm|välkomna|uppmana|erkänn|beklaga|condamn|salu|appell|déplor)"
    r"\w*\b"
)


def _inviting(text: str, group: PartyGroup) -> tuple[Member, ...]:
    """Give those of a group who invite: "at the invitation of A and B, C visited" merges with C."""
    count = 1
    while count < len(group.members):
        between = text[group.members[count - 1].item_end : group.members[count].item_start]
        if re.search(r"\band\b", between) is None:
            break
        count += 1
    return group.members[:count]


def _is_whole(group: PartyGroup) -> bool:
    """Tell whether one name stands for many: an organisation or a group."""
    return party(group.members[0].party).kind != "state"


_INVITED = re.compile(
    r"\b[Aa]t\s+the\s+(?:kind\s+|joint\s+)?invitation\s+of\s+(?:the\s+)?(?:[\w’]+\s+of\s+(?:the\s+)?)?(?:(?:Her|His)\s+\w+,?\s+)?$"
)
_HOSTED_BY = re.compile(
    r"\b(?<!be )(?:co-)?(?:hosted|convened)\s+(?:\w+\s+)?by\s+(?:the\s+)?(?:\w+\s+of\s+(?:the\s+)?)?$"
)
_HOSTS = re.compile(
    r"[\s,]*(?:\([^()]*\)\s*)?(?:today\s+)?(?:co-)?(?:hosted|convened)\s+"
    r"(?=the\b|an?\b|his\b|her\b|its\b|their\b|this\b|world|leaders|[A-Z])|"
    r"[\s,]*(?:also\s+)?welcomed\s+[^.;]{3,160}?\bto\s+(?:the\s+White\s+House|[A-Z])"
)
_ANOTHER = re.compile(r"\b(?:will|next|previous|follows|first\s+\w+\s+\S*\s*Summit|upcoming)\b")
_RELATIVE = re.compile(r"\b(?:which|who|that|when|since|after|as|whose|decades)\b[^,;]*$|[;(]")


def hosts_in(text: str, start: int, end: int, groups: Sequence[PartyGroup]) -> list[Member]:
    """List the parties that a sentence of the opening says to have hosted or invited to this very meeting."""
    found: list[Member] = []
    for group in groups:
        head = text[start : group.start]
        invites = _INVITED.search(head) or (_HOSTED_BY.search(head) and not _ANOTHER.search(head))
        hosts = _HOSTS.match(text, group.end, end) and not _RELATIVE.search(head)
        if hosts:
            found += group.members
        elif invites:
            found += _inviting(text, group)
    return found
