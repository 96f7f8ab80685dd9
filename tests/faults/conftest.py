"""The standing people."""

from tests.standing import register, standing

__all__ = ["register", "standing"]
