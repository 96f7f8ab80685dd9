"""The secretariat publishes totals of what partners give, and nobody works out from them what one withholds."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from random import Random
from typing import Any

import pytest

from concerted.actions import releases, totals
from concerted.disclosure import Key, Rules
from concerted.disclosure.audit import audit
from concerted.disclosure.layers import over_time
from concerted.register import queries
from concerted.register.audience import Wanted
from concerted.register.counting import PURPOSE, count
from concerted.register.models import Contribution, Entry, Party, Publication, PublicationBasis, Reach, Release, User
from concerted.register.protecting import _views
from concerted.register.vault import OtherKey, decrypted
from concerted.terms.errors import Conflict, NotAllowed, NotFound
from tests.standing import AT, SLUG, Register

CODES = ("CHL", "NOR", "PER", "KEN", "UGA", "GHA")


def give(register: Register, code: str, amount: int, reach: str = "coalition", **more: Any) -> Contribution:
    """Enter a partner's own contribution, of funds to line 1 where nothing else is said."""
    home = register.coalition
    party = Party.objects.get_or_create(coalition=home, code=code, defaults={"name": code})[0]
    line = home.lines.get(number=more.pop("line", 1))
    given = {"owner": party, "kind": "funds", "currency": "NOK"} | more
    return Contribution.objects.create(
        coalition=home,
        party=party,
        release=Release.objects.get(coalition=home, kind=reach),
        line=line,
        summary=f"{amount} from {code}",
        amount=amount,
        source="a letter",
        **given,
    )


def publish(register: Register, days: int = 0, **more: Any) -> Publication:
    number = totals.publish(
        coalition=SLUG, currency="NOK", by=register.people.secretariat, at=AT + timedelta(days=days), **more
    )
    return Publication.objects.get(pk=number)


def shown(one: Publication) -> dict[Key, Decimal]:
    return {tuple(each["key"]): Decimal(each["total"]) for each in one.figures if each["total"] is not None}


def reasons(one: Publication) -> dict[Key, str]:
    return {tuple(each["key"]): each["reason"] for each in PublicationBasis.objects.get(publication=one).reasons}


def worked_out(register: Register) -> list[Any]:
    """What readers of all that was published can work out, by the calculation that knows nothing of the choice."""
    found = []
    for _table, earlier in _views(count(register.people.secretariat, register.coalition, "NOK")):
        changes, out, places = over_time(earlier[:-1], earlier[-1].table)
        found += audit(changes, out | {places[key] for key in earlier[-1].shown}, Rules())
        for one in earlier:
            found += audit(one.table, one.shown, Rules())
    return found


def test_a_total_of_enough_partners_is_published(register: Register) -> None:
    for code in CODES:
        give(register, code, 100)
    one = publish(register)
    assert set(shown(one).values()) == {Decimal(600)}
    assert {each["partners"] for each in one.figures} == {6}
    assert one.owner is None
    assert one.release.kind == Reach.PUBLIC
    assert worked_out(register) == []


def test_what_is_kept_to_fewer_than_the_coalition_is_not_counted(register: Register) -> None:
    for code in CODES:
        give(register, code, 100)
    give(register, "NOR", 5000, reach=Reach.OWNER)
    give(register, "NOR", 7000, owner=None, reach=Reach.OWNER)
    assert shown(publish(register))[None, None] == 600


def test_few_are_left_out_and_so_is_what_would_tell_of_them(register: Register) -> None:
    for code in CODES:
        give(register, code, 100)
        give(register, code, 200, kind="training")
    give(register, "NOR", 50, kind="hosting", line=2)
    give(register, "CHL", 90, line=2)
    give(register, "PER", 80, line=2)
    give(register, "KEN", 85, line=2)
    one = publish(register)
    assert reasons(one)["2", "hosting"] == "few"
    assert "protects" in reasons(one).values()
    assert worked_out(register) == []


def test_what_is_public_anyway_is_in_the_total(register: Register) -> None:
    give(register, "NOR", 70, reach=Reach.PUBLIC)
    assert shown(publish(register))["1", "funds"] == 70


def test_the_coalitions_own_record_is_known_to_observers_and_withheld_from_the_public(register: Register) -> None:
    """Take the coalition's two records away and one partner's own is left: an observer would have it."""
    give(register, "CHL", 100)
    for code in ("NOR", "PER"):
        give(register, code, 100, owner=None)
    assert shown(publish(register)) == {}
    # With them alone there are too few for the public.
    Contribution.objects.filter(party__code="CHL").delete()
    assert shown(publish(register)) == {}
    assert worked_out(register) == []


def test_one_partners_change_is_not_the_difference_of_two_publications(register: Register) -> None:
    given = {code: give(register, code, 100) for code in CODES}
    first = publish(register)
    Contribution.objects.filter(pk=given["PER"].pk).update(amount=170)
    second = publish(register, 30)
    assert shown(second) == {}
    assert set(reasons(second).values()) == {"change"}
    assert {(each["former"]["total"], each["former"]["at"]) for each in second.figures} == {
        ("600.00", first.at.isoformat())
    }
    for code in ("CHL", "NOR"):
        Contribution.objects.filter(pk=given[code].pk).update(amount=160)
    assert set(shown(publish(register, 60)).values()) == {Decimal(790)}
    assert worked_out(register) == []


def test_a_line_to_which_nobody_gives_any_more_is_no_telltale(register: Register) -> None:
    for code in CODES:
        give(register, code, 100)
    first = [give(register, code, 40, line=2) for code in CODES[:3]]
    assert shown(publish(register))["2", "funds"] == 120
    Contribution.objects.filter(pk__in=[one.pk for one in first[:2]]).update(in_force=False)
    assert ("2", "funds") not in shown(publish(register, 30))
    Contribution.objects.filter(pk=first[2].pk).update(in_force=False)
    publish(register, 60)
    assert worked_out(register) == []


def test_what_was_public_once_is_no_longer_withheld(register: Register) -> None:
    """Two of three were public before the first totals, for an hour: the third alone is withheld."""
    given = [give(register, code, 100) for code in CODES[:3]]
    public, home = (Release.objects.get(coalition=register.coalition, kind=reach) for reach in ("public", "coalition"))
    for release in (public, home):
        for one in given[:2]:
            Contribution.objects.filter(pk=one.pk).update(release=release)
    assert reasons(publish(register))["1", "funds"] == "few"


def test_what_is_displayed_no_more_is_still_known(register: Register) -> None:
    given = [give(register, code, 100) for code in CODES]
    first = publish(register)
    totals.withdraw(publication=first.pk, by=register.people.secretariat, at=AT)
    assert not Publication.objects.visible_to(register.people.norway).exists()
    Contribution.objects.filter(pk=given[0].pk).update(amount=170)
    second = publish(register, 30)
    assert shown(second) == {}
    assert {each["former"] for each in second.figures} == {None}
    with pytest.raises(NotFound):
        totals.withdraw(publication=first.pk, by=register.people.secretariat, at=AT)


def change(register: Register, chance: Random) -> None:
    """Let partners give more, change what they give, take it back or release it to fewer."""
    own = Release.objects.get(coalition=register.coalition, kind=Reach.OWNER)
    rows = list(Contribution.objects.filter(in_force=True).exclude(release__kind=Reach.PUBLIC).order_by("pk"))
    for one in chance.sample(rows, 4):
        changes: list[dict[str, Any]] = [{"amount": chance.randint(300, 900)}] * 2 + [{"in_force": False}]
        if one.owner:
            changes.append({"release": own})
        Contribution.objects.filter(pk=one.pk).update(**chance.choice(changes))


@pytest.mark.parametrize("seed", range(2))
def test_nothing_is_worked_out_from_one_publication_after_another(register: Register, seed: int) -> None:
    chance = Random(seed)  # noqa: S311 (no secret)
    for code in (*CODES, "FJI", "PRT", "ISL", "MLT") * 3:
        reach = chance.choice(["coalition"] * 3 + ["public"])
        own = {} if chance.random() < 0.8 else {"owner": None}
        kind = chance.choice(["funds", "training"])
        give(register, code, chance.randint(300, 900), reach, line=chance.choice([1, 2]), kind=kind, **own)
    numbers = []
    for days in range(0, 90, 30):
        numbers.append(len(shown(publish(register, days))))
        assert worked_out(register) == []
        change(register, chance)
    assert sum(numbers) > 4


def test_what_is_published_without_care_is_worked_out(register: Register) -> None:
    """The calculation above would find it."""
    for code in CODES[:2]:
        give(register, code, 100)
    one = publish(register)
    for figure in one.figures:
        figure["total"] = "200.00"
    one.save()
    assert {each.contributor for each in worked_out(register)} == {
        str(Party.objects.get(code=code, coalition=register.coalition).pk) for code in CODES[:2]
    }


def test_only_the_secretariat_publishes(register: Register) -> None:
    give(register, "NOR", 70, reach=Reach.PUBLIC)
    for who in ("chile", "reader", "lead", "observer", "auditor"):
        by: User = getattr(register.people, who)
        with pytest.raises(NotAllowed):
            totals.publish(coalition=SLUG, currency="NOK", by=by, at=AT)
    one = publish(register)
    with pytest.raises(NotAllowed):
        totals.withdraw(publication=one.pk, by=register.people.chile, at=AT)
    with pytest.raises(NotFound):
        totals.publish(coalition=SLUG, currency="NOK", by=register.people.stranger, at=AT)


@pytest.mark.parametrize(("more", "where"), [({"reach": "owner only"}, "reach"), ({"seen": "something else"}, "seen")])
def test_what_cannot_be_published_says_why(register: Register, more: dict[str, str], where: str) -> None:
    with pytest.raises(Conflict) as nothing:
        publish(register)
    assert nothing.value.where == "currency"
    give(register, "NOR", 70)
    with pytest.raises(Conflict) as conflict:
        publish(register, **more)
    assert conflict.value.where == where


def test_what_was_looked_at_is_what_is_published(register: Register) -> None:
    for code in CODES:
        give(register, code, 100)
    page = queries.totals_preview(register.people.secretariat, SLUG, "NOK")
    assert (page.counted, page.proven, page.nothing_protects, page.exposed) == (6, True, False, ())
    assert page.table.rows[-1].figures[-1] is not None
    assert page.table.rows[-1].figures[-1].total == 600
    publish(register, seen=page.digest)


def test_reasons_are_for_who_may_see_the_contributions(register: Register) -> None:
    give(register, "NOR", 70)
    give(register, "CHL", 80)
    one = publish(register)
    for who, reason in {"secretariat": "few", "reader": "few", "auditor": "few", "observer": ""}.items():
        table = queries.publication(getattr(register.people, who), SLUG, one.pk).table
        assert [each.reason for row in table.rows for each in row.figures if each] == [reason] * table.left_out, who
        assert table.shows_reasons == bool(reason)
    with pytest.raises(NotFound):
        queries.publication(register.people.stranger, SLUG, one.pk)


def test_the_ledger_keeps_figures_and_not_what_they_were_made_of(register: Register) -> None:
    give(register, "NOR", 7654321, reach=Reach.COALITION)
    publish(register)
    entries = Entry.objects.filter(action="totals.publish")
    assert {entry.noun for entry in entries} == {"publication", "publicationbasis"}
    assert not [entry for entry in entries if "7654321" in str(entry.after)]
    assert not entries.filter(noun="publicationbasis").visible_to(register.people.observer).exists()


def test_an_owner_is_warned_before_it_exposes_another(register: Register) -> None:
    given = [give(register, code, 100) for code in CODES[:3]]
    publish(register)
    wanted = Wanted("public")
    home = register.people
    norway = given[1]
    assert not queries.difference(home.chile, SLUG, "contribution", given[0].pk, Wanted("owner only")).exposes
    assert not queries.difference(home.chile, SLUG, "contribution", given[0].pk, wanted).exposes
    releases.release(noun="contribution", record=given[0].pk, reach="public", by=home.chile, at=AT)
    assert queries.difference(home.norway, SLUG, "contribution", norway.pk, wanted).exposes
    releases.release(noun="contribution", record=norway.pk, reach="public", by=home.norway, at=AT)
    page = queries.totals_preview(home.secretariat, SLUG, "NOK")
    assert [one.code for one in page.exposed] == ["PER"]


def test_nobody_is_warned_where_nobody_is_exposed(register: Register) -> None:
    given = [give(register, code, 100) for code in CODES]
    publish(register)
    chile = register.people.chile
    assert not queries.difference(chile, SLUG, "contribution", given[0].pk, Wanted("public")).exposes


def test_what_was_counted_is_kept_for_nobody_to_read(register: Register, settings: Any) -> None:
    give(register, "CHL", 7_654_321)
    publish(register)
    (kept,) = PublicationBasis.objects.values_list("cells", flat=True)
    assert "7654321" not in kept
    assert "7654321" in decrypted(kept, purpose=PURPOSE)
    settings.SECRET_KEY = "another key than the one that the site had when the totals were published"
    with pytest.raises(OtherKey, match="encrypted with another key"):
        publish(register, days=1)
