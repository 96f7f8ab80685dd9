"""The program around the commands: the list, the version, and errors on one line."""

from __future__ import annotations

import subprocess
import sys

import click
import pytest
from click.testing import CliRunner

from concerted import __version__
from concerted.cli import COMMANDS, main
from concerted.terms.errors import ConcertedError


def test_help_lists_every_command_and_imports_none() -> None:
    shown = CliRunner().invoke(main, ["--help"])
    assert shown.exit_code == 0
    for name, about in COMMANDS.items():
        assert f"  {name} " in shown.output
        assert about in shown.output
    code = "import sys; from concerted.cli import main; main(['--help'])"
    check = f"try: exec({code!r})\nfinally: print([m for m in sys.modules if m.startswith('concerted.cli.')])"
    done = subprocess.run([sys.executable, "-c", f"import sys\n{check}"], capture_output=True, text=True, check=True)
    assert done.stdout.rstrip().endswith("[]")


def test_version() -> None:
    assert CliRunner().invoke(main, ["--version"]).output == f"concerted {__version__}\n"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["reed"], "concerted: No such command 'reed'."),
        (["--loud"], "concerted: No such option"),
        (["read"], "concerted: Missing argument 'FILE|-|URL'."),
        (["read", "x", "--format", "xml"], "concerted: Invalid value for '--format': 'xml' is not one of"),
    ],
)
def test_wrong_use_is_one_line_and_exits_with_2(arguments: list[str], message: str) -> None:
    done = CliRunner().invoke(main, arguments)
    assert done.exit_code == 2
    assert done.stderr.startswith(message)
    assert done.stderr.count("\n") == 1
    assert done.stdout == ""


@pytest.mark.parametrize(
    ("error", "code", "message"),
    [
        (ConcertedError("two\nlines", where="f", expected="one"), 2, "concerted: f: two lines; expected one\n"),
        (click.Abort(), 130, "interrupted\n"),
    ],
)
def test_errors_of_commands(error: Exception, code: int, message: str, monkeypatch: pytest.MonkeyPatch) -> None:
    @click.command()
    def command() -> None:
        raise error

    monkeypatch.setattr(type(main), "get_command", lambda *_: command)
    done = CliRunner().invoke(main, ["read"])
    assert (done.exit_code, done.stderr) == (code, message)


def test_a_reader_that_goes_away_is_no_error() -> None:
    code = (
        "from concerted.cli import main; import click\n"
        "main.get_command = lambda *_: click.Command('x', callback=lambda: [print('x' * 999) for _ in range(9999)])\n"
        "main(['read'])"
    )
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as program:
        assert program.stdout
        assert program.stderr
        assert program.stdout.read(5) == b"xxxxx"
        program.stdout.close()
        assert program.stderr.read() == b""


def test_without_a_command_it_helps() -> None:
    assert CliRunner().invoke(main, []).output == CliRunner().invoke(main, ["--help"]).output
