"""The vocabulary of parties and offices is linted: ids, languages, dates, no name for two."""

from __future__ import annotations

import re
from collections import defaultdict
from datetime import date
from itertools import combinations

import pytest

from concerted.reading.parties import find_parties
from concerted.reading.verbs import operative_verbs
from concerted.terms.offices import holders, offices, party_of
from concerted.terms.parties import Form, Party, PartyName, is_party, other_places, parties, party

STATES = [one for one in parties().values() if one.kind == "state"]
KINDS = {"state", "organisation", "agency", "mission", "court", "group", "authority"}
NOT_OF_THE_UNITED_NATIONS = {"COK", "NIU", "PSE", "TWN", "VAT", "XKX"}


def test_there_are_all_members_of_the_united_nations_and_six_more() -> None:
    ids = {one.id for one in STATES}
    assert ids >= NOT_OF_THE_UNITED_NATIONS
    assert len(ids - NOT_OF_THE_UNITED_NATIONS) == 193


@pytest.mark.parametrize("one", STATES, ids=lambda one: one.id)
def test_a_state_has_a_three_letter_id_and_names_in_english_french_and_arabic(one: Party) -> None:
    assert re.fullmatch("[A-Z]{3}", one.id)
    assert {name.language for name in one.names} >= {"en", "fr", "ar"}


@pytest.mark.parametrize("one", parties().values(), ids=lambda one: one.id)
def test_a_party_has_a_kind_known_names_and_a_known_whole(one: Party) -> None:
    assert one.kind in KINDS
    assert {"en", "fr", "ar"} <= {name.language for name in one.names}
    assert one.part_of is None or is_party(one.part_of)
    for name in one.names:
        assert name.text == name.text.strip() != ""
        assert name.since is None or name.until is None or name.since <= name.until


def _overlap(left: PartyName, right: PartyName) -> bool:
    first, last = date.min, date.max
    return max(left.since or first, right.since or first) <= min(left.until or last, right.until or last)


def test_no_name_stands_for_two_parties_at_one_time() -> None:
    by_words = defaultdict(list)
    for one in parties().values():
        for name in one.names:
            by_words[name.language, name.text].append((one.id, name))
    for (language, words), bearers in by_words.items():
        for (left, a), (right, b) in combinations(bearers, 2):
            assert left != right, f"{left} has {words!r} twice in {language or 'all languages'}"
            assert not _overlap(a, b), f"{words!r} is {left} and {right}"


@pytest.mark.parametrize("one", parties().values(), ids=lambda one: one.id)
def test_every_name_is_found_as_its_own_party(one: Party) -> None:
    for name in one.names:
        if name.form is Form.AMBIGUOUS:
            continue
        found = find_parties(f"{name.text}", language=name.language or "en")
        assert [(mention.party, mention.start, mention.end) for mention in found] == [(one.id, 0, len(name.text))], name


def test_places_that_are_no_party_hide_the_party_in_their_name() -> None:
    for language, names in other_places().items():
        for name in names:
            assert find_parties(name, language=language) == (), name


@pytest.mark.parametrize(
    ("id", "on", "name"),
    [
        ("MKD", date(2014, 12, 3), "Macedonia"),
        ("MKD", date(2019, 2, 12), "North Macedonia"),
        ("TUR", date(2018, 6, 8), "Turkey"),
        ("TUR", date(2024, 9, 25), "Türkiye"),
        ("SWZ", date(2010, 1, 1), "Swaziland"),
        ("CZE", None, "Czechia"),
    ],
)
def test_a_party_is_shown_by_the_name_of_the_day(id: str, on: date | None, name: str) -> None:
    assert party(id).name("en", on) == name


def test_a_party_is_shown_in_the_reader_s_language() -> None:
    assert party("DEU").name("fr") == "Allemagne"
    assert party("IRQ").name("ar") == "العراق"
    assert party("NATO").name("de") == party("NATO").name("en")


def test_offices_and_their_holders_belong_to_known_parties() -> None:
    words = offices()
    for _, id in (*words.only_of, *words.usually_of):
        assert is_party(id)
    for same in holders().values():
        for holder in same:
            assert is_party(holder.party)
            assert all(last is None or first <= last for first, last in holder.years), holder


@pytest.mark.parametrize(
    ("name", "id"), [("Emmanuel Macron", "FRA"), ("Macron", "FRA"), ("Erdogan", "TUR"), ("Nobody Atall", None)]
)
def test_a_leader_s_party_is_known_by_name(name: str, id: str | None) -> None:
    assert party_of(name) == id


def test_the_words_after_verbs_are_patterns() -> None:
    verbs = operative_verbs()
    tables = [verb.complements for found in verbs.forms.values() for verb, _ in found]
    tables += [predicate.complements for found in verbs.predicates.values() for predicate in found]
    for pattern in {one for table in tables for one in table}:
        re.compile(pattern.pattern)
        re.compile(pattern.unless or "")
