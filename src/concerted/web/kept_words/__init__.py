"""The words of the nouns that people keep: one entry a noun makes all its pages.

``web.views.kept.pages(noun)`` gives the addresses of a noun that stands here, ``web.page_rights`` opens them. For a
noun more: its columns in ``register.nouns``, how it is kept in ``actions.kept``, and an entry here.
"""

from __future__ import annotations

from concerted.web.kept_words.action import ACTION
from concerted.web.kept_words.benchmark import BENCHMARK
from concerted.web.kept_words.conclusion import CONCLUSION
from concerted.web.kept_words.contribution import CONTRIBUTION
from concerted.web.kept_words.delegate import DELEGATE
from concerted.web.kept_words.item import ITEM
from concerted.web.kept_words.measurement import MEASUREMENT
from concerted.web.kept_words.minute import MINUTE
from concerted.web.kept_words.paper import PAPER
from concerted.web.kept_words.report import REPORT
from concerted.web.kept_words.request import REQUEST
from concerted.web.kept_words.requirement import REQUIREMENT
from concerted.web.kept_words.reservation import RESERVATION
from concerted.web.kept_words.words import KeptWords

__all__ = ["WORDS", "KeptWords"]

WORDS: dict[str, KeptWords] = {
    one.noun: one
    for one in (
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
}
