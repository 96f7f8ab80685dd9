"""One shape for errors: what is wrong, where, and what was expected."""

from __future__ import annotations


class ConcertedError(Exception):
    """An error that a person can act on.

    ``what`` went wrong, ``where`` (a file, an address, a line, a field) and what was
    ``expected`` instead. The command line prints it on one line and exits with 2, the
    web shows it beside the field, an API sends it as problem+json (RFC 9457).
    """

    def __init__(self, what: str, *, where: str = "", expected: str = "") -> None:
        self.what, self.where, self.expected = what, where, expected
        super().__init__(str(self))

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        wanted = f"; expected {self.expected}" if self.expected else ""
        return f"{place}{self.what}{wanted}"


class UnreadableDocument(ConcertedError):
    """The bytes are no document that can be read."""


class UnreadLanguage(ConcertedError):
    """The text is in a language that is not read; ``expected`` are those that are."""

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        return f"{place}{self.what}; Concerted reads {self.expected}"


class NoStatement(ConcertedError):
    """The text can be read, but it is not a statement."""


class UnknownCoalition(ConcertedError):
    """No coalition of that name is known."""


class DateOutsideWindow(ConcertedError):
    """The date that was given contradicts what the text says."""


class AddressRefused(ConcertedError):
    """The address is not one that may be fetched, or it does not answer."""


class NotFound(ConcertedError):
    """There is no such thing, or the person who asks may not see it: the two look the same."""


class NotAllowed(ConcertedError):
    """The person may see the thing but not do this to it."""


class Conflict(ConcertedError):
    """The thing has changed since the person looked at it, or its state does not allow this."""


class Stale(Conflict):
    """The thing has changed since the person looked at it."""
