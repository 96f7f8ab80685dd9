"""The review page begins with what most needs a person, and says what stays open."""

from __future__ import annotations

from collections.abc import Callable

from django.test import Client

from concerted.actions import intake, users
from concerted.reading.facts import Act, Kind, Meeting, MeetingStatus, Reading, Statement
from concerted.terms.document import Document
from concerted.terms.passage import Passage
from tests.web.conftest import AT, SLUG, Register

TEXT = "The President pledged to dredge the bay. We welcome the report. The bay is deep. We met in Kampala."


def at(words: str) -> Passage:
    return Passage.of(TEXT, TEXT.index(words), TEXT.index(words) + len(words))


def test_what_is_least_sure_of_what_binds_most_comes_first(
    register: Register, signed_in: Callable[[str], Client]
) -> None:
    reading = Reading(
        TEXT,
        Statement("Second statement", "joint statement", "en"),
        acts=(
            Act(
                at("pledged to dredge the bay"),
                Kind.COMMITMENT,
                "pledged to dredge",
                (),
                confidence=0.5,
                candidates=("KEN", "UGA"),
                note="who acts is open",
            ),
            Act(at("welcome the report"), Kind.ENDORSEMENT, "welcome", ("issuers",), confidence=0.9),
            Act(at("The bay is deep"), Kind.FINDING, "is", ("issuers",), confidence=0.4),
        ),
        meetings=(Meeting(at("met in Kampala"), "Meeting", MeetingStatus.HELD, confidence=0.6),),
    )
    intake.take_in(
        document=Document(TEXT, title="Second statement", source="second.txt"),
        original=TEXT.encode(),
        reading=reading,
        coalition=SLUG,
        by=users.operator(at=AT),
        at=AT,
    )
    html = signed_in("secretariat").get(f"/{SLUG}/review/").content.decode()
    # Weighed: 0.5 x 3, 0.4 x 2, 0.6 x 1, 0.1 x 1; what is certain comes last.
    places = [html.index(f"<mark>{words}") for words in ("pledged to", "met in Kampala", "The bay is", "welcome the")]
    assert places == sorted(places)
    assert places[-1] < html.index("<mark>pledged to share")
    assert "an issuer left open" in html
    page = signed_in("secretariat").get(f"/{SLUG}/statements/{register.statement + 1}/").content.decode()
    assert "Who, one of these" in page
    assert "Kenya, Uganda" in page
