"""The agenda's page: drafted, put in order and shortened without scripts."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from django.test import Client

from concerted.actions import items, requirements
from concerted.register.models import Commitment, Item, ItemRecord, Meeting, Reach, Release, User
from concerted.register.nouns.item import Content
from tests.funds import ask, give
from tests.needs import BOATS_NEEDED
from tests.web.conftest import AT, SLUG, Register
from tests.web.test_pages import faults

SIGNED_IN = Callable[[str], Client]


def test_an_agenda_is_drafted_ordered_and_shortened(decided: Register, signed_in: SIGNED_IN) -> None:
    by = User.objects.get(username="secretariat")
    requirements.add(coalition=SLUG, content=BOATS_NEEDED, by=by, at=AT, reach="coalition")
    meeting = Meeting.objects.get(name="Second meeting of ministers")
    address = f"/{SLUG}/meetings/{meeting.pk}/agenda/"
    client = signed_in("secretariat")
    assert "Nothing is on the agenda yet." in client.get(address).content.decode()

    assert client.post(f"{address}draft").headers["Location"] == address
    html = client.get(address).content.decode()
    assert faults(html) == [] and "Requirements not covered" in html and "09:00" in html
    one = Item.objects.get(reason="uncovered")

    sent = {"meeting": meeting.pk, "line": one.line.number if one.line else "", "title": "Lamps", "minutes": "20"}
    new = client.post(f"/{SLUG}/items/new/", sent | {"status": "on the agenda", "reach": "coalition"})
    assert new.status_code == 302
    lamps = Item.objects.get(title="Lamps")
    moved = client.post(f"/{SLUG}/items/{lamps.pk}/move", {"way": "up", "seen": "1"})
    assert moved.headers["Location"] == address
    html = client.get(address).content.decode()
    assert html.index("Lamps") < html.index("Requirements not covered")

    late = {"why": "Settled by letter", "seen": "7"}
    assert "Nothing was saved" in client.post(f"/{SLUG}/items/{lamps.pk}/leave-out", late, follow=True).content.decode()
    lamps.refresh_from_db()
    client.post(f"/{SLUG}/items/{lamps.pk}/leave-out", late | {"seen": str(lamps.edition)})
    html = client.get(address).content.decode()
    assert faults(html) == [] and html.index("Left out") < html.index("Settled by letter")


def test_an_agenda_is_read_in_each_language(decided: Register, signed_in: SIGNED_IN) -> None:
    meeting = Meeting.objects.get(name="Second meeting of ministers")
    client = signed_in("secretariat")
    client.post(f"/{SLUG}/meetings/{meeting.pk}/agenda/draft")
    for language, words in (("fr", "Ordre du jour"), ("ar", "جدول الأعمال")):
        answer = client.get(f"/{SLUG}/meetings/{meeting.pk}/agenda/", headers={"accept-language": language})
        assert words in answer.content.decode() and faults(answer.content.decode()) == []


def test_funding_gaps_are_said_in_the_readers_language(decided: Register, signed_in: SIGNED_IN) -> None:
    by = User.objects.get(username="secretariat")
    ask(by, 10_000_000, slug=SLUG, at=AT)
    give(by, 1_500_000, "pledged", slug=SLUG, at=AT, party="NOR")
    meeting, client = Meeting.objects.get(name="Second meeting of ministers"), signed_in("secretariat")
    client.post(f"/{SLUG}/meetings/{meeting.pk}/agenda/draft")
    for language, words in (
        (
            "en",
            "8,500,000\u00a0USD missing of 10,000,000\u00a0USD asked (pledged 1,500,000\u00a0USD",
        ),
        ("fr", "Il manque 8\u202f500\u202f000\u00a0USD sur 10\u202f000\u202f000\u00a0USD demandés"),
        ("ar", "ينقص \u20688,500,000\u00a0USD\u2069 من أصل"),
    ):
        answer = client.get(f"/{SLUG}/meetings/{meeting.pk}/agenda/", headers={"accept-language": language})
        html = answer.content.decode()
        assert words in html and faults(html) == [] and f"/{SLUG}/contributions/?kind=funds&amp;line=1" in html


def test_delegations_are_seated_as_asked(decided: Register, signed_in: SIGNED_IN) -> None:
    meeting = Meeting.objects.get(name="Second meeting of ministers")
    client = signed_in("secretariat")
    sent = {"meeting": meeting.pk, "person": "Wanjiru Otieno", "role": "delegate", "party": "KEN"} | {
        "status": "registered",
        "reach": "coalition",
    }
    assert client.post(f"/{SLUG}/delegates/new/", sent).status_code == 302
    html = client.get(f"/{SLUG}/meetings/{meeting.pk}/seating/?form=long&language=fr").content.decode()
    assert faults(html) == [] and "République du Kenya" in html and "Wanjiru Otieno" in html
    table = client.get(f"/{SLUG}/meetings/{meeting.pk}/seating.csv?form=long&language=fr")
    assert table["Content-Disposition"].startswith("attachment")
    assert "1,République du Kenya,KEN,delegate,Wanjiru Otieno" in table.content.decode("utf-8-sig")


def test_an_item_is_told_of_nowhere_once_its_records_are_kept_from_somebody(
    decided: Register, signed_in: SIGNED_IN
) -> None:
    meeting = Meeting.objects.get(name="Second meeting of ministers")
    by, home = User.objects.get(username="secretariat"), meeting.coalition
    promise = Commitment.objects.filter(coalition=home).first()
    assert promise is not None
    content = Content(meeting=meeting.pk, title="Gauges that are late", speaker="Wanjiru Otieno", minutes=Decimal(20))
    number = items.add(coalition=SLUG, content=content, reach="coalition", by=by, at=AT)
    ItemRecord.objects.create(item_id=number, noun="commitment", number=promise.pk, edition=1)
    reader, pages = signed_in("reader"), ("items/", "search/?q=gauges", f"meetings/{meeting.pk}/timetable/")
    assert all("Gauges that are late" in reader.get(f"/{SLUG}/{page}").content.decode() for page in pages)
    Commitment.objects.filter(pk=promise.pk).update(release=Release.objects.get(coalition=home, kind=Reach.OWNER))
    assert not any("Gauges that are late" in reader.get(f"/{SLUG}/{page}").content.decode() for page in pages)
    assert reader.get(f"/{SLUG}/items/{number}/").status_code == 404
    html = signed_in("secretariat").get(f"/{SLUG}/{pages[2]}").content.decode()
    assert "Gauges that are late" in html and "Wanjiru Otieno" in html and faults(html) == []


def test_delegates_are_proposed_as_speakers_to_whoever_sees_them(decided: Register, signed_in: SIGNED_IN) -> None:
    meeting = Meeting.objects.get(name="Second meeting of ministers")
    client = signed_in("focal")
    sent = {"meeting": meeting.pk, "person": "Ruth <Nambi>", "role": "delegate", "status": "registered"}
    assert client.post(f"/{SLUG}/delegates/new/", sent | {"reach": "owner only"}).status_code == 302
    html = client.get(f"/{SLUG}/items/new/").content.decode()
    assert 'list="id_speaker_names"' in html and 'value="Ruth &lt;Nambi&gt;"' in html and faults(html) == []
    assert "Nambi" not in signed_in("secretariat").get(f"/{SLUG}/items/new/").content.decode()
