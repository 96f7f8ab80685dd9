"""Plain text: characters stay, encodings are told apart or refused, the carrier's header is read."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from concerted.formats import LARGEST_TEXT, open_document
from concerted.terms.document import LARGEST_FILE
from concerted.terms.errors import UnreadableDocument

SENTENCE = "Ministers welcomed Señor Núñez’s plan — “a first step” — and pledged €5 million.\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_characters_stay_in_every_encoding(encoding: str, line_end: str) -> None:
    data = (SENTENCE * 2).replace("\n", line_end).encode(encoding)
    assert open_document(data, "plan.txt").text == SENTENCE * 2


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n\t"), min_size=1))
def test_utf8_keeps_every_character(text: str) -> None:
    if not text.strip() or text.startswith("\ufeff"):
        return
    assert open_document(text.encode(), "any.txt", "text/plain").text == text


def test_a_declared_charset_is_taken_at_its_word() -> None:
    data = "التزم الوزراء بالخطة".encode("cp1256")
    assert open_document(data, "a.txt", "text/plain; charset=windows-1256").text == "التزم الوزراء بالخطة"


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"", "empty"),
        (b" \n\t\r\n", "empty"),
        ("\u2003\u00a0\n".encode(), "no text"),
        (b"\xef\xbb\xbf", "empty"),
        (b"MZ\x90\x00\x03\x00\x00\x00\x04\x00", "binary data"),
        (b"\x01\x02\x03\x04 hello", "binary data"),
        (SENTENCE.encode("utf-16-le"), "binary data"),
        (SENTENCE.encode()[:30] + b"\xe2\x80" + SENTENCE.encode()[30:], "wrong encoding: byte"),
        ("Министры обязались и впредь действовать вместе".encode("koi8-r"), "wrong encoding: byte"),
        ("التزم الوزراء بالخطة".encode("cp1256"), "wrong encoding: byte"),
        (b"\xff\xfeA", "wrong encoding"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "protected by a password or from Word before 2007"),
    ],
)
def test_what_is_no_text_is_refused_on_one_line(data: bytes, what: str) -> None:
    with pytest.raises(UnreadableDocument) as caught:
        open_document(data, "odd.txt")
    message = str(caught.value)
    assert what in message
    assert message.startswith("odd.txt: ")
    assert "; expected " in message
    assert "\n" not in message


def test_a_charset_that_does_not_fit_is_refused() -> None:
    with pytest.raises(UnreadableDocument, match="is not ASCII"):
        open_document(SENTENCE.encode(), "a.txt", "text/plain; charset=ascii")


def test_too_much_is_refused() -> None:
    with pytest.raises(UnreadableDocument, match="the file has 20,000,001 bytes; expected at most 20 MB"):
        open_document(b"x" * (LARGEST_FILE + 1), "large.txt")
    with pytest.raises(UnreadableDocument, match="1,000,001 characters"):
        open_document(b"x" * (LARGEST_TEXT + 1), "long.txt")


@pytest.mark.parametrize("media_type", ["image/png", "application/msword", "video/mp4; codecs=avc1"])
def test_an_unknown_format_names_the_known_ones(media_type: str) -> None:
    with pytest.raises(
        UnreadableDocument, match="is not known; expected TXT, Markdown, HTML, PDF, DOCX or Akoma Ntoso"
    ):
        open_document(b"words", "file", media_type)


@pytest.mark.parametrize("name", ["a.pdf", "a.docx"])
def test_a_name_that_promises_another_format_is_refused(name: str) -> None:
    with pytest.raises(UnreadableDocument, match="the file is no"):
        open_document(b"words", name)


def test_the_header_stays_in_the_text_and_is_read() -> None:
    text = (
        "# source: archive of Arcadia, box 7; 15 August 2031; complete\n# title: Harbour Statement\n# language: fr\n"
        "\n# Heading: not a header\n\nNous nous engageons."
    )
    document = open_document(text.encode(), "h.txt")
    assert document.text == text
    assert (document.source, document.given_date) == ("archive of Arcadia, box 7", date(2031, 8, 15))
    assert (document.title, document.language) == ("Harbour Statement", "fr")


@pytest.mark.parametrize(
    ("note", "day"),
    [
        ("x; 2031-11-01; complete", date(2031, 11, 1)),
        ("x; 2031-11; complete", None),
        ("x; 2031; complete", None),
        ("x; 2031-02-30", None),
        ("x; 2031-11-01; 2031-11-02", None),
        ("x", None),
    ],
)
def test_only_a_whole_and_single_date_is_given(note: str, day: date | None) -> None:
    document = open_document(f"# source: {note}\n\nWe pledge.".encode(), "d.txt")
    assert document.given_date == day
    assert document.source == ("x" if day else note)


def test_without_a_header_the_name_is_the_source() -> None:
    document = open_document(b"We pledge.", "pledge.txt")
    assert (document.source, document.title, document.given_date) == ("pledge.txt", "", None)
    assert len(document.sha256) == 64
