"""A reporting window, its guidelines and reports, as tests of them begin."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from concerted.actions import assessments, benchmarks, guidelines, measurements, reports, windows
from concerted.register.models import Commitment, Reach, User
from concerted.register.nouns.benchmark import Content as Watched
from concerted.register.nouns.measurement import Content as Measured
from concerted.register.nouns.report import Content
from tests.standing import AT, SLUG, Register

WINDOW = windows.Content(
    title="First half of the year",
    first=date(2021, 1, 1),
    last=date(2021, 6, 30),
    opens=date(2021, 3, 1),
    closes=date(2021, 3, 20),
)
TEXT = "Forty of sixty divers are trained."


def promise(words: str = "undertook to train") -> int:
    """Give the number of the commitment that begins so: Norway's on line 1, unless said otherwise."""
    return Commitment.objects.get(text__startswith=words).pk


def open_window(by: User, **more: Any) -> int:
    """Plan the window."""
    return windows.add(coalition=SLUG, content=more.pop("content", WINDOW), by=by, at=AT, **more)


def guide(by: User, commitment: int, **more: Any) -> int:
    """Write a guideline."""
    said = {"full": "Sixty are trained.", "partial": "Some are trained.", "none": "Nobody is trained."}
    return guidelines.write(commitment=commitment, by=by, at=AT, **{**said, **more})


def report(
    by: User, window: int, commitment: int, *, reach: str = Reach.COALITION, at: datetime = AT, **says: Any
) -> int:
    """Report on a commitment."""
    content = Content(window, commitment, **{"stand": "in progress", "text": TEXT, "evidence": "Rolls", **says})
    return reports.add(coalition=SLUG, content=content, reach=reach, by=by, at=at)


def assess(by: User, commitment: int, mark: int = 0, party: str = "NOR", **more: Any) -> int:
    """Assess a party."""
    said = {"reasons": "Forty of sixty.", "evidence": "The rolls of the school."}
    return assessments.assess(commitment=commitment, party=party, mark=mark, by=by, at=AT, **{**said, **more})


def watch(by: User, *, reach: str = Reach.COALITION, **says: Any) -> int:
    """Enter a benchmark: divers, from ten at the beginning of the year to seventy at its end."""
    said = {"title": "Divers at work", "unit": "divers", "source": "The plan of 2020", "line": 1}
    way = {
        "baseline": Decimal(10),
        "baseline_on": date(2021, 1, 1),
        "target": Decimal(70),
        "target_on": date(2021, 12, 31),
    }
    content = Watched(**{**said, **way, **says})
    return benchmarks.add(coalition=SLUG, content=content, reach=reach, by=by, at=AT)


def measure(by: User, benchmark: int, month: int = 2, value: int = 20, *, reach: str = Reach.COALITION) -> int:
    """Enter what was counted in a month."""
    content = Measured(benchmark, date(2021, month, 1), date(2021, month, 28), Decimal(value), "The count of the ports")
    return measurements.add(coalition=SLUG, content=content, reach=reach, by=by, at=AT)


def reported(register: Register, **more: Any) -> tuple[int, int, int]:
    """Give the numbers of a commitment, its guideline and Norway's report on it."""
    commitment = promise()
    guideline = guide(register.people.secretariat, commitment)
    window = open_window(register.people.secretariat)
    return commitment, guideline, report(register.people.norway, window, commitment, **more)
