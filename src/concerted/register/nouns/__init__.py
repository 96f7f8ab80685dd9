"""The nouns that people keep; forms, sheets, packs and the programming interface work from this list."""

from __future__ import annotations

from concerted.register.nouns.contribution import CONTRIBUTION
from concerted.register.nouns.noun import Column, Form, Noun

__all__ = ["NOUNS", "Column", "Form", "Noun"]

NOUNS: dict[str, Noun] = {noun.name: noun for noun in (CONTRIBUTION,)}
