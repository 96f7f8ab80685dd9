"""A stranger finds nothing, in any model and by any question."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.apps import apps
from django.contrib.auth.models import AnonymousUser

from concerted.actions import (
    agenda,
    announced,
    breaches,
    calendar_addresses,
    clarifications,
    commitments,
    contributions,
    delegates,
    invitations,
    meetings,
    party_names,
    requests,
    requirements,
    review,
    sightings,
    tokens,
    totals,
)
from concerted.convening.announcements import Announcement
from concerted.convening.sittings import Sitting
from concerted.register import queries
from concerted.register.access import PERMISSIONS, Permission, Role
from concerted.register.audience import Wanted
from concerted.register.models import (
    ClockNotice,
    Commitment,
    DigestSent,
    Entry,
    Instrument,
    Membership,
    PackFile,
    Reach,
    Release,
    Reminder,
    User,
    Window,
    WorkingGroupSeat,
)
from concerted.register.nouns.contribution import Content
from concerted.register.nouns.delegate import Content as Comes
from concerted.register.policy import POLICY
from concerted.register.row_rules import Open
from concerted.terms.errors import NotFound
from tests.actions.progress import assess, measure, reported, watch
from tests.actions.test_parties import stand
from tests.meetings import write_down
from tests.needs import BOATS_ASKED, BOATS_NEEDED
from tests.packs import Other, take
from tests.shared_register import filled_once
from tests.sheets import written
from tests.standing import AT, FIRST, SLUG, TODAY, Register, first_reading, second_reading

MODELS = [
    model for model in apps.get_app_config("register").get_models() if not isinstance(POLICY[model.__name__].rows, Open)
]
ANNOUNCED = Announcement("talks@host", 0, "Talks of pilots", date(2021, 9, 3))
QUESTIONS: dict[str, Callable[[Any], Any]] = {
    "coalition": lambda user: queries.coalition(user, SLUG),
    "head": lambda user: queries.head(user, SLUG, today=TODAY),
    "history": lambda user: queries.history(user, SLUG, "partner", "NOR"),
    "changes": lambda user: queries.changes(user, SLUG, "requirement", today=TODAY),
    "board": lambda user: queries.board(user, SLUG, today=TODAY),
    "statements": lambda user: queries.statements(user, SLUG),
    "statement": lambda user: queries.statement(user, SLUG, 1),
    "original": lambda user: queries.original(user, SLUG, 1),
    "comparison": lambda user: queries.comparison(user, SLUG, 1, 2),
    "comparison_choice": lambda user: queries.comparison_choice(user, SLUG, 1),
    "export": lambda user: queries.export(user, SLUG, 1),
    "finding": lambda user: queries.finding(user, SLUG, 1),
    "review": lambda user: queries.review(user, SLUG),
    "orphans": lambda user: queries.orphans(user, SLUG),
    "commitments": lambda user: queries.commitments(user, SLUG, today=TODAY),
    "commitments_after": lambda user: queries.commitments_after(user, SLUG, 0, today=TODAY, size=9),
    "commitment": lambda user: queries.commitment(user, SLUG, 1, today=TODAY),
    "partners": lambda user: queries.partners(user, SLUG, on=TODAY),
    "partner": lambda user: queries.partner(user, SLUG, "NOR", today=TODAY),
    "roles": lambda user: queries.roles(user, SLUG),
    "released": lambda user: queries.released(user, SLUG, "statement", 1),
    "release": lambda user: queries.release(user, SLUG, "statement", 1),
    "difference": lambda user: queries.difference(user, SLUG, "statement", 1, Wanted("public")),
    "lines": lambda user: queries.lines(user, SLUG, today=TODAY),
    "line": lambda user: queries.line(user, SLUG, 1, today=TODAY),
    "instruments": lambda user: queries.instruments(user, SLUG),
    "instrument": lambda user: queries.instrument(user, SLUG, 1, today=TODAY),
    "calendar": lambda user: queries.calendar(user, SLUG, today=TODAY),
    "calendar_addresses": lambda user: queries.calendar_addresses(user, SLUG, at=AT),
    "calendar_address": lambda user: queries.calendar_address(user, SLUG, 1),
    "meetings": lambda user: queries.meetings(user, SLUG),
    "meeting": lambda user: queries.meeting(user, SLUG, 1, today=TODAY),
    "clock": lambda user: queries.clock(user, SLUG, today=TODAY),
    "meeting_choice": lambda user: queries.meeting_choice(user, SLUG),
    "overlaps": lambda user: queries.overlaps(user, SLUG, Sitting(TODAY, TODAY), room="Hall"),
    "proposals": lambda user: queries.proposals(user, SLUG, [ANNOUNCED], register="ours"),
    "paper_files": lambda user: queries.paper_files(user, SLUG, 1),
    "paper_file": lambda user: queries.paper_file(user, SLUG, 1, 1),
    "seating": lambda user: queries.seating(user, SLUG, 1, today=TODAY),
    "agenda": lambda user: queries.agenda(user, SLUG, 1),
    "minutes": lambda user: queries.minutes(user, SLUG, 1),
    "draft_statement": lambda user: queries.draft_statement(user, SLUG, 1, today=TODAY),
    "reservations": lambda user: queries.reservations(user, SLUG),
    "reservations_to": lambda user: queries.reservations_to(user, SLUG, statement=1, start=0),
    "action_points": lambda user: queries.action_points(user, SLUG, late_on=TODAY),
    "late_actions": lambda user: queries.late_actions(user, SLUG, today=TODAY),
    "open_actions": lambda user: queries.open_actions(user, SLUG),
    "action_follow_up": lambda user: queries.action_follow_up(user, SLUG, 1, today=TODAY),
    "clarifications": lambda user: queries.clarifications(user, SLUG),
    "clarification": lambda user: queries.clarification(user, SLUG, 1),
    "clarification_choice": lambda user: queries.clarification_choice(user, SLUG, party="NOR"),
    "dated": lambda user: queries.dated(user, SLUG, "standing", 1),
    "new_parties": lambda user: queries.new_parties(user, SLUG),
    "office_choice": lambda user: queries.office_choice(user, SLUG, 1, today=TODAY),
    "coalition_terms": lambda user: queries.coalition_terms(user, SLUG),
    "packs": lambda user: queries.packs(user, SLUG),
    "pack": lambda user: queries.pack(user, SLUG, 1),
    "kept": lambda user: list(queries.kept(user, SLUG, "contribution")),
    "contributions": lambda user: queries.contributions(user, SLUG),
    "contributions_after": lambda user: queries.contributions_after(user, SLUG, 0, size=9),
    "contribution": lambda user: queries.contribution(user, SLUG, 1),
    "contribution_choice": lambda user: queries.contribution_choice(user, SLUG),
    "kept_list": lambda user: queries.kept_list(user, SLUG, "requirement"),
    "kept_page": lambda user: queries.kept_page(user, SLUG, "requirement", 1),
    "kept_choice": lambda user: queries.kept_choice(user, SLUG, "requirement"),
    "totals": lambda user: queries.totals(user, SLUG),
    "publication": lambda user: queries.publication(user, SLUG, 1),
    "totals_preview": lambda user: queries.totals_preview(user, SLUG, "NOK"),
    "search": lambda user: queries.search(user, SLUG, "ships"),
    "merger": lambda user: queries.merger(user, SLUG, "instrument", 1),
    "members": lambda user: queries.members(user, SLUG),
    "imports": lambda user: queries.imports(user, SLUG),
    "import_page": lambda user: queries.import_page(user, SLUG, 1),
    "import_findings": lambda user: list(queries.import_findings(user, SLUG, 1)),
    "unfinished_import": lambda user: queries.unfinished_import(user, SLUG, "contribution", "0" * 64),
    "origins": lambda user: queries.origins(user, SLUG, "contribution", 1),
    "named": lambda user: queries.named(user, SLUG),
    "benchmarks_of": lambda user: queries.benchmarks_of(user, SLUG, 1),
    "benchmark_way": lambda user: queries.benchmark_way(user, SLUG, 1, today=TODAY),
    "windows": lambda user: queries.windows(user, SLUG, today=TODAY),
    "window": lambda user: queries.window(user, SLUG, 1, today=TODAY),
    "owed": lambda user: queries.owed(user, SLUG, today=TODAY),
    "report": lambda user: queries.report(user, SLUG, 1, today=TODAY),
    "guideline": lambda user: queries.guideline(user, SLUG, 1, today=TODAY),
    "commitment_progress": lambda user: queries.commitment_progress(user, SLUG, 1, today=TODAY),
    "assessments": lambda user: queries.assessments(user, SLUG, today=TODAY),
    "assessment": lambda user: queries.assessment(user, SLUG, 1, today=TODAY),
    "scores": lambda user: queries.scores(user, SLUG),
}


@pytest.fixture
def full(everything: Register, db: None) -> Register:
    return everything


@pytest.fixture(scope="module")
def everything(standing: Register, django_db_blocker: Any) -> Iterator[Register]:
    with filled_once(django_db_blocker, lambda: _full(standing)) as made:
        yield made


def _full(register: Register) -> Register:
    first, second = (register.take_in(reading).statement for reading in (first_reading(), second_reading()))
    for statement in (first, second):
        review.accept_statement(statement=statement, by=register.people.secretariat, at=AT)
    commitments.change_status(
        commitment=Commitment.objects.all()[0].pk,
        status="in progress",
        evidence="a letter",
        by=register.people.secretariat,
        at=AT,
    )
    register.replace(first, FIRST.replace("sixty", "seventy"))
    own = Release.objects.get(coalition=register.coalition, kind=Reach.OWNER)
    Instrument.objects.filter(coalition=register.coalition, key="HC 4040").update(release=own)
    WorkingGroupSeat.objects.create(
        coalition=register.coalition,
        line=register.coalition.lines.get(number=1),
        party=register.coalition.parties.get(code="NOR"),
        said_by="a letter",
    )
    by = register.people.secretariat
    invitations.invite(coalition=SLUG, email="a@b.example", name="A", role="observer", by=by, at=AT)
    sightings.note(records=[("statement", first)], by=register.people.chile, at=AT)
    clarifications.ask(coalition=SLUG, party="NOR", text="Which ports are meant?", by=by, at=AT)
    content = Content("funds", "Fuel for patrols", "a letter", line=1, amount=Decimal(1000), currency="NOK")
    contributions.add(coalition=SLUG, content=content, reach="coalition", by=register.people.norway, at=AT)
    totals.publish(coalition=SLUG, currency="NOK", reach="coalition", by=by, at=AT)
    written(by, {"kind": "funds", "summary": "Ropes", "source": "a letter", "party": "CHL"})
    stand(register, "CHL", "acceded", None)
    names = {"en": ("Kingdom of Norway", "")}
    party_names.rename(coalition=SLUG, party="NOR", names=names, since=None, said_by="a law", by=by, at=AT)
    other = Other().trusted(register)
    came = take(register, other.pack(other.record(1, line=9), other.record(2)))
    PackFile.objects.create(pack_id=came.pack, data=b"sealed")
    assess_all(register)
    token = tokens.make(name="ours", scopes=["read"], days=1, by=by, at=AT).number
    tokens.once(token=token, key="one", asked="", at=AT, make=lambda: tokens.Replied(201, "", ""))
    calendar_addresses.make(coalition=SLUG, by=register.people.norway, at=AT)
    asked = requests.add(coalition=SLUG, content=BOATS_ASKED, reach="coalition", by=register.people.norway, at=AT)
    needed = replace(BOATS_NEEDED, part_of=asked)
    requirements.add(coalition=SLUG, content=needed, reach="coalition", by=register.people.norway, at=AT)
    planned = meetings.schedule(
        coalition=SLUG, content=meetings.Content("Second meeting", date(2021, 9, 1)), by=by, at=AT
    )
    agenda.draw_up(meeting=planned, by=by, at=AT)
    of, chosen = announced.Source("talks.ics"), {ANNOUNCED.uid: 0}
    announced.take_over(coalition=SLUG, announced=[ANNOUNCED], chosen=chosen, source=of, by=by, at=AT)
    breaches.note(coalition=SLUG, by=by, at=AT + timedelta(days=200))
    comes = Comes(planned, "Ola Fjord", "delegate", party="NOR")
    delegates.add(coalition=SLUG, content=comes, reach="coalition", by=by, at=AT)
    write_down(register)
    return register


def assess_all(register: Register) -> None:
    """Report on a promise, remind of it and assess it, and measure something."""
    by = register.people.secretariat
    commitment, _guideline, report = reported(register)
    assess(by, commitment, report=report)
    measure(by, watch(by))
    Reminder.objects.create(
        coalition=register.coalition,
        window=Window.objects.get(),
        user=register.people.norway,
        party=register.coalition.parties.get(code="NOR"),
        stage=14,
        owed=2,
        at=AT,
    )
    told = {"series": "ministerial meeting", "due": TODAY, "stage": 7, "at": AT}
    ClockNotice.objects.create(coalition=register.coalition, user=register.people.secretariat, **told)
    mine = {"coalition": register.coalition, "user": register.people.secretariat}
    DigestSent.objects.create(**mine, week=date(2021, 3, 8), at=AT)


def test_every_question_is_asked_here() -> None:
    assert set(QUESTIONS) == set(queries.__all__) - {"NotFound", "coalitions"}


@pytest.mark.parametrize("model", MODELS, ids=lambda model: str(model.__name__))
def test_a_stranger_finds_nothing(full: Register, model: Any) -> None:
    rows = model._default_manager
    # What a partner alone sees is there for its people.
    mine = rows.visible_to(full.people.secretariat) or rows.visible_to(full.people.norway)
    theirs = rows.visible_to(full.people.stranger)
    assert mine.exists()
    assert not set(mine.values_list("pk", flat=True)) & set(theirs.values_list("pk", flat=True)) - _shared(model)
    assert not rows.visible_to(AnonymousUser()).exists()


def _shared(model: Any) -> set[int]:
    """The account of the command line belongs to both coalitions."""
    return set(User.objects.filter(username="operator").values_list("pk", flat=True)) if model is User else set()


@pytest.mark.parametrize("name", QUESTIONS)
def test_a_stranger_gets_no_answer(full: Register, name: str) -> None:
    for person in (full.people.stranger, AnonymousUser()):
        with pytest.raises(NotFound):
            QUESTIONS[name](person)


def test_a_person_who_left_finds_nothing(full: Register) -> None:
    User.objects.filter(pk=full.people.reader.pk).update(is_active=False)
    full.people.reader.refresh_from_db()
    assert queries.coalitions(full.people.reader) == ()
    with pytest.raises(NotFound):
        queries.board(full.people.reader, SLUG, today=TODAY)


def test_the_ledger_is_seen_as_its_records_are(full: Register) -> None:
    def nouns(who: Any) -> set[str]:
        return set(Entry.objects.visible_to(who).values_list("noun", flat=True))

    assert {"commitment", "membership"} <= nouns(full.people.secretariat)
    for person in (full.people.chile, full.people.reader, full.people.observer):
        assert "commitment" in nouns(person)
        assert "membership" not in nouns(person)
    assert not Entry.objects.filter(coalition=register_of(full)).visible_to(full.people.stranger).exists()


def register_of(full: Register) -> int:
    return full.coalition.pk


def test_others_see_their_own_membership_alone(full: Register) -> None:
    # The eighth is the command line's, the ninth the courier's of Norway's packs.
    assert Membership.objects.visible_to(full.people.secretariat).count() == 9
    assert [one.user for one in Membership.objects.visible_to(full.people.chile)] == [full.people.chile]
    assert [one.username for one in queries.members(full.people.chile, SLUG)] == ["camila"]


@pytest.mark.parametrize("who", ["chile", "norway", "reader"])
def test_every_member_reads_the_record(full: Register, who: str) -> None:
    person = getattr(full.people, who)
    assert queries.commitments(person, SLUG, today=TODAY) == queries.commitments(
        full.people.secretariat, SLUG, today=TODAY
    )


def test_a_coalition_tells_what_one_may_do(register: Register) -> None:
    mine = {who: queries.coalition(getattr(register.people, who), SLUG) for who in ("secretariat", "chile", "reader")}
    assert mine["secretariat"].permissions == tuple(sorted(PERMISSIONS[Role.SECRETARIAT]))
    assert Permission.COMMITMENT_CHANGE_OWN in mine["chile"].permissions
    assert (mine["chile"].roles, mine["chile"].party) == ((Role.FOCAL_POINT,), "CHL")
    assert mine["reader"].permissions == ()
    assert [one.slug for one in queries.coalitions(register.people.stranger)] == ["other-pact"]


def test_who_may_change_a_commitment(full: Register) -> None:
    promise = Commitment.objects.get(text__startswith="undertook to train").pk
    may = {
        who: queries.commitment(getattr(full.people, who), SLUG, promise, today=TODAY).may_change_status
        for who in ("secretariat", "norway", "chile", "reader", "lead")
    }
    assert may == {"secretariat": True, "norway": True, "chile": False, "reader": False, "lead": False}
