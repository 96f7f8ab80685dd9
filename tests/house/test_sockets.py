"""The test session's own walls."""

from __future__ import annotations

import socket

import pytest


def test_a_test_cannot_reach_another_machine() -> None:
    with socket.socket() as plug, pytest.raises(RuntimeError, match="only this machine"):
        plug.connect(("192.0.2.1", 80))
