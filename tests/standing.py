"""The same people, coalition and statements in every test of register and actions.

Two focal points, a reader of the one's party, the lead of line 2 from the other's, the secretariat, an observer, an
auditor, and a stranger who belongs to another coalition.
"""

from __future__ import annotations

import copy
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from concerted.actions import coalitions, intake, new_version, users
from concerted.actions.intake import TakenIn
from concerted.actions.new_version import Replaced
from concerted.reading.facts import (
    Act,
    Deadline,
    Instrument,
    Kind,
    Line,
    Meeting,
    MeetingStatus,
    Participant,
    PassedOver,
    Reading,
    Role,
    Statement,
)
from concerted.register.models import Coalition, Finding, User
from concerted.terms.coalition import Cadence, KnownInstrument, KnownMeeting, Lead, LineOfEffort
from concerted.terms.coalition import Coalition as Terms
from concerted.terms.document import Document
from concerted.terms.names import Name
from concerted.terms.passage import Passage
from tests.shared_register import filled_once

AT = datetime(2021, 3, 9, 22, 30, tzinfo=UTC)
TODAY = date(2021, 3, 9)
SLUG = "harbour-pact"
PASSWORD = "nine quiet harbours"
LINES = (LineOfEffort(1, "Patrols at sea"), LineOfEffort(2, "Care for crews"))

FIRST = """Statement of the Harbour Pact

Ministers of Norway and Chile met in Oslo on 2 March 2021 under resolution 4040 of the Harbour Council. Their work
has two strands: patrols at sea, and care for crews. Chile will host a workshop on care for crews in Valparaíso on 5 May
2021.

They decided to share the positions of ships in distress within 30 days, and called on Peru to join the patrols. Norway
undertook to train sixty rescue divers. Ministerial meetings will take place no later than within 100 days.

For the press: harbour office
"""

SECOND = """Second statement of the Harbour Pact

Ministers of Norway and Chile, meeting in Lima on 20 May 2021, reaffirmed that they will share the positions of ships in
distress with every harbour.
"""

FILE = Terms(
    slug=SLUG,
    names=(Name("Harbour Pact"),),
    lines=LINES,
    cadences=(Cadence("ministerial meeting", 100),),
    host="NOR",
    leads=(Lead(2, "CHL", source="the founding letter"),),
    instruments=(KnownInstrument("Harbour Code", "Code of the harbours"),),
    meetings=(
        KnownMeeting("Ministerial meeting", "held", date(2021, 3, 2), host=("NOR",), series="ministerial meeting"),
        KnownMeeting("Workshop on care", "planned", date(2021, 5, 5), host=("CHL",), line=2),
    ),
)


def passage(text: str, words: str) -> Passage:
    """Find words that stand once in a text."""
    assert text.count(words) == 1, words
    start = text.index(words)
    return Passage.of(text, start, start + len(words))


def reading(text: str, title: str, **more: Any) -> Reading:
    """Make a reading of an invented text by hand."""
    statement = Statement(title=title, kind="joint statement", language="en", **more.pop("dated", {}))
    return Reading(text=text, statement=statement, **more)


def first_reading(issued_on: date | None = date(2021, 3, 2)) -> Reading:
    """Read the first statement by hand."""

    def at(words: str) -> Passage:
        return passage(FIRST, words)

    share = "decided to share the positions of ships in distress within 30 days"
    return reading(
        FIRST,
        "Statement of the Harbour Pact",
        dated={"issued_on": issued_on, "place": "Oslo"},
        participants=(
            Participant(at("Norway and Chile met"), "NOR", "Norway", Role.ISSUER),
            Participant(at("Chile met"), "CHL", "Chile", Role.ISSUER, note="in its own waters"),
        ),
        lines=(
            Line(at("patrols at sea, and"), 1, "patrols at sea"),
            Line(at("and care for crews."), 2, "care for crews"),
        ),
        instruments=(Instrument((at("resolution 4040"),), "HC 4040", "Resolution 4040", body="Harbour Council"),),
        meetings=(
            Meeting(
                at("host a workshop on care for crews in Valparaíso on 5 May\n2021"),
                "workshop on care for crews",
                MeetingStatus.PLANNED,
                start=date(2021, 5, 5),
                place="Valparaíso",
                host=("CHL",),
                line=2,
            ),
        ),
        acts=(
            Act(at(share), Kind.COMMITMENT, "decided to share", ("issuers",), due=at("within 30 days"), lines=(1, 2)),
            Act(
                at("called on Peru to join the patrols"),
                Kind.CALL,
                "called on",
                ("issuers",),
                addressees=("PER",),
                lines=(1,),
                confidence=0.4,
            ),
            Act(at("undertook to train sixty rescue divers"), Kind.COMMITMENT, "undertook", ("NOR",), lines=(1,)),
            Act(at("will take place no later than within 100 days"), Kind.COMMITMENT, "will take place", ("issuers",)),
        ),
        deadlines=(
            Deadline(at("within 30 days"), days=30),
            Deadline(at("no later than within 100 days"), days=100),
        ),
        passed_over=(PassedOver(at("For the press: harbour office"), "media contact"),),
    )


def second_reading() -> Reading:
    """Read the second statement by hand."""

    def at(words: str) -> Passage:
        return passage(SECOND, words)

    promise = "reaffirmed that they will share the positions of ships in\ndistress with every harbour"
    return reading(
        SECOND,
        "Second statement of the Harbour Pact",
        dated={"issued_on": date(2021, 5, 20)},
        acts=(Act(at(promise), Kind.COMMITMENT, "reaffirmed", ("issuers",), renews=True, lines=(1,)),),
    )


@dataclass(frozen=True, slots=True)
class People:
    """Who does things in the tests."""

    secretariat: User
    chile: User
    norway: User
    reader: User
    lead: User
    observer: User
    auditor: User
    stranger: User


@dataclass(frozen=True, slots=True)
class Register:
    """A register with a coalition and its people."""

    coalition: Coalition
    people: People

    def take_in(self, read: Reading, *, by: User | None = None, as_new: bool = True) -> TakenIn:
        """Take a reading's statement in as plain text; many tests need statements that are much alike."""
        data = read.text.encode()
        document = Document(read.text, source="harbour.txt", sha256=hashlib.sha256(data).hexdigest())
        return intake.take_in(
            document=document,
            original=data,
            reading=read,
            coalition=SLUG,
            by=by or self.people.secretariat,
            at=AT,
            as_new=as_new,
        )

    def replace(self, statement: int, text: str, *, by: User | None = None, seen: int = 1, **more: Any) -> Replaced:
        """Give a statement a corrected text; ``more`` are the facts that are read in it."""
        data = text.encode()
        document = Document(text, source="corrected.txt", sha256=hashlib.sha256(data).hexdigest())
        return new_version.replace(
            statement=statement,
            seen=seen,
            document=document,
            original=data,
            reading=reading(text, "Statement of the Harbour Pact", dated={"issued_on": date(2021, 3, 2)}, **more),
            by=by or self.people.secretariat,
            at=AT,
        )

    def finding(self, words: str, fact: str = "act") -> Finding:
        """Find the finding of a fact whose words begin so."""
        return Finding.objects.get(fact=fact, quote__startswith=words)


@pytest.fixture(scope="module")
def standing(django_db_setup: None, django_db_blocker: Any) -> Iterator[Register]:
    """The register of all tests of a file."""
    with filled_once(django_db_blocker, fill) as made:
        yield made


@pytest.fixture
def register(standing: Register, db: None) -> Register:
    """A register with one coalition, the people of all tests, and a stranger with a coalition of their own."""
    return copy.deepcopy(standing)


def fill() -> Register:
    """Bring the coalitions and people into an empty register."""
    operator = users.operator(at=AT)
    coalitions.set_up(coalition=FILE, by=operator, at=AT)
    coalitions.set_up(coalition=replace(FILE, slug="other-pact", names=(Name("Other Pact"),)), by=operator, at=AT)

    def add(username: str, role: str, slug: str = SLUG, **more: Any) -> User:
        pk = users.add(username=username, password=PASSWORD, coalition=slug, role=role, by=operator, at=AT, **more)
        return User.objects.get(pk=pk)

    people = People(
        secretariat=add("secretary", "secretariat"),
        chile=add("camila", "focal point", party="CHL"),
        norway=add("nils", "focal point", party="NOR"),
        reader=add("rita", "partner reader", party="NOR"),
        lead=add("lena", "line lead", party="CHL", line=2),
        observer=add("omar", "observer", organisation="Society for Crews"),
        auditor=add("ada", "auditor", organisation="Court of Auditors"),
        stranger=add("stella", "secretariat", slug="other-pact"),
    )
    return Register(Coalition.objects.get(slug=SLUG), people)
