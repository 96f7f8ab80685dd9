"""What sort of document a statement is, and its language."""

from __future__ import annotations

import pytest

from concerted.reading.blocks import lay_out
from concerted.reading.statement_kind import language_of, statement_kind


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Joint Statement of the Harbour Partners", "joint statement"),
        ("Leaders’ Communiqué", "communiqué"),
        ("Oslo Declaration on Safe Harbours", "declaration"),
        ("Joint Declaration of Support for Norland", "joint declaration"),
        ("Chair’s Summary of the Harbour Forum", "chair's summary"),
        ("Security Council resolution 9999 (2014)", "resolution"),
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


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("We met in the harbour and agreed on the way for our ships and the crews of that fleet.", "en"),
        ("Nous avons décidé de soutenir les ports et les équipages dans le monde.", "fr"),
        ("Vi möttes i hamnen och det är viktigt att inte glömma den som arbetar för fred.", "sv"),
        ("اجتمع الشركاء في الميناء واتفقوا على العمل معا", "ar"),
        ("12345 67890", ""),
        ("", ""),
    ],
)
def test_frequent_words_and_script_tell_the_language(text: str, language: str) -> None:
    assert language_of(text) == language
