"""The seating of a meeting as a table for spreadsheets and for those who print the plates."""

from __future__ import annotations

import csv
import io

from concerted.formats.cells import guarded
from concerted.register.rows.seating import Seating

COLUMNS = ("place", "plate", "code", "role", "person")


def table(seating: Seating) -> bytes:
    """Write a row for each delegate in the order of seats: CSV in UTF-8 with a mark, which spreadsheets look for."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for seat in seating.seats:
        code = seat.party.code if seat.party else ""
        for one in seat.delegates:
            writer.writerow((seat.place, guarded(seat.plate), code, one.role, guarded(one.person)))
    return out.getvalue().encode("utf-8-sig")
