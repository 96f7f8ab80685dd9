"""The kind of an act by the genre's set phrases: each sentence stands alone in a statement of three leaders."""

from __future__ import annotations

import pytest

from concerted.reading.actors import subjects_of
from concerted.reading.acts import find_acts
from concerted.reading.blocks import lay_out
from concerted.reading.facts import Kind
from concerted.reading.participants import find_participants

SENTENCES = {
    Kind.COMMITMENT: """
        We do not and will not recognise the decree.
        We are and will continue to be transparent.
        We express our will to dredge the bay.
        We are united in our determination to stop the smuggling.
        We remain firm in our resolve to clear the canals.
        We dedicate ourselves to the safety of pilots.
        Our partnership will be rooted in mutual trust.
        We assure them of our full support.
        We offer our assistance in the inquiry.
        We wish to deepen our trade.
        We accept the responsibility to mark the wrecks.
        Our commitment to the canals remains unwavering.
        We look forward to working together on tides.
    """,
    Kind.DECISION: """
        We upgrade our relations to a harbour partnership.
        We suspend all traffic with the port.
        We entrust the office with drafting the chart.
        The leaders resolved that the survey be extended.
        This Declaration enters into force today.
        The pact shall enter into force in May.
    """,
    Kind.CALL: """
        We hope that the owners will return to talks.
        We expect the owners to comply.
        We recommend that states mark their wrecks.
        We join them in calling for restraint.
        States are urged to report each wreck.
        States have a duty to protect pilots.
        The time has come to act.
        The need for better charts was stressed.
        We are united in our call for restraint.
    """,
    Kind.ENDORSEMENT: """
        We stand firmly behind the pilots.
        We stand in full solidarity with the pilots.
        We extend our condolences to the families.
        We send our thoughts and prayers to the wounded.
        Our thoughts are with the families of the crew.
        We share the grief of the families.
        We would like to thank the harbour master.
        We lend our full support to the envoy.
        We wish the new crew every success.
        We join in congratulating the new harbour master.
        Our support for the pilots remains unwavering.
        The work of the harbour office was commended.
    """,
    Kind.CONCERN: """
        We share the concern of the pilots.
        The situation gives us serious concern.
        The reports are deeply disturbing.
        This raid is an attack on free navigation.
        The crew of the raider bears full responsibility for the wreck.
        This act constitutes a flagrant breach of the Treaty.
        The decree is null and void.
        There can be no justification for such raids.
        Such raids can never be justified.
        We hold the raiders responsible for the wreck.
        We consider such raids unacceptable.
        We stand united against piracy.
        We are united in our opposition to the raids.
        Serious concerns were expressed about the raids.
    """,
    Kind.FINDING: """
        We are united in our belief that trade is good.
        We have found that trade is growing.
        The raid was condemned by the pilots.
        The owners bear heavy costs.
        We enjoy close ties.
    """,
}


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [(kind, line.strip()) for kind, lines in SENTENCES.items() for line in lines.strip().splitlines()],
)
def test_set_phrases_have_their_kind(kind: Kind, sentence: str) -> None:
    layout = lay_out(f"The leaders of Canada, France and Japan met today in Rome.\n\n{sentence}\n")
    acts, _ = find_acts(layout, subjects_of(layout, find_participants(layout)))
    assert [act.kind for act in acts] == [Kind.FINDING, kind]


def test_items_with_a_verb_of_saying_speak_for_themselves_where_the_lead_in_asks_for_it() -> None:
    layout = lay_out(
        "We, the leaders of Canada and Japan, hereby DECLARE TO:\n\n"
        "1. DREDGE the bay;\n\n2. COMMEND the pilots; and\n\n3. ENCOURAGE owners to pay.\n"
    )
    acts, _ = find_acts(layout, subjects_of(layout))
    assert [(act.kind, act.passage.quote) for act in acts] == [
        (Kind.COMMITMENT, "DREDGE the bay"),
        (Kind.ENDORSEMENT, "COMMEND the pilots"),
        (Kind.CALL, "ENCOURAGE owners to pay"),
    ]


def test_numbers_without_a_dot_are_labels_where_they_run_in_sequence() -> None:
    layout = lay_out("1 NOTING the tides;\n\n2 WELCOMING the charts;\n\n3 RECALLING the wrecks;\n")
    acts, _ = find_acts(layout, subjects_of(layout))
    assert [act.kind for act in acts] == [Kind.FINDING, Kind.ENDORSEMENT, Kind.FINDING]


def test_a_line_of_adoption_is_no_act() -> None:
    layout = lay_out(
        "We will dredge the bay.\n\nADOPTED in Rome, Italy, on the Sixth of May in the Year Two Thousand and Twenty.\n"
    )
    acts, passed_over = find_acts(layout, subjects_of(layout))
    assert len(acts) == 1
    assert [each.reason for each in passed_over] == ["adoption line"]


def test_a_number_of_states_gets_the_names_that_the_next_sentence_lists() -> None:
    layout = lay_out(
        "More than three countries and the European Union have agreed to join the pact. "
        "Those countries are Albania, Belgium, Croatia and Cyprus."
    )
    acts, _ = find_acts(layout, subjects_of(layout))
    assert [act.actors for act in acts] == [("ALB", "BEL", "HRV", "CYP", "EU"), ("ALB", "BEL", "HRV", "CYP")]
