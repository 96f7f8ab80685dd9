"""Web pages: the statement comes out in the plain layout, the page around it does not."""

from __future__ import annotations

import random
from datetime import date

import pytest

from concerted.formats import open_document
from concerted.terms.errors import UnreadableDocument

PAGE = """<!doctype html><html lang="en-GB"><head><meta charset="utf-8">
<title>Harbour Statement | Arcadia Foreign Office</title>
<meta property="og:site_name" content="Arcadia Foreign Office">
<meta property="article:published_time" content="2031-05-02T09:00:00+00:00">
<link rel="canonical" href="https://arcadia.example/statements/harbour">
<style>p { color: red }</style></head><body>
<header><nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li></ul></nav></header>
<main><article><h1>Harbour Statement</h1><p>2 May 2031</p>
<p>We, the ministers of Arcadia, Borduria and Syldavia, met in Port Royal on 1 May 2031<sup>1</sup>. We welcome the
<em>progress</em> made since the last meeting and reaffirm our commitment to keeping the har&shy;bours open.</p>
<h2>Next steps</h2><p>We intend to:</p>
<ul><li>pledge 12 million crowns;</li><li>meet again within 90 days; <b>and</b></li></ul>
<ol start="3"><li>report every year</li><li><p>invite others.</p></li></ol><ol type="a"><li>by letter</li></ol>
<table><tr><th>State</th><th>Minister</th></tr><tr><td>Arcadia</td><td>A. Bell</td></tr>
<tr><td>Borduria</td><td>C.&nbsp;Dorn</td></tr></table>
<hr><p>Arcadia<br>Borduria<br><br>Syldavia</p><p hidden>Draft 7</p></article>
<aside><p>Share this page with your friends</p></aside></main>
<footer><p>Copyright Arcadia 2029. Write to the press office.</p></footer>
<script>var date = "2030-01-01"</script></body></html>"""


def test_a_page_becomes_the_plain_layout() -> None:
    document = open_document(PAGE.encode(), "harbour.html")
    assert document.text.split("\n\n") == [
        "# Harbour Statement",
        "2 May 2031",
        "We, the ministers of Arcadia, Borduria and Syldavia, met in Port Royal on 1 May 2031¹. We welcome the "
        "progress made since the last meeting and reaffirm our commitment to keeping the harbours open.",
        "## Next steps",
        "We intend to:",
        "- pledge 12 million crowns;",
        "- meet again within 90 days; and",
        "3. report every year",
        "4. invite others.",
        "a. by letter",
        "State | Minister\n- Arcadia | A. Bell\n- Borduria | C. Dorn",
        "* * *",
        "Arcadia\nBorduria",
        "Syldavia\n",
    ]


def test_title_date_language_and_address_come_from_the_metadata() -> None:
    document = open_document(PAGE.encode(), "harbour.html")
    assert (document.title, document.language) == ("Harbour Statement", "en")
    assert (document.given_date, document.source) == (date(2031, 5, 2), "https://arcadia.example/statements/harbour")


@pytest.mark.parametrize(
    "head",
    [
        '<meta name="DC.date.issued" content="2031-05-02">',
        '<meta name="date" content="2 May 2031">',
        '<script type="application/ld+json">{"@graph": [{"datePublished": "2031-05-02T10:00:00Z"}]}</script>',
        '<script type="application/ld+json">{"datePublished": "2031-05-02"}</script>',
        '<time itemprop="datePublished" datetime="2031-05-02"></time>',
    ],
)
def test_the_day_of_publication_is_found_where_pages_say_it(head: str) -> None:
    page = f"<html><head>{head}</head><body><p>We pledge to act on 3 June 2031.</p></body></html>"
    assert open_document(page.encode(), "p.html").given_date == date(2031, 5, 2)


@pytest.mark.parametrize(
    "head",
    ['<script type="application/ld+json">{"datePublished"</script>', '<meta name="date" content="soon">', "<meta>"],
)
def test_a_date_in_the_words_is_never_the_carriers(head: str) -> None:
    page = f"<html><head>{head}</head><body><p>We pledge to act. 3 June 2031.</p></body></html>"
    assert open_document(page.encode(), "p.html").given_date is None


@pytest.mark.parametrize(
    ("page", "media_type"),
    [
        ('<html><head><meta charset="windows-1252"></head><body><p>Señor Núñez pledged.</p></body></html>', None),
        ("<p>Señor Núñez pledged.</p>", "text/html; charset=windows-1252"),
    ],
)
def test_the_charset_is_taken_from_the_page_or_its_carrier(page: str, media_type: str | None) -> None:
    assert "Señor Núñez" in open_document(page.encode("cp1252"), "p.html", media_type).text


def test_layout_tables_fall_apart_into_their_paragraphs() -> None:
    page = "<table><tr><td><p>We pledge one thing.</p><p>We pledge another.</p></td></tr></table>"
    assert open_document(page.encode(), "t.html").text == "We pledge one thing.\n\nWe pledge another.\n"


@pytest.mark.parametrize("page", ["<html><body></body></html>", "<!doctype html><script>x()</script>", "<!-- only -->"])
def test_a_page_without_words_is_refused(page: str) -> None:
    with pytest.raises(UnreadableDocument, match="there is no text"):
        open_document(page.encode(), "empty.html")


def test_broken_markup_never_crashes() -> None:
    tags = ("p", "li", "ul", "ol", "table", "tr", "td", "sup", "h2")
    parts = ["word", "<br>", "<hr>", *(f"<{tag}>" for tag in tags), *(f"</{tag}>" for tag in tags)]
    chance = random.Random(7)  # noqa: S311  # a fixed seed: the same pages every time
    for _ in range(100):
        page = "word" + " ".join(chance.choices(parts, k=40))
        assert "word" in open_document(page.encode(), "broken.html").text


def test_a_page_that_nests_without_end_is_answered() -> None:
    page = "<div>" * 100_000 + "We pledge." + "</div>" * 100_000
    with pytest.raises(UnreadableDocument, match="there is no text"):
        open_document(page.encode(), "deep.html")
