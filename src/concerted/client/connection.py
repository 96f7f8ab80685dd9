"""How the client speaks to the programming interface: requests, pages, patience, problems."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any, TypeVar, cast
from urllib.parse import quote

import httpx
from pydantic import TypeAdapter

T = TypeVar("T")
_WRONG, _TOO_MANY = 400, 429


class Problem(Exception):
    """What went wrong, as the interface says it (RFC 9457).

    ``what`` went wrong, ``where`` (a field, a parameter, a record) and what was ``expected`` instead; ``members`` are
    all that the answer says, such as ``was`` and ``now`` of a record that somebody else has changed (412).
    """

    def __init__(self, status: int, members: Mapping[str, Any]) -> None:
        self.status, self.members = status, members
        self.what = str(members.get("detail", ""))
        self.where = str(members.get("where", ""))
        self.expected = str(members.get("expected", ""))
        super().__init__(f"{status}: {self.where}: {self.what}; expected {self.expected}")


@dataclass(frozen=True, slots=True)
class Sending:
    """A request: a body is JSON, or the bytes of a file."""

    method: str
    path: str
    query: Mapping[str, Any]
    headers: Mapping[str, str | None]
    body: Mapping[str, Any] | bytes | None = None


class Connection:
    """A token's way to one site; ``patience`` is for how many seconds it waits, in all, where a limit is reached.

    ``tag`` is the ETag of the last answer: what a change names in ``if_match``.
    """

    def __init__(
        self,
        origin: str,
        token: str = "",
        *,
        language: str = "en",
        http: httpx.Client | None = None,
        patience: float = 120,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._http = http or httpx.Client(timeout=60, follow_redirects=True)
        self._origin = origin.rstrip("/")
        self._headers = {"Accept-Language": language} | ({"Authorization": f"Bearer {token}"} if token else {})
        self._patience, self._sleep = patience, sleep
        self.tag = ""

    def close(self) -> None:
        """End the connection."""
        self._http.close()

    def _answer(self, sending: Sending) -> httpx.Response:
        """Send a request; raises Problem."""
        headers = self._headers | {name: value for name, value in sending.headers.items() if value is not None}
        query = {name: _written(value) for name, value in sending.query.items() if value is not None}
        more: dict[str, Any] = {"json": _plain(sending.body)} if isinstance(sending.body, Mapping) else {}
        if isinstance(sending.body, bytes):
            more, headers["Content-Type"] = {"content": sending.body}, "application/octet-stream"
        waited = 0.0
        while True:
            answer = self._http.request(
                sending.method, self._origin + sending.path, params=query or None, headers=headers, **more
            )
            pause = float(answer.headers.get("Retry-After", 1))
            if answer.status_code != _TOO_MANY or waited + pause > self._patience:
                break
            self._sleep(pause)
            waited += pause
        self.tag = answer.headers.get("ETag", "")
        if answer.status_code >= _WRONG:
            said = answer.headers.get("Content-Type", "").startswith("application/problem+json")
            raise Problem(answer.status_code, answer.json() if said else {"detail": answer.reason_phrase})
        return answer

    def _row(self, kind: type[T], sending: Sending) -> T:
        """Send a request that one row answers."""
        return cast(T, adapter(cast(Any, kind)).validate_json(self._answer(sending).content))

    def _rows(self, kind: type[T], sending: Sending) -> Iterator[T]:
        """Send a request that a list answers, and follow its pages."""
        following: str | None = ""
        while following is not None:
            answer = self._answer(sending)
            yield from cast(tuple[T, ...], adapter(tuple[kind, ...]).validate_json(answer.content))  # type: ignore[valid-type]
            following = answer.links.get("next", {}).get("url")
            if following is not None:
                address = httpx.URL(following)
                sending = Sending("GET", address.path, dict(address.params), sending.headers)

    def _done(self, sending: Sending) -> None:
        """Send a request that nothing answers."""
        self._answer(sending)

    def _file(self, sending: Sending) -> bytes:
        """Send a request that a file answers."""
        return self._answer(sending).content


@lru_cache(maxsize=256)
def adapter(kind: Any) -> TypeAdapter[Any]:
    """Give what reads a kind of row."""
    return TypeAdapter(kind)


def part(value: object) -> str:
    """Write a part of an address."""
    return quote(str(value), safe="")


def _written(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return value.isoformat() if isinstance(value, date) else str(value)


def _plain(body: Any) -> Any:
    """Write what is sent as JSON has it: figures and days as strings."""
    if isinstance(body, Mapping):
        return {name: _plain(value) for name, value in body.items()}
    if isinstance(body, list | tuple):
        return [_plain(one) for one in body]
    return _written(body) if isinstance(body, date | Decimal) else body
