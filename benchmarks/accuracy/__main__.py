"""Read annotated statements and print how right the readings are.

``python -m benchmarks.accuracy`` takes the statements beside the project (``--texts``,
``--annotated``). Acts match where they share at least 0.3 of their words; other facts where
their quotes share at least half; participants by party and role.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from benchmarks.accuracy.measure import Figures, Record, measure
from concerted.formats import open_document
from concerted.formats.record import record
from concerted.reading import read
from concerted.terms.coalition_file import recognise

BESIDE = Path(__file__).resolve().parents[3] / "shared" / "statements"
ENDING = ".reading.json"


def main() -> None:
    """Print the figures of every annotated statement, of all together, and what was missed or false."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.accuracy", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("names", nargs="*", metavar="NAME", help="only statements whose name holds this")
    parser.add_argument("--texts", type=Path, default=BESIDE, help="folder of NAME.txt")
    parser.add_argument("--annotated", type=Path, help=f"folder of NAME{ENDING}; else gold/ among the texts")
    parser.add_argument("--brief", action="store_true", help="figures alone, no list of misses and false finds")
    parser.add_argument("--write", type=Path, metavar="FOLDER", help=f"write the records as NAME{ENDING} too")
    given = parser.parse_args()
    folder = given.annotated or given.texts / "gold"
    names = sorted(path.name.removesuffix(ENDING) for path in folder.glob(f"*{ENDING}"))
    chosen = [name for name in names if not given.names or any(part in name for part in given.names)]
    if not chosen:
        sys.exit(
            f"evaluate: no annotated statements (NAME{ENDING}) in {folder}; name folders with --texts, --annotated"
        )
    total = Figures()
    for name in chosen:
        text_path = given.texts / f"{name}.txt"
        annotated = json.loads((folder / f"{name}{ENDING}").read_text(encoding="utf-8"))
        text, found = read_record(text_path)
        figures = measure(text, annotated, found)
        total.add(figures)
        show(name, figures)
        if not given.brief:
            print(*(f"    {line}" for line in figures.lines), sep="\n")
        if given.write:
            given.write.mkdir(parents=True, exist_ok=True)
            (given.write / f"{name}{ENDING}").write_text(
                json.dumps(found, ensure_ascii=False, indent=1), encoding="utf-8"
            )
    if len(chosen) > 1:
        show(f"ALL {len(chosen)} STATEMENTS", total)


def read_record(path: Path) -> tuple[str, Record]:
    """Read a statement as ``concerted read`` does; gives its text and its record."""
    document = open_document(path.read_bytes(), path.name)
    return document.text, record(read(document, coalition=recognise(document.text)))


def show(name: str, figures: Figures) -> None:
    """Print the tallies and the attributes that agree."""
    print(f"\n{name}\n    {'':<22}{'precision':>10}{'recall':>8}{'F1':>8}   right found annotated")
    for fact, tally in figures.tallies.items():
        if tally.found or tally.annotated:
            shares = f"{_share(tally.precision):>10}{_share(tally.recall):>8}{_share(tally.f1):>8}"
            print(f"    {fact:<22}{shares}   {tally.right:>5} {tally.found:>5} {tally.annotated:>9}")
    agreeing = [f"{each} {figures.agree[each]}/{of}" for each, of in figures.compared.items()]
    print(f"    agreeing: {', '.join(agreeing)}")


def _share(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"


if __name__ == "__main__":
    main()
