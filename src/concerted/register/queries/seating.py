"""Who comes to a meeting, and who sits where by protocol."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

from concerted.convening.seating import Seat, seated
from concerted.register.access import Permission
from concerted.register.merged import absent
from concerted.register.models import Capacity, Coming, Delegate
from concerted.register.models.scope import Person
from concerted.register.queries import records, references
from concerted.register.queries.scope import enter
from concerted.register.rows.references import PartyRef
from concerted.register.rows.seating import DelegateRow, Seating, SeatRow
from concerted.terms import parties
from concerted.terms.long_names import long_name

LANGUAGES = ("en", "fr")
FORMS = ("short", "long")
_ORDER = {role: place for place, role in enumerate(Capacity.values)}


def seating(
    user: Person, slug: str, id: int, *, today: date, language: str = "en", form: str = "short", first: str = ""
) -> Seating:
    """Seat the delegations that the person sees: the host first, states by name, then organisations.

    ``language`` is en or fr, ``form`` short or long; anything else stands for the first of these. ``first`` is a code.
    Raises NotFound.
    """
    scope = enter(user, slug)
    one = records.meetings(scope).filter(pk=id).first()
    if one is None:
        raise absent("meeting", id, user)
    language = language if language in LANGUAGES else LANGUAGES[0]
    form = form if form in FORMS else FORMS[0]
    found = Delegate.objects.visible_to(user).filter(coalition=scope.coalition, meeting=one).select_related("party")
    every = sorted(found, key=lambda each: (_ORDER[each.role], each.pk))
    delegations: dict[str, list[Delegate]] = defaultdict(list)
    for each in every:
        if each.status == Coming.REGISTERED:
            delegations[_code(each)].append(each)
    known = {each.party.code: references.party(each.party) for each in found if each.party}
    day = one.start or today
    plates = {code: _plate(party, language, form, day) for code, party in known.items()}
    seats = [Seat(code, plates.get(code, code), code in known and _is_state(code)) for code in delegations]

    def row(each: Delegate) -> DelegateRow:
        return DelegateRow(each.pk, each.person, each.role, plates.get(_code(each), each.organisation))

    chair = next((host.code for host in one.hosts.all() if host.code in known), "")
    rows = tuple(
        SeatRow(
            place=place,
            plate=seat.name,
            party=known.get(seat.code),
            is_chair=seat.code == chair,
            delegates=tuple(row(each) for each in delegations[seat.code]),
        )
        for place, seat in enumerate(seated(seats, chair=chair, first=first), 1)
    )
    return Seating(
        coalition=scope.ref,
        meeting=references.meeting(one),
        language=language,
        form=form,
        first=first,
        seats=rows,
        invited=tuple(row(each) for each in every if each.status == Coming.INVITED),
        withdrawn=tuple(row(each) for each in every if each.status == Coming.WITHDRAWN),
        may_add=scope.part.may(Permission.RECORD_KEEP),
    )


def _code(one: Delegate) -> str:
    """Name the delegation: a partner's code, or the organisation itself."""
    return one.party.code if one.party else one.organisation


def _plate(party: PartyRef, language: str, form: str, day: date) -> str:
    """Give the name on a plate: the register's own where it keeps one in the language, else the vocabulary's."""
    kept = party.called_on(day, language)
    if kept is not None and kept.language == language:
        return (kept.short or kept.name) if form == "short" else kept.name
    if not parties.is_party(party.code):
        return party.name
    known = parties.party(party.code)
    return known.name(language, day) if form == "short" else long_name(known, language, day)


def _is_state(code: str) -> bool:
    return parties.is_party(code) and parties.party(code).kind == "state"
