"""A mail server on this machine, on a free port, that can be told to refuse somebody or to die."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes
from email.message import Message
from email.policy import default

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session
from django.test import override_settings

from concerted.site.mail import mail

HOST = "127.0.0.1"


class MailServer:
    """Takes letters. ``refused`` are addresses it does not know; it dies in the letter after ``takes`` of them."""

    def __init__(self) -> None:
        self.letters: list[tuple[str, Message]] = []
        self.refused: set[str] = set()
        self.takes: int | None = None

    async def handle_RCPT(  # noqa: N802  # the library's name
        self, server: SMTP, session: Session, envelope: Envelope, address: str, rcpt_options: list[str]
    ) -> str:
        """Answer to an address."""
        if address in self.refused:
            return "550 no such mailbox"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        """Take a letter, or hang up in the middle of it."""
        if self.takes is not None and len(self.letters) >= self.takes:
            assert server.transport is not None
            server.transport.abort()
            return "421 gone"
        assert isinstance(envelope.content, bytes)
        letter = message_from_bytes(envelope.content, policy=default)
        self.letters += [(address, letter) for address in envelope.rcpt_tos]
        return "250 OK"

    @property
    def to(self) -> list[str]:
        """List whom letters went to."""
        return [address for address, _letter in self.letters]


@contextmanager
def serving() -> Iterator[MailServer]:
    """Run a mail server and let the site send to it."""
    handler = MailServer()
    # A port of 0 is a free one, which the library does not ask the socket for.
    running = Controller(handler, hostname=HOST, port=_free())
    running.start()
    try:
        with sending_to(running.port):
            yield handler
    finally:
        running.stop()


@contextmanager
def sending_to(port: int) -> Iterator[None]:
    """Let the site send to a port of this machine, whoever listens there."""
    with override_settings(**mail(f"smtp://{HOST}:{port}")):
        yield


@contextmanager
def down() -> Iterator[None]:
    """Let the site send to where nobody listens."""
    with sending_to(_free()):
        yield


def _free() -> int:
    import socket

    with socket.socket() as held:
        held.bind((HOST, 0))
        return int(held.getsockname()[1])
