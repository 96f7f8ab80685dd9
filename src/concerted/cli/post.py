"""Letters that a command sends one by one: what a mail server does not take waits for the next run."""

from __future__ import annotations

from collections.abc import Callable
from smtplib import SMTPRecipientsRefused, SMTPResponseException, SMTPServerDisconnected

from concerted.cli.interruption import uninterrupted
from concerted.terms.errors import ConcertedError

# A server that does not answer is asked again once: each time can take as long as its timeout.
_TRIES = 2
_NAMED = 3


class NotSent(ConcertedError):
    """Letters are left, as no server took them."""


class Post:
    """Sends letters and remembers which did not go; ``server`` is where they go, in words."""

    def __init__(self, server: str) -> None:
        self.server = server
        self.sent = 0
        self._refused: list[str] = []
        self._gone = ""
        self._gone_in_a_row = 0
        self._waiting = 0

    def send(self, to: str, letter: Callable[[], bool]) -> bool:
        """Let an action send a letter to somebody; False where it did not go, or had gone before."""
        if self._gone_in_a_row >= _TRIES:
            self._waiting += 1
            return False
        try:
            # Whoever stops the command must not come between a letter and the note that it went.
            with uninterrupted():
                new = letter()
        except _errors() as error:
            self._note(to, error)
            return False
        self._gone_in_a_row = 0
        self.sent += new
        return new

    def close(self) -> None:
        """Raise NotSent, with what a person can do, if any letter did not go."""
        if self._refused:
            named = "; ".join(self._refused[:_NAMED]) + (" ..." if len(self._refused) > _NAMED else "")
            expected = "addresses that the server takes"
        elif self._gone:
            named, expected = self._gone, "a mail server that answers (CONCERTED_MAIL)"
        else:
            return
        left = len(self._refused) + self._waiting
        also = f"; then {self._gone}" if self._refused and self._gone else ""
        raise NotSent(
            f"mails not sent: {left} ({named}{also})",
            where=self.server,
            expected=f"{expected}; the next run sends them",
        )

    def _note(self, to: str, error: Exception) -> None:
        if _is_of_this_letter(error):
            self._gone_in_a_row = 0
            self._refused.append(f"{to}: {_said(error)}")
        else:
            self._gone_in_a_row += 1
            self._waiting += 1
            self._gone = _said(error)


def server() -> str:
    """Say where letters go: the mail server, the folder, or the screen."""
    from django.conf import settings

    folder = getattr(settings, "EMAIL_FILE_PATH", "")
    kind = settings.EMAIL_BACKEND.rsplit(".", 2)[-2]
    if kind == "smtp":
        return f"mail server {settings.EMAIL_HOST}:{settings.EMAIL_PORT}"
    return f"folder {folder}" if kind == "filebased" else f"mail ({kind})"


def _errors() -> tuple[type[Exception], ...]:
    """Give the errors of a server, which smtplib derives from the machine's, and of a folder that cannot be."""
    from django.core.exceptions import ImproperlyConfigured

    return (OSError, ImproperlyConfigured)


def _is_of_this_letter(error: Exception) -> bool:
    """Tell whether a server that is well refused this letter: others may go."""
    if isinstance(error, SMTPRecipientsRefused):
        return True
    # 421 is a server that closes; 530 to 538 want another way in.
    return (
        isinstance(error, SMTPResponseException)
        and not isinstance(error, SMTPServerDisconnected)
        and error.smtp_code != 421
        and not 530 <= error.smtp_code <= 538
    )


def _said(error: Exception) -> str:
    """Say on one line what a server, or the machine, said."""
    if isinstance(error, SMTPRecipientsRefused):
        return ", ".join(f"{code} {_text(words)}" for code, words in error.recipients.values())
    if isinstance(error, SMTPResponseException):
        return f"{error.smtp_code} {_text(error.smtp_error)}"
    return " ".join((getattr(error, "strerror", None) or str(error) or type(error).__name__).split())


def _text(words: bytes | str) -> str:
    plain = words.decode("utf-8", "replace") if isinstance(words, bytes) else words
    return " ".join(plain.split())[:200]
