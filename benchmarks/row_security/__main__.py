"""``python -m tests.postgresql python -m benchmarks.row_security``: what narrowing every statement costs in PostgreSQL.

The same questions of the program by the same focal point, over invented contributions: as a superuser, whom row-level
security does not bind, and as the application's role, in turns in one run. The database must be empty.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from secrets import token_urlsafe
from typing import TypeAlias

import click

from concerted.cli.init import make
from concerted.register.place import KEY_VARIABLE, REGISTER

Question: TypeAlias = Callable[[], object]
SLUG, ROLE = "global-coalition", "measured_site"
RELEASES = ("owner only", "coalition", "public", "working group 1")
# Past the triggers: an entry of the ledger for each would take minutes and is not what is measured.
_CONTRIBUTIONS = """
    INSERT INTO register_contribution
        (coalition_id, owner_id, party_id, release_id, kind, summary, amount, currency, unit, caveat, source, in_force,
         edition)
    SELECT %(coalition)s, party, party, release, 'funds', 'Boats and crews of pier ' || g, g, 'NOK', '', '', 'a letter',
        true, 1
    FROM generate_series(1, %(rows)s) AS g, LATERAL (SELECT
        (%(parties)s::bigint[])[1 + g %% array_length(%(parties)s::bigint[], 1)] AS party,
        (%(releases)s::bigint[])[1 + g / 7 %% 4] AS release) AS rights
"""
_WORDS = """
    INSERT INTO register_searchentry (coalition_id, owner_id, release_id, noun, key, title, body, words)
    SELECT coalition_id, owner_id, release_id, 'contribution', id::text, summary, '',
        'boats and crews of pier ' || id || ' buoy' || id % 100 || ' light' || id % 1000
    FROM register_contribution
"""


@click.command()
@click.option("--rows", default=100_000, show_default=True, help="How many contributions.")
@click.option("--times", default=7, show_default=True, help="How often each question is asked; the median counts.")
def measure(rows: int, times: int) -> None:
    """Print for each question the milliseconds without and with row-level security, and their ratio."""
    if not os.environ.get(REGISTER, "").startswith("postgres"):
        sys.exit("SQLite has no row-level security: python -m tests.postgresql python -m benchmarks.row_security")
    with tempfile.TemporaryDirectory(prefix="concerted-rows-") as folder:
        os.environ.setdefault(KEY_VARIABLE, "a key for measuring alone, and long enough to be one of them")
        os.chdir(folder)
        questions = _prepared(rows)
    from concerted.register.asker import remembering

    print(f"{f'{rows} contributions, median of {times} [ms]':44}{'without':>10}{'with':>10}{'ratio':>8}")
    with remembering():
        for name, question in questions.items():
            without, narrowed = _in_turns(question, times)
            print(f"{name:44}{without:>10.1f}{narrowed:>10.1f}{narrowed / without:>8.1f}", flush=True)


def _prepared(rows: int) -> Mapping[str, Question]:
    """Fill a register and give what a focal point asks it."""
    make(os.environ[REGISTER], (SLUG,))
    from django.db import connection

    from concerted.actions import users
    from concerted.cli.site import acting, now
    from concerted.register import queries
    from concerted.register.models import Coalition, Contribution, Party, Release, User
    from concerted.register.row_security import granting
    from concerted.register.session import enter

    home = Coalition.objects.get(slug=SLUG)
    parties = list(Party.objects.filter(coalition=home).order_by("code").values_list("pk", flat=True))
    releases = dict(Release.objects.filter(coalition=home).values_list("key", "pk"))
    code = Party.objects.get(pk=parties[0]).code
    password = token_urlsafe()
    who = users.add(
        username="nils", password=password, coalition=SLUG, role="focal point", party=code, by=acting(), at=now()
    )
    with connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")
        cursor.execute(
            _CONTRIBUTIONS,
            {"coalition": home.pk, "rows": rows, "parties": parties, "releases": [releases[one] for one in RELEASES]},
        )
        cursor.execute(_WORDS)
        cursor.execute("RESET session_replication_role")
        cursor.execute("ANALYZE")
        cursor.execute(f"CREATE ROLE {ROLE}")
    granting.grant(connection, ROLE)
    nils = User.objects.get(pk=who)
    enter(nils)
    seen = Contribution.objects.visible_to(nils).filter(coalition=home)
    last = Contribution.objects.order_by("-pk").values_list("pk", flat=True)[0]
    return {
        "the first 50 of the list": lambda: list(seen.order_by("pk")[:50]),
        "one by its number": lambda: list(seen.filter(pk=last)),
        "how many are seen": seen.count,
        "those of one party": lambda: list(seen.filter(party=parties[1])),
        "a word of 1 entry in 1,000": lambda: queries.search(nils, SLUG, "light77"),
        "a word of 1 entry in 100": lambda: queries.search(nils, SLUG, "buoy77"),
        "the beginning of a word of 11 in 100": lambda: queries.search(nils, SLUG, "buoy1"),
        "a word of every entry": lambda: queries.search(nils, SLUG, "boats"),
    }


def _in_turns(question: Question, times: int) -> tuple[float, float]:
    """Ask a question by turns without and with row-level security; gives the medians in milliseconds."""
    from django.db import connection

    taken: dict[str, list[float]] = {"RESET ROLE": [], f"SET ROLE {ROLE}": []}
    answers = []
    for _ in range(times):
        for role, each in taken.items():
            with connection.cursor() as cursor:
                cursor.execute(role)
            start = time.perf_counter()
            answers.append(question())
            each.append((time.perf_counter() - start) * 1000)
    with connection.cursor() as cursor:
        cursor.execute("RESET ROLE")
    if any(one != answers[0] for one in answers):
        sys.exit("row-level security changed what the program finds")
    without, narrowed = (statistics.median(each) for each in taken.values())
    return without, narrowed


if __name__ == "__main__":
    measure()
