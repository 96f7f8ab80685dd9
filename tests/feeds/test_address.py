"""Addresses: only public ones are fetched, whatever they are spelt like or redirect to."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address

import pytest

from concerted.feeds import address
from concerted.feeds.address import Guard, fetch, is_public
from concerted.terms.errors import AddressRefused

PAGE = b"<p>We pledge to keep the harbours open.</p>"
HERE = ip_address("127.0.0.1")


class _Answers(BaseHTTPRequestHandler):
    """A server whose paths say what it answers."""

    def do_GET(self) -> None:
        if self.path.startswith("/to/"):
            self.send_response(302)
            self.send_header("Location", self.path.removeprefix("/to/"))
            self.end_headers()
        elif self.path == "/missing":
            self.send_error(404)
        elif self.path == "/large":
            self.send_response(200)
            self.end_headers()
            for _ in range(400):
                self.wfile.write(b"x" * 100_000)
        elif self.path == "/silent":
            self.server.released.wait(5)  # type: ignore[attr-defined]
        elif self.path == "/drip":
            self.send_response(200)
            self.end_headers()
            while not self.server.released.wait(0.02):  # type: ignore[attr-defined]
                self.wfile.write(b"x")
        else:
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(PAGE + self.headers["Host"].encode())

    def log_message(self, format: str, *args: object) -> None:
        """Keep the tests' output free of the server's log."""

    def handle(self) -> None:
        with suppress(ConnectionError):  # the client has had enough
            super().handle()


@dataclass(frozen=True)
class Site:
    """A server of the tests at ``http://harbour.example:port``, and the guard that lets it through."""

    port: int
    guard: Guard

    def at(self, path: str) -> str:
        return f"http://harbour.example:{self.port}{path}"


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    with ThreadingHTTPServer(("127.0.0.1", 0), _Answers) as server:
        server.released = threading.Event()  # type: ignore[attr-defined]
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        port = server.server_address[1]
        allowed = frozenset([("127.0.0.1", port)])
        yield Site(port, Guard(lambda host, _: [HERE], allowed, seconds_silent=0.3, seconds_in_all=0.6))
        server.released.set()  # type: ignore[attr-defined]
        server.shutdown()
        thread.join()


def test_a_page_is_fetched_under_its_own_name(site: Site) -> None:
    found = fetch(site.at("/page#top"), site.guard)
    assert found.data == PAGE + f"harbour.example:{site.port}".encode()
    assert found.media_type == "text/html; charset=utf-8"


def test_redirects_are_followed_to_where_they_end(site: Site) -> None:
    assert fetch(site.at("/to//to//page"), site.guard).address == site.at("/page")


@pytest.mark.parametrize(
    ("path", "what"),
    [
        ("/to/http://10.0.0.7/", "10.0.0.7 is not on the public network"),
        ("/to/http://169.254.169.254/latest/meta-data", "169.254.169.254 is not on the public network"),
        ("/to/file:///etc/passwd", "not a web address"),
        ("/to/http://harbour.example:1/", "127.0.0.1 is not on the public network"),
        ("/to/" * 7 + "/page", "too many redirects"),
        ("/missing", "the server answers 404 Not Found"),
        ("/large", "the file is too large"),
        ("/silent", "no answer in time"),
        ("/drip", "no end in time"),
    ],
)
def test_what_goes_wrong_is_said_on_one_line(site: Site, path: str, what: str) -> None:
    guard = replace(site.guard, resolve=lambda host, _: [HERE] if host == "harbour.example" else [ip_address(host)])
    with pytest.raises(AddressRefused) as caught:
        fetch(site.at(path), guard)
    assert what in str(caught.value)
    assert "; expected " in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/",
        "http://localhost/",
        "http://2130706433/",
        "http://0x7f.1/",
        "http://0/",
        "http://[::1]/",
        "http://[::ffff:127.0.0.1]/",
        "http://[::]/",
        "http://10.1.2.3/",
        "http://172.16.0.1/",
        "http://192.168.1.1:443/",
        "http://100.64.0.1/",
        "http://169.254.169.254/",
        "https://[fe80::1]/",
        "https://[fd00::1]/",
    ],
)
def test_private_numbers_are_refused_in_every_spelling(url: str) -> None:
    with pytest.raises(AddressRefused, match="is not on the public network; expected a public http or https address"):
        fetch(url)


@pytest.mark.parametrize(
    ("url", "what"),
    [
        ("ftp://harbour.example/", "not a web address"),
        ("file:///etc/passwd", "not a web address"),
        ("javascript:alert(1)", "not a web address"),
        ("http://", "not a web address"),
        ("http://[half", "not a web address"),
        ("http://0177.0.0.1/", "not a web address"),
        ("harbour statement", "not a web address"),
        ("http://reader:secret@harbour.example/", "holds a user name"),
        ("http://harbour.example:22/", "port 22 is not one of the web"),
    ],
)
def test_what_is_no_public_address_is_refused(url: str, what: str) -> None:
    with pytest.raises(AddressRefused, match=what) as caught:
        fetch(url, Guard(lambda host, _: [ip_address("93.184.215.14")]))
    assert "secret" not in str(caught.value)


def test_one_private_number_among_public_ones_is_enough() -> None:
    with pytest.raises(AddressRefused, match=r"10\.0\.0\.1 is not on the public network"):
        fetch("http://harbour.example/", Guard(lambda host, _: [ip_address("93.184.215.14"), ip_address("10.0.0.1")]))


def test_an_unknown_name_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(address.socket, "getaddrinfo", fail)
    with pytest.raises(AddressRefused, match=r"the name nowhere\.example is not known"):
        fetch("https://nowhere.example/")


def test_the_connection_goes_to_the_number_that_was_checked(site: Site) -> None:
    answers = iter([[HERE], [ip_address("10.0.0.1")]])
    found = fetch(site.at("/page"), replace(site.guard, resolve=lambda host, _: next(answers)))
    assert found.data.startswith(PAGE)
    assert next(answers) == [ip_address("10.0.0.1")], "the name was looked up twice"


def test_a_secure_connection_asks_for_the_name_not_the_number() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        hello = bytearray()

        def listen() -> None:
            connection, _ = server.accept()
            with connection:
                hello.extend(connection.recv(4096))

        thread = threading.Thread(target=listen)
        thread.start()
        port = server.getsockname()[1]
        guard = Guard(lambda host, _: [HERE], frozenset([("127.0.0.1", port)]), seconds_silent=2)
        with pytest.raises(AddressRefused, match="no answer"):
            fetch(f"https://harbour.example:{port}/", guard)
        thread.join()
    assert b"harbour.example" in hello


@pytest.mark.parametrize("number", ["93.184.215.14", "2606:4700::1111", "64:ff9b::5db8:d70e"])
def test_public_numbers_are_public(number: str) -> None:
    assert is_public(ip_address(number))


@pytest.mark.parametrize(
    "number",
    ["64:ff9b::a00:1", "2002:a00:1::1", "fec0::1", "224.0.0.1", "ff02::1", "240.0.0.1", "255.255.255.255", "192.0.2.1"],
)
def test_wrapped_and_reserved_numbers_are_not(number: str) -> None:
    assert not is_public(ip_address(number))
