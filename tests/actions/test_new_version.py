"""A corrected text: what people decided goes with its words, or waits for a person; nothing is dropped."""

from __future__ import annotations

from dataclasses import replace as changed
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from benchmarks.anchoring.corrections import corrected
from concerted.actions import new_version, review
from concerted.actions.carrying import Plan
from concerted.actions.likeness import LooksCorrected
from concerted.actions.new_version import Replaced
from concerted.reading.facts import Act, Deadline, Kind, Sum
from concerted.register import queries
from concerted.register.models import (
    Anchor,
    Commitment,
    Decision,
    Entry,
    Finding,
    Original,
    SearchEntry,
    Standing,
    Statement,
    Version,
)
from concerted.terms.document import Document
from concerted.terms.errors import Conflict, NotAllowed, NotFound
from tests.acts import acts, changes
from tests.standing import AT, FIRST, SLUG, TODAY, Register, first_reading, passage

TYPO = FIRST.replace("called on Peru to join the patrols", "called on Peru to join the patrolls")
MORE = FIRST.replace("sixty rescue divers", "seventy rescue divers")


def _pk() -> int:
    return Statement.objects.get().pk


def _standings() -> dict[str, str]:
    return {one.finding.quote: one.standing for one in Anchor.objects.select_related("finding")}


def test_every_finding_gets_an_anchor_and_every_decision_stays(accepted: Register) -> None:
    decisions = list(Decision.objects.values_list("pk", "finding", "verdict"))
    result = accepted.replace(_pk(), TYPO)
    assert Anchor.objects.count() == Finding.objects.filter(version=1).count() == 13
    assert list(Decision.objects.values_list("pk", "finding", "verdict")) == decisions
    assert (result.version, result.moved, result.orphaned) == (2, 1, 0)
    for one in Anchor.objects.filter(standing=Standing.ANCHORED):
        assert TYPO[one.start : one.end] == one.quote


def test_both_texts_and_both_files_stay(accepted: Register) -> None:
    accepted.replace(_pk(), TYPO)
    assert [(one.number, one.text) for one in Version.objects.all()] == [(1, FIRST), (2, TYPO)]
    assert [bytes(one.data) for one in Original.objects.order_by("version")] == [FIRST.encode(), TYPO.encode()]
    statement = Statement.objects.get()
    assert (statement.text, statement.version, statement.source) == (TYPO, 2, "corrected.txt")


def test_a_correction_is_one_act(accepted: Register) -> None:
    before = len(acts())
    accepted.replace(_pk(), MORE)
    assert acts()[before:] == ["statement.replace"]
    ((was, now),) = changes("statement.replace", "statement")
    assert (was["version"], now["version"]) == (1, 2)


def test_a_record_says_the_corrected_words_and_where_they_were_changed(accepted: Register) -> None:
    accepted.replace(_pk(), TYPO)
    page = queries.statement(accepted.people.reader, SLUG, _pk())
    row = next(row for row in page.findings if row.kind == "call")
    assert (row.quote, row.state) == ("called on Peru to join the patrolls", "accepted")
    assert row.moved and (row.moved.quote, row.moved.version) == ("called on Peru to join the patrols", 1)
    call = queries.partner(accepted.people.reader, SLUG, "PER", today=TODAY).calls[0]
    assert (call.text, call.source.quote, call.source.moved) == (row.quote, row.quote, True)
    assert TYPO[call.source.start : call.source.end] == row.quote


def test_a_figure_that_changed_is_left_to_a_person(accepted: Register) -> None:
    result = accepted.replace(_pk(), MORE)
    assert result.orphaned == 1
    anchor = Anchor.objects.get(standing=Standing.ORPHANED)
    assert (anchor.finding.quote, anchor.how) == ("undertook to train sixty rescue divers", "the words changed")
    assert anchor.turned == ["figure"]
    assert [MORE[slice(*place)] for place in anchor.candidates] == ["undertook to train seventy rescue divers"]
    promise = Commitment.objects.get(finding=anchor.finding)
    source = queries.commitment(accepted.people.reader, SLUG, promise.pk, today=TODAY).commitment.source
    assert (source.standing, source.version, source.quote) == ("orphaned", 1, anchor.finding.quote)


def test_a_subject_that_changed_is_left_to_a_person(accepted: Register) -> None:
    accepted.replace(_pk(), FIRST.replace("Norway\nundertook", "Sweden\nundertook"))
    assert _standings()["undertook to train sixty rescue divers"] == Standing.ORPHANED


def test_a_deadline_that_changed_takes_its_promise_along_to_a_person(accepted: Register) -> None:
    accepted.replace(_pk(), FIRST.replace("within 30 days", "within 60 days"))
    standings = _standings()
    assert standings["within 30 days"] == Standing.ORPHANED
    assert standings["decided to share the positions of ships in distress within 30 days"] == Standing.ORPHANED


def test_what_nobody_decided_on_is_read_anew(register: Register) -> None:
    register.take_in(first_reading())
    new = Act(passage(MORE, "undertook to train seventy rescue divers"), Kind.COMMITMENT, "undertook", ("NOR",))
    same = Act(passage(MORE, "called on Peru to join the patrols"), Kind.CALL, "called on", ("issuers",),
               addressees=("PER",), lines=(1,), confidence=0.9)  # fmt: skip
    result = register.replace(_pk(), MORE, acts=(same, new))
    assert (result.orphaned, result.new) == (0, 1)
    assert Finding.objects.filter(version=2).count() == 1
    page = queries.statement(register.people.secretariat, SLUG, _pk())
    assert {row.quote for row in page.findings} == {same.passage.quote, new.passage.quote}
    assert len(page.gone) == 12
    assert queries.review(register.people.secretariat, SLUG).waiting == 2


def test_what_was_decided_is_not_proposed_again(accepted: Register) -> None:
    again = Act(passage(TYPO, "called on Peru to join the patrolls"), Kind.CALL, "called on", ("issuers",))
    assert accepted.replace(_pk(), TYPO, acts=(again,)).new == 0


def test_a_rejected_finding_stays_rejected(register: Register) -> None:
    register.take_in(first_reading())
    rejected = register.finding("called on Peru").pk
    review.reject(finding=rejected, by=register.people.secretariat, at=AT)
    again = Act(passage(MORE, "called on Peru to join the patrols"), Kind.CALL, "called on", ("issuers",))
    register.replace(_pk(), MORE, acts=(again,))
    row = queries.finding(register.people.secretariat, SLUG, rejected)
    assert (row.state, row.standing) == ("rejected", "anchored")


def test_a_correction_by_a_person_goes_along(register: Register) -> None:
    register.take_in(first_reading())
    promise = register.finding("undertook").pk
    by = register.people.secretariat
    review.correct(finding=promise, changes={"lines": [2]}, by=by, at=AT)
    register.replace(_pk(), FIRST.replace("# ", "").replace("Ministers of Norway", "The ministers of Norway"))
    row = queries.finding(by, SLUG, promise)
    assert (row.state, [line.number for line in row.lines]) == ("corrected", [2])
    assert Statement.objects.get().text[row.start : row.end] == row.quote
    review.undo(finding=promise, by=by, at=AT)
    assert [line.number for line in queries.finding(by, SLUG, promise).lines] == [1]
    review.correct(finding=promise, changes={"lines": []}, by=by, at=AT)
    assert queries.finding(by, SLUG, promise).lines == ()
    assert Commitment.objects.get(finding=promise, in_force=True).lines.count() == 0


def test_the_old_version_reads_as_it_was(accepted: Register) -> None:
    before = queries.statement(accepted.people.reader, SLUG, _pk())
    accepted.replace(_pk(), MORE)
    old = queries.statement(accepted.people.reader, SLUG, _pk(), version=1)
    assert (old.text, old.version, old.is_last, len(old.versions)) == (FIRST, 1, False, 2)
    assert [(row.start, row.quote, row.state) for row in old.findings] == [
        (row.start, row.quote, row.state) for row in before.findings
    ]
    assert queries.original(accepted.people.reader, SLUG, _pk(), version=1).data == FIRST.encode()
    assert queries.original(accepted.people.reader, SLUG, _pk()).data == MORE.encode()
    for number in (0, 3):
        with pytest.raises(NotFound):
            queries.statement(accepted.people.reader, SLUG, _pk(), version=number)


def test_the_search_finds_the_new_words_alone(accepted: Register) -> None:
    accepted.replace(_pk(), MORE)
    assert not SearchEntry.objects.filter(noun="statement", words__contains="sixty").exists()
    assert SearchEntry.objects.filter(noun="statement", words__contains="seventy").exists()


def test_acts_go_on_pointing_to_their_own_facts(register: Register) -> None:
    text = FIRST.replace("train sixty rescue divers", "spend $7 on sixty rescue divers")
    reading = changed(first_reading(), text=text)
    promise = Act(passage(text, "undertook to spend $7 on sixty rescue divers"), Kind.COMMITMENT, "undertook", ("NOR",),
                  sums=(0,))  # fmt: skip
    register.take_in(_replaced(reading, text, (promise,), (Sum(passage(text, "$7"), 7, "USD"),)))  # type: ignore[arg-type]
    review.accept(finding=register.finding("undertook").pk, by=register.people.secretariat, at=AT)
    new = text.replace("Ministers", "In return for $9, ministers", 1)
    sums = (Sum(passage(new, "$9"), 9, "USD"), Sum(passage(new, "$7"), 7, "USD"))  # type: ignore[arg-type]
    later = Act(passage(new, "called on Peru to join the patrols"), Kind.CALL, "called on", ("issuers",), sums=(0, 1))
    register.replace(_pk(), new, acts=(later,), sums=sums)
    page = queries.statement(register.people.reader, SLUG, _pk())
    every = sorted([*page.findings, *page.gone], key=lambda row: row.ordinal)
    found = [row.quote for row in every if row.fact == "sum"]
    pointed = {
        row.quote[:9]: [found[place] for place in row.data["sums"]] for row in page.findings if row.fact == "act"
    }
    assert pointed == {"undertook": ["$7"], "called on": ["$9", "$7"]}


def _replaced(reading: Any, text: str, acts: Any, sums: Any) -> Any:
    keep = {"participants": (), "lines": (), "instruments": (), "meetings": (), "deadlines": (), "passed_over": ()}
    return changed(reading, acts=acts, sums=sums, **keep)


# --- What changes nothing, and what is refused.


def _counts() -> list[int]:
    return [model.objects.count() for model in (Version, Anchor, Finding, Entry, Original, SearchEntry)]


@pytest.mark.parametrize(
    ("text", "why"),
    [(FIRST, "the same bytes"), (FIRST.replace("\n", "\r\n").replace(" in ", "  in "), "the same words")],
)
def test_no_other_text_changes_nothing_and_says_so(accepted: Register, text: str, why: str) -> None:
    counts = _counts()
    result = accepted.replace(_pk(), text)
    assert (result.known_as, result.version, _counts()) == (why, 1, counts)
    taken = accepted.take_in(changed(_bare(), text=text))
    assert (taken.new, taken.known_as, taken.statement) == (False, why, _pk())
    assert _counts() == counts


def _bare() -> Any:
    return changed(_replaced(first_reading(), FIRST, (), ()))


def test_the_second_of_two_corrections_of_one_text_is_refused(accepted: Register) -> None:
    accepted.replace(_pk(), TYPO)
    counts = _counts()
    with pytest.raises(Conflict, match="version 2 was loaded by secretary on 2021-03-09"):
        accepted.replace(_pk(), MORE)
    assert _counts() == counts
    assert accepted.replace(_pk(), MORE, seen=2).version == 3


def test_a_correction_can_be_taken_back(accepted: Register) -> None:
    accepted.replace(_pk(), MORE)
    result = accepted.replace(_pk(), FIRST, seen=2)
    assert (result.version, result.orphaned) == (3, 0)
    page = queries.statement(accepted.people.reader, SLUG, _pk())
    assert not page.gone or all(row.state == "proposed" for row in page.gone)
    assert "undertook to train sixty rescue divers" in {row.quote for row in page.findings}


@pytest.mark.parametrize("who", ["chile", "reader"])
def test_only_the_secretariat_corrects_a_text(accepted: Register, who: str) -> None:
    with pytest.raises(NotAllowed):
        accepted.replace(_pk(), TYPO, by=getattr(accepted.people, who))
    assert Version.objects.count() == 1


def test_to_a_stranger_there_is_no_statement(accepted: Register) -> None:
    with pytest.raises(NotFound):
        accepted.replace(_pk(), TYPO, by=accepted.people.stranger)


def test_nothing_is_left_of_a_correction_that_fails(accepted: Register, monkeypatch: pytest.MonkeyPatch) -> None:
    counts = _counts()

    def fail(*_: Any, **__: Any) -> None:
        raise RuntimeError("the disk is full")

    monkeypatch.setattr("concerted.actions.ledger.seal", fail)
    with pytest.raises(RuntimeError):
        accepted.replace(_pk(), MORE)
    assert _counts() == counts
    assert Statement.objects.get().text == FIRST


def test_a_corrected_text_is_not_taken_in_as_a_new_statement_unless_one_says_so(register: Register) -> None:
    register.take_in(first_reading())
    other = changed(_bare(), text=MORE)
    with pytest.raises(LooksCorrected, match=rf"--replaces {_pk()} to load it as its new version, or --as-new") as told:
        register.take_in(other, as_new=False)
    assert told.value.statement == _pk()
    assert register.take_in(other, as_new=True).new


def test_a_text_of_another_day_is_a_statement_of_its_own(register: Register) -> None:
    register.take_in(first_reading())
    later = changed(
        _bare(), text=MORE + "\n\nDone in Lima, with all of the harbours present and none of them absent.\n"
    )
    dated = changed(later, statement=changed(later.statement, issued_on=AT.date()))
    assert register.take_in(dated, as_new=False).new


def test_a_preview_says_what_would_become_of_everything_and_changes_nothing(accepted: Register) -> None:
    counts = _counts()
    text = TYPO.replace("sixty", "seventy")
    data = text.encode()
    planned = new_version.preview(
        statement=_pk(),
        document=Document(text),
        original=data,
        reading=changed(_bare(), text=text, deadlines=(Deadline(passage(text, "on 5 May\n2021")),)),
        by=accepted.people.secretariat,
    )
    assert isinstance(planned, Plan)
    assert (planned.stays + len(planned.moved) + len(planned.orphaned) + planned.superseded) == 13
    assert [one.before.quote for one in planned.orphaned] == ["undertook to train sixty rescue divers"]
    assert [one.anchor.passage and one.anchor.passage.quote for one in planned.moved] == [
        "called on Peru to join the patrolls"
    ]
    assert [one.passage.quote for one in planned.new] == ["on 5 May\n2021"]
    assert _counts() == counts


def test_a_preview_of_the_same_words_says_so(accepted: Register) -> None:
    same = new_version.preview(
        statement=_pk(),
        document=Document(FIRST),
        original=FIRST.encode(),
        reading=_bare(),
        by=accepted.people.secretariat,
    )
    assert isinstance(same, Replaced) and same.known_as == "the same bytes"


@pytest.mark.parametrize(
    ("words", "given", "day"),
    [
        ("met in Oslo", None, date(2021, 3, 2)),
        ("met in Oslo", date(2021, 3, 5), date(2021, 3, 5)),
        ("met in Oslo on 9 March 2021", None, date(2021, 3, 9)),
    ],
)
def test_a_day_that_was_known_holds_on_unless_the_text_or_a_person_says_another(
    words: str, given: date | None, day: date
) -> None:
    text = FIRST.replace("met in Oslo on 2 March 2021", words).replace("on 5 May\n2021", "soon")
    reading = new_version.read_corrected(Document(text), given=given, known=date(2021, 3, 2), coalition=None)
    own = reading.statement
    window = own.window
    known = own.issued_on or own.given_date or (window.earliest if window else None)
    assert known == day


# --- Whatever is corrected.


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seeds=st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 12)), min_size=1, max_size=3))
def test_as_many_findings_come_out_as_went_in(accepted: Register, seeds: list[tuple[int, int]]) -> None:
    from django.db import transaction

    with transaction.atomic():
        point = transaction.savepoint()
        _correct_over_and_over(accepted, seeds)
        transaction.savepoint_rollback(point)


def _correct_over_and_over(register: Register, seeds: list[tuple[int, int]]) -> None:
    decided = Decision.objects.count()
    for seed, edits in seeds:
        statement = Statement.objects.get()
        text = corrected(statement.text, edits, seed).text
        result = register.replace(statement.pk, text, seen=statement.version)
        page = queries.statement(register.people.reader, SLUG, statement.pk)
        assert len(page.findings) + len(page.gone) == 13
        assert all(page.text[row.start : row.end] == row.quote for row in page.findings)
        assert all(row.standing in ("orphaned", "superseded") for row in page.gone)
        assert Decision.objects.count() == decided
        if not result.known_as:
            assert page.text == text
            assert page.orphans == sum(row.fact != "passed_over" for row in page.gone) == result.orphaned
    for number in range(1, page.version + 1):
        old = queries.statement(register.people.reader, SLUG, statement.pk, version=number)
        assert all(old.text[row.start : row.end] == row.quote for row in old.findings)
    queries.board(register.people.reader, SLUG, today=TODAY)
    queries.commitments(register.people.reader, SLUG, today=TODAY)
