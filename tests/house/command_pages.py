"""Write docs/commands.md from the commands' own help: ``python -m tests.house.command_pages``."""

from __future__ import annotations

import sys

import click

from concerted.cli import main

HEAD = """# Commands

Written by `make commands` from the commands' own help. A command exits with 0 when it is done; with 2 and one line on
standard error after an error that a person can act on; with 130 when it is interrupted (Ctrl-C, SIGTERM).
`concerted check` and `concerted verify` exit with 1 if a point fails.
"""


def page() -> str:
    """The whole page, one section for each command."""
    top = _context(main, "concerted")
    parts = [HEAD, _help(top)]
    for name in main.list_commands(top):
        command = main.get_command(top, name)
        assert command is not None
        context = _context(command, name, top)
        parts += [f"## concerted {name}\n", _help(context)]
        if isinstance(command, click.Group):
            for below, part in command.commands.items():
                parts += [f"### concerted {name} {below}\n", _help(_context(part, below, context))]
    return "\n".join(parts)


def _context(command: click.Command, name: str, above: click.Context | None = None) -> click.Context:
    return click.Context(
        command, info_name=name, parent=above, terminal_width=100, max_content_width=100, **command.context_settings
    )


def _help(context: click.Context) -> str:
    return f"```text\n{context.get_help()}\n```\n"


if __name__ == "__main__":
    sys.stdout.write(page())
