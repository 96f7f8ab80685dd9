"""Fields that belong together are kept together by the database."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from concerted.actions import review
from concerted.register.models import (
    Commitment,
    Decision,
    Entry,
    Finding,
    Invitation,
    Meeting,
    Membership,
    Obligation,
    Release,
    Renewal,
    Statement,
    StatusChange,
)
from tests.standing import AT, Register, first_reading

Build = Callable[[Register], Any]


def _release(register: Register) -> Release:
    return register.coalition.releases.get(kind="coalition")


def _statement(register: Register, **fields: Any) -> Statement:
    given = {"title": "T", "media_type": "text/plain", "sha256": "0" * 64, "text": "t", "record": {}} | fields
    return Statement(
        coalition=register.coalition,
        release=_release(register),
        taken_in_by=register.people.secretariat,
        taken_in_at=AT,
        **given,
    )


def _finding(register: Register, **fields: Any) -> Finding:
    given: dict[str, Any] = {"fact": "act", "kind": "call", "start": 1, "end": 2, "confidence": 0.5} | fields
    statement = Statement.objects.get()
    return Finding(statement=statement, ordinal=999, quote="q", proposal={}, **given)


def _decision(register: Register, **fields: Any) -> Decision:
    given = {"verdict": "accepted", "corrected": None} | fields
    return Decision(finding=Finding.objects.all()[0], by=register.people.secretariat, at=AT, **given)


def _meeting(register: Register, **fields: Any) -> Meeting:
    given = {"name": "M", "status": "held", "said_by": "a letter"} | fields
    return Meeting(coalition=register.coalition, release=_release(register), **given)


def _invitation(register: Register, **fields: Any) -> Invitation:
    by = register.people.secretariat
    given = {
        "email": "a@b.example",
        "role": "observer",
        "digest": "0" * 64,
        "expires_at": AT + timedelta(days=1),
    } | fields
    return Invitation(coalition=register.coalition, by=by, at=AT, **given)


def _obligation(register: Register, **fields: Any) -> Obligation:
    return Obligation(
        coalition=register.coalition, release=_release(register), finding=Finding.objects.all()[0], **fields
    )


REFUSED: dict[str, Build] = {
    "a statement with a day and a window": lambda r: _statement(r, issued_on=date(2020, 1, 2), latest=date(2020, 1, 3)),
    "a window that runs backward": lambda r: _statement(r, earliest=date(2020, 1, 3), latest=date(2020, 1, 2)),
    "the same bytes twice": lambda r: _statement(r, sha256=Statement.objects.get().sha256),
    "an act without a kind": lambda r: _finding(r, kind=""),
    "a kind of what is no act": lambda r: _finding(r, fact="sum"),
    "an unknown fact": lambda r: _finding(r, fact="rumour", kind=""),
    "a passage that runs backward": lambda r: _finding(r, start=2, end=2),
    "a confidence over one": lambda r: _finding(r, confidence=1.01),
    "corrected without a correction": lambda r: _decision(r, verdict="corrected"),
    "accepted with a correction": lambda r: _decision(r, corrected={"kind": "call"}),
    "an unknown verdict": lambda r: _decision(r, verdict="perhaps"),
    "undone without a decision": lambda r: _decision(r, verdict="undone"),
    "a meeting without a source": lambda r: _meeting(r, said_by=""),
    "a meeting that ends before it starts": lambda r: _meeting(r, start=date(2020, 1, 2), end=date(2020, 1, 1)),
    "a meeting that ends without starting": lambda r: _meeting(r, end=date(2020, 1, 1)),
    "a meeting of unknown status": lambda r: _meeting(r, status="maybe"),
    "an obligation without a time": lambda r: _obligation(r),
    "a recurring obligation of no series": lambda r: _obligation(r, days=3, recurring=True),
    "a focal point without a party": lambda r: Membership(
        user=r.people.stranger, coalition=r.coalition, role="focal point"
    ),
    "an unknown role": lambda r: Membership(user=r.people.stranger, coalition=r.coalition, role="king"),
    "the same role twice": lambda r: Membership(user=r.people.auditor, coalition=r.coalition, role="auditor"),
    "a role that is the public's": lambda r: Membership(user=r.people.auditor, coalition=r.coalition, role="public"),
    "an invitation to a role that is none": lambda r: _invitation(r, role="king"),
    "an invited focal point without a party": lambda r: _invitation(r, role="focal point"),
    "an invited line lead without a line": lambda r: _invitation(r, role="line lead"),
    "an invitation that nobody accepted at some time": lambda r: _invitation(r, accepted_at=AT),
    "an invitation that nobody withdrew at some time": lambda r: _invitation(r, withdrawn_at=AT),
    "an invitation that was accepted and withdrawn": lambda r: _invitation(
        r,
        accepted_at=AT,
        accepted_by=r.people.auditor,
        withdrawn_at=AT,
        withdrawn_by=r.people.secretariat,
    ),
    "an invitation that ends before it begins": lambda r: _invitation(r, expires_at=AT),
    "a line lead without a line": lambda r: Membership(user=r.people.auditor, coalition=r.coalition, role="line lead"),
    "an entry that says nothing": lambda r: Entry(at=AT, noun="n", record="1", root_noun="n", root="1"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_the_database_refuses(register: Register, name: str) -> None:
    register.take_in(first_reading())
    row = REFUSED[name](register)
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save(force_insert=True)


def test_a_finding_has_one_first_decision_and_each_one_successor(register: Register) -> None:
    register.take_in(first_reading())
    first = _decision(register)
    first.save()
    with pytest.raises(IntegrityError), transaction.atomic():
        _decision(register).save()
    _decision(register, verdict="undone", previous=first).save()
    with pytest.raises(IntegrityError), transaction.atomic():
        _decision(register, verdict="undone", previous=first).save()


def test_what_passes_is_stored(register: Register) -> None:
    register.take_in(first_reading())
    for row in (
        _statement(register, earliest=date(2020, 1, 2)),
        _meeting(register, start=date(2020, 1, 2), end=date(2020, 1, 2)),
        _obligation(register, months=3),
    ):
        row.save()


def test_a_promise_does_not_renew_itself_and_a_change_has_evidence(register: Register) -> None:
    taken = register.take_in(first_reading())
    review.accept_statement(statement=taken.statement, by=register.people.secretariat, at=AT)
    promise = Commitment.objects.all()[0]
    with pytest.raises(IntegrityError), transaction.atomic():
        Renewal.objects.create(later=promise, earlier=promise, overlap=1)
    with pytest.raises(IntegrityError), transaction.atomic():
        StatusChange.objects.create(
            commitment=promise, status="lapsed", by=register.people.secretariat, at=AT, evidence=""
        )
