"""When people are warned that a series of meetings must come together: some days before, and once when it is late."""

from __future__ import annotations

from datetime import date, timedelta

# Days before the last day on which a meeting is in time.
STAGES = (60, 30, 14, 7)
AFTER = -1


def stage(due: date, today: date) -> int | None:
    """Give the last warning whose day has come: in days before, ``AFTER`` once it is late, None before the first."""
    left = (due - today).days
    if left < 0:
        return AFTER
    return min((one for one in STAGES if one >= left), default=None)


def warnings(due: date) -> tuple[tuple[int, date], ...]:
    """Give the day of each warning, the first one first; those beyond the calendar's own ends are left out."""
    found = []
    for one in (*STAGES, AFTER):
        try:
            found.append((one, due - timedelta(days=one)))
        except OverflowError:
            continue
    return tuple(found)
