"""Partners report on commitments that bind them, in a window, and on no others'."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from concerted.actions import reports
from concerted.formats.sheets import Cell
from concerted.register.models import Entry, ImportFinding, Participation, Reach, Report, SearchEntry
from concerted.register.nouns.report import written
from concerted.terms.errors import Conflict, NotAllowed, NotFound
from tests.actions.progress import WINDOW, open_window, promise, report, reported
from tests.sheets import read, write
from tests.standing import AT, Register


def test_a_partner_reports_on_what_it_promised_by_name(accepted: Register) -> None:
    _commitment, _guideline, number = reported(accepted, reach=Reach.OWNER)
    one = Report.objects.get(pk=number)
    assert (one.owner, one.party.code, one.by, one.release.kind) == (
        one.party,
        "NOR",
        accepted.people.norway,
        "owner only",
    )
    assert not Report.objects.visible_to(accepted.people.secretariat).exists()
    content = replace(written(one), text="Fifty of sixty.")
    reports.change(number=number, content=content, seen=1, by=accepted.people.norway, at=AT + timedelta(days=1))
    one.refresh_from_db()
    assert (one.edition, one.text, one.at) == (2, "Fifty of sixty.", AT + timedelta(days=1))


def test_a_partner_reports_on_what_all_issuers_promised(accepted: Register) -> None:
    window = open_window(accepted.people.secretariat)
    report(accepted.people.chile, window, promise("decided to share"))
    report(accepted.people.norway, window, promise("decided to share"))
    # Who took no part in the statement is not bound.
    Participation.objects.filter(party__code="CHL").update(in_force=False)
    with pytest.raises(Conflict, match="does not bind CHL"):
        report(accepted.people.chile, window, promise("will take place"))


def test_nobody_reports_for_others(accepted: Register) -> None:
    window = open_window(accepted.people.secretariat)
    with pytest.raises(Conflict) as error:
        report(accepted.people.chile, window, promise())
    assert error.value.where == "commitment"
    with pytest.raises(Conflict) as error:
        report(accepted.people.chile, window, promise("decided to share"), party="NOR")
    assert error.value.where == "party"
    for who in ("secretariat", "lead", "reader", "auditor"):
        with pytest.raises(NotAllowed):
            report(getattr(accepted.people, who), window, promise())


def test_one_report_a_window(accepted: Register) -> None:
    commitment, _guideline, number = reported(accepted)
    window = Report.objects.get(pk=number).window_id
    with pytest.raises(Conflict, match="reported on"):
        report(accepted.people.norway, window, commitment)
    later = open_window(accepted.people.secretariat)
    report(accepted.people.norway, later, commitment)
    with transaction.atomic(), pytest.raises(IntegrityError):
        Report.objects.filter(window=later).update(window=window)


def test_a_window_has_its_days_and_lines(accepted: Register) -> None:
    by = accepted.people.secretariat
    early = open_window(by, content=replace(WINDOW, opens=date(2021, 3, 15)))
    with pytest.raises(Conflict, match="opens on"):
        report(accepted.people.norway, early, promise())
    other = open_window(by, content=replace(WINDOW, lines=(2,)))
    with pytest.raises(Conflict, match="other lines"):
        report(accepted.people.norway, other, promise())
    # Late is better than never.
    report(accepted.people.norway, open_window(by), promise(), at=AT + timedelta(days=90))


def test_what_the_partner_may_not_see_is_no_commitment(accepted: Register) -> None:
    window = open_window(accepted.people.secretariat, reach=Reach.OWNER)
    with pytest.raises(Conflict) as error:
        report(accepted.people.norway, window, promise())
    assert error.value.where == "window"
    with pytest.raises(Conflict) as error:
        report(accepted.people.norway, open_window(accepted.people.secretariat), 9_999_999)
    assert error.value.where == "commitment"


def test_a_report_is_withdrawn_by_its_own(accepted: Register) -> None:
    _commitment, _guideline, number = reported(accepted)
    with pytest.raises(NotAllowed):
        reports.withdraw(number=number, seen=1, by=accepted.people.secretariat, at=AT)
    with pytest.raises(NotFound):
        reports.withdraw(number=number, seen=1, by=accepted.people.observer, at=AT)
    reports.withdraw(number=number, seen=1, by=accepted.people.norway, at=AT)
    assert not Report.objects.visible_to(accepted.people.norway).exists()
    assert not SearchEntry.objects.filter(noun="report").exists()


def test_neither_ledger_nor_search_tells_who_may_not_see_the_commitment(accepted: Register) -> None:
    from concerted.register import queries
    from concerted.register.models import Commitment, Release
    from tests.standing import SLUG

    commitment, _guideline, number = reported(accepted)
    chile = accepted.people.chile

    def told() -> tuple[int, int]:
        entries = Entry.objects.visible_to(chile).filter(noun__in=["report", "guideline"])
        return entries.count(), len(queries.search(chile, SLUG, "divers rolls").hits)

    assert told() == (2, 1)
    own = Release.objects.get(coalition=accepted.coalition, kind=Reach.OWNER)
    Commitment.objects.filter(pk=commitment).update(release=own)
    assert told() == (0, 0)
    # The partner itself no longer sees what it is about.
    assert not Report.objects.visible_to(accepted.people.norway).filter(pk=number).exists()


def test_a_sheet_of_reports_is_taken_in_as_its_person_wrote_them(accepted: Register) -> None:
    by, other = accepted.people.norway, promise("decided to share")
    window = open_window(accepted.people.secretariat)
    row: dict[str, Cell] = {
        "window": Decimal(window),
        "stand": "in progress",
        "text": "Half of it.",
        "evidence": "Rolls",
    }
    rows = (row | {"commitment": Decimal(promise())}, row | {"commitment": Decimal(other)})
    import_ = read(by, *rows, rows[0], noun="report")
    assert write(import_, by).state == "done"
    found = Report.objects.order_by("pk")
    assert [(one.commitment_id, one.by, one.at) for one in found] == [(promise(), by, AT), (other, by, AT)]
    # What does not bind a partner is refused with its row, and so is whoever is none.
    chile = read(accepted.people.chile, rows[0], noun="report")
    refused = ImportFinding.objects.get(of=chile)
    assert (refused.row, refused.column, refused.expected[:22]) == (2, "commitment", "one that it made by na")
    secretariat = read(accepted.people.secretariat, rows[0], noun="report")
    assert ImportFinding.objects.get(of=secretariat).column == "party"
    assert found.count() == 2
