"""What the words around a group of parties make of it in French: those who speak, meet, join or host."""

from __future__ import annotations

import re
from collections.abc import Sequence

from concerted.reading.party_groups import Member, PartyGroup
from concerted.reading.roles import Claim
from concerted.terms.parties import party


def claim_of(text: str, start: int, group: PartyGroup, end: int, before: Claim | None) -> Claim | None:
    """Say what a sentence (at ``start`` to ``end``) claims of a group in it; None if nothing.

    ``before`` is what the sentence before claimed of its own group.
    """
    head = text[start : group.start]
    several = len(group.members) > 1
    if _THOSE.search(head):
        return before or Claim.NAMED
    if (
        _WITH_US.search(head)
        or _JOINED_BEFORE.search(head)
        or (_JOINED_AFTER.match(text, group.end, end) and len(head) < 200)
    ):
        return Claim.JOINED
    if _MEETING_WITH.search(head):
        return Claim.MET
    if _WE.search(head):
        return Claim.WE
    if _ATTENDED.search(head):
        return Claim.ATTENDED
    whole = party(group.members[0].party).kind != "state"
    welcomed = _WELCOMED.search(head) is not None
    if (several or whole) and not welcomed and any(pattern.search(head) for pattern in _NAMED):
        return Claim.NAMED
    if _FRONTED.match(head):
        return _claim_of_subject(text, group, end, head)
    return Claim.BETWEEN if several and _BETWEEN.search(head) else None


def _claim_of_subject(text: str, group: PartyGroup, end: int, head: str) -> Claim | None:
    several = len(group.members) > 1
    if _MEETS.match(text, group.end, end):
        return Claim.MET
    if several and _TAKES_PART.match(text, group.end, end):
        return Claim.ATTENDED
    if several and _DO.match(text, group.end, end):
        return Claim.SUBJECT
    if several and _BETWEEN.search(head):
        return Claim.BETWEEN
    if not several and _OPENS.fullmatch(head) and _SPEAKING.match(text, group.end, end):
        return Claim.SPEAKS
    return None


# --- Words before a group. Each pattern ends where the group begins.

_OF = r"(?:(?:de\s+la|de\s+l[’']|du|des|de|d[’']|la|le|les|l[’']|à\s+savoir)\s*)*"
_OFFICES = (
    r"(?:dirigeante?s?|gouvernements?|chefs?(?:\s+d[’'][ÉE]tat(?:\s+(?:et|ou)\s+de\s+gouvernement)?|\s+de\s+gouvernement)?|ministres?|"
    r"représentante?s?|membres?|parties|[ÉE]tats?(?:\s+membres)?|pays(?:\s+membres)?|nations|présidente?s?|secrétaires|partenaires|participants|"
    r"délégations?|coprésidente?s?|soussignés|homologues|ambassadeurs|responsables|envoyés|hauts?)"
)
_KINDS = (
    r"(?:\s+(?:des\s+[Aa]ffaires\s+étrangères|de\s+la\s+[Dd]éfense|de\s+l[’'][Ii]ntérieur|des\s+[Ff]inances|du\s+[Cc]ommerce"
    r"|[a-zé]+s))?"
)
_THESE = (
    rf"{_OFFICES}{_KINDS}(?:\s*,?\s*(?:et|ou)\s+(?:(?:hauts?|les|leurs)\s+)?{_OFFICES}{_KINDS})*"
    r"(?:\s+(?:des\s+gouvernements|du\s+gouvernement|des\s+États))?"
)
_WE = re.compile(r"\b(?:[Nn]ous|NOUS)\s*[,:–—-]\s*(?:(?!\b(?:nous|sommes|avons|réunie?s|tenant)\b)[^.;:]){0,140}$")
_NAMED = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?i)(?:^|\b(?:les?|la|par|nous,?|des)\s+|l[’']|,\s*)(?:deux\s+|trois\s+)?{_THESE}\s*,?\s+{_OF}$",
        rf"(?i)\b(?:composée?s?|formée?s?|réuni(?:ssant|e?s?)|regroupant|rassemblant|comprenant|à\s+savoir)\s*:?\s*{_OF}$",
        r"(?i)\b(?:déclaration|communiqué|texte|appel)\b[^.;]{0,90}\b(?:faite?|publiée?|signée?|adoptée?|émise?|diffusée?|approuvée?)\b"
        rf"[^.;:]{{0,50}}\bpar\s*:?\s*{_OF}$",
        r"(?i)\b(?:membres|parties|partenaires|pays|gouvernements|dirigeants|ministres|participants|groupe|coalition|alliance|initiative|"
        rf"réseau|forum|partenariat|coprésidents)\b[^.;:]{{0,90}}(?:\s*[–—:(]\s*|\s-\s|,\s*à\s+savoir\s+){_OF}$",
    )
)
_THOSE = re.compile(rf"(?i)\b(?:il\s+s[’']agit|ces\s+(?:pays|États|partenaires)\s+sont)\s*:?\s*{_OF}$")
_JOINED_BEFORE = re.compile(
    rf"(?i)\b(?:rejoint(?:e?s?)?\s+par|en\s+présence\s+(?:des?\s+[a-zé\s]{{3,40}}?)?|auxquels?\s+s[’']est\s+jointe?)\s*{_OF}$"
)
_WELCOMED = re.compile(r"(?i)\bbienvenue\b|\bnouveaux\s+(?:membres|partenaires|participants)\b")
_WITH_US = re.compile(r"(?i)\b(?:se\s+sont\s+jointe?s|s[’']est\s+jointe?)\s+à\s+nous\s*,[^.;]{0,60}$")
_ATTENDED = re.compile(
    rf"(?i)\bdont\s+(?:ceux|celles?|celui)\s+{_OF}$|\bavec\s+la\s+participation\s+(?:des?\s+[a-zé\s]{{3,40}}?\s+)?{_OF}$"
    r"|\bont\s+(?:pris\s+part|participé)\b[^.;]{0,60}\(\s*$"
    rf"|\by\s+(?:étaient|ont\s+été)\s+représentés?\s*:?\s*{_OF}$|\bles\s+participants\s*:\s*{_OF}$"
)
_MEETING_WITH = re.compile(
    rf"(?i)\b(?:s[’']est\s+entretenue?|a\s+rencontré|a\s+reçu|s[’']est\s+réunie?)\s+(?:\w+\s+){{0,2}}(?:avec\s+)?(?:\w+\s+){{0,4}}{_OF}$"
)
_BETWEEN = re.compile(
    r"(?i)\b(?:consultations|coopération|dialogue|négociations|partenariat|réunion|relations?|rencontre|sommet|pourparlers|entretiens?)"
    rf"\s+(?:\w+\s+){{0,3}}entre\s+{_OF}$"
)
_FRONTED = re.compile(
    r"(?i)^(?:[^.;:]*[,–—]\s*)?(?:(?:le|la|les)\s+|l[’']\s*)?(?:(?:[\w’'-]+\s+){1,5}(?:de\s+la\s+|de\s+l[’']|du\s+|des\s+|de\s+|d[’']))?$"
)
_OPENS = re.compile(r"(?i)[«\"\s]*(?:(?:le|la|les)\s+|l[’'])?(?:membres\s+d(?:u|e\s+la|e\s+l[’'])\s*)?")

# --- Words after a group. Each pattern begins where the group ends.

_ADVERBS = r"(?:[\s,]+(?:également|aussi|conjointement|ensemble|tous|ce\s+jour|aujourd[’']hui|en\s+outre),?)*"
_JOINED_AFTER = re.compile(
    rf"{_ADVERBS}[\s,]+(?:(?:s[’']est|se\s+sont)\s+(?:\w+\s+)?(?:jointe?s?|associée?s?|ralliée?s?)|(?:a|ont)\s+(?:\w+\s+)?"
    r"(?:rejoint|souscrit|assisté|décidé\s+de\s+(?:rejoindre|se\s+joindre)))\b"
)
_DO = re.compile(
    rf"{_ADVERBS}[\s,]+(?:ont|sont|se|s[’']|ne|n[’']|expriment|[a-zéèç]{{3,}}ent|[a-zéè]{{3,}}ront)(?:\b|(?<=[’']))"
)
_TAKES_PART = re.compile(
    r"[\s,]+(?:y\s+)?(?:ont|étaient)\s+(?:également\s+)?(?:participé|pris\s+part|présents|représentés)\b"
)
_MEETS = re.compile(
    rf"{_ADVERBS}[\s,]+(?:a|ont)\s+(?:également\s+)?(?:accueilli|organisé|réuni|reçu|convoqué|coorganisé|tenu\s+une?)\b"
)
_SPEAKING = re.compile(
    r"\s+(?:(?:fermement|vivement|vigoureusement)\s+)?(?:condamn|salu|appel|déplor|réaffirm|réitèr|exprim|soutien|demand|regrett|rappel|"
    r"reconna|se\s+félicit|dénonc|constat|prend|not)\w*"
)

# --- Hosts.

_INVITED = re.compile(
    r"(?i)\b(?:à|sur)\s+l[’'](?:aimable\s+)?invitation\s+(?:conjointe\s+)?(?:du\s+(?:gouvernement|président|royaume)\s+)?(?:de\s+(?:son|sa)\s+[^.;]{2,40}?\s)?"
    rf"{_OF}$"
)
_HOSTED_BY = re.compile(
    rf"(?i)\b(?:co)?(?:accueillie?s?|organisée?s?|convoquée?s?)\s+(?:conjointement\s+)?par\s+{_OF}$"
)
_HOSTS = re.compile(
    r"[\s,]+(?:a|ont)\s+(?:(?:également|conjointement)\s+)?(?:accueilli|organisé|convoqué|coorganisé)\b"
)
_ANOTHER = re.compile(r"(?i)\b(?:prochaine?|précédente?|sera|aura\s+lieu|qui|dont)\b[^,;]*$")


def hosts_in(text: str, start: int, end: int, groups: Sequence[PartyGroup]) -> list[Member]:
    """List the parties that a sentence of the opening says to have hosted or invited to this very meeting."""
    found: list[Member] = []
    for group in groups:
        head = text[start : group.start]
        hosts = _HOSTS.match(text, group.end, end) and not _ANOTHER.search(head)
        if hosts or _INVITED.search(head) or (_HOSTED_BY.search(head) and not _ANOTHER.search(head)):
            found += group.members
    return found


_ABOUT = re.compile(r"(?i)\b(?:sur|concernant|relative|relatif|pour|contre|en\s+(?:faveur|vue)|à\s+la\s+suite)\b")
_SPEAKERS_BEFORE = re.compile(r"(?i)\b(?:d[eu]|des|par|entre|de\s+la|de\s+l[’']|d[’'])\s*(?:[\w’'-]+\s+){0,8}$")


def in_title(title: str, groups: Sequence[PartyGroup]) -> list[Member]:
    """List the parties that a title names as those who speak ("Déclaration du Gouvernement de A et de B sur C")."""
    subject = _ABOUT.search(title)
    limit = subject.start() if subject else len(title)
    return [
        one
        for group in groups
        if group.start < limit and _SPEAKERS_BEFORE.search(title, 0, group.start)
        for one in group.members
    ]
