"""``concerted import``: a sheet becomes records, looked at before anything is written."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

import click

from concerted.cli.interruption import saying
from concerted.cli.site import acting, now, only_coalition, open_guarded
from concerted.terms.errors import Conflict, NotFound, UnreadableDocument

if TYPE_CHECKING:
    from concerted.actions.imports.working import Progress
    from concerted.formats.sheets.profiles import Profile
    from concerted.register.rows.imports import ImportRow

_SHOWN = 10
_SAYS = {"reading": "Reading", "comparing": "Comparing", "writing": "Writing"}


@click.command("import", short_help="Import a sheet of records.")
@click.argument("path", metavar="FILE", type=click.Path(path_type=Path))
@click.option("--noun", help="What its rows are, such as contributions; a profile says it itself.")
@click.option("--coalition", "slug", metavar="SLUG", help="Whose records they become; else the register's only one.")
@click.option("--sheet", metavar="NAME", help="The sheet of a workbook; else the first that is shown.")
@click.option("--profile", "profile_name", metavar="NAME|FILE", help="How the columns of another's table become ours.")
@click.option(
    "--set",
    "constants",
    metavar="COLUMN=VALUE",
    multiple=True,
    help="With --profile: what all rows say, or as FIGURE.COLUMN=VALUE those of one column of the table.",
)
@click.option("--decimals", type=click.Choice(["point", "comma"]), help="How numbers are written, where it is unclear.")
@click.option("--days", type=click.Choice(["day first", "month first"]), help="How days are, where it is unclear.")
@click.option("--release", "reach", default="owner only", show_default=True, help="How far new rows are released.")
@click.option("--preview", is_flag=True, help="Say what would change, and write nothing.")
@click.option("--yes", is_flag=True, help="Do not ask before it is written.")
@click.option("--resume", is_flag=True, help="Go on with the import of this file that broke off.")
@click.option("--findings", "to", metavar="FILE.csv", help="Write what was found in its rows as a table.")
@click.option("--register", metavar="PATH|URL", help="Where the register lies; else CONCERTED_REGISTER.")
def command(
    path: Path,
    noun: str | None,
    slug: str | None,
    sheet: str | None,
    profile_name: str | None,
    constants: tuple[str, ...],
    decimals: str | None,
    days: str | None,
    reach: str,
    preview: bool,
    yes: bool,
    resume: bool,
    to: str | None,
    register: str | None,
) -> None:
    """Compare a sheet (XLSX or CSV) with the record, show what would change, ask, and write it.

    Rows that cannot be are refused, doubtful ones are held for a decision on the site, all others are imported. Each
    step is kept: what broke off goes on with --resume, nothing twice and nothing lost.
    """
    open_guarded(register)
    slug = only_coalition(slug)
    from concerted.register.queries.kept import called

    with _opened(path) as file:
        profile = _profile(profile_name, constants)
        name = called(_rows_are(noun, profile)).name
        number = _taken_in(file, path, slug, name, sheet, profile, reach, resume=resume)
    with saying(lambda: f"import {number} goes on with --resume, nothing is lost"):
        one = _compared(slug, number, decimals, days)
        _tell(slug, one)
        if to:
            _write_findings(slug, number, to)
        if one.state == "done" or preview:
            return
        if one.state == "ready":
            if not yes and not _agreed():
                raise Conflict("nothing was written", where=str(path), expected="your consent, or --yes")
            from concerted.actions.imports import deciding

            deciding.start(number=number, by=acting(), at=now())
        done = _worked(slug, number)
    came = done.came
    click.echo(
        f"Import {number}: {came.added} added, {came.changed} changed, {came.unchanged} unchanged,"
        f" {came.held} held, {came.refused} refused"
    )
    if came.held:
        click.echo(f"What is held waits for a decision on the site: /{slug}/imports/{number}/")
    if to:
        _write_findings(slug, number, to)


def _agreed() -> bool:
    """Ask whether it is to be written; where nobody can answer, it is not."""
    try:
        return click.confirm("Write them?")
    except click.Abort as error:
        if isinstance(error.__context__, EOFError):
            click.echo()
            return False
        raise


def _rows_are(noun: str | None, profile: Profile | None) -> str:
    """Tell what the rows are; a profile knows."""
    if noun is None and profile is None:
        raise click.UsageError("--noun says what its rows are, such as contributions")
    return noun or (profile.noun if profile else "")


@contextmanager
def _opened(path: Path) -> Iterator[BinaryIO]:
    try:
        with path.open("rb") as file:
            yield file
    except OSError as error:
        raise UnreadableDocument(str(error.strerror), where=str(path), expected="a readable file") from error


def _profile(name: str | None, constants: tuple[str, ...]) -> Profile | None:
    """Read a profile, with what all rows are to say besides."""
    from concerted.formats.sheets.profiles import profile

    if name is None:
        if constants:
            raise click.UsageError("--set goes with --profile")
        return None
    given = [one.partition("=") for one in constants]
    if any(not mark for _key, mark, _value in given):
        raise click.UsageError("--set takes COLUMN=VALUE")
    return profile(name).saying({key: value for key, _mark, value in given})


def _taken_in(
    file: BinaryIO,
    path: Path,
    slug: str,
    noun: str,
    sheet: str | None,
    profile: Profile | None,
    reach: str,
    *,
    resume: bool,
) -> int:
    """Read a file into an import, or find the one that broke off; gives its number."""
    from concerted.actions.imports import taking_in
    from concerted.register import queries

    if resume:
        digest = hashlib.sha256()
        while piece := file.read(1 << 20):
            digest.update(piece)
        begun = queries.unfinished_import(acting(), slug, noun, digest.hexdigest())
        if begun is None:
            raise NotFound(
                "no import of this file broke off", where=str(path), expected="the file as it was, or no --resume"
            )
        if begun.state != "reading":
            return begun.id
    reading = taking_in.take_in(
        file,
        path.name,
        coalition=slug,
        noun=noun,
        by=acting(),
        clock=now,
        sheet=sheet,
        profile=profile,
        reach=reach,
        resume=resume,
    )
    with saying(lambda: "nothing was written; --resume reads on"), _bar() as show:
        for each in reading:
            show(each)
    return each.number


def _compared(slug: str, number: int, decimals: str | None, days: str | None) -> ImportRow:
    from concerted.actions.imports import deciding
    from concerted.register import queries

    by = acting()
    one = queries.import_page(by, slug, number).one
    if (decimals or days) and one.state in ("comparing", "ready"):
        deciding.say_how(number=number, decimals=decimals or "", days=days or "", by=by, at=now())
        one = queries.import_page(by, slug, number).one
    return _worked(slug, number) if one.state == "comparing" else one


def _worked(slug: str, number: int) -> ImportRow:
    """Do step after step until the import waits or is done."""
    from concerted.actions.imports import working
    from concerted.register import queries

    by = acting()
    one = queries.import_page(by, slug, number).one
    with _bar() as show:
        for each in working.steps(number, one.state, by, now):
            show(each)
    return queries.import_page(by, slug, number).one


@contextmanager
def _bar() -> Iterator[Callable[[Progress], None]]:
    """Show how far it is, at a terminal alone."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    console = Console(stderr=True)
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bar:
        tasks: dict[str, Any] = {}

        def show(each: Any) -> None:
            words = _SAYS.get(each.state, _SAYS["comparing" if each.state == "ready" else "writing"])
            if words not in tasks:
                tasks[words] = bar.add_task(words)
            total = None if each.state == "reading" else each.rows
            bar.update(tasks[words], completed=each.done, total=total)

        yield show


def _tell(slug: str, one: ImportRow) -> None:
    """Say what would change and what was found, the first of each."""
    from concerted.actions.imports import looking
    from concerted.register import queries

    came = one.came
    click.echo(f"{one.name}: {one.rows} rows of {one.noun}")
    for name in ("added", "changed", "unchanged", "held", "refused"):
        click.echo(f"  {name:<10}{getattr(came, name):>8}")
    by = acting()
    if one.state == "ready" and came.changed:
        rows, more = looking.look(number=one.id, by=by, now=now(), outcome="changed", most=_SHOWN)
        for row in rows:
            said = "; ".join(f"{each.column}: {_short(each.was)} -> {_short(each.now)}" for each in row.differences)
            click.echo(f"  row {row.row}, {one.noun} {row.number}: {said}")
        if more:
            click.echo("  ...")
    page = queries.import_page(by, slug, one.id)
    for found in page.findings[:_SHOWN]:
        place = f"row {found.row}" + (f", {found.column}" if found.column else "")
        wanted = f"; expected {found.expected}" if found.expected else ""
        click.echo(f"  {found.tier}: {place}: {found.trouble}: {_short(found.found)}{wanted}")
    if (left := sum(count for _, count in page.tiers) - _SHOWN) > 0:
        click.echo(f"  and {left} more: --findings FILE.csv writes all that was found")


def _write_findings(slug: str, number: int, to: str) -> None:
    from concerted.actions.imports.template import findings_table
    from concerted.formats.sheets import write_csv
    from concerted.register import queries

    layout, rows = findings_table(queries.import_findings(acting(), slug, number))
    with Path(to).open("wb") as file:
        file.writelines(write_csv(layout, rows))


def _short(value: object) -> str:
    words = " ".join(str("" if value is None else value).split())
    return words if len(words) <= 60 else words[:59] + "…"
