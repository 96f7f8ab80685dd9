"""Four kinds of write, each killed at a random moment; what the person is told afterwards; what is left."""

from __future__ import annotations

import random
import re
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import httpx

from benchmarks.faults.invented import statement
from benchmarks.faults.site import PASSWORD, Site, concerted, done, kill
from benchmarks.faults.soundness import Soundness
from concerted.actions import users
from concerted.cli.site import acting, now
from concerted.register.models import Commitment, Decision, Finding, Statement, StatusChange

SLUG = "global-coalition"


@dataclass(slots=True)
class Tally:
    """What a kind of write came to: how often it was killed, was there or not, and whatever was wrong."""

    killed: int = 0
    there: int = 0
    not_there: int = 0
    answered: int = 0
    faults: list[str] = field(default_factory=list)


class Trials:
    """A register in a folder, the site before it, and the writes that are killed."""

    def __init__(self, folder: Path, seed: int) -> None:
        self._folder = folder
        self._chance = random.Random(seed)  # noqa: S311 (moments, no secrets)
        self._sound = Soundness()
        self._number = 0
        self._site = Site("amina")
        self._usual: dict[str, float] = {}

    def prepare(self) -> None:
        """Make the people, and a statement whose findings are accepted."""
        users.add(username="amina", password=PASSWORD, coalition=SLUG, role="secretariat", by=acting(), at=now())
        self._load()
        self._site.sign_in()
        self._usual["intake"] = self._time(self._load)
        number = self._load()
        self._usual["review"] = self._first(lambda: self._accept(self._waiting(number)))
        self._usual["bulk edit"] = self._first(lambda: self._accept_all(number))
        self._usual["ledger write"] = self._first(lambda: self._change(self._promise(number), "in progress"))

    def end(self) -> None:
        """Stop the site."""
        self._site.kill()

    def intake(self, tally: Tally) -> None:
        """Kill ``concerted load`` while it takes a statement in."""
        path = self._write()
        process = concerted("load", str(path))
        if process.stderr is not None:
            process.stderr.readline()
        time.sleep(self._chance.uniform(0, self._usual["intake"]))
        ended = process.poll() is not None
        kill(process)
        title = path.read_text().splitlines()[0]
        there = Statement.objects.filter(title=title).exists()
        self._tally(tally, there, ended)
        said = done("load", str(path))
        if ("Already there" if there else "Taken in") not in said:
            tally.faults.append(f"told after an intake: {said}")

    def review(self, tally: Tally) -> None:
        """Kill the site while a finding is accepted."""
        finding = self._waiting(self._some_statement())
        answer = self._killed("review", lambda: self._accept(finding))
        there = Decision.objects.filter(finding=finding).exists()
        self._tally(tally, there, answer is not None)
        self._told(tally, self._accept(finding), there)

    def bulk_edit(self, tally: Tally) -> None:
        """Kill the site while every act of a statement is accepted."""
        number = self._load()
        answer = self._killed("bulk edit", lambda: self._accept_all(number))
        decided = Decision.objects.filter(finding__statement=number).count()
        every = Finding.objects.filter(statement=number, fact="act").count()
        if decided not in (0, every):
            tally.faults.append(f"{decided} of {every} acts were accepted")
        self._tally(tally, decided == every, answer is not None)
        self._told(tally, self._accept_all(number), there=False)

    def ledger_write(self, tally: Tally) -> None:
        """Kill the site while a commitment's status changes."""
        promise = self._promise()
        status = "fulfilled" if promise.status != "fulfilled" else "open"
        before = StatusChange.objects.filter(commitment=promise).count()
        answer = self._killed("ledger write", lambda: self._change(promise, status))
        there = StatusChange.objects.filter(commitment=promise).count() > before
        self._tally(tally, there, answer is not None)
        self._told(tally, self._change(promise, status), there)

    def _tally(self, tally: Tally, there: bool, answered: bool) -> None:
        tally.killed += 1
        tally.answered += answered
        tally.there += there
        tally.not_there += not there
        if answered and not there:
            tally.faults.append("it was said to be done, and is not there")
        tally.faults += self._sound.faults()

    def _told(self, tally: Tally, answer: httpx.Response, there: bool) -> None:
        """Sent again after the site is back, the form is done, or refused with what is so."""
        if answer.status_code not in ((302, 409, 422) if there else (302,)):
            tally.faults.append(f"sent again, it is answered with {answer.status_code}")
        self._site.start()

    def _killed(self, kind: str, write: Callable[[], httpx.Response]) -> httpx.Response | None:
        """Send a form and kill the site somewhere on the way; gives the answer if it came."""
        self._site.start()
        answers: list[httpx.Response] = []

        def send() -> None:
            try:
                answers.append(write())
            except httpx.TransportError:
                return  # What the browser then says is the browser's.

        sender = threading.Thread(target=send)
        sender.start()
        time.sleep(self._chance.uniform(0, self._usual[kind]))
        self._site.kill()
        sender.join()
        self._site.start()
        return answers[0] if answers and answers[0].status_code == 302 else None

    def _write(self) -> Path:
        self._number += 1
        path = self._folder / f"statement-{self._number}.txt"
        path.write_text(statement(self._number))
        return path

    def _load(self) -> int:
        said = done("load", str(self._write()))
        found = re.search(r"statement (\d+)", said)
        if found is None:
            raise RuntimeError(f"not loaded: {said}")
        return int(found[1])

    def _some_statement(self) -> int:
        waiting = Finding.objects.filter(fact="act", decisions=None).values_list("statement", flat=True).first()
        return waiting or self._load()

    def _waiting(self, number: int) -> Finding:
        return Finding.objects.filter(statement=number, fact="act", decisions=None)[0]

    def _promise(self, number: int | None = None) -> Commitment:
        found = Commitment.objects.filter(in_force=True, finding__fact="act")
        if number is not None:
            found = found.filter(finding__statement=number)
        return found.order_by("pk")[0]

    def _accept(self, finding: Finding) -> httpx.Response:
        address = f"/{SLUG}/statements/{finding.statement_id}/findings/{finding.pk}/accept"
        return self._site.post(address, {"seen": "proposed"})

    def _accept_all(self, number: int) -> httpx.Response:
        return self._site.post(f"/{SLUG}/statements/{number}/accept-all", {"fact": "act"})

    def _change(self, promise: Commitment, status: str) -> httpx.Response:
        return self._site.post(f"/{SLUG}/commitments/{promise.pk}/", {"status": status, "evidence": "A report."})

    def _first(self, write: Callable[[], object]) -> float:
        """Time a write as the first one after the site has started: every trial's is."""
        self._site.kill()
        self._site.start()
        return self._time(write)

    @staticmethod
    def _time(work: Callable[[], object]) -> float:
        start = time.perf_counter()
        work()
        return time.perf_counter() - start
