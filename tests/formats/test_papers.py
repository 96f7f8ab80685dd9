"""Papers: each file is of the kind that its bytes say, or refused."""

from __future__ import annotations

import io
import zipfile

import pytest

from concerted.formats import papers
from concerted.formats.papers import media_type
from concerted.terms.errors import UnreadableDocument


def zipped(**parts: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        for name, data in parts.items():
            file.writestr(name.replace("__", "/"), data)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7 ...", "application/pdf"),
        (b"\x89PNG\r\n\x1a\n...", "image/png"),
        (b"\xff\xd8\xff\xe0", "image/jpeg"),
        ("Nine buoys – à voir".encode(), "text/plain; charset=utf-8"),
        (
            zipped(**{"word__document.xml": b"<w/>"}),
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ),
        (
            zipped(mimetype=b"application/vnd.oasis.opendocument.spreadsheet"),
            "application/vnd.oasis.opendocument.spreadsheet",
        ),
    ],
)
def test_a_file_is_what_its_bytes_say(data: bytes, kind: str) -> None:
    assert media_type(data, "minutes.exe") == kind


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b"MZ\x90\x00\x03", "no kind"),
        (b"\n <html><script>", "no kind"),
        (b"PK\x03\x04 and then nothing", "damaged"),
        (zipped(**{"notes.txt": b"A bundle"}), "no kind"),
        (zipped(**{"word__document.xml": b"<w/>", "word__vbaProject.bin": b"x"}), "macros"),
    ],
)
def test_what_nobody_should_open_is_refused(data: bytes, words: str) -> None:
    with pytest.raises(UnreadableDocument, match=words) as refused:
        media_type(data, "cost.pdf")
    assert refused.value.where == "cost.pdf" and refused.value.expected


def test_a_file_may_be_so_large_and_no_larger(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(papers, "LARGEST_FILE", 10)
    assert media_type(b"ten bytes.", "a.txt")
    with pytest.raises(UnreadableDocument, match="11 bytes"):
        media_type(b"one too many"[:11], "a.txt")
