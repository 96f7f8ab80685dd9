"""Tell a statement that is already there, in another format or before a correction, from a new one."""

from __future__ import annotations

from datetime import date

from django.db.models import F

from concerted.reading.facts import Reading
from concerted.reading.resemblance import ALIKE, NEARLY_THE_SAME, resemblance, sketch, words_sha256
from concerted.register.models import Coalition, Statement, Version
from concerted.terms.document import Document
from concerted.terms.errors import ConcertedError


class LooksCorrected(ConcertedError):
    """A text looks like a corrected one of ``statement``; a person says which it is."""

    statement = 0


def same_words(home: Coalition, text: str) -> Version | None:
    """Find a version of the same words in any format, if there is one; the latest statement first."""
    known = Version.objects.filter(statement__coalition=home, words_sha256=words_sha256(text))
    return known.select_related("statement").order_by("-statement", "-number").first()


def refuse_a_correction(home: Coalition, document: Document, reading: Reading) -> None:
    """Raise LooksCorrected if the text is nearly that of a statement that is there, and the days allow it."""
    own = sketch(reading.text)
    best: tuple[float, int] | None = None
    for version in Version.objects.filter(statement__coalition=home, number=F("statement__version")).values_list(
        "statement", "sketch", "statement__issued_on"
    ):
        pk, other, issued_on = version
        share = resemblance(own, other)
        alike = NEARLY_THE_SAME if _differ(reading, issued_on) else ALIKE
        if share >= alike and (best is None or share > best[0]):
            best = share, pk
    if best is not None:
        share, pk = best
        title = Statement.objects.values_list("title", flat=True).get(pk=pk)
        error = LooksCorrected(
            f"{round(100 * share)} % of it is {title!r} (statement {pk}): this looks like a corrected text of that one",
            where=document.source,
            expected=f"--replaces {pk} to load it as its new version, or --as-new",
        )
        error.statement = pk
        raise error


def _differ(reading: Reading, other: date | None) -> bool:
    """Tell whether both days are known and differ: then they are two statements, or the day itself was corrected."""
    own = reading.statement.issued_on or reading.statement.given_date
    return own is not None and other is not None and own != other
