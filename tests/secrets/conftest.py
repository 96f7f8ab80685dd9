"""The standing people."""

from tests.standing import register

__all__ = ["register"]
