"""The nouns that people keep; forms, sheets, packs and the programming interface work from this list."""

from __future__ import annotations

from concerted.register.nouns.benchmark import BENCHMARK
from concerted.register.nouns.contribution import CONTRIBUTION
from concerted.register.nouns.measurement import MEASUREMENT
from concerted.register.nouns.noun import Column, Form, Noun
from concerted.register.nouns.report import REPORT

__all__ = ["NOUNS", "Column", "Form", "Noun"]

NOUNS: dict[str, Noun] = {noun.name: noun for noun in (CONTRIBUTION, BENCHMARK, MEASUREMENT, REPORT)}
