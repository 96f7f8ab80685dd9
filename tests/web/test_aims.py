"""Aims and targets on the pages: what can be followed up comes first, what cannot is folded."""

from __future__ import annotations

from collections.abc import Callable

from django.test import Client

from concerted.register import queries
from concerted.register.models import Commitment
from tests.web.conftest import SLUG, Register

SIGNED_IN = Callable[[str], Client]
GOAL = "act: decided to meet again <soon>"
PLEDGE = "pledged to share flood warnings within 90 days"


def page(client: Client, address: str) -> str:
    return client.get(f"/{SLUG}/{address}").content.decode()


def test_the_board_counts_what_can_be_followed_up_and_folds_the_rest(decided: Register, signed_in: SIGNED_IN) -> None:
    html = page(signed_in("reader"), "")
    assert "1 commitment that can be followed up" in html
    shown, folded = html.split('<details class="folded">')
    assert PLEDGE in shown
    assert "1 general aim" in folded
    assert "decided to meet again" in folded.split("</details>")[0]
    assert "decided to meet again" not in shown


def test_the_lists_put_general_aims_last_and_folded(decided: Register, signed_in: SIGNED_IN) -> None:
    html = page(signed_in("reader"), "commitments/")
    assert html.index(PLEDGE) < html.index('<details class="folded">') < html.index("decided to meet again")


def test_the_list_can_be_narrowed_to_one_aim(decided: Register, signed_in: SIGNED_IN) -> None:
    client = signed_in("reader")
    specific, general = (page(client, f"commitments/?aim={aim}") for aim in ("specific", "general+aim"))
    assert PLEDGE in specific
    assert PLEDGE not in general
    assert "decided to meet again" in general
    assert "folded" not in general


def test_a_commitment_shows_its_targets_and_what_is_missing(decided: Register, signed_in: SIGNED_IN) -> None:
    commitment = Commitment.objects.get(text=PLEDGE)
    html = page(signed_in("reader"), f"commitments/{commitment.pk}/")
    assert "Checkable: it names a target and a date." in html
    assert "Not named: an amount, a place and an addressee." in html
    assert '<mark><span class="target-number">1</span> share flood warnings</mark>' in html
    assert '<mark><span class="target-number">2</span> within 90 days</mark>' in html


def test_a_statement_says_how_much_it_promises(register: Register, signed_in: SIGNED_IN) -> None:
    html = signed_in("reader").get(register.page).content.decode()
    assert "2 commitments, 3 targets, 1 specific" in html


def test_a_reviewer_corrects_an_aim(register: Register, signed_in: SIGNED_IN) -> None:
    client = signed_in("secretariat")
    form = client.get(register.finding(GOAL, "correct/")).content.decode()
    assert '<option value="general aim" selected>' in form
    fields = {"kind": "commitment", "verb": "decided to meet", "text": "decided to meet again <soon>"}
    fields |= {"actors": "issuers", "renews": "on", "aim": "specific", "comment": "the day is set"}
    assert client.post(register.finding(GOAL, "correct/"), fields).status_code == 302
    assert Commitment.objects.get().aim == "specific"


def test_an_aim_that_is_none_is_refused(register: Register, signed_in: SIGNED_IN) -> None:
    fields = {"kind": "commitment", "verb": "decided", "text": "decided to meet again <soon>", "aim": "lofty"}
    answer = signed_in("secretariat").post(register.finding(GOAL, "correct/"), fields)
    assert answer.status_code == 422
    assert not Commitment.objects.exists()


def test_a_commitment_whose_words_were_corrected_keeps_no_target_outside_them(
    register: Register, signed_in: SIGNED_IN
) -> None:
    from concerted.register.models import User
    from tests.web.conftest import AT

    client = signed_in("secretariat")
    fields = {"kind": "commitment", "verb": "pledged to share", "text": "pledged to share flood warnings"}
    fields |= {"actors": "issuers", "lines": "1", "aim": "specific"}
    assert client.post(register.finding(f"act: {PLEDGE}", "correct/"), fields).status_code == 302
    user = User.objects.get(username="secretariat")
    (row,) = queries.commitments(user, SLUG, today=AT.date()).rows
    assert [row.text[start:end] for start, end in row.targets] == ["share flood warnings"]
