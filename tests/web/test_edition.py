from __future__ import annotations

import re
from html import unescape

from hypothesis import given
from hypothesis import strategies as st

from concerted.web.edition import Mark, Span, as_html, weave


def mark(start: int, end: int, number: int) -> Mark:
    return Mark(start, end, number, str(number), "commitment", "act kind-commitment")


def test_an_act_inside_an_act_is_a_span_inside_a_span() -> None:
    (outer,) = weave([mark(5, 9, 2), mark(0, 10, 1)], 0, 12)
    assert outer.mark.id == 1
    assert [child.mark.id for child in outer.children] == [2]


def test_a_mark_over_the_end_of_its_paragraph_is_cut_there_and_keeps_one_anchor() -> None:
    across = mark(4, 20, 1)
    (head,) = weave([across], 0, 10)
    (tail,) = weave([across], 12, 30)
    assert (head.start, head.end, head.first) == (4, 10, True)
    assert (tail.start, tail.end, tail.first) == (12, 20, False)


def test_crossing_marks_are_cut_where_they_cross() -> None:
    html = as_html("We pledge aid and more", weave([mark(3, 13, 1), mark(10, 22, 2)], 0, 22), 0, 22)
    assert html.count('id="p2"') == 1
    assert html.count("<span") == html.count("</span>") == 3


def test_text_is_escaped_and_numbers_name_their_kind() -> None:
    html = as_html("a <b> & c", weave([mark(2, 5, 7)], 0, 9), 0, 9)
    assert "&lt;b&gt;" in html
    assert 'aria-label="7: commitment"' in html


def test_words_that_are_not_numbered_are_themselves_the_way_to_their_note() -> None:
    inner, outer = (
        Mark(2, 4, 5, "°", "sum", "fact", numbered=False),
        Mark(0, 6, 6, "°", "meeting", "fact", numbered=False),
    )
    html = as_html("abcdef", weave([outer, inner], 0, 6), 0, 6)
    assert '<a id="p5" class="fact" href="#n5">cd</a>' in html
    assert '<span id="p6" class="fact"><a class="siglum"' in html


def leaves(spans: tuple[Span, ...]) -> list[Span]:
    return [span for top in spans for span in (top, *leaves(top.children))]


@given(st.text(min_size=1, max_size=60), st.lists(st.tuples(st.integers(0, 60), st.integers(1, 30)), max_size=8))
def test_no_letter_is_lost_and_every_mark_is_covered(text: str, places: list[tuple[int, int]]) -> None:
    marks = [
        mark(start, min(start + length, len(text)), number)
        for number, (start, length) in enumerate(places, 1)
        if start < len(text)
    ]
    spans = weave(marks, 0, len(text))
    html = as_html(text, spans, 0, len(text))
    bare = unescape(re.sub(r"<a class=.*?</a>|</?span[^>]*>", "", html, flags=re.S))
    assert bare == text
    for each in marks:
        pieces = sorted((s.start, s.end) for s in leaves(spans) if s.mark == each)
        assert pieces[0][0] == each.start
        assert pieces[-1][1] == each.end
        assert sum(end - start for start, end in pieces) == each.end - each.start
        assert html.count(f'id="p{each.id}"') == 1
