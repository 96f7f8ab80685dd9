"""Nothing is dropped in silence: each sentence is at least one act or is passed over with a reason."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from concerted.reading.blocks import lay_out
from concerted.reading.facts import Reading
from concerted.reading.read import read
from concerted.terms.document import Document


def unaccounted(found: Reading) -> list[str]:
    """The sentences that no act and no passed-over passage touches."""
    spans = sorted(
        [(act.passage.start, act.passage.end) for act in found.acts]
        + [(passed.passage.start, passed.passage.end) for passed in found.passed_over]
    )
    return [
        found.text[sentence.start : sentence.end]
        for block in lay_out(found.text, found.statement.language).blocks
        for sentence in block.sentences
        if not any(start < sentence.end and sentence.start < end for start, end in spans)
    ]


def misquoted(found: Reading) -> list[str]:
    """The passages whose words are not those of their place."""
    passages = [act.passage for act in found.acts] + [passed.passage for passed in found.passed_over]
    passages += [act.due for act in found.acts if act.due] + [act.lead_in for act in found.acts if act.lead_in]
    return [one.quote for one in passages if found.text[one.start : one.end] != one.quote]


def test_every_sentence_of_the_shared_statements_is_accounted_for(shared: Path) -> None:
    paths = sorted((shared / "statements").glob("*.txt"))
    assert paths
    for path in paths:
        found = read(Document(path.read_text(encoding="utf-8")))
        assert unaccounted(found) == [], path.name
        assert misquoted(found) == [], path.name


def test_acts_stand_in_the_order_of_the_text_and_overlap_only_when_nested(shared: Path) -> None:
    for path in sorted((shared / "statements").glob("*.txt"))[::7]:
        acts = read(Document(path.read_text(encoding="utf-8"))).acts
        for before, after in pairwise(acts):
            assert before.passage.start <= after.passage.start, (path.name, after.passage.quote)
            apart = before.passage.end <= after.passage.start
            assert apart or after.passage.end <= before.passage.end, (path.name, after.passage.quote)


_LINE = (
    "We welcome the report and urge will , that must Participants noted ( ) : ; “ ” — to continue which Norway are "
    "committed not . - 1. need is Recalling Decides follows he it of remain being why This U.S. ' ’s é قرر"
)
_WORDS = st.sampled_from([*_LINE.split(), "\n\n", "as follows"])


@settings(max_examples=300, deadline=None)
@given(st.lists(_WORDS, max_size=40).map(" ".join))
def test_any_mix_of_words_is_read_and_accounted_for(text: str) -> None:
    found = read(Document(text))
    assert unaccounted(found) == []
    assert misquoted(found) == []


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet=st.characters(exclude_categories=("Cs",)), max_size=300))
def test_any_text_is_read(text: str) -> None:
    assert misquoted(read(Document(text))) == []
