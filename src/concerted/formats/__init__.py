"""Bytes become documents, and readings become records: one file a format."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import replace
from importlib import import_module
from pathlib import PurePath

from concerted.terms.document import LARGEST_FILE, Document
from concerted.terms.errors import UnreadableDocument

LARGEST_TEXT = 1_000_000  # characters

TEXT = "text/plain"
MARKDOWN = "text/markdown"
HTML = "text/html"
PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
AKOMA_NTOSO = "application/akn+xml"

_SUFFIXES = {
    ".txt": TEXT,
    ".text": TEXT,
    ".md": MARKDOWN,
    ".markdown": MARKDOWN,
    ".html": HTML,
    ".htm": HTML,
    ".xhtml": HTML,
    ".pdf": PDF,
    ".docx": DOCX,
    ".akn": AKOMA_NTOSO,
    ".xml": AKOMA_NTOSO,
}
_SYNONYMS = {
    "text/x-markdown": MARKDOWN,
    "application/xhtml+xml": HTML,
    "application/x-pdf": PDF,
    "application/xml": AKOMA_NTOSO,
    "text/xml": AKOMA_NTOSO,
}
# What a server or a browser says when it does not know.
_SAYS_NOTHING = {"", "application/octet-stream", "binary/octet-stream", "application/zip"}
_READERS = {
    TEXT: "text",
    MARKDOWN: "markdown",
    HTML: "html",
    PDF: "pdf",
    DOCX: "docx",
    AKOMA_NTOSO: "akoma_ntoso",
}
_KNOWN = "TXT, Markdown, HTML, PDF, DOCX or Akoma Ntoso"


def open_document(data: bytes, name: str, media_type: str | None = None) -> Document:
    """Open a document of any known format as plain text.

    ``name`` is the file's name or address: it stands in errors and, where the bytes and
    ``media_type`` (with its charset, if any) say nothing, its suffix tells the format.
    Raises UnreadableDocument where the bytes hold no text that can be read.
    """
    if len(data) > LARGEST_FILE:
        raise too_large(name, len(data))
    if not data.strip(b" \t\r\n\f\v\xef\xbb\xbf\xfe\xff\x00"):
        raise UnreadableDocument("the file is empty", where=name, expected="the text of a statement")
    kind = _format_of(data, name, media_type)
    read: Callable[[bytes, str, str], Document] = import_module(f"concerted.formats.{_READERS[kind]}").read
    document = read(data, name, _charset(media_type))
    if not document.text.strip():
        raise UnreadableDocument("there is no text in the file", where=name, expected="the text of a statement")
    if len(document.text) > LARGEST_TEXT:
        raise UnreadableDocument(
            f"the text has {len(document.text):,} characters", where=name, expected=f"at most {LARGEST_TEXT:,}"
        )
    return replace(document, media_type=kind, sha256=hashlib.sha256(data).hexdigest(), source=document.source or name)


def too_large(name: str, size: int) -> UnreadableDocument:
    """Build the error for a file of too many bytes."""
    return UnreadableDocument(
        f"the file has {size:,} bytes", where=name, expected=f"at most {LARGEST_FILE // 1_000_000} MB"
    )


def _format_of(data: bytes, name: str, media_type: str | None) -> str:
    """Tell the format: by what the bytes are, then by what the carrier says, then by the name."""
    if b"%PDF-" in data[:1024]:
        return PDF
    if b"<akomaNtoso" in data[:4096]:
        return AKOMA_NTOSO
    if data.startswith(b"PK\x03\x04"):
        return DOCX
    if data.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        raise UnreadableDocument(
            "the file is protected by a password or from Word before 2007", where=name, expected="an open DOCX file"
        )
    declared = (media_type or "").partition(";")[0].strip().lower()
    declared = _SYNONYMS.get(declared, declared)
    suffix = _SUFFIXES.get(PurePath(name.partition("?")[0]).suffix.lower())
    if declared in _SAYS_NOTHING:
        declared = suffix or (HTML if _starts_as_html(data) else TEXT)
    elif declared == TEXT and suffix == MARKDOWN:
        declared = MARKDOWN  # servers send Markdown as plain text
    if declared == AKOMA_NTOSO and _starts_as_html(data):
        declared = HTML  # XHTML is XML, too
    if declared not in _READERS:
        raise UnreadableDocument(f"the format {declared} is not known", where=name, expected=_KNOWN)
    if declared in (PDF, DOCX):
        raise UnreadableDocument(f"the file is no {_READERS[declared].upper()}", where=name, expected=_KNOWN)
    return declared


def _starts_as_html(data: bytes) -> bool:
    start = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return start.startswith((b"<!doctype html", b"<html")) or (start.startswith(b"<?xml") and b"<html" in start)


def _charset(media_type: str | None) -> str:
    """Read the charset out of a Content-Type; an empty string where none is named."""
    for parameter in (media_type or "").split(";")[1:]:
        key, _, value = parameter.partition("=")
        if key.strip().lower() == "charset":
            return value.strip().strip("\"'").lower()
    return ""
