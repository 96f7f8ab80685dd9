"""A reading as people have left it."""

from __future__ import annotations

from concerted.formats.decisions import Decision, Reviewed, standing
from concerted.reading.read import read
from concerted.terms.document import Document

TEXT = "Norway pledged $2 million for pilots and $3 million for locks. Ghana condemned the raids."


def test_what_is_rejected_is_left_out_and_no_act_names_it() -> None:
    reading = read(Document(TEXT))
    assert [[reading.sums[place].value for place in act.sums] for act in reading.acts] == [[2_000_000, 3_000_000], []]
    decisions = (Decision("sums", 0, "rejected"), Decision("acts", 1, "rejected"), Decision("sums", 1, "accepted"))
    left = standing(Reviewed(reading, decisions))
    assert [one.value for one in left.sums] == [3_000_000]
    assert [[left.sums[place].value for place in act.sums] for act in left.acts] == [[3_000_000]]
    assert (left.participants, left.passed_over, left.text) == (reading.participants, reading.passed_over, TEXT)


def test_what_nobody_rejected_stands_as_it_was_read() -> None:
    reading = read(Document(TEXT))
    assert standing(Reviewed(reading)) == reading
