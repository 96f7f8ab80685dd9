"""Each of the standing people opens every page with every number, and finds no word that is not for them."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from django.test import Client
from django.urls import get_resolver

from concerted.actions import clock_notices, digests, reminders
from concerted.cli import digest, remind
from concerted.register.models import (
    User,
)
from concerted.web.page_rights import PAGES
from tests.secrets.addresses import walked, words_in
from tests.secrets.planting import HOLDERS, WHO, WORDS, pair, unplanted, words_for
from tests.standing import SLUG, Register
from tests.web.test_page_rights import pages

# Text that is no secret of a holder's: terms of the register, codes, hashes, and what holders share.
SHARED_FIELDS = {
    "Cadence.end_said_by",
    "Cadence.quote",
    "Cadence.said_by",
    "Cadence.series",
    "Coalition.name",
    "Coalition.slug",
    "LineLead.end_said_by",
    "LineLead.said_by",
    "LineOfEffort.title",
    "Membership.organisation",
    "Membership.role",
    "Party.code",
    "Party.name",
    "Party.names",
    "Party.standings",
    "PartyName.end_said_by",
    "PartyName.language",
    "PartyName.name",
    "PartyName.said_by",
    "PartyName.short",
    "PartyStanding.end_said_by",
    "PartyStanding.said_by",
    "PartyStanding.standing",
    "WorkingGroupSeat.end_said_by",
    "WorkingGroupSeat.said_by",
    "Release.kind",
    "Pack.sha256",
    "Carried.noun",
    "Carried.state",
    "Held.noun",
    "Held.decision",
    "User.name",
    "User.username",
    "Statement.kind",
    "Statement.language",
    "Statement.media_type",
    "Statement.sha256",
    "Statement.source",
    "Tally.cell",
    "Tally.currency",
    "Tally.kind",
    "Tally.noun",
    "Tally.status",
    "Version.media_type",
    "Version.sha256",
    "Version.source",
    "Finding.fact",
    "Finding.kind",
    "Decision.verdict",
    "Anchor.standing",
    "Anchor.how",
    "Anchor.turned",
    "Participation.role",
    "Commitment.due_words",
    "Commitment.status",
    "Commitment.aim",
    "Commitment.targets",
    "Commitment.marks",
    "Call.due_words",
    "StatusChange.status",
    "Contribution.kind",
    "Contribution.stage",
    "Paper.status",
    "PaperFile.media_type",
    "PaperFile.sha256",
    "Delegate.role",
    "Delegate.status",
    "Item.reason",
    "Item.status",
    "Action.status",
    "FollowUp.said",
    "ItemRecord.noun",
    "Import.days",
    "Import.decimals",
    "Import.noun",
    "Import.profile",
    "Import.reach",
    "Import.sha256",
    "Import.state",
    "ImportDecision.choice",
    "ImportFinding.column",
    "ImportFinding.tier",
    "ImportFinding.trouble",
    "ImportedRow.key",
    "ImportedRow.noun",
    "ImportedRow.says",
    "Requirement.currency",
    "Requirement.kind",
    "Requirement.priority",
    "Requirement.status",
    "Contribution.currency",
    "Report.stand",
    "Publication.currency",
    "Publication.figures",
    "PublicationBasis.reasons",
    "PublicationBasis.cells",
    "Instrument.said_by",
    "Citation.relation",
    "Meeting.said_by",
    "Meeting.status",
    "Meeting.zone",
    "Obligation.series",
    "SearchEntry.noun",
    "SearchEntry.key",
    "Entry.act",
    "Invitation.role",
    "Invitation.digest",
    # One's own alone, and told to nobody else by any page.
    "Token.name",
    "Token.digest",
    "Token.scopes",
    "CalendarAddress.series",
    "ClockNotice.series",
    "CalendarAddress.digest",
    "Reply.key",
    "Reply.digest",
    "Reply.body",
    "Reply.location",
    "Entry.action",
    "Entry.noun",
    "Entry.record",
    "Entry.root_noun",
    "Entry.root",
    "Entry.salt",
    "Leaf.hash",
    "Tile.hash",
    "Checkpoint.note",
    "Sighting.noun",
    "Rerelease.noun",
    "Rerelease.record",
    "Context.act",
    "Context.action",
    "Anchor.candidates",
    "Anchor.corrected",
    "Anchor.note",
    "Decision.corrected",
}


def test_every_field_of_text_holds_a_word(planted: Register) -> None:
    assert unplanted() <= SHARED_FIELDS


@pytest.mark.parametrize("who", WHO)
def test_nobody_finds_what_is_not_for_them(planted: Register, who: str) -> None:
    pair(planted)
    client = Client()
    client.raise_request_exception = True
    if who != "nobody":
        client.force_login(User.objects.get(pk=getattr(planted.people, who).pk))
    theirs = words_for(who)
    found, opened = set(), set()
    sent_alone = set()
    for name, address in walked():
        # A page that takes forms alone says so to all alike; what it answers to a form has a walk of its own.
        if name in sent_alone:
            continue
        answer = client.get(address)
        if answer.status_code == 405:
            sent_alone.add(name)
        if answer.status_code == 200:
            opened.add(name)
        leaked = words_in(answer) - theirs
        assert not leaked, f"{who} finds {leaked} at {address}"
        found |= words_in(answer)
    for holder in HOLDERS:
        for question in (holder.word, "resolution", "zq"):
            answer = client.get(f"/{SLUG}/search/", {"q": question})
            # What was asked stands in the answer.
            assert words_in(answer) - theirs <= {question}, (who, question)
            if holder.word not in theirs and answer.status_code == 200 and question == holder.word:
                assert not re.search(r'<li id="hit|class="hit"', answer.content.decode())
    # The walk would find nothing if it opened nothing.
    assert found == theirs
    assert opened


@pytest.mark.parametrize("who", [one for one in WHO if one not in ("stranger", "nobody")])
def test_no_mail_tells_what_is_not_for_its_reader(planted: Register, who: str, mailoutbox: list[Any]) -> None:
    user, by = User.objects.get(pk=getattr(planted.people, who).pk), planted.people.secretariat
    EmailAddress.objects.create(user=user, email="reader@example.org", verified=True, primary=True)
    now = datetime(2021, 4, 20, tzinfo=UTC)
    for letter in digests.due(coalition=SLUG, by=by, now=now):
        digest.mail(letter)
    for notice in clock_notices.due(coalition=SLUG, by=by, today=now.date()):
        remind.warn(notice)
    for reminder in reminders.due(coalition=SLUG, by=by, today=now.date()):
        remind.mail(reminder)
    said = " ".join(f"{one.subject} {one.body} {one.alternatives}" for one in mailoutbox)
    told = {word for word in WORDS if word in said}
    assert mailoutbox and told and told <= words_for(who)


def test_the_pages_are_all_declared() -> None:
    assert {name for name, _page in pages(get_resolver().url_patterns)} == set(PAGES)
