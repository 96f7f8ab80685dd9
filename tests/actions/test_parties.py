"""Parties come in, withdraw, come in again and are renamed; what their people may do follows the day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.utils import timezone

from concerted.actions import accessions, coalitions, contributions, party_names, validity, working_groups
from concerted.actions.contributions import Content
from concerted.actions.editing import Edited
from concerted.register import queries
from concerted.register.asker import worked_out
from concerted.register.audience import Audiences, Wanted
from concerted.register.models import Coalition, Contribution, LineLead, Party, PartyStanding, WorkingGroupSeat
from concerted.terms.coalition import Lead, Partner
from concerted.terms.errors import Conflict, NotAllowed, NotFound
from tests.standing import AT, FILE, SLUG, Register

TODAY = timezone.localdate()
BOATS = Content(kind="equipment", summary="Two pilot boats", source="Letter of the port", line=1)


def stand(register: Register, party: str, standing: str, since: date | None) -> None:
    accessions.record(
        coalition=SLUG, party=party, standing=standing, since=since, said_by="a note", by=register.people.secretariat,
        at=AT,
    )  # fmt: skip


def add(register: Register, code: str, standing: str = "acceded", **more: object) -> str:
    given = {"since": date(2020, 1, 1), "said_by": "a note", "by": register.people.secretariat, "at": AT} | more
    return accessions.add(coalition=SLUG, code=code, standing=standing, **given)  # type: ignore[arg-type]


def listed(register: Register, on: date) -> dict[str, list[str]]:
    page = queries.partners(register.people.secretariat, SLUG, on=on)
    names = ("partners", "candidates", "former")
    return {name: sorted(row.party.code for row in getattr(page, name)) for name in names}


def test_a_party_is_listed_by_how_it_stood_on_the_day(register: Register) -> None:
    add(register, "KEN", "invited")
    stand(register, "KEN", "acceded", date(2021, 6, 1))
    stand(register, "KEN", "withdrawn", date(2022, 1, 1))
    stand(register, "KEN", "acceded", date(2023, 1, 1))
    where = {year: listed(register, date(year, 7, 1)) for year in (2019, 2020, 2021, 2022, 2023)}
    assert [[name for name, codes in where[year].items() if "KEN" in codes] for year in where] == [
        [], ["candidates"], ["partners"], ["former"], ["partners"],
    ]  # fmt: skip
    spans = PartyStanding.objects.filter(party__code="KEN").order_by("since").values_list("standing", "until")
    assert list(spans) == [
        ("invited", date(2021, 5, 31)), ("acceded", date(2021, 12, 31)), ("withdrawn", date(2022, 12, 31)),
        ("acceded", None),
    ]  # fmt: skip


def test_what_cannot_follow_is_refused(register: Register) -> None:
    add(register, "KEN")
    for standing, since in (("acceded", date(2021, 1, 1)), ("invited", date(2021, 1, 1)), ("withdrawn", None)):
        with pytest.raises(Conflict):
            stand(register, "KEN", standing, since)
    with pytest.raises(Conflict, match="holds since 2020-01-01"):
        stand(register, "KEN", "withdrawn", date(2020, 1, 1))
    with pytest.raises(NotFound):
        stand(register, "XYZ", "acceded", None)
    for code in ("KEN", "ken", "new", "two words"):
        with pytest.raises(Conflict):
            add(register, code)
    with pytest.raises(NotAllowed):
        add(register, "UGA", by=register.people.norway)


def test_a_party_that_the_vocabulary_does_not_know_has_a_code_and_names_of_its_own(register: Register) -> None:
    with pytest.raises(Conflict, match="no party of the vocabulary"):
        add(register, "TidesUnion")
    names = {"en": ("Union of Tides", "Tides"), "ar": ("اتحاد المد", "")}
    assert add(register, "TidesUnion", names=names) == "TidesUnion"
    party = Party.objects.get(code="TidesUnion")
    assert (party.name, [one["language"] for one in party.names]) == ("Union of Tides", ["ar", "en"])
    assert queries.search(register.people.norway, SLUG, "tides").total == 1


def test_whoever_withdraws_changes_nothing_and_reads_its_own(register: Register) -> None:
    norway, chile = register.people.norway, register.people.chile
    kept = contributions.add(coalition=SLUG, content=BOATS, by=norway, at=AT)
    theirs = contributions.add(coalition=SLUG, content=BOATS, by=chile, at=AT, reach="coalition")
    stand(register, "NOR", "acceded", date(2020, 1, 1))
    before = worked_out(norway.pk)
    assert Contribution.objects.visible_to(norway).count() == 2
    stand(register, "NOR", "withdrawn", TODAY + timedelta(days=1))
    assert worked_out(norway.pk) == before
    standing = PartyStanding.objects.get(standing="withdrawn")
    PartyStanding.objects.filter(standing="acceded").update(until=TODAY - timedelta(days=1))
    PartyStanding.objects.filter(pk=standing.pk).update(since=TODAY)
    assert list(Contribution.objects.visible_to(norway).values_list("pk", flat=True)) == [kept]
    assert not queries.coalition(norway, SLUG).permissions
    with pytest.raises(NotAllowed):
        contributions.add(coalition=SLUG, content=BOATS, by=norway, at=AT)
    home = register.coalition
    assert ("party", "NOR") not in Audiences.within(home).of(Wanted("coalition"), "CHL")
    # What it gave is still there for others.
    assert Contribution.objects.filter(pk__in=(kept, theirs)).count() == 2
    PartyStanding.objects.filter(pk=standing.pk).update(until=TODAY - timedelta(days=1), since=None)
    PartyStanding.objects.create(
        coalition=home, party=standing.party, standing="acceded", since=TODAY, said_by="a treaty"
    )
    assert worked_out(norway.pk) == before


def test_only_members_learn_who_is_invited(register: Register) -> None:
    add(register, "KEN", "invited")
    Coalition.objects.filter(slug=SLUG).update(is_open=True)
    assert [row.party.code for row in queries.partners(AnonymousUser(), SLUG, on=TODAY).candidates] == []
    assert PartyStanding.objects.visible_to(AnonymousUser()).count() == 0
    assert PartyStanding.objects.visible_to(register.people.observer).count() == 1


def test_a_new_name_ends_the_earlier_one(register: Register) -> None:
    by = register.people.secretariat
    for name, since in (("Kingdom of Fjords", None), ("Union of Fjords", date(2021, 1, 1))):
        names = {"en": (name, "")}
        party_names.rename(coalition=SLUG, party="NOR", names=names, since=since, said_by="a law", by=by, at=AT)
    ref = queries.partner(by, SLUG, "NOR", today=TODAY).party
    assert [(ref.called_on(day, "fr") or ref).name for day in (date(2020, 12, 31), date(2021, 1, 1))] == [
        "Kingdom of Fjords", "Union of Fjords",
    ]  # fmt: skip
    assert ref.name == "Union of Fjords"
    with pytest.raises(Conflict):
        party_names.rename(
            coalition=SLUG,
            party="NOR",
            names={"en": ("Old", "")},
            since=date(2020, 1, 1),
            said_by="a law",
            by=by,
            at=AT,
        )
    known = queries.coalition_terms(by, SLUG)
    assert known is not None
    assert [name.text for one in known.parties for name in one.names] == ["Kingdom of Fjords", "Union of Fjords"]
    history = queries.history(by, SLUG, "partner", "NOR")
    assert {entry.action for entry in history.entries} >= {"party.rename"}


def test_nobody_puts_right_what_they_did_not_see(register: Register) -> None:
    by = register.people.secretariat
    lead = LineLead.objects.get(coalition=register.coalition)
    days = {"since": None, "until": date(2021, 1, 1), "said_by": "the founding letter", "end_said_by": "a note"}
    validity.change(noun="lead", number=lead.pk, seen=1, by=by, at=AT, **days)  # type: ignore[arg-type]
    with pytest.raises(Edited) as edited:
        validity.change(noun="lead", number=lead.pk, seen=1, by=by, at=AT, **{**days, "until": None})  # type: ignore[arg-type]
    assert edited.value.now["until"] == date(2021, 1, 1)
    for person, error in ((register.people.norway, NotAllowed), (register.people.stranger, NotFound)):
        with pytest.raises(error):
            validity.strike(noun="lead", number=lead.pk, seen=2, by=person, at=AT)
    page = queries.line(by, SLUG, 2, today=date(2021, 1, 2))
    assert (page.leads, [row.party.code for row in page.former_leads]) == ((), ["CHL"])
    validity.strike(noun="lead", number=lead.pk, seen=2, by=by, at=AT)
    assert queries.line(by, SLUG, 2, today=TODAY).former_leads == ()


def test_a_seat_reaches_from_its_first_to_its_last_day(register: Register) -> None:
    by = register.people.secretariat

    def reached() -> bool:
        return Contribution.objects.visible_to(register.people.chile).exists()

    contributions.add(coalition=SLUG, content=BOATS, by=register.people.norway, at=AT, reach="working group")
    day = timedelta(days=1)
    for since, until, expected in (
        (TODAY + day, None, False), (None, TODAY - day, False), (TODAY, TODAY, True), (None, None, True),
    ):  # fmt: skip
        number = working_groups.seat(
            coalition=SLUG, line=1, party="CHL", since=since, until=until, said_by="a note", by=by, at=AT
        )
        assert reached() is expected, (since, until)
        validity.strike(noun="seat", number=number, seen=1, by=by, at=AT)
    assert not WorkingGroupSeat.objects.filter(in_force=True).exists()


def test_the_coalitions_file_is_entered_once_and_what_people_changed_stays(register: Register) -> None:
    by = register.people.secretariat
    file = replace(
        FILE,
        leads=(Lead(2, "CHL", source="the founding letter"), Lead(1, "NOR", date(2020, 1, 1))),
        partners=(
            Partner("NOR", "Norway", "issuer"),
            Partner("CHL", "Chile", "joined", since=date(2020, 1, 1), until=date(2022, 12, 31)),
            Partner("PER", "Peru", "host"),
        ),
    )
    assert coalitions.set_up(coalition=file, by=by, at=AT)
    assert not coalitions.set_up(coalition=file, by=by, at=AT)
    assert listed(register, date(2023, 1, 1)) == {"partners": ["NOR"], "candidates": [], "former": ["CHL"]}
    lead = LineLead.objects.get(party__code="CHL", coalition=register.coalition)
    validity.strike(noun="lead", number=lead.pk, seen=1, by=by, at=AT)
    coalitions.set_up(coalition=file, by=by, at=AT)
    assert not LineLead.objects.filter(party__code="CHL", coalition=register.coalition, in_force=True).exists()
