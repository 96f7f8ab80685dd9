"""A partner's changes come in a pack: once each, as its own, past nobody's own change."""

from __future__ import annotations

import io
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from concerted.actions import (
    contributions,
    pack_decisions,
    pack_imports,
    pack_keys,
    releases,
)
from concerted.ledger.keys import new_key
from concerted.ledger.packs.canonical import UnreadablePack
from concerted.ledger.packs.change import Change
from concerted.register.models import (
    Carried,
    Contribution,
    Entry,
    Held,
    Pack,
    Party,
    PartyStanding,
    SearchEntry,
)
from concerted.register.nouns.contribution import Content
from concerted.register.packing.deciding import both, waiting
from concerted.register.packing.opening import open_pack
from concerted.register.packing.previewing import Preview
from concerted.terms.errors import ConcertedError, Conflict, NotAllowed, NotFound
from tests.acts import acts
from tests.packs import Other, counts, summaries, take
from tests.standing import AT, SLUG, Register

OWN = Content("equipment", "Nine boats", "a letter", line=1, quantity=Decimal(9), unit="boats")


@pytest.fixture
def other(register: Register) -> Other:
    return Other().trusted(register)


def own(register: Register) -> list[Contribution]:
    return list(Contribution.objects.filter(owner__code="NOR").order_by("pk"))


def change(register: Register, number: int, **said: Any) -> None:
    one = Contribution.objects.get(pk=number)
    content = replace(contributions.KEEPING.noun.written(one), **said)
    contributions.change(number=number, content=content, seen=one.edition, by=register.people.norway, at=AT)


def test_what_a_partner_sends_becomes_its_own(register: Register, other: Other) -> None:
    pack = other.pack(
        other.record(1),
        other.record(
            2, summary="Fuel", amount="2500000.5", currency="NOK", reach="coalition", quantity=None, unit=None
        ),
        other.record(3, summary="Maps", reach="named partners", partners=("CHL",)),
        other.record(4, summary="Nurses", reach="working group", at_line=2, first="2021-04-01"),
    )
    assert counts(take(register, pack)) == (4, 0, 0, 0)
    rows = own(register)
    assert summaries(rows) == ["Forty radios", "Fuel", "Maps", "Nurses"]
    assert [one.release.kind for one in rows] == ["owner only", "coalition", "named partners", "working group"]
    assert rows[1].amount == Decimal("2500000.50") and str(rows[3].first) == "2021-04-01"
    assert rows[3].release.line is not None and rows[3].release.line.number == 2
    assert {one.party.code for one in rows} == {"NOR"}
    assert summaries(Contribution.objects.visible_to(register.people.secretariat)) == ["Fuel"]
    assert summaries(Contribution.objects.visible_to(register.people.chile)) == ["Fuel", "Maps"]
    # Whoever imported stands in the ledger, with the digest; the courier nowhere.
    assert set(acts()[-3:]) == {"pack.import"}
    entries = Entry.objects.filter(action="pack.import")
    assert set(entries.values_list("by__username", flat=True)) == {"secretary"}
    assert Pack.objects.get().sha256 in (entries.filter(noun="pack").first() or Entry()).after  # type: ignore[operator]
    assert SearchEntry.objects.filter(noun="contribution", owner__code="NOR").count() == 4


def test_a_replay_changes_nothing(register: Register, other: Other) -> None:
    pack = other.pack(other.record(1), other.record(2, summary="Fuel"))
    first = take(register, pack)
    entries = Entry.objects.filter(noun="contribution").count()
    assert take(register, pack) == first
    # The same records in another pack, too.
    assert counts(take(register, other.pack(other.record(1), other.record(2, summary="Fuel"), entries=11))) == (0,) * 4
    assert Entry.objects.filter(noun="contribution").count() == entries
    assert [one.edition for one in own(register)] == [1, 1]


def test_changes_and_withdrawals_follow(register: Register, other: Other) -> None:
    take(register, other.pack(other.record(1), other.record(2, summary="Fuel", reach="coalition")))
    done = take(register, other.pack(other.record(1, 2, summary="Fifty radios", quantity="50"), other.gone(2, 2)))
    assert counts(done) == (0, 1, 1, 0)
    radios, fuel = own(register)
    assert (radios.summary, radios.quantity, radios.edition) == ("Fifty radios", Decimal(50), 2)
    assert not fuel.in_force
    # What is withdrawn can come back.
    assert counts(take(register, other.pack(other.record(2, 3, summary="Fuel", reach="public")))) == (0, 1, 0, 0)
    fuel.refresh_from_db()
    assert fuel.in_force and fuel.release.kind == "public"
    assert SearchEntry.objects.filter(noun="contribution", key=str(fuel.pk)).exists()


def test_an_older_pack_after_a_newer_one_does_nothing(register: Register, other: Other) -> None:
    older = other.pack(other.record(1), other.record(2))
    take(register, other.pack(other.record(1, 3, summary="Newest"), other.gone(3, 2)))
    assert counts(take(register, older)) == (1, 0, 0, 0)
    assert summaries(own(register)) == ["Newest", "Forty radios"]


def test_a_release_is_narrowed_as_by_its_owner(register: Register, other: Other) -> None:
    take(register, other.pack(other.record(1, reach="coalition")))
    take(register, other.pack(other.record(1, 2)))
    (one,) = own(register)
    assert one.release.kind == "owner only"
    seen = Entry.objects.visible_to(register.people.chile).filter(noun="contribution", record=str(one.pk))
    assert not seen.exists()


def test_what_both_changed_is_held_and_decided(register: Register, other: Other) -> None:
    take(register, other.pack(*(other.record(number) for number in (1, 2, 3))))
    numbers = [one.pk for one in own(register)]
    for number in numbers:
        change(register, number, source="an order")
    pack = other.pack(*(other.record(number, 2, summary="Sixty radios") for number in (1, 2, 3)))
    assert counts(take(register, pack)) == (0, 0, 0, 3)
    assert counts(take(register, other.pack(other.record(1, 2, summary="Sixty radios"), entries=12))) == (0, 0, 0, 0)
    assert summaries(own(register)) == ["Forty radios"] * 3
    first, second, third = waiting(register.people.norway, SLUG)
    shown = both(register.people.norway, SLUG, first)
    assert [(one.column, one.before, one.after) for one in shown.differences] == [
        ("summary", "Forty radios", "Sixty radios"),
        ("source", "an order", "a letter"),
    ]
    for number, choice in ((first, "mine"), (second, "theirs")):
        pack_decisions.decide(held=number, choice=choice, seen=2, by=register.people.norway, at=AT)
    pack_decisions.merge(
        held=third,
        content=replace(shown.mine, summary="Sixty radios"),
        release_of="theirs",
        seen=2,
        by=register.people.norway,
        at=AT,
    )
    rows = own(register)
    assert [(one.summary, one.source) for one in rows] == [
        ("Forty radios", "an order"),
        ("Sixty radios", "a letter"),
        ("Sixty radios", "an order"),
    ]
    assert waiting(register.people.norway, SLUG) == () and acts()[-1] == "pack.decide"
    with pytest.raises(Conflict, match="decided already"):
        pack_decisions.decide(held=first, choice="mine", seen=2, by=register.people.norway, at=AT)
    # The answer goes back with what the far register has as its base: there it is no conflict.
    theirs = other.record(1, 2, summary="Sixty radios").state
    assert [(one.origin, one.number, one.base) for one in other.read(register)] == [
        (other.key.name, number, theirs) for number in (1, 2, 3)
    ]


def test_a_decision_is_the_partners_alone(register: Register, other: Other) -> None:
    take(register, other.pack(other.record(1)))
    change(register, own(register)[0].pk, source="an order")
    take(register, other.pack(other.record(1, 2, summary="Sixty radios")))
    number = Held.objects.get().pk
    for person in ("secretariat", "chile", "stranger", "auditor"):
        who = getattr(register.people, person)
        with pytest.raises(NotFound):
            pack_decisions.decide(held=number, choice="theirs", seen=2, by=who, at=AT)
        assert Held.objects.visible_to(who).count() == 0
    with pytest.raises(NotAllowed):
        pack_decisions.decide(held=number, choice="theirs", seen=2, by=register.people.reader, at=AT)
    with pytest.raises(Conflict, match="another look"):
        pack_decisions.decide(held=number, choice="theirs", seen=1, by=register.people.norway, at=AT)


def test_a_pack_back_is_taken_where_its_base_is_known(register: Register, other: Other) -> None:
    number = contributions.add(coalition=SLUG, content=OWN, by=register.people.norway, at=AT)
    (sent,) = other.read(register)
    assert (sent.number, sent.base) == (number, None)
    # The far register changed it and says what it knew; here it is as it was.
    answer = replace(sent, edition=7, base=sent.state, content={**sent.content, "summary": "Ten boats"})
    assert counts(take(register, other.pack(answer))) == (0, 1, 0, 0)
    assert summaries(own(register)) == ["Ten boats"]
    assert other.read(register)[0].base == answer.state
    # An echo of what it took is no news, even where this register went on meanwhile.
    change(register, number, summary="Eleven boats")
    echo = replace(answer, edition=8, base=answer.state)
    assert counts(take(register, other.pack(echo))) == (0, 0, 0, 0)
    assert summaries(own(register)) == ["Eleven boats"]


def test_nothing_of_another_owner_is_touched(register: Register, other: Other) -> None:
    chile = contributions.add(coalition=SLUG, content=OWN, by=register.people.chile, at=AT, reach="coalition")
    forged = (
        replace(other.record(chile, 9, summary="Ours"), origin=other.read(register)[0].origin)
        if own(register)
        else Change(_here(), chile, "contribution", 9, other.record(1).release, None, dict(other.record(1).content))
    )
    also = other.record(5, party="CHL")
    done = take(register, other.pack(forged, also, other.record(6)))
    assert counts(done) == (1, 0, 0, 2)
    assert Contribution.objects.get(pk=chile).summary == "Nine boats"
    assert [one.why for one in Held.objects.order_by("pk")] == [
        f"contribution {chile} here is not the partner's own",
        "party: CHL is another partner; expected NOR, whose own it is",
    ]


def _here() -> str:
    from concerted.register.packing.names import own_name

    return own_name()


def test_what_cannot_be_here_is_held_and_the_rest_comes(register: Register, other: Other) -> None:
    pack = other.pack(
        other.record(1, currency="NOK"),
        other.record(2, line=7),
        other.record(3, quantity="0.0001"),
        other.record(4),
    )
    assert counts(take(register, pack)) == (1, 0, 0, 3)
    assert summaries(own(register)) == ["Forty radios"]
    # Corrected where it was entered, it comes, and nobody has to decide any more.
    assert counts(take(register, other.pack(other.record(2, 2, line=2)))) == (1, 0, 0, 0)
    assert len(waiting(register.people.norway, SLUG)) == 2
    (first, _second) = waiting(register.people.norway, SLUG)
    with pytest.raises(Conflict):
        pack_decisions.decide(held=first, choice="theirs", seen=0, by=register.people.norway, at=AT)
    pack_decisions.decide(held=first, choice="mine", seen=0, by=register.people.norway, at=AT)
    assert len(waiting(register.people.norway, SLUG)) == 1


def test_an_import_goes_on_where_it_was_stopped(register: Register, other: Other) -> None:
    records = [other.record(number) for number in range(1, 6)]
    pack, by = other.pack(*records), register.people.secretariat
    opened = open_pack(by, SLUG, io.BytesIO(pack), where="far.pack", day=AT.date())
    begun = pack_imports.begin(opened=opened, by=by, at=AT)
    pack_imports.step(opened=opened, pack=begun.pack, changes=records[:3], after=0, by=by, at=AT)
    # Another program that is behind does nothing.
    behind = pack_imports.step(opened=opened, pack=begun.pack, changes=records[:3], after=0, by=by, at=AT)
    assert (behind.done, behind.added) == (3, 3)
    done = take(register, pack)
    assert (done.done, done.added) == (5, 5) and len(own(register)) == 5


def test_a_preview_writes_nothing_and_shows_nobody_anothers_own(register: Register, other: Other) -> None:
    take(register, other.pack(other.record(1), other.record(2, summary="Fuel", reach="coalition")))
    pack = other.pack(
        other.record(1, 2, summary="Secret radios"),
        other.record(2, 2, summary="Diesel", reach="coalition"),
        other.record(3, summary="Secret boats"),
        other.record(2, 1),
    )
    before = Entry.objects.count()

    def looked(person: str) -> Preview:
        who = getattr(register.people, person)
        return Preview(open_pack(who, SLUG, io.BytesIO(pack), where="far.pack", day=AT.date()))

    seen = looked("secretariat")
    (row,) = seen.rows()
    assert [(one.column, one.before, one.after) for one in row.differences] == [("summary", "Fuel", "Diesel")]
    assert (seen.unseen, dict(seen.fates)) == (2, {"changed": 2, "added": 1, "unchanged": 1})
    own_preview = looked("norway")
    assert len(list(own_preview.rows())) == 3 and own_preview.unseen == 0
    assert Entry.objects.count() == before


@pytest.mark.parametrize("person", ["chile", "reader", "observer", "auditor", "lead"])
def test_a_pack_is_not_for_everybody(register: Register, other: Other, person: str) -> None:
    who = getattr(register.people, person)
    pack = other.pack(other.record(1))
    with pytest.raises(NotAllowed):
        take(register, pack, by=who)
    with pytest.raises(NotAllowed):
        other.read(register, by=who)
    with pytest.raises(NotAllowed):
        pack_keys.trust(coalition=SLUG, partner="NOR", key=str(new_key("x").verifier), by=who, at=AT)


def test_the_secretariat_exports_nothing_of_a_partner(register: Register, other: Other) -> None:
    with pytest.raises(NotAllowed, match="NOR's own"):
        other.read(register, by=register.people.secretariat)
    assert counts(take(register, other.pack(other.record(1)), by=register.people.norway)) == (1, 0, 0, 0)


def wrong(other: Other) -> dict[str, tuple[bytes, str]]:
    good = other.pack(other.record(1), other.record(2))
    lines = good.splitlines(keepends=True)
    swapped = bytearray(good)
    swapped[len(lines[0]) + 40] ^= 1
    stranger = new_key("stranger")
    return {
        "cut in a line": (good[: len(lines[0]) + 30], "cut off"),
        "without its end": (b"".join(lines[:-1]), "no trailer"),
        "without a record": (b"".join([lines[0], *lines[2:]]), "altered or is cut off"),
        "one byte": (bytes(swapped), "altered or is cut off"),
        "more": (good + lines[1], "no trailer"),
        "empty": (b"", "cut off"),
        "no pack": (b'{"format": "a song"}\n', "not as it was written"),
        "another format": (b'{"format":"a song"}\n', "its format is 'a song'"),
        "deep": (b"[" * 100_000 + b"\n", "cannot be read"),
        "long": (b"x" * (2 << 20) + b"\n", "too long"),
        "another key": (other.pack(other.record(1), key=stranger), "signed by no key"),
        "another coalition": (other.pack(other.record(1), coalition="other-pact"), "for the coalition 'other-pact'"),
        "another register": (other.pack(other.record(1), receiver="somewhere"), "for the register somewhere"),
        "another sender": (other.pack(other.record(1), sender="somewhere"), "signed by no key"),
        "no partner": (other.pack(other.record(1), partner="ZZZ"), "no partner 'ZZZ'"),
        "another partner": (other.pack(other.record(1), partner="CHL"), "signed by no key that is named for CHL"),
        "unknown noun": (other.pack(other.record(1), replace(other.record(2), noun="weather")), "nobody keeps"),
        "newer column": (other.pack(other.record(1, colour="red")), "a contribution has no colour"),
        "odd figure": (other.pack(other.record(1, quantity="1e9")), "its quantity is '1e9'"),
        "no day": (other.pack(other.record(1, first="2021-02-30")), "its first is"),
        "nul": (other.pack(other.record(1, summary="a\x00b")), "its summary is"),
        "no moment": (other.pack(other.record(1), at="yesterday"), "it was made at 'yesterday'"),
        "a gap": (other.pack(other.record(1), since=9), "no pack up to there has come"),
    }


def test_bad_packs_are_refused_and_nothing_is_written(register: Register, other: Other) -> None:
    before = Entry.objects.count()
    for name, (pack, said) in wrong(other).items():
        with pytest.raises(ConcertedError) as caught:
            take(register, pack)
        assert said in str(caught.value), name
    assert (Entry.objects.count(), Pack.objects.count(), Carried.objects.count()) == (before, 0, 0)


def test_every_byte_counts(register: Register, other: Other) -> None:
    good = other.pack(other.record(1))
    assert other.pack(other.record(1)) == good
    for place in range(0, len(good), 7):
        bad = bytearray(good)
        bad[place] ^= 0x04
        with pytest.raises(ConcertedError):
            take(register, bytes(bad))
    assert own(register) == []


def test_a_key_that_was_taken_back_signs_nothing_more(register: Register, other: Other) -> None:
    pack, secretariat = other.pack(other.record(1)), register.people.secretariat
    key = str(other.key.verifier)
    with pytest.raises(Conflict, match="named already"):
        other.trusted(register)
    pack_keys.distrust(coalition=SLUG, partner="NOR", key=key, by=secretariat, at=AT)
    with pytest.raises(UnreadablePack, match="signed by no key"):
        take(register, pack)
    with pytest.raises(NotFound):
        pack_keys.distrust(coalition=SLUG, partner="NOR", key=key, by=secretariat, at=AT)


def test_a_register_keeps_its_name_with_a_new_key(register: Register, other: Other) -> None:
    take(register, other.pack(other.record(1)))
    new = new_key("far-register-two")
    pack_keys.trust(
        coalition=SLUG,
        partner="NOR",
        key=str(new.verifier),
        register=other.key.name,
        by=register.people.secretariat,
        at=AT,
    )
    assert counts(take(register, other.pack(other.record(1, 2, summary="Sixty radios"), key=new))) == (0, 1, 0, 0)


def test_a_partner_that_has_withdrawn_sends_nothing(register: Register, other: Other) -> None:
    norway = Party.objects.get(coalition=register.coalition, code="NOR")
    PartyStanding.objects.create(
        coalition=register.coalition, party=norway, standing="withdrawn", since=AT.date(), said_by="a letter"
    )
    with pytest.raises(UnreadablePack, match="NOR has withdrawn"):
        take(register, other.pack(other.record(1)))


def test_only_what_changed_travels_since_an_entry(register: Register, other: Other) -> None:
    contributions.add(coalition=SLUG, content=OWN, by=register.people.norway, at=AT)
    entries = Entry.objects.count()
    number = contributions.add(coalition=SLUG, content=OWN, by=register.people.norway, at=AT)
    assert [one.number for one in other.read(register, since=entries)] == [number]
    releases.release(noun="contribution", record=number, reach="public", by=register.people.norway, at=AT)
    assert [one.release.kind for one in other.read(register, since=entries) if one.release] == ["public"]
    take(register, other.pack(other.record(1), entries=20))
    assert counts(take(register, other.pack(other.record(2), since=20, entries=30))) == (1, 0, 0, 0)
