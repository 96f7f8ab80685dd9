"""``concerted read``: the whole reading in two forms, and one line for everything that cannot be read."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner, Result

from concerted.cli import main
from concerted.formats.record import reading_of
from concerted.formats.record_schema import schema

TEXT = """Harbour Statement

1. We, the ministers of Sweden, Kuwait and Canada, met in Stockholm on 2 May 2031. We welcomed the report on the
harbours and reaffirmed our commitment to keeping them open to all vessels.

2. We decided to meet again no later than within 90 days. We pledge $12 million for this work. We urge all States to
implement UN Security Council resolution 2178.

* * *
"""


def _read(*arguments: str, given: bytes | None = None) -> Result:
    return CliRunner().invoke(main, ["read", *arguments], input=given)


@pytest.fixture
def statement(tmp_path: Path) -> Path:
    path = tmp_path / "harbour.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_json_is_the_record_over_the_text(statement: Path) -> None:
    done = _read(str(statement), "--format", "json")
    assert done.exit_code == 0, done.stderr
    written = json.loads(done.stdout)
    jsonschema.Draft202012Validator(schema()).validate(written)
    reading = reading_of(written, TEXT)
    assert {"commitment", "call", "endorsement"} <= {act.kind.value for act in reading.acts}
    assert [sum_.value for sum_ in reading.sums] == [12_000_000]
    assert "UNSCR 2178" in {instrument.id for instrument in reading.instruments}


def test_a_text_in_a_language_that_is_not_read_is_refused_in_one_line(tmp_path: Path) -> None:
    path = tmp_path / "hamn.txt"
    path.write_text("Vi möttes i hamnen och det är viktigt för oss att inte glömma den.", encoding="utf-8")
    done = _read(str(path))
    assert done.exit_code == 2
    assert done.stdout == ""
    assert done.stderr.strip().endswith("the text is in Swedish; Concerted reads English, French and Arabic")
    assert len(done.stderr.strip().splitlines()) == 1


def test_the_table_holds_every_section_and_no_colour(statement: Path) -> None:
    done = _read(str(statement))
    assert done.exit_code == 0, done.stderr
    for section in (
        *("Participants", "People", "Definitions", "Lines of effort", "Instruments", "Meetings", "Acts"),
        *("Deadlines", "Sums", "Quantities", "Checks", "Passed over"),
    ):
        assert f"\n{section}  " in done.stdout
    assert "\x1b" not in done.stdout
    assert "UNSCR 2178" in done.stdout
    assert "reaffirmed our commitment" in done.stdout


@pytest.mark.parametrize("columns", [40, 80, 200])
def test_the_table_keeps_to_the_width(statement: Path, columns: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    assert max(map(len, _read(str(statement)).stdout.splitlines())) <= min(max(columns, 50), 120)


def test_what_a_terminal_would_obey_is_made_visible(tmp_path: Path) -> None:
    path = tmp_path / "odd.txt"
    path.write_text(TEXT.replace("the report", "the \x1b[31mreport\u202e"), encoding="utf-8")
    done = _read(str(path))
    assert done.exit_code == 0
    assert "\x1b" not in done.stdout
    assert "\u202e" not in done.stdout


def test_standard_input_reads_like_a_file(statement: Path) -> None:
    from_file, from_input = (
        _read(str(statement), "--format", "json"),
        _read("-", "--format", "json", given=TEXT.encode()),
    )
    one, other = json.loads(from_file.stdout), json.loads(from_input.stdout)
    assert other.pop("source") == "standard input"
    assert one.pop("source") == statement.name
    assert one == other


def test_a_given_date_stands_where_the_text_has_none(tmp_path: Path) -> None:
    path = tmp_path / "undated.txt"
    path.write_text(TEXT.replace(" on 2 May 2031", ""), encoding="utf-8")
    written = json.loads(_read(str(path), "--date", "2031-05-02", "--format", "json").stdout)
    assert written["given_date"] == "2031-05-02"
    assert [deadline["date_if_given"] for deadline in written["deadlines"]] == ["2031-07-31"]


def test_it_needs_neither_django_nor_the_network(statement: Path) -> None:
    code = (
        "import sys; from concerted.cli import main\n"
        f"try: main(['read', {str(statement)!r}])\n"
        "except SystemExit as done: assert not done.code\n"
        "heavy = {'django', 'httpx', 'trafilatura', 'lxml', 'pypdfium2', 'docx', 'babel', 'pydantic', 'asyncio'}\n"
        "sys.exit(' '.join(heavy & set(sys.modules)) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(
    ("arguments", "given", "message"),
    [
        (["-"], b"", "standard input: the file is empty; expected the text of a statement"),
        (["-"], b" \n\n\t", "standard input: the file is empty"),
        (["-"], bytes(range(256)) * 8, "standard input: binary data"),
        (["-"], "Министры обязались".encode("koi8-r"), "standard input: wrong encoding: byte 0 (line 1) is not UTF-8"),
        (["-"], b"x" * 20_000_001, "standard input: the file has 20,000,001 bytes; expected at most 20 MB"),
        (["-"], b"Add the flour to the eggs. Stir well. The cake is done.", "the text is no statement"),
        (["nowhere.txt"], None, "nowhere.txt: there is no such file; expected a file, an address, or - for standard"),
        (["/"], None, "/: this is a folder; expected a file"),
        (["a\0b"], None, "the file cannot be read"),
        (["ftp://harbour.example/a"], None, "ftp://harbour.example/a: not a web address; expected a public http"),
        (["http://127.0.0.1/a"], None, "http://127.0.0.1/a: 127.0.0.1 is not on the public network"),
        (["http://[::1]:8000/"], None, "::1 is not on the public network"),
        (["-", "--coalition", "nobody"], TEXT.encode(), "coalition: no coalition 'nobody' is known; expected "),
        (
            ["-", "--date", "3 December 2014"],
            TEXT.encode(),
            "--date: '3 December 2014' is no date; expected a date such",
        ),
        (["-", "--date", "2031-02-30"], TEXT.encode(), "--date: '2031-02-30' is no date"),
        (["-", "--date", "2019-05-02"], TEXT.encode(), "the date 2019-05-02 is before what the text tells as past"),
    ],
)
def test_what_cannot_be_read_is_one_line_and_exits_with_2(
    arguments: list[str], given: bytes | None, message: str
) -> None:
    done = _read(*arguments, given=given)
    assert done.exit_code == 2, done.output
    assert message in done.stderr
    assert done.stderr.startswith("concerted: ")
    assert done.stderr.count("\n") == 1
    assert done.stdout == ""


def test_a_large_file_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(50_000_000_000)  # sparse: it could not be read
    assert "the file has 50,000,000,000 bytes; expected at most 20 MB" in _read(str(path)).stderr


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every file")
def test_a_file_that_may_not_be_read_is_refused(statement: Path) -> None:
    statement.chmod(0)
    assert "the file may not be read; expected a file you may read" in _read(str(statement)).stderr


def test_the_first_plenary_is_read_to_its_next_date(shared: Path) -> None:
    (path,) = (shared / "statements").glob("2014-12-*.txt")
    done = _read(str(path), "--date", "2014-12-03")
    assert done.exit_code == 0, done.stderr
    assert "1 June 2015" in done.stdout
    assert "Sixty partners: 60 found" in done.stdout
    refused = _read(str(path), "--date", "2016-01-01")
    assert (refused.exit_code, refused.stdout) == (2, "")
    assert "the date 2016-01-01 is after what the text still plans" in refused.stderr
