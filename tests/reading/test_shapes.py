"""Shapes that statements come in: where the names stand, what counts them, what a conversion leaves behind."""

from __future__ import annotations

from decimal import Decimal

from concerted.reading.facts import Kind, Reading
from concerted.reading.read import read
from concerted.terms.document import Document


def reading(text: str, title: str = "") -> Reading:
    return read(Document(text, title=title))


def parties(found: Reading) -> list[str]:
    return [one.party for one in found.participants]


def test_members_named_in_a_sentence_of_their_own_are_counted() -> None:
    found = reading(
        "The four members of the Harbour Initiative met in Lisbon. "
        "The members are Norway, Ghana, the European Union and Japan. We will dredge the bay."
    )
    assert parties(found) == ["NOR", "GHA", "EU", "JPN"]
    assert [(one.claimed, one.found, one.holds) for one in found.checks] == [(4, 4, True)]


def test_a_claim_that_the_list_does_not_bear_out_is_told() -> None:
    found = reading("The 12 members of the Initiative met. The members are Norway, Ghana, Kenya, Chile and Japan.")
    assert [(one.claimed, one.found, one.holds) for one in found.checks] == [(12, 5, False)]


def test_parties_of_the_title_alone() -> None:
    found = reading("1. We will dredge the bay.", title="Joint Statement by Norway, Ghana and Japan on Pilots")
    assert not found.participants
    assert [one.party for one in found.statement.title_participants] == ["NOR", "GHA", "JPN"]


def test_a_lead_in_carries_actor_verb_and_deadline() -> None:
    found = reading(
        "Norway, Ghana and Japan met in Lisbon.\n\nBy 31 December 2030, Norway and Japan will:\n\n"
        "- dredge the bay;\n\n- pay all pilots."
    )
    promised = [one for one in found.acts if one.kind is Kind.COMMITMENT]
    assert [(one.passage.quote, one.actors, one.due.quote if one.due else None) for one in promised] == [
        ("dredge the bay", ("NOR", "JPN"), "By 31 December 2030"),
        ("pay all pilots", ("NOR", "JPN"), "By 31 December 2030"),
    ]


def test_one_party_with_two_amounts() -> None:
    found = reading("Norway pledged $2 million for pilots, and Norway pledged a further $500,000 for locks.")
    assert [(one.actors, [found.sums[place].value for place in one.sums]) for one in found.acts] == [
        (("NOR",), [Decimal(2_000_000)]),
        (("NOR",), [Decimal(500_000)]),
    ]


def test_annexes_are_read_and_furniture_is_passed_over() -> None:
    found = reading(
        "We will dredge the bay.\n\n- 2 -\n\nAnnex I\n\n1. The office shall keep accounts.\n\n"
        "Media contact: Jane Roe, press@harbour.example\n\nPage 3 of 4"
    )
    assert [one.passage.quote for one in found.acts] == ["will dredge the bay", "The office shall keep accounts."]
    assert [one.reason for one in found.passed_over] == ["boilerplate", "heading", "boilerplate", "boilerplate"]


def test_words_that_a_conversion_broke() -> None:
    found = reading("We met on 3 Octo ber 2023 and will dredge the bay by 31 Dec ember 2030.")
    assert [str(one.date) for one in found.deadlines] == ["2030-12-31"]
    assert str(found.meetings[0].start) == "2023-10-03"


def test_a_reservation_is_a_note_on_who_makes_it() -> None:
    found = reading(
        "We, the ministers of Norway, Ghana, Japan and Hungary*, met in Lisbon.\n\nWe pledge to dredge the bay.**\n\n"
        "* Hungary does not associate itself with paragraph 2.\n\n** Ghana reserves its position on dredging."
    )
    assert {one.party: one.note for one in found.participants if one.note} == {
        "HUN": "Hungary does not associate itself with paragraph 2.",
        "GHA": "** Ghana reserves its position on dredging.",
    }
    assert [one.passage.quote for one in found.acts][-1] == "pledge to dredge the bay"


def test_a_footnote_number_stands_right_behind_a_name() -> None:
    found = reading(
        "Participants: Norway, Ghana, Japan, Serbia1 and Kenya.\n\n1. We commit to dredge the bay.\n\n"
        "2. We note the report.\n\n1 Serbia expressed a reservation on paragraph 2."
    )
    assert parties(found) == ["NOR", "GHA", "JPN", "SRB", "KEN"]
    assert [one.note for one in found.participants if one.note] == ["1 Serbia expressed a reservation on paragraph 2."]


def test_an_office_without_a_name_acts_for_its_party() -> None:
    found = reading("The President of Norway and the Prime Minister of Japan met. The President urged owners to pay.")
    assert found.acts[-1].actors == ("NOR",)
