"""The document grammar: headings, numbers, bullets under a lead-in, footnotes, lists run together."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from concerted.reading.blocks import lay_out
from concerted.reading.layout import Block, BlockKind, Layout


def kinds(text: str) -> list[tuple[BlockKind, str]]:
    layout = lay_out(text)
    return [(block.kind, text[block.start : block.end]) for block in layout.blocks]


def first(text: str) -> BlockKind:
    return kinds(f"{text}\n\nThe ministers met in Lisbon, and they spoke about ports.")[0][0]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Energy and Environment", BlockKind.HEADING),
        ("## What we will do next year", BlockKind.HEADING),
        ("**What we agreed**", BlockKind.HEADING),
        ("II. The way ahead for our ports", BlockKind.HEADING),
        ("* * *", BlockKind.SEPARATOR),
        ("----------", BlockKind.SEPARATOR),
        ("Lisbon, 4 May 2021", BlockKind.DATE_LINE),
        ("4 May 2021", BlockKind.DATE_LINE),
        ("Adopted by the Security Council at its 9000th meeting, on 4 May 2021", BlockKind.ADOPTION),
        ("The General Assembly,", BlockKind.SUBJECT),
        ("Excellencies, ladies and gentlemen,", BlockKind.SALUTATION),
        ("For immediate release", BlockKind.BOILERPLATE),
        ("Page 3 of 7", BlockKind.BOILERPLATE),
        ("Vi möttes i Oslo och vi har enats om att mötas igen till våren.", BlockKind.FOREIGN),
        ("Done at Lisbon on 4 May 2021 in two copies.", BlockKind.SIGNATURE),
        ("The ministers met in Lisbon to speak about ports.", BlockKind.PARAGRAPH),
    ],
)
def test_a_block_is_known_by_its_look(text: str, kind: BlockKind) -> None:
    assert first(text) is kind


def test_the_files_header_is_no_part_of_the_statement() -> None:
    text = "# source: a shelf\n# title: On ports\n\nWe met in Lisbon to speak about ports."
    assert [kind for kind, _ in kinds(text)] == [BlockKind.PREAMBLE, BlockKind.PARAGRAPH]


def test_bullets_know_what_introduces_them() -> None:
    layout = lay_out("We intend to:\n\n- open the ports;\n\n- clear the canals; and\n\n- dredge.\n\nWe met.")
    lead, first, second, third, after = layout.blocks
    assert [block.lead_in for block in (first, second, third)] == [0, 0, 0]
    assert {block.depth for block in (first, second, third)} == {1}
    assert (lead.kind, after.kind, after.lead_in) == (BlockKind.PARAGRAPH, BlockKind.PARAGRAPH, None)


def test_items_nest_under_items() -> None:
    layout = lay_out("Decides that States shall:\n\n(a) Freeze:\n\n(i) funds;\n\n(ii) ships;\n\n(b) Report;")
    assert [(block.label, block.depth, block.lead_in) for block in layout.blocks[1:]] == [
        ("(a)", 1, 0),
        ("(i)", 2, 1),
        ("(ii)", 2, 1),
        ("(b)", 1, 0),
    ]


def test_a_heading_does_not_end_a_list() -> None:
    layout = lay_out("We will:\n\nPorts\n\n- open them;\n\nCanals\n\n- clear them.")
    assert [block.lead_in for block in layout.blocks if block.kind is BlockKind.ITEM] == [0, 0]


def test_a_list_run_together_under_a_colon_is_cut() -> None:
    text = (
        "The work has three strands:\n\nOpening ports, canals and locks; Clearing wrecks; and Paying pilots (in time)."
    )
    layout = lay_out(text)
    assert [text[block.start : block.end] for block in layout.blocks[1:]] == [
        "Opening ports, canals and locks;",
        "Clearing wrecks;",
        "Paying pilots (in time).",
    ]
    assert {block.lead_in for block in layout.blocks[1:]} == {0}


def test_numbered_paragraphs_run_together_are_cut() -> None:
    text = "1. Notes the report; 2. Urges all to pay; 3. Decides to meet again in 2014. 4. Thanks the hosts."
    assert [block.label for block in lay_out(text).blocks] == ["1.", "2.", "3.", "4."]


def test_a_year_at_a_sentences_end_is_no_number_of_a_paragraph() -> None:
    assert len(lay_out("We met in May 2014. We met again in June 2015. We will meet in 2016.").blocks) == 1


def test_a_list_of_parties_and_its_footnote() -> None:
    text = (
        "Participants:\n\nRepublic of Albania Kingdom of Norway Ruritania* State of Qatar Japan Hungary\n\n"
        "* One of the participants uses another name for it."
    )
    assert [kind for kind, _ in kinds(text)] == [BlockKind.HEADING, BlockKind.PARTY_LIST, BlockKind.FOOTNOTE]
    assert lay_out(text).blocks[-1].mark == "*"


def test_parties_one_to_a_bullet() -> None:
    text = "The following have joined the pledge:\n\n- Ghana\n\n- European Union\n\n- Mexico"
    assert [kind for kind, _ in kinds(text)][1:] == [BlockKind.PARTY_LIST] * 3


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Mr. Smith met U.S. envoy J. R. Doe Jr. in St. Petersburg. They spoke.", 2),
        ("See resolution No. 5 and art. 3 of it. We agree.", 2),
        ("It rose to 1.5 °C. We act.", 2),
        ("We work with the U.S. The two sides agree.", 2),
        ("He said: “We will. We must.” They left.", 3),
        ("التقى الوزراء. اتفقوا على ذلك.", 2),
    ],
)
def test_sentences_end_where_they_should(text: str, count: int) -> None:
    assert sum(len(block.sentences) for block in lay_out(text).blocks) == count


def _in_order(blocks: tuple[Block, ...]) -> bool:
    return all(first.end <= second.start for first, second in pairwise(blocks))


def test_blocks_and_sentences_cover_the_shared_statements(shared: Path) -> None:
    for path in sorted((shared / "statements").glob("*.txt")):
        layout = lay_out(path.read_text(encoding="utf-8"))
        assert _in_order(layout.blocks), path.name
        assert not any(character.isalnum() for character in _unlabelled(layout)), path.name
        for block in layout.blocks:
            assert all(block.start <= one.start < one.end <= block.end for one in block.sentences), path.name


def _unlabelled(layout: Layout) -> str:
    """What lies between blocks, labels and joining words of lists left out."""
    left, at = [], 0
    for block in layout.blocks:
        gap = layout.text[at : block.start].strip()
        for known in (block.label, "and", "or"):
            gap = gap.replace(known, "", 1).strip() if known else gap
        left.append(gap)
        at = block.end
    return "".join([*left, layout.text[at:]])


@given(st.text(alphabet=st.characters(exclude_categories=("Cs",)), max_size=400))
def test_any_text_is_laid_out(text: str) -> None:
    layout = lay_out(text)
    assert _in_order(layout.blocks)
    assert all(0 <= block.start <= block.end <= len(text) for block in layout.blocks)


_PIECES = st.sampled_from(
    [
        *("1. ", "(a) ", "- ", "* ", "We will:", "\n\n", "\n", "; and ", "Participants:", "“", ")", "—", "2. Urges"),
        *("Ports and Canals", " ", "Norway*", "# title: x\n", "**", "the States shall pay. ", "\r\n", "é", "في "),
    ]
)


@given(st.lists(_PIECES, max_size=30).map("".join))
def test_any_mix_of_marks_is_laid_out(text: str) -> None:
    layout = lay_out(text)
    assert _in_order(layout.blocks)
    assert all(one.start < one.end for block in layout.blocks for one in block.sentences)
