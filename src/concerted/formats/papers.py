"""Files that people hand round at meetings: of which kind they are, by what is in them and not by their names."""

from __future__ import annotations

import io
import zipfile

from concerted.terms.document import LARGEST_FILE
from concerted.terms.errors import UnreadableDocument

_OFFICE = "application/vnd.openxmlformats-officedocument"
_MAGIC = {
    b"%PDF-": "application/pdf",
    b"\x89PNG\r\n\x1a\n": "image/png",
    b"\xff\xd8\xff": "image/jpeg",
}
# What stands in a zipped document of each kind.
_PARTS = {
    "word/document.xml": f"{_OFFICE}.wordprocessingml.document",
    "xl/workbook.xml": f"{_OFFICE}.spreadsheetml.sheet",
    "ppt/presentation.xml": f"{_OFFICE}.presentationml.presentation",
}
_OPEN = {
    f"application/vnd.oasis.opendocument.{one}".encode(): f"application/vnd.oasis.opendocument.{one}"
    for one in ("text", "spreadsheet", "presentation")
}
_KNOWN = "PDF, DOCX, XLSX, PPTX, ODT, ODS, ODP, PNG, JPEG or plain text"


def media_type(data: bytes, name: str) -> str:
    """Tell the kind of a file from its bytes; ``name`` stands in errors alone.

    Raises UnreadableDocument for a file that is empty, larger than ``LARGEST_FILE``, has macros or is of no kind that
    anybody could be expected to open.
    """
    if not data:
        raise UnreadableDocument("the file is empty", where=name, expected=_KNOWN)
    if len(data) > LARGEST_FILE:
        raise UnreadableDocument(
            f"the file has {len(data):,} bytes", where=name, expected=f"at most {LARGEST_FILE // 1_000_000} MB"
        )
    for magic, kind in _MAGIC.items():
        if data.startswith(magic):
            return kind
    if data.startswith(b"PK\x03\x04"):
        return _zipped(data, name)
    try:
        words = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        words = "\0"
    if "\0" in words or words.lstrip()[:1] == "<":
        raise UnreadableDocument("the file is of no kind that is taken", where=name, expected=_KNOWN)
    return "text/plain; charset=utf-8"


def _zipped(data: bytes, name: str) -> str:
    """Tell the kind of a zipped document by its parts, of which none is unpacked but the short one that says it."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            names = set(parts.namelist())
            said = b""
            if "mimetype" in names and parts.getinfo("mimetype").file_size < 100:
                said = parts.read("mimetype").strip()
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError) as error:
        raise UnreadableDocument("the file is damaged", where=name, expected=_KNOWN) from error
    if any(one.endswith("vbaProject.bin") or one.startswith("Basic/") for one in names):
        raise UnreadableDocument("the file has macros", where=name, expected="a file without macros")
    found = _OPEN.get(said) or next((kind for part, kind in _PARTS.items() if part in names), None)
    if found is None:
        raise UnreadableDocument("the file is of no kind that is taken", where=name, expected=_KNOWN)
    return found
