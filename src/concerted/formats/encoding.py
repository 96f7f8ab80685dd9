"""Bytes become characters, or a clear error: a wrong guess would change names in silence."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from typing import BinaryIO

from concerted.terms.errors import UnreadableDocument

_MARKS = (  # UTF-32 first: its mark begins with that of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# What Windows-1252 has beyond ASCII in a text of Western Europe: letters, and signs that typesetters use.
_PLAUSIBLE = re.compile(r"[\x00-\x7fÀ-ÖØ-öø-ÿŒœŠšŽžŸ‘’“”‚„–—…•«»€£§©®°·ª º¿¡†‡™‹›¹²³½¼¾´\xa0\xad]*\Z")
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
# One stray control character comes out of old converters; more than one in a hundred is no text.
_MOST_CONTROLS = 0.01
_PIECE = 1 << 20  # bytes


def characters(data: bytes, name: str, charset: str = "") -> str:
    """Decode the bytes of a text; line ends become ``\\n`` and a byte-order mark goes, nothing else changes.

    A byte-order mark decides, then ``charset`` if the carrier names one, then UTF-8, then
    Windows-1252 where every byte makes sense in it. Raises UnreadableDocument for any other
    encoding and for bytes that are no text.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            text = _strictly(data[len(mark) :], encoding, name)
            break
    else:
        if b"\x00" in data:
            line = data.count(b"\n", 0, data.index(b"\x00")) + 1
            raise UnreadableDocument(f"binary data (a NUL byte in line {line})", where=name, expected="text")
        text = _strictly(data, charset, name) if _is_known(charset) else _guessed(data, name)
    if "\x00" in text or len(_CONTROL.findall(text)) > _MOST_CONTROLS * len(text):
        raise UnreadableDocument("binary data (control characters)", where=name, expected="text")
    return text.replace("\r\n", "\n").replace("\r", "\n").removeprefix("\ufeff")


def _is_known(charset: str) -> bool:
    try:
        return charset != "" and bool(codecs.lookup(charset))
    except LookupError:
        return False


def _strictly(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise UnreadableDocument(
            f"wrong encoding: byte {error.start} (line {line}) is not {encoding.upper()}",
            where=name,
            expected="UTF-8, UTF-16 with a byte-order mark, or Windows-1252",
        ) from error


def _guessed(data: bytes, name: str) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    # A file that is UTF-8 but for a damaged place has whole multi-byte characters besides.
    rescued = data.decode("utf-8", "surrogateescape")
    beyond = _BEYOND_ASCII.findall(rescued)
    damaged = sum("\udc80" <= character <= "\udcff" for character in beyond)
    western = data.decode("cp1252", "replace")
    rare = len(_BEYOND_ASCII.findall(western)) < 0.15 * len(western)
    if damaged > len(beyond) - damaged and rare and _PLAUSIBLE.match(western):
        return western
    return _strictly(data, "utf-8", name)


def encoding(file: BinaryIO, name: str) -> str:
    """Tell the encoding of a file by the rules of ``characters``, reading it through a piece at a time.

    Its place is after a byte-order mark, or its start. Raises UnreadableDocument.
    """
    file.seek(0)
    start = file.read(4)
    for mark, said in _MARKS:
        if start.startswith(mark):
            file.seek(len(mark))
            return said
    try:
        decoder = codecs.getincrementaldecoder("utf-8")()
        for piece in _pieces(file):
            if b"\x00" in piece:
                raise UnreadableDocument("binary data (a NUL byte)", where=name, expected="text")
            decoder.decode(piece)
        decoder.decode(b"", final=True)
        said = "utf-8"
    except UnicodeDecodeError:
        for piece in _pieces(file):
            if _guessed(piece, name) != piece.decode("cp1252", "replace"):
                _strictly(b"\xff", "utf-8", name)  # Some of it is UTF-8, the rest is not.
        said = "cp1252"
    file.seek(0)
    return said


def _pieces(file: BinaryIO) -> Iterator[bytes]:
    """Give a file in pieces of whole lines."""
    file.seek(0)
    while piece := file.read(_PIECE):
        yield piece + file.readline(_PIECE)
