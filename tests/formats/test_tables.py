"""Tables: cells that no spreadsheet takes for a formula, and rows that people have moved about."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from concerted.formats import open_document, tables
from concerted.formats.cells import bare, cells, field, guarded
from concerted.formats.decisions import Reviewed
from concerted.reading.read import read
from concerted.terms.errors import UnreadableDocument
from tests.formats.readings import rejected

TEXT = """Harbour Statement

We, the ministers of Sweden and Kuwait, met in Stockholm on 2 May 2031. We pledge $12 million for this work; we "urge"
all States to implement UN Security Council resolution 2178.
"""


def _reviewed() -> Reviewed:
    return Reviewed(read(open_document(TEXT.encode(), "harbour.txt")))


def _rows(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


@given(st.text() | st.sampled_from("=+-@'\t\r＝").flatmap(lambda sign: st.text().map(lambda words: sign + words)))
def test_guarded_words_come_back_and_are_no_formula(words: str) -> None:
    assert bare(guarded(words)) == words
    assert guarded(words)[:1] not in {"=", "+", "-", "@", "\t", "\r", "\n", "＝"}
    assert not guarded(words).lstrip().startswith(("=", "+", "-", "@"))


@given(st.lists(st.text()).map(tuple))
def test_a_list_comes_back_from_its_cell(words: tuple[str, ...]) -> None:
    assert field("actors", tuple[str, ...], cells("actors", tuple[str, ...], words), "") == words


def test_a_fact_is_a_row_with_its_words_and_its_place() -> None:
    one = _reviewed()
    (row,) = _rows(tables.files(one)["sums.csv"])
    start = TEXT.index("$12 million")
    assert (row["entry"], row["quote"], row["value"], row["currency"]) == ("0", "$12 million", "12000000", "USD")
    assert (row["passage_start"], row["passage_end"]) == (str(start), str(start + 11))
    assert [row["party"] for row in _rows(tables.files(one)["participants.csv"])] == ["SWE", "KWT"]


def test_lines_end_as_the_standard_says_and_excel_is_told_the_encoding() -> None:
    plain, marked = (tables.files(_reviewed(), mark=mark)["acts.csv"] for mark in (False, True))
    assert plain.startswith(b"entry,quote,")
    assert marked == b"\xef\xbb\xbf" + plain
    assert plain.endswith(b"\r\n")


def test_decisions_are_columns_where_there_are_any() -> None:
    one = rejected(_reviewed(), "sums")
    (row,) = _rows(tables.files(one)["sums.csv"])
    assert (row["state"], row["decided_by"], row["decided_at"], row["comment"]) == (
        *("rejected", "Amina Odhiambo", "2031-06-01T22:30:00+00:00", "'=not ours"),
    )
    assert "state" not in _rows(tables.files(_reviewed())["sums.csv"])[0]


def test_equal_readings_make_equal_files() -> None:
    assert tables.zipped(_reviewed()) == tables.zipped(_reviewed())


def test_rows_and_columns_may_be_moved_and_added() -> None:
    one = _reviewed()
    files = tables.files(one)
    rows = [dict(reversed((row | {"remark": "seen"}).items())) for row in reversed(_rows(files["acts.csv"]))]
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, list(rows[0]))
    writer.writeheader()
    writer.writerows(rows)
    assert len(rows) > 1
    assert tables.reviewed_of(files | {"acts.csv": out.getvalue().encode()}) == one


def _without_text(files: dict[str, bytes]) -> dict[str, bytes]:
    return {name: data for name, data in files.items() if name != "text.txt"}


def test_the_text_may_come_from_elsewhere() -> None:
    one = _reviewed()
    assert tables.reviewed_of(_without_text(tables.files(one)), TEXT) == one


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (_without_text, "the text is missing"),
        (lambda files: files | {"text.txt": files["text.txt"] + b"."}, "the tables are of another text"),
        (lambda files: {name: data for name, data in files.items() if name != "acts.csv"}, "a table is missing"),
        (lambda files: files | {"acts.csv": b"\xff"}, "it is not UTF-8"),
        (lambda files: files | {"statement.csv": b"title\r\n"}, "0 statements; expected one"),
        (lambda files: files | {"acts.csv": files["acts.csv"].replace(b"\r\n0,", b"\r\n7,")}, "a row is missing"),
        (lambda files: files | {"acts.csv": files["acts.csv"] + b"1,2\r\n"}, "too many or too few cells"),
        (lambda files: files | {"sums.csv": files["sums.csv"].replace(b"12000000", b"twelve")}, "sums.csv 0: no sum"),
        (lambda files: files | {"sums.csv": files["sums.csv"].replace(b"value", b"worth")}, "sums.csv 0: no sum"),
        (lambda files: files | {"sums.csv": files["sums.csv"].replace(b"$12 m", b"$13 m")}, "does not stand at"),
    ],
)
def test_what_does_not_fit_is_refused(change: Callable[[dict[str, bytes]], dict[str, bytes]], message: str) -> None:
    with pytest.raises(UnreadableDocument, match=message):
        tables.reviewed_of(change(tables.files(_reviewed())))


def test_a_folder_and_a_zip_file_are_opened_and_the_rest_in_them_is_left_alone(tmp_path: Path) -> None:
    one = _reviewed()
    for name, data in (tables.files(one) | {"notes.txt": b"x"}).items():
        (tmp_path / name).write_bytes(data)
    assert tables.reviewed_of(tables.in_folder(tmp_path)) == one
    out = io.BytesIO(tables.zipped(one))
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr("../../escape.csv", "x")
    assert tables.reviewed_of(tables.unzipped(out.getvalue(), "a.zip")) == one


def test_a_zip_file_that_swells_is_refused() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("acts.csv", b"0" * 20_000_001)
    assert len(out.getvalue()) < 50_000
    with pytest.raises(UnreadableDocument, match="too large"):
        tables.unzipped(out.getvalue(), "a.zip")
    with pytest.raises(UnreadableDocument, match="no tables"):
        tables.unzipped(out.getvalue()[:-40], "a.zip")


def test_an_act_may_be_longer_than_a_cell_of_the_library() -> None:
    long = "We pledge " + "ships and " * 20_000 + "boats."
    one = Reviewed(read(open_document(long.encode(), "long.txt")))
    assert tables.reviewed_of(tables.files(one)) == one
