"""Ask a filled register for its pages, through the site's whole stack, as three people under row-level security."""

from __future__ import annotations

import json
import re
import time
from typing import Any

from benchmarks.scale.filling import PEOPLE, SLUG

_WARM = 2
_EXPORT, _FEWEST = "all contributions as CSV", 1000


def ask(times: int) -> None:
    """Print the milliseconds of each page and person as JSON."""
    from concerted.cli.site import set_up

    set_up(None)
    from django.test import Client, override_settings

    from concerted.register.models import User

    taken: dict[str, list[float]] = {}
    with override_settings(ALLOWED_HOSTS=["*"], SECURE_SSL_REDIRECT=False):
        for username in PEOPLE:
            client = Client(raise_request_exception=True)
            client.force_login(
                User.objects.get(username=username), "allauth.account.auth_backends.AuthenticationBackend"
            )
            for name, address in _pages(client).items():
                for number in range(times + _WARM):
                    start = time.perf_counter()
                    answer: Any = client.get(address)
                    passed = (time.perf_counter() - start) * 1000
                    if answer.status_code != 200:
                        raise SystemExit(f"{username}: {address} is answered with {answer.status_code}")
                    if number >= _WARM:
                        taken.setdefault(f"{username}: {name}", []).append(passed)
            if username == next(iter(PEOPLE)):
                taken[f"{username}: {_EXPORT}"] = [_exported(client)]
    print(json.dumps(taken))


def _exported(client: Any) -> float:
    """Take every contribution out as a sheet, once, and give the milliseconds."""
    start = time.perf_counter()
    answer = client.get(f"/{SLUG}/sheets/contribution/csv")
    lines = sum(part.count(b"\n") for part in answer.streaming_content) if answer.streaming else 0
    if lines < _FEWEST:
        raise SystemExit(f"the export has {lines} lines")
    return (time.perf_counter() - start) * 1000


def _pages(client: Any) -> dict[str, str]:
    """Give the pages' addresses; the records are ones that this person finds in the lists."""
    home = f"/{SLUG}/"
    given, promise, meeting = (
        _first(client, f"{home}{noun}/") for noun in ("contributions", "commitments", "meetings")
    )
    return {
        "board": home,
        "partners": f"{home}partners/",
        "a partner": f"{home}partners/NOR/",
        "a line": f"{home}lines/2/",
        "contributions": f"{home}contributions/",
        "contributions, page 100": f"{home}contributions/?page=100",
        "contributions of a partner and kind": f"{home}contributions/?party=NOR&kind=training",
        "contributions of a line and release": f"{home}contributions/?line=3&release=public",
        "contributions, the largest first": f"{home}contributions/?order=largest",
        "commitments": f"{home}commitments/",
        "commitments of a partner, open": f"{home}commitments/?party=NOR&status=open",
        "commitments of a line, soonest due": f"{home}commitments/?line=2&order=due",
        "search: a rare word": f"{home}search/?q=lot+17",
        "search: a word of 1 in 1,000": f"{home}search/?q=harbour+77",
        "search: a word of 1 in 10": f"{home}search/?q=radios",
        "a contribution": f"{home}contributions/{given}/",
        "a commitment": f"{home}commitments/{promise}/",
        "the draft of a statement": f"{home}meetings/{meeting}/statement/",
        "a contribution's history": f"{home}history/contribution/{given}/",
    }


def _first(client: Any, address: str) -> str:
    """Find the number of the first record of a list."""
    found = re.search(rf'href="{address}(\d+)/"', client.get(address).content.decode())
    if found is None:
        raise SystemExit(f"{address} is empty")
    return found[1]
