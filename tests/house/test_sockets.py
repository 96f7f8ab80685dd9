"""The test session's own walls."""

from __future__ import annotations

import socket
import warnings

import pytest

ELSEWHERE = ("192.0.2.1", 80)


def test_a_test_cannot_reach_another_machine() -> None:
    with socket.socket() as plug, pytest.raises(RuntimeError, match="only this machine"):
        plug.connect(ELSEWHERE)
    with socket.socket(type=socket.SOCK_DGRAM) as plug, pytest.raises(RuntimeError, match="only this machine"):
        plug.sendto(b"", ELSEWHERE)
    with pytest.raises(RuntimeError, match="only this machine"):
        socket.getaddrinfo("record.example.org", 443)


def test_a_warning_is_an_error() -> None:
    with pytest.raises(DeprecationWarning):
        warnings.warn("this will go", DeprecationWarning, stacklevel=1)
