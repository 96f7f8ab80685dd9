"""What sort of document a statement is."""

from __future__ import annotations

import pytest

from concerted.reading.blocks import lay_out
from concerted.reading.statement_kind import statement_kind


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Joint Statement of the Harbour Partners", "joint statement"),
        ("Leaders’ Communiqué", "communiqué"),
        ("Oslo Declaration on Safe Harbours", "declaration"),
        ("Joint Declaration of Support for Norland", "joint declaration"),
        ("Chair’s Summary of the Harbour Forum", "chair's summary"),
        ("Security Council resolution 9999 (2014)", "resolution"),
        ("Déclaration conjointe sur les ports", "joint declaration"),
        ("Résumé de la présidente", "chair's summary"),
        ("Conclusions des coprésidents", "chair's summary"),
        ("A title that says nothing", "statement"),
    ],
)
def test_the_title_says_the_kind(title: str, kind: str) -> None:
    assert statement_kind(title, lay_out("The partners met in Oslo. They agreed on much.")) == kind


def test_an_adoption_line_makes_a_resolution() -> None:
    text = (
        "Resolution 9999 (2014)\n\nAdopted by the Security Council at its 7001st meeting, on 5 May 2014\n\nThe Council,"
    )
    assert statement_kind("", lay_out(text)) == "resolution"


def test_a_french_adoption_line_makes_a_resolution() -> None:
    text = "Adoptée par le Conseil de sécurité à sa 7001e séance, le 5 mai 2014\n\nLe Conseil de sécurité,"
    assert statement_kind("", lay_out(text, "fr")) == "resolution"
