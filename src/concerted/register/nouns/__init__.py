"""The nouns that people keep; forms, sheets, packs and the programming interface work from this list."""

from __future__ import annotations

from concerted.register.nouns.action import ACTION
from concerted.register.nouns.benchmark import BENCHMARK
from concerted.register.nouns.conclusion import CONCLUSION
from concerted.register.nouns.contribution import CONTRIBUTION
from concerted.register.nouns.delegate import DELEGATE
from concerted.register.nouns.item import ITEM
from concerted.register.nouns.measurement import MEASUREMENT
from concerted.register.nouns.minute import MINUTE
from concerted.register.nouns.noun import Column, Form, Noun
from concerted.register.nouns.paper import PAPER
from concerted.register.nouns.report import REPORT
from concerted.register.nouns.request import REQUEST
from concerted.register.nouns.requirement import REQUIREMENT
from concerted.register.nouns.reservation import RESERVATION

__all__ = ["NOUNS", "Column", "Form", "Noun"]

_NOUNS = (
    CONTRIBUTION,
    REQUEST,
    REQUIREMENT,
    BENCHMARK,
    MEASUREMENT,
    REPORT,
    ITEM,
    DELEGATE,
    PAPER,
    MINUTE,
    CONCLUSION,
    ACTION,
    RESERVATION,
)
NOUNS: dict[str, Noun] = {noun.name: noun for noun in _NOUNS}
