"""Fetch a document from an address that a person gives, and from nowhere else than they could mean.

An address can be made to point into the network of the machine that fetches it. So every
address, redirects included, is looked up once, all that it stands for must be public, and the
connection goes to the checked number itself; the name goes along for the certificate.
"""

from __future__ import annotations

import socket
import ssl
import time
from collections.abc import Callable
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

import httpx

from concerted.terms.document import LARGEST_FILE
from concerted.terms.errors import AddressRefused

IPAddress = IPv4Address | IPv6Address
Resolve = Callable[[str, int], list[IPAddress]]

_PORTS = {"http": 80, "https": 443}
_MOST_REDIRECTS = 5
_SECONDS_CONNECTING, _SECONDS_SILENT, _SECONDS_IN_ALL = 10.0, 15.0, 60.0
_PUBLIC = "a public http or https address"
_HEADERS = {
    "User-Agent": "concerted (reads public statements)",
    "Accept": "text/html,text/plain,text/markdown,application/pdf,*/*;q=0.5",
    "Accept-Encoding": "identity",
}
# RFC 6052: the last 32 bits are an IPv4 address, which a gateway may take into the network behind it.
_TRANSLATED = IPv6Network("64:ff9b::/96")


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address gave: its bytes, what the server calls them, and where redirects ended."""

    data: bytes
    media_type: str
    address: str


def is_public(number: IPAddress) -> bool:
    """Tell whether a number is one on the public network, also where it wraps another one."""
    if isinstance(number, IPv6Address):
        wrapped = number.ipv4_mapped or number.sixtofour or (number.teredo or (None, None))[1]
        if number in _TRANSLATED:
            wrapped = IPv4Address(int(number) & 0xFFFFFFFF)
        if wrapped is not None:
            return is_public(wrapped)
        if number.is_site_local:
            return False
    return number.is_global and not (number.is_multicast or number.is_reserved or number.is_unspecified)


def resolve(host: str, port: int) -> list[IPAddress]:
    """Look a name up; numbers in any spelling (decimal, octal, hexadecimal) come out as what they mean."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(ip_address(str(entry[4][0]).partition("%")[0]) for entry in found))


@dataclass(frozen=True, slots=True)
class Guard:
    """What may be fetched: by default public numbers on the ports of the web.

    Tests let a server of their own through: ``resolve`` instead of the name service, and
    ``allowed``, pairs of a number and a port.
    """

    resolve: Resolve = resolve
    allowed: frozenset[tuple[str, int]] = frozenset()
    seconds_silent: float = _SECONDS_SILENT
    seconds_in_all: float = _SECONDS_IN_ALL

    def numbers(self, url: httpx.URL) -> list[IPAddress]:
        """Check an address and give the numbers that it stands for, every one of them checked.

        Raises AddressRefused if it is no public http or https address.
        """
        where = str(url.copy_with(username=None, password=None))
        host = url.raw_host.decode("ascii")
        if url.scheme not in _PORTS or not host or "%" in host:
            raise AddressRefused("not a web address", where=where, expected=_PUBLIC)
        if url.userinfo:
            raise AddressRefused("the address holds a user name", where=where, expected=_PUBLIC)
        port = _PORTS[url.scheme] if url.port is None else url.port
        try:
            numbers = self.resolve(host, port)
        except (OSError, UnicodeError) as error:
            raise AddressRefused(f"the name {host} is not known", where=where, expected=_PUBLIC) from error
        for number in numbers:
            if (str(number), port) in self.allowed:
                continue
            if not is_public(number):
                raise AddressRefused(f"{number} is not on the public network", where=where, expected=_PUBLIC)
            if port not in _PORTS.values():
                raise AddressRefused(f"port {port} is not one of the web", where=where, expected="port 80 or 443")
        if not numbers:
            raise AddressRefused(f"the name {host} is not known", where=where, expected=_PUBLIC)
        return numbers


def fetch(address: str, guard: Guard | None = None) -> Fetched:
    """Fetch a document of at most twenty million bytes within a minute.

    Follows five redirects, each checked as the first address. Proxies and credentials of the
    environment play no part. Raises AddressRefused in one line for every failure.
    """
    guard = guard or Guard()
    url = _parsed(address)
    ends = time.monotonic() + guard.seconds_in_all
    timeout = httpx.Timeout(guard.seconds_silent, connect=min(_SECONDS_CONNECTING, guard.seconds_silent))
    # No connection serves twice: names that share a number would share a certificate's check.
    alone = httpx.Limits(max_keepalive_connections=0)
    secure = ssl.create_default_context()
    with httpx.Client(verify=secure, trust_env=False, timeout=timeout, limits=alone) as client:
        for _ in range(_MOST_REDIRECTS + 1):
            found = _ask(client, url, guard, ends)
            if isinstance(found, Fetched):
                return found
            url = found
    raise AddressRefused("too many redirects", where=address, expected=f"at most {_MOST_REDIRECTS}")


def _parsed(address: str) -> httpx.URL:
    try:
        return httpx.URL(address.strip())
    except httpx.InvalidURL as error:
        raise AddressRefused("not a web address", where=address, expected=_PUBLIC) from error


def _ask(client: httpx.Client, url: httpx.URL, guard: Guard, ends: float) -> Fetched | httpx.URL:
    """Ask one address: a document, or where to go instead. Its numbers are tried in turn."""
    failure: httpx.HTTPError = httpx.ConnectError("no number")
    for number in guard.numbers(url):
        request = client.build_request(
            "GET",
            url.copy_with(host=str(number), fragment=None),
            headers=_HEADERS | {"Host": url.netloc.decode("ascii")},
            extensions={"sni_hostname": url.raw_host.decode("ascii")},
        )
        try:
            response = client.send(request, stream=True)
        except (httpx.ConnectError, httpx.ConnectTimeout) as error:
            failure = error
            continue
        except httpx.HTTPError as error:
            raise _unanswered(url, error) from error
        try:
            return _answer(response, url, ends)
        except httpx.HTTPError as error:
            raise _unanswered(url, error) from error
        finally:
            response.close()
    raise _unanswered(url, failure) from failure


def _unanswered(url: httpx.URL, error: httpx.HTTPError) -> AddressRefused:
    if isinstance(error, httpx.TimeoutException):
        return AddressRefused("no answer in time", where=str(url), expected="an answer within seconds")
    said = " ".join(str(error).split())[:200] or type(error).__name__
    return AddressRefused(f"no answer ({said})", where=str(url), expected="a page or file")


def _answer(response: httpx.Response, url: httpx.URL, ends: float) -> Fetched | httpx.URL:
    if response.has_redirect_location:
        try:
            return url.join(response.headers["location"])
        except httpx.InvalidURL as error:
            raise AddressRefused("redirected to what is no address", where=str(url), expected=_PUBLIC) from error
    if not response.is_success:
        raise AddressRefused(
            f"the server answers {response.status_code} {response.reason_phrase}".rstrip(),
            where=str(url),
            expected="a page or file",
        )
    data = bytearray()
    for piece in response.iter_bytes():
        data += piece
        if len(data) > LARGEST_FILE:
            raise AddressRefused(
                "the file is too large", where=str(url), expected=f"at most {LARGEST_FILE // 1_000_000} MB"
            )
        if time.monotonic() > ends:
            raise AddressRefused("no end in time", where=str(url), expected="the whole file within a minute")
    return Fetched(bytes(data), response.headers.get("content-type", ""), str(url))
