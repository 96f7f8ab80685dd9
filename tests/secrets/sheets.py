"""A sheet that a record came from, with a word wherever one can stand."""

from __future__ import annotations

from concerted.register.models import Contribution, Import, ImportDecision, ImportedRow, ImportFinding, User
from tests.standing import AT


def import_of(word: str, given: Contribution, by: User) -> None:
    """Plant a sheet that a record came from, with what was found in it."""
    home = {"coalition": given.coalition, "owner": given.owner, "noun": "contribution", "by": by, "at": AT}
    sheet = Import.objects.create(
        **home, name=f"{word}.xlsx", sheet=f"{word} sheet", sha256="0" * 64, state="done", columns=["summary"], rows=2
    )
    said = {"found": f"{word} crate", "expected": f"a {word} one"}
    ImportFinding.objects.create(of=sheet, place=1, row=3, column="unit", tier="error", trouble="repeated", **said)
    ImportDecision.objects.create(of=sheet, place=1, row=3, choice="leave out", by=by, at=AT)
    ImportedRow.objects.create(of=sheet, place=0, row=2, noun="contribution", record=given.pk, added=True)
