"""Read annotated statements and print how right the readings are.

Acts match where they share at least 0.3 of their words; other facts where their quotes share at least half;
participants by party and role. The official annotations lie beside the project, our own in ``annotations/``.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from benchmarks.accuracy.report import brief_heads, measured, show, show_briefly, total
from benchmarks.accuracy.statements import BESIDE, ENDING, Statement, with_annotations, with_records


def main() -> None:
    """Print the figures of annotated statements, of each and of all together, and what was missed or false."""
    given = _arguments()
    folder = given.annotated or given.texts / "gold"
    official = _chosen(list(with_records(folder, given.texts)), given.names)
    own = [] if given.annotated else _chosen(list(with_annotations(given.texts)), given.names)
    if not official and not own:
        sys.exit(
            f"evaluate: no annotated statements (NAME{ENDING}) in {folder}; name folders with --texts, --annotated"
        )
    if given.write:
        _write(given.write, [*official, *own])
    _show_set("ANNOTATED STATEMENTS", official, each=True, misses=not given.brief)
    verbose = given.verbose or bool(given.names)
    _show_set("OUR OWN ANNOTATIONS (development)", own, each=verbose, misses=verbose and not given.brief)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.accuracy", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("names", nargs="*", metavar="NAME", help="only statements whose name holds this")
    parser.add_argument("--texts", type=Path, default=BESIDE, help="folder of NAME.txt")
    parser.add_argument("--annotated", type=Path, help=f"folder of NAME{ENDING}; else gold/ among the texts, and ours")
    parser.add_argument("--brief", action="store_true", help="figures alone, no list of misses and false finds")
    parser.add_argument("--verbose", action="store_true", help="every statement with its misses and false finds")
    parser.add_argument("--write", type=Path, metavar="FOLDER", help=f"write the records as NAME{ENDING} too")
    return parser.parse_args()


def _chosen(statements: list[Statement], names: list[str]) -> list[Statement]:
    return [one for one in statements if not names or any(part in one.name for part in names)]


def _show_set(title: str, statements: list[Statement], *, each: bool, misses: bool) -> None:
    figures = measured(statements)
    for name, one in figures.items():
        if each:
            show(name, one)
        if misses:
            print(*(f"    {line}" for line in one.lines), sep="\n")
    if len(figures) > 1:
        show(f"{title}: ALL {len(figures)}", total(figures.values()), marks=True)
        print()
        brief_heads()
        for name, one in figures.items():
            show_briefly(name, one)


def _write(folder: Path, statements: list[Statement]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for one in statements:
        written = json.dumps(one.record(), ensure_ascii=False, indent=1)
        (folder / f"{one.name}{ENDING}").write_text(written, encoding="utf-8")


if __name__ == "__main__":
    main()
