"""``concerted demo``: set up and serve the built-in coalition."""

from __future__ import annotations

import socket
from pathlib import Path

import click

HERE = "127.0.0.1"
_TRIES = 20


@click.command("demo", short_help="Set up and serve the built-in coalition.")
@click.option(
    "--register", default="var/demo.sqlite3", show_default=True, metavar="FILE", help="Where the demo's register lies."
)
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535), help="Or the next free one.")
@click.option("--no-serve", is_flag=True, help="Set up and print what was read, but do not start the site.")
def command(register: str, port: int, no_serve: bool) -> None:
    """Set up the built-in coalition in a register of its own, print what was read and start the site.

    A second run leaves what is there as it is. The site answers on this machine alone; Ctrl-C
    stops it. Delete the register's file to start anew.
    """
    from concerted.cli.demo_register import PASSWORD, built_in, fill, people
    from concerted.cli.demo_summary import Record, show
    from concerted.cli.serve import run
    from concerted.cli.site import acting, now

    path = Path(register).absolute()
    path.parent.mkdir(parents=True, exist_ok=True)
    coalition, at = built_in(), now()
    for line in fill(path, coalition, at):
        click.echo(line)

    from concerted.register import queries
    from concerted.register.rows.paging import MOST

    operator, slug, today = acting(), coalition.slug, at.date()
    show(
        Record(
            board=queries.board(operator, slug, today=today),
            statements=queries.statements(operator, slug),
            partners=queries.partners(operator, slug, on=today).partners,
            commitments=queries.commitments(operator, slug, today=today, size=MOST).rows,
            instruments=queries.instruments(operator, slug),
            meetings=queries.meetings(operator, slug),
        )
    )
    click.echo(f"\nSign-ins, each with the password: {PASSWORD}")
    for one in people(coalition):
        click.echo(f"  {one.username:<12} {one.may}")
    click.echo()
    if not no_serve:
        run(HERE, free_port(port))


def free_port(wanted: int) -> int:
    """Give the wanted port, or the next one of twenty that nobody listens at; else the wanted one again."""
    for port in range(wanted, min(wanted + _TRIES, 65536)):
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((HERE, port))
            except OSError:
                continue
            return port
    return wanted
