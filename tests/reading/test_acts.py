"""Acts: one verb with its complement, its kind judged by the complement."""

from __future__ import annotations

import pytest

from concerted.reading.facts import Act, Kind, Reading
from concerted.reading.read import read
from concerted.terms.document import Document

OPENING = "We, the Governments of Norway, Ghana and Japan, met in Lisbon."


def reading(text: str) -> Reading:
    return read(Document(text))


def acts(sentence: str) -> list[tuple[str, str]]:
    return [(act.kind.value, act.passage.quote) for act in reading(sentence).acts]


def one(sentence: str) -> Act:
    (act,) = reading(sentence).acts
    return act


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        # The verb alone decides.
        ("We pledge to open the ports.", Kind.COMMITMENT),
        ("Ministers agreed to meet again.", Kind.COMMITMENT),
        ("The two leaders intend to open an office.", Kind.COMMITMENT),
        ("We will clear the canals.", Kind.COMMITMENT),
        ("We remain ready to help the pilots.", Kind.COMMITMENT),
        ("Participants are committed to clearing the canals.", Kind.COMMITMENT),
        ("Participants decided that the work should begin in the north.", Kind.DECISION),
        ("We have established a joint harbour office.", Kind.DECISION),
        ("We urge all owners to pay their pilots.", Kind.CALL),
        ("They called for an end to the strike.", Kind.CALL),
        ("We welcome the harbour report.", Kind.ENDORSEMENT),
        ("We stand with the pilots of the north.", Kind.ENDORSEMENT),
        ("We condemn the attack on the lock.", Kind.CONCERN),
        ("We are deeply concerned about the silt.", Kind.CONCERN),
        ("Ministers noted the harbour report.", Kind.FINDING),
        # The complement decides.
        ("They underlined the need to dredge.", Kind.CALL),
        ("They noted the cost of the locks and the need to dredge.", Kind.CALL),
        ("We recognize that pilots must be paid.", Kind.CALL),
        ("They stressed that dredging is vital.", Kind.FINDING),
        ("They stressed the importance of dredging.", Kind.FINDING),
        ("They noted with alarm the state of the locks.", Kind.CONCERN),
        ("They reaffirmed that the blockade is illegal.", Kind.CONCERN),
        ("They noted with appreciation the work of the pilots.", Kind.ENDORSEMENT),
        ("They reaffirmed their support for the pilots.", Kind.ENDORSEMENT),
        ("They reaffirmed their commitment to dredging.", Kind.COMMITMENT),
        ("They pledged their full support to the pilots.", Kind.COMMITMENT),
        ("They affirmed that they would dredge the bay.", Kind.COMMITMENT),
        ("They expressed their desire to reopen the canal.", Kind.COMMITMENT),
        ("They agreed on the importance of dredging.", Kind.FINDING),
        ("They decided to continue the dredging.", Kind.COMMITMENT),
        ("They announced that they will give $5 million for pilots.", Kind.COMMITMENT),
        ("They discussed their commitment to dredging.", Kind.FINDING),
        ("We are pleased to announce a new harbour office.", Kind.DECISION),
        ("We are grateful to the pilots.", Kind.ENDORSEMENT),
        ("We continue to call on all owners to pay.", Kind.CALL),
        ("We continue to dredge the bay.", Kind.COMMITMENT),
        # Plain assertions and things.
        ("Ministers met in Lisbon.", Kind.FINDING),
        ("The canal was closed for two years.", Kind.FINDING),
        ("Further dredging is necessary to open the bay.", Kind.CALL),
        ("Further dredging is essential for trade.", Kind.FINDING),
        ("There is still a need to dredge the bay.", Kind.CALL),
        ("The blockade is unacceptable.", Kind.CONCERN),
        ("Future meetings of this kind will take place twice a year.", Kind.COMMITMENT),
        ("Our aim is to open the canal.", Kind.COMMITMENT),
        ("The new locks will help traders.", Kind.FINDING),
        ("Storms will delay the work.", Kind.FINDING),
        ("These rules are incorporated herein.", Kind.DECISION),
        ("Other ports may join this declaration at any time.", Kind.DECISION),
    ],
)
def test_the_kind_of_a_sentence(sentence: str, kind: Kind) -> None:
    assert one(sentence).kind is kind


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Participants noted that trade is growing, and decided to dredge the bay.",
            [("finding", "noted that trade is growing"), ("commitment", "decided to dredge the bay")],
        ),
        (
            "We welcome the report and urge owners to read it.",
            [("endorsement", "welcome the report"), ("call", "urge owners to read it")],
        ),
        (
            "We will build locks, dredge the bay and support pilots.",
            [("commitment", "will build locks, dredge the bay and support pilots")],
        ),
        (
            "We commit to open ports, to support pilots and to encourage trade.",
            [("commitment", "commit to open ports, to support pilots and to encourage trade")],
        ),
        (
            "We deplore and condemn the attack.",
            [("concern", "deplore and condemn the attack")],
        ),
        (
            "We welcome and encourage the talks.",
            [("endorsement", "welcome and encourage the talks"), ("call", "encourage the talks")],
        ),
        (
            "Recognizing the cost of silt, our governments opened an office.",
            [("finding", "Recognizing the cost of silt"), ("finding", "our governments opened an office")],
        ),
        (
            "We support the pilots, stressing that they must be paid.",
            [("endorsement", "support the pilots"), ("call", "stressing that they must be paid")],
        ),
        (
            "We thank the hosts, who support pilots and condemn delay.",
            [("endorsement", "thank the hosts, who support pilots and condemn delay")],
        ),
        (
            "We discussed silt and we will continue to dredge.",
            [("commitment", "will continue to dredge")],
        ),
        (
            "Owners must pay their pilots.",
            [("call", "Owners must pay their pilots.")],
        ),
        (
            "Member States must pay their pilots.",
            [("call", "must pay their pilots")],
        ),
        (
            "Let us be clear: we will dredge the bay.",
            [("commitment", "will dredge the bay")],
        ),
        (
            "We will dredge the bay, and resolve to pay all pilots.",
            [("commitment", "will dredge the bay"), ("commitment", "resolve to pay all pilots")],
        ),
        (
            "Along these lines, we intend to dredge the bay.",
            [("commitment", "intend to dredge the bay")],
        ),
        # Words that only look like a verb: nouns, participles, what is still to be done.
        (
            "We condemn the burning of barges, attacks on pilots and theft.",
            [("concern", "condemn the burning of barges, attacks on pilots and theft")],
        ),
        (
            "We remain committed to and invested in safe ports.",
            [("commitment", "remain committed to and invested in safe ports")],
        ),
        (
            "Ministers decided to widen and deepen the bay, before the meeting of Ghana and Japan to be held in Accra.",
            [
                (
                    "commitment",
                    "decided to widen and deepen the bay, before the meeting of Ghana and Japan to be held in Accra",
                )
            ],
        ),
        (
            "We express concern over and strongly oppose the toll.",
            [("concern", "express concern over and strongly oppose the toll")],
        ),
        (
            "We will keep supplying seed to all ports in need and welcome the work of the pilots.",
            [
                ("commitment", "will keep supplying seed to all ports in need"),
                ("endorsement", "welcome the work of the pilots"),
            ],
        ),
        (
            "Recalling our commitment to dredge the bay, we will pay all pilots.",
            [("commitment", "Recalling our commitment to dredge the bay"), ("commitment", "will pay all pilots")],
        ),
        (
            "The Secretary of State and the Foreign Minister intend to approve a charter.",
            [("commitment", "intend to approve a charter")],
        ),
        (
            "Thanks to the loan, work on the port will begin in May.",
            [("finding", "Thanks to the loan, work on the port will begin in May.")],
        ),
        (
            "We denounce the raids and emphasized the importance of pilots.",
            [("concern", "denounce the raids"), ("finding", "emphasized the importance of pilots")],
        ),
        (
            "We remain committed to peace, and support the work of the pilots.",
            [("commitment", "remain committed to peace"), ("endorsement", "support the work of the pilots")],
        ),
        (
            "We will train pilots, including by coordinating Ghanaian and Japanese support for schools.",
            [("commitment", "will train pilots, including by coordinating Ghanaian and Japanese support for schools")],
        ),
        (
            "We ask our ministers to report. We ask owners to report.",
            [("decision", "ask our ministers to report"), ("call", "ask owners to report")],
        ),
        (
            "We welcome the report, and agreed to dredge the bay.",
            [("endorsement", "welcome the report"), ("commitment", "agreed to dredge the bay")],
        ),
        (
            "We concurred to dredge the bay. We continue our support to the pilots.",
            [("commitment", "concurred to dredge the bay"), ("endorsement", "continue our support to the pilots")],
        ),
        (
            "We welcome a pact guided by trust, driven by trade, and committed to peace.",
            [("endorsement", "welcome a pact guided by trust, driven by trade, and committed to peace")],
        ),
        (
            "Participation in the office is voluntary.",
            [("decision", "Participation in the office is voluntary.")],
        ),
        (
            "Norway said it will dredge the bay.",
            [("commitment", "said it will dredge the bay")],
        ),
        (
            "There can be no impunity for pirates.",
            [("call", "There can be no impunity for pirates.")],
        ),
        (
            "While acknowledging the cost of silt, we will dredge the bay.",
            [("finding", "acknowledging the cost of silt"), ("commitment", "will dredge the bay")],
        ),
        (
            "We note that the silt is growing and will work with Peru to clear it.",
            [("finding", "note that the silt is growing"), ("commitment", "will work with Peru to clear it")],
        ),
        (
            "We stress that, in clearing canals, we will pay all pilots.",
            [("commitment", "stress that, in clearing canals, we will pay all pilots")],
        ),
        (
            "We reiterate that there can be no justification for piracy.",
            [("concern", "reiterate that there can be no justification for piracy")],
        ),
        (
            "We look forward to receiving the pilots’ report. We look forward to opening the port.",
            [
                ("call", "look forward to receiving the pilots’ report"),
                ("commitment", "look forward to opening the port"),
            ],
        ),
        (
            "We deplore the raids on boats.We thank the pilots.",
            [("concern", "deplore the raids on boats"), ("endorsement", "thank the pilots")],
        ),
        (
            "We stand united and in solidarity with the pilots.",
            [("endorsement", "stand united and in solidarity with the pilots")],
        ),
    ],
)
def test_where_acts_begin_and_end(sentence: str, expected: list[tuple[str, str]]) -> None:
    assert acts(sentence) == expected


def test_the_preamble_and_the_paragraphs_of_a_resolution() -> None:
    found = acts(
        "The Security Council,\n\nRecalling its resolution 2100 (2013),\n\n"
        "Gravely concerned by silt, and underlining the need to dredge,\n\n"
        "Acting under Chapter VII of the Charter of the United Nations,\n\n"
        "1. Decides that all States shall dredge;\n\n"
        "2. Further requests the Secretary-General to report and expresses its readiness to consider more;\n\n"
        "3. Decides to remain seized of the matter."
    )
    assert found == [
        ("finding", "Recalling its resolution 2100 (2013)"),
        ("concern", "concerned by silt"),
        ("call", "underlining the need to dredge"),
        ("finding", "Acting under Chapter VII of the Charter of the United Nations"),
        ("decision", "Decides that all States shall dredge"),
        ("call", "requests the Secretary-General to report"),
        ("commitment", "expresses its readiness to consider more"),
        ("commitment", "Decides to remain seized of the matter"),
    ]


def test_what_a_resolution_asks_and_sets_up() -> None:
    found = acts(
        "The Security Council,\n\nRecalling its resolution 2100 (2013),\n\n"
        "Determined to help the pilots henceforth,\n\n"
        "Deploring the work of the gangs, including blocking canals and confirming tolls,\n\n"
        "1. Decides to establish a committee that shall report;\n\n"
        "2. Recognizes that some States may need help and invites others to give it;\n\n"
        "3. Further to that end, calls upon owners to pay;\n\n"
        "4. Underlines, bearing in mind the silt, that canals need care;\n\n"
        "5. Calls upon all States:\n\n"
        "(a) To join the treaties to which others are parties;\n\n(b) To report;\n\n"
        "6. Decides that States shall keep accounts and to this end shall:\n\n(a) Count barges;"
    )
    assert found == [
        ("finding", "Recalling its resolution 2100 (2013)"),
        ("commitment", "Determined to help the pilots henceforth"),
        ("concern", "Deploring the work of the gangs, including blocking canals and confirming tolls"),
        ("decision", "Decides to establish a committee that shall report"),
        ("finding", "Recognizes that some States may need help"),
        ("call", "invites others to give it"),
        ("call", "calls upon owners to pay"),
        ("finding", "Underlines, bearing in mind the silt, that canals need care"),
        ("call", "To join the treaties to which others are parties"),
        ("call", "To report"),
        ("decision", "Decides that States shall keep accounts and to this end shall"),
        ("decision", "Count barges"),
    ]


def test_items_inherit_from_a_lead_in_that_only_points() -> None:
    found = reading("We intend by 2030 to:\n\n- open the ports;\n\n- clear the canals; and\n\n- pay all pilots.").acts
    assert [(act.kind.value, act.passage.quote) for act in found] == [
        ("commitment", "open the ports"),
        ("commitment", "clear the canals"),
        ("commitment", "pay all pilots"),
    ]
    assert {act.due.quote if act.due else None for act in found} == {"by 2030"}
    assert all(act.lead_in for act in found)


def test_a_lead_in_with_a_complement_of_its_own_is_an_act_too() -> None:
    found = acts(
        "The Security Council,\n\n"
        "1. Decides that all States shall act as follows, and report on it:\n\n(a) Dredge;\n\n(b) Pay;"
    )
    assert [kind for kind, _ in found] == ["decision", "decision", "decision"]


def test_items_with_verbs_of_their_own_are_judged_by_them() -> None:
    found = acts("We, the ministers:\n\n- welcome the report;\n\n- condemn the attack.")
    assert found == [("endorsement", "welcome the report"), ("concern", "condemn the attack")]


@pytest.mark.parametrize(
    ("sentence", "renews"),
    [
        ("They reaffirmed their support for the pilots.", True),
        ("They remain committed to dredging.", True),
        ("They decided to continue the dredging.", True),
        ("They will maintain the locks.", True),
        ("They are committed to dredging.", False),
        ("They affirmed their unwavering commitment to dredging.", False),
        ("They noted the need for continued help.", False),
    ],
)
def test_what_is_not_new_renews(sentence: str, renews: bool) -> None:
    assert one(sentence).renews is renews


def test_named_parties_act_for_themselves_and_people_for_their_parties() -> None:
    found = reading(f"{OPENING} Norway will dredge the bay. They welcomed that. Ghana’s forces met pilots.").acts
    assert [act.actors for act in found] == [("issuers",), ("NOR",), ("NOR",), ("GHA",)]


def test_what_others_will_do_is_told_not_promised() -> None:
    act = reading(f"{OPENING} Brazil will host a meeting.").acts[-1]
    assert (act.kind, act.actors) == (Kind.FINDING, ("BRA",))


def test_some_of_the_issuers_are_noted() -> None:
    assert one("A number of participants called for more pilots.").note == "some of the issuers only"


def test_a_call_names_whom_it_asks() -> None:
    act = reading(f"{OPENING} We call on Brazil and Chile to open their ports to Peru.").acts[-1]
    assert act.addressees == ("BRA", "CHL")


def test_a_fallback_is_less_sure_than_a_verb_of_saying() -> None:
    fallback, said = one("Silt, silt everywhere in all the many canals."), one("We condemn silt.")
    assert fallback.confidence < said.confidence


def test_nothing_is_dropped_in_silence() -> None:
    text = "Ports\n\nWe will dredge. (The bay is hereafter called the Bay.)\n\n* * *\n\nWe thank Ruritania."
    found = reading(text)
    assert [passed.reason for passed in found.passed_over] == ["heading", "names a term only", "separator"]
    assert len(found.acts) == 2


def test_other_languages_are_passed_over_as_such() -> None:
    found = read(Document("Wir verpflichten uns, die Häfen zu öffnen.", language="de"))
    assert not found.acts
    assert found.passed_over[0].reason == "no operative verbs are known in this language"
