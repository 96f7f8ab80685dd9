"""Set up a coalition from its file."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from concerted.actions import ledger, searching, validity
from concerted.actions.records import naming
from concerted.convening import series
from concerted.register.access import Permission, Role
from concerted.register.models import (
    Cadence,
    Coalition,
    Instrument,
    LineLead,
    LineOfEffort,
    Meeting,
    Membership,
    Party,
    PartyStanding,
    Reach,
    User,
    WorkingGroupSeat,
)
from concerted.terms import coalition as terms
from concerted.terms.errors import Conflict, NotAllowed, NotFound


@ledger.action("coalition.set_up")
def set_up(*, coalition: terms.Coalition, by: User, at: datetime) -> bool:
    """Bring a coalition into the register as its file has it; tells whether anything changed.

    Whoever sets a coalition up is its first secretariat. What the file no longer says stays.
    Raises NotAllowed if the coalition is there and the person is not of its secretariat.
    """
    home = Coalition.objects.filter(slug=coalition.slug).first()
    if home is not None:
        part = ledger.membership(by, home)
        if Role.SECRETARIAT not in part.roles:
            raise NotAllowed(
                f"{by.name} ({', '.join(part.roles)}) may not do this", where=home.slug, expected="secretariat"
            )
    before = _state(home)
    if home is None:
        home = Coalition.objects.create(slug=coalition.slug, name=_name(coalition, at))
        for reach in (Reach.OWNER, Reach.COALITION, Reach.PUBLIC):
            naming.release(home, reach)
        Membership.objects.create(user=by, coalition=home, role=Role.SECRETARIAT)
    elif home.name != _name(coalition, at):
        home.name = _name(coalition, at)
        home.save()
    _lines(home, coalition)
    _sayings(home, coalition, at.date())
    after = _state(home)
    return before != after


@ledger.action("coalition.open_to_public")
def open_to_public(*, coalition: str, by: User, at: datetime) -> None:
    """Let everybody read what is released to the public; Conflict if it is open, NotFound, or NotAllowed."""
    _set_open(coalition, True, by)


@ledger.action("coalition.close")
def close(*, coalition: str, by: User, at: datetime) -> None:
    """Let members alone read the record again. Raises as ``open_to_public`` does."""
    _set_open(coalition, False, by)


def _set_open(slug: str, wanted: bool, by: User) -> None:
    home = Coalition.objects.visible_to(by).filter(slug=slug).first()
    if home is None:
        raise NotFound("no such coalition", where=slug, expected="one of your coalitions")
    ledger.require(by, home, Permission.COALITION_OPEN)
    home.refresh_from_db()
    if home.is_open == wanted:
        raise Conflict("it is so already", where=slug, expected="a closed coalition" if wanted else "an open one")
    home.is_open = wanted
    home.save(update_fields=["is_open"])


def _name(coalition: terms.Coalition, at: datetime) -> str:
    """Give the first English name that holds on the day."""
    holding = [name.text for name in coalition.names if name.language == "en" and name.holds_on(at.date())]
    return (holding or [name.text for name in coalition.names])[0]


def _lines(home: Coalition, coalition: terms.Coalition) -> None:
    for line in coalition.lines:
        found, _new = LineOfEffort.objects.update_or_create(
            coalition=home, number=line.number, defaults={"title": line.title}
        )
        naming.release(home, Reach.WORKING_GROUP, found)
    for partner in coalition.partners:
        naming.party(home, partner.party)


def _sayings(home: Coalition, coalition: terms.Coalition, on: date) -> None:
    """Enter standings, leads, seats, instruments and meetings, each with the statement that the file cites for it."""
    titles = {statement.id: statement.title for statement in coalition.statements}
    _parties(home, coalition, titles, on)
    for known in coalition.instruments:
        instrument, new = Instrument.objects.get_or_create(
            coalition=home,
            key=known.id,
            defaults={
                "release": naming.release(home, Reach.COALITION),
                "title": known.title,
                "date": known.date,
                "body": known.body or "",
                "said_by": titles.get(known.statement or "", terms.OWN_FILE),
            },
        )
        if new:
            searching.index(instrument)
    for cadence in coalition.cadences:
        # A rule that people keep by now is theirs.
        if not Cadence.objects.filter(coalition=home, series=cadence.series).exists():
            said_by = titles.get(cadence.statement or "", terms.OWN_FILE)
            Cadence.objects.create(coalition=home, series=cadence.series, days=cadence.days, said_by=said_by)
    for gathering in coalition.meetings:
        _meeting(home, gathering, titles.get(gathering.statement or "", terms.OWN_FILE))


def _parties(home: Coalition, coalition: terms.Coalition, titles: dict[str, str], on: date) -> None:
    """Enter who has acceded, leads and sits where; what people have entered or changed by now stays theirs."""
    for partner in coalition.partners:
        if partner.role in ("issuer", "joined"):
            party = naming.party(home, partner.party)
            if not PartyStanding.objects.filter(party=party).exists():
                _accede(home, party, partner, titles.get(partner.statement or "", terms.OWN_FILE))
                validity.tell(party, on)
    for lead in coalition.leads:
        own = {"line": naming.line(home, lead.line), "party": naming.party(home, lead.party)}
        said_by = titles.get(lead.source or "", lead.source or terms.OWN_FILE)
        _once(LineLead, home, own, lead.since, lead.until, said_by)
    for group in coalition.working_groups:
        for code in group.parties:
            own = {"line": naming.line(home, group.line), "party": naming.party(home, code)}
            _once(WorkingGroupSeat, home, own, None, None, terms.OWN_FILE)


def _accede(home: Coalition, party: Party, partner: terms.Partner, said_by: str) -> None:
    """Enter that a party has acceded, since the file's day or an unknown one, and that it has left, if it has."""
    own = {"coalition": home, "party": party, "said_by": said_by}
    PartyStanding.objects.create(standing="acceded", since=partner.since, until=partner.until, **own)
    if partner.until is not None:
        PartyStanding.objects.create(standing="withdrawn", since=partner.until + timedelta(days=1), **own)


def _once(
    model: type[Any], home: Coalition, own: dict[str, Any], since: date | None, until: date | None, said_by: str
) -> None:
    """Enter a lead or seat, or bring one that nobody has changed since it was entered so up to date."""
    held = model.objects.filter(**own)
    same = held.filter(in_force=True, edition=1, said_by=said_by)
    if same.exists():
        same.exclude(since=since, until=until).update(since=since, until=until)
    elif not held.exists():
        model.objects.create(coalition=home, since=since, until=until, said_by=said_by, **own)


def _meeting(home: Coalition, known: terms.KnownMeeting, said_by: str) -> None:
    told = Meeting.objects.filter(coalition=home, name=known.name).exclude(said_by="")
    if any(known.start is None or meeting.start in (None, known.start) for meeting in told):
        return
    meeting = Meeting.objects.create(
        coalition=home,
        release=naming.release(home, Reach.COALITION),
        name=known.name,
        start=known.start,
        end=known.end,
        said_by=said_by,
        status=known.status,
        place=known.place or "",
        line=naming.line(home, known.line) if known.line is not None else None,
        series=known.series or "",
        note=f"{series.MONTH_ONLY}{known.month}" if known.month else "",
    )
    meeting.hosts.set(naming.named(home, known.host))
    searching.index(meeting)


def _state(home: Coalition | None) -> dict[str, Any] | None:
    """Sum the set-up up, for the ledger and to see whether it changed."""
    if home is None:
        return None
    return {
        "name": home.name,
        "lines": [str(line) for line in home.lines.order_by("number")],
        "cadences": [str(cadence) for cadence in home.cadences.order_by("series")],
        "parties": home.parties.count(),
        "standings": list(home.standings.order_by("pk").values_list("party", "standing", "since", "until")),
        "leads": list(home.leads.order_by("pk").values_list("line", "party", "since", "until")),
        "seats": list(home.seats.order_by("pk").values_list("line", "party", "since", "until")),
        "instruments": home.instruments.count(),
        "meetings": home.meetings.count(),
    }
