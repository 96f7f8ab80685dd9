"""What a command says that is interrupted, and the steps in which it is not to be."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from concerted.cli import Interrupted


@contextmanager
def saying(left: Callable[[], str]) -> Iterator[None]:
    """Let a command that is interrupted say what it has left."""
    try:
        yield
    except KeyboardInterrupt:
        raise Interrupted(left()) from None


@contextmanager
def uninterrupted() -> Iterator[None]:
    """Let Ctrl-C and SIGTERM wait for the end of some steps that belong together."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGTERM})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
