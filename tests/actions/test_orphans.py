"""What a corrected text left without a place: a person gives it one, or says that it no longer stands."""

from __future__ import annotations

import pytest

from concerted.actions import orphans, review
from concerted.reading.facts import Act, Kind
from concerted.register import queries
from concerted.register.models import (
    Anchor,
    Commitment,
    Finding,
    Meeting,
    Participation,
    Standing,
    Statement,
    StatusChange,
)
from concerted.terms.errors import Conflict, NotAllowed, NotFound
from tests.acts import acts, changes
from tests.standing import AT, FIRST, SLUG, Register, passage

CORRECTED = FIRST.replace("sixty rescue divers", "seventy rescue divers")


@pytest.fixture
def orphan(accepted: Register) -> Finding:
    """A promise whose figure was corrected."""
    new = Act(
        passage(CORRECTED, "undertook to train seventy rescue divers"), Kind.COMMITMENT, "undertook to train", ("NOR",)
    )
    accepted.replace(Statement.objects.get().pk, CORRECTED, acts=(new,))
    return Anchor.objects.get(standing=Standing.ORPHANED).finding


def test_an_orphan_is_placed_and_its_record_follows(accepted: Register, orphan: Finding) -> None:
    promise = Commitment.objects.get(finding=orphan)
    (place,) = Anchor.objects.get(finding=orphan).candidates
    settled = orphans.place_at(
        finding=orphan.pk, start=place[0], end=place[1], note="as printed", by=accepted.people.secretariat, at=AT
    )
    assert settled.standing == "anchored"
    promise.refresh_from_db()
    assert (promise.text, promise.verb) == ("undertook to train seventy rescue divers", "undertook to train")
    row = queries.finding(accepted.people.reader, SLUG, orphan.pk)
    assert (row.quote, row.state, row.standing) == (promise.text, "accepted", "anchored")
    # What was read anew in its place no longer waits.
    assert queries.review(accepted.people.secretariat, SLUG).waiting == 0
    assert acts()[-1] == "finding.place"
    assert changes("finding.place", "anchor")[0][1]["note"] == "as printed"
    with pytest.raises(Conflict, match="placed by secretary"):
        orphans.place_at(finding=orphan.pk, start=1, end=2, by=accepted.people.secretariat, at=AT)


def test_an_orphan_that_no_longer_stands_lapses_with_the_note(accepted: Register, orphan: Finding) -> None:
    orphans.withdraw(finding=orphan.pk, note="It was never agreed.", by=accepted.people.secretariat, at=AT)
    promise = Commitment.objects.get(finding=orphan)
    assert (promise.status, promise.in_force) == ("lapsed", True)
    assert StatusChange.objects.get(commitment=promise).evidence == "It was never agreed."
    assert queries.finding(accepted.people.reader, SLUG, orphan.pk).standing == "withdrawn"
    with pytest.raises(Conflict):
        orphans.withdraw(finding=orphan.pk, note="Again.", by=accepted.people.secretariat, at=AT)


def test_another_record_that_no_longer_stands_goes_out_of_force(accepted: Register) -> None:
    accepted.replace(
        Statement.objects.get().pk, FIRST.replace("in Valparaíso on 5 May\n2021", "in Lima on 6 June\n2021")
    )
    meeting = Anchor.objects.get(standing=Standing.ORPHANED, finding__fact="meeting").finding
    orphans.withdraw(finding=meeting.pk, note="Moved.", by=accepted.people.secretariat, at=AT)
    assert Meeting.objects.get(finding=None, place="Valparaíso").said_by
    assert Participation.objects.filter(in_force=True).count() == 2


@pytest.mark.parametrize("who", ["chile", "reader"])
def test_only_the_secretariat_settles_orphans(accepted: Register, orphan: Finding, who: str) -> None:
    by = getattr(accepted.people, who)
    with pytest.raises(NotAllowed):
        orphans.place_at(finding=orphan.pk, start=0, end=9, by=by, at=AT)
    with pytest.raises(NotAllowed):
        orphans.withdraw(finding=orphan.pk, note="x", by=by, at=AT)
    with pytest.raises(NotFound):
        orphans.withdraw(finding=orphan.pk, note="x", by=accepted.people.stranger, at=AT)


@pytest.mark.parametrize("place", [(0, 0), (5, 4), (0, 10**6), (-1, 4)])
def test_a_place_must_be_one(accepted: Register, orphan: Finding, place: tuple[int, int]) -> None:
    with pytest.raises(Conflict):
        orphans.place_at(finding=orphan.pk, start=place[0], end=place[1], by=accepted.people.secretariat, at=AT)


def test_what_is_withdrawn_without_a_reason_is_refused(accepted: Register, orphan: Finding) -> None:
    with pytest.raises(Conflict, match="no reason"):
        orphans.withdraw(finding=orphan.pk, note="  ", by=accepted.people.secretariat, at=AT)


def test_what_has_no_place_is_not_accepted(accepted: Register) -> None:
    promise, by = accepted.finding("undertook").pk, accepted.people.secretariat
    review.undo(finding=promise, by=by, at=AT)
    accepted.replace(Statement.objects.get().pk, CORRECTED)
    assert queries.finding(by, SLUG, promise).standing == "superseded"
    with pytest.raises(Conflict, match="does not stand in the corrected text"):
        review.accept(finding=promise, by=by, at=AT)
    assert review.accept_statement(statement=Statement.objects.get().pk, by=by, at=AT).accepted == 0
