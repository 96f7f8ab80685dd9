"""``python -m benchmarks.sheets --rows 20000``: sheets beside their peers, in one run.

Reading: python-calamine (XLSX) and the standard library (CSV) on the same files. Importing: Django's ``bulk_create`` of
the same rows into the same table without the ledger's triggers, with nothing compared, checked or searched.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path

from benchmarks.faults.importing import sheet
from benchmarks.sheets import ways
from concerted.formats.sheets import Field, Table, open_sheet, write_workbook


def main() -> int:
    """Measure each way in a process of its own, and print ratios."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.sheets", description=__doc__)
    parser.add_argument("--rows", type=int, default=20_000)
    rows = parser.parse_args().rows
    with tempfile.TemporaryDirectory(prefix="concerted-sheets-") as folder:
        os.chdir(folder)
        sheet(Path("rows.csv"), rows)
        with Path("rows.csv").open("rb") as source, Path("rows.xlsx").open("wb") as file:
            head, *body = open_sheet(source, "rows.csv").rows
            fields = tuple(Field(str(cell), str(cell), "") for cell in head.cells)
            write_workbook(Table("rows", fields), (row.cells for row in body), file)
        print(f"{rows} rows{'':12}{'seconds':>9}{'MB':>7}{'times as long':>15}")
        for name, ours, peer in (
            ("XLSX", ways.xlsx, ways.calamine),
            ("CSV", ways.delimited, ways.standard),
            ("import", ways.imported, ways.bare),
        ):
            first, second = ways.measured(peer), ways.measured(ours)
            print(f"{name}: {peer.__name__:14}{first[0]:>9.1f}{first[1]:>7.0f}")
            print(f"{name}: {'concerted':14}{second[0]:>9.1f}{second[1]:>7.0f}{second[0] / first[0]:>15.1f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
