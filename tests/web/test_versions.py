"""A corrected text on the site: shown before it is stored, the text before stays, orphans wait for a person."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from concerted.register.models import Anchor, Commitment, Version
from tests.acts import acts
from tests.web.conftest import SLUG, TEXT, Register
from tests.web.corrections import CORRECTED, correct, kept_of
from tests.web.test_pages import faults

SIGNED_IN = Callable[[str], Client]


def pages(register: Register) -> list[str]:
    """The addresses of everything about versions, once a text was corrected."""
    return [
        f"/{SLUG}/",
        f"/{SLUG}/orphans/",
        register.page,
        f"{register.page}versions/1/",
        f"{register.page}correct-text/",
    ]


def test_a_preview_changes_nothing_and_shows_old_and_new_words(decided: Register, signed_in: SIGNED_IN) -> None:
    client, events = signed_in("secretariat"), len(acts())
    shown = client.post(f"{decided.page}correct-text/", {"text": CORRECTED})
    html = shown.content.decode()
    assert faults(html) == []
    assert (Version.objects.count(), len(acts())) == (1, events)
    for words in ("the words changed: a figure", "with small changes", "great", "open a common office"):
        assert words in html
    assert "<del>" in html and "<ins>" in html


def test_a_confirmed_text_replaces_and_the_one_before_stays(decided: Register, signed_in: SIGNED_IN) -> None:
    client = signed_in("secretariat")
    answer = correct(client, decided)
    assert (answer.status_code, answer["Location"]) == (302, decided.page)
    now = client.get(decided.page).content.decode()
    assert "within 60 days" in now and "The text is now version 2." in now
    assert "accepted findings have no place in this text" in now
    old = client.get(f"{decided.page}versions/1/").content.decode()
    assert "within 60 days" not in old and "This is version 1 of the text" in old
    assert "data-verb" not in old and 'class="act kind-commitment act-accepted"' in old
    assert client.get(f"{decided.page}versions/1/original").content == TEXT.encode()
    assert client.get(f"{decided.page}versions/2/").status_code == 302
    assert client.get(f"{decided.page}versions/3/").status_code == 404
    assert client.get(f"{decided.page}versions/3/original").status_code == 404


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_every_page_of_a_corrected_text_is_sound(decided: Register, signed_in: SIGNED_IN, language: str) -> None:
    client = signed_in("secretariat")
    correct(client, decided)
    client.cookies["django_language"] = language
    for address in pages(decided):
        answer = client.get(address)
        assert answer.status_code == 200, address
        assert faults(answer.content.decode()) == [], address


def test_a_file_is_handed_in_as_well(decided: Register, signed_in: SIGNED_IN) -> None:
    client, address = signed_in("secretariat"), f"{decided.page}correct-text/"
    shown = client.post(address, {"file": SimpleUploadedFile("river-2.md", CORRECTED.encode())})
    done = client.post(address, kept_of(shown) | {"confirm": "1"})
    assert done.status_code == 302
    assert Version.objects.get(number=2).source == "river-2.md"


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({}, "Choose a file, or paste the text."),
        ({"text": "   "}, "Choose a file, or paste the text."),
        ({"text": "Two cups of flour, and stir."}, "no statement"),
        ({"kept": "%%%", "name": "x.txt", "confirm": "1"}, "did not come back whole"),
        ({"file": SimpleUploadedFile("empty.txt", b" ")}, "the file is empty"),
    ],
)
def test_what_is_no_statement_is_told_and_changes_nothing(
    decided: Register, signed_in: SIGNED_IN, sent: dict[str, object], said: str
) -> None:
    answer = signed_in("secretariat").post(f"{decided.page}correct-text/", sent)
    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert faults(answer.content.decode()) == []
    assert Version.objects.count() == 1


def test_the_same_text_again_changes_nothing_and_says_so(decided: Register, signed_in: SIGNED_IN) -> None:
    client = signed_in("secretariat")
    for text, said in (
        (TEXT, "the file that the statement has already"),
        (TEXT + "\n", "the words that the statement"),
    ):
        answer = client.post(f"{decided.page}correct-text/", {"text": text}, follow=True)
        assert said in answer.content.decode()
    assert Version.objects.count() == 1


def test_the_second_of_two_people_is_told(decided: Register, signed_in: SIGNED_IN) -> None:
    client, address = signed_in("secretariat"), f"{decided.page}correct-text/"
    first = kept_of(client.post(address, {"text": CORRECTED}))
    second = kept_of(client.post(address, {"text": CORRECTED.replace("Kampala", "Nairobi")}))
    assert client.post(address, first | {"confirm": "1"}).status_code == 302
    answer = client.post(address, second | {"confirm": "1"})
    assert answer.status_code == 422 and "version 2 was loaded by Amina Odhiambo" in answer.content.decode()
    assert Version.objects.count() == 2


@pytest.mark.parametrize(("who", "status"), [("focal", 403), ("reader", 403), ("stranger", 404)])
def test_others_cannot_correct_a_text(decided: Register, signed_in: SIGNED_IN, who: str, status: int) -> None:
    client = signed_in(who)
    assert client.get(f"{decided.page}correct-text/").status_code == status
    assert client.post(f"{decided.page}correct-text/", {"text": CORRECTED}).status_code == status
    if status == 403:
        assert "correct-text" not in client.get(decided.page).content.decode()


def _orphan(words: str) -> int:
    return Anchor.objects.get(standing="orphaned", finding__quote=words).finding_id


PROMISE = "pledged to share flood warnings within 90 days"


def test_an_orphan_is_placed_where_it_is_offered(decided: Register, signed_in: SIGNED_IN) -> None:
    client = signed_in("secretariat")
    correct(client, decided)
    html = client.get(f"/{SLUG}/orphans/").content.decode()
    assert "It stands here" in html and "the words changed: a figure" in html
    promise = _orphan(PROMISE)
    page = client.get(f"/{SLUG}/commitments/{Commitment.objects.get(finding=promise).pk}/").content.decode()
    assert "it waits for a place" in page and f"versions/1/#p{promise}" in page
    ((start, end),) = Anchor.objects.get(finding=promise).candidates
    answer = client.post(f"/{SLUG}/orphans/{promise}/place", {"start": start, "end": end, "seen": 2}, follow=True)
    assert "The finding has its place." in answer.content.decode()
    assert Commitment.objects.get(finding=promise).text == PROMISE.replace("90", "60")
    assert client.post(f"/{SLUG}/orphans/{promise}/place", {"start": start, "end": end}).status_code == 404


def test_an_orphan_is_placed_on_words_that_a_person_gives(decided: Register, signed_in: SIGNED_IN) -> None:
    client = signed_in("secretariat")
    correct(client, decided)
    promise = _orphan(PROMISE)
    wrong = client.post(f"/{SLUG}/orphans/{promise}/place", {"words": "nowhere at all", "seen": 2})
    assert wrong.status_code == 422 and "do not stand in the text" in wrong.content.decode()
    assert faults(wrong.content.decode()) == []
    client.post(f"/{SLUG}/orphans/{promise}/place", {"words": "share\r\nflood warnings", "seen": 2})
    assert Commitment.objects.get(finding=promise).text == "share flood warnings"


def test_an_orphan_is_withdrawn_with_a_reason(decided: Register, signed_in: SIGNED_IN) -> None:
    client = signed_in("secretariat")
    correct(client, decided)
    promise = _orphan(PROMISE)
    assert client.post(f"/{SLUG}/orphans/{promise}/withdraw", {"note": " "}).status_code == 422
    answer = client.post(f"/{SLUG}/orphans/{promise}/withdraw", {"note": "Struck out."}, follow=True)
    assert "The finding is withdrawn." in answer.content.decode()
    page = client.get(f"/{SLUG}/commitments/{Commitment.objects.get(finding=promise).pk}/").content.decode()
    assert "it no longer stands" in page and "Struck out." in page and "lapsed" in page


def test_what_was_seen_in_an_older_text_is_not_placed(decided: Register, signed_in: SIGNED_IN) -> None:
    client = signed_in("secretariat")
    correct(client, decided)
    answer = client.post(f"/{SLUG}/orphans/{_orphan(PROMISE)}/place", {"start": 1, "end": 9, "seen": 1}, follow=True)
    assert "as you saw it" in answer.content.decode()


@pytest.mark.parametrize(("who", "status"), [("focal", 403), ("reader", 403), ("stranger", 404)])
def test_others_see_orphans_and_leave_them(decided: Register, signed_in: SIGNED_IN, who: str, status: int) -> None:
    correct(signed_in("secretariat"), decided)
    client = signed_in(who)
    shown = client.get(f"/{SLUG}/orphans/")
    assert shown.status_code == (200 if status == 403 else 404)
    assert "It stands here" not in shown.content.decode()
    for verb in ("place", "withdraw"):
        assert client.post(f"/{SLUG}/orphans/{_orphan(PROMISE)}/{verb}", {"note": "x"}).status_code == status


def test_the_board_counts_what_has_no_place(decided: Register, signed_in: SIGNED_IN) -> None:
    client = signed_in("reader")
    assert "Without a place in the corrected text" not in client.get(f"/{SLUG}/").content.decode()
    correct(signed_in("secretariat"), decided)
    assert "Without a place in the corrected text" in client.get(f"/{SLUG}/").content.decode()
    nobody = client.get(f"/{SLUG}/orphans/").content.decode()
    assert "The secretariat decides." in nobody


UNDATED = TEXT.replace("on 30 April 2024 ", "")


def test_the_day_of_a_statement_is_given_on_the_site(register: Register, signed_in: SIGNED_IN) -> None:
    client, address = signed_in("secretariat"), f"{register.page}day/"
    told = client.post(address, {"day": "2024-04-30"}).content.decode()
    assert "the text says its day itself" in told
    correct(client, register, UNDATED)
    assert "give the day" in client.get(register.page).content.decode()
    form = client.get(address)
    assert form.status_code == 200 and faults(form.content.decode()) == []
    assert client.post(address, {"day": "yesterday"}).status_code == 422
    done = client.post(address, {"day": "2024-05-01"}, follow=True).content.decode()
    assert "1 May 2024" in done and "given by Amina Odhiambo" in done
    assert signed_in("reader").get(address).status_code == 403
    assert "give the day" not in signed_in("reader").get(register.page).content.decode()
