"""Many people at once: mixed reading and writing against gunicorn and PostgreSQL, and what became of every write.

Each person is a focal point with a session of their own and does one thing after the other: mostly opens pages, enters
a contribution, or adds one to the amount of a contribution that several people share, by the edition that the form
showed. Afterwards every entered contribution must be there once, and every shared amount must be as many as were saved.
"""

from __future__ import annotations

import os
import random
import re
import signal
import socket
import statistics
import subprocess
import sys
import threading
import time
from collections import Counter
from dataclasses import dataclass, field
from secrets import token_hex
from typing import Any

import httpx

from benchmarks.scale.filling import SLUG
from concerted.register.place import REGISTER

HOME = f"/{SLUG}/"
PAGES = (
    "",
    "partners/NOR/",
    "lines/2/",
    "contributions/",
    "contributions/?line=3",
    "commitments/",
    "search/?q=harbour+77",
)
WORKERS, THREADS = 2, 8
SHARED = 10
# Of ten deeds one enters, one changes what is shared, the others read.
_DEEDS = ("enter", "change", *("read",) * 8)


@dataclass(slots=True)
class Told:
    """What one person was told."""

    counts: Counter[str] = field(default_factory=Counter)
    taken: list[float] = field(default_factory=list)
    entered: list[str] = field(default_factory=list)
    saved: Counter[int] = field(default_factory=Counter)
    troubles: list[str] = field(default_factory=list)


def load(owner: str, role: str, *, users: int, seconds: int) -> None:
    """Let people use the site for a while and print what came of it; exits with 1 after an error or a lost write.

    ``owner`` and ``role`` are the register's addresses for the tables' owner and for the site.
    """
    os.environ[REGISTER] = owner
    from concerted.cli.site import set_up

    set_up(None)
    sessions, shared = _people(users)
    port = _free_port()
    command = [sys.executable, "-m", "gunicorn", "--bind", f"127.0.0.1:{port}", "--worker-class", "gthread"]
    command += ["--workers", str(WORKERS), "--threads", str(THREADS), "--log-level", "warning", "--no-control-socket"]
    site = subprocess.Popen(  # noqa: S603 (our own program)
        [*command, "concerted.site.wsgi"], env=os.environ | {REGISTER: role}, start_new_session=True
    )
    try:
        _wait(port)
        told = [Told() for _ in sessions]
        end = time.monotonic() + seconds
        threads = [
            threading.Thread(target=_use, args=(port, cookie, number, shared, end, one))
            for number, (cookie, one) in enumerate(zip(sessions, told, strict=True))
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    finally:
        os.killpg(site.pid, signal.SIGTERM)
        site.wait()
    _report(told, shared, users, seconds)


def _people(users: int) -> tuple[list[str], list[int]]:
    """Make focal points of one partner, each with a session, and the contributions that they share."""
    from django.contrib.sessions.backends.db import SessionStore

    from concerted.actions import contributions
    from concerted.cli.site import acting, now
    from concerted.register.access import Role
    from concerted.register.models import Coalition, Membership, Party, User
    from concerted.register.nouns.contribution import Content

    home = Coalition.objects.get(slug=SLUG)
    party, cookies = Party.objects.get(coalition=home, code="NOR"), []
    for number in range(users):
        person, _new = User.objects.get_or_create(
            username=f"load{number}", defaults={"name": f"Person {number}", "joined_at": now()}
        )
        Membership.objects.get_or_create(user=person, coalition=home, role=Role.FOCAL_POINT.value, party=party)
        session = SessionStore()
        session["_auth_user_id"] = str(person.pk)
        session["_auth_user_backend"] = "allauth.account.auth_backends.AuthenticationBackend"
        session["_auth_user_hash"] = person.get_session_auth_hash()
        session.save()
        cookies.append(str(session.session_key))
    by: Any = User.objects.get(username="load0")
    content = Content("equipment", "Shared lots", "a letter", quantity=1, unit="lots")  # type: ignore[arg-type]  # a whole number will do
    shared = [
        contributions.add(coalition=SLUG, content=content, reach="owner only", by=by, at=now()) for _ in range(SHARED)
    ]
    acting()
    return cookies, shared


def _use(port: int, cookie: str, number: int, shared: list[int], end: float, told: Told) -> None:
    """Do one thing after the other until the time is up."""
    chance = random.Random(number)  # noqa: S311 (which page comes next is no secret)
    cookies = {"sessionid": cookie, "csrftoken": "a" * 32}
    with httpx.Client(base_url=f"http://127.0.0.1:{port}", cookies=cookies, timeout=600) as browser:
        deeds = {"read": _read, "enter": _enter, "change": _change}
        while time.monotonic() < end:
            deed, start = chance.choice(_DEEDS), time.perf_counter()
            try:
                deeds[deed](browser, chance, shared, told)
            except (httpx.HTTPError, ValueError) as error:
                told.troubles.append(f"{deed}: {error!r:.200}")
            told.counts[deed] += 1
            told.taken.append((time.perf_counter() - start) * 1000)


def _read(browser: httpx.Client, chance: random.Random, _shared: list[int], told: Told) -> None:
    address = HOME + chance.choice(PAGES)
    if (answer := browser.get(address)).status_code != 200:
        told.troubles.append(f"{address}: {answer.status_code}")


def _enter(browser: httpx.Client, _chance: random.Random, _shared: list[int], told: Told) -> None:
    words = f"Entered {token_hex(8)}"
    given = {"summary": words, "kind": "equipment", "quantity": "1", "unit": "lots", "source": "a letter"}
    answer = _post(browser, f"{HOME}contributions/new/", given | {"reach": "owner only"})
    if answer.status_code == 302:
        told.entered.append(words)
    else:
        told.troubles.append(f"enter: {answer.status_code}")


def _change(browser: httpx.Client, chance: random.Random, shared: list[int], told: Told) -> None:
    """Add one to what the form shows; who comes too late is shown what the other wrote, and saves nothing."""
    number = chance.choice(shared)
    address = f"{HOME}contributions/{number}/change/"
    html = browser.get(address).text
    quantity, seen = (re.search(rf'name="{name}"[^>]*value="([^"]*)"', html) for name in ("quantity", "seen"))
    if quantity is None or seen is None:
        raise ValueError("the form shows no quantity or no edition")
    given = {"summary": "Shared lots", "kind": "equipment", "unit": "lots", "source": "a letter", "seen": seen[1]}
    answer = _post(browser, address, given | {"quantity": str(round(float(quantity[1])) + 1)})
    if answer.status_code == 302:
        told.saved[number] += 1
    elif answer.status_code == 409:
        told.counts["too late"] += 1
    else:
        told.troubles.append(f"change: {answer.status_code}")


def _post(browser: httpx.Client, address: str, given: dict[str, str]) -> httpx.Response:
    return browser.post(address, data=given | {"csrfmiddlewaretoken": "a" * 32})


def _report(told: list[Told], shared: list[int], users: int, seconds: int) -> None:
    from concerted.register.models import Contribution

    counts, saved = Counter[str](), Counter[int]()
    for one in told:
        counts += one.counts
        saved += one.saved
    entered = [words for one in told for words in one.entered]
    there = Counter(Contribution.objects.filter(summary__startswith="Entered ").values_list("summary", flat=True))
    lost = sum(there[words] != 1 for words in entered)
    amounts = dict(Contribution.objects.filter(pk__in=shared).values_list("pk", "quantity"))
    overwritten = sum(int(amounts[number] or 0) != 1 + saved[number] for number in shared)
    troubles = [trouble for one in told for trouble in one.troubles]
    taken = sorted(one for each in told for one in each.taken)
    done = counts["read"] + counts["enter"] + counts["change"]
    print(
        f"{users} people, {seconds} s, {WORKERS} processes with {THREADS} threads: {done / seconds:.1f} deeds a second"
    )
    print(f"read {counts['read']}, entered {len(entered)}, changed {saved.total()}, too late {counts['too late']}")
    print(f"p50 {statistics.median(taken):.0f} ms, p95 {taken[int(len(taken) * 0.95)]:.0f} ms for a deed")
    print(f"errors {len(troubles)}, entries lost or doubled {lost}, shared amounts that lack a change {overwritten}")
    for trouble in troubles[:5]:
        print(f"  {trouble}")
    if troubles or lost or overwritten:
        sys.exit(1)


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def _wait(port: int) -> None:
    for _ in range(300):
        try:
            httpx.get(f"http://127.0.0.1:{port}/sign-in/", timeout=10)
        except httpx.TransportError:
            time.sleep(0.2)
        else:
            return
    raise SystemExit("the site does not start")
