"""Focal points are reminded once at each stage, of what they see and have not reported."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any
from unicodedata import bidirectional

import pytest
from allauth.account.models import EmailAddress
from click.testing import CliRunner

from concerted.actions import reminders
from concerted.actions.reminders import Due
from concerted.cli import main
from concerted.cli import remind as reminding
from concerted.register.models import Reach, Release, Reminder, User, Window
from concerted.terms.errors import NotAllowed
from tests.actions.progress import open_window, promise, report
from tests.standing import AT, SLUG, Register

CLOSES = date(2021, 3, 20)


@pytest.fixture
def reporting(accepted: Register) -> Register:
    open_window(accepted.people.secretariat)
    for who in ("norway", "reader"):
        user = getattr(accepted.people, who)
        EmailAddress.objects.create(user=user, email=f"{who}@example.org", verified=True, primary=True)
    return accepted


def remind(register: Register, days: int) -> list[Due]:
    """Send what is due so many days before the window closes."""
    by, today, sent = register.people.secretariat, CLOSES - timedelta(days=days), list[Due]()
    for one in reminders.due(coalition=SLUG, by=by, today=today):
        assert reminders.send(reminder=one, mail=sent.append, by=by, at=AT)
        assert not reminders.send(reminder=one, mail=sent.append, by=by, at=AT)
    return sent


def test_each_stage_is_sent_once(reporting: Register) -> None:
    said = {days: [(one.address, one.stage, one.owed) for one in remind(reporting, days)] for days in range(16, -4, -1)}
    first = "norway@example.org"
    assert {days: rows for days, rows in said.items() if rows} == {
        14: [(first, 14, 3)],
        7: [(first, 7, 3)],
        1: [(first, 1, 3)],
        -1: [(first, -1, 3)],
    }


def test_who_has_reported_is_left_alone(reporting: Register) -> None:
    window = Window.objects.get().pk
    for words in ("undertook to train", "decided to share", "will take place"):
        report(reporting.people.norway, window, promise(words), reach=Reach.OWNER)
    assert remind(reporting, 7) == []


def test_a_day_that_was_missed_is_not_sent_twice(reporting: Register) -> None:
    assert [one.stage for one in remind(reporting, 5)] == [7]
    assert remind(reporting, 4) == []


def test_nobody_is_reminded_of_what_they_may_not_see(reporting: Register) -> None:
    Window.objects.update(release=Release.objects.get(coalition=reporting.coalition, kind=Reach.OWNER))
    assert remind(reporting, 7) == []


def test_a_mail_that_fails_was_not_sent(reporting: Register) -> None:
    by = reporting.people.secretariat
    (one,) = reminders.due(coalition=SLUG, by=by, today=CLOSES)

    def fail(_one: Due) -> None:
        raise OSError("no server")

    with pytest.raises(OSError, match="no server"):
        reminders.send(reminder=one, mail=fail, by=by, at=AT)
    assert not Reminder.objects.exists()


def test_others_remind_nobody(reporting: Register) -> None:
    with pytest.raises(NotAllowed):
        reminders.due(coalition=SLUG, by=reporting.people.norway, today=CLOSES)


def test_the_command_writes_each_mail_once(
    reporting: Register, monkeypatch: pytest.MonkeyPatch, mailoutbox: list[Any]
) -> None:
    at = datetime(2021, 3, 13, 9, tzinfo=UTC)
    monkeypatch.setattr(reminding, "open_guarded", lambda register: None)
    monkeypatch.setattr(reminding, "now", lambda: at)
    first, second = (
        CliRunner().invoke(main, ["remind", "--coalition", SLUG], catch_exceptions=False) for _run in range(2)
    )
    assert first.output.startswith("Reminded: nils of NOR, 3 to report in") and "mails sent: 1" in first.output
    assert second.output == "mails sent: 0\n"
    (mail,) = mailoutbox
    assert mail.to == ["norway@example.org"] and "\n" not in mail.subject
    window = Window.objects.get()
    for words in (window.title, "Norway", "20 March 2021", f"/{SLUG}/reporting/{window.pk}/"):
        assert words in mail.body
    assert "NOR" not in mail.body


WORDS = {
    "": ("en", "ltr", "Norway has not reported yet on 3 of its commitments"),
    "fr": ("fr", "ltr", "Norvège : 3 engagements n’ont pas encore de rapport"),
    "ar": ("ar", "rtl", "النرويج\u2069: 3 التزامات لم يُقدَّم عنها تقرير"),
}


@pytest.mark.parametrize("language", WORDS)
def test_a_mail_speaks_its_readers_language_alone(reporting: Register, mailoutbox: list[Any], language: str) -> None:
    User.objects.filter(pk=reporting.people.norway.pk).update(language=language)
    by = reporting.people.secretariat
    (one,) = reminders.due(coalition=SLUG, by=by, today=CLOSES)
    reminders.send(reminder=one, mail=reminding.mail, by=by, at=AT)
    (mail,) = mailoutbox
    ((page, kind),) = mail.alternatives
    code, direction, words = WORDS[language]
    assert mail.extra_headers["Content-Language"] == code and kind == "text/html"
    assert f'<html lang="{code}" dir="{direction}">' in page and 'href="http://localhost:8000/' in page
    for part in (mail.body, page):
        assert words in part
        assert sum(other in part for _code, _dir, other in WORDS.values()) == 1
    starts = {bidirectional(line.lstrip("\u2068")[0]) for line in mail.body.splitlines() if line}
    assert starts == ({"R"} if direction == "rtl" else {"L"})
