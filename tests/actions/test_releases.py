"""Who releases what to whom, what follows from it, and who has seen it before."""

from __future__ import annotations

from typing import Any

import pytest

from concerted.actions import ledger, releases, review, sightings
from concerted.actions.releases import Rereleased
from concerted.register import queries
from concerted.register.audience import Wanted
from concerted.register.models import (
    Call,
    Commitment,
    Contribution,
    Entry,
    Instrument,
    Meeting,
    Party,
    Release,
    SearchEntry,
    Sighting,
    Statement,
    User,
    WorkingGroupSeat,
)
from concerted.terms.errors import Conflict, NotAllowed, NotFound
from tests.acts import changes
from tests.standing import AT, SLUG, Register, first_reading, second_reading


@pytest.fixture
def full(register: Register) -> Register:
    """The register with both statements accepted."""
    for reading in (first_reading(), second_reading()):
        review.accept_statement(statement=register.take_in(reading).statement, by=register.people.secretariat, at=AT)
    return register


@pytest.fixture
def own(full: Register) -> Contribution:
    """A row of Norway's own, for its own people."""
    coalition = full.coalition

    @ledger.action("contribution.enter")
    def enter(*, by: User, at: Any) -> Contribution:
        norway = Party.objects.get(coalition=coalition, code="NOR")
        return Contribution.objects.create(
            coalition=coalition,
            owner=norway,
            party=norway,
            release=Release.objects.get(coalition=coalition, kind="owner only"),
            kind="equipment",
            summary="two quiet cutters",
            source="our own word",
        )

    return enter(by=full.people.norway, at=AT)


def give(noun: str, record: int, reach: str, by: User, **more: Any) -> Rereleased:
    return releases.release(noun=noun, record=record, reach=reach, by=by, at=AT, **more)


def seers(full: Register, one: Any) -> set[str]:
    people = full.people
    names = ("secretariat", "chile", "norway", "reader", "lead", "observer", "auditor", "stranger")
    return {name for name in names if type(one).objects.visible_to(getattr(people, name)).filter(pk=one.pk).exists()}


@pytest.mark.parametrize(
    ("reach", "more", "expected"),
    [
        ("owner only", {}, {"norway", "reader"}),
        ("named partners", {"parties": ["CHL"]}, {"norway", "reader", "chile", "lead"}),
        ("working group", {"line": 2}, {"norway", "reader", "lead"}),
        ("coalition", {}, {"norway", "reader", "chile", "lead", "secretariat", "auditor"}),
        ("public", {}, {"norway", "reader", "chile", "lead", "secretariat", "auditor", "observer"}),
    ],
)
def test_a_release_reaches_whom_it_names(
    full: Register, own: Contribution, reach: str, more: dict[str, Any], expected: set[str]
) -> None:
    give("contribution", own.pk, reach, full.people.norway, **more)
    assert seers(full, own) == expected


def test_a_working_group_is_whoever_has_a_seat(full: Register, own: Contribution) -> None:
    chile = Party.objects.get(coalition=full.coalition, code="CHL")
    WorkingGroupSeat.objects.create(
        coalition=full.coalition, line=full.coalition.lines.get(number=1), party=chile, said_by="a letter"
    )
    give("contribution", own.pk, "working group", full.people.norway, line=1)
    assert seers(full, own) == {"norway", "reader", "chile"}


@pytest.mark.parametrize("who", ["secretariat", "chile", "reader", "lead", "observer", "auditor", "stranger"])
def test_nobody_but_its_owner_releases_a_record(full: Register, own: Contribution, who: str) -> None:
    give("contribution", own.pk, "public", full.people.norway)
    with pytest.raises((NotAllowed, NotFound)):
        give("contribution", own.pk, "owner only", getattr(full.people, who))
    promise = Commitment.objects.all()[0]
    if who != "secretariat":
        with pytest.raises((NotAllowed, NotFound)):
            give("commitment", promise.pk, "owner only", getattr(full.people, who))


def test_there_is_one_release_for_the_same_partners(full: Register, own: Contribution) -> None:
    for parties in (["CHL", "PER"], ["PER", "CHL", "NOR"]):
        give("contribution", own.pk, "named partners", full.people.norway, parties=parties)
    assert Release.objects.filter(kind="named partners").count() == 1
    give("commitment", Commitment.objects.all()[0].pk, "named partners", full.people.secretariat, parties=["CHL"])
    assert Release.objects.filter(kind="named partners", owner=None).count() == 1


@pytest.mark.parametrize(
    ("reach", "more"),
    [
        ("everybody", {}),
        ("named partners", {}),
        ("named partners", {"parties": ["XXX"]}),
        ("working group", {}),
        ("working group", {"line": 9}),
        ("coalition", {"seen": 7}),
    ],
)
def test_a_release_that_cannot_be_is_refused(
    full: Register, own: Contribution, reach: str, more: dict[str, Any]
) -> None:
    with pytest.raises((Conflict, NotFound)):
        give("contribution", own.pk, reach, full.people.norway, **more)
    own.refresh_from_db()
    assert (own.release.kind, own.edition) == ("owner only", 1)


def test_narrowing_a_statement_narrows_what_comes_from_it_and_its_search(full: Register) -> None:
    statement = Statement.objects.order_by("pk")[0]
    by = full.people.secretariat
    done = give("statement", statement.pk, "named partners", by, parties=["NOR"])
    assert done.narrowed
    assert done.others > 5
    for model in (Commitment, Call, Contribution, Meeting):
        for one in model.objects.filter(finding__statement=statement):
            assert one.release.kind == "named partners", one
            assert one.edition == 2
    text = Instrument.objects.get(coalition=full.coalition, key="HC 4040")
    assert text.release.kind == "named partners"
    nouns = {"statement": str(statement.pk), "instrument": str(text.pk)}
    for noun, key in nouns.items():
        assert {one.release.kind for one in SearchEntry.objects.filter(noun=noun, key=key)} == {"named partners"}
    assert Instrument.objects.get(coalition=full.coalition, key="Harbour Code").release.kind == "coalition"
    for word in ("4040", "divers", "valparaiso"):
        assert not queries.search(full.people.chile, SLUG, word).hits, word
        assert queries.search(full.people.norway, SLUG, word).hits, word


def test_a_record_that_is_narrower_stays_as_narrow(full: Register) -> None:
    by = full.people.secretariat
    promise = Commitment.objects.order_by("pk")[0]
    give("commitment", promise.pk, "owner only", by)
    statement = promise.finding.statement
    give("statement", statement.pk, "named partners", by, parties=["NOR"])
    promise.refresh_from_db()
    assert promise.release.kind == "owner only"
    give("statement", statement.pk, "coalition", by, with_records=True)
    promise.refresh_from_db()
    assert promise.release.kind == "owner only"
    assert {one.release.kind for one in Call.objects.filter(finding__statement=statement)} == {"coalition"}


def test_widening_a_statement_leaves_its_records_unless_asked(full: Register) -> None:
    by = full.people.secretariat
    statement = Statement.objects.order_by("pk")[0]
    assert give("statement", statement.pk, "public", by) == Rereleased(False, 0)
    assert not Commitment.objects.filter(release__kind="public").exists()


def test_a_record_is_not_released_to_more_than_its_statement(full: Register) -> None:
    by = full.people.secretariat
    promise = Commitment.objects.order_by("pk")[0]
    with pytest.raises(Conflict):
        give("commitment", promise.pk, "public", by)


def test_each_record_has_its_own_entry(full: Register) -> None:
    statement = Statement.objects.order_by("pk")[0]
    give("statement", statement.pk, "owner only", full.people.secretariat)
    moved = {
        noun: [after for _before, after in changes("record.release", noun) if "release_id" in after]
        for noun in ("statement", "commitment", "call", "meeting")
    }
    assert len(moved["statement"]) == 1
    assert len(moved["commitment"]) == Commitment.objects.filter(finding__statement=statement).count()
    assert moved["call"]
    assert moved["meeting"]
    # Those who no longer see it read neither the change nor what was before.
    entries = Entry.objects.visible_to(full.people.chile)
    assert not entries.filter(root_noun="statement", root=str(statement.pk)).exists()


def test_a_sighting_is_noted_once_and_told_to_the_owner_alone(full: Register, own: Contribution) -> None:
    people = full.people
    give("contribution", own.pk, "coalition", people.norway)
    for who in (people.chile, people.chile, people.secretariat, people.norway, people.reader):
        sightings.note(records=[("contribution", own.pk)], by=who, at=AT)
    assert set(Sighting.objects.values_list("user__username", "party__code")) == {
        ("camila", "CHL"),
        ("secretary", None),
    }
    rows = queries.release(people.norway, SLUG, "contribution", own.pk).sightings
    assert [one.name for one in rows] == ["camila", "secretary"]
    counts = {
        name: Sighting.objects.visible_to(getattr(people, name)).count()
        for name in ("norway", "reader", "chile", "secretariat", "lead", "observer", "auditor", "stranger")
    }
    assert counts == {
        "norway": 2,
        "reader": 2,
        "chile": 1,
        "secretariat": 1,
        "lead": 0,
        "observer": 0,
        "auditor": 0,
        "stranger": 0,
    }


def test_what_is_public_is_not_noted(full: Register, own: Contribution) -> None:
    give("contribution", own.pk, "public", full.people.norway)
    sightings.note(records=[("contribution", own.pk)], by=full.people.chile, at=AT)
    assert not Sighting.objects.exists()


def test_a_preview_says_who_gains_and_who_loses(full: Register, own: Contribution) -> None:
    by = full.people.norway
    gained = queries.difference(by, SLUG, "contribution", own.pk, Wanted("working group", line=2)).gained
    assert (gained.parties, gained.leads, gained.roles) == ((), (2,), ())
    give("contribution", own.pk, "coalition", by)
    found = queries.difference(by, SLUG, "contribution", own.pk, Wanted("named partners", frozenset({"CHL"})))
    assert not found.gained
    assert set(found.lost.roles) == {"secretariat", "auditor"}
    assert "CHL" not in {party.code for party in found.lost.parties}
    # Whoever sees the record need not know whom another release would reach: that is its owner's to weigh.
    for other in (full.people.secretariat, full.people.chile, full.people.reader):
        assert queries.released(other, SLUG, "contribution", own.pk).reach == "coalition"
        with pytest.raises(NotAllowed):
            queries.release(other, SLUG, "contribution", own.pk)
        with pytest.raises(NotAllowed):
            queries.difference(other, SLUG, "contribution", own.pk, Wanted("public"))
