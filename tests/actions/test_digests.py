"""A digest goes once a week to each member who has something to read in it, of what they see then."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from click.testing import CliRunner, Result
from django.test import Client, override_settings

from concerted.actions import digests, meetings, users
from concerted.actions.digests import Letter
from concerted.actions.meetings import Content
from concerted.cli import digest as command
from concerted.cli import main
from concerted.register.models import Action, Commitment, DigestSent, Meeting, Reach, Release, User
from concerted.site.mail import mail as mail_settings
from concerted.terms.errors import NotAllowed
from tests.actions.progress import open_window
from tests.mail_server import MailServer, down, serving
from tests.standing import AT, SLUG, Register

# A Monday, ten days before the positions of ships were to be shared.
MONDAY = datetime(2021, 3, 22, 6, tzinfo=UTC)
PEOPLE = ("secretariat", "norway", "lead", "observer")
ORDER = ("lena", "nils", "omar", "secretary")
RUN = Callable[[datetime], Result]


@pytest.fixture
def week(accepted: Register) -> Register:
    """People with confirmed addresses, and something due, planned and missing."""
    for name in PEOPLE:
        user = getattr(accepted.people, name)
        EmailAddress.objects.create(user=user, email=f"{user.username}@example.org", verified=True, primary=True)
    open_window(accepted.people.secretariat)
    return accepted


def letters(register: Register, at: datetime = MONDAY, **more: Any) -> dict[str, Letter]:
    by = register.people.secretariat
    return {one.username: one for one in digests.due(coalition=SLUG, by=by, now=at, **more)}


def parts(letter: Letter) -> dict[str, list[str]]:
    return {part.name: [item.title or item.noun for item in part.items] for part in letter.digest.parts}


def send(register: Register, at: datetime = MONDAY) -> list[str]:
    sent: list[Letter] = []
    for one in letters(register, at).values():
        if one.digest.parts:
            digests.send(letter=one, mail=sent.append, by=register.people.secretariat, at=at)
    return [one.username for one in sent]


def test_each_role_is_told_what_concerns_it(week: Register) -> None:
    found = {name: parts(one) for name, one in letters(week).items()}
    assert tuple(found) == ORDER
    share = "decided to share the positions of ships in distress within 30 days"
    for name in ORDER:
        assert [title.startswith(share) for title in found[name]["due"]] == [True]
        assert len(found[name]["meetings"]) == 1
    window = found["nils"]["reports"]
    assert window == found["secretary"]["reports"] and len(window) == 1
    assert not {"reports", "review"} & set(found["omar"])


def test_what_one_may_not_see_is_not_told(week: Register) -> None:
    own = Release.objects.get(coalition=week.coalition, kind=Reach.OWNER)
    Commitment.objects.update(release=own)
    Meeting.objects.update(release=own)
    found = {name: parts(one) for name, one in letters(week).items()}
    assert "due" in found["secretary"]
    for name in ("nils", "lena", "omar"):
        assert not {"due", "meetings", "clock"} & set(found[name])
        assert not {"commitment", "meeting"} & set(found[name].get("changed", ()))


def test_only_what_others_changed_since_the_last_one_is_told(week: Register) -> None:
    now = datetime.now(UTC)
    send(week, now)
    number = meetings.schedule(
        coalition=SLUG,
        content=Content("Talks", date(2030, 1, 7)),
        by=week.people.secretariat,
        at=now + timedelta(hours=1),
    )
    later = letters(week, now + timedelta(days=7))
    assert number and parts(later["omar"])["changed"] == ["meeting"]
    assert "changed" not in parts(later["secretary"])
    assert later["omar"].digest.since == now.date()


def test_open_action_points_and_those_to_verify_are_told(week: Register) -> None:
    home = {
        "coalition": week.coalition,
        "meeting": Meeting.objects.first(),
        "release": Release.objects.get(coalition=week.coalition, kind=Reach.COALITION),
        "responsible": week.coalition.parties.get(code="NOR"),
    }
    Action.objects.create(**home, text="Lend two boats", due=date(2021, 4, 9))
    Action.objects.create(**home, text="Mend the pier", status="done")
    found = {name: parts(one) for name, one in letters(week).items()}
    assert found["nils"]["actions"] == ["Lend two boats"] == found["omar"]["actions"]
    assert "actions" not in found["secretary"] and "Mend the pier" in found["secretary"]["review"]
    assert "review" not in found["nils"] and "actions" not in found["lena"]


def test_each_week_once(week: Register) -> None:
    assert send(week) == list(ORDER)
    assert send(week, MONDAY + timedelta(days=6, hours=12)) == []
    assert send(week, MONDAY + timedelta(days=7)) == list(ORDER)
    assert set(DigestSent.objects.values_list("week", flat=True)) == {date(2021, 3, 22), date(2021, 3, 29)}


def test_who_wants_none_gets_none(week: Register) -> None:
    users.choose_digests(wanted=False, by=week.people.norway, at=AT)
    assert "nils" not in letters(week)
    users.choose_digests(wanted=True, by=week.people.norway, at=AT)
    assert "nils" in letters(week)


def test_who_lacks_the_second_step_that_a_role_needs_gets_none(week: Register) -> None:
    assert tuple(letters(week, needing=("secretariat",))) == ORDER[:-1]


def test_others_send_none(week: Register) -> None:
    with pytest.raises(NotAllowed):
        list(digests.due(coalition=SLUG, by=week.people.norway, now=MONDAY))


@pytest.fixture
def run(week: Register, monkeypatch: pytest.MonkeyPatch) -> RUN:
    def at(moment: datetime) -> Result:
        monkeypatch.setattr(command, "open_guarded", lambda register: None)
        monkeypatch.setattr(command, "now", lambda: moment)
        return CliRunner().invoke(main, ["digest", "--coalition", SLUG], catch_exceptions=False)

    return at


@pytest.fixture
def server() -> Iterator[MailServer]:
    with serving() as running:
        yield running


def to(*names: str) -> list[str]:
    return [f"{name}@example.org" for name in names]


def test_who_has_nothing_to_read_gets_no_mail(week: Register, run: RUN, server: MailServer) -> None:
    own = Release.objects.get(coalition=week.coalition, kind=Reach.OWNER)
    for model in (Commitment, Meeting):
        model.objects.update(release=own)
    said = run(MONDAY).output.splitlines()
    assert "Nothing to say: omar" in said and "mails sent: 1" in said
    assert server.to == to("secretary")
    assert not DigestSent.objects.filter(user__username="omar").exists()


def test_a_server_that_is_down_marks_nothing_sent(run: RUN) -> None:
    with down():
        failed = run(MONDAY)
    (line,) = failed.stderr.splitlines()
    assert failed.exit_code == 2 and "mails not sent: 4 (Connection refused)" in line
    assert line.startswith("concerted: mail server 127.0.0.1:") and line.endswith("the next run sends them")
    assert not DigestSent.objects.exists()
    with serving() as server:
        assert run(MONDAY).exit_code == 0
    assert server.to == to(*ORDER)


def test_one_refused_and_a_death_in_the_middle_lose_and_double_nothing(run: RUN, server: MailServer) -> None:
    server.refused, server.takes = set(to("lena")), 1
    failed = run(MONDAY)
    (line,) = failed.stderr.splitlines()
    assert failed.exit_code == 2 and "mails not sent: 3 (lena: 550 no such mailbox; then " in line
    assert server.to == to("nils")
    server.refused, server.takes = set(), None
    assert run(MONDAY).exit_code == 0
    assert server.to == to("nils", "lena", "omar", "secretary")
    assert run(MONDAY).output.endswith("mails sent: 0\n")


def test_digests_can_lie_in_a_folder(run: RUN, tmp_path: Path) -> None:
    with override_settings(**mail_settings(f"file:{tmp_path}/box")):
        assert run(MONDAY).exit_code == 0
    # Two mails of one second may share a file.
    lying = "".join(one.read_text() for one in (tmp_path / "box").iterdir())
    assert sorted(re.findall(r"^To: (\S+)", lying, re.MULTILINE)) == sorted(to(*ORDER))


def test_a_folder_that_cannot_be_is_said_on_one_line(run: RUN, tmp_path: Path) -> None:
    (tmp_path / "box").write_text("no folder")
    with override_settings(**mail_settings(f"file:{tmp_path}/box")):
        failed = run(MONDAY)
    assert failed.exit_code == 2 and len(failed.stderr.splitlines()) == 1
    assert not DigestSent.objects.exists()


WORDS = {
    "": ("Due soon, or overdue", "30 days"),
    "fr": ("Échéances proches ou dépassées", "1 avril 2021"),
    "ar": ("ما قرب موعده أو تأخر", "أبريل"),
}


@pytest.mark.parametrize("language", WORDS)
def test_a_digest_speaks_its_readers_language(week: Register, mailoutbox: list[Any], language: str) -> None:
    User.objects.filter(pk=week.people.norway.pk).update(language=language)
    talks, before = Content("Talks", date(2030, 1, 7)), MONDAY - timedelta(days=1)
    meetings.schedule(coalition=SLUG, content=talks, by=week.people.secretariat, at=before)
    command.mail(letters(week)["nils"])
    (letter,) = mailoutbox
    ((page, kind),) = letter.alternatives
    assert kind == "text/html" and ('dir="rtl"' in page) == (language == "ar")
    for part in (letter.body, page):
        assert all(words in part for words in WORDS[language])
        assert sum(said in part for said, _day in WORDS.values()) == 1
    number = Commitment.objects.get(text__startswith="decided to share").pk
    assert f'href="http://localhost:8000/{SLUG}/commitments/{number}/"' in page
    assert f'href="http://localhost:8000/{SLUG}/meetings/"' in page
    assert "<script" not in page and "\n" not in letter.subject


def test_whoever_has_the_link_of_a_digest_leaves_with_one_press(week: Register, mailoutbox: list[Any]) -> None:
    command.mail(letters(week)["nils"])
    headers = mailoutbox[0].extra_headers
    assert headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    found = re.fullmatch(r"<http://localhost:8000(/account/digests/none/[^>]+)>", headers["List-Unsubscribe"])
    assert found
    client = Client(enforce_csrf_checks=True)
    assert client.get(found[1]).status_code == 200
    assert User.objects.get(username="nils").digests
    assert client.post(found[1], {"List-Unsubscribe": "One-Click"}).status_code == 200
    assert not User.objects.get(username="nils").digests
    assert client.post(found[1][:-3] + "zz/").status_code == 404
    assert "nils" not in letters(week)
