"""READ: one statement's text becomes a Reading."""

from concerted.reading.read import read

__all__ = ["read"]
