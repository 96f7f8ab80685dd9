"""What a token may do of what its person may: read, and write one sort of thing each."""

from __future__ import annotations

from concerted.register.nouns import NOUNS

READ = "read"
# What is written, by the noun that a person grants; the nouns that people keep join by themselves.
_WRITTEN = (
    "statement",
    "finding",
    "commitment",
    "clarification",
    "meeting",
    "calendar",
    "release",
    "merger",
    "totals",
    "party",
    "working group",
    "people",
    "coalition",
    "window",
    "assessment",
    "import",
    "pack",
)


def write(noun: str) -> str:
    """Give the scope under which a noun is written."""
    return f"write:{noun.replace(' ', '-')}"


def scopes() -> tuple[str, ...]:
    """List every scope."""
    return (READ, *(write(noun) for noun in dict.fromkeys((*_WRITTEN, *NOUNS))))
