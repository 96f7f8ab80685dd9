"""The command line: `concerted ...`.

Each command lives in a file of its own and is imported when it is called, so that reading a
statement never waits for Django.
"""

from __future__ import annotations

import errno
import os
import signal
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module
from keyword import iskeyword
from types import FrameType
from typing import Any

import click

from concerted.terms.errors import ConcertedError

# Command, and what the list of commands says about it. The command is ``command`` in the file of its name.
COMMANDS = {
    "read": "Read a statement and print all that it holds.",
    "compare": "Compare two statements: what was renewed, strengthened, dropped.",
    "convert": "Write what was read in another form.",
    "init": "Make a register, or bring one up to date.",
    "load": "Take statements into the register.",
    "export": "Write records as a sheet.",
    "import": "Import a sheet of records.",
    "report": "Write the report of a meeting.",
    "draft": "Draft the statement of a meeting.",
    "serve": "Start the site.",
    "user": "Add and list the people who may sign in.",
    "token": "Make tokens for programs on this machine.",
    "remind": "Remind people of reports and meetings that are due.",
    "digest": "Write to people what is due, asked and changed, once a week.",
    "check": "Check the installation.",
    "pack": "Carry a partner's changes to another register.",
    "bundle": "Write a partner's bundle of the ledger.",
    "verify": "Check that the ledger was only ever added to.",
    "backup": "Copy the register into one file.",
    "restore": "Put a register back out of its backup.",
    "demo": "Set up and serve the built-in coalition.",
}


# What databases say (SQLite, PostgreSQL), what it means, and what is expected instead.
_OUT_OF_ORDER = (
    ("database or disk is full", "the disk is full", "free space where it lies"),
    ("No space left on device", "the disk is full", "free space where it lies"),
    ("disk I/O error", "the disk does not take what is written", "a disk that can be written to"),
    ("readonly database", "it can only be read", "a file that can be written to"),
    ("database is locked", "another program keeps it", "a register that is not held for so long"),
    ("server closed the connection", "the database server has gone", "a server that answers"),
    ("terminating connection", "the database server is stopping", "a server that answers"),
)


class Interrupted(click.Abort):
    """A command was interrupted, and says what it left: the argument of the error."""


class Program(click.Group):
    """A group that imports a command when it is called and prints every error on one line."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """List the commands in the order in which a newcomer needs them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import a command; None if there is none of that name."""
        if cmd_name not in COMMANDS:
            return None
        # A file cannot have the name of a word of Python.
        file = f"{cmd_name}_" if iskeyword(cmd_name) else cmd_name
        command: click.Command = import_module(f"concerted.cli.{file}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands without importing one."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def main(  # type: ignore[override]  # click declares overloads; the arguments are the same
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        *,
        standalone_mode: bool = True,
        **extra: Any,
    ) -> Any:
        """Run and exit: 0 when done, 2 after an error that a person can act on, 130 when interrupted."""
        args = list(sys.argv[1:] if args is None else args) or ["--help"]
        if not standalone_mode:
            return super().main(args, prog_name, standalone_mode=False, **extra)
        try:
            with _stopped_as_interrupted():
                sys.exit(super().main(args, prog_name, standalone_mode=False, **extra) or 0)
        except ConcertedError as error:
            complain(str(error))
        except click.ClickException as error:
            complain(error.format_message())
        except click.Abort as error:
            click.echo(": ".join(("interrupted", *map(str, error.args))), err=True)
            sys.exit(130)
        except _database_errors() as error:
            if (trouble := out_of_order(str(error))) is None:
                raise
            complain(trouble)
        except OSError as error:
            if error.errno != errno.EPIPE:
                raise
            # The reader of the pipe has gone: give the interpreter's last flush somewhere to go.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            sys.exit(1)


@contextmanager
def _stopped_as_interrupted() -> Iterator[None]:
    """Let whoever stops the program (SIGTERM) find it as tidy as after Ctrl-C."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def stop(_signal: int, _frame: FrameType | None) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGTERM, stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _database_errors() -> tuple[type[Exception], ...]:
    """Give the errors of a database, where a command has opened one."""
    loaded = sys.modules.get("django.db")
    return (loaded.OperationalError,) if loaded else ()


def out_of_order(said: str) -> str | None:
    """Say what a person can do about an error of the database's own; None where it is the program's fault."""
    for words, what, expected in _OUT_OF_ORDER:
        if words in said:
            return f"register: {what}, what was being written is not stored; expected {expected}"
    return None


def complain(message: str) -> None:
    """Print an error on one line of standard error and exit with 2."""
    click.echo(f"concerted: {' '.join(message.split())}", err=True)
    sys.exit(2)


@click.group(cls=Program, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="concerted", message="concerted %(version)s")
def main() -> None:
    """Keep the working record of a coalition: statements in, a cited and reviewed record out."""
