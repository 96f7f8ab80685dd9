"""Write docs/commands.md from the commands' own help: ``python -m tests.house.command_pages``."""

from __future__ import annotations

import sys

import click

from concerted.cli import main

HEAD = """# Commands

Written by `make commands` from the commands' own help. Every command exits with 0 when it is done, with 2 and one line on standard error
after an error that a person can act on, and with 130 when it is interrupted.
"""


def page() -> str:
    """The whole page, one section for each command."""
    top = _context(main, "concerted")
    parts = [HEAD, _help(top)]
    for name in main.list_commands(top):
        command = main.get_command(top, name)
        assert command is not None
        parts += [f"## concerted {name}\n", _help(_context(command, f"concerted {name}"))]
        if isinstance(command, click.Group):
            for below, part in command.commands.items():
                title = f"concerted {name} {below}"
                parts += [f"### {title}\n", _help(_context(part, title))]
    return "\n".join(parts)


def _context(command: click.Command, name: str) -> click.Context:
    return click.Context(command, info_name=name, terminal_width=100, max_content_width=100)


def _help(context: click.Context) -> str:
    return f"```text\n{context.get_help()}\n```\n"


if __name__ == "__main__":
    sys.stdout.write(page())
