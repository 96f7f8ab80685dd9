"""What the words around a group of parties make of it: those who speak, who meet, who join."""

from __future__ import annotations

import re
from enum import StrEnum

from concerted.reading.hosts import INVITED, inviting
from concerted.reading.party_groups import PartyGroup
from concerted.terms.parties import party


class Claim(StrEnum):
    """How a sentence names a group, the plainest claim to speak first."""

    WE = "we, the ..."
    NAMED = "the governments of ..."
    SUBJECT = "... reaffirm"
    MET = "... met ..."
    SPEAKS = "... condemns"
    ATTENDED = "participants included ..."
    BETWEEN = "between ..."
    JOINED = "joined by ..."


def claim_of(text: str, start: int, group: PartyGroup, end: int, before: Claim | None) -> Claim | None:
    """Say what a sentence (at ``start`` to ``end``) claims of a group in it; None if nothing.

    ``before`` is what the sentence before claimed of its own group: "Those countries are ..." goes on with it.
    """
    head = text[start : group.start]
    several = len(group.members) > 1
    if _THOSE.search(head):
        return before or Claim.NAMED
    if several and _MEMBERS_ARE.search(head):
        return Claim.NAMED
    if _MEETING_WITH.search(head):
        return Claim.JOINED if _WE_SAY.search(head) else Claim.MET
    if _JOINED_BEFORE.search(head) or (_JOINED_AFTER.match(text, group.end, end) and len(head) < 200):
        return Claim.JOINED
    if _WE.search(head) or _WE_ELSEWHERE.search(head):
        return Claim.WE
    if _ATTENDED.search(head):
        return Claim.ATTENDED
    if (several or _is_whole(group)) and any(pattern.search(head) for pattern in _NAMED):
        return Claim.NAMED
    if INVITED.search(head):
        return Claim.SUBJECT if len(inviting(text, group)) < len(group.members) else None
    if _FRONTED.match(head):
        return _claim_of_subject(text, group, end, head, several)
    return Claim.BETWEEN if several and _BETWEEN.search(head) else None


def _claim_of_subject(text: str, group: PartyGroup, end: int, head: str, several: bool) -> Claim | None:
    if several and _TAKES_PART.match(text, group.end, end):
        return Claim.ATTENDED
    if several and _DOES.match(text, group.end, end) and not _SUFFERS.match(text, group.end, end):
        return Claim.SUBJECT
    if several and _BETWEEN.search(head):
        return Claim.BETWEEN
    if _MEETS.match(text, group.end, end):
        return Claim.MET
    if not several and _OPENS.fullmatch(head) and _SPEAKING.match(text, group.end, end):
        return Claim.SPEAKS
    return None


def _is_whole(group: PartyGroup) -> bool:
    """Tell whether one name stands for many: an organisation or a group."""
    return party(group.members[0].party).kind != "state"


# --- Words before a group. Each pattern ends where the group begins.

_OFFICES = (
    r"(?:[Ll]eaders?|[Gg]overnments?|[Hh]eads?|[Mm]inist(?:ers?|ries)|[Rr]epresentatives?|[Mm]embers?|[Pp]arties|States?|"
    r"[Cc]ountries|[Nn]ations|[Pp]residents?|[Ss]ecretar(?:y|ies)|[Cc]hiefs?|[Pp]artners|[Pp]articipants|[Oo]fficials?|"
    r"[Dd]elegations?|[Uu]ndersigned)"
)
_SMALL = (
    r"(?i:the|our|all|of|and|or|for|as|in|their|its|from|to|senior|foreign|defen[cs]e|interior|finance|economic|state|"
    r"government|affairs|general|prime|national|joint|on|behalf|member)"
)
_THE = r"(?:the\s+)?"
_OF_THE = r"(?:the\s+)?(?:\w+\s+of\s+(?:the\s+)?)?"
_TO_NAMES = rf"(?:(?:{_SMALL}|{_OFFICES}|[A-Z][\w’'-]*|\([\w’' -]+\)|[\d,/–—-]+)\s*)*"
_WE = re.compile(rf"\b[Ww][Ee](?:\s*[,:–—-]+\s*|\s+(?=the\b|all\b)){_TO_NAMES}$")
_WE_SAY = re.compile(r"\b[Ww][Ee]\b")
# The same in French, Swedish and Arabic.
_WE_ELSEWHERE = re.compile(r"\b(?:[Nn]ous|NOUS|[Vv]i)\s*,\s*[^.;:]{0,90}$|(?:^|\s)نحن[\s،,][^.؛:]{0,90}$")
_OR_THEIRS = r"(?:\s*,?\s*or\s+their\s+\w+\s*,?)?"
_NAMED = tuple(
    re.compile(pattern)
    for pattern in (
        # "Ministers of Trade, or their deputies, of ...", "the leaders and representatives of the governments of ..."
        rf"(?:\b(?:[Aa]s|[Tt]he|[Ww]e,?|by|of|from|[Tt]oday,?)\s+|^|,\s*)(?:{_SMALL}\s+)*{_OFFICES}{_OR_THEIRS}"
        rf"(?:\s+(?:and|or)\s+(?:\w+\s+)?{_OFFICES})*(?:\s+of\s+[A-Z]\w+(?:\s+[A-Z]\w+)?{_OR_THEIRS})?"
        rf"\s*,?\s+(?:of|from|representing)\s+{_OF_THE}$",
        rf"\b(?:comprising|consisting\s+of|composed\s+of|co-?chaired\s+by|brought\s+together)\s*:?\s*{_OF_THE}$",
        r"(?:statement|declaration|communiqu[ée]|text)\b[^.;:]{0,80}\b(?:agreed|signed|issued|released|made)\s+(?:today\s+)?by"
        rf"\s*:?\s*{_OF_THE}$",
        # Members of some body, and a dash before their names.
        r"\b(?:[Mm]embers|[Pp]arties|[Pp]artners|[Nn]ations|[Cc]ountries|[Gg]overnments|[Ll]eaders|[Mm]inisters|[Pp]articipants|"
        rf"[Gg]roup|[Cc]oalition|[Aa]lliance|[Ff]orum|[Ii]nitiative|[Pp]artnership)\b[^.;:]{{0,90}}(?:\s*[–—:]\s*|\s-\s){_THE}$",
        rf"(?:[Ss]tatement|[Dd]eclaration|[Cc]ommuniqu[ée])[^.]{{0,60}}\(\s*{_THE}$",
    )
)
_THOSE = re.compile(
    rf"\b(?:[Tt]hose|[Tt]hese)\s+(?:countries|states|governments|partners|nations|members)\s+are:?\s+{_THE}$"
)
_MEMBERS_ARE = re.compile(
    r"\b(?:[Tt]he|[Ii]ts|[Oo]ur)\s+(?:[\w-]+\s+){0,2}?(?:members?|partners|participants|signatories|(?:participating|member)\s+\w+)"
    rf"\s+(?:of\s+[^.;:,]{{1,60}}\s+)?(?:are|were|comprise|include)\s*:?\s+{_THE}$"
)
_JOINED_BEFORE = re.compile(
    r"\b(?:joined\s+(?:today\s+)?by|witnessed\s+by|in\s+the\s+presence\s+of)\s+(?:the\s+)?(?:(?:senior|high-level)\s+)?"
    rf"(?:[\w-]+\s+){{0,4}}?(?:(?:from|of)\s+)?{_THE}$"
)
_MEETING_WITH = re.compile(
    rf"\b(?:[Mm]et\s+(?:\w+\s+){{0,2}}with|welcomed|hosted|received)\s+{_THE}(?:[A-Z][\w’-]+\s+){{0,5}}(?:of\s+{_THE})?$|"
    rf"\b(?:hosted|met\s+with|received|welcomed)\s+(?:his|her|their)\s+(?:\w+\s+)?counterparts?\s+(?:from|of)\s+{_THE}$"
)
_ATTENDED = re.compile(
    rf"\b[Pp]articipants\W+(?:who\s+|which\s+)?includ(?:ed|ing)\s+{_THE}$|\battended\s+by\s+{_OF_THE}$|"
    rf"\bparticipation\s+of\s+{_OF_THE}$"
)
_BETWEEN = re.compile(
    r"\b(?:[Aa]lliance|[Bb]onds?|[Cc]ommission|[Cc]onsultations|[Cc]ooperation|[Cc]o-operation|[Dd]ialogue|[Ff]riendship|"
    r"[Mm]eeting|[Pp]artnership|[Rr]elations(?:hip)?|[Ss]ummit|[Tt]alks|[Tt]ies|[Uu]nderstanding|[Vv]isit)\s+(?:\w+\s+){0,2}"
    rf"(?:between|among)\s+{_OF_THE}$"
)
_FRONTED = re.compile(
    r"^(?:[^.;:]*[,–—]\s*)?(?:(?:[Oo]n\s+\d{1,2}\s+[A-Z]\w+(?:\s+\d{4})?|[Tt]oday|[Yy]esterday)\s+)?"
    r"(?:[Tt]he\s+|and\s+)?(?:(?:[\w’-]+\s+){1,4}of\s+(?:the\s+)?)?$"
)
_OPENS = re.compile(r"[“\"]?(?:[Tt]he\s+)?(?:[Mm]embers\s+of\s+the\s+)?")

# --- Words after a group. Each pattern begins where the group ends.

_JOINED_AFTER = re.compile(
    r"\W*\s*(?:also\s+|today\s+)?(?:(?:have|has|had)\s+)?(?:agreed\s+to\s+join|joined|decided\s+to\s+join|"
    r"associated?\s+(?:themselves|itself)|expressed\s+(?:their\s+|its\s+)?support|aligned\s+(?:themselves|itself))\b"
)
# Any verb: a small word that is no preposition, conjunction or relative.
_DOES = re.compile(
    r"[\s,]*(?:\([^()]*\)\s*,?\s*)?(?:and\s+(?:its|their)\s+[Mm]ember\s+[Ss]tates\s*,?\s*)?"
    r"(?:(?:also|today|jointly|hereby|together|each|all|strongly|as\s+\w+(?:\s+\w+){0,9},)\s+)*"
    r"(?!(?:of|in|on|for|to|and|or|at|with|by|from|under|as|that|which|who|is|was|than|through|into|against|within|whose|"
    r"where|while|including|during|between|among|towards?)\b)[a-z]+"
)
# What a statement tells of others, in its first words.
_SUFFERS = re.compile(
    r"[\s,]*(?:(?:have|has|had|also)\s+)*(?:attacked|ceased|clashed|fought|invaded|suffered?|violated|(?:reached|agreed\s+to|signed)"
    r"\s+an?\s+(?:ceasefire|truce|peace))\b"
)
_TAKES_PART = re.compile(r"\s*,?\s*(?:also\s+)?(?:participated|took\s+part|attended)\b")
_MEETS = re.compile(r"[\s,]*(?:also\s+|today\s+)?(?:met\s+with|welcomed|hosted|received|visited|convened)\b")
_SPEAKING = re.compile(
    r"\s+(?:(?:strongly|again|today|also|starkt|kraftfullt|fermement)\s+)*(?:condemn|welcome|call|urge|reaffirm|reiterate|"
    r"express|deplore|regret|recall|recogni[sz]e|support|stand|declare|note|fördöm|välkomna|uppmana|erkänn|beklaga|condamn|"
    r"salu|appell|déplor)\w*\b"
)
