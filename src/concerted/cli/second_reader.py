"""The options and the lines of a second reader: off by default, and told beforehand what leaves the machine."""

from __future__ import annotations

import json
import os
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

import click

from concerted.terms.errors import ConcertedError

if TYPE_CHECKING:
    from concerted.feeds.second_reader import Answers
    from concerted.reading.facts import Reading
    from concerted.reading.second_opinion import Opinion

KEY = "CONCERTED_SECOND_READER_KEY"


def options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options of a second reader."""
    command = click.option(
        "--second-reader-seconds", "seconds", default=60.0, show_default=True, help="How long to wait for an answer."
    )(command)
    command = click.option(
        "--second-reader-model", "model", default="default", show_default=True, help="The model to ask for."
    )(command)
    return click.option(
        "--second-reader",
        metavar="URL",
        help="Also ask an OpenAI-compatible endpoint that you run, and show where it agrees (table, json). "
        f"The body's passages leave this machine; a key comes from {KEY}.",
    )(command)


def opinions(reading: Reading, url: str, model: str, seconds: float) -> tuple[tuple[Opinion, ...], Answers] | None:
    """Ask the second reader and compare; None, with a line on standard error, where it does not answer."""
    from concerted.feeds.second_reader import Endpoint, NoSecondReader, ask
    from concerted.reading.second_opinion import compared, stretches

    asked = stretches(reading)
    letters = sum(one.end - one.start for one in asked)
    click.echo(
        f"second reader: the statement's body, {letters:,} letters in {len(asked)} parts, goes to {url}; "
        "nothing else leaves this machine",
        err=True,
    )

    def tell(done: int, of: int) -> None:
        if sys.stderr.isatty():
            click.echo(f"\rsecond reader: {done} of {of}", nl=done == of, err=True)

    try:
        answers = ask(reading.text, asked, Endpoint(url, model, os.environ.get(KEY), seconds), tell)
    except NoSecondReader as error:
        if error.where == "--second-reader":
            raise
        click.echo(f"second reader: {error.what}; the first reader's reading stands alone", err=True)
        return None
    return compared(reading, answers.proposals, answers.asked), answers


def allowed(form: str, output: str | None) -> None:
    """Raise ConcertedError for a form that has no place for a second opinion."""
    if form not in ("table", "json") or output:
        raise ConcertedError("a second opinion has no place there", where="--second-reader", expected="table or json")


def write(reading: Reading, form: str, url: str, model: str, seconds: float) -> None:
    """Print a reading with what the second reader makes of it, or the reading alone where that one does not answer."""
    said = opinions(reading, url, model, seconds)
    if form == "json":
        from concerted.formats import record

        written = record.record(reading) | ({"second_reader": as_json(*said, url, model)} if said else {})
        click.echo(json.dumps(written, ensure_ascii=False, indent=1))
        return
    from concerted.cli.reading_table import show

    show(reading)
    if said:
        click.echo("\n".join(["", *lines(*said)]))


def as_json(found: tuple[Opinion, ...], answers: Answers, url: str, model: str) -> dict[str, Any]:
    """Write opinions as what stands under ``second_reader`` in the record."""
    return {
        "endpoint": url,
        "model": model,
        "unfounded": answers.unfounded,
        "silent": list(answers.silent),
        "opinions": [
            {
                "start": one.passage.start,
                "end": one.passage.end,
                "quote": one.passage.quote,
                "verdict": one.verdict.value,
                "first": one.first.value if one.first else None,
                "second": one.second.value if one.second else None,
            }
            for one in found
        ],
    }


def lines(found: tuple[Opinion, ...], answers: Answers) -> Iterator[str]:
    """Give the lines of the table's last section: what is agreed in a number, what is not in full."""
    counts = Counter(one.verdict.value for one in found)
    yield click.style("Second reader", bold=True)
    yield "  " + ", ".join(f"{number} {verdict}" for verdict, number in sorted(counts.items()))
    for one in found:
        if one.first is not one.second:
            kinds = f"{one.first or '—'} / {one.second or '—'}"
            yield f"  {one.verdict.value}: {kinds}: {' '.join(one.passage.quote.split())[:160]}"
    if answers.unfounded:
        yield f"  {answers.unfounded} proposals left out: their words are not in the text, or their kind is none"
    for reason, number in Counter(answers.silent).items():
        yield f"  {number} passages without an answer: {reason}"
