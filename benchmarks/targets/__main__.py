"""Count the commitments of communiqués by their targets, beside the published counts of the G7 and G20 Research Groups.

The Groups count one commitment a target, general statements left out. The figures of a text: its commitments as acts
(one operative verb each), their targets, the targets of those that are specific, and the published count where there
is one. ``python -m benchmarks.targets FILE[=COUNT] ...`` counts any text.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from concerted.formats import open_document
from concerted.reading import read
from concerted.reading.facts import Aim, Kind

BESIDE = Path(__file__).resolve().parents[3] / "shared" / "statements"
# Compliance reports of the Groups: "469 commitments made at Apulia" (G7 Research Group, interim report, March 2025).
PUBLISHED = {"wh-2024-06-14-g7-apulia-communique.txt": 469}


def main() -> None:
    """Print one line for each text."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.targets", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("texts", nargs="*", metavar="FILE[=COUNT]", help="else those with a published count")
    texts = [(Path(name), count) for name, _, count in (text.partition("=") for text in parser.parse_args().texts)]
    texts = texts or [(BESIDE / name, str(count)) for name, count in PUBLISHED.items()]
    if missing := [str(path) for path, _ in texts if not path.is_file()]:
        sys.exit(f"no such file: {', '.join(missing)}")
    print(f"{'':<50}{'acts':>7}{'targets':>9}{'specific':>10}{'published':>11}")
    for path, published in texts:
        acts = [act for act in read(open_document(path.read_bytes(), path.name)).acts if act.kind is Kind.COMMITMENT]
        specific = sum(len(act.targets) for act in acts if act.aim is Aim.SPECIFIC)
        targets = sum(len(act.targets) for act in acts)
        print(f"{path.stem[:48]:<50}{len(acts):>7}{targets:>9}{specific:>10}{published or '-':>11}")


if __name__ == "__main__":
    main()
