"""``concerted convert``: read back what was written of a reading, and write it in another form."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from concerted.cli.forms import FORMS, options, write
from concerted.cli.source import open_source, source_bytes
from concerted.terms.errors import UnreadableDocument

if TYPE_CHECKING:
    from concerted.formats.decisions import Reviewed

_EXPECTED = "a record (JSON), annotations (JSON-LD), an Akoma Ntoso document or tables (CSV)"


@click.command("convert", short_help="Write what was read in another form.")
@click.argument("record", metavar="RECORD")
@click.argument("text", metavar="[STATEMENT]", required=False)
@click.option("--format", "form", type=click.Choice(FORMS), default="table", show_default=True, help="How to write it.")
@options
def command(record: str, text: str | None, form: str, output: str | None, schema: str | None) -> None:
    """Read back what was written of a reading, check every passage, and write it in another form.

    RECORD is a file that `concerted read` or the site wrote: JSON or annotations, which need the
    STATEMENT that they were made from beside them; Akoma Ntoso; tables in a folder or a ZIP file.
    Decisions that people made go along.
    """
    write(read_back(record, text), form, output, schema)


def read_back(record: str, text: str | None) -> Reviewed:
    """Read a reading and its decisions back; raises UnreadableDocument for anything that is none."""
    from concerted.formats import tables

    if os.path.isdir(record):
        return tables.reviewed_of(tables.in_folder(Path(record)))
    data = source_bytes(record)
    if data.startswith(b"PK\x03\x04"):
        return tables.reviewed_of(tables.unzipped(data, record))
    if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        from concerted.formats.akoma_ntoso import statement

        return statement.reviewed_of(data, record)
    return _of_json(data, record, text)


def _of_json(data: bytes, record: str, text: str | None) -> Reviewed:
    from concerted.formats import annotation_reading
    from concerted.formats import record as records

    try:
        stored: Any = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise UnreadableDocument("this is no record", where=record, expected=_EXPECTED) from error
    if not isinstance(stored, dict):
        raise UnreadableDocument("this is no record", where=record, expected=_EXPECTED)
    if text is None:
        raise UnreadableDocument(
            "it holds no text", where=record, expected="the statement that it was made from, named after it"
        )
    words = open_source(text)[1].text
    if annotation_reading.is_annotations(stored):
        return annotation_reading.reviewed_of(stored, words)
    return records.reviewed_of(stored, words)
