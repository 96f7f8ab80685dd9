"""An invented coalition with one statement, and the same four people in every test."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from concerted.actions import coalitions, intake, review, users
from concerted.reading.facts import (
    Act,
    Aim,
    Deadline,
    Definition,
    Instrument,
    Kind,
    Line,
    Mark,
    Meeting,
    MeetingStatus,
    Participant,
    PassedOver,
    Person,
    Reading,
    Role,
    Statement,
)
from concerted.terms.coalition import Cadence, Coalition, Lead, LineOfEffort
from concerted.terms.document import Document
from concerted.terms.names import Name
from concerted.terms.passage import Passage
from tests.shared_register import filled_once

AT = datetime(2024, 5, 2, 21, 0, tzinfo=UTC)
SLUG = "river-pact"
PASSWORD = "a-long-river-runs-here"
TEXT = """# Statement of the River Pact

1. Ministers of Kenya and Uganda met in Nairobi on 30 April 2024 under UN Security Council resolution 9999. \
They pledged to share flood warnings within 90 days and called on all riparian states to join them.

2. Participants welcomed the hospitality of Kenya, and decided to meet again <soon>.

* * *
"""


def place(words: str) -> Passage:
    """Find words of the invented statement."""
    start = TEXT.index(words)
    return Passage.of(TEXT, start, start + len(words))


def act(words: str, kind: Kind, verb: str, **more: Any) -> Act:
    """Write an act, of all issuers unless ``actors`` say otherwise."""
    return Act(place(words), kind, verb, more.pop("actors", ("issuers",)), **more)


READING = Reading(
    text=TEXT,
    statement=Statement("Statement of the River Pact", "joint statement", "en", date(2024, 4, 30), place="Nairobi"),
    participants=(
        Participant(place("Kenya"), "KEN", "Kenya", Role.ISSUER),
        Participant(place("Uganda"), "UGA", "Uganda", Role.ISSUER, note="Under reserve."),
    ),
    definitions=(Definition(place("riparian states"), "riparian states", "states on the river"),),
    people=(Person(place("Ministers"), "The ministers", "minister", "KEN"),),
    lines=(Line(place("flood warnings"), 1, "Warnings"),),
    instruments=(Instrument((place("UN Security Council resolution 9999"),), "UNSCR 9999", "Resolution 9999"),),
    meetings=(
        Meeting(
            place("met in Nairobi"), "Meeting of ministers", MeetingStatus.HELD, date(2024, 4, 30), place="Nairobi"
        ),
        Meeting(place("meet again"), "Second meeting of ministers", MeetingStatus.PLANNED, date(2024, 5, 1)),
    ),
    acts=(
        act(
            "pledged to share flood warnings within 90 days",
            Kind.COMMITMENT,
            "pledged to share",
            lines=(1,),
            due=place("within 90 days"),
            instruments=(0,),
            targets=(place("share flood warnings"), place("within 90 days")),
            aim=Aim.SPECIFIC,
            marks=(Mark.TARGET, Mark.DATE),
            missing=(Mark.AMOUNT, Mark.PLACE, Mark.ADDRESSEE),
        ),
        act(
            "called on all riparian states to join them",
            Kind.CALL,
            "called on",
            actors=("AU",),
            addressees=("UGA",),
            lines=(1,),
        ),
        act("welcomed the hospitality of Kenya", Kind.ENDORSEMENT, "welcomed"),
        act(
            "decided to meet again <soon>",
            Kind.COMMITMENT,
            "decided to meet",
            renews=True,
            targets=(place("meet again <soon>"),),
            aim=Aim.GENERAL,
            missing=tuple(Mark),
        ),
    ),
    deadlines=(Deadline(place("within 90 days"), date(2024, 7, 29), days=90),),
    passed_over=(PassedOver(place("* * *"), "separator"),),
)
COALITION = Coalition(
    slug=SLUG,
    names=(Name("River Pact"),),
    lines=(LineOfEffort(1, "Warnings", ("flood",)), LineOfEffort(2, "Ports", ("port",))),
    cadences=(Cadence("meeting of ministers", 180),),
    leads=(Lead(1, "UGA", date(2024, 1, 1)),),
)
PEOPLE: dict[str, dict[str, Any]] = {
    "secretariat": {"role": "secretariat", "name": "Amina Odhiambo"},
    "focal": {"role": "focal point", "party": "UGA", "name": "Joseph Okello"},
    "lead": {"role": "line lead", "party": "UGA", "line": 1, "name": "Grace Achieng"},
    "reader": {"role": "partner reader", "party": "KEN", "name": "Maria Rossi"},
}


@dataclass(frozen=True)
class Register:
    """The numbers of what the invented register holds, by the words or names that show them."""

    statement: int
    findings: dict[str, int]

    @property
    def page(self) -> str:
        """The address of the statement."""
        return f"/{SLUG}/statements/{self.statement}/"

    def finding(self, words: str, verb: str) -> str:
        """Give the address at which a finding is decided on."""
        return f"{self.page}findings/{self.findings[words]}/{verb}"


def fill() -> Register:
    """Bring coalition, statement and people into the register; nothing is decided yet."""
    operator = users.operator(at=AT)
    coalitions.set_up(coalition=COALITION, by=operator, at=AT)
    document = Document(TEXT, title="Statement of the River Pact", source="river.md", language="en")
    taken = intake.take_in(
        document=document, original=TEXT.encode(), reading=READING, coalition=SLUG, by=operator, at=AT
    )
    for username, rest in PEOPLE.items():
        users.add(username=username, password=PASSWORD, coalition=SLUG, by=operator, at=AT, **rest)
    coalitions.set_up(coalition=Coalition("other", (Name("Other pact"),)), by=operator, at=AT)
    users.add(username="stranger", password=PASSWORD, coalition="other", role="secretariat", by=operator, at=AT)
    from concerted.register import queries
    from concerted.register.models import User

    page = queries.statement(User.objects.get(username="secretariat"), SLUG, taken.statement)
    return Register(taken.statement, {f"{row.fact}: {row.quote}": row.id for row in page.findings})


@pytest.fixture(scope="module")
def undecided(django_db_setup: None, django_db_blocker: Any) -> Iterator[Register]:
    """The register of all tests of a file."""
    with filled_once(django_db_blocker, fill) as made:
        yield made


@pytest.fixture
def register(undecided: Register, db: None) -> Register:
    """A register in which nothing is decided yet."""
    return undecided


@pytest.fixture
def decided(register: Register) -> Register:
    """A register in which everything is accepted."""
    from concerted.register.models import User

    by = User.objects.get(username="secretariat")
    review.accept_statement(statement=register.statement, by=by, at=timezone.now())
    return register


@pytest.fixture
def signed_in(db: None) -> Callable[[str], Client]:
    """Give a browser in which a person is signed in."""

    def sign_in(username: str) -> Client:
        client = Client()
        assert client.login(username=username, password=PASSWORD)
        return client

    return sign_in
