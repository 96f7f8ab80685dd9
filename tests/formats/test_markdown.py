"""Markdown: what a reader of the page would see, in the plain layout."""

from __future__ import annotations

from datetime import date

import pytest

from concerted.formats import open_document

TEXT = r"""---
title: "Harbour Statement"
date: 2031-05-02
lang: en-GB
---
Harbour Statement
=================

<!-- draft -->
**Port Royal**, 2 May 2031

We, the *ministers* of Arcadia and [Borduria](https://b.example/x_(y)), met at snake_case bay[^1] and
pledged \*all\* we have; see <https://a.example/p>. 2 * 3 * 4.

## Next steps ##

We intend to:
* pledge 12 million crowns
  for the harbours;
+ __meet__ again;

    - within 90 days

1. report
2) invite

> We quote
> the Pact.

| State | Minister |
|---|:--:|
| Arcadia | A. Bell |
| Borduria | C. **Dorn** |

***

Arcadia\
Borduria<br>Syldavia

[^1]: On 1 May.
"""


def test_markdown_becomes_the_plain_layout() -> None:
    assert open_document(TEXT.encode(), "h.md").text.split("\n\n") == [
        "# Harbour Statement",
        "Port Royal, 2 May 2031",
        "We, the ministers of Arcadia and Borduria, met at snake_case bay¹ and pledged *all* we have; see "
        "https://a.example/p. 2 * 3 * 4.",
        "## Next steps",
        "We intend to:",
        "- pledge 12 million crowns for the harbours;",
        "- meet again;",
        "- within 90 days",
        "1. report",
        "2) invite",
        "We quote the Pact.",
        "State | Minister\n- Arcadia | A. Bell\n- Borduria | C. Dorn",
        "* * *",
        "Arcadia\nBorduria\nSyldavia",
        "¹ On 1 May.\n",
    ]


def test_the_front_matter_is_the_carrier() -> None:
    document = open_document(TEXT.encode(), "h.md")
    assert (document.title, document.given_date, document.language) == ("Harbour Statement", date(2031, 5, 2), "en")


@pytest.mark.parametrize(("name", "media_type"), [("h.markdown", None), ("h", "text/markdown"), ("h.md", "text/plain")])
def test_markdown_is_told_by_name_or_media_type(name: str, media_type: str | None) -> None:
    document = open_document(b"We **pledge**.", name, media_type)
    assert (document.text, document.media_type) == ("We pledge.\n", "text/markdown")


@pytest.mark.parametrize("words", ["*", "**", "[a](", "_x", "`", "> ", "| a |\n|---|", "\\", "![", "~~"])
def test_unfinished_marks_never_crash(words: str) -> None:
    assert "We pledge." in open_document(f"We pledge.\n\n{words}".encode(), "x.md").text


def test_an_asterisk_that_explains_a_name_is_no_bullet() -> None:
    text = "* one\n* two\n\nArcadia, Borduria* and Syldavia met.\n\n* Under another name until 2030.\n"
    assert open_document(text.encode(), "n.md").text.split("\n\n") == [
        "- one",
        "- two",
        "Arcadia, Borduria* and Syldavia met.",
        "* Under another name until 2030.\n",
    ]
