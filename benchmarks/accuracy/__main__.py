"""Read annotated statements and print how right the readings are.

Acts match where they share at least 0.3 of their words; other facts where their quotes share at least half;
participants by party and role. The official annotations lie beside the project, our own in ``annotations/``. Then come
calibration, counts of commitments, and what has changed since the last kept run; on wish what remains of the figures
when each statement is left out of what the vocabulary was made for.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from benchmarks.accuracy import calibration, comparison, counts, first_readings, last_run, leave_one_out
from benchmarks.accuracy.plot import reliability_diagram
from benchmarks.accuracy.report import brief_heads, measured, show, show_briefly, total
from benchmarks.accuracy.statements import (
    BESIDE,
    ENDING,
    Statement,
    open_text,
    with_annotations,
    with_records,
    without_annotation,
)

PLOTS = Path(__file__).with_name("plots")
OFFICIAL, OWN = "official annotations", "our own annotations (development)"
FIRST = "first readings, each statement by what was counted in the others"
FOLDS = 8


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
    _show_set(OFFICIAL, official, each=True, misses=not given.brief)
    verbose = given.verbose or bool(given.names)
    _show_set(OWN, own, each=verbose, misses=verbose and not given.brief)
    if given.names or given.annotated:
        return
    outcomes = {title: list(calibration.outcomes(some)) for title, some in ((OFFICIAL, official), (OWN, own))}
    outcomes[FIRST] = list(first_readings.left_out(first_readings.load_counts()))
    for title, some in outcomes.items():
        calibration.report(title, some)
    others = list(without_annotation(given.texts, [*official, *own]))
    every = sorted([*official, *own, *others], key=lambda one: one.name)
    _count(every, given.count)
    _compare(every, verbose=given.verbose, brief=given.brief)
    if given.leave_one_out:
        leave_one_out.report("ONE STATEMENT LEFT OUT", [[one] for one in official])
    if given.folds:
        mixed = [one for one in every if one.annotated is not None]
        leave_one_out.report(f"ONE OF {FOLDS} FOLDS LEFT OUT", [mixed[place::FOLDS] for place in range(FOLDS)])
    if given.keep:
        _keep(every, outcomes)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.accuracy", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("names", nargs="*", metavar="NAME", help="only statements whose name holds this")
    parser.add_argument("--texts", type=Path, default=BESIDE, help="folder of NAME.txt")
    parser.add_argument("--annotated", type=Path, help=f"folder of NAME{ENDING}; else gold/ among the texts, and ours")
    parser.add_argument("--brief", action="store_true", help="figures alone, no list of misses and false finds")
    parser.add_argument("--verbose", action="store_true", help="every miss, every change since the last kept run")
    parser.add_argument("--write", type=Path, metavar="FOLDER", help=f"write the records as NAME{ENDING} too")
    parser.add_argument("--keep", action="store_true", help="keep what was read as the last run, and draw the plots")
    parser.add_argument(
        "--count", action="append", default=[], metavar="FILE=NUMBER", help="count commitments beside a published count"
    )
    parser.add_argument(
        "--leave-one-out", action="store_true", help="also read each official one with what the others need (minutes)"
    )
    parser.add_argument("--folds", action="store_true", help=f"the same with all of them in {FOLDS} folds (longer)")
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
        show(f"{title.upper()}: ALL {len(figures)}", total(figures.values()), marks=True)
        print()
        brief_heads()
        for name, one in figures.items():
            show_briefly(name, one)


def _write(folder: Path, statements: list[Statement]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for one in statements:
        written = json.dumps(one.found, ensure_ascii=False, indent=1)
        (folder / f"{one.name}{ENDING}").write_text(written, encoding="utf-8")


def _count(every: list[Statement], given: list[str]) -> None:
    """Count commitments in what comes from summits, and in files that are named with a published count."""
    counted = [
        (one.name, counts.count(one.reading), counts.PUBLISHED.get(one.name))
        for one in every
        if counts.is_communique(one.name)
    ]
    for pair in given:
        file, _, number = pair.rpartition("=")
        if not number.isdigit() or not Path(file).is_file():
            sys.exit(f"evaluate: {pair}: expected FILE=NUMBER")
        counted.append((Path(file).stem, counts.count(Statement("", open_text(Path(file))).read()), int(number)))
    counts.report(counted)


def _compare(every: list[Statement], *, verbose: bool, brief: bool) -> None:
    """Print what has changed since the last kept run, gains and losses of annotated statements in full."""
    last = last_run.load()
    print(f"\nSINCE THE LAST KEPT RUN ({len(last)} statements)")
    same = 0
    for one in every:
        if one.name not in last:
            continue
        change = comparison.compare(one.document.text, last[one.name], one.found, one.annotated)
        if not change:
            same += 1
            continue
        print(f"    {one.name}: {comparison.summary(change)}")
        if not brief:
            print(
                *(f"        + {line}" for line in change.gains),
                *(f"        - {line}" for line in change.losses),
                sep="\n",
            )
        if verbose and change.others:
            print(*(f"        {line}" for line in change.others), sep="\n")
    print(f"    {same} read as before, {sum(one.name not in last for one in every)} not in that run")


def _keep(every: list[Statement], sets: dict[str, list[calibration.Outcome]]) -> None:
    last_run.keep(last_run.run_of((one.name, one.document.text, one.found) for one in every))
    PLOTS.mkdir(exist_ok=True)
    for file, (title, some) in zip(("official", "own", "first"), sets.items(), strict=True):
        groups = calibration.grouped(some)
        panels: dict[str, list[calibration.Outcome]] = {
            name: groups[name] for name in ("acts", "other facts") if name in groups
        }
        drawn = reliability_diagram(f"Confidence and precision, {title}", panels)
        (PLOTS / f"{file}.svg").write_text(drawn, encoding="utf-8")
    print(f"\nkept: {last_run.FILE.name}, plots/official.svg, own.svg, first.svg")


if __name__ == "__main__":
    main()
