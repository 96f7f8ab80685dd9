"""Warnings of the clock go once at each stage, to whom they concern, of what they see."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from email.message import EmailMessage
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from click.testing import CliRunner, Result

from concerted.actions import clock_notices, meetings
from concerted.actions.clock_notices import Warned
from concerted.actions.meetings import Content
from concerted.cli import main
from concerted.cli import remind as reminding
from concerted.register.models import Breach, Cadence, ClockNotice, Obligation, Reach, Release, User
from concerted.terms.errors import NotAllowed
from tests.mail_server import MailServer, down, serving
from tests.standing import AT, SLUG, Register

DUE = date(2021, 6, 10)
PEOPLE = ("secretariat", "lead", "norway")


@pytest.fixture
def reached(accepted: Register) -> Register:
    """People with confirmed addresses; the group of line 2 must meet within 50 days of 2 March."""
    by = accepted.people.secretariat
    for name in PEOPLE:
        user = getattr(accepted.people, name)
        EmailAddress.objects.create(user=user, email=f"{name}@example.org", verified=True, primary=True)
    Cadence.objects.create(coalition=accepted.coalition, series="group on crews", days=50, said_by="a letter")
    talks = Content("Group on crews", date(2021, 3, 2), line=2, series="group on crews")
    meetings.hold(meeting=meetings.schedule(coalition=SLUG, content=talks, by=by, at=AT), by=by, at=AT)
    return accepted


def warn(register: Register, days: int, *, due: date = DUE) -> list[tuple[str, str, int]]:
    """Send what is due so many days before the plenary is."""
    by, sent = register.people.secretariat, list[Warned]()
    for one in clock_notices.due(coalition=SLUG, by=by, today=due - timedelta(days=days)):
        assert clock_notices.send(notice=one, mail=sent.append, by=by, at=AT)
        assert not clock_notices.send(notice=one, mail=sent.append, by=by, at=AT)
    return [(one.username, one.row.series, one.stage) for one in sent if one.due == due]


def test_each_stage_is_sent_once_to_the_secretariat(reached: Register) -> None:
    stages = (60, 30, 14, 7, -1)
    said = {days: warn(reached, days) for days in (61, *stages[:2], 29, 15, 14, 13, 7, 0, -1, -2)}
    who, series = "secretary", "ministerial meeting"
    assert {days: rows for days, rows in said.items() if rows} == {one: [(who, series, one)] for one in stages}


def test_of_several_stages_that_passed_the_last_one_is_sent(reached: Register) -> None:
    assert warn(reached, 10) == [("secretary", "ministerial meeting", 14)]
    assert warn(reached, 9) == []


def test_who_leads_a_line_is_warned_of_its_group_alone(reached: Register) -> None:
    due = date(2021, 4, 21)
    assert warn(reached, 7, due=due) == [("lena", "group on crews", 7), ("secretary", "group on crews", 7)]
    Cadence.objects.filter(series="group on crews").update(days=51)
    other = Content("Group on crews", date(2021, 3, 3), line=1, series="group on crews")
    by = reached.people.secretariat
    meetings.hold(meeting=meetings.schedule(coalition=SLUG, content=other, by=by, at=AT), by=by, at=AT)
    assert warn(reached, 7, due=date(2021, 4, 23)) == [("secretary", "group on crews", 7)]


def test_nobody_is_warned_of_what_they_may_not_see(reached: Register) -> None:
    own = Release.objects.get(coalition=reached.coalition, kind=Reach.OWNER)
    from concerted.register.models import Meeting

    Meeting.objects.filter(series="group on crews").update(release=own)
    assert warn(reached, 7, due=date(2021, 4, 21)) == [("secretary", "group on crews", 7)]


def test_others_warn_nobody(reached: Register) -> None:
    with pytest.raises(NotAllowed):
        clock_notices.due(coalition=SLUG, by=reached.people.norway, today=DUE)


@pytest.fixture
def remind(reached: Register, monkeypatch: pytest.MonkeyPatch) -> Callable[[date], Result]:
    """The command on a day."""

    def run(day: date) -> Result:
        monkeypatch.setattr(reminding, "open_guarded", lambda register: None)
        monkeypatch.setattr(reminding, "now", lambda: datetime(day.year, day.month, day.day, 12, tzinfo=UTC))
        return CliRunner().invoke(main, ["remind", "--coalition", SLUG], catch_exceptions=False)

    return run


@pytest.fixture
def server() -> Iterator[MailServer]:
    with serving() as running:
        yield running


EVERYBODY = ["lead@example.org", "secretariat@example.org", "secretariat@example.org"]
AFTER = DUE + timedelta(days=1)


def test_the_command_notes_and_warns_through_a_server(remind: Callable[[date], Result], server: MailServer) -> None:
    first, second = remind(AFTER), remind(AFTER)
    assert (first.exit_code, second.exit_code) == (0, 0)
    assert "late meetings noted: 2" in first.output and "mails sent: 3" in first.output
    assert second.output == "mails sent: 0\n"
    assert server.to == EVERYBODY and Breach.objects.count() == 2
    letter = next(one for _to, one in server.letters if "ministerial" in one["Subject"])
    assert isinstance(letter, EmailMessage)
    body = letter.get_body(("plain",))
    assert body is not None
    for words in ("10 June 2021", "no later than within 100 days", f"/{SLUG}/clock/", "No further meeting is planned."):
        assert words in body.get_content()


def test_a_server_that_is_down_marks_nothing_sent(remind: Callable[[date], Result]) -> None:
    with down():
        failed = remind(AFTER)
    assert failed.exit_code == 2
    (line,) = failed.stderr.splitlines()
    assert line.startswith("concerted: mail server 127.0.0.1:") and "mails not sent: 3 (Connection refused)" in line
    assert "expected a mail server that answers (CONCERTED_MAIL); the next run sends them" in line
    assert not ClockNotice.objects.exists() and Breach.objects.count() == 2
    with serving() as server:
        assert remind(AFTER).exit_code == 0
    assert server.to == EVERYBODY


def test_one_address_that_is_refused_keeps_no_other_back(remind: Callable[[date], Result], server: MailServer) -> None:
    server.refused = {"lead@example.org"}
    failed = remind(AFTER)
    assert failed.exit_code == 2
    (line,) = failed.stderr.splitlines()
    assert "mails not sent: 1 (lena: 550 no such mailbox); expected addresses that the server takes" in line
    assert server.to == EVERYBODY[1:]
    server.refused = set()
    assert remind(AFTER).exit_code == 0
    assert sorted(server.to) == EVERYBODY


def test_a_server_that_dies_in_the_middle_gets_the_rest_later(
    remind: Callable[[date], Result], server: MailServer
) -> None:
    server.takes = 1
    failed = remind(AFTER)
    assert failed.exit_code == 2 and "mails not sent: 2" in failed.stderr
    assert server.to == EVERYBODY[:1] and ClockNotice.objects.count() == 1
    server.takes = None
    assert remind(AFTER).exit_code == 0
    assert server.to == EVERYBODY


WORDS = {
    "": "The last day for the next meeting was",
    "fr": "Le dernier jour pour la prochaine réunion était",
    "ar": "كان آخر يوم لعقد الاجتماع التالي",
}


@pytest.mark.parametrize("language", WORDS)
def test_a_warning_speaks_its_readers_language_alone(reached: Register, mailoutbox: list[Any], language: str) -> None:
    User.objects.filter(pk=reached.people.secretariat.pk).update(language=language)
    by = reached.people.secretariat
    one = next(each for each in clock_notices.due(coalition=SLUG, by=by, today=AFTER) if each.due == DUE)
    clock_notices.send(notice=one, mail=reminding.warn, by=by, at=AT)
    (letter,) = mailoutbox
    ((page, _kind),) = letter.alternatives
    for part in (letter.body, page):
        assert [words for words in WORDS.values() if words in part] == [WORDS[language]]
    assert ('dir="rtl"' in page) == (language == "ar")
    assert Obligation.objects.exists() and "\n" not in letter.subject
