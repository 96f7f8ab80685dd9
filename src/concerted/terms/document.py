"""A document after its format is gone: plain text with the layout that readers rely on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

# In bytes. A statement of this size does not exist; what is larger is something else.
LARGEST_FILE = 20_000_000


@dataclass(frozen=True, slots=True)
class Document:
    """The text of one document and what its carrier says about it.

    ``text`` is what is stored and what every passage points into: Unicode NFC is *not*
    applied, line ends are ``\\n``. Every format is brought to one layout: paragraphs
    stand apart by a blank line, list items start with ``- `` or their own number,
    headings with ``#`` marks. ``title``, ``source`` and ``given_date`` come from the
    carrier (a file's header, HTML metadata), never from the body.
    """

    text: str
    media_type: str = "text/plain"
    title: str = ""
    source: str = ""
    given_date: date | None = None
    language: str = ""
    sha256: str = ""
