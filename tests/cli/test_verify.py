"""``concerted verify BUNDLE``: a line for each check, without a register, and nothing in a bundle is trusted."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from concerted.cli import main
from concerted.ledger.bundle import dumps
from concerted.ledger.keys import new_key
from tests.ledger.log import ENTRIES, SIZES, Log
from tests.ledger.rewriting import REWRITINGS

LOG = Log(ENTRIES, SIZES)
FORGED = Log(REWRITINGS[0](ENTRIES), SIZES, LOG.key)
KEY = str(LOG.key.verifier)


def _verify(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["verify", *map(str, arguments)])


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    return _file(tmp_path, "bundle.json", dumps(LOG.bundle(3, 17)))


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    return _file(tmp_path, "kept.txt", str(LOG.checkpoints[1]))


def _file(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_a_line_for_each_check(bundle: Path, kept: Path) -> None:
    done = _verify(bundle, "--checkpoint", kept, "--key", KEY)
    assert done.exit_code == 0, done.output
    assert done.stdout.splitlines() == [
        "ok     key: the one that you pinned",
        *(f"ok     checkpoint of {size} entries: signed by the key" for size in SIZES),
        "ok     kept checkpoint of 25 entries: signed by the key",
        "ok     from 10 to 25 entries: nothing changed; 15 entries added",
        "ok     from 25 to 40 entries: nothing changed; 15 entries added",
        "ok     since the kept checkpoint of 25 entries: the same tree",
        "ok     entry 3: commitment.change_status of commitment 3 by 4, 2031-05-02T10:03:00+00:00",
        "ok     entry 17: commitment.change_status of commitment 3 by 3, 2031-05-02T10:17:00+00:00",
        "10 checks, none failed",
    ]


def test_a_rewritten_history_is_found(tmp_path: Path, kept: Path) -> None:
    shown = _file(tmp_path, "shown.json", dumps(FORGED.bundle(17)))
    assert _verify(shown).exit_code == 0
    done = _verify(shown, "--checkpoint", kept)
    assert done.exit_code == 1
    assert "FAILED since the kept checkpoint of 25 entries: two different trees of one size" in done.stdout
    assert done.stdout.endswith("8 checks, 1 failed\n")
    assert done.stderr == ""


def test_an_earlier_bundle_counts_as_its_checkpoints(tmp_path: Path, bundle: Path) -> None:
    shown = _file(tmp_path, "shown.json", dumps(FORGED.bundle()))
    assert _verify(shown, "--checkpoint", bundle).stdout.count("FAILED") == 2


def test_the_key_comes_from_a_file_or_as_it_is(tmp_path: Path, bundle: Path) -> None:
    file = _file(tmp_path, "key.txt", f"{KEY}\n")
    assert _verify(bundle, "--key", file).exit_code == 0
    other = new_key(LOG.key.name).verifier
    done = _verify(bundle, "--key", other)
    assert done.exit_code == 1
    assert f"FAILED key: another one than you pinned: {KEY}; expected {other}" in done.stdout


def test_nothing_in_a_bundle_steers_the_terminal(tmp_path: Path) -> None:
    entry = replace(ENTRIES[0], action="\x1b[2Jok     key\n\u202e", noun="café")
    done = _verify(_file(tmp_path, "bundle.json", dumps(Log([entry], [1]).bundle(0))))
    assert done.exit_code == 0
    assert "entry 0: \\u001b[2Jok     key\\u000a\\u202e of café 0" in done.stdout


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("bundle.json", b"{", "it is no JSON; expected a bundle's file"),
        ("bundle.json", b"\xff\xfe", "it is no text; expected UTF-8"),
        ("missing.json", None, "No such file or directory"),
    ],
)
def test_bad_input_is_one_line(tmp_path: Path, name: str, data: bytes | None, said: str) -> None:
    if data is not None:
        (tmp_path / name).write_bytes(data)
    done = _verify(tmp_path / name)
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.count("\n") == 1
    assert name in done.stderr
    assert said in done.stderr


def test_a_bad_checkpoint_and_a_bad_key_are_one_line(tmp_path: Path, bundle: Path) -> None:
    binary = tmp_path / "key.txt"
    binary.write_bytes(b"\xff")
    kept = _file(tmp_path, "kept.txt", "40 entries")
    for option, given in (("--checkpoint", kept), ("--key", "a+b"), ("--key", binary), ("--key", "k" * 5000)):
        done = _verify(bundle, option, given)
        assert (done.exit_code, done.stdout, done.stderr.count("\n")) == (2, "", 1)


def test_a_bundle_is_checked_without_a_register(bundle: Path) -> None:
    done = _verify(bundle, "--register", "x.sqlite3")
    assert done.exit_code == 2
    assert "a bundle or a register, not both" in done.stderr


def test_it_needs_neither_django_nor_the_network(bundle: Path) -> None:
    program = (
        "import sys; from click.testing import CliRunner; from concerted.cli import main\n"
        f"done = CliRunner().invoke(main, ['verify', {str(bundle)!r}])\n"
        "heavy = {'django', 'httpx', 'socket', 'lxml', 'babel', 'asyncio', 'sqlite3', 'psycopg'}\n"
        "print(done.exit_code, sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "0 []\n"
