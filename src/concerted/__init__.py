"""Concerted: the working record of a multinational coalition."""

__version__ = "0.1.0"
