"""Where a command takes a document from: a file, standard input or an address."""

from __future__ import annotations

import re
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from concerted.formats import open_document, too_large
from concerted.terms.document import LARGEST_FILE
from concerted.terms.errors import UnreadableDocument

if TYPE_CHECKING:
    from datetime import date

    from concerted.reading.facts import Reading
    from concerted.terms.document import Document

STANDARD_INPUT = "-"
_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)


def open_source(source: str) -> tuple[bytes, Document]:
    """Open what a person names on the command line; gives the bytes as they came and the document.

    Raises UnreadableDocument or AddressRefused, each in one line. Never reads more than the
    largest file that is allowed, also from a pipe or a device.
    """
    if _ADDRESS.match(source):
        from concerted.feeds.address import fetch

        found = fetch(source)
        return found.data, open_document(found.data, found.address, found.media_type)
    data = source_bytes(source)
    document = open_document(data, "standard input" if source == STANDARD_INPUT else source)
    if document.source == source:  # where a file lies on one machine says nothing on another
        document = replace(document, source=Path(source).name)
    return data, document


def source_bytes(source: str) -> bytes:
    """Read a file or standard input, a little more than the largest file at most."""
    return sys.stdin.buffer.read(LARGEST_FILE + 1) if source == STANDARD_INPUT else _file(source)


def read_source(source: str, slug: str, given: date | None) -> tuple[bytes, Document, Reading]:
    """Open and read a statement of a coalition of the register; raises whatever is wrong with it."""
    from concerted.cli.site import acting
    from concerted.reading.acceptance import require_statement
    from concerted.reading.read import read
    from concerted.register import queries
    from concerted.terms.coalition_file import coalition

    data, document = open_source(source)
    reading = read(document, given_date=given, coalition=queries.coalition_terms(acting(), slug) or coalition(slug))
    require_statement(reading, where=document.source)
    return data, document, reading


def _file(path: str) -> bytes:
    expected = "a file, an address, or - for standard input"
    try:
        with open(path, "rb") as file:
            size = file.seek(0, 2) if file.seekable() else 0
            if size > LARGEST_FILE:
                raise too_large(path, size)
            if size:
                file.seek(0)
            return file.read(LARGEST_FILE + 1)
    except FileNotFoundError as error:
        raise UnreadableDocument("there is no such file", where=path, expected=expected) from error
    except IsADirectoryError as error:
        raise UnreadableDocument("this is a folder", where=path, expected=expected) from error
    except PermissionError as error:
        raise UnreadableDocument("the file may not be read", where=path, expected="a file you may read") from error
    except (OSError, ValueError) as error:
        raise UnreadableDocument(f"the file cannot be read ({error})", where=path, expected=expected) from error
